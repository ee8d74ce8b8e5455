/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-field-history.h"

#include "meso-store-private.h"

static void
row_free (gpointer data)
{
  MesoFieldChangeRow *self = data;

  g_free (self->at_utc);
  g_free (self->staff);
  g_free (self->record);
  g_free (self->action);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->reason);
  g_free (self);
}

static MesoFieldChangeRow *
read_row (MesoSqliteStatement *rows)
{
  MesoFieldChangeRow *row = g_new0 (MesoFieldChangeRow, 1);

  row->seq = meso_sqlite_statement_get_int (rows, 0);
  row->at_utc = meso_sqlite_statement_dup_text (rows, 1);
  row->staff = meso_sqlite_statement_dup_text (rows, 2);
  row->record = meso_sqlite_statement_dup_text (rows, 3);
  row->action = meso_sqlite_statement_dup_text (rows, 4);
  row->reason = meso_sqlite_statement_dup_text (rows, 5);
  row->erased = meso_sqlite_statement_is_null (rows, 6);
  row->field = row->erased ? g_strdup ("") : meso_sqlite_statement_dup_text (rows, 6);
  row->old_value = meso_sqlite_statement_dup_text (rows, 7);
  row->new_value = meso_sqlite_statement_dup_text (rows, 8);
  return row;
}

/**
 * meso_field_history_list:
 * @patient: any record of the person
 *
 * Rows of the audit that hold values, or held them until they were erased; a limit never cuts a row in two.
 *
 * Returns: (transfer full) (element-type MesoFieldChangeRow): newest first, the fields of one row as they were written
 */
GPtrArray *
meso_field_history_list (MesoStoreContext *context, const char *patient, const char *field, gint64 before, guint limit, GError **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func (row_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "WITH change (seq, at_utc, staff, entity_id, action, reason, body) AS ("
    " SELECT a.seq, a.at_utc, a.staff, a.entity_id, a.action, a.reason, p.body FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq"
    " WHERE a.entity = 'patient' AND a.entity_id " IS_OF_PERSON ("$1") " AND a.payload_digest <> '' AND a.action NOT IN ('erase', 'release', 'print')"
    " AND ($3 = 0 OR a.seq < $3)"
    " AND ($2 IS NULL OR p.body IS NULL OR EXISTS (SELECT 1 FROM json_each (p.body) WHERE key = $2))"
    " ORDER BY a.seq DESC LIMIT $4)"
    " SELECT change.seq, at_utc, staff, entity_id, action, reason, field.key, field.value ->> 'old', field.value ->> 'new'"
    " FROM change LEFT JOIN json_each (change.body) field ON true"
    " WHERE $2 IS NULL OR field.key IS NULL OR field.key = $2 ORDER BY change.seq DESC, field.id",
    T (patient), T (field), I (before), I (limit > 0 ? (gint64) limit : G_MAXINT64));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (changes, read_row (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&changes) : NULL;
}
