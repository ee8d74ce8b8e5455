/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-staging.h"

#include <string.h>
#include <sys/stat.h>

#include "meso-patient-search.h"
#include "meso-test-store.h"

static const MesoImportFault place = { .line = 2, .column = 1 };

static void
add (MesoImportStaging *staging, guint64 line, const char *given, const char *family, const char *number)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  g_autoptr(GError) error = NULL;

  g_set_str (&record->patient->given_name, given);
  g_set_str (&record->patient->family_name, family);
  record->patient->file_number = g_strdup (number);
  record->patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  g_assert_true (meso_import_staging_add (staging, line, &place, record, &error));
  g_assert_no_error (error);
}

static gboolean
compare (MesoStoreContext *context, gpointer data, GError **error)
{
  return meso_import_staging_compare (data, context, NULL, NULL, error);
}

typedef struct
{
  MesoImportStaging *staging;
  const char *staff;
  MesoStagedCopy copy;
  gboolean fail;
} Copy;

static gboolean
stop (guint64 done, guint64 total, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  return FALSE;
}

static gboolean
copy_all (MesoStoreContext *context, gpointer data, GError **error)
{
  Copy *copy = data;

  return meso_import_staging_copy (copy->staging, context, copy->staff, &copy->copy, copy->fail ? stop : NULL, NULL, NULL, error);
}

static gboolean
count (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(GPtrArray) patients = meso_patient_search_list (context, 0, 0, error);

  *(guint *) data = patients != NULL ? patients->len : 0;
  return patients != NULL;
}

static guint
count_patients (MesoTestStore *store)
{
  guint n = 0;

  g_assert_true (meso_store_run (store->store, MESO_STORE_READ, count, &n, NULL));
  return n;
}

static void
test_copy (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportStaging) staging = meso_import_staging_new (store->store, &error);
  Copy copy = { .staging = staging, .staff = store->staff };

  g_assert_no_error (error);
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *given = g_strdup_printf ("Leila%u", i);

      add (staging, i + 2, given, "Karimi", NULL);
    }
  g_assert_true (meso_store_run (store->store, MESO_STORE_READ, compare, staging, &error));
  g_assert_no_error (error);
  /* Stopped in the middle: nothing is stored, and it may be tried again. */
  copy.fail = TRUE;
  g_assert_false (meso_store_run (store->store, MESO_STORE_WRITE, copy_all, &copy, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_patients (store), ==, 0);
  copy.fail = FALSE;
  g_assert_true (meso_store_run (store->store, MESO_STORE_WRITE, copy_all, &copy, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copy.copy.n_imported, ==, 600);
  g_assert_cmpuint (count_patients (store), ==, 600);
  g_clear_pointer (&staging, meso_import_staging_free);
  meso_test_store_check (store);
}

/* Of many that are alike, each is told once, with the first of them. */
static void
test_many_alike (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportStaging) staging = meso_import_staging_new (store->store, &error);
  g_autoptr(GPtrArray) twins = NULL;

  for (guint i = 0; i < 300; i++)
    add (staging, i + 2, "Leila", "Karimi", NULL);
  g_assert_true (meso_store_run (store->store, MESO_STORE_READ, compare, staging, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (meso_import_staging_count_twins (staging), ==, 299);
  twins = meso_import_staging_list_twins (staging, 10, &error);
  g_assert_cmpuint (twins->len, ==, 10);
  for (guint i = 0; i < twins->len; i++)
    {
      const MesoImportTwin *twin = g_ptr_array_index (twins, i);

      g_assert_cmpuint (twin->line, ==, i + 3);
      g_assert_cmpuint (twin->other_line, ==, 2);
      g_assert_cmpstr (twin->name, ==, "Leila Karimi");
      g_assert_cmpint (twin->twin.grade, >=, MESO_PATIENT_TWIN_LIKELY);
    }
}

static gboolean
note (const MesoImportFault *fault, const char *row, gpointer data, GError **error)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT ":%u %s %s;", fault->line, fault->column,
                          meso_import_fault_kind_to_string (fault->kind), row);
  return TRUE;
}

/* Those that refuse a row are shown before mere remarks; the whole report goes by lines. */
static void
test_faults (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportStaging) staging = meso_import_staging_new (store->store, &error);
  MesoImportFault remark = { .line = 2, .column = 5, .kind = MESO_IMPORT_FAULT_NATIONAL_ID, .text = (char *) "1" };
  MesoImportFault refusal = { .line = 9, .column = 1, .kind = MESO_IMPORT_FAULT_SEX, .text = (char *) "x" };
  g_autoptr(GString) shown = g_string_new (NULL);
  g_autoptr(GString) all = g_string_new (NULL);
  guint64 n_remarks = 0;

  g_assert_true (meso_import_staging_add_fault (staging, &remark, "a", &error));
  g_assert_true (meso_import_staging_add_fault (staging, &refusal, "b", &error));
  g_assert_true (meso_import_staging_each_fault (staging, 1, note, shown, &error));
  g_assert_true (meso_import_staging_each_fault (staging, 0, note, all, &error));
  g_assert_true (meso_import_staging_count_remarks (staging, &n_remarks, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown->str, ==, "9:1 sex b;");
  g_assert_cmpstr (all->str, ==, "2:5 national-id a;9:1 sex b;");
  g_assert_cmpuint (n_remarks, ==, 1);
}

static void
test_file (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *path = g_strconcat (store->path, ".import", NULL);
  mode_t old = umask (0);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportStaging) staging = meso_import_staging_new (store->store, &error);
  struct stat about;

  umask (old);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_null (meso_import_staging_new (store->store, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_BUSY);
  g_clear_pointer (&staging, meso_import_staging_free);
  g_assert_cmpint (stat (path, &about), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-staging/copy", test_copy);
  g_test_add_func ("/import-staging/many-alike", test_many_alike);
  g_test_add_func ("/import-staging/faults", test_faults);
  g_test_add_func ("/import-staging/file", test_file);
  return g_test_run ();
}
