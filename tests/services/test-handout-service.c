/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-demo-service.h"
#include "meso-handout-repository.h"
#include "meso-patient-repository.h"
#include "meso-text.h"

/* patient (nullable): a sheet that is nobody's own */
static MesoHandoutRequest
request_for (const MesoPatient *patient,
             const char        *kind)
{
  return (MesoHandoutRequest) {
    .kind = kind, .patient = patient != NULL ? patient->id : NULL, .when = MESO_CIVIL_TIME_NONE,
    .today = clinic_fixture_day (TODAY), .creation = g_date_time_new_utc (2026, 11, 22, 8, 30, 0),
    .printed_at = { clinic_fixture_day (TODAY), MESO_CIVIL_TIME_NO_MINUTE },
  };
}

static void
clear (MesoHandoutRequest *request)
{
  g_clear_pointer (&request->creation, g_date_time_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoHandoutRequest, clear)

static MesoIssuedHandout *
issue (ClinicFixture            *fixture,
       const MesoHandoutRequest *request)
{
  g_autoptr(GError) error = NULL;
  MesoIssuedHandout *handout = meso_handout_service_issue (fixture->clinic, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (handout);
  return handout;
}

/* (transfer full): the words of a sheet, with single spaces between. mode: "-raw" reads all that is drawn, in its order;
 * "-layout" reads once what lies twice on one place */
static char *
read_words_as (ClinicFixture           *fixture,
               const MesoIssuedHandout *handout,
               const char              *mode)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) reader = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GRegex) blanks = g_regex_new ("\\s+", 0, 0, &error);
  gsize length;
  const char *bytes = g_bytes_get_data (handout->pdf, &length);

  g_assert_no_error (error);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", mode, path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  return g_regex_replace_literal (blanks, g_strstrip (text), -1, 0, " ", 0, NULL);
}

static char *
read_words (ClinicFixture           *fixture,
            const MesoIssuedHandout *handout)
{
  return read_words_as (fixture, handout, "-raw");
}

static void
assert_words (ClinicFixture           *fixture,
              const MesoIssuedHandout *handout,
              const char              *words,
              gboolean                 expected)
{
  g_autofree char *text = read_words (fixture, handout);

  if ((strstr (text, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "already", text);
}

typedef struct
{
  const char *id;
  MesoHandoutIssue *issue;
} Load;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Load *work = data;

  work->issue = meso_handout_repository_get (context, work->id, error);
  return work->issue != NULL;
}

static MesoHandoutIssue *
get_issue (ClinicFixture *fixture,
           const char    *id)
{
  Load work = { .id = id };
  g_autoptr(GError) error = NULL;

  meso_clinic_run (fixture->clinic, MESO_STORE_READ, load, &work, &error);
  g_assert_no_error (error);
  return work.issue;
}

static void
test_issue (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autofree char *sha256 = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-24"), 14 * 60 + 5 };
  request.paper = "a5";
  handout = issue (fixture, &request);
  g_assert_cmpstr (handout->kind, ==, "aftercare");
  g_assert_cmpstr (handout->language, ==, "en");
  g_assert_cmpstr (handout->paper, ==, "a5");
  g_assert_cmpint (handout->pages, >=, 1);

  kept = get_issue (fixture, handout->issue);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, handout->pdf);
  g_assert_true (g_bytes_equal (kept->pdf, handout->pdf));
  g_assert_cmpstr (kept->sha256, ==, sha256);
  g_assert_cmpstr (kept->patient, ==, patient->id);
  g_assert_cmpstr (kept->kind, ==, "aftercare");
  g_assert_cmpstr (kept->language, ==, "en");
  g_assert_cmpstr (kept->paper, ==, "a5");
  g_assert_cmpstr (kept->sheet_time, ==, "14:05");
  g_assert_cmpint (meso_calendar_date_compare (kept->sheet_date, request.when.date), ==, 0);
  g_assert_cmpstr (kept->protocol_hash, ==, meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic)));
  g_assert_true (g_uuid_string_is_valid (kept->formula_id));
  g_assert_cmpint (kept->formula_version, ==, 1);
  g_assert_true (g_uuid_string_is_valid (kept->session_plan));
  g_assert_cmpint (kept->session_n, ==, 2);
  g_assert_cmpint (kept->pages, ==, handout->pages);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, "handout", handout->issue), ==, 1);
}

static void
test_equal_requests_give_equal_bytes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "لیلا", "کریمی", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_auto(MesoHandoutRequest) request = request_for (patient, "before");
  g_autoptr(MesoIssuedHandout) first = issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) second = issue (fixture, &request);

  g_assert_cmpstr (first->language, ==, "fa");
  g_assert_true (g_bytes_equal (first->pdf, second->pdf));
  g_assert_cmpstr (first->issue, !=, second->issue);
}

