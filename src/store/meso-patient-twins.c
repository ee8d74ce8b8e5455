/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twins.h"

#include <string.h>

#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-patient-twin-index.h"
#include "meso-store-private.h"

/* What all have in common (the number of the reception, the first of January) says nothing about anyone: so many are looked at. */
#define MAX_OF_KEY 30
#define MAX_NAMESAKES 40
#define MAX_BORN 400

/* Pairs are sorted among so many. */
#define MAX_PAIRS 100

static void
candidate_free (gpointer data)
{
  MesoTwinCandidate *self = data;

  g_free (self->person);
  g_free (self);
}

static void
ids_free (gpointer data)
{
  MesoTwinIds *self = data;

  g_free (self->first);
  g_free (self->second);
  g_free (self);
}

static int
compare_twins (const MesoPatientTwin *a, const MesoPatientTwin *b)
{
  if (a->grade != b->grade)
    return (int) b->grade - (int) a->grade;
  return __builtin_popcount (b->reasons) - __builtin_popcount (a->reasons);
}

/* (transfer full): the record that id, which is on file, stands for: asked of each candidate */
static char *
dup_person (MesoStoreContext *context, const char *id, GError **error)
{
  g_autofree char *at = g_strdup (id);

  while (TRUE)
    {
      g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
        "SELECT kept FROM patient_link WHERE duplicate = $1 AND unlinked_at IS NULL", T (at));
      gboolean merged;

      if (row == NULL)
        return NULL;
      merged = meso_sqlite_statement_next (row);
      if (merged)
        g_set_str (&at, meso_sqlite_statement_peek_text (row, 0));
      else
        return meso_sqlite_statement_finish (row, error) ? g_steal_pointer (&at) : NULL;
    }
}

typedef struct
{
  MesoStoreContext *context;
  const MesoPatient *typed;
  char *own;                 /* (nullable): the person that typed is */
  GPtrArray *found;
} Search;

static MesoTwinCandidate *
find_candidate (const GPtrArray *found, const char *person)
{
  for (guint i = 0; i < found->len; i++)
    {
      MesoTwinCandidate *candidate = g_ptr_array_index (found, i);

      if (g_str_equal (candidate->person, person))
        return candidate;
    }
  return NULL;
}

/* Of the records of one person the one that is most like counts. */
static void
keep (Search *search, char *person, MesoPatientTwin twin)
{
  MesoTwinCandidate *candidate = find_candidate (search->found, person);

  if (candidate != NULL)
    {
      if (compare_twins (&twin, &candidate->twin) < 0)
        candidate->twin = twin;
      g_free (person);
      return;
    }
  candidate = g_new0 (MesoTwinCandidate, 1);
  candidate->person = person;
  candidate->twin = twin;
  g_ptr_array_add (search->found, candidate);
}

static gboolean
consider (Search *search, const MesoPatient *patient, GError **error)
{
  MesoPatientTwin twin = meso_patient_twin_compare (search->typed, patient);
  g_autofree char *person = NULL;
  gboolean different = FALSE;

  if (twin.grade == MESO_PATIENT_TWIN_NONE)
    return TRUE;
  person = dup_person (search->context, patient->id, error);
  if (person == NULL)
    return FALSE;
  if (g_strcmp0 (person, search->own) == 0)
    return TRUE;
  if (search->own != NULL && !meso_patient_twins_are_different (search->context, search->own, person, &different, error))
    return FALSE;
  if (!different)
    keep (search, g_steal_pointer (&person), twin);
  return TRUE;
}

