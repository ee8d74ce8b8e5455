/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-search.h"

#include "meso-patient-rows.h"
#include "meso-patient-terms.h"
#include "meso-store-private.h"

static GArray *
new_places (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_place (GArray *places, gint64 place)
{
  g_array_append_val (places, place);
}

static gint64
get (const GArray *places, guint i)
{
  return g_array_index (places, gint64, i);
}

/* (transfer full): the first column of all rows */
static GArray *
read_places (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GArray) places = new_places ();

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    add_place (places, meso_sqlite_statement_get_int (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&places) : NULL;
}

/* Texts. The index hands out its hits in the order of places by itself: with a limit, it is asked for no more than the first. */

/* Lists that are walked along with a rising row of places. */
typedef struct
{
  const GArray *places;   /* (nullable): nobody */
  guint at;
} Walk;

static gboolean
walk_to (Walk *walk, gint64 place)
{
  guint first = walk->at, last;

  if (walk->places == NULL)
    return FALSE;
  last = walk->places->len;
  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (get (walk->places, middle) < place)
        first = middle + 1;
      else
        last = middle;
    }
  walk->at = first;
  return first < walk->places->len && get (walk->places, first) == place;
}

typedef struct
{
  const GArray *within;   /* (nullable) */
  guint limit;            /* 0 for none */
  GArray *found;
} Hits;

static gboolean
is_full (const Hits *hits)
{
  return hits->limit > 0 && hits->found->len >= hits->limit;
}

/* Adds those that fit the query and were not found before. known: found before, by place; also the one place apart, 0 for none */
static gboolean
add_matches (MesoStoreContext *context, Hits *hits, const char *query, const GArray *known, gint64 apart, GError **error)
{
  Walk within = { hits->within, 0 }, before = { known, 0 };
  g_autoptr(MesoSqliteStatement) rows = NULL;

  if (is_full (hits))
    return TRUE;
  rows = meso_store_context_query (context, error,
    "SELECT rowid FROM patient_search WHERE patient_search MATCH $1 ORDER BY rowid", T (query));
  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      gint64 place = meso_sqlite_statement_get_int (rows, 0);

      if (place == apart || walk_to (&before, place) || (hits->within != NULL && !walk_to (&within, place)))
        continue;
      add_place (hits->found, place);
      if (is_full (hits))
        return TRUE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

/* place_out: of the person whom the file number belongs to, by itself or by a record that was merged; 0 without one */
static gboolean
find_file_number (MesoStoreContext *context, const char *text, gint64 *place_out, GError **error)
{
  g_autofree char *key = meso_patient_terms_file_number_key (text);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "WITH RECURSIVE step (id) AS (SELECT id FROM patient WHERE file_number_key = $1"
    " UNION SELECT l.kept FROM patient_link l JOIN step ON l.duplicate = step.id AND l.unlinked_at IS NULL)"
    " SELECT o.place FROM step JOIN patient p ON p.id = step.id JOIN patient_order o ON o.patient = p.number", T (key));

  *place_out = 0;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *place_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_patient_search_find_place:
 * @patient: a record's id
 * @place_out: (out): its place; 0 for one that stands nowhere
 *
 * Returns: whether it could be looked for
 */
gboolean
meso_patient_search_find_place (MesoStoreContext *context, const char *patient, gint64 *place_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT o.place FROM patient p JOIN patient_order o ON o.patient = p.number WHERE p.id = $1", T (patient));

  *place_out = 0;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *place_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_patient_search_find_places:
 * @text: what someone typed: words of a name, a number, a phone, a birth date …
 * @within: (nullable) (element-type gint64): only those, in the order of places
 * @limit: at most that many, 0 for all
 *
 * Returns: (transfer full) (element-type gint64): those that fit, the best first; empty for an empty text
 */
GArray *
meso_patient_search_find_places (MesoStoreContext *context, const char *text, const GArray *within, guint limit, GError **error)
{
  g_autoptr(GArray) found = new_places ();
  g_autofree char *query = meso_patient_terms_make_query (text);
  g_autofree char *exact = meso_patient_terms_make_exact_query (text);
  g_autoptr(GArray) whole = new_places ();
  Hits hits = { within, limit, found }, best = { within, limit, whole };
  Walk allowed = { within, 0 };
  gint64 number = 0;

  if (query == NULL)
    return g_steal_pointer (&found);
  if (!find_file_number (context, text, &number, error))
    return NULL;
  if (number > 0 && (within == NULL || walk_to (&allowed, number)))
    add_place (found, number);
  if (exact != NULL && !add_matches (context, &best, exact, NULL, number, error))
    return NULL;
  for (guint i = 0; i < whole->len && !is_full (&hits); i++)
    add_place (found, get (whole, i));
  return add_matches (context, &hits, query, whole, number, error) ? g_steal_pointer (&found) : NULL;
}

/* Filters */

/* Of plans that fit: their patients, and those whom merged ones stand for. Without DISTINCT and ORDER BY: sorting numbers is
 * done faster by hand. The merged ones are few, and where to begin. */
#define PLACES_OF(plans) \
  "SELECT o.place FROM plan s JOIN patient p ON p.id = s.patient JOIN patient_order o ON o.patient = p.number" \
  " WHERE o.archived = 0 AND " plans \
  " UNION ALL SELECT o.place FROM patient_link l CROSS JOIN plan s CROSS JOIN patient_person w CROSS JOIN patient p" \
  " CROSS JOIN patient_order o WHERE l.unlinked_at IS NULL AND s.patient = l.duplicate AND w.patient = l.duplicate" \
  " AND p.id = w.person AND o.patient = p.number AND o.archived = 0 AND " plans

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* places (transfer full) (nullable) */
static GArray *
sort_once (GArray *places)
{
  guint kept = 0;

  if (places == NULL)
    return NULL;
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    if (kept == 0 || get (places, i) != get (places, kept - 1))
      g_array_index (places, gint64, kept++) = get (places, i);
  g_array_set_size (places, kept);
  return places;
}

/* Days of courses that go on; those of a suspended one wait with it. */
static GArray *
list_due (MesoStoreContext *context, MesoCalendarDate today, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    PLACES_OF ("s.status = 'active' AND EXISTS (SELECT 1 FROM plan_session d WHERE d.plan = s.id AND d.status = 'planned'"
               " AND d.date <= $1)"), D (today));

  return sort_once (read_places (rows, error));
}

static GArray *
list_by_status (MesoStoreContext *context, const char *status, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error, PLACES_OF ("s.status = $1"), T (status));

  return sort_once (read_places (rows, error));
}