/* The patient's own, else the clinic's, else English. */
static void
test_language (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) silent = clinic_fixture_add (fixture, "Zoë", "", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) english = clinic_fixture_add (fixture, "Leila", "", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_auto(MesoHandoutRequest) request = request_for (silent, "before");
  g_auto(MesoHandoutRequest) own = request_for (english, "before");
  g_autoptr(MesoIssuedHandout) before = issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) after = NULL;
  g_autoptr(MesoIssuedHandout) theirs = NULL;

  g_assert_cmpstr (before->language, ==, "en");
  clinic_fixture_set (fixture, "language", "fa", NULL);
  after = issue (fixture, &request);
  theirs = issue (fixture, &own);
  g_assert_cmpstr (after->language, ==, "fa");
  g_assert_cmpstr (theirs->language, ==, "en");
}

static void
test_words (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "<b>Leila</b> &", "\"Karimi\"", MESO_SEX_FEMALE, "1990-05-01",
                                                       "en");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");
  const MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  const char *next_visit = meso_protocol_get_phrase (protocol, "paper-next-visit", "en");
  g_autofree char *session = meso_text_format (meso_protocol_get_phrase (protocol, "paper-session-of", "en"), "n", "2",
                                               "count", "6", NULL);
  g_autoptr(MesoIssuedHandout) plain = NULL;
  g_autoptr(MesoIssuedHandout) full = NULL;

  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-24"), 14 * 60 };
  plain = issue (fixture, &request);
  assert_words (fixture, plain, "<b>Leila</b> & \"Karimi\"", TRUE);
  assert_words (fixture, plain, session, FALSE);
  assert_words (fixture, plain, next_visit, FALSE);
  assert_words (fixture, plain, "biotin", FALSE);

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  clinic_fixture_set (fixture, "clinic-name", "Hair & <Skin>", NULL);
  full = issue (fixture, &request);
  assert_words (fixture, full, "Hair & <Skin>", TRUE);
  assert_words (fixture, full, session, TRUE);
  assert_words (fixture, full, next_visit, TRUE);
  assert_words (fixture, full, "Tuesday 8 December 2026", TRUE);
  assert_words (fixture, full, "biotin", TRUE);
}

static guint
count_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* Somebody who listens to the sheet hears nothing twice. */
static void
test_nothing_is_said_twice (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  const char *const kinds[] = { "before", "aftercare", "information", "side-effects" };

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", "zinc");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(MesoHandoutRequest) request = request_for (patient, kinds[i]);
      g_autoptr(MesoIssuedHandout) handout = issue (fixture, &request);
      g_autofree char *drawn = read_words_as (fixture, handout, "-raw");
      g_autofree char *seen = read_words_as (fixture, handout, "-layout");

      g_assert_cmpuint (count_words (drawn), ==, count_words (seen));
    }
}

static void
test_long_names (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *longest = g_strnfill (200, 'W');
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, longest, "کریمی", MESO_SEX_FEMALE, "1990-05-01", "fa");
  const char *const kinds[] = { "before", "aftercare", "information" };
  const char *const papers[] = { "a4", "a5", "letter" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(MesoHandoutRequest) request = request_for (patient, kinds[i]);
      g_autoptr(MesoIssuedHandout) handout = NULL;

      request.paper = papers[i];
      handout = issue (fixture, &request);
      g_assert_cmpint (handout->pages, >=, 1);
    }
}

static void
test_next_session_is_prepared_for (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_auto(MesoHandoutRequest) request = request_for (patient, "before");
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autofree char *day = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  handout = issue (fixture, &request);
  kept = get_issue (fixture, handout->issue);
  day = meso_calendar_date_to_string (kept->sheet_date);
  g_assert_cmpstr (day, ==, "2026-11-24");
  g_assert_cmpstr (kept->sheet_time, ==, "");
  g_assert_cmpint (kept->session_n, ==, 2);
  assert_words (fixture, handout, "Tuesday 24 November 2026", TRUE);
}

/* Letters that lean are read one by one. */
static gboolean
holds_demo (ClinicFixture           *fixture,
            const MesoIssuedHandout *handout)
{
  g_autofree char *text = read_words (fixture, handout);
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *letters = g_strjoinv ("", words);

  return strstr (letters, "DEMO") != NULL;
}