/* ids: one column */
static gboolean
consider_rows (Search *search, MesoSqliteStatement *ids, GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  if (ids == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (ids))
    g_strv_builder_add (builder, meso_sqlite_statement_peek_text (ids, 0));
  if (!meso_sqlite_statement_finish (ids, error))
    return FALSE;
  all = g_strv_builder_end (builder);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autoptr(MesoPatient) patient = meso_patient_repository_get (search->context, all[i], error);

      if (patient == NULL || !consider (search, patient, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
consider_keys (Search *search, GError **error)
{
  g_autoptr(GArray) keys = meso_patient_twin_index_hash (search->typed);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(MesoSqliteStatement) ids = meso_store_context_query (search->context, error,
        "SELECT p.id FROM patient_twin_key k JOIN patient p ON p.number = k.number WHERE k.key = $1 AND p.id IS NOT $2 LIMIT $3",
        I (g_array_index (keys, gint64, i)), T (search->typed->id), I (MAX_OF_KEY));

      if (!consider_rows (search, ids, error))
        return FALSE;
    }
  return TRUE;
}

/* Who was born on that day may be written with another letter. */
static gboolean
consider_born (Search *search, GError **error)
{
  MesoCalendarDate readings[3];
  g_autoptr(MesoSqliteStatement) ids = NULL;

  if (!meso_calendar_date_is_set (search->typed->birth_date))
    return TRUE;
  meso_patient_twin_read_birth_date (search->typed->birth_date, readings);
  ids = meso_store_context_query (search->context, error,
    "SELECT id FROM patient WHERE birth_date IN ($1, $2, $3) AND birth_date IS NOT NULL AND erased_at IS NULL AND id IS NOT $4 LIMIT $5",
    D (readings[0]), D (readings[1]), D (readings[2]), T (search->typed->id), I (MAX_BORN));
  return consider_rows (search, ids, error);
}

/* Namesakes of whom little is known, and those with the same phone. */
static gboolean
consider_found (Search *search, const char *text, GError **error)
{
  g_autoptr(GPtrArray) found = NULL;

  if (*text == '\0')
    return TRUE;
  found = meso_patient_search_find (search->context, text, MAX_NAMESAKES, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!consider (search, g_ptr_array_index (found, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const MesoTwinCandidate *first = a, *second = b;
  int order = compare_twins (&first->twin, &second->twin);

  return order != 0 ? order : g_strcmp0 (first->person, second->person);
}

/**
 * meso_patient_twins_find:
 * @typed: a normalised record, stored or not
 *
 * Returns: (transfer full) (element-type MesoTwinCandidate): who it may be, the surest first
 */
GPtrArray *
meso_patient_twins_find (MesoStoreContext *context, const MesoPatient *typed, guint limit, GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (candidate_free);
  g_autofree char *name = meso_patient_dup_full_name (typed);
  g_autofree char *own = NULL;
  Search search = { .context = context, .typed = typed, .found = found };

  if (typed->id != NULL)
    {
      own = meso_patient_repository_resolve (context, typed->id, error);
      if (own == NULL)
        return NULL;
      search.own = own;
    }
  if (!consider_keys (&search, error) || !consider_born (&search, error) || !consider_found (&search, typed->phone, error)
      || !consider_found (&search, name, error))
    return NULL;
  g_ptr_array_sort_values (found, compare_candidates);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return g_steal_pointer (&found);
}

typedef struct
{
  MesoStoreContext *context;
  GHashTable *seen;          /* "id id" of pairs */
  GPtrArray *pairs;
} Pairing;

/* The record that was made first stands first. */
static MesoTwinIds *
make_ids (MesoStoreContext *context, const char *a, const char *b, MesoPatientTwin twin, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT id, number FROM patient WHERE id IN ($1, $2) ORDER BY number", T (a), T (b));
  MesoTwinIds *ids;

  if (rows == NULL)
    return NULL;
  ids = g_new0 (MesoTwinIds, 1);
  ids->twin = twin;
  if (meso_sqlite_statement_next (rows))
    {
      ids->first = meso_sqlite_statement_dup_text (rows, 0);
      ids->number = meso_sqlite_statement_get_int (rows, 1);
    }
  ids->second = g_strdup (g_strcmp0 (ids->first, a) == 0 ? b : a);
  return ids;
}

static gboolean
add_pair (Pairing *pairing, const MesoPatient *a, const MesoPatient *b, GError **error)
{
  MesoPatientTwin twin = meso_patient_twin_compare (a, b);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gboolean different = FALSE;
  MesoTwinIds *ids;

  if (twin.grade < MESO_PATIENT_TWIN_LIKELY)
    return TRUE;
  first = dup_person (pairing->context, a->id, error);
  second = first != NULL ? dup_person (pairing->context, b->id, error) : NULL;
  if (second == NULL)
    return FALSE;
  if (g_str_equal (first, second)
      || !g_hash_table_add (pairing->seen, strcmp (first, second) < 0 ? g_strconcat (first, " ", second, NULL)
                                                                      : g_strconcat (second, " ", first, NULL)))
    return TRUE;
  if (!meso_patient_twins_are_different (pairing->context, first, second, &different, error))
    return FALSE;
  if (different)
    return TRUE;
  ids = make_ids (pairing->context, first, second, twin, error);
  if (ids != NULL)
    g_ptr_array_add (pairing->pairs, ids);
  return ids != NULL;
}

/* patients: all that have one key */
static gboolean
add_pairs (Pairing *pairing, const GPtrArray *patients, GError **error)
{
  for (guint i = 0; i < patients->len; i++)
    for (guint j = i + 1; j < patients->len; j++)
      if (!add_pair (pairing, g_ptr_array_index (patients, i), g_ptr_array_index (patients, j), error))
        return FALSE;
  return TRUE;
}

static GPtrArray *
read_group (MesoStoreContext *context, gint64 key, GError **error)
{
  g_autoptr(GPtrArray) patients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);
  g_autoptr(MesoSqliteStatement) ids = meso_store_context_query (context, error,
    "SELECT p.id FROM patient_twin_key k JOIN patient p ON p.number = k.number WHERE k.key = $1 ORDER BY k.number LIMIT $2",
    I (key), I (MAX_OF_KEY));

  if (ids == NULL)
    return NULL;
  while (meso_sqlite_statement_next (ids))
    {
      MesoPatient *patient = meso_patient_repository_get (context, meso_sqlite_statement_peek_text (ids, 0), error);

      if (patient == NULL)
        return NULL;
      g_ptr_array_add (patients, patient);
    }
  return meso_sqlite_statement_finish (ids, error) ? g_steal_pointer (&patients) : NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const MesoTwinIds *first = a, *second = b;
  int order = compare_twins (&first->twin, &second->twin);

  return order != 0 ? order : first->number < second->number ? -1 : first->number > second->number;
}

/**
 * meso_patient_twins_list_pairs:
 *
 * Returns: (transfer full) (element-type MesoTwinIds): pairs that are at least likely, that nobody has merged or told apart
 */
GPtrArray *
meso_patient_twins_list_pairs (MesoStoreContext *context, guint limit, GError **error)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (ids_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Pairing pairing = { .context = context, .seen = seen, .pairs = pairs };
  g_autoptr(MesoSqliteStatement) keys =
    meso_store_context_query_plain (context, error, "SELECT key FROM patient_twin_group ORDER BY key");

  if (keys == NULL)
    return NULL;
  while (pairs->len < MAX (limit, MAX_PAIRS) && meso_sqlite_statement_next (keys))
    {
      g_autoptr(GPtrArray) patients = read_group (context, meso_sqlite_statement_get_int (keys, 0), error);

      if (patients == NULL || !add_pairs (&pairing, patients, error))
        return NULL;
    }
  if (pairs->len < MAX (limit, MAX_PAIRS) && !meso_sqlite_statement_finish (keys, error))
    return NULL;
  g_ptr_array_sort_values (pairs, compare_ids);
  if (pairs->len > limit)
    g_ptr_array_set_size (pairs, (int) limit);
  return g_steal_pointer (&pairs);
}
