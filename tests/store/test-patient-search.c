/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The order of what a search finds, with merged records among them, beside an oracle that looks at every record. */

#include <string.h>

#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "meso-text-fold.h"

#define SEED 20261122
#define PATIENTS 120
#define MERGES 40
#define UNMERGES 8
#define SEARCHES 300

typedef struct
{
  MesoPatient *patient;
  GBytes *sort_key;
  int kept;            /* the one it was merged into, or -1 */
} Record;

typedef struct
{
  MesoTestStore *store;
  GArray *records;     /* Record */
} Clinic;

typedef struct
{
  const char *text;
  guint limit;
  GPtrArray *found;
} Search;

/* No two of them joined begin like a third one: names in one piece are tested elsewhere. */
static const char *const words[] = { "ana", "anam", "anb", "cara", "carx", "dina" };

static const char *
pick_word (GRand *rand)
{
  return words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
}

static Record *
get (const Clinic *clinic, int i)
{
  return &g_array_index (clinic->records, Record, i);
}

static void
clear_record (gpointer data)
{
  Record *record = data;

  meso_patient_free (record->patient);
  g_bytes_unref (record->sort_key);
}

static gboolean
add_patients (MesoStoreContext *context, gpointer data, GError **error)
{
  Clinic *clinic = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (int i = 0; i < PATIENTS; i++)
    {
      g_autoptr(MesoPatient) patient = meso_test_patient (pick_word (rand), pick_word (rand));
      g_autofree char *name = g_strjoin (" ", patient->family_name, patient->given_name, NULL);
      Record record = { .sort_key = meso_text_sort_key (name), .kept = -1 };

      record.patient = meso_patient_repository_insert (context, clinic->store->staff, patient, error);
      g_assert_nonnull (record.patient);
      g_array_append_val (clinic->records, record);
    }
  return TRUE;
}

/* Chains come about where a record that others were merged into is merged itself. */
static gboolean
merge_patients (MesoStoreContext *context, gpointer data, GError **error)
{
  Clinic *clinic = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + 1);

  for (int i = 0; i < MERGES;)
    {
      Record *duplicate = get (clinic, g_rand_int_range (rand, 0, PATIENTS));
      int kept = g_rand_int_range (rand, 0, PATIENTS / 4);

      if (duplicate->kept >= 0 || get (clinic, kept)->kept >= 0 || duplicate == get (clinic, kept))
        continue;
      g_assert_true (meso_patient_repository_link (context, clinic->store->staff, duplicate->patient->id,
                                                   get (clinic, kept)->patient->id, "twice", error));
      duplicate->kept = kept;
      i++;
    }
  for (int i = 0; i < UNMERGES;)
    {
      Record *duplicate = get (clinic, g_rand_int_range (rand, 0, PATIENTS));

      if (duplicate->kept < 0)
        continue;
      g_assert_true (meso_patient_repository_unlink (context, clinic->store->staff, duplicate->patient->id, "sisters", error));
      duplicate->kept = -1;
      i++;
    }
  return TRUE;
}

static gboolean
search (MesoStoreContext *context, gpointer data, GError **error)
{
  Search *self = data;

  self->found = meso_patient_search_find (context, self->text, self->limit, error);
  return self->found != NULL;
}

/* The oracle */

static const char *
skip_zeros (const char *number)
{
  return number + strspn (number, "0");
}

static gboolean
begins_a_word (const MesoPatient *patient, const char *word)
{
  return g_str_has_prefix (patient->given_name, word) || g_str_has_prefix (patient->family_name, word)
         || g_str_has_prefix (patient->file_number, word) || g_str_has_prefix (skip_zeros (patient->file_number), word);
}

static int
get_root (const Clinic *clinic, int i)
{
  while (get (clinic, i)->kept >= 0)
    i = get (clinic, i)->kept;
  return i;
}

typedef gboolean (*HasWord) (const MesoPatient *patient, const char *word);

static gboolean
is_in_name (const MesoPatient *patient, const char *word)
{
  return g_str_equal (patient->given_name, word) || g_str_equal (patient->family_name, word);
}

static gboolean
is_file_number (const MesoPatient *patient, const char *word)
{
  return g_str_equal (skip_zeros (patient->file_number), word);
}

