/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-order.h"

/* Places are above 0 and below this. */
#define END_BITS 62
#define END (G_GINT64_CONSTANT (1) << END_BITS)

/* Who comes behind the last keeps this distance, so that going on at the end doesn't use up what is left by halves. */
#define STEP_AT_END (G_GINT64_CONSTANT (1) << 32)

/* A namesake comes right behind the one before, and so will the next: each takes a small part of the gap, not half of it. */
#define NAMESAKE_PART 16

/* Lined up anew, all places together reach this far: the index stores the differences, and small ones take less room. */
#define REACH (G_GINT64_CONSTANT (1) << 28)
#define MIN_GAP 64
#define MAX_GAP (G_GINT64_CONSTANT (1) << 20)

/* The smallest neighbourhood that is looked at for room, as a power of two. */
#define FIRST_BITS 6

typedef struct
{
  gint64 place;
  gint64 patient;
  gint64 archived;
  char *name;
  char *other;
  char *digits;
} Moved;

static void
moved_free (gpointer data)
{
  Moved *moved = data;

  g_free (moved->name);
  g_free (moved->other);
  g_free (moved->digits);
  g_free (moved);
}

static gboolean
get_int (MesoSqliteConnection *connection, const char *sql, const MesoSqliteValue *values, gsize n_values, gint64 *value_out,
         GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection, sql, values, n_values, error);

  *value_out = 0;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *value_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

/* Who stands right before the record by name, 0 when it is the first; and whether they are namesakes. */
static gboolean
find_before (MesoSqliteConnection *connection, gint64 number, gint64 *place_out, gboolean *namesake_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT o.place, p.sort_key = m.sort_key FROM patient m CROSS JOIN patient p CROSS JOIN patient_order o"
    " WHERE m.number = $1 AND (p.sort_key, p.file_number) < (m.sort_key, m.file_number) AND o.patient = p.number"
    " ORDER BY p.sort_key DESC, p.file_number DESC LIMIT 1", meso_sqlite_values (I (number)), error);

  *place_out = 0;
  *namesake_out = FALSE;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    {
      *place_out = meso_sqlite_statement_get_int (row, 0);
      *namesake_out = meso_sqlite_statement_get_int (row, 1) != 0;
    }
  return meso_sqlite_statement_finish (row, error);
}

static gint64
choose (gint64 before, gint64 behind, gboolean namesake)
{
  gint64 gap = behind - before;

  if (gap < 2)
    return 0;
  if (namesake)
    return before + MAX (gap / NAMESAKE_PART, 1);
  if (behind == END && gap / 2 > STEP_AT_END && before > 0)
    return before + STEP_AT_END;
  return before + gap / 2;
}

/* The larger a neighbourhood, the thinner it must be settled: then room that was made lasts, and few are moved at a time
 * (M. Bender et al., Two simplified algorithms for maintaining order in a list, 2002). */
static gboolean
is_thin (gint64 people, int bits)
{
  double most = 1;

  for (int i = 0; i < bits; i++)
    most *= 2 * 0.7;
  return (double) (people + 1) <= most;
}

static gboolean
read_moved (MesoSqliteConnection *connection, gint64 first, gint64 last, GPtrArray *moved, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT o.place, o.patient, o.archived, s.name, s.other, s.digits FROM patient_order o JOIN patient_search s"
    " ON s.rowid = o.place WHERE o.place BETWEEN $1 AND $2 ORDER BY o.place", meso_sqlite_values (I (first), I (last)), error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      Moved *one = g_new0 (Moved, 1);

      one->place = meso_sqlite_statement_get_int (rows, 0);
      one->patient = meso_sqlite_statement_get_int (rows, 1);
      one->archived = meso_sqlite_statement_get_int (rows, 2);
      one->name = meso_sqlite_statement_dup_text (rows, 3);
      one->other = meso_sqlite_statement_dup_text (rows, 4);
      one->digits = meso_sqlite_statement_dup_text (rows, 5);
      g_ptr_array_add (moved, one);
    }
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
take_out (MesoSqliteConnection *connection, const Moved *one, GError **error)
{
  return meso_sqlite_connection_execute (connection, "DELETE FROM patient_search WHERE rowid = $1",
                                         meso_sqlite_values (I (one->place)), error)
         && meso_sqlite_connection_execute (connection, "DELETE FROM patient_order WHERE place = $1",
                                            meso_sqlite_values (I (one->place)), error);
}

