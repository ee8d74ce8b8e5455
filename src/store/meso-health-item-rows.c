/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-item-rows.h"

#include "meso-store-private.h"

static MesoHealthItem *
read_item (MesoSqliteStatement *row)
{
  MesoHealthItem *item = g_new0 (MesoHealthItem, 1);

  item->id = meso_sqlite_statement_dup_text (row, 0);
  item->patient = meso_sqlite_statement_dup_text (row, 1);
  meso_health_kind_from_string (meso_sqlite_statement_peek_text (row, 2), &item->kind);
  item->what = meso_sqlite_statement_dup_text (row, 3);
  item->ingredient = meso_sqlite_statement_dup_text (row, 4);
  item->detail = meso_sqlite_statement_dup_text (row, 5);
  meso_allergy_severity_from_string (meso_sqlite_statement_peek_text (row, 6), &item->severity);
  meso_medicine_origin_from_string (meso_sqlite_statement_peek_text (row, 7), &item->origin);
  item->since = meso_sqlite_statement_dup_text (row, 8);
  meso_health_status_from_string (meso_sqlite_statement_peek_text (row, 9), &item->status);
  item->reason = meso_sqlite_statement_dup_text (row, 10);
  item->replaces = meso_sqlite_statement_dup_text (row, 11);
  item->noted_at = meso_sqlite_statement_dup_text (row, 12);
  item->noted_by = meso_sqlite_statement_dup_text (row, 13);
  item->ended_at = meso_sqlite_statement_dup_text (row, 14);
  item->ended_by = meso_sqlite_statement_dup_text (row, 15);
  return item;
}

/**
 * meso_health_item_rows_list:
 *
 * Returns: (transfer full) (element-type MesoHealthItem): allergies, then medicines, then conditions, each as they were written down
 */
GPtrArray *
meso_health_item_rows_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT id, patient, kind, what, coalesce (ingredient, ''), detail, severity, origin, since, status, reason, replaces,"
    " noted_at, noted_by, ended_at, ended_by FROM health_item WHERE patient " IS_OF_PERSON ("$1")
    " ORDER BY CASE kind WHEN 'allergy' THEN 0 WHEN 'medicine' THEN 1 ELSE 2 END, patient <> $1, patient, n, noted_at,"
    " replaces IS NOT NULL, id",
    T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (items, read_item (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&items) : NULL;
}

/* The place of a line is that of the one it replaces, else behind all. A line that never held any more ends as it is written. */
static gboolean
insert (MesoStoreContext *context, const char *staff, const char *patient, const MesoHealthItem *item, const char *replaces,
        GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  gboolean holds = item->status == MESO_HEALTH_ACTIVE;

  return meso_store_context_execute (context, error,
    "INSERT INTO health_item (id, patient, n, kind, what, ingredient, detail, severity, origin, since, status, reason, replaces,"
    " noted_at, noted_zone, noted_by, ended_at, ended_by)"
    " VALUES ($1, $2, coalesce ((SELECT n FROM health_item WHERE id = $12),"
    " (SELECT max (n) + 1 FROM health_item WHERE patient = $2), 1), $3, $4, nullif ($5, ''), $6, $7, $8, $9, $10, $11, $12, $13,"
    " $14, $15, $16, $17)",
    T (id), T (patient), T (meso_health_kind_to_string (item->kind)), T (item->what), T (item->ingredient), T (item->detail),
    T (meso_allergy_severity_to_string (item->severity)), T (meso_medicine_origin_to_string (item->origin)), T (item->since),
    T (meso_health_status_to_string (item->status)), T (item->reason), T (replaces), T (context->now), T (context->zone),
    T (staff), T (holds ? NULL : context->now), T (holds ? NULL : staff));
}

/**
 * meso_health_item_rows_insert:
 * @patient: id of the record that it belongs to
 * @item: a checked item
 */
gboolean
meso_health_item_rows_insert (MesoStoreContext *context, const char *staff, const char *patient, const MesoHealthItem *item,
                                    GError **error)
{
  return insert (context, staff, patient, item, NULL, error);
}

/**
 * meso_health_item_rows_end:
 * @status: what becomes of it
 * @reason: why; "" where none is due
 */
gboolean
meso_health_item_rows_end (MesoStoreContext *context, const char *staff, const char *id, MesoHealthStatus status,
                                 const char *reason, GError **error)
{
  return meso_store_context_execute (context, error,
    "UPDATE health_item SET status = $2, reason = $3, ended_at = $4, ended_by = $5 WHERE id = $1",
    T (id), T (meso_health_status_to_string (status)), T (reason), T (context->now), T (staff));
}

/**
 * meso_health_item_rows_replace:
 * @on_file: what is on file, and holds or held once
 * @item: what shall be there instead
 */
gboolean
meso_health_item_rows_replace (MesoStoreContext *context, const char *staff, const MesoHealthItem *on_file,
                                     const MesoHealthItem *item, GError **error)
{
  return meso_health_item_rows_end (context, staff, on_file->id, MESO_HEALTH_REPLACED, on_file->reason, error)
         && insert (context, staff, on_file->patient, item, on_file->id, error);
}