/* The words of all records of a person count together. */
static gboolean
has_person (const Clinic *clinic, int root, const char *word, HasWord has_word)
{
  for (int i = 0; i < PATIENTS; i++)
    if (get_root (clinic, i) == root && has_word (get (clinic, i)->patient, word))
      return TRUE;
  return FALSE;
}

/* 0 is best; -1 when it isn't found at all. */
static int
get_grade (const Clinic *clinic, int root, const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);
  gboolean whole = TRUE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (!has_person (clinic, root, parts[i], begins_a_word))
        return -1;
      whole = whole && has_person (clinic, root, parts[i], is_in_name);
    }
  return has_person (clinic, root, text, is_file_number) ? 0 : whole ? 1 : 2;
}

typedef struct
{
  const Clinic *clinic;
  int grades[PATIENTS];    /* of each record that is shown; -1 for the others */
} Ranking;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranking *ranking = data;
  int one = *(const int *) a, other = *(const int *) b;
  const Record *first = get (ranking->clinic, one), *second = get (ranking->clinic, other);
  int order = ranking->grades[one] - ranking->grades[other];

  if (order == 0)
    order = g_bytes_compare (first->sort_key, second->sort_key);
  return order != 0 ? order : strcmp (first->patient->file_number, second->patient->file_number);
}

/* (transfer full): file numbers, best first */
static char *
find_by_looking (const Clinic *clinic, const char *text, guint limit)
{
  g_autoptr(GArray) shown = g_array_new (FALSE, FALSE, sizeof (int));
  GString *numbers = g_string_new (NULL);
  Ranking ranking = { .clinic = clinic };

  for (int i = 0; i < PATIENTS; i++)
    ranking.grades[i] = get (clinic, i)->kept < 0 ? get_grade (clinic, i, text) : -1;
  for (int i = 0; i < PATIENTS; i++)
    if (ranking.grades[i] >= 0)
      g_array_append_val (shown, i);
  g_array_sort_with_data (shown, compare_ranks, &ranking);
  for (guint i = 0; i < shown->len && (limit == 0 || i < limit); i++)
    g_string_append_printf (numbers, "%s ", get (clinic, g_array_index (shown, int, i))->patient->file_number);
  return g_string_free (numbers, FALSE);
}

static char *
find_by_search (const Clinic *clinic, const char *text, guint limit)
{
  Search work = { .text = text, .limit = limit };
  GString *numbers = g_string_new (NULL);

  meso_test_store_read (clinic->store, search, &work);
  for (guint i = 0; i < work.found->len; i++)
    g_string_append_printf (numbers, "%s ", ((MesoPatient *) g_ptr_array_index (work.found, i))->file_number);
  g_ptr_array_unref (work.found);
  return g_string_free (numbers, FALSE);
}

/* (transfer full): the beginning of a word, a word and the beginning of another, or of a file number */
static char *
make_text (GRand *rand)
{
  const char *word = pick_word (rand);
  g_autofree char *beginning = g_strndup (word, (gsize) g_rand_int_range (rand, 1, (int) strlen (word) + 1));

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return g_strdup_printf ("%d", g_rand_int_range (rand, 1, 100));
    case 1:
      return g_strjoin (" ", pick_word (rand), beginning, NULL);
    default:
      return g_steal_pointer (&beginning);
    }
}

static void
compare_searches (const Clinic *clinic)
{
  static const guint limits[] = { 0, 1, 3, 10, 50 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + 2);

  for (int i = 0; i < SEARCHES; i++)
    {
      g_autofree char *text = make_text (rand);
      guint limit = limits[g_rand_int_range (rand, 0, G_N_ELEMENTS (limits))];
      g_autofree char *found = find_by_search (clinic, text, limit);
      g_autofree char *expected = find_by_looking (clinic, text, limit);

      g_test_message ("“%s”, at most %u", text, limit);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_order (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
  Clinic clinic = { store, records };

  g_test_message ("seed %d", SEED);
  g_array_set_clear_func (records, clear_record);
  meso_test_store_write (store, add_patients, &clinic);
  compare_searches (&clinic);
  meso_test_store_write (store, merge_patients, &clinic);
  compare_searches (&clinic);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-search/order", test_order);
  return g_test_run ();
}
