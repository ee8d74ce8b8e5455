/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-opening.h"

#include <glib/gstdio.h>

#include "clinic-fixture.h"
#include "meso-backup-service.h"
#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-patient-service.h"
#include "meso-settings-service.h"
#include "meso-staff-service.h"

#define DEMO_PATIENTS 12
#define KILLS 40

typedef struct
{
  MesoClinic *clinic;
  GError *error;
  gboolean answered;
  GThread *thread;
} Answer;

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->clinic = meso_clinic_opening_finish (result, &answer->error);
  answer->answered = TRUE;
  answer->thread = g_thread_self ();
}

/* (transfer full) (nullable): the clinic, or error */
static MesoClinic *
wait_for (Answer  *answer,
          GError **error)
{
  MesoClinic *clinic;

  while (!answer->answered)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
  g_assert_true (answer->thread == g_thread_self ());
  g_assert_true ((answer->clinic == NULL) == (answer->error != NULL));
  clinic = answer->clinic;
  if (answer->error != NULL)
    g_propagate_error (error, answer->error);
  *answer = (Answer) { 0 };
  return clinic;
}

static MesoClinicSetup *
answer_questions (const char *language)
{
  MesoClinicSetup *setup = meso_clinic_setup_new ();
  gboolean persian = g_str_equal (language, "fa");

  g_set_str (&setup->clinic_name, persian ? "کلینیک نیلوفر" : " Lotus & Co ");
  g_set_str (&setup->physician_name, persian ? "دکتر کریمی" : "Dr Karimi");
  g_set_str (&setup->licence_number, "12345");
  g_set_str (&setup->language, language);
  g_set_str (&setup->calendar, persian ? "persian" : "gregorian");
  g_set_str (&setup->digits, persian ? "persian" : "latin");
  return setup;
}

static MesoClinic *
set_up (const char  *path,
        const char  *language,
        GError     **error)
{
  g_autoptr(MesoClinicSetup) setup = answer_questions (language);
  Answer answer = { 0 };

  meso_clinic_set_up_async (path, setup, NULL, on_answer, &answer);
  return wait_for (&answer, error);
}

static char *
get_setting (MesoClinic *clinic,
             const char *key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) settings = meso_settings_service_get_all (clinic, &error);

  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (settings, key));
}

static void
assert_setting (MesoClinic *clinic,
                const char *key,
                const char *value)
{
  g_autofree char *there = get_setting (clinic, key);

  g_assert_cmpstr (there, ==, value);
}

/* Only these files lie in the folder, apart by spaces. */
static void
assert_folder_holds (ClinicFixture *fixture,
                     const char    *names)
{
  g_auto(GStrv) expected = g_strsplit (names, " ", -1);
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      if (!g_strv_contains ((const char *const *) expected, name))
        g_error ("“%s” is in the folder", name);
    }
  g_assert_cmpuint (n, ==, g_strv_length (expected));
}

static void
count_change (MesoClinic *clinic,
              const char *what,
              const char *id,
              guint      *heard)
{
  (*heard)++;
}

/* The caller has a main context of its own: answers and news come there. */
static void
test_open (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(MesoClinic) clinic = NULL;
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };
  guint heard = 0;

  clinic_fixture_close (fixture);
  g_main_context_push_thread_default (context);
  meso_clinic_open_async (fixture->path, NULL, on_answer, &answer);
  clinic = wait_for (&answer, &error);
  g_assert_no_error (error);
  g_signal_connect (clinic, "changed", G_CALLBACK (count_change), &heard);
  g_assert_true (meso_draft_service_put (clinic, "patient", "new", "{}", &error));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (heard, ==, 0);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_cmpuint (heard, ==, 1);
  g_main_context_pop_thread_default (context);
}

