/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "handout-case.h"

#include <string.h>

#include "meso-demo-service.h"
#include "meso-handout-repository.h"
#include "meso-text.h"

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
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autofree char *sha256 = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-24"), 14 * 60 + 5 };
  request.paper = "a5";
  handout = handout_issue (fixture, &request);
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
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "before");
  g_autoptr(MesoIssuedHandout) first = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) second = handout_issue (fixture, &request);

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
  g_auto(MesoHandoutRequest) request = handout_request_for (silent, "before");
  g_auto(MesoHandoutRequest) own = handout_request_for (english, "before");
  g_autoptr(MesoIssuedHandout) before = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) after = NULL;
  g_autoptr(MesoIssuedHandout) theirs = NULL;

  g_assert_cmpstr (before->language, ==, "en");
  clinic_fixture_set (fixture, "language", "fa", NULL);
  after = handout_issue (fixture, &request);
  theirs = handout_issue (fixture, &own);
  g_assert_cmpstr (after->language, ==, "fa");
  g_assert_cmpstr (theirs->language, ==, "en");
}

static void
test_words (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "<b>Leila</b> &", "\"Karimi\"", MESO_SEX_FEMALE, "1990-05-01",
                                                       "en");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  const MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  const char *next_visit = meso_protocol_get_phrase (protocol, "paper-next-visit", "en");
  g_autofree char *session = meso_text_format (meso_protocol_get_phrase (protocol, "paper-session-of", "en"), "n", "2",
                                               "count", "6", NULL);
  g_autoptr(MesoIssuedHandout) plain = NULL;
  g_autoptr(MesoIssuedHandout) full = NULL;

  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-24"), 14 * 60 };
  plain = handout_issue (fixture, &request);
  handout_assert_words (fixture, plain, "<b>Leila</b> & \"Karimi\"", TRUE);
  handout_assert_words (fixture, plain, session, FALSE);
  handout_assert_words (fixture, plain, next_visit, FALSE);
  handout_assert_words (fixture, plain, "biotin", FALSE);

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  clinic_fixture_set (fixture, "clinic-name", "Hair & <Skin>", NULL);
  full = handout_issue (fixture, &request);
  handout_assert_words (fixture, full, "Hair & <Skin>", TRUE);
  handout_assert_words (fixture, full, session, TRUE);
  handout_assert_words (fixture, full, next_visit, TRUE);
  handout_assert_words (fixture, full, "Tuesday 8 December 2026", TRUE);
  handout_assert_words (fixture, full, "biotin", TRUE);
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
      g_auto(MesoHandoutRequest) request = handout_request_for (patient, kinds[i]);
      g_autoptr(MesoIssuedHandout) handout = handout_issue (fixture, &request);
      g_autofree char *drawn = handout_read_words_as (fixture, handout, "-raw");
      g_autofree char *seen = handout_read_words_as (fixture, handout, "-layout");

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
      g_auto(MesoHandoutRequest) request = handout_request_for (patient, kinds[i]);
      g_autoptr(MesoIssuedHandout) handout = NULL;

      request.paper = papers[i];
      handout = handout_issue (fixture, &request);
      g_assert_cmpint (handout->pages, >=, 1);
    }
}

static void
test_next_session_is_prepared_for (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "before");
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autofree char *day = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  handout = handout_issue (fixture, &request);
  kept = get_issue (fixture, handout->issue);
  day = meso_calendar_date_to_string (kept->sheet_date);
  g_assert_cmpstr (day, ==, "2026-11-24");
  g_assert_cmpstr (kept->sheet_time, ==, "");
  g_assert_cmpint (kept->session_n, ==, 2);
  handout_assert_words (fixture, handout, "Tuesday 24 November 2026", TRUE);
}

/* Letters that lean are read one by one. */
static gboolean
holds_demo (ClinicFixture           *fixture,
            const MesoIssuedHandout *handout)
{
  g_autofree char *text = handout_read_words (fixture, handout);
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
  g_auto(MesoHandoutRequest) real_request = handout_request_for (real, "aftercare");
  g_autoptr(MesoIssuedHandout) real_sheet = handout_issue (fixture, &real_request);
  g_auto(MesoHandoutRequest) demo_request = { NULL };
  g_autoptr(MesoIssuedHandout) demo_sheet = NULL;

  g_assert_true (meso_demo_service_fill (demo->clinic, 0, 1, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  invented = clinic_fixture_add (demo, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  demo_request = handout_request_for (invented, "aftercare");
  demo_sheet = handout_issue (demo, &demo_request);
  g_assert_false (holds_demo (fixture, real_sheet));
  g_assert_true (holds_demo (demo, demo_sheet));
}

static void
test_blank (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  g_auto(MesoHandoutRequest) request = handout_request_for (NULL, "information");
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
  g_auto(MesoHandoutRequest) request = handout_request_for (NULL, "before");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) sheet = NULL;
  g_autoptr(MesoIssuedHandout) persian = NULL;

  clinic_fixture_set (fixture, "clinic-name", "Hair & Skin", NULL);
  sheet = meso_handout_service_make_blank (meso_clinic_get_protocol (fixture->clinic), &request, &error);
  g_assert_no_error (error);
  handout_assert_words (fixture, sheet, "Hair & Skin", FALSE);
  handout_assert_words (fixture, sheet, meso_protocol_get_phrase (meso_clinic_get_protocol (fixture->clinic), "paper-neutral-name", "en"),
                TRUE);

  request.language = "fa";
  request.paper = "a5";
  persian = meso_handout_service_make_blank (meso_clinic_get_protocol (fixture->clinic), &request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (persian->language, ==, "fa");
  g_assert_cmpstr (persian->paper, ==, "a5");
  g_assert_false (g_bytes_equal (sheet->pdf, persian->pdf));
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
  g_test_add_func ("/services/handout/blank", test_blank);
  g_test_add_func ("/services/handout/blank-is-neutral", test_blank_is_neutral);

  return g_test_run ();
}