static GArray *
list_archived (MesoStoreContext *context, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT place FROM patient_order WHERE archived = 1 ORDER BY place");

  return read_places (rows, error);
}

/**
 * meso_patient_search_some_places:
 * @offset: so many are left out at the start
 * @limit: at most so many, 0 for all
 *
 * Returns: (transfer full) (element-type gint64): of those who aren't archived, by name
 */
GArray *
meso_patient_search_some_places (MesoStoreContext *context, guint offset, guint limit, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT place FROM patient_order WHERE archived = 0 ORDER BY place LIMIT $1 OFFSET $2",
    I (limit > 0 ? (gint64) limit : G_MAXINT64), I (offset));

  return read_places (rows, error);
}

/**
 * meso_patient_search_places:
 * @filter: who
 * @today: the clinic's day
 *
 * Returns: (transfer full) (element-type gint64): all of them, by name
 */
GArray *
meso_patient_search_places (MesoStoreContext *context, MesoPatientFilter filter, MesoCalendarDate today, GError **error)
{
  switch (filter)
    {
    case MESO_PATIENT_FILTER_ALL:
      return meso_patient_search_some_places (context, 0, 0, error);
    case MESO_PATIENT_FILTER_DUE:
      return list_due (context, today, error);
    case MESO_PATIENT_FILTER_ON_COURSE:
      return list_by_status (context, "active", error);
    case MESO_PATIENT_FILTER_SUSPENDED:
      return list_by_status (context, "suspended", error);
    case MESO_PATIENT_FILTER_ARCHIVED:
      return list_archived (context, error);
    default:
      g_assert_not_reached ();
    }
}

/* Records */

static gboolean
read_one (MesoStoreContext *context, gint64 place, MesoPatient **patient_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT " MESO_PATIENT_COLUMNS " FROM patient_order o JOIN patient p ON p.number = o.patient WHERE o.place = $1", I (place));

  *patient_out = NULL;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *patient_out = meso_patient_rows_read (row);
  return meso_sqlite_statement_finish (row, error);
}

static void
free_patient (gpointer patient)
{
  if (patient != NULL)
    meso_patient_free (patient);
}

/**
 * meso_patient_search_read:
 * @places: (array length=n_places): where
 *
 * Returns: (transfer full) (element-type MesoPatient): who stands there, %NULL where nobody does any more
 */
GPtrArray *
meso_patient_search_read (MesoStoreContext *context, const gint64 *places, guint n_places, GError **error)
{
  g_autoptr(GPtrArray) patients = g_ptr_array_new_full (n_places, free_patient);

  for (guint i = 0; i < n_places; i++)
    {
      MesoPatient *patient = NULL;

      if (!read_one (context, places[i], &patient, error))
        return NULL;
      g_ptr_array_add (patients, patient);
    }
  return g_steal_pointer (&patients);
}

/* places (transfer full) (nullable) */
static GPtrArray *
read_all (MesoStoreContext *context, GArray *places, GError **error)
{
  GPtrArray *patients = NULL;

  if (places == NULL)
    return NULL;
  patients = meso_patient_search_read (context, (const gint64 *) places->data, places->len, error);
  g_array_unref (places);
  return patients;
}

/**
 * meso_patient_search_find:
 * @text: what someone typed
 * @limit: at most that many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoPatient): those that fit, the best first; empty for an empty text
 */
GPtrArray *
meso_patient_search_find (MesoStoreContext *context, const char *text, guint limit, GError **error)
{
  return read_all (context, meso_patient_search_find_places (context, text, NULL, limit, error), error);
}

/**
 * meso_patient_search_list:
 *
 * Returns: (transfer full) (element-type MesoPatient): in the order of names, without archived ones
 */
GPtrArray *
meso_patient_search_list (MesoStoreContext *context, guint offset, guint limit, GError **error)
{
  return read_all (context, meso_patient_search_some_places (context, offset, limit, error), error);
}

/**
 * meso_patient_search_count:
 * @count_out: (out): how many people are on file, without archived ones
 *
 * Returns: whether they could be counted
 */
gboolean
meso_patient_search_count (MesoStoreContext *context, guint64 *count_out, GError **error)
{
  gint64 count = 0;

  if (!meso_sqlite_connection_get_int (context->connection,
        "SELECT (SELECT count(*) FROM patient_order) - (SELECT count(*) FROM patient_order WHERE archived = 1)", &count, error))
    return FALSE;
  *count_out = (guint64) count;
  return TRUE;
}
