/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The order of names as numbers, beside a sorted array; whatever is done to the records, and however little room there is. */

#include <string.h>

#include "meso-patient-bulk.h"
#include "meso-patient-index.h"
#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "meso-text-fold.h"

#define SEED 20261122
#define STEPS 500

typedef struct
{
  char *id;
  char *given_name;
  char *family_name;
  char *file_number;
  GBytes *sort_key;
  int kept;               /* -1 for one that stands for itself */
  gboolean archived;
} Record;

typedef struct
{
  MesoTestStore *store;
  GPtrArray *records;
  GRand *rand;
  GPtrArray *listed;
} Clinic;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_free (record->id);
  g_free (record->given_name);
  g_free (record->family_name);
  g_free (record->file_number);
  g_clear_pointer (&record->sort_key, g_bytes_unref);
  g_free (record);
}

static Record *
get (Clinic *clinic, int i)
{
  return g_ptr_array_index (clinic->records, i);
}

static void
name_record (Record *record, const char *given_name, const char *family_name)
{
  g_autofree char *name = g_strjoin (" ", family_name, given_name, NULL);

  g_set_str (&record->given_name, given_name);
  g_set_str (&record->family_name, family_name);
  g_clear_pointer (&record->sort_key, g_bytes_unref);
  record->sort_key = meso_text_sort_key (name);
}

static void
clinic_init (Clinic *clinic)
{
  clinic->store = meso_test_store_new ();
  clinic->records = g_ptr_array_new_with_free_func (record_free);
  clinic->rand = g_rand_new_with_seed (SEED);
}

static void
clinic_clear (Clinic *clinic)
{
  g_rand_free (clinic->rand);
  g_ptr_array_unref (clinic->records);
  meso_test_store_free (clinic->store);
}

static void
enter (Clinic *clinic, MesoStoreContext *context, const char *given_name, const char *family_name)
{
  g_autoptr(MesoPatient) patient = meso_test_patient (given_name, family_name);
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, clinic->store->staff, patient, NULL);
  Record *record = g_new0 (Record, 1);

  g_assert_nonnull (stored);
  record->id = g_strdup (stored->id);
  record->file_number = g_strdup (stored->file_number);
  record->kept = -1;
  name_record (record, given_name, family_name);
  g_ptr_array_add (clinic->records, record);
}

/* The oracle */

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const Record *one = *(Record *const *) a, *other = *(Record *const *) b;
  int order = g_bytes_compare (one->sort_key, other->sort_key);

  return order != 0 ? order : strcmp (one->file_number, other->file_number);
}

/* (transfer full): file numbers of those whom the list shows, in its order */
static char *
list_by_sorting (Clinic *clinic)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < clinic->records->len; i++)
    if (get (clinic, (int) i)->kept < 0 && !get (clinic, (int) i)->archived)
      g_ptr_array_add (shown, get (clinic, (int) i));
  g_ptr_array_sort (shown, compare_records);
  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (numbers, "%s ", ((Record *) g_ptr_array_index (shown, i))->file_number);
  return g_string_free (numbers, FALSE);
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Clinic *clinic = data;

  clinic->listed = meso_patient_search_list (context, 0, 0, error);
  return clinic->listed != NULL;
}

static void
assert_order (Clinic *clinic)
{
  g_autofree char *expected = list_by_sorting (clinic);
  g_autoptr(GString) listed = g_string_new (NULL);

  meso_test_store_read (clinic->store, list, clinic);
  for (guint i = 0; i < clinic->listed->len; i++)
    g_string_append_printf (listed, "%s ", ((MesoPatient *) g_ptr_array_index (clinic->listed, i))->file_number);
  g_clear_pointer (&clinic->listed, g_ptr_array_unref);
  g_assert_cmpstr (listed->str, ==, expected);
}

/* Anything at all */

static const char *const given_names[] = { "Ana", "Ana", "مریم", "Zoe", "Mina", "علی‌رضا", "Bea" };
static const char *const family_names[] = { "Karimi", "Karimi", "کریمی", "آرام", "Abbasi", "ژاله", "O'Neil" };

#define PICK(rand, array) array[g_rand_int_range (rand, 0, G_N_ELEMENTS (array))]

static void
rename_one (Clinic *clinic, MesoStoreContext *context)
{
  Record *record = get (clinic, g_rand_int_range (clinic->rand, 0, (int) clinic->records->len));
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, record->id, NULL);

  name_record (record, PICK (clinic->rand, given_names), PICK (clinic->rand, family_names));
  g_set_str (&patient->given_name, record->given_name);
  g_set_str (&patient->family_name, record->family_name);
  g_assert_true (meso_patient_repository_update (context, clinic->store->staff, patient, NULL, NULL));
}

static void
archive_one (Clinic *clinic, MesoStoreContext *context)
{
  Record *record = get (clinic, g_rand_int_range (clinic->rand, 0, (int) clinic->records->len));
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, record->id, NULL);

  record->archived = !record->archived;
  patient->archived = record->archived;
  g_assert_true (meso_patient_repository_update (context, clinic->store->staff, patient, NULL, NULL));
}

