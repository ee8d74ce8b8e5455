/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twins.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

/* Decisions that hold, about any record of the one person ($1) and any of the other ($2), whichever was looked at first. */
#define OF_BOTH \
  "ended_at IS NULL AND ((first " IS_OF_PERSON ("$1") " AND second " IS_OF_PERSON ("$2") ")" \
  " OR (first " IS_OF_PERSON ("$2") " AND second " IS_OF_PERSON ("$1") "))"

static gboolean
log_both (MesoStoreContext *context, const char *staff, const char *action, const char *a, const char *b, const char *reason,
          GError **error)
{
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "other", NULL, b);
  meso_store_context_changed (context, "patient", a);
  meso_store_context_changed (context, "patient", b);
  return meso_audit_log_append (context, staff, action, "patient", a, reason, meso_audit_body_get (body), error);
}

/**
 * meso_patient_twins_set_different:
 * @a: a record
 * @b: another
 * @reason: "" when none was given
 *
 * Keeps that somebody has looked at two records and found two persons.
 */
gboolean
meso_patient_twins_set_different (MesoStoreContext *context, const char *staff, const char *a, const char *b, const char *reason,
                                  GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  gboolean ordered = g_strcmp0 (a, b) < 0;

  return meso_store_context_execute (context, error,
           "INSERT INTO patient_different (id, first, second, reason, decided_at, decided_by) VALUES ($1, $2, $3, $4, $5, $6)",
           T (id), T (ordered ? a : b), T (ordered ? b : a), T (reason), T (context->now), T (staff))
         && log_both (context, staff, "set-different", a, b, reason, error);
}

gboolean
meso_patient_twins_are_different (MesoStoreContext *context, const char *a, const char *b, gboolean *different_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = NULL;
  gint64 any = 0;

  *different_out = FALSE;
  /* Asked of each pair of a long list: most clinics have no such decision. */
  if (!meso_sqlite_connection_get_int (context->connection,
        "SELECT EXISTS (SELECT 1 FROM patient_different WHERE ended_at IS NULL)", &any, error))
    return FALSE;
  if (any == 0)
    return TRUE;
  row = meso_store_context_query (context, error, "SELECT 1 FROM patient_different WHERE " OF_BOTH, T (a), T (b));
  if (row == NULL)
    return FALSE;
  *different_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_patient_twins_end_different:
 *
 * Takes back that two records are two persons; what was decided stays on file.
 */
gboolean
meso_patient_twins_end_different (MesoStoreContext *context, const char *staff, const char *a, const char *b, GError **error)
{
  gboolean different = FALSE;

  if (!meso_patient_twins_are_different (context, a, b, &different, error))
    return FALSE;
  if (!different)
    {
      meso_store_context_set_no_record (error, "decision about this record and", b);
      return FALSE;
    }
  return meso_store_context_execute (context, error,
           "UPDATE patient_different SET ended_at = $3, ended_by = $4 WHERE " OF_BOTH, T (a), T (b), T (context->now), T (staff))
         && log_both (context, staff, "end-different", a, b, "", error);
}

static void
row_free (gpointer data)
{
  MesoDifferentRow *self = data;

  g_free (self->other);
  g_free (self->decided_at);
  g_free (self->decided_by);
  g_free (self->reason);
  g_free (self);
}

/**
 * meso_patient_twins_list_different:
 *
 * Returns: (transfer full) (element-type MesoDifferentRow): decisions that hold, newest first
 */
GPtrArray *
meso_patient_twins_list_different (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (row_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT CASE WHEN first " IS_OF_PERSON ("$1") " THEN second ELSE first END, decided_at, decided_by, reason"
    " FROM patient_different WHERE ended_at IS NULL AND (first " IS_OF_PERSON ("$1") " OR second " IS_OF_PERSON ("$1") ")"
    " ORDER BY decided_at DESC, id", T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoDifferentRow *row = g_new0 (MesoDifferentRow, 1);

      row->other = meso_sqlite_statement_dup_text (rows, 0);
      row->decided_at = meso_sqlite_statement_dup_text (rows, 1);
      row->decided_by = meso_sqlite_statement_dup_text (rows, 2);
      row->reason = meso_sqlite_statement_dup_text (rows, 3);
      g_ptr_array_add (list, row);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&list) : NULL;
}
