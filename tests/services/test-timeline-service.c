/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-service.h"

#include "clinic-fixture.h"
#include "meso-handout-service.h"
#include "meso-patient-repository.h"
#include "meso-screening-repository.h"
#include "meso-preparation-service.h"
#include "meso-session-service.h"
#include "stock-case.h"

static GPtrArray *
list (ClinicFixture     *fixture,
      const char        *patient,
      guint              limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = meso_timeline_service_list (fixture->clinic, patient, limit, &error);

  g_assert_no_error (error);
  return entries;
}

/* "session 2026-11-22, …": kinds and days, newest first; a "!" before one that counts no more */
static char *
describe (const GPtrArray *entries)
{
  static const char *const kinds[] = { "registered", "screening", "decision", "plan", "formula", "preparation", "session", "handout" };
  g_autoptr(GString) text = g_string_new ("");

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoTimelineEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = meso_calendar_date_to_string (entry->date);

      g_string_append_printf (text, "%s%s%s %s", i > 0 ? ", " : "", entry->amended || entry->entered_in_error != NULL ? "!" : "",
                              kinds[entry->kind], day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_timeline (ClinicFixture *fixture,
                 const char    *patient,
                 guint          limit,
                 const char    *expected)
{
  g_autoptr(GPtrArray) entries = list (fixture, patient, limit);
  g_autofree char *text = describe (entries);

  g_assert_cmpstr (text, ==, expected);
}

static void
hand_out (ClinicFixture     *fixture,
          const MesoPatient *patient)
{
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 22, 9, 0, 0);
  const MesoHandoutRequest request = {
    .kind = "before", .patient = patient->id, .when = MESO_CIVIL_TIME_NONE, .today = clinic_fixture_day (TODAY), .creation = now,
    .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) handout = meso_handout_service_issue (fixture->clinic, &request, &error);

  g_assert_no_error (error);
}

static void
test_all_kinds (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = NULL;
  g_autofree char *physician = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *session = NULL;
  g_autoptr(GPtrArray) entries = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  physician = clinic_fixture_seat_physician (fixture);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  clinic_fixture_store_formula (fixture, patient, "zinc", NULL);
  session = clinic_fixture_treat (fixture, patient, physician, TODAY "T14:00");
  hand_out (fixture, patient);

  entries = list (fixture, patient->file_number, 0);
  assert_timeline (fixture, patient->id, 0,
                   "handout 2026-11-22, session 2026-11-22, formula 2026-11-22, !formula 2026-11-22, plan 2026-11-22, "
                   "decision 2026-11-22, screening 2026-11-22, registered 2026-11-22");
  assert_timeline (fixture, patient->id, 2, "handout 2026-11-22, session 2026-11-22");
  for (guint i = 0; i < entries->len; i++)
    {
      const MesoTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (entry->by, ==, entry->kind == MESO_TIMELINE_REGISTERED ? "Front desk" : "Dr Sara Ahmadi");
      g_assert_cmpint (entry->screening != NULL, ==, entry->kind == MESO_TIMELINE_SCREENING);
      g_assert_cmpint (entry->decision != NULL, ==, entry->kind == MESO_TIMELINE_DECISION);
      g_assert_cmpint (entry->course != NULL, ==, entry->kind == MESO_TIMELINE_PLAN);
      g_assert_cmpint (entry->formula != NULL, ==, entry->kind == MESO_TIMELINE_FORMULA);
      g_assert_cmpint (entry->session != NULL, ==, entry->kind == MESO_TIMELINE_SESSION);
      g_assert_cmpint (entry->handout != NULL, ==, entry->kind == MESO_TIMELINE_HANDOUT);
    }
}

typedef struct
{
  ClinicFixture *fixture;
  const char *id;
  const char *kept;
} Change;

static gboolean
mark (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Change *change = data;

  return meso_screening_repository_mark_entered_in_error (context, meso_clinic_get_staff (change->fixture->clinic), change->id,
                                                          "another patient", error);
}

static gboolean
link_records (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Change *change = data;

  return meso_patient_repository_link (context, meso_clinic_get_staff (change->fixture->clinic), change->id, change->kept,
                                       "entered twice", error);
}

static void
change (Change        what,
        MesoStoreWork how)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_clinic_run (what.fixture->clinic, MESO_STORE_WRITE, how, &what, &error));
  g_assert_no_error (error);
}

