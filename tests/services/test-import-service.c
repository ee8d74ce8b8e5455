/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-service.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"

static char *
put (ClinicFixture *fixture,
     const char    *text)
{
  char *path = g_build_filename (fixture->folder, "people.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static MesoPatientMapping *
guess (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportSample) sample = meso_import_service_sample (path, MESO_IMPORT_UTF8, 0, 100, &error);

  g_assert_no_error (error);
  return meso_patient_mapping_copy (sample->mapping);
}

static MesoImportCheck *
check_file (ClinicFixture *fixture,
            const char    *path)
{
  g_autoptr(MesoPatientMapping) mapping = guess (path);
  g_autoptr(GError) error = NULL;
  MesoImportCheck *check =
    meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, mapping, clinic_fixture_day (TODAY), NULL, &error);

  g_assert_no_error (error);
  return check;
}

static MesoImportCheck *
check_text (ClinicFixture *fixture,
            const char    *text)
{
  g_autofree char *path = put (fixture, text);

  return check_file (fixture, path);
}

static MesoImportResult
store (ClinicFixture   *fixture,
       MesoImportCheck *check,
       gboolean         skip_refused,
       gboolean         skip_twins)
{
  MesoImportChoices choices = { skip_refused, skip_twins };
  MesoImportResult result = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_import_service_store (fixture->clinic, check, &choices, NULL, &result, &error));
  g_assert_no_error (error);
  return result;
}

static guint
count_patients (ClinicFixture *fixture)
{
  g_autoptr(GPtrArray) all = meso_patient_service_list (fixture->clinic, 0, 0, NULL);

  return all->len;
}

static char *
make_staging_path (ClinicFixture *fixture)
{
  return g_strconcat (fixture->path, ".import", NULL);
}

static void
test_all (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoImportCheck) check = check_text (fixture,
    "نام,نام خانوادگی,جنسیت,تاریخ تولد,موبایل,حساسیت\r\n"
    "علی‌رضا,كریمی,مرد,۱۳۶۹/۲/۱۱,۰۹۱۲ ۳۴۵ ۶۷۸۹,penicillin | rash | severe; latex\r\n"
    "Leila,O'Neill,f,1990-05-01,,ندارد\r\n,,,,,\r\n");
  MesoImportResult result;
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(MesoPatientRecord) other = NULL;
  g_autoptr(GError) error = NULL;
  MesoHealthItem *item;

  g_assert_cmpuint (check->n_rows, ==, 2);
  g_assert_cmpuint (check->n_good, ==, 2);
  g_assert_cmpuint (check->n_forms[MESO_IMPORT_DATE_FORM_PERSIAN], ==, 1);
  g_assert_cmpuint (check->n_forms[MESO_IMPORT_DATE_FORM_GREGORIAN], ==, 1);
  g_assert_cmpuint (count_patients (fixture), ==, 0);
  result = store (fixture, check, FALSE, FALSE);
  g_assert_cmpuint (result.n_imported, ==, 2);

  record = meso_record_service_get (fixture->clinic, "0001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->patient->given_name, ==, "علی‌رضا");
  g_assert_cmpstr (record->patient->phone, ==, "+989123456789");
  g_assert_cmpuint (record->items->len, ==, 2);
  item = g_ptr_array_index (record->items, 0);
  g_assert_cmpstr (item->what, ==, "penicillin");
  g_assert_cmpint (item->severity, ==, MESO_ALLERGY_SEVERE);
  other = meso_record_service_get (fixture->clinic, "0002", &error);
  g_assert_cmpint (other->patient->allergies_asked, ==, MESO_ASKED_NONE);
  g_assert_cmpint (other->patient->medicines_asked, ==, MESO_ASKED_NOT);
  /* They are found like any other. */
  {
    g_autoptr(GPtrArray) found = meso_patient_service_search (fixture->clinic, "علیرضا كر", 10, &error);

    g_assert_cmpuint (found->len, ==, 1);
  }
}

/* Each has a row in the log, which names the allergies too; the file has one with its digest. */
static void
test_log (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoImportCheck) check = check_text (fixture, "name,allergies\nLeila,latex\nSara,\n");
  g_autofree char *dump = NULL;

  store (fixture, check, FALSE, FALSE);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "patient", NULL), ==, 2);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "import", "clinic", NULL), ==, 1);
  {
    g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, NULL);

    g_assert_cmpuint (problems->len, ==, 0);
  }
  g_assert_nonnull (check->sha256);
  g_clear_pointer (&check, meso_import_check_free);
  dump = clinic_fixture_dump (fixture);
  g_assert_true (strstr (dump, "\"allergies\":{\"old\":\"\",\"new\":\"latex") != NULL);
  g_assert_true (strstr (dump, "people.csv") != NULL);
}