static void
test_open_fails (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  meso_clinic_open_async (missing, NULL, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_FOUND, missing);
  meso_clinic_open_async (fixture->path, NULL, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN, "clinic.db");
  g_cancellable_cancel (cancellable);
  meso_clinic_open_async (fixture->path, cancellable, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_set_up (gconstpointer data)
{
  gboolean persian = g_str_equal (data, "fa");
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) staff = NULL;
  g_autoptr(MesoStaff) desk = NULL;

  clinic_fixture_close (fixture);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  fixture->clinic = set_up (fixture->path, data, &error);
  g_assert_no_error (error);
  assert_folder_holds (fixture, "clinic.db clinic.db-wal clinic.db.lock");
  assert_setting (fixture->clinic, "clinic-name", persian ? NULL : "Lotus & Co");
  assert_setting (fixture->clinic, "clinic-name-fa", persian ? "کلینیک نیلوفر" : NULL);
  assert_setting (fixture->clinic, "physician", persian ? NULL : "Dr Karimi");
  assert_setting (fixture->clinic, "language", data);
  assert_setting (fixture->clinic, "calendar", persian ? "persian" : "gregorian");
  assert_setting (fixture->clinic, "digits", persian ? "persian" : "latin");
  assert_setting (fixture->clinic, "closed-days", persian ? "fri" : NULL);
  assert_setting (fixture->clinic, "demo", NULL);

  staff = meso_staff_service_list (fixture->clinic, FALSE, &error);
  g_assert_cmpuint (staff->len, ==, 1);
  desk = meso_staff_service_dup_desk (fixture->clinic);
  g_assert_cmpstr (desk->name, ==, persian ? "دکتر کریمی" : "Dr Karimi");
  g_assert_cmpint (desk->role, ==, MESO_ROLE_PHYSICIAN);
  g_assert_cmpstr (desk->licence_number, ==, "12345");
}

static void
assert_bad (char       **field,
            const char  *value,
            const MesoClinicSetup *setup,
            const char  *text)
{
  g_autofree char *good = g_strdup (*field);
  g_autoptr(GError) error = NULL;

  g_set_str (field, value);
  g_assert_false (meso_clinic_setup_check (setup, &error));
  if (error == NULL || !g_str_has_prefix (error->message, text))
    g_error ("“%s” doesn't begin with %s", error != NULL ? error->message : "", text);
  g_set_str (field, good);
}

static void
test_setup_check (void)
{
  g_autoptr(MesoClinicSetup) setup = answer_questions ("en");
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_clinic_setup_check (setup, &error));
  g_assert_no_error (error);
  assert_bad (&setup->clinic_name, "", setup, "clinic-name: ");
  assert_bad (&setup->clinic_name, " \n", setup, "clinic-name: ");
  assert_bad (&setup->clinic_name, long_name, setup, "clinic-name: ");
  assert_bad (&setup->clinic_name, "a\nb", setup, "clinic-name: ");
  assert_bad (&setup->physician_name, "", setup, "physician: ");
  assert_bad (&setup->physician_name, long_name, setup, "physician: ");
  assert_bad (&setup->licence_number, long_name, setup, "licence-number: ");
  assert_bad (&setup->language, "de", setup, "language: ");
  assert_bad (&setup->calendar, "julian", setup, "calendar: ");
  assert_bad (&setup->digits, "roman", setup, "digits: ");
}

