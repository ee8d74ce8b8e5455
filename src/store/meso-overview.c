/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-overview.h"

#include "meso-store-private.h"

/* The audit is in the order of time: what is newest is found from its end, however large the tables are. */
#define PATIENT_OF_AUDIT \
  "CASE entity WHEN 'patient' THEN entity_id" \
  " WHEN 'screening' THEN (SELECT patient FROM screening WHERE id = entity_id)" \
  " WHEN 'screening-decision' THEN (SELECT s.patient FROM screening_decision d JOIN screening s ON s.id = d.screening" \
  "   WHERE d.id = entity_id)" \
  " WHEN 'plan' THEN (SELECT patient FROM plan WHERE id = entity_id)" \
  " WHEN 'formula' THEN (SELECT patient FROM formula WHERE id = entity_id)" \
  " WHEN 'session' THEN (SELECT patient FROM treatment_session WHERE id = entity_id) END"
/* A later version of a recipe is an update; of the rest an update is no visit, but a corrected number or a moved day. */
#define IS_WORK "(action IN ('create', 'decide', 'amend') OR (action = 'update' AND entity = 'formula'))"

/**
 * meso_session_ref_free:
 * @self: (transfer full): a reference
 */
void
meso_session_ref_free (MesoSessionRef *self)
{
  g_free (self->plan);
  g_free (self);
}

/**
 * meso_overview_list_open:
 *
 * Returns: (transfer full) (element-type MesoSessionRef): at most @limit, oldest first
 */
GPtrArray *
meso_overview_list_open (MesoStoreContext *context, MesoPlanKind kind, MesoCalendarDate upto, guint limit, GError **error)
{
  g_autoptr(GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_session_ref_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT s.plan, s.n FROM plan_session s JOIN plan p ON p.id = s.plan WHERE s.date <= $1 AND s.status = 'planned'"
    " AND s.kind = $2 AND p.status = 'active' ORDER BY s.date, s.plan, s.n LIMIT $3",
    D (upto), T (meso_plan_kind_to_string (kind)), I (limit));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoSessionRef *ref = g_new0 (MesoSessionRef, 1);

      ref->plan = meso_sqlite_statement_dup_text (rows, 0);
      ref->n = (int) meso_sqlite_statement_get_int (rows, 1);
      g_ptr_array_add (refs, ref);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&refs) : NULL;
}

static void
add_once (GPtrArray *ids, GHashTable *seen, const char *id)
{
  char *copy;

  if (id == NULL || g_hash_table_contains (seen, id))
    return;
  copy = g_strdup (id);
  g_hash_table_add (seen, copy);
  g_ptr_array_add (ids, copy);
}

static GPtrArray *
read_ids (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (ids, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * meso_overview_list_worked_on:
 * @from_utc: the first moment that counts, "2026-11-22T00:00:00.000000Z"
 * @to_utc: the first moment that counts no more
 *
 * Returns: (transfer full) (element-type utf8): at most @limit patients' ids
 */
GPtrArray *
meso_overview_list_worked_on (MesoStoreContext *context, const char *from_utc, const char *to_utc, guint limit, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT at_utc, (SELECT person FROM patient_person JOIN patient p ON p.id = person"
    " WHERE patient_person.patient = " PATIENT_OF_AUDIT " AND p.erased_at IS NULL)"
    " FROM audit WHERE " IS_WORK " AND at_utc < $1 ORDER BY seq DESC", T (to_utc));

  if (rows == NULL)
    return NULL;
  while (ids->len < limit && meso_sqlite_statement_next (rows))
    {
      if (g_strcmp0 (meso_sqlite_statement_peek_text (rows, 0), from_utc) < 0)
        return g_steal_pointer (&ids);
      add_once (ids, seen, meso_sqlite_statement_peek_text (rows, 1));
    }
  return ids->len == limit || meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * meso_overview_list_handouts:
 *
 * Returns: (transfer full) (element-type utf8): at most @limit sheets' ids
 */
GPtrArray *
meso_overview_list_handouts (MesoStoreContext *context, guint limit, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT entity_id FROM audit WHERE entity = 'handout' AND action = 'print'"
    " AND NOT EXISTS (SELECT 1 FROM entered_in_error e WHERE e.entity = 'handout' AND e.entity_id = audit.entity_id)"
    " AND NOT EXISTS (SELECT 1 FROM handout_issue h JOIN patient p ON p.id = h.patient"
    " WHERE h.id = audit.entity_id AND p.erased_at IS NOT NULL)"
    " ORDER BY seq DESC LIMIT $1", I (limit));

  return rows != NULL ? read_ids (rows, error) : NULL;
}

/**
 * meso_overview_list_formulas:
 *
 * Returns: (transfer full) (element-type utf8): at most @limit recipes' ids
 */
GPtrArray *
meso_overview_list_formulas (MesoStoreContext *context, guint limit, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT entity_id FROM audit WHERE entity = 'formula' AND action IN ('create', 'update') AND NOT EXISTS"
    " (SELECT 1 FROM entered_in_error e WHERE e.entity = 'formula' AND e.entity_id = audit.entity_id)"
    " AND EXISTS (SELECT 1 FROM formula f JOIN patient p ON p.id = f.patient"
    " WHERE f.id = audit.entity_id AND p.erased_at IS NULL) ORDER BY seq DESC");

  if (rows == NULL)
    return NULL;
  while (ids->len < limit && meso_sqlite_statement_next (rows))
    add_once (ids, seen, meso_sqlite_statement_peek_text (rows, 0));
  return ids->len == limit || meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * meso_overview_list_templates:
 * @retired: those that are no longer offered instead of those that are
 *
 * Returns: (transfer full) (element-type utf8): the clinic's own recipes
 */
GPtrArray *
meso_overview_list_templates (MesoStoreContext *context, gboolean retired, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT id FROM formula WHERE patient IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM entered_in_error e WHERE e.entity = 'formula' AND e.entity_id = formula.id)"
    " AND EXISTS (SELECT 1 FROM formula_retired r WHERE r.formula = formula.id) = $1 ORDER BY created_at DESC, id",
    I (retired ? 1 : 0));

  return rows != NULL ? read_ids (rows, error) : NULL;
}