static void
test_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(MesoImportCheck) check = check_text (fixture, "name,dob\nLeila,1990-02-30\nSara,1990-05-01\nZoe,1,2\n");
  MesoImportChoices choices = { FALSE, FALSE };
  MesoImportResult result;
  const MesoImportFault *fault;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (check->n_rows, ==, 3);
  g_assert_cmpuint (check->n_refused, ==, 2);
  g_assert_cmpuint (check->faults->len, ==, 2);
  fault = g_ptr_array_index (check->faults, 0);
  g_assert_cmpuint (fault->line, ==, 2);
  g_assert_cmpuint (fault->column, ==, 7);
  g_assert_cmpint (fault->kind, ==, MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  fault = g_ptr_array_index (check->faults, 1);
  g_assert_cmpuint (fault->line, ==, 4);
  g_assert_cmpint (fault->kind, ==, MESO_IMPORT_FAULT_ROW_WIDTH);

  g_assert_false (meso_import_service_store (fixture->clinic, check, &choices, NULL, &result, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "Nothing was stored");
  g_clear_pointer (&check, meso_import_check_free);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_skip_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoImportCheck) check = check_text (fixture, "name,dob\nLeila,1990-02-30\nSara,1990-05-01\nZoe,1,2\n");
  MesoImportResult result = store (fixture, check, TRUE, FALSE);

  g_assert_cmpuint (result.n_imported, ==, 1);
  g_assert_cmpuint (result.n_skipped_refused, ==, 2);
  g_assert_cmpuint (count_patients (fixture), ==, 1);
}

/* Behind a wrong quote nobody knows where a row ends: such a file is refused whatever was chosen. */
static void
test_fatal (void)
{
  static const char *const files[] = { "name\nLeila\n\"Sa\"ra\n", "name\nLeila\n\xE7\n", "name\nLeila\n\"Sara\n", "" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
      g_autofree char *path = put (fixture, files[i]);
      g_autoptr(MesoPatientMapping) mapping = meso_patient_mapping_new ((const char *const[]) { "name", NULL });
      MesoImportChoices choices = { TRUE, TRUE };
      MesoImportResult result;
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoImportCheck) check = meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, mapping,
                                                                    clinic_fixture_day (TODAY), NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (check->fatal);
      g_assert_false (meso_import_service_store (fixture->clinic, check, &choices, NULL, &result, &error));
      g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID);
      g_assert_cmpuint (count_patients (fixture), ==, 0);
    }
}

static const char twins_file[] =
  "first name,last name,dob,phone,national id\n"
  "Sara,Ahmadi,1985-03-04,09121112233,\n"
  "Leila,Karimi,1990-05-01,,0932833810\n"
  "ahmadi,SARA,1985-03-04,09121112233,\n"
  "Zoe,Smith,1970-01-01,,\n";

static void
test_twins (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) on_file = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoImportCheck) check = check_text (fixture, twins_file);
  const MesoImportTwin *twin;
  MesoImportResult result;

  g_assert_cmpuint (check->n_twins, ==, 2);
  g_assert_cmpuint (check->twins->len, ==, 2);
  twin = g_ptr_array_index (check->twins, 0);
  g_assert_cmpuint (twin->line, ==, 3);
  g_assert_cmpstr (twin->patient, ==, on_file->id);
  g_assert_cmpstr (twin->file_number, ==, on_file->file_number);
  g_assert_cmpuint (twin->other_line, ==, 0);
  twin = g_ptr_array_index (check->twins, 1);
  g_assert_cmpuint (twin->line, ==, 4);
  g_assert_cmpuint (twin->other_line, ==, 2);
  g_assert_null (twin->patient);

  result = store (fixture, check, FALSE, TRUE);
  g_assert_cmpuint (result.n_imported, ==, 2);
  g_assert_cmpuint (result.n_skipped_twins, ==, 2);
  g_assert_cmpuint (count_patients (fixture), ==, 3);
}

static void
test_twins_kept (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoImportCheck) check = check_text (fixture, twins_file);
  MesoImportResult result = store (fixture, check, FALSE, FALSE);

  g_assert_cmpuint (result.n_imported, ==, 4);
  g_assert_cmpuint (result.n_skipped_twins, ==, 0);
}

