/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge.h"

#include "meso-store-private.h"

static void
field_free (gpointer data)
{
  MesoMergeFieldRow *self = data;

  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
meso_merge_row_free (MesoMergeRow *self)
{
  g_free (self->duplicate);
  g_free (self->kept);
  g_ptr_array_unref (self->fields);
  g_free (self->at);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->ended_at);
  g_free (self->ended_by);
  g_free (self->ended_reason);
  g_free (self);
}

/**
 * meso_patient_merge_add_field:
 * @duplicate: the record that was merged
 * @before: what the kept record said, "" for nothing
 * @after: what it took over
 *
 * Keeps what a merge changed in the kept record.
 */
gboolean
meso_patient_merge_add_field (MesoStoreContext *context, const char *duplicate, const char *field, const char *before,
                              const char *after, GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO patient_link_field (link, field, before, after)"
    " SELECT id, $2, $3, $4 FROM patient_link WHERE duplicate = $1 AND unlinked_at IS NULL",
    T (duplicate), T (field), T (before), T (after));
}

static GPtrArray *
read_fields (MesoStoreContext *context, const char *link, GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (field_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT field, before, after FROM patient_link_field WHERE link = $1 ORDER BY field", T (link));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoMergeFieldRow *field = g_new0 (MesoMergeFieldRow, 1);

      field->field = meso_sqlite_statement_dup_text (rows, 0);
      field->before = meso_sqlite_statement_dup_text (rows, 1);
      field->after = meso_sqlite_statement_dup_text (rows, 2);
      g_ptr_array_add (fields, field);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&fields) : NULL;
}

#define COLUMNS "l.id, l.duplicate, l.kept, l.linked_at, l.linked_by, l.reason, l.unlinked_at, l.unlinked_by, l.unlink_reason"

static MesoMergeRow *
read_row (MesoStoreContext *context, MesoSqliteStatement *row, GError **error)
{
  g_autoptr(GPtrArray) fields = read_fields (context, meso_sqlite_statement_peek_text (row, 0), error);
  MesoMergeRow *merge;

  if (fields == NULL)
    return NULL;
  merge = g_new0 (MesoMergeRow, 1);
  merge->duplicate = meso_sqlite_statement_dup_text (row, 1);
  merge->kept = meso_sqlite_statement_dup_text (row, 2);
  merge->fields = g_steal_pointer (&fields);
  merge->at = meso_sqlite_statement_dup_text (row, 3);
  merge->by = meso_sqlite_statement_dup_text (row, 4);
  merge->reason = meso_sqlite_statement_dup_text (row, 5);
  merge->ended_at = meso_sqlite_statement_dup_text (row, 6);
  merge->ended_by = meso_sqlite_statement_dup_text (row, 7);
  merge->ended_reason = meso_sqlite_statement_dup_text (row, 8);
  return merge;
}

/**
 * meso_patient_merge_get:
 *
 * Returns: (transfer full): the merge that @duplicate stands for another by
 */
MesoMergeRow *
meso_patient_merge_get (MesoStoreContext *context, const char *duplicate, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM patient_link l WHERE l.duplicate = $1 AND l.unlinked_at IS NULL", T (duplicate));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return read_row (context, row, error);
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "merge of patient", duplicate);
  return NULL;
}

/**
 * meso_patient_merge_list:
 *
 * Returns: (transfer full) (element-type MesoMergeRow): newest first
 */
GPtrArray *
meso_patient_merge_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_merge_row_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM patient_link l WHERE l.duplicate " IS_OF_PERSON ("$1") " OR l.kept " IS_OF_PERSON ("$1")
    " ORDER BY max (l.linked_at, coalesce (l.unlinked_at, '')) DESC, l.id", T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoMergeRow *merge = read_row (context, rows, error);

      if (merge == NULL)
        return NULL;
      g_ptr_array_add (merges, merge);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&merges) : NULL;
}

gboolean
meso_patient_merge_count (MesoStoreContext *context, const char *patient, MesoPersonCounts *counts_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "WITH record (id) AS MATERIALIZED (SELECT patient FROM patient_person"
    " WHERE person = (SELECT person FROM patient_person WHERE patient = $1))"
    " SELECT (SELECT count(*) FROM screening WHERE patient IN (SELECT id FROM record)),"
    " (SELECT count(*) FROM plan WHERE patient IN (SELECT id FROM record)),"
    " (SELECT count(*) FROM plan WHERE patient IN (SELECT id FROM record) AND status IN ('active', 'suspended')),"
    " (SELECT count(*) FROM formula WHERE patient IN (SELECT id FROM record)),"
    " (SELECT count(*) FROM treatment_session WHERE patient IN (SELECT id FROM record)),"
    " (SELECT count(*) FROM handout_issue WHERE patient IN (SELECT id FROM record))", T (patient));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *counts_out = (MesoPersonCounts) {
      .screenings = (int) meso_sqlite_statement_get_int (row, 0), .plans = (int) meso_sqlite_statement_get_int (row, 1),
      .plans_open = (int) meso_sqlite_statement_get_int (row, 2), .formulas = (int) meso_sqlite_statement_get_int (row, 3),
      .sessions = (int) meso_sqlite_statement_get_int (row, 4), .handouts = (int) meso_sqlite_statement_get_int (row, 5),
    };
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
add_crossed (MesoStoreContext *context, const char *a, const char *b, int *crossed, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "WITH mine (id) AS MATERIALIZED (SELECT patient FROM patient_person"
    " WHERE person = (SELECT person FROM patient_person WHERE patient = $1)),"
    " other (id) AS MATERIALIZED (SELECT patient FROM patient_person"
    " WHERE person = (SELECT person FROM patient_person WHERE patient = $2))"
    " SELECT (SELECT count(*) FROM treatment_session s WHERE s.patient IN (SELECT id FROM mine) AND ("
    " EXISTS (SELECT 1 FROM screening WHERE id = s.screening AND patient IN (SELECT id FROM other))"
    " OR EXISTS (SELECT 1 FROM plan WHERE id = s.plan AND patient IN (SELECT id FROM other))"
    " OR EXISTS (SELECT 1 FROM formula WHERE id = s.formula AND patient IN (SELECT id FROM other))"
    " OR EXISTS (SELECT 1 FROM treatment_session o WHERE o.id = s.amends AND o.patient IN (SELECT id FROM other))))"
    " + (SELECT count(*) FROM screening s WHERE s.patient IN (SELECT id FROM mine)"
    " AND EXISTS (SELECT 1 FROM screening o WHERE o.id = s.amends AND o.patient IN (SELECT id FROM other)))", T (a), T (b));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *crossed += (int) meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

gboolean
meso_patient_merge_count_crossed (MesoStoreContext *context, const char *a, const char *b, int *crossed_out, GError **error)
{
  *crossed_out = 0;
  return add_crossed (context, a, b, crossed_out, error) && add_crossed (context, b, a, crossed_out, error);
}
