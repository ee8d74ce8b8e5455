/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-entered-in-error.h"
#include "meso-preparation-rows.h"
#include "meso-preparation-strengths.h"
#include "meso-store-time.h"

/* Not joined: the sessions would all be looked through for it. */
#define SESSION "(SELECT session FROM preparation_session given WHERE given.batch = p.batch)"
#define COLUMNS "p.id, p.patient, p.formula, p.formula_version, p.prepared_by, p.checked_by, p.mixed_at, p.recorded_zone, p.use_before," \
                " p.wasted_ul, p.notes, p.amends, p.reason, later.id, e.reason, " SESSION ", gone.discarded_at, gone.reason," \
                " p.recorded_at, p.recorded_by"
#define TABLES "preparation p LEFT JOIN preparation later ON later.amends = p.id" \
               " LEFT JOIN entered_in_error e ON e.entity = 'preparation' AND e.entity_id = p.id" \
               " LEFT JOIN preparation_discard gone ON gone.batch = p.batch"

static MesoAuditBody *
describe (const MesoPreparation *draft)
{
  MesoAuditBody *body = meso_audit_body_new ();

  meso_audit_body_add (body, "patient", NULL, draft->patient);
  meso_audit_body_add (body, "formula", NULL, draft->formula);
  meso_audit_body_add_int (body, "formula_version", draft->formula_version);
  meso_audit_body_add (body, "prepared_by", NULL, draft->prepared_by);
  meso_audit_body_add (body, "checked_by", NULL, draft->checked_by);
  meso_audit_body_add (body, "mixed_at", NULL, draft->mixed_at);
  meso_audit_body_add (body, "use_before", NULL, draft->use_before);
  meso_audit_body_add_int (body, "draws", draft->draws->len);
  meso_audit_body_add (body, "amends", NULL, draft->amends);
  return body;
}

static gboolean
insert_header (MesoStoreContext *context, const char *id, const char *staff, const MesoPreparation *draft, GError **error)
{
  g_autofree char *mixed_local = meso_civil_time_to_string (meso_store_time_get_local (draft->mixed_at));
  g_autofree char *use_before_local = meso_civil_time_to_string (meso_store_time_get_local (draft->use_before));

  return meso_store_context_execute (context, error,
    "INSERT INTO preparation (id, batch, patient, formula, formula_version, prepared_by, checked_by, mixed_at, mixed_local, use_before,"
    " use_before_local, wasted_ul, notes, amends, reason, recorded_at, recorded_zone, recorded_by)"
    " VALUES ($1, coalesce ((SELECT batch FROM preparation WHERE id = $13), $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
    " $14, $15, $16, $17)",
    T (id), T (draft->patient), T (draft->formula), I (draft->formula_version), T (draft->prepared_by), T (draft->checked_by),
    T (draft->mixed_at), T (mixed_local), T (draft->use_before), T (use_before_local), I (draft->wasted_ul), T (draft->notes),
    T (draft->amends), T (draft->reason), T (context->now), T (context->zone), T (staff));
}

/* The patient's, and that of each lot that was drawn from. */
static gboolean
tell (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT patient, lot FROM preparation JOIN preparation_draw ON preparation_draw.preparation = preparation.id WHERE id = $1", T (id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      meso_store_context_changed (context, "preparation", meso_sqlite_statement_peek_text (rows, 0));
      meso_store_context_changed (context, "stock", meso_sqlite_statement_peek_text (rows, 1));
    }
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_preparation_repository_insert:
 * @staff: who records it
 * @draft: a checked preparation; with amends and a reason it corrects that one, whose draws come back first
 *
 * Stores and seals a preparation, opens the containers that it needs, and books what it draws. What may not be is refused: other volumes
 * than the formula's, a lot that holds something else, isn't as strong, or is recalled, quarantined, expired on that day, opened too long
 * or used up, nobody else who checked it, another patient's formula (%MESO_STORE_ERROR_REFUSED).
 *
 * Returns: (transfer full): the new id
 */
char *
meso_preparation_repository_insert (MesoStoreContext *context, const char *staff, const MesoPreparation *draft, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = describe (draft);

  if (!meso_preparation_rows_insert (context, id, draft, error)
      || !insert_header (context, id, staff, draft, error)
      || !meso_preparation_strengths_check (context, draft, error)
      || !meso_audit_log_append (context, staff, draft->amends != NULL ? "amend" : "create", "preparation", id, draft->reason,
                                 meso_audit_body_get (body), error)
      || !tell (context, id, error) || (draft->amends != NULL && !tell (context, draft->amends, error)))
    return NULL;
  return g_steal_pointer (&id);
}