/* Nothing that was corrected is hidden; a late entry stands on its own day. */
static void
test_corrections (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = NULL;
  g_autofree char *physician = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *late = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *session = NULL;
  g_autofree char *amended = NULL;
  g_autoptr(MesoTreatmentSession) typed = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  physician = clinic_fixture_seat_physician (fixture);
  screening = clinic_fixture_screen (fixture, patient, "2026-11-01", "");
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  late = clinic_fixture_screen_short (fixture, patient, "2026-11-10", "");
  session = clinic_fixture_treat (fixture, patient, physician, "2026-11-10T10:00");
  typed = meso_session_service_get (fixture->clinic, session, &error);
  typed->points = 30;
  amended = meso_session_service_amend (fixture->clinic, session, typed, "counted again", clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  wrong = clinic_fixture_screen (fixture, patient, "2026-11-12", "");
  change ((Change) { fixture, wrong, NULL }, mark);
  assert_timeline (fixture, patient->id, 0,
                   "decision 2026-11-22, registered 2026-11-22, !screening 2026-11-12, session 2026-11-10, !session 2026-11-10, "
                   "screening 2026-11-10, screening 2026-11-01");
}

static void
test_merged (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = NULL;
  g_autoptr(MesoPatient) duplicate = NULL;
  g_autofree char *screening = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  change ((Change) { fixture, duplicate->id, kept->id }, link_records);
  entries = list (fixture, duplicate->file_number, 0);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (((MesoTimelineEntry *) g_ptr_array_index (entries, 0))->id, ==, screening);
  g_assert_cmpstr (((MesoTimelineEntry *) g_ptr_array_index (entries, 0))->from_file, ==, duplicate->file_number);
  for (guint i = 1; i < entries->len; i++)
    {
      const MesoTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (entry->kind, ==, MESO_TIMELINE_REGISTERED);
      g_assert_cmpstr (entry->from_file, ==, g_str_equal (entry->id, kept->id) ? NULL : duplicate->file_number);
    }
  g_assert_null (meso_timeline_service_list (fixture->clinic, "999", 0, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
}

/* What was mixed stands on the day of mixing, with what became of it. */
static void
test_preparation (void)
{
  Visit visit = stock_begin_visit ("biotin");
  g_autofree char *lot = stock_receive (visit.fixture, stock_type_lot ("Z-121", "biotin"));
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Mina Rad", MESO_ROLE_NURSE);
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&visit, nurse);
  g_autoptr(MesoPreparation) stored = stock_prepare (&visit, draft);
  g_autoptr(MesoTimelinePage) page = NULL;
  g_autoptr(GError) error = NULL;
  const MesoTimelineEntry *entry;

  page = meso_timeline_service_get_page (visit.fixture->clinic, visit.patient->id, MESO_TIMELINE_PLANS, 1, &error);
  g_assert_no_error (error);
  entry = g_ptr_array_index (page->entries, 0);
  g_assert_cmpint (entry->kind, ==, MESO_TIMELINE_PREPARATION);
  g_assert_cmpstr (entry->id, ==, stored->id);
  g_assert_cmpstr (entry->preparation->checked_by, ==, nurse);
  g_assert_null (entry->entered_in_error);
  g_assert_true (meso_preparation_service_mark_entered_in_error (visit.fixture->clinic, stored->id, "another patient", &error));
  g_assert_no_error (error);
  g_clear_pointer (&page, meso_timeline_page_free);
  page = meso_timeline_service_get_page (visit.fixture->clinic, visit.patient->id, MESO_TIMELINE_ALL, 1, &error);
  entry = g_ptr_array_index (page->entries, 0);
  g_assert_cmpstr (entry->entered_in_error, ==, "another patient");
  visit_end (&visit);
}

static void
assert_page (ClinicFixture      *fixture,
             const char         *patient,
             MesoTimelineFilter  filter,
             guint               limit,
             const char         *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoTimelinePage) page = meso_timeline_service_get_page (fixture->clinic, patient, filter, limit, &error);
  static const guint counts[] = { 7, 2, 1, 2, 2, 0 };
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (page->entries);
  g_assert_cmpstr (text, ==, expected);
  /* Whatever is asked for, all is counted. */
  g_assert_cmpmem (page->counts, sizeof page->counts, counts, sizeof counts);
}

static void
test_page (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = NULL;
  g_autofree char *physician = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *session = NULL;
  g_autofree char *amended = NULL;
  g_autoptr(MesoTreatmentSession) typed = NULL;
  g_autoptr(MesoTimelinePage) page = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  physician = clinic_fixture_seat_physician (fixture);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  session = clinic_fixture_treat (fixture, patient, physician, TODAY "T14:00");
  typed = meso_session_service_get (fixture->clinic, session, &error);
  g_ptr_array_add (typed->reactions, meso_reaction_new ("effect-pain", 1, ""));
  amended = meso_session_service_amend (fixture->clinic, session, typed, "told later", clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);

  assert_page (fixture, patient->id, MESO_TIMELINE_SESSIONS, 0, "session 2026-11-22, !session 2026-11-22");
  assert_page (fixture, patient->id, MESO_TIMELINE_SESSIONS, 1, "session 2026-11-22");
  assert_page (fixture, patient->id, MESO_TIMELINE_REACTIONS, 0, "session 2026-11-22");
  assert_page (fixture, patient->id, MESO_TIMELINE_SCREENINGS, 0, "decision 2026-11-22, screening 2026-11-22");
  assert_page (fixture, patient->id, MESO_TIMELINE_PLANS, 0, "formula 2026-11-22, plan 2026-11-22");
  assert_page (fixture, patient->id, MESO_TIMELINE_PAPERS, 0, "");
  page = meso_timeline_service_get_page (fixture->clinic, patient->id, MESO_TIMELINE_REACTIONS, 0, &error);
  g_assert_cmpint (((MesoTimelineEntry *) g_ptr_array_index (page->entries, 0))->place, ==, typed->plan != NULL ? 1 : 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/timeline/all-kinds", test_all_kinds);
  g_test_add_func ("/services/timeline/corrections", test_corrections);
  g_test_add_func ("/services/timeline/merged", test_merged);
  g_test_add_func ("/services/timeline/page", test_page);
  g_test_add_func ("/services/timeline/preparation", test_preparation);

  return g_test_run ();
}