/* A number is taken from the file while it is free; else another one is given out. */
static void
test_file_numbers (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) on_file = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoImportCheck) check =
    check_text (fixture, "name,file_number\nA,0003\nB,۱\nC,\nD,3\nE,X-7\n");
  const MesoImportFault *fault;
  MesoImportResult result;
  g_autofree char *numbers = NULL;

  g_assert_cmpstr (on_file->file_number, ==, "0001");
  g_assert_cmpuint (check->n_refused, ==, 0);
  g_assert_cmpuint (check->n_remarks, ==, 2);
  fault = g_ptr_array_index (check->faults, 0);
  g_assert_cmpint (fault->kind, ==, MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN);
  g_assert_cmpuint (fault->line, ==, 3);
  g_assert_cmpuint (fault->column, ==, 3);
  fault = g_ptr_array_index (check->faults, 1);
  g_assert_cmpint (fault->kind, ==, MESO_IMPORT_FAULT_FILE_NUMBER_TWICE);
  g_assert_cmpuint (fault->line, ==, 5);
  g_assert_cmpuint (fault->found, ==, 2);
  result = store (fixture, check, FALSE, FALSE);
  g_assert_cmpuint (result.n_imported, ==, 5);
  g_assert_cmpuint (result.n_renumbered, ==, 2);
  g_clear_pointer (&check, meso_import_check_free);
  clinic_fixture_close (fixture);
  numbers = clinic_fixture_shell (fixture->path, "SELECT group_concat (family_name || file_number, ' ') FROM"
                                                 " (SELECT * FROM patient WHERE family_name <> 'Karimi' ORDER BY family_name);");
  g_assert_cmpstr (numbers, ==, "A0003 B0002 C0004 D0005 EX-7");
  clinic_fixture_open (fixture, NULL);
}