static void
merge_one (Clinic *clinic, MesoStoreContext *context)
{
  int one = g_rand_int_range (clinic->rand, 0, (int) clinic->records->len);
  int kept = g_rand_int_range (clinic->rand, 0, (int) clinic->records->len);

  if (get (clinic, one)->kept >= 0)
    {
      g_assert_true (meso_patient_repository_unlink (context, clinic->store->staff, get (clinic, one)->id, "sisters", NULL));
      get (clinic, one)->kept = -1;
    }
  else if (one != kept && get (clinic, kept)->kept < 0)
    {
      g_assert_true (meso_patient_repository_link (context, clinic->store->staff, get (clinic, one)->id, get (clinic, kept)->id,
                                                   "twice", NULL));
      get (clinic, one)->kept = kept;
    }
}

static gboolean
do_anything (MesoStoreContext *context, gpointer data, GError **error)
{
  Clinic *clinic = data;

  for (int i = 0; i < 10; i++)
    switch (clinic->records->len < 5 ? 0 : g_rand_int_range (clinic->rand, 0, 6))
      {
      case 0: case 1: case 2:
        enter (clinic, context, PICK (clinic->rand, given_names), PICK (clinic->rand, family_names));
        break;
      case 3:
        rename_one (clinic, context);
        break;
      case 4:
        archive_one (clinic, context);
        break;
      default:
        merge_one (clinic, context);
      }
  return TRUE;
}

static void
test_anything (void)
{
  Clinic clinic = { 0 };

  g_test_message ("seed %d", SEED);
  clinic_init (&clinic);
  for (int i = 0; i < STEPS / 10; i++)
    {
      meso_test_store_write (clinic.store, do_anything, &clinic);
      assert_order (&clinic);
    }
  meso_test_store_check (clinic.store);
  clinic_clear (&clinic);
}

/* No room */

/* Each behind the one before and before the last: the gap is halved each time. */
static gboolean
enter_rising (MesoStoreContext *context, gpointer data, GError **error)
{
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("m%04d", i);

      enter (data, context, "x", name);
    }
  return TRUE;
}

static gboolean
enter_falling (MesoStoreContext *context, gpointer data, GError **error)
{
  for (int i = 150; i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("n%04d", i);

      enter (data, context, "x", name);
    }
  return TRUE;
}

static gboolean
enter_namesakes (MesoStoreContext *context, gpointer data, GError **error)
{
  for (int i = 0; i < 300; i++)
    enter (data, context, "Same", "nobody");
  return TRUE;
}

static gboolean
enter_ends (MesoStoreContext *context, gpointer data, GError **error)
{
  enter (data, context, "x", "a");
  enter (data, context, "x", "z");
  return TRUE;
}

static gboolean
line_up (MesoStoreContext *context, gpointer data, GError **error)
{
  return meso_patient_index_line_up (context->connection, NULL, NULL, error);
}

static void
test_no_room (void)
{
  const MesoStoreWork works[] = { enter_ends, enter_rising, enter_falling, line_up, enter_namesakes, enter_rising, enter_falling };
  Clinic clinic = { 0 };

  clinic_init (&clinic);
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      meso_test_store_write (clinic.store, works[i], &clinic);
      assert_order (&clinic);
      meso_test_store_check (clinic.store);
    }
  clinic_clear (&clinic);
}

/* What is wrong is told. */

static void
expect_problem (MesoTestStore *store, const char *damage, const char *problem)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *all = NULL;

  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, damage);
  meso_test_store_open (store);
  problems = meso_store_check (store->store, NULL);
  g_assert_nonnull (problems);
  g_ptr_array_add (problems, NULL);
  all = g_strjoinv ("\n", (char **) problems->pdata);
  g_test_message ("%s", all);
  g_assert_nonnull (strstr (all, problem));
}

