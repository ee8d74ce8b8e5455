/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-lot-content.h"
#include "meso-lot-finding.h"

/* A field that can be corrected, as text. */
typedef struct
{
  const char *name;
  char *before;
  char *after;
} Field;

static MesoAuditBody *
describe (const MesoLot *lot)
{
  MesoAuditBody *body = meso_audit_body_new ();

  meso_audit_body_add (body, "product", NULL, lot->product);
  meso_audit_body_add (body, "name", NULL, lot->name);
  meso_audit_body_add (body, "maker", NULL, lot->maker);
  meso_audit_body_add (body, "number", NULL, lot->number);
  meso_audit_body_add_date (body, "expiry", MESO_CALENDAR_DATE_NONE, lot->expiry);
  meso_audit_body_add_date (body, "received_on", MESO_CALENDAR_DATE_NONE, lot->received_on);
  meso_audit_body_add_int (body, "containers", lot->containers);
  meso_audit_body_add_int (body, "container_ul", lot->container_ul);
  return body;
}

/**
 * meso_lot_repository_insert:
 * @staff: who recorded it
 * @lot: a checked lot
 *
 * Stores a lot, for ever as it is, and books what was received.
 *
 * Returns: (transfer full): the new id
 */
char *
meso_lot_repository_insert (MesoStoreContext *context, const char *staff, const MesoLot *lot, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = describe (lot);

  if (!meso_lot_content_insert (context, id, lot, error)
      || !meso_store_context_execute (context, error,
           "INSERT INTO lot (id, product, name, maker, licence, number, supplier, storage, expiry, received_on, container_ul, containers,"
           " multi_dose, opened_life_h, price, recorded_at, recorded_zone, recorded_by)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
           T (id), T (lot->product), T (lot->name), T (lot->maker), T (lot->licence), T (lot->number), T (lot->supplier),
           T (lot->storage), D (lot->expiry), D (lot->received_on), I (lot->container_ul), I (lot->containers),
           I (lot->multi_dose ? 1 : 0), I (lot->opened_life_h), I (lot->price), T (context->now), T (context->zone), T (staff))
      || !meso_audit_log_append (context, staff, "create", "lot", id, "", meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "stock", id);
  return g_steal_pointer (&id);
}

/**
 * meso_lot_repository_has_any:
 * @has_any_out: (out): whether there is any lot, used up or not
 *
 * Returns: whether it could be looked up
 */
gboolean
meso_lot_repository_has_any (MesoStoreContext *context, gboolean *has_any_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query_plain (context, error, "SELECT 1 FROM lot LIMIT 1");

  if (row == NULL)
    return FALSE;
  *has_any_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_lot_repository_get:
 *
 * Returns: (transfer full): the lot as it is known now; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoLot *
meso_lot_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  return meso_lot_finding_get (context, id, error);
}

/**
 * meso_lot_repository_list:
 * @with_used_up: also those that hold nothing any more
 *
 * Returns: (transfer full) (element-type MesoLot): the first to expire first
 */
GPtrArray *
meso_lot_repository_list (MesoStoreContext *context, gboolean with_used_up, GError **error)
{
  return meso_lot_finding_list (context, with_used_up, error);
}

/**
 * meso_lot_repository_find:
 * @id_or_number: a lot's id, or a number that a lot bears or bore before it was corrected, however it is spaced or cased
 *
 * Returns: (transfer full) (element-type MesoLot): the lots that are meant; empty when there is none
 */
GPtrArray *
meso_lot_repository_find (MesoStoreContext *context, const char *id_or_number, GError **error)
{
  return meso_lot_finding_find (context, id_or_number, error);
}

static gboolean
amend_field (MesoStoreContext *context, const char *staff, const char *id, const Field *field, const char *reason, GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO lot_amendment (lot, n, field, old, new, reason, amended_at, amended_zone, amended_by)"
    " VALUES ($1, (SELECT 1 + count(*) FROM lot_amendment WHERE lot = $1), $2, $3, $4, $5, $6, $7, $8)",
    T (id), T (field->name), T (field->before), T (field->after), T (reason), T (context->now), T (context->zone), T (staff));
}

/**
 * meso_lot_repository_amend:
 * @lot: as meso_lot_repository_get() gave it, then edited
 * @reason: why, not empty
 *
 * Corrects what was typed about a lot: each field that differs gets a row of its own beside what was received, which stays. What was
 * drawn keeps naming the lot, and a recall by the number of before finds it too.
 *
 * Returns: whether it is done
 */
gboolean
meso_lot_repository_amend (MesoStoreContext *context, const char *staff, const MesoLot *lot, const char *reason, GError **error)
{
  g_autoptr(MesoLot) old = meso_lot_finding_get (context, lot->id, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  g_autofree char *old_expiry = NULL, *expiry = meso_calendar_date_to_string (lot->expiry);
  g_autofree char *old_received_on = NULL, *received_on = meso_calendar_date_to_string (lot->received_on);

  if (old == NULL)
    return FALSE;
  old_expiry = meso_calendar_date_to_string (old->expiry);
  old_received_on = meso_calendar_date_to_string (old->received_on);
  const Field fields[] = {
    { "name", old->name, lot->name }, { "maker", old->maker, lot->maker }, { "licence", old->licence, lot->licence },
    { "number", old->number, lot->number }, { "supplier", old->supplier, lot->supplier }, { "storage", old->storage, lot->storage },
    { "expiry", old_expiry, expiry }, { "received_on", old_received_on, received_on },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      meso_audit_body_add (body, fields[i].name, fields[i].before, fields[i].after);
      if (g_strcmp0 (fields[i].before, fields[i].after) != 0
          && !amend_field (context, staff, lot->id, &fields[i], reason, error))
        return FALSE;
    }
  if (meso_audit_body_is_empty (body))
    return TRUE;
  meso_store_context_changed (context, "stock", lot->id);
  return meso_audit_log_append (context, staff, "amend", "lot", lot->id, reason, meso_audit_body_get (body), error);
}

/**
 * meso_lot_repository_set_state:
 * @reason: why, not empty
 *
 * Quarantines a lot, notes that it was recalled, or makes it available again, which only a physician may.
 *
 * Returns: whether it is done
 */
gboolean
meso_lot_repository_set_state (MesoStoreContext *context, const char *staff, const char *id, MesoLotState state, const char *reason,
                               GError **error)
{
  g_autoptr(MesoLot) old = meso_lot_finding_get (context, id, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const char *name = meso_lot_state_to_string (state);

  if (old == NULL)
    return FALSE;
  meso_audit_body_add (body, "state", meso_lot_state_to_string (old->state), name);
  meso_store_context_changed (context, "stock", id);
  return meso_store_context_execute (context, error,
           "INSERT INTO lot_event (lot, n, state, reason, set_at, set_zone, set_by)"
           " VALUES ($1, (SELECT 1 + count(*) FROM lot_event WHERE lot = $1), $2, $3, $4, $5, $6)",
           T (id), T (name), T (reason), T (context->now), T (context->zone), T (staff))
         && meso_audit_log_append (context, staff, "update", "lot", id, reason, meso_audit_body_get (body), error);
}