/* Bad answers and a taken place leave everything as it was. */
static void
test_set_up_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no-folder", "clinic.db", NULL);
  g_autoptr(MesoClinicSetup) setup = answer_questions ("en");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  Answer answer = { 0 };

  g_assert_null (set_up (fixture->path, "en", &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS, "clinic.db");
  g_assert_null (set_up (nowhere, "en", &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_FOLDER, "no-folder");
  g_set_str (&setup->physician_name, "");
  meso_clinic_set_up_async (other, setup, NULL, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "physician: ");
  assert_folder_holds (fixture, "clinic.db clinic.db-wal clinic.db.lock");
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Starts another process that sets a clinic up, and lets it live so long; G_MAXULONG to its end. */
static gulong
set_up_elsewhere (const char *path,
                  gulong      microseconds)
{
  g_autoptr(GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, "/proc/self/exe", "--set-up", path,
                                                   NULL);

  g_assert_no_error (error);
  if (microseconds != G_MAXULONG)
    {
      g_usleep (microseconds);
      g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  return (gulong) (g_get_monotonic_time () - began);
}

/* In the first moments of its life a clinic may be killed at any time: it is there and whole, or it isn't. */
static void
test_set_up_killed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *first = g_build_filename (fixture->folder, "first.db", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "new.db", NULL);
  g_autofree char *left = g_build_filename (fixture->folder, "new.db.new", NULL);
  gulong whole = set_up_elsewhere (first, G_MAXULONG);
  guint in_between = 0;

  clinic_fixture_close (fixture);
  for (guint i = 0; i <= KILLS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoClinic) clinic = NULL;

      set_up_elsewhere (path, i < KILLS ? whole * i / KILLS : G_MAXULONG);
      in_between += g_file_test (left, G_FILE_TEST_EXISTS) ? 1 : 0;
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      clinic = meso_clinic_open (path, fixture->content, &error);
      g_assert_no_error (error);
      assert_setting (clinic, "clinic-name", "Lotus & Co");
      g_assert_true (meso_clinic_close (clinic, &error));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_test_message ("%d kills, %u of them in the midst of it", KILLS, in_between);
  clinic_fixture_open (fixture, NULL);
}

/* What a kill left beside the place is taken away; what another program is just making is not. */
static void
test_set_up_after_a_kill (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "new.db", NULL);
  g_autofree char *left = g_build_filename (fixture->folder, "new.db.new", NULL);
  g_autofree char *left_log = g_build_filename (fixture->folder, "new.db.new-wal", NULL);
  g_autofree char *left_lock = g_build_filename (fixture->folder, "new.db.new.lock", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoClinic) clinic = NULL;

  clinic_fixture_close (fixture);
  clinic = meso_clinic_create (left, fixture->content, &error);
  g_assert_no_error (error);
  g_assert_null (set_up (path, "en", &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN, "new.db.new");
  g_assert_true (meso_clinic_close (clinic, &error));
  g_clear_object (&clinic);

  g_assert_true (g_file_set_contents (left_log, "left", -1, &error));
  g_assert_true (g_file_set_contents (left_lock, "1\n", -1, &error));
  clinic = set_up (path, "en", &error);
  g_assert_no_error (error);
  assert_folder_holds (fixture, "clinic.db new.db new.db-wal new.db.lock");
  clinic_fixture_open (fixture, NULL);
}

static void
test_demo (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "demo.db", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(MesoClinicInfo) info = NULL;
  g_autoptr(MesoClinicInfo) again = NULL;
  g_autoptr(MesoClinic) clinic = NULL;
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  meso_clinic_open_demo_async (path, "fa", DEMO_PATIENTS, operation, on_answer, &answer);
  clinic = wait_for (&answer, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 1);
  info = meso_clinic_get_info (clinic, &error);
  g_assert_true (info->demo);
  g_assert_cmpuint (info->patients, ==, DEMO_PATIENTS);
  assert_setting (clinic, "language", "fa");
  assert_setting (clinic, "calendar", "persian");
  assert_setting (clinic, "digits", "persian");

  /* Opened again in the other language: the same people. */
  g_clear_object (&clinic);
  meso_clinic_open_demo_async (path, "en", DEMO_PATIENTS + 1, NULL, on_answer, &answer);
  clinic = wait_for (&answer, &error);
  g_assert_no_error (error);
  again = meso_clinic_get_info (clinic, &error);
  g_assert_cmpuint (again->patients, ==, DEMO_PATIENTS);
  assert_setting (clinic, "language", "en");
  assert_setting (clinic, "calendar", "gregorian");
  assert_setting (clinic, "digits", "latin");
}

static void
test_demo_cancelled (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "demo.db", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  g_signal_connect_swapped (operation, "notify::fraction", G_CALLBACK (g_cancellable_cancel),
                            meso_operation_get_cancellable (operation));
  meso_clinic_open_demo_async (path, "en", 400, operation, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_folder_holds (fixture, "clinic.db clinic.db-wal clinic.db.lock");
}

/* A clinic's own records lie where the demo should be. */
static void
test_demo_is_no_clinic (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  Answer answer = { 0 };

  clinic_fixture_close (fixture);
  meso_clinic_open_demo_async (fixture->path, "en", DEMO_PATIENTS, NULL, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, fixture->path);
  clinic_fixture_open (fixture, NULL);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_restore (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.backup", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "restored.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupResult) backup = meso_backup_service_write (fixture->clinic, copy, &error);
  g_autoptr(MesoClinic) clinic = NULL;
  g_autoptr(MesoPatient) found = NULL;
  Answer answer = { 0 };

  g_assert_no_error (error);
  meso_clinic_restore_async (copy, path, NULL, on_answer, &answer);
  clinic = wait_for (&answer, &error);
  g_assert_no_error (error);
  found = meso_patient_service_get (clinic, patient->id, &error);
  g_assert_cmpstr (found->given_name, ==, "Leila");
  g_assert_true (meso_clinic_close (clinic, NULL));

  meso_clinic_restore_async (copy, path, NULL, on_answer, &answer);
  g_assert_null (wait_for (&answer, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS, path);
}

static void
test_default_places (void)
{
  g_autofree char *path = meso_clinic_dup_default_path ();
  g_autofree char *demo = meso_clinic_dup_demo_path ();
  g_autoptr(MesoClinic) clinic = NULL;
  g_autoptr(GError) error = NULL;

  /* Its own folder is made. */
  g_assert_cmpstr (demo, !=, path);
  clinic = set_up (path, "en", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static int
set_up_and_linger (const char *path)
{
  g_autoptr(MesoClinic) clinic = set_up (path, "en", NULL);

  return clinic != NULL ? 0 : 1;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--set-up"))
    return set_up_and_linger (argv[2]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/services/clinic-opening/open", test_open);
  g_test_add_func ("/services/clinic-opening/open-fails", test_open_fails);
  g_test_add_data_func ("/services/clinic-opening/set-up-en", "en", test_set_up);
  g_test_add_data_func ("/services/clinic-opening/set-up-fa", "fa", test_set_up);
  g_test_add_func ("/services/clinic-opening/setup-check", test_setup_check);
  g_test_add_func ("/services/clinic-opening/set-up-refused", test_set_up_refused);
  g_test_add_func ("/services/clinic-opening/set-up-killed", test_set_up_killed);
  g_test_add_func ("/services/clinic-opening/set-up-after-a-kill", test_set_up_after_a_kill);
  g_test_add_func ("/services/clinic-opening/demo", test_demo);
  g_test_add_func ("/services/clinic-opening/demo-cancelled", test_demo_cancelled);
  g_test_add_func ("/services/clinic-opening/demo-is-no-clinic", test_demo_is_no_clinic);
  g_test_add_func ("/services/clinic-opening/restore", test_restore);
  g_test_add_func ("/services/clinic-opening/default-places", test_default_places);

  return g_test_run ();
}