static gboolean
put_in (MesoSqliteConnection *connection, const Moved *one, gint64 place, GError **error)
{
  return meso_sqlite_connection_execute (connection,
           "INSERT INTO patient_order (place, patient, archived) VALUES ($1, $2, $3)",
           meso_sqlite_values (I (place), I (one->patient), I (one->archived)), error)
         && meso_sqlite_connection_execute (connection,
              "INSERT INTO patient_search (rowid, name, other, digits) VALUES ($1, $2, $3, $4)",
              meso_sqlite_values (I (place), T (one->name), T (one->other), T (one->digits)), error);
}

/* Moves those from first to last apart, evenly. */
static gboolean
spread (MesoSqliteConnection *connection, gint64 first, gint64 last, GError **error)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (moved_free);
  gint64 step;

  if (!read_moved (connection, first, last, moved, error))
    return FALSE;
  step = (last - first) / (gint64) (moved->len + 1);
  for (guint i = 0; i < moved->len; i++)
    if (!take_out (connection, g_ptr_array_index (moved, i), error))
      return FALSE;
  for (guint i = 0; i < moved->len; i++)
    if (!put_in (connection, g_ptr_array_index (moved, i), first + step * (gint64) (i + 1), error))
      return FALSE;
  return TRUE;
}

/* Around a place behind which there is no room. */
static gboolean
make_room (MesoSqliteConnection *connection, gint64 place, GError **error)
{
  for (int bits = FIRST_BITS; bits <= END_BITS; bits++)
    {
      gint64 first = (place >> bits) << bits;
      gint64 last = first + ((G_GINT64_CONSTANT (1) << bits) - 1);
      gint64 people = 0;

      if (!get_int (connection, "SELECT count(*) FROM patient_order WHERE place BETWEEN $1 AND $2",
                    meso_sqlite_values (I (first), I (last)), &people, error))
        return FALSE;
      if (is_thin (people, bits))
        return spread (connection, first, last, error);
    }
  g_assert_not_reached ();
}

/**
 * meso_patient_order_find_place:
 * @number: a record that has no place
 * @place_out: (out): where it belongs by its name; of namesakes, by its file number
 *
 * Returns: whether there is room; others may have been moved to make it
 */
gboolean
meso_patient_order_find_place (MesoSqliteConnection *connection, gint64 number, gint64 *place_out, GError **error)
{
  gint64 before = 0, behind = 0;
  gboolean namesake = FALSE;

  for (;;)
    {
      if (!find_before (connection, number, &before, &namesake, error)
          || !get_int (connection, "SELECT min (place) FROM patient_order WHERE place > $1", meso_sqlite_values (I (before)),
                       &behind, error))
        return FALSE;
      *place_out = choose (before, behind > 0 ? behind : END, namesake);
      if (*place_out > 0)
        return TRUE;
      if (!make_room (connection, before, error))
        return FALSE;
    }
}

gboolean
meso_patient_order_get_place (MesoSqliteConnection *connection, gint64 number, gint64 *place_out, GError **error)
{
  return get_int (connection, "SELECT place FROM patient_order WHERE patient = $1", meso_sqlite_values (I (number)), place_out,
                  error);
}

/**
 * meso_patient_order_is_right:
 * @number: a record
 * @place: the place that it has
 * @right_out: (out): whether it stands between those that it belongs between
 *
 * Returns: whether it could be looked at
 */
gboolean
meso_patient_order_is_right (MesoSqliteConnection *connection, gint64 number, gint64 place, gboolean *right_out, GError **error)
{
  gint64 by_name = 0, by_place = 0;
  gboolean namesake = FALSE;

  if (!find_before (connection, number, &by_name, &namesake, error)
      || !get_int (connection, "SELECT max (place) FROM patient_order WHERE place < $1", meso_sqlite_values (I (place)), &by_place,
                   error))
    return FALSE;
  *right_out = by_name == by_place;
  return TRUE;
}

gint64
meso_patient_order_get_gap (gint64 people)
{
  gint64 gap = REACH / MAX (people, 1);

  return CLAMP (gap, MIN_GAP, MAX_GAP);
}
