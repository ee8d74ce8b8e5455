/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-agenda-service.h"

#include "clinic-fixture.h"
#include "meso-draft-service.h"
#include "meso-chart-service.h"
#include "meso-plan-service.h"

typedef GPtrArray *(*List) (MesoClinic *clinic, MesoCalendarDate today, guint limit, GError **error);

static MesoPatient *
add (ClinicFixture *fixture,
     const char    *given)
{
  return clinic_fixture_add (fixture, given, "", MESO_SEX_MALE, "1980-05-01", "");
}

/* "Reza 2, Omid 1": names and sessions, 0 without one */
static void
assert_entries (GPtrArray  *entries,
                const char *expected)
{
  g_autoptr(GPtrArray) taken = entries;
  g_autoptr(GString) text = g_string_new ("");

  for (guint i = 0; i < taken->len; i++)
    {
      const MesoAgendaEntry *entry = g_ptr_array_index (taken, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", entry->chart->patient->given_name,
                              entry->session != NULL ? entry->session->n : 0);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_day (ClinicFixture *fixture,
            const char    *day,
            const char    *expected)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = meso_agenda_service_list_day (fixture->clinic, clinic_fixture_day (day), clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  assert_entries (entries, expected);
}

static void
assert_list (ClinicFixture *fixture,
             List           list,
             const char    *today,
             guint          limit,
             const char    *expected)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = list (fixture->clinic, clinic_fixture_day (today), limit, &error);

  g_assert_no_error (error);
  assert_entries (entries, expected);
}

static char *
get_course (ClinicFixture     *fixture,
            const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return g_strdup (chart->course->id);
}

static void
set_status (ClinicFixture     *fixture,
            const MesoPatient *patient,
            int                n,
            MesoPlannedStatus  status)
{
  g_autofree char *course = get_course (fixture, patient);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_plan_service_set_status (fixture->clinic, course, n, status, "on a journey", &error));
  g_assert_no_error (error);
}

static void
move (ClinicFixture     *fixture,
      const MesoPatient *patient,
      int                n,
      const char        *to)
{
  g_autofree char *course = get_course (fixture, patient);
  MesoCivilTime when = MESO_CIVIL_TIME_NONE;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_civil_time_parse (to, &when, &error));
  g_assert_true (meso_plan_service_move (fixture->clinic, course, n, when, FALSE, NULL, &error));
  g_assert_no_error (error);
}

/* In order of time, those without a time last; what was called off stays in sight, what another course took over doesn't. */
static void
test_day (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) reza = add (fixture, "Reza");
  g_autoptr(MesoPatient) omid = add (fixture, "Omid");
  g_autoptr(MesoPatient) nima = add (fixture, "Nima");
  g_autoptr(MesoPatient) dara = add (fixture, "Dara");

  clinic_fixture_plan (fixture, reza, "noticeable", TODAY);
  clinic_fixture_plan (fixture, omid, "noticeable", TODAY);
  clinic_fixture_plan (fixture, nima, "noticeable", TODAY);
  clinic_fixture_plan (fixture, dara, "noticeable", TODAY);
  clinic_fixture_plan (fixture, dara, "mild", "2026-11-25");
  move (fixture, omid, 1, TODAY "T16:00");
  move (fixture, nima, 1, TODAY "T09:30");
  set_status (fixture, nima, 1, MESO_CANCELLED);
  assert_day (fixture, TODAY, "Nima 1, Omid 1, Reza 1");
  assert_day (fixture, "2026-11-23", "");
}

static void
test_due_and_overdue (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) reza = add (fixture, "Reza");
  g_autoptr(MesoPatient) omid = add (fixture, "Omid");
  g_autoptr(MesoPatient) nima = add (fixture, "Nima");

  clinic_fixture_plan (fixture, reza, "noticeable", "2026-11-08");
  clinic_fixture_plan (fixture, omid, "noticeable", "2026-11-07");
  clinic_fixture_plan (fixture, nima, "maintenance", "2026-11-01");
  assert_list (fixture, meso_agenda_service_list_overdue, TODAY, 10, "Omid 1, Reza 1, Omid 2");
  assert_list (fixture, meso_agenda_service_list_overdue, TODAY, 2, "Omid 1, Reza 1");
  assert_list (fixture, meso_agenda_service_list_due, TODAY, 10, "Nima 1");
  set_status (fixture, omid, 1, MESO_MISSED);
  set_status (fixture, omid, 2, MESO_MISSED);
  set_status (fixture, nima, 1, MESO_MISSED);
  assert_list (fixture, meso_agenda_service_list_overdue, TODAY, 10, "Reza 1");
  assert_list (fixture, meso_agenda_service_list_due, TODAY, 10, "");
  /* The first check-up comes four weeks after the last session. */
  move (fixture, reza, 7, TODAY);
  assert_list (fixture, meso_agenda_service_list_due, TODAY, 10, "Reza 7");
  assert_list (fixture, meso_agenda_service_list_due, "2026-11-21", 10, "");
}

static void
test_begun (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) known = NULL;
  g_autoptr(MesoPatient) silent = NULL;
  g_autoptr(MesoPatient) added = NULL;
  g_autoptr(MesoPatient) expected = NULL;
  g_autofree char *screening = NULL;

  clinic_fixture_set_clock (fixture, "2026-11-21");
  known = add (fixture, "Reza");
  silent = add (fixture, "Omid");
  expected = add (fixture, "Nima");
  clinic_fixture_plan (fixture, expected, "noticeable", TODAY);
  assert_list (fixture, meso_agenda_service_list_begun, TODAY, 10, "");
  clinic_fixture_set_clock (fixture, TODAY);
  added = add (fixture, "Dara");
  screening = clinic_fixture_screen (fixture, known, TODAY, "");
  clinic_fixture_store_formula (fixture, expected, "biotin", NULL);
  assert_list (fixture, meso_agenda_service_list_begun, TODAY, 10, "Reza 0, Dara 0");
  assert_list (fixture, meso_agenda_service_list_begun, TODAY, 1, "Reza 0");
  assert_list (fixture, meso_agenda_service_list_begun, "2026-11-21", 10, "Nima 0, Omid 0, Reza 0");
}

static void
test_drafts (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) reza = add (fixture, "Reza");
  g_autofree char *nobody = g_uuid_string_random ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  const MesoDraftNote *note;

  clinic_fixture_set_clock (fixture, TODAY);
  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "new", "{}", &error));
  g_assert_true (meso_draft_service_put (fixture->clinic, "formula", nobody, "{}", &error));
  g_assert_true (meso_draft_service_put (fixture->clinic, "screening", reza->id, "{}", &error));
  notes = meso_agenda_service_list_drafts (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 3);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (note->draft->entity, ==, "screening");
  g_assert_cmpstr (note->patient->id, ==, reza->id);
  note = g_ptr_array_index (notes, 1);
  g_assert_cmpstr (note->draft->key, ==, nobody);
  g_assert_null (note->patient);
  note = g_ptr_array_index (notes, 2);
  g_assert_null (note->patient);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/agenda/day", test_day);
  g_test_add_func ("/services/agenda/due-and-overdue", test_due_and_overdue);
  g_test_add_func ("/services/agenda/begun", test_begun);
  g_test_add_func ("/services/agenda/drafts", test_drafts);

  return g_test_run ();
}
