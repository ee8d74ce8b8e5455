/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <stdlib.h>
#include <string.h>

#include "meso-audit-log.h"
#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-phone.h"
#include "meso-setting-repository.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  MesoPatient *patient;       /* in */
  MesoPatient *stored;        /* out */
  const char *text;
  const char *other;
  const char *reason;
  guint limit;
  guint offset;
  GPtrArray *found;
  guint64 count;
  char *resolved;
} Work;

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->stored, meso_patient_free);
  work->stored = meso_patient_repository_insert (context, work->store->staff, work->patient, error);
  return work->stored != NULL;
}

static gboolean
update (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_patient_repository_update (context, work->store->nurse, work->patient, work->reason, error);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->stored, meso_patient_free);
  work->stored = meso_patient_repository_get (context, work->text, error);
  return work->stored != NULL;
}

static gboolean
get_by_number (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->stored, meso_patient_free);
  work->stored = meso_patient_repository_get_by_file_number (context, work->text, error);
  return work->stored != NULL;
}

static gboolean
search (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_patient_search_find (context, work->text, work->limit, error);
  return work->found != NULL;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_patient_search_list (context, work->offset, work->limit, error);
  return work->found != NULL && meso_patient_search_count (context, &work->count, error);
}

static gboolean
link_records (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_patient_repository_link (context, work->store->staff, work->text, work->other, work->reason, error);
}

static gboolean
unlink_records (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_patient_repository_unlink (context, work->store->staff, work->text, work->reason, error);
}

static gboolean
resolve (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_free (work->resolved);
  work->resolved = meso_patient_repository_resolve (context, work->text, error);
  return work->resolved != NULL;
}

/* (transfer full): the new record */
static MesoPatient *
add (MesoTestStore *store, MesoPatient *patient)
{
  Work work = { .store = store, .patient = patient };

  meso_test_store_write (store, insert, &work);
  meso_patient_free (patient);
  return work.stored;
}

static MesoPatient *
add_named (MesoTestStore *store, const char *given_name, const char *family_name)
{
  return add (store, meso_test_patient (given_name, family_name));
}

/* (transfer full): file numbers of what a search finds, best first, with spaces between */
static char *
find (MesoTestStore *store, const char *text)
{
  Work work = { .store = store, .text = text };
  GString *numbers = g_string_new (NULL);

  meso_test_store_read (store, search, &work);
  for (guint i = 0; i < work.found->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            ((MesoPatient *) g_ptr_array_index (work.found, i))->file_number);
  g_ptr_array_unref (work.found);
  return g_string_free (numbers, FALSE);
}

#define assert_finds(store, text, numbers)                \
  G_STMT_START {                                          \
    g_autofree char *found_numbers = find (store, text);  \
    g_assert_cmpstr (found_numbers, ==, numbers);         \
  } G_STMT_END

static void
assert_same (const MesoPatient *a, const MesoPatient *b)
{
  g_assert_cmpstr (a->given_name, ==, b->given_name);
  g_assert_cmpstr (a->family_name, ==, b->family_name);
  g_assert_cmpint (a->sex, ==, b->sex);
  g_assert_cmpint (meso_calendar_date_compare (a->birth_date, b->birth_date), ==, 0);
  g_assert_cmpstr (a->phone, ==, b->phone);
  g_assert_cmpstr (a->email, ==, b->email);
  g_assert_cmpstr (a->national_id, ==, b->national_id);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->notes, ==, b->notes);
}

static void
test_keeps_what_was_typed (void)
{
  /* Injections, both scripts, newlines, 200 characters: none of it is anything but text. */
  static const char *const names[] = {
    "Robert'); DROP TABLE patient;--", "<b>&\"'</b>", "\" OR \"\"=\"", "علی‌رضا Ali", "Anne\nMarie", "%s%n$1", "NULL", "*",
    "ÄÖ\u0301", "\\", "' || (SELECT hash FROM audit) || '", "name : x AND digits : *",
  };
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *longest = g_strnfill (200, 'x');

  for (gsize i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      const char *name = i < G_N_ELEMENTS (names) ? names[i] : longest;
      MesoPatient *patient = meso_test_patient (name, name);
      g_autoptr(MesoPatient) stored = NULL;
      Work work = { .store = store };
      g_autofree char *found = NULL;

      g_set_str (&patient->phone, "+989121234567");
      g_set_str (&patient->email, "a@example.org");
      g_set_str (&patient->notes, name);
      patient->sex = MESO_SEX_OTHER;
      stored = add (store, meso_patient_copy (patient));
      assert_same (patient, stored);
      work.text = stored->id;
      meso_test_store_read (store, get, &work);
      assert_same (patient, work.stored);
      g_assert_cmpstr (work.stored->file_number, ==, stored->file_number);
      meso_patient_free (work.stored);
      meso_patient_free (patient);
      /* Looking for it is no syntax error either. */
      found = find (store, name);
      g_assert_nonnull (found);
    }
  meso_test_store_check (store);
  meso_test_store_close (store);
  {
    g_autofree char *first = meso_test_sqlite (store->path, "SELECT given_name FROM patient WHERE number = 1");
    g_autofree char *count = meso_test_sqlite (store->path, "SELECT count(*) FROM patient");

    g_assert_cmpstr (first, ==, names[0]);
    g_assert_cmpstr (count, ==, "13");
  }
}

