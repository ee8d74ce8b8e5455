/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-lot-rows.h"
#include "meso-text-fold.h"

#define COLUMNS "lot.id, product, now.name, now.maker, now.licence, now.number, now.supplier, now.storage, now.expiry, now.received_on," \
                " container_ul, containers, multi_dose, opened_life_h, price, recorded_at, recorded_by, now.state, now.state_reason," \
                " now.amended, balance_ul"
#define TABLES "lot JOIN lot_now now ON now.id = lot.id JOIN lot_balance balance ON balance.lot = lot.id"
#define FIRST_TO_EXPIRE_FIRST "now.expiry, now.received_on, lot.id"

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

  if (!meso_lot_rows_insert (context, id, lot, error)
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

static void
read_typed (MesoLot *lot, MesoSqliteStatement *row)
{
  lot->id = meso_sqlite_statement_dup_text (row, 0);
  lot->product = meso_sqlite_statement_dup_text (row, 1);
  g_set_str (&lot->name, meso_sqlite_statement_peek_text (row, 2));
  g_set_str (&lot->maker, meso_sqlite_statement_peek_text (row, 3));
  g_set_str (&lot->licence, meso_sqlite_statement_peek_text (row, 4));
  g_set_str (&lot->number, meso_sqlite_statement_peek_text (row, 5));
  g_set_str (&lot->supplier, meso_sqlite_statement_peek_text (row, 6));
  g_set_str (&lot->storage, meso_sqlite_statement_peek_text (row, 7));
  lot->expiry = meso_sqlite_statement_get_date (row, 8);
  lot->received_on = meso_sqlite_statement_get_date (row, 9);
}

static MesoLot *
read_header (MesoSqliteStatement *row)
{
  MesoLot *lot = meso_lot_new ();

  read_typed (lot, row);
  lot->container_ul = meso_sqlite_statement_get_int (row, 10);
  lot->containers = meso_sqlite_statement_get_int (row, 11);
  lot->multi_dose = meso_sqlite_statement_get_int (row, 12) != 0;
  lot->opened_life_h = (int) meso_sqlite_statement_get_int (row, 13);
  lot->price = meso_sqlite_statement_get_int (row, 14);
  lot->recorded_at = meso_sqlite_statement_dup_text (row, 15);
  lot->recorded_by = meso_sqlite_statement_dup_text (row, 16);
  meso_lot_state_from_string (meso_sqlite_statement_peek_text (row, 17), &lot->state);
  g_set_str (&lot->state_reason, meso_sqlite_statement_peek_text (row, 18));
  lot->amended = meso_sqlite_statement_get_int (row, 19) != 0;
  lot->balance_ul = meso_sqlite_statement_get_int (row, 20);
  return lot;
}

static GPtrArray *
read_all (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoLot *lot = read_header (rows);

      g_ptr_array_add (lots, lot);
      if (!meso_lot_rows_load (context, lot, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&lots) : NULL;
}

/**
 * meso_lot_repository_get:
 *
 * Returns: (transfer full): the lot as it is known now; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoLot *
meso_lot_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM " TABLES " WHERE lot.id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "lot", id);
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
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
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE $1 OR balance_ul > 0 ORDER BY " FIRST_TO_EXPIRE_FIRST, I (with_used_up ? 1 : 0));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/* Lots write their numbers with spaces, dashes and either case, and so do people. */
static char *
fold_number (const char *number)
{
  g_autofree char *folded = meso_text_fold (number);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  return g_strjoinv ("", words);
}

/* (transfer full) (element-type utf8): ids of the lots whose number, of now or of before, it is */
static GPtrArray *
find_ids (MesoStoreContext *context, const char *id_or_number, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = fold_number (id_or_number);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT id, number, expiry FROM lot"
    " UNION SELECT lot.id, new, expiry FROM lot JOIN lot_amendment amendment ON amendment.lot = lot.id AND field = 'number' ORDER BY 3, 1");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      const char *id = meso_sqlite_statement_peek_text (rows, 0);
      const char *number = meso_sqlite_statement_peek_text (rows, 1);
      g_autofree char *folded = fold_number (number);
      gboolean same = g_strcmp0 (number, id_or_number) == 0 || g_strcmp0 (id, id_or_number) == 0
                      || (*wanted != '\0' && g_strcmp0 (folded, wanted) == 0);

      if (same && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (id));
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
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
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  g_autoptr(GPtrArray) ids = find_ids (context, id_or_number, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      MesoLot *lot = meso_lot_repository_get (context, g_ptr_array_index (ids, i), error);

      if (lot == NULL)
        return NULL;
      g_ptr_array_add (lots, lot);
    }
  return ids != NULL ? g_steal_pointer (&lots) : NULL;
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
  g_autoptr(MesoLot) old = meso_lot_repository_get (context, lot->id, error);
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
  g_autoptr(MesoLot) old = meso_lot_repository_get (context, id, error);
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