static void
test_check (void)
{
  static const struct { const char *damage, *problem; } cases[] = {
    { "UPDATE patient_order SET place = 5000000000000000000 WHERE patient = 2", "in their place" },
    { "DELETE FROM patient_order WHERE patient = 2", "isn't in the order of names" },
    { "UPDATE patient_order SET archived = 1 WHERE patient = 2", "as archived" },
    { "UPDATE patient_search SET name = 'nobody' WHERE rowid = (SELECT place FROM patient_order WHERE patient = 2)",
      "found by searching" },
    { "INSERT INTO patient_search (rowid, name, other, digits) VALUES (77, 'x', '', '')", "aren't in the order" },
    { "UPDATE patient SET sort_key = x'00', updated_at = updated_at WHERE number = 2", "in their place" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Clinic clinic = { 0 };

      clinic_init (&clinic);
      meso_test_store_write (clinic.store, enter_ends, &clinic);
      meso_test_store_write (clinic.store, enter_ends, &clinic);
      meso_test_store_check (clinic.store);
      expect_problem (clinic.store, cases[i].damage, cases[i].problem);
      clinic_clear (&clinic);
    }
}

/* In bulk */

typedef struct
{
  Clinic *clinic;
  int people;
  int stop_at;      /* of the progress; 0 to go on */
  int told;
} Bulk;

static gboolean
tell (guint64 done, guint64 total, gpointer data)
{
  Bulk *bulk = data;

  g_assert_cmpuint (done, <=, total);
  bulk->told++;
  return bulk->stop_at == 0 || bulk->told < bulk->stop_at;
}

static gboolean
enter_in_bulk (MesoStoreContext *context, gpointer data, GError **error)
{
  Bulk *self = data;
  Clinic *clinic = self->clinic;
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, clinic->store->staff, (guint64) self->people, error);

  g_assert_nonnull (bulk);
  for (int i = 0; i < self->people; i++)
    {
      g_autofree char *given = g_strdup_printf ("%s%d", PICK (clinic->rand, given_names), g_rand_int_range (clinic->rand, 0, 50));
      g_autoptr(MesoPatient) patient = meso_test_patient (given, PICK (clinic->rand, family_names));
      Record *record = g_new0 (Record, 1);

      record->kept = -1;
      name_record (record, patient->given_name, patient->family_name);
      g_ptr_array_add (clinic->records, record);
      if (!meso_patient_bulk_add (bulk, patient, &record->id, &record->file_number, error))
        return FALSE;
      g_assert_true (g_uuid_string_is_valid (record->id));
    }
  return meso_patient_bulk_finish (bulk, tell, self, error);
}

/* Some bring the number that another would be given soon, while neither is written yet. */
static gboolean
enter_numbered_in_bulk (MesoStoreContext *context, gpointer data, GError **error)
{
  Clinic *clinic = data;
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, clinic->store->staff, 300, error);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (bulk);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr(MesoPatient) patient = meso_test_patient ("Sara", "Irani");
      char *number = NULL;

      g_clear_pointer (&patient->file_number, g_free);
      if (i < 60 && i % 5 == 0)
        patient->file_number = g_strdup_printf ("%04d", 50 + i / 5);
      if (!meso_patient_bulk_add (bulk, patient, NULL, &number, error))
        return FALSE;
      g_assert_true (patient->file_number == NULL || g_str_equal (number, patient->file_number));
      g_assert_true (g_hash_table_add (numbers, number));
    }
  return meso_patient_bulk_finish (bulk, NULL, NULL, error);
}

static void
test_bulk_numbers (void)
{
  Clinic clinic = { 0 };

  clinic_init (&clinic);
  meso_test_store_write (clinic.store, enter_numbered_in_bulk, &clinic);
  meso_test_store_check (clinic.store);
  clinic_clear (&clinic);
}

static void
on_changed (MesoStore *store, const char *what, const char *id, GString *news)
{
  g_string_append_printf (news, "%s “%s” ", what, id);
}

static void
test_bulk (void)
{
  static const int sizes[] = { 3, 1500, 20, 1100, 0 };
  Clinic clinic = { 0 };
  g_autoptr(GString) news = g_string_new (NULL);

  clinic_init (&clinic);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bulk bulk = { .clinic = &clinic, .people = sizes[i] };

      meso_test_store_write (clinic.store, enter_ends, &clinic);
      while (g_main_context_iteration (NULL, FALSE));
      g_signal_connect (clinic.store->store, "changed", G_CALLBACK (on_changed), news);
      meso_test_store_write (clinic.store, enter_in_bulk, &bulk);
      while (g_main_context_iteration (NULL, FALSE));
      g_signal_handlers_disconnect_by_data (clinic.store->store, news);
      g_assert_cmpstr (news->str, ==, sizes[i] > 0 ? "patient “” " : "");
      g_string_truncate (news, 0);
      assert_order (&clinic);
      meso_test_store_check (clinic.store);
    }
  clinic_clear (&clinic);
}

static void
test_bulk_stopped (void)
{
  Clinic clinic = { 0 };
  Bulk bulk = { .clinic = &clinic, .people = 3000, .stop_at = 2 };
  g_autoptr(GError) error = NULL;

  clinic_init (&clinic);
  meso_test_store_write (clinic.store, enter_ends, &clinic);
  g_assert_false (meso_store_run (clinic.store->store, MESO_STORE_WRITE, enter_in_bulk, &bulk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_ptr_array_set_size (clinic.records, 2);
  assert_order (&clinic);
  meso_test_store_check (clinic.store);
  clinic_clear (&clinic);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-order/anything", test_anything);
  g_test_add_func ("/patient-order/no-room", test_no_room);
  g_test_add_func ("/patient-order/check", test_check);
  g_test_add_func ("/patient-order/bulk", test_bulk);
  g_test_add_func ("/patient-order/bulk-numbers", test_bulk_numbers);
  g_test_add_func ("/patient-order/bulk-stopped", test_bulk_stopped);
  return g_test_run ();
}