static void
test_file_numbers (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) first = add_named (store, "A", "A");
  g_autoptr(MesoPatient) typed = NULL;
  g_autoptr(MesoPatient) third = NULL;
  g_autoptr(MesoPatient) grown = NULL;
  MesoPatient *patient = meso_test_patient ("B", "B");
  Work work = { .store = store, .patient = meso_test_patient ("C", "C") };

  g_assert_cmpstr (first->file_number, ==, "0001");
  /* One that was typed keeps its form; the next that is given out goes round it. */
  g_set_str (&patient->file_number, "2");
  typed = add (store, patient);
  g_assert_cmpstr (typed->file_number, ==, "2");
  third = add_named (store, "D", "D");
  g_assert_cmpstr (third->file_number, ==, "0003");

  /* The same number in another spelling is the same number. */
  g_set_str (&work.patient->file_number, "۰۰۰۳");
  meso_test_store_refuse (store, insert, &work, MESO_STORE_ERROR_DUPLICATE);
  meso_patient_free (work.patient);

  for (gsize i = 0; i < 4; i++)
    {
      static const char *const spellings[] = { "3", "0003", "۳", "٠٠٣" };

      work.text = spellings[i];
      meso_test_store_read (store, get_by_number, &work);
      g_assert_cmpstr (work.stored->id, ==, third->id);
    }
  work.text = "0009";
  meso_test_store_refuse (store, get_by_number, &work, MESO_STORE_ERROR_NO_RECORD);
  g_clear_pointer (&work.stored, meso_patient_free);

  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, "UPDATE number_sequence SET next = 10000");
  meso_test_store_open (store);
  grown = add_named (store, "E", "E");
  g_assert_cmpstr (grown->file_number, ==, "10000");
}

#define TYPED 3000

static gboolean
type_many (MesoStoreContext *context, gpointer data, GError **error)
{
  const char *staff = data;

  for (int i = 1; i <= TYPED; i++)
    {
      g_autoptr(MesoPatient) patient = meso_test_patient ("B", "B");
      g_autoptr(MesoPatient) stored = NULL;

      g_free (patient->file_number);
      patient->file_number = g_strdup_printf ("%d", i);
      stored = meso_patient_repository_insert (context, staff, patient, error);
      if (stored == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A clinic that brought its old numbers with it: however many are in the way, the next free one is found. */
static void
test_many_typed_numbers (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) next = NULL;

  meso_test_store_write (store, type_many, store->staff);
  next = add_named (store, "A", "A");
  g_assert_cmpint (g_ascii_strtoll (next->file_number, NULL, 10), ==, TYPED + 1);
}

static void
test_update (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) patient = add_named (store, "Leila", "Karimi");
  Work work = { .store = store, .patient = patient, .reason = "moved" };
  g_autofree char *body = NULL;

  g_set_str (&patient->given_name, "Neda");
  g_set_str (&patient->phone, "+989350000000");
  meso_test_store_write (store, update, &work);
  /* Nothing new: no row, no audit, and the same revision. */
  patient->revision = 2;
  meso_test_store_write (store, update, &work);
  assert_finds (store, "Neda", "0001");
  assert_finds (store, "Leila", "");
  assert_finds (store, "0935000", "0001");
  work.text = patient->id;
  meso_test_store_read (store, get, &work);
  assert_same (work.stored, patient);
  g_assert_cmpint (work.stored->revision, ==, 2);
  g_clear_pointer (&work.stored, meso_patient_free);

  g_set_str (&patient->given_name, "");
  g_set_str (&patient->family_name, " ");
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_REFUSED);
  g_set_str (&patient->id, "00000000-0000-0000-0000-000000000000");
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (store);

  meso_test_store_close (store);
  body = meso_test_sqlite (store->path,
                           "SELECT count(*), max(a.reason), p.body ->> '$.given_name.old', p.body ->> '$.given_name.new',"
                           " p.body -> '$.sex' FROM audit a JOIN audit_payload p USING (seq) WHERE action = 'update'");
  g_assert_cmpstr (body, ==, "1|moved|Leila|Neda|");
}