/* Private, one at a time, gone afterwards, and gone when the clinic is opened again after a kill. */
static void
test_staging_file (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *staging = make_staging_path (fixture);
  g_autofree char *path = put (fixture, "name\nLeila\n");
  g_autoptr(MesoPatientMapping) mapping = guess (path);
  g_autoptr(MesoImportCheck) check = check_file (fixture, path);
  g_autoptr(GError) error = NULL;
  struct stat about;

  g_assert_cmpint (g_lstat (staging, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_null (meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, mapping, clinic_fixture_day (TODAY), NULL,
                                            &error));
  g_assert_cmpint (meso_services_error_classify (error), ==, MESO_PROBLEM_BUSY);
  g_clear_pointer (&check, meso_import_check_free);
  g_assert_false (g_file_test (staging, G_FILE_TEST_EXISTS));

  clinic_fixture_close (fixture);
  g_assert_true (g_file_set_contents (staging, "left by a kill", -1, NULL));
  clinic_fixture_open (fixture, NULL);
  g_assert_false (g_file_test (staging, G_FILE_TEST_EXISTS));
}

static void
test_other_file_meanwhile (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = put (fixture, "name,phone\nLeila,\n");
  g_autoptr(MesoPatientMapping) mapping = guess (path);
  g_autofree char *again = put (fixture, "phone,name\n,Leila\n");
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_import_service_check (fixture->clinic, again, MESO_IMPORT_UTF8, 0, mapping, clinic_fixture_day (TODAY), NULL,
                                            &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "other columns");
  mapping->fields[0] = MESO_IMPORT_FIELD_NONE;
  g_assert_null (meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, mapping, clinic_fixture_day (TODAY), NULL,
                                            &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "name");
}

/* The clinic's own file, opened and closed by anyone, would lose its lock. */
static void
test_no_such_file (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_import_service_sample (fixture->path, MESO_IMPORT_UTF8, 0, 10, &error));
  g_assert_cmpint (meso_services_error_classify (error), ==, MESO_PROBLEM_ALREADY_OPEN);
  g_clear_error (&error);
  g_assert_null (meso_import_service_sample (fixture->folder, MESO_IMPORT_UTF8, 0, 10, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "isn't a file");
  g_assert_null (meso_import_service_sample ("/nowhere/x.csv", MESO_IMPORT_UTF8, 0, 10, &error));
  g_assert_cmpint (meso_services_error_classify (error), ==, MESO_PROBLEM_FILE_MISSING);
}

static void
test_sample (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = put (fixture, "name;dob\nLeila;25/12/1990\nSara;01/02/1991\nshort\nZoe;x\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportSample) sample = meso_import_service_sample (path, MESO_IMPORT_UTF8, 0, 100, &error);
  g_autoptr(MesoImportSample) two = meso_import_service_sample (path, MESO_IMPORT_UTF8, 0, 2, &error);
  g_autoptr(GPtrArray) rows = meso_import_sample_read (sample, sample->mapping, clinic_fixture_day (TODAY));
  const MesoImportRow *row;

  g_assert_cmpint (sample->separator, ==, ';');
  g_assert_cmpint (sample->guess, ==, MESO_IMPORT_UTF8);
  g_assert_cmpint (sample->mapping->date_order, ==, MESO_IMPORT_DATE_DMY);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpuint (two->rows->len, ==, 2);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpint (row->record->patient->birth_date.month, ==, 2);
  row = g_ptr_array_index (rows, 2);
  g_assert_null (row->record);
  g_assert_cmpint (((MesoImportFault *) g_ptr_array_index (row->faults, 0))->kind, ==, MESO_IMPORT_FAULT_ROW_WIDTH);
  row = g_ptr_array_index (rows, 3);
  g_assert_null (row->record);
  g_assert_cmpuint (((MesoImportFault *) g_ptr_array_index (row->faults, 0))->line, ==, 5);
}

static char *
word (const MesoImportFault *fault,
      gpointer               data)
{
  return g_strdup_printf ("%s!", (const char *) data);
}

static void
test_report (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoImportCheck) check = check_text (fixture, "name,sex\n\"=Lei,la\",perhaps\nSara,\nZoe\n");
  g_autofree char *path = g_build_filename (fixture->folder, "report.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_import_service_save_faults (check, path, word, (gpointer) "bad", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\xEF\xBB\xBFline,column,field,what,row\r\n"
                             "2,11,sex,bad!,\"\"\"'=Lei,la\"\",perhaps\"\r\n"
                             "4,4,,bad!,\r\n");
  g_assert_true (meso_import_service_save_faults (check, path, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Cancelled at any moment: nothing is stored, and what lay ready can be stored later all the same. */

static gpointer
cancel_soon (gpointer data)
{
  gpointer *request = data;

  g_usleep (GPOINTER_TO_UINT (request[1]));
  g_cancellable_cancel (meso_operation_get_cancellable (request[0]));
  return NULL;
}

static char *
make_many (guint n)
{
  GString *text = g_string_new ("given_name,family_name,dob,phone\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Leila%u,Karimi,19%02u-05-01,0912%07u\n", i, i % 100, i);
  return g_string_free (text, FALSE);
}

static void
test_cancel (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *many = make_many (3000);
  g_autofree char *path = put (fixture, many);
  g_autoptr(MesoPatientMapping) mapping = guess (path);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_cancelled = 0;

  g_test_message ("seed %u", seed);
  for (guint turn = 0; turn < 12; turn++)
    {
      g_autoptr(MesoOperation) operation = meso_operation_new ();
      gpointer request[2] = { operation, GUINT_TO_POINTER (g_rand_int_range (rand, 0, turn < 6 ? 60000 : 300000)) };
      GThread *thread = g_thread_new ("cancel", cancel_soon, request);
      g_autoptr(MesoImportCheck) check = NULL;
      MesoImportChoices choices = { FALSE, FALSE };
      MesoImportResult result;
      g_autoptr(GError) error = NULL;
      guint before = count_patients (fixture);
      gboolean stored;

      check = meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, mapping, clinic_fixture_day (TODAY), operation,
                                         &error);
      stored = check != NULL && meso_import_service_store (fixture->clinic, check, &choices, operation, &result, &error);
      g_thread_join (thread);
      if (!stored)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled += !stored;
      g_assert_cmpuint (count_patients (fixture), ==, before + (stored ? 3000 : 0));
    }
  g_assert_cmpuint (n_cancelled, >, 0);
  {
    g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, NULL);

    g_assert_cmpuint (problems->len, ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-service/all", test_all);
  g_test_add_func ("/import-service/log", test_log);
  g_test_add_func ("/import-service/refused", test_refused);
  g_test_add_func ("/import-service/skip-refused", test_skip_refused);
  g_test_add_func ("/import-service/fatal", test_fatal);
  g_test_add_func ("/import-service/twins", test_twins);
  g_test_add_func ("/import-service/twins-kept", test_twins_kept);
  g_test_add_func ("/import-service/file-numbers", test_file_numbers);
  g_test_add_func ("/import-service/staging-file", test_staging_file);
  g_test_add_func ("/import-service/other-file-meanwhile", test_other_file_meanwhile);
  g_test_add_func ("/import-service/no-such-file", test_no_such_file);
  g_test_add_func ("/import-service/sample", test_sample);
  g_test_add_func ("/import-service/report", test_report);
  g_test_add_func ("/import-service/cancel", test_cancel);
  return g_test_run ();
}
