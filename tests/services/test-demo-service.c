/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-audit-service.h"
#include "meso-patient-service.h"
#include "meso-screening-service.h"
#include "meso-settings-service.h"

#define PEOPLE 40

static void
fill (ClinicFixture *fixture,
      guint          patients,
      guint32        seed)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_demo_service_fill (fixture->clinic, patients, seed, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
}

/* What two clinics of one seed have in common: everything but ids and moments. */
static char *
describe (ClinicFixture *fixture)
{
  static const char sql[] =
    "SELECT file_number, given_name, family_name, sex, birth_date, phone, language FROM patient ORDER BY number;"
    "SELECT p.number, s.date, s.form, s.weight_g, s.verdict, s.until FROM screening s JOIN patient p ON p.id = s.patient"
    " ORDER BY 1, 2, 3, 4, 5, 6;"
    "SELECT p.number, a.question, a.kind FROM screening_answer a JOIN screening s ON s.id = a.screening"
    " JOIN patient p ON p.id = s.patient ORDER BY 1, 2, 3, s.date;"
    "SELECT p.number, l.template, n.n, n.date, n.kind FROM plan_session n JOIN plan l ON l.id = n.plan"
    " JOIN patient p ON p.id = l.patient ORDER BY 1, 3;";
  char *description;

  clinic_fixture_close (fixture);
  description = clinic_fixture_shell (fixture->path, sql);
  clinic_fixture_open (fixture, NULL);
  return description;
}

static void
test_equal_seeds_give_equal_clinics (void)
{
  g_autoptr(ClinicFixture) first = clinic_fixture_new ();
  g_autoptr(ClinicFixture) second = clinic_fixture_new ();
  g_autoptr(ClinicFixture) other = clinic_fixture_new ();
  g_autofree char *of_first = NULL;
  g_autofree char *of_second = NULL;
  g_autofree char *of_other = NULL;

  fill (first, PEOPLE, 7);
  fill (second, PEOPLE, 7);
  fill (other, PEOPLE, 8);
  of_first = describe (first);
  of_second = describe (second);
  of_other = describe (other);
  g_assert_cmpstr (of_first, ==, of_second);
  g_assert_cmpstr (of_first, !=, of_other);
  g_assert_nonnull (strstr (of_first, "|noticeable|"));
}

static void
test_everything_holds (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  guint replayed = 0;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(MesoAuditReport) audit = NULL;
  g_autoptr(MesoClinicInfo) info = NULL;

  fill (fixture, PEOPLE, 7);
  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpuint (replayed, >, PEOPLE);
  problems = meso_clinic_check (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  audit = meso_audit_service_verify (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpint (audit->first_bad, ==, 0);
  info = meso_clinic_get_info (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_true (info->demo);
  g_assert_cmpuint (info->patients, ==, PEOPLE);
}

static void
test_settings (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GHashTable) settings = NULL;
  g_autoptr(GError) error = NULL;
  const char *const *keys = meso_settings_service_get_keys ();
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  fill (fixture, 0, 7);
  settings = meso_settings_service_get_all (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (settings, "demo"), ==, "yes");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (settings, keys[i]);

      if (value != NULL)
        g_hash_table_insert (known, (gpointer) keys[i], (gpointer) value);
    }
  g_assert_cmpuint (g_hash_table_size (known), >=, 8);
  /* What the demo sets, a clinic could have set. */
  g_assert_true (meso_settings_service_set (fixture->clinic, known, &error));
  g_assert_no_error (error);
}

/* Histories lie in the past two years; nobody is planned for a Friday. */
static void
test_days (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *days = NULL;

  fill (fixture, PEOPLE, 7);
  clinic_fixture_close (fixture);
  days = clinic_fixture_shell (fixture->path,
                               "SELECT count(*) FROM screening WHERE date > '" TODAY "' OR date < date('" TODAY "', '-737 days');"
                               "SELECT count(*) FROM plan_session WHERE strftime('%w', date) = '5';");
  g_assert_cmpstr (days, ==, "0\n0");
  clinic_fixture_open (fixture, NULL);
}

static void
test_people_are_found (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;

  fill (fixture, PEOPLE, 7);
  all = meso_patient_service_list (fixture->clinic, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, PEOPLE);
  for (guint i = 0; i < all->len; i++)
    {
      const MesoPatient *person = g_ptr_array_index (all, i);
      g_autoptr(GPtrArray) found = meso_patient_service_search (fixture->clinic, person->phone, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (found, 0))->id, ==, person->id);
    }
}

/* Made-up people never come among real ones, and no real clinic becomes a demo. */
static void
count_call (MesoOperation *operation,
            GParamSpec    *pspec,
            guint         *calls)
{
  (*calls)++;
}

/* One file and nothing beside it, and the same as a clinic that was filled */
static void
test_make (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "demo.db", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(MesoClinic) clinic = NULL;
  g_autoptr(MesoClinicInfo) info = NULL;
  g_autoptr(GError) error = NULL;
  guint calls = 0;

  g_signal_connect (operation, "notify::fraction", G_CALLBACK (count_call), &calls);
  g_assert_true (meso_demo_service_make (path, fixture->content, NULL, PEOPLE, 7, clinic_fixture_day (TODAY), operation, &error));
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 1);
  g_assert_cmpuint (calls, >, 0);
  clinic = meso_clinic_open (path, fixture->content, &error);
  g_assert_no_error (error);
  info = meso_clinic_get_info (clinic, &error);
  g_assert_cmpuint (info->patients, ==, PEOPLE);
  g_assert_true (info->demo);
  g_assert_true (meso_clinic_close (clinic, &error));
}

static void
test_a_cancel_leaves_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "demo.db", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_cancellable_cancel (meso_operation_get_cancellable (operation));
  g_assert_false (meso_demo_service_make (path, fixture->content, NULL, 20, 7, clinic_fixture_day (TODAY), operation, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "demo"));
}

static void
test_a_clinic_with_patients_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_demo_service_fill (fixture->clinic, 3, 7, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "demo");
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo/equal-seeds-give-equal-clinics", test_equal_seeds_give_equal_clinics);
  g_test_add_func ("/services/demo/everything-holds", test_everything_holds);
  g_test_add_func ("/services/demo/settings", test_settings);
  g_test_add_func ("/services/demo/days", test_days);
  g_test_add_func ("/services/demo/people-are-found", test_people_are_found);
  g_test_add_func ("/services/demo/make", test_make);
  g_test_add_func ("/services/demo/a-cancel-leaves-nothing", test_a_cancel_leaves_nothing);
  g_test_add_func ("/services/demo/a-clinic-with-patients-is-refused", test_a_clinic_with_patients_is_refused);

  return g_test_run ();
}