/* Two people have the same record open: who saves second is told, and overwrites nothing. */
static void
test_changed_meanwhile (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) mine = add_named (store, "Leila", "Karimi");
  g_autoptr(MesoPatient) theirs = meso_patient_copy (mine);
  Work work = { .store = store, .patient = theirs, .text = mine->id };

  g_assert_cmpint (mine->revision, ==, 1);
  g_set_str (&theirs->phone, "+989350000000");
  meso_test_store_write (store, update, &work);
  work.patient = mine;
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_CHANGED);
  g_set_str (&mine->notes, "prefers mornings");
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_CHANGED);
  /* Who never read the record can't change it. */
  mine->revision = 0;
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_CHANGED);
  meso_test_store_read (store, get, &work);
  g_assert_cmpstr (work.stored->phone, ==, "+989350000000");
  g_assert_cmpstr (work.stored->notes, ==, "");
  g_assert_cmpint (work.stored->revision, ==, 2);

  g_set_str (&work.stored->notes, "prefers mornings");
  work.patient = work.stored;
  meso_test_store_write (store, update, &work);
  meso_patient_free (work.stored);
}

static void
test_search_words (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) one = add_named (store, "علی‌رضا", "محمدی");             /* 0001 */
  g_autoptr(MesoPatient) two = add_named (store, "Leila", "Karimi");              /* 0002 */
  g_autoptr(MesoPatient) three = add_named (store, "Leilani", "O'Brien-Müller");  /* 0003 */
  g_autoptr(MesoPatient) four = add_named (store, "كريم", "رضايي");               /* 0004 */

  /* ZWNJ, space and nothing are alike; prefixes; all words must match; order doesn't matter. */
  assert_finds (store, "علی رضا", "0001");
  assert_finds (store, "علیرضا", "0001");
  assert_finds (store, "علی‌رضا", "0001");
  assert_finds (store, "محم علی", "0001");
  assert_finds (store, "Lei", "0002 0003");
  assert_finds (store, "lei kar", "0002");
  assert_finds (store, "lei smith", "");
  assert_finds (store, "obrien", "0003");
  assert_finds (store, "muller", "0003");
  assert_finds (store, "eila", "");
  assert_finds (store, "کریم رضایی", "0004");
  /* Nothing to look for finds nothing. */
  assert_finds (store, "", "");
  assert_finds (store, "  -- ", "");
  /* The whole name comes before the longer one. */
  assert_finds (store, "leila", "0002 0003");
  /* The file number itself comes first. */
  assert_finds (store, "4", "0004");
  assert_finds (store, "0004", "0004");
  assert_finds (store, "۰۰۰۴", "0004");
}

static void
test_search_digits (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) iranian = NULL;
  g_autoptr(MesoPatient) foreign = NULL;
  MesoPatient *patient = meso_test_patient ("Leila", "Karimi");
  static const char *const found_by[] = {
    "09121234567", "9121234567", "989121234567", "00989121234567", "+98 912 123 4567", "0912-123-45", "234", "4567",
    "۰۹۱۲", "0098912", "98912", "1234567", "Leila 0912", "0084571622", "5716",
  };

  g_set_str (&patient->phone, "+989121234567");
  g_set_str (&patient->national_id, "0084571622");
  iranian = add (store, patient);
  patient = meso_test_patient ("John", "Smith");
  g_set_str (&patient->phone, "+44 20 7946 0018");
  g_set_str (&patient->national_id, "AB777123");
  foreign = add (store, patient);

  for (gsize i = 0; i < G_N_ELEMENTS (found_by); i++)
    {
      g_test_message ("%s", found_by[i]);
      assert_finds (store, found_by[i], "0001");
    }
  assert_finds (store, "7946", "0002");
  assert_finds (store, "+44207946", "0002");
  assert_finds (store, "ab777123", "0002");
  assert_finds (store, "771", "0002");
  /* Two digits are too few for the middle of a number. */
  assert_finds (store, "23", "");
  assert_finds (store, "09129", "");
  assert_finds (store, "Smith 0912", "");
}