static void
test_demo_stands_across_it (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) real = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(ClinicFixture) demo = clinic_fixture_new ();
  g_autoptr(MesoPatient) invented = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(MesoHandoutRequest) real_request = request_for (real, "aftercare");
  g_autoptr(MesoIssuedHandout) real_sheet = issue (fixture, &real_request);
  g_auto(MesoHandoutRequest) demo_request = { NULL };
  g_autoptr(MesoIssuedHandout) demo_sheet = NULL;

  g_assert_true (meso_demo_service_fill (demo->clinic, 0, 1, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  invented = clinic_fixture_add (demo, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  demo_request = request_for (invented, "aftercare");
  demo_sheet = issue (demo, &demo_request);
  g_assert_false (holds_demo (fixture, real_sheet));
  g_assert_true (holds_demo (demo, demo_sheet));
}

static void
assert_refused (ClinicFixture            *fixture,
                const MesoHandoutRequest *request,
                GQuark                    domain,
                int                       code,
                const char               *text)
{
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_handout_service_issue (fixture->clinic, request, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_is_stored_on_error (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");

  request.patient = "999";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  request.patient = patient->id;
  request.kind = "recipe";
  assert_refused (fixture, &request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "recipe");
  request.kind = "aftercare";
  request.paper = "a3";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "a3");
  request.paper = NULL;
  request.language = "tlh";
  assert_refused (fixture, &request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "tlh");
}

static void
test_blank (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  g_auto(MesoHandoutRequest) request = request_for (NULL, "information");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) first = meso_handout_service_make_blank (protocol, &request, &error);
  g_autoptr(MesoIssuedHandout) again = meso_handout_service_make_blank (protocol, &request, &error);

  g_assert_no_error (error);
  g_assert_null (first->issue);
  g_assert_cmpstr (first->language, ==, "en");
  g_assert_cmpstr (first->paper, ==, "a4");
  g_assert_true (g_bytes_equal (first->pdf, again->pdf));
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The clinic's own letterhead is no part of a sheet that is nobody's own. */
static void
test_blank_is_neutral (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_auto(MesoHandoutRequest) request = request_for (NULL, "before");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) sheet = NULL;
  g_autoptr(MesoIssuedHandout) persian = NULL;

  clinic_fixture_set (fixture, "clinic-name", "Hair & Skin", NULL);
  sheet = meso_handout_service_make_blank (meso_clinic_get_protocol (fixture->clinic), &request, &error);
  g_assert_no_error (error);
  assert_words (fixture, sheet, "Hair & Skin", FALSE);
  assert_words (fixture, sheet, meso_protocol_get_phrase (meso_clinic_get_protocol (fixture->clinic), "paper-neutral-name", "en"),
                TRUE);

  request.language = "fa";
  request.paper = "a5";
  persian = meso_handout_service_make_blank (meso_clinic_get_protocol (fixture->clinic), &request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (persian->language, ==, "fa");
  g_assert_cmpstr (persian->paper, ==, "a5");
  g_assert_false (g_bytes_equal (sheet->pdf, persian->pdf));
}

static void
test_lists (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_auto(MesoHandoutRequest) before = request_for (leila, "before");
  g_auto(MesoHandoutRequest) information = request_for (reza, "information");
  g_autoptr(MesoIssuedHandout) first = issue (fixture, &before);
  g_autoptr(MesoIssuedHandout) second = issue (fixture, &information);
  g_autoptr(GPtrArray) hers = NULL;
  g_autoptr(GPtrArray) recent = NULL;
  g_autoptr(GPtrArray) last = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(GError) error = NULL;
  const MesoHandoutIssue *newest;

  hers = meso_handout_service_list (fixture->clinic, leila->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hers->len, ==, 1);
  g_assert_cmpstr (((MesoHandoutIssue *) g_ptr_array_index (hers, 0))->id, ==, first->issue);
  recent = meso_handout_service_list_recent (fixture->clinic, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recent->len, ==, 2);
  newest = g_ptr_array_index (recent, 0);
  g_assert_cmpstr (newest->id, ==, second->issue);
  g_assert_null (newest->pdf);
  last = meso_handout_service_list_recent (fixture->clinic, 1, &error);
  g_assert_cmpuint (last->len, ==, 1);
  kept = meso_handout_service_get (fixture->clinic, first->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, first->pdf));
  g_assert_null (meso_handout_service_get (fixture->clinic, leila->id, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, leila->id);
}

/**
 * Meddler:
 * @units: how many units of work have begun since it was let loose
 * @meddled: how often the record was changed; @wanted: how often it is to be
 *
 * Somebody who changes the record right after each time it was read.
 */
typedef struct
{
  ClinicFixture *fixture;
  const MesoPatient *patient;
  guint units;
  guint meddled;
  guint wanted;
} Meddler;

static gboolean
rename_patient (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Meddler *meddler = data;
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, meddler->patient->id, error);

  g_free (patient->given_name);
  patient->given_name = g_strdup_printf ("Leila %u", ++meddler->meddled);
  return meso_patient_repository_update (context, meso_clinic_get_staff (meddler->fixture->clinic), patient, "", error);
}

/* The clock is read when a unit of work begins, on the store's thread: what is queued now is done right after it. Units are read,
 * change, write, read, change, write. */
static char *
meddle (gpointer data)
{
  Meddler *meddler = data;
  guint unit = meddler->units++;

  if (unit % 3 == 0 && unit / 3 < meddler->wanted)
    meso_store_run_async (meso_clinic_get_store (meddler->fixture->clinic), MESO_STORE_WRITE, rename_patient, meddler, NULL, NULL,
                          NULL, NULL);
  return g_strdup_printf ("2026-11-22T08:00:%02u.000000Z", unit);
}

/* A sheet never says what the record said before. */
static void
test_record_changes_meanwhile (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");
  Meddler meddler = { .fixture = fixture, .patient = patient, .wanted = 1 };
  g_autoptr(MesoIssuedHandout) once = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GError) error = NULL;

  meso_store_set_clock (meso_clinic_get_store (fixture->clinic), meddle, &meddler);
  once = issue (fixture, &request);
  g_assert_cmpuint (meddler.meddled, ==, 1);
  assert_words (fixture, once, "Leila 1 Karimi", TRUE);

  meddler.units = 0;
  meddler.wanted = 2;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "changed while");
  g_assert_cmpuint (meddler.meddled, ==, 3);
  kept = meso_handout_service_list (fixture->clinic, patient->id, &error);
  g_assert_cmpuint (kept->len, ==, 1);
  /* What is told of the changes goes to this thread. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
fail_to_deliver (GBytes   *pdf,
                 gpointer  calls,
                 GError  **error)
{
  (*(int *) calls)++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");
  return FALSE;
}

static void
assert_sheets (ClinicFixture *fixture,
               const char    *patient,
               guint          expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) own = meso_handout_service_list (fixture->clinic, patient, &error);
  g_autoptr(GPtrArray) recent = meso_handout_service_list_recent (fixture->clinic, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, expected);
  g_assert_cmpuint (recent->len, ==, expected);
}

/* A sheet that can't be written was handed to nobody. */
static void
test_failed_delivery (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");
  g_autoptr(GError) error = NULL;
  int calls = 0;

  request.deliver = fail_to_deliver;
  request.deliver_data = &calls;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (calls, ==, 1);
  assert_sheets (fixture, patient->id, 0);
}

/* One that the printer didn't take is marked, stays on file, and counts no more. */
static void
test_take_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = request_for (patient, "aftercare");
  g_autoptr(MesoIssuedHandout) handout = issue (fixture, &request);
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(GError) error = NULL;

  assert_sheets (fixture, patient->id, 1);
  g_assert_false (meso_handout_service_take_back (fixture->clinic, handout->issue, " ", &error));
  g_clear_error (&error);
  g_assert_true (meso_handout_service_take_back (fixture->clinic, handout->issue, "The printer is out of paper.", &error));
  g_assert_no_error (error);
  assert_sheets (fixture, patient->id, 0);
  kept = meso_handout_service_get (fixture->clinic, handout->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, handout->pdf));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/handout/issue", test_issue);
  g_test_add_func ("/services/handout/equal-requests-give-equal-bytes", test_equal_requests_give_equal_bytes);
  g_test_add_func ("/services/handout/language", test_language);
  g_test_add_func ("/services/handout/words", test_words);
  g_test_add_func ("/services/handout/nothing-is-said-twice", test_nothing_is_said_twice);
  g_test_add_func ("/services/handout/long-names", test_long_names);
  g_test_add_func ("/services/handout/next-session-is-prepared-for", test_next_session_is_prepared_for);
  g_test_add_func ("/services/handout/demo-stands-across-it", test_demo_stands_across_it);
  g_test_add_func ("/services/handout/nothing-is-stored-on-error", test_nothing_is_stored_on_error);
  g_test_add_func ("/services/handout/blank", test_blank);
  g_test_add_func ("/services/handout/blank-is-neutral", test_blank_is_neutral);
  g_test_add_func ("/services/handout/lists", test_lists);
  g_test_add_func ("/services/handout/record-changes-meanwhile", test_record_changes_meanwhile);
  g_test_add_func ("/services/handout/failed-delivery", test_failed_delivery);
  g_test_add_func ("/services/handout/take-back", test_take_back);

  return g_test_run ();
}