static MesoPreparation *
read_header (MesoSqliteStatement *row)
{
  MesoPreparation *preparation = meso_preparation_new ();

  preparation->id = meso_sqlite_statement_dup_text (row, 0);
  preparation->patient = meso_sqlite_statement_dup_text (row, 1);
  preparation->formula = meso_sqlite_statement_dup_text (row, 2);
  preparation->formula_version = (int) meso_sqlite_statement_get_int (row, 3);
  preparation->prepared_by = meso_sqlite_statement_dup_text (row, 4);
  preparation->checked_by = meso_sqlite_statement_dup_text (row, 5);
  preparation->mixed_at = meso_sqlite_statement_dup_text (row, 6);
  preparation->zone = meso_sqlite_statement_dup_text (row, 7);
  preparation->use_before = meso_sqlite_statement_dup_text (row, 8);
  preparation->wasted_ul = meso_sqlite_statement_get_int (row, 9);
  g_set_str (&preparation->notes, meso_sqlite_statement_peek_text (row, 10));
  preparation->amends = meso_sqlite_statement_dup_text (row, 11);
  g_set_str (&preparation->reason, meso_sqlite_statement_peek_text (row, 12));
  preparation->amended_by = meso_sqlite_statement_dup_text (row, 13);
  preparation->error_reason = meso_sqlite_statement_dup_text (row, 14);
  preparation->session = meso_sqlite_statement_dup_text (row, 15);
  preparation->discarded_at = meso_sqlite_statement_dup_text (row, 16);
  preparation->discard_reason = meso_sqlite_statement_dup_text (row, 17);
  preparation->recorded_at = meso_sqlite_statement_dup_text (row, 18);
  preparation->recorded_by = meso_sqlite_statement_dup_text (row, 19);
  return preparation;
}

static GPtrArray *
read_all (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) preparations = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoPreparation *preparation = read_header (rows);

      g_ptr_array_add (preparations, preparation);
      if (!meso_preparation_rows_load (context, preparation, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&preparations) : NULL;
}

/**
 * meso_preparation_repository_get:
 *
 * Returns: (transfer full): the preparation; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoPreparation *
meso_preparation_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM " TABLES " WHERE p.id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "preparation", id);
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * meso_preparation_repository_list:
 *
 * Returns: (transfer full) (element-type MesoPreparation): newest first, over all records that are this person's; those that were
 *   amended, discarded or entered in error say so
 */
GPtrArray *
meso_preparation_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE p.patient " IS_OF_PERSON ("$1") " ORDER BY p.mixed_at DESC, p.recorded_at DESC, p.id",
    T (patient));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/**
 * meso_preparation_repository_list_waiting:
 *
 * Returns: (transfer full) (element-type MesoPreparation): those of all patients that were neither given nor thrown away, by the moment
 *   they must be used before, which may be over
 */
GPtrArray *
meso_preparation_repository_list_waiting (MesoStoreContext *context, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE later.id IS NULL AND e.reason IS NULL AND gone.batch IS NULL"
    " AND " SESSION " IS NULL"
    " ORDER BY p.use_before, p.id");

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/**
 * meso_preparation_repository_discard:
 * @id: any record of the batch
 * @reason: why, not empty
 *
 * The mixture wasn't given, and is gone. What was drawn for it stays drawn.
 *
 * Returns: whether it is done
 */
gboolean
meso_preparation_repository_discard (MesoStoreContext *context, const char *staff, const char *id, const char *reason, GError **error)
{
  g_autoptr(MesoPreparation) old = meso_preparation_repository_get (context, id, error);

  return old != NULL
         && meso_store_context_execute (context, error,
              "INSERT INTO preparation_discard (batch, reason, discarded_at, discarded_zone, discarded_by)"
              " VALUES ((SELECT batch FROM preparation WHERE id = $1), $2, $3, $4, $5)",
              T (id), T (reason), T (context->now), T (context->zone), T (staff))
         && meso_audit_log_append (context, staff, "discard", "preparation", id, reason, NULL, error)
         && tell (context, id, error);
}

/**
 * meso_preparation_repository_mark_entered_in_error:
 * @id: the preparation that should not have been recorded
 * @reason: why, not empty
 *
 * It stays, with the mark beside it, and counts no more. What it drew is booked as wasted: it doesn't come back into a vial.
 *
 * Returns: whether it is done
 */
gboolean
meso_preparation_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id, const char *reason,
                                                   GError **error)
{
  return meso_entered_in_error_mark (context, staff, "preparation", id, reason, error) && tell (context, id, error);
}