/* Three digits may be a file number too, which comes first: the order isn't what is tried here. */
static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const MesoPatient *) a)->file_number, ((const MesoPatient *) b)->file_number);
}

/* Against an oracle that knows neither the index nor the query: for a run of digits, whether a number's digits contain it, or a
 * file number begins with it. */
static void
test_search_digits_at_random (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_auto(GStrv) numbers = g_new0 (char *, 31);

  g_test_message ("seed %u", seed);
  for (gsize i = 0; i < 30; i++)
    {
      MesoPatient *patient = meso_test_patient ("A", "B");
      g_autoptr(MesoPatient) stored = NULL;

      numbers[i] = g_strdup_printf ("9%d%08d", g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, 100000000));
      patient->phone = (g_free (patient->phone), g_strconcat ("+98", numbers[i], NULL));
      stored = add (store, patient);
    }
  for (gsize i = 0; i < 60; i++)
    {
      const char *number = numbers[g_rand_int_range (rand, 0, 30)];
      int from = g_rand_int_range (rand, 0, 7);
      g_autofree char *part = g_strndup (number + from, (gsize) g_rand_int_range (rand, 3, 11 - from));
      g_autoptr(GString) expected = g_string_new (NULL);
      Work work = { .store = store, .text = part };

      for (gsize j = 0; j < 30; j++)
        {
          g_autofree char *whole = g_strconcat ("0098", numbers[j], " 0", numbers[j], NULL);

          g_autofree char *file_number = g_strdup_printf ("%04u", (guint) j + 1);

          /* "004" and "4" are one file number. */
          if (strstr (whole, part) != NULL || g_str_has_prefix (file_number, part)
              || atoi (part) == (int) j + 1)
            g_string_append_printf (expected, "%s ", file_number);
        }
      {
        g_autoptr(GString) found = g_string_new (NULL);

        meso_test_store_read (store, search, &work);
        g_ptr_array_sort_values (work.found, compare_numbers);
        for (guint j = 0; j < work.found->len; j++)
          g_string_append_printf (found, "%s ", ((MesoPatient *) g_ptr_array_index (work.found, j))->file_number);
        g_assert_cmpstr (found->str, ==, expected->str);
        g_ptr_array_unref (work.found);
      }
    }
}

static void
test_list (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  /* Persian order: پ stands between ب and ت, گ after ک; not the order of the code points. */
  g_autoptr(MesoPatient) one = add_named (store, "x", "تهرانی");
  g_autoptr(MesoPatient) two = add_named (store, "x", "پارسا");
  g_autoptr(MesoPatient) three = add_named (store, "x", "بهرامی");
  Work work = { .store = store };

  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.found->len, ==, 3);
  g_assert_cmpuint (work.count, ==, 3);
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (work.found, 0))->file_number, ==, "0003");
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (work.found, 1))->file_number, ==, "0002");
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (work.found, 2))->file_number, ==, "0001");
  g_ptr_array_unref (work.found);
  work.offset = 1;
  work.limit = 1;
  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.found->len, ==, 1);
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (work.found, 0))->file_number, ==, "0002");
  g_ptr_array_unref (work.found);
}

static void
test_links (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) a = add_named (store, "Leyla", "Karimi");
  g_autoptr(MesoPatient) b = add_named (store, "Leila", "Karimi");
  g_autoptr(MesoPatient) c = add_named (store, "Leila", "Karimi-Tehrani");
  Work work = { .store = store, .text = a->id, .other = b->id, .reason = "same ID card" };

  meso_test_store_write (store, link_records, &work);
  assert_finds (store, "leyla", "0002");
  /* Merged further on. */
  work = (Work) { .store = store, .text = b->id, .other = c->id, .reason = "married" };
  meso_test_store_write (store, link_records, &work);
  assert_finds (store, "leyla", "0003");
  assert_finds (store, "leila", "0003");
  work = (Work) { .store = store, .text = a->id };
  meso_test_store_read (store, resolve, &work);
  g_assert_cmpstr (work.resolved, ==, c->id);
  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.found->len, ==, 1);
  g_assert_cmpuint (work.count, ==, 1);
  g_ptr_array_unref (work.found);
  g_free (work.resolved);

  /* Never in a circle, never twice, never into itself, never without a reason. */
  work = (Work) { .store = store, .text = c->id, .other = a->id, .reason = "x" };
  meso_test_store_refuse (store, link_records, &work, MESO_STORE_ERROR_REFUSED);
  work = (Work) { .store = store, .text = c->id, .other = c->id, .reason = "x" };
  meso_test_store_refuse (store, link_records, &work, MESO_STORE_ERROR_REFUSED);
  work = (Work) { .store = store, .text = a->id, .other = c->id, .reason = "x" };
  meso_test_store_refuse (store, link_records, &work, MESO_STORE_ERROR_DUPLICATE);
  work = (Work) { .store = store, .text = c->id, .other = "nobody", .reason = "x" };
  meso_test_store_refuse (store, link_records, &work, MESO_STORE_ERROR_NO_RECORD);

  /* And back. */
  work = (Work) { .store = store, .text = a->id, .reason = "" };
  meso_test_store_refuse (store, unlink_records, &work, MESO_STORE_ERROR_REFUSED);
  work.reason = "two sisters";
  meso_test_store_write (store, unlink_records, &work);
  meso_test_store_refuse (store, unlink_records, &work, MESO_STORE_ERROR_NO_RECORD);
  assert_finds (store, "leyla", "0001");
  meso_test_store_check (store);
}

