/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-export-service.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clinic-fixture.h"
#include "meso-import-service.h"
#include "meso-patient-archive-service.h"
#include "meso-patient-merge-service.h"
#include "meso-record-service.h"

static const MesoExportRequest everyone = { .who = MESO_EXPORT_ALL, .separator = ',' };

static char *
write_text (ClinicFixture           *fixture,
            const MesoExportRequest *request)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_assert_true (meso_export_service_write_file (fixture->clinic, request, path, TRUE, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
read_text (ClinicFixture *fixture,
           const char    *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr(MesoImportSample) sample = NULL;
  g_autoptr(MesoImportCheck) check = NULL;
  MesoImportChoices choices = { FALSE, FALSE };
  MesoImportResult result;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  sample = meso_import_service_sample (path, MESO_IMPORT_UTF8, 0, 100, &error);
  g_assert_no_error (error);
  check = meso_import_service_check (fixture->clinic, path, MESO_IMPORT_UTF8, 0, sample->mapping, clinic_fixture_day (TODAY), NULL,
                                     &error);
  g_assert_no_error (error);
  g_assert_true (meso_import_service_store (fixture->clinic, check, &choices, NULL, &result, &error));
  g_assert_no_error (error);
}

static void
add_record (ClinicFixture *fixture,
            guint          n)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  g_autoptr(MesoPatientRecord) stored = NULL;
  g_autofree char *name = g_strdup_printf ("=Leila%u", n);
  g_autoptr(GError) error = NULL;

  g_set_str (&record->patient->given_name, name);
  g_set_str (&record->patient->notes, "one\n\"two\", three\r\nfour");
  g_set_str (&record->patient->phone, n % 2 ? "+989123456789" : "+98 21 8888 1234");
  g_set_str (&record->patient->address, "'-x");
  if (n % 3 == 0)
    record->patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  else
    {
      record->patient->age = (int) n;
      record->patient->age_on = clinic_fixture_day (TODAY);
    }
  record->patient->conditions_asked = n % 2 ? MESO_ASKED_NONE : MESO_ASKED_NOT;
  for (guint i = 0; i < n % 3; i++)
    {
      MesoHealthItem *item = meso_health_item_new (i == 0 ? MESO_HEALTH_ALLERGY : MESO_HEALTH_MEDICINE, "a; b | c");

      g_set_str (&item->detail, "\\rash");
      g_set_str (&item->since, "۱۳۹۹");
      g_ptr_array_add (record->items, item);
    }
  stored = meso_record_service_add (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

/* What is written is read again as the same, also what looks like a formula. */
static void
test_there_and_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(ClinicFixture) other = clinic_fixture_new ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  for (guint n = 0; n < 12; n++)
    add_record (fixture, n);
  text = write_text (fixture, &everyone);
  read_text (other, text);
  again = write_text (other, &everyone);
  g_assert_cmpstr (again, ==, text);
  g_assert_null (strstr (text, ",=Leila"));
  g_assert_nonnull (strstr (text, ",'=Leila"));
  g_assert_nonnull (strstr (text, ",+989123456789,"));
}

static void
test_who (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) sara = clinic_fixture_add (fixture, "Sara", "Ahmadi", MESO_SEX_FEMALE, "1985-03-04", "");
  g_autoptr(MesoPatient) twin = clinic_fixture_add (fixture, "Laila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) put_away = NULL;
  g_autoptr(MesoPatient) kept = NULL;
  MesoExportRequest request = everyone;
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;
  g_autofree char *current = NULL;
  g_autofree char *archived = NULL;

  put_away = meso_patient_archive_service_archive (fixture->clinic, sara->id, "moved away", &error);
  g_assert_no_error (error);
  kept = meso_patient_merge_service_merge (fixture->clinic, twin->id, leila->id, NULL, "one person", &error);
  g_assert_no_error (error);
  all = write_text (fixture, &request);
  request.who = MESO_EXPORT_CURRENT;
  current = write_text (fixture, &request);
  request.who = MESO_EXPORT_ARCHIVED;
  archived = write_text (fixture, &request);
  g_assert_true (strstr (all, "Leila") != NULL && strstr (all, "Sara") != NULL && strstr (all, "Laila") == NULL);
  g_assert_true (strstr (current, "Leila") != NULL && strstr (current, "Sara") == NULL);
  g_assert_true (strstr (archived, "Leila") == NULL && strstr (archived, "Sara") != NULL);
}

static void
test_form (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoExportRequest request = { .who = MESO_EXPORT_ALL, .separator = ';', .byte_order_mark = TRUE };
  g_autofree char *text = write_text (fixture, &request);

  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF" "file_number;given_name;"));
  g_assert_true (strstr (text, "\r\n0001;Leila;Karimi;;;female;1990-05-01;1369-02-11;") != NULL);
  g_assert_true (g_str_has_suffix (text, "\r\n"));
}

static void
test_log (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoExportRequest request = { .who = MESO_EXPORT_ALL, .separator = ',', .recipient = "Dr Ahmadi", .reason = "second opinion" };
  g_autofree char *text = write_text (fixture, &request);
  g_autofree char *dump = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", "clinic", NULL), ==, 1);
  g_assert_true (meso_export_service_write_stream (fixture->clinic, &everyone, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", "clinic", NULL), ==, 2);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, strlen (text));
  dump = clinic_fixture_dump (fixture);
  g_assert_nonnull (strstr (dump, "Dr Ahmadi"));
  g_assert_nonnull (strstr (dump, "second opinion"));
}

static void
assert_refused (ClinicFixture *fixture,
                const char    *path,
                gboolean       replace,
                MesoProblem    problem)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_export_service_write_file (fixture->clinic, &everyone, path, replace, NULL, NULL, &error));
  g_assert_cmpint (meso_services_error_classify (error), ==, problem);
}

/* No list takes the place of records, of a device, or of a file that nobody gave up. */
static void
test_places (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *there = g_build_filename (fixture->folder, "there.csv", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autofree char *database = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *done = NULL;
  struct stat about;

  done = clinic_fixture_shell (database, "CREATE TABLE a (b);");
  g_assert_true (g_file_set_contents (there, "mine", -1, NULL));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_refused (fixture, there, FALSE, MESO_PROBLEM_FILE_EXISTS);
  assert_refused (fixture, fixture->path, TRUE, MESO_PROBLEM_ALREADY_OPEN);
  assert_refused (fixture, link, TRUE, MESO_PROBLEM_ALREADY_OPEN);
  assert_refused (fixture, database, TRUE, MESO_PROBLEM_INPUT);
  assert_refused (fixture, "/dev/null", TRUE, MESO_PROBLEM_INPUT);
  assert_refused (fixture, "/nowhere/out.csv", TRUE, MESO_PROBLEM_FOLDER);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", NULL, NULL), ==, 0);

  g_assert_true (meso_export_service_write_file (fixture->clinic, &everyone, there, TRUE, NULL, NULL, NULL));
  g_assert_cmpint (g_stat (there, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_cancelled (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (meso_operation_get_cancellable (operation));
  g_assert_false (meso_export_service_write_file (fixture->clinic, &everyone, path, TRUE, operation, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-service/there-and-back", test_there_and_back);
  g_test_add_func ("/export-service/who", test_who);
  g_test_add_func ("/export-service/form", test_form);
  g_test_add_func ("/export-service/log", test_log);
  g_test_add_func ("/export-service/places", test_places);
  g_test_add_func ("/export-service/cancelled", test_cancelled);
  return g_test_run ();
}