static void
test_new_collator (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) patient = add_named (store, "Leila", "Karimi");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  /* As if another ICU, and another way of folding, had made the keys. */
  meso_test_store_close (store);
  before = meso_test_sqlite (store->path, "SELECT hex (sort_key) FROM patient");
  meso_test_sqlite_write (store->path,
                          "UPDATE patient SET sort_key = x'00'; DELETE FROM patient_search;"
                          "UPDATE clinic_setting SET value = '0' WHERE key = 'collator'");
  meso_test_store_open (store);
  assert_finds (store, "leila", "0001");
  meso_test_store_check (store);
  meso_test_store_close (store);
  after = meso_test_sqlite (store->path, "SELECT hex (sort_key) FROM patient");
  g_assert_cmpstr (after, ==, before);
}

static void
test_check_finds_a_lost_index (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) patient = add_named (store, "Leila", "Karimi");
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, "DELETE FROM patient_search");
  meso_test_store_open (store);
  problems = meso_store_check (store->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "patient 0001 can't be found by searching");
}

static void
test_check_finds_a_damaged_index (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) patient = add_named (store, "Leila", "Karimi");
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  /* The words are still there, but the index over them isn't. */
  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, "DELETE FROM patient_search_data WHERE id > 10");
  meso_test_store_open (store);
  problems = meso_store_check (store->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >=, 1);
}

/* What was deleted from the index can't be read from the file any more. */
static void
test_nothing_stays_in_the_index (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoPatient) patient = add_named (store, "Zyxwvuts", "Karimi");
  g_autofree char *content = NULL;
  gsize size;
  Work work = { .store = store, .patient = patient };

  g_set_str (&patient->given_name, "Leila");
  meso_test_store_write (store, update, &work);
  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, "DROP TRIGGER audit_payload_delete; DELETE FROM audit_payload; PRAGMA secure_delete = ON");
  {
    g_autofree char *hits = meso_test_sqlite (store->path, "SELECT count(*) FROM patient_search_data WHERE"
                                                           " instr (CAST (block AS TEXT), 'zyxwvuts') > 0"
                                                           " OR instr (hex (block), hex ('zyxwvuts')) > 0");
    g_assert_cmpstr (hits, ==, "0");
  }
  g_assert_true (g_file_get_contents (store->path, &content, &size, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-repository/keeps-what-was-typed", test_keeps_what_was_typed);
  g_test_add_func ("/patient-repository/file-numbers", test_file_numbers);
  g_test_add_func ("/patient-repository/many-typed-numbers", test_many_typed_numbers);
  g_test_add_func ("/patient-repository/update", test_update);
  g_test_add_func ("/patient-repository/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/patient-repository/search-words", test_search_words);
  g_test_add_func ("/patient-repository/search-digits", test_search_digits);
  g_test_add_func ("/patient-repository/search-digits-at-random", test_search_digits_at_random);
  g_test_add_func ("/patient-repository/list", test_list);
  g_test_add_func ("/patient-repository/links", test_links);
  g_test_add_func ("/patient-repository/new-collator", test_new_collator);
  g_test_add_func ("/patient-repository/check-finds-a-lost-index", test_check_finds_a_lost_index);
  g_test_add_func ("/patient-repository/check-finds-a-damaged-index", test_check_finds_a_damaged_index);
  g_test_add_func ("/patient-repository/nothing-stays-in-the-index", test_nothing_stays_in_the_index);
  return g_test_run ();
}
