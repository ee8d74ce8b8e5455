/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-lot-finding.h"
#include "meso-store-private.h"
#include "meso-store-time.h"

static gboolean
move (MesoStoreContext *context, const char *staff, const char *lot, const char *opening, const char *kind, gint64 volume_ul,
      const char *reason, GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, moved_at, moved_zone, moved_by)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    T (lot), T (opening), T (kind), I (volume_ul), T (reason), T (context->now), T (context->zone), T (staff));
}

static const MesoOpening *
find_opening (const MesoLot *lot, const char *id)
{
  for (guint i = 0; i < lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);

      if (g_strcmp0 (opening->id, id) == 0)
        return opening;
    }
  return NULL;
}

static gboolean
append_change (MesoStoreContext *context, const char *staff, const char *action, const char *lot, const char *opening, const char *field,
               gint64 volume_ul, const char *reason, GError **error)
{
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "opening", NULL, opening);
  meso_audit_body_add_int (body, field, volume_ul);
  meso_store_context_changed (context, "stock", lot);
  return meso_audit_log_append (context, staff, action, "lot", lot, reason, meso_audit_body_get (body), error);
}

/* What is missing: of the unopened containers first, then of the opened ones. */
static gboolean
take_missing (MesoStoreContext *context, const char *staff, const MesoLot *lot, gint64 missing_ul, const char *reason, GError **error)
{
  gint64 sealed_ul = MIN (missing_ul, meso_lot_get_sealed_ul (lot));

  if (sealed_ul > 0 && !move (context, staff, lot->id, NULL, "corrected", -sealed_ul, reason, error))
    return FALSE;
  missing_ul -= MAX (sealed_ul, 0);
  for (guint i = 0; i < lot->openings->len && missing_ul > 0; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);
      gint64 taken_ul = MIN (missing_ul, opening->left_ul);

      if (!move (context, staff, lot->id, opening->id, "corrected", -taken_ul, reason, error))
        return FALSE;
      missing_ul -= taken_ul;
    }
  return TRUE;
}

/**
 * meso_stock_repository_count:
 * @opening: (nullable): the opened container that was counted; %NULL for the lot as a whole
 * @counted_ul: what is there
 * @reason: why it differs, not empty
 *
 * A stock-take: books the difference. What a lot as a whole lacks is taken from its unopened containers first; what it has too much is
 * added to them. Nothing is booked when nothing differs.
 *
 * Returns: whether it is done
 */
gboolean
meso_stock_repository_count (MesoStoreContext *context, const char *staff, const char *lot, const char *opening, gint64 counted_ul,
                             const char *reason, GError **error)
{
  g_autoptr(MesoLot) found = meso_lot_finding_get (context, lot, error);
  const MesoOpening *counted = found != NULL && opening != NULL ? find_opening (found, opening) : NULL;
  gint64 difference_ul;
  gboolean booked;

  if (found == NULL)
    return FALSE;
  if (opening != NULL)
    difference_ul = counted_ul - (counted != NULL ? counted->left_ul : 0);
  else
    difference_ul = counted_ul - found->balance_ul;
  if (difference_ul == 0)
    return TRUE;
  if (opening == NULL && difference_ul < 0 && counted_ul >= 0)
    booked = take_missing (context, staff, found, -difference_ul, reason, error);
  else
    booked = move (context, staff, lot, opening, "corrected", difference_ul, reason, error);
  return booked && append_change (context, staff, "count", lot, opening, "counted_ul", counted_ul, reason, error);
}

/**
 * meso_stock_repository_waste:
 * @opening: (nullable): an opened container; %NULL for unopened ones
 * @volume_ul: how much, above 0 and no more than there is
 * @reason: why, not empty
 *
 * Returns: whether it is done
 */
gboolean
meso_stock_repository_waste (MesoStoreContext *context, const char *staff, const char *lot, const char *opening, gint64 volume_ul,
                             const char *reason, GError **error)
{
  g_autoptr(MesoLot) found = meso_lot_finding_get (context, lot, error);

  return found != NULL && move (context, staff, lot, opening, "wasted", -volume_ul, reason, error)
         && append_change (context, staff, "waste", lot, opening, "wasted_ul", volume_ul, reason, error);
}

/* (transfer full): until when a container that is opened at that moment may be drawn from: never past its lot's expiry */
static char *
find_discard_by (const MesoLot *lot, const char *at)
{
  g_autofree char *life = meso_store_time_add_hours (at, meso_lot_get_opened_life_h (lot));
  g_autofree char *expiry = meso_store_time_from_local ((MesoCivilTime) { lot->expiry, MESO_CIVIL_TIME_NO_MINUTE });

  return g_strdup (g_strcmp0 (life, expiry) < 0 ? life : expiry);
}

/**
 * meso_stock_repository_open:
 * @at: (nullable): when it was opened, UTC; %NULL for now
 *
 * Opens a container of a lot. Not of one that is recalled, quarantined, expired on that day or used up.
 *
 * Returns: (transfer full): the opening's id
 */
char *
meso_stock_repository_open (MesoStoreContext *context, const char *staff, const char *lot, const char *at, GError **error)
{
  g_autoptr(MesoLot) found = meso_lot_finding_get (context, lot, error);
  g_autofree char *id = g_uuid_string_random ();
  const char *opened_at = at != NULL ? at : context->now;
  g_autofree char *discard_by = NULL;

  if (found == NULL)
    return NULL;
  discard_by = find_discard_by (found, opened_at);
  if (!meso_store_context_execute (context, error,
        "INSERT INTO opening (id, lot, n, held_ul, opened_at, opened_on, opened_by, discard_by, recorded_at, recorded_zone)"
        " VALUES ($1, $2, (SELECT 1 + count(*) FROM opening WHERE lot = $2), $3, $4, $5, $6, $7, $8, $9)",
        T (id), T (lot), I (MIN (found->container_ul, meso_lot_get_sealed_ul (found))), T (opened_at),
        D (meso_store_time_get_local (opened_at).date), T (staff), T (discard_by), T (context->now), T (context->zone))
      || !append_change (context, staff, "open", lot, id, "held_ul", MIN (found->container_ul, meso_lot_get_sealed_ul (found)), "", error))
    return NULL;
  return g_steal_pointer (&id);
}

/* (transfer full): the lot of an opened container, and what is left in it */
static char *
find_lot (MesoStoreContext *context, const char *opening, gint64 *left_ul_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT lot, left_ul FROM opening_now WHERE id = $1", T (opening));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    {
      *left_ul_out = meso_sqlite_statement_get_int (row, 1);
      return meso_sqlite_statement_dup_text (row, 0);
    }
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "opened container", opening);
  return NULL;
}

/**
 * meso_stock_repository_throw_away:
 * @opening: an opened container
 * @reason: why, not empty
 *
 * Books what is left in it as wasted, and that it is gone.
 *
 * Returns: whether it is done
 */
gboolean
meso_stock_repository_throw_away (MesoStoreContext *context, const char *staff, const char *opening, const char *reason, GError **error)
{
  gint64 left_ul = 0;
  g_autofree char *lot = find_lot (context, opening, &left_ul, error);

  if (lot == NULL)
    return FALSE;
  return (left_ul == 0 || move (context, staff, lot, opening, "wasted", -left_ul, reason, error))
         && meso_store_context_execute (context, error,
              "INSERT INTO opening_end (opening, reason, ended_at, ended_zone, ended_by) VALUES ($1, $2, $3, $4, $5)",
              T (opening), T (reason), T (context->now), T (context->zone), T (staff))
         && append_change (context, staff, "throw-away", lot, opening, "wasted_ul", left_ul, reason, error);
}

/**
 * meso_stock_repository_get_minimums:
 *
 * Returns: (transfer full) (element-type utf8 gint64): what → how many containers there should be at least
 */
GHashTable *
meso_stock_repository_get_minimums (MesoStoreContext *context, GError **error)
{
  g_autoptr(GHashTable) minimums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error, "SELECT what, containers FROM stock_minimum");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      gint64 containers = meso_sqlite_statement_get_int (rows, 1);

      g_hash_table_insert (minimums, meso_sqlite_statement_dup_text (rows, 0), g_memdup2 (&containers, sizeof containers));
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&minimums) : NULL;
}

/**
 * meso_stock_repository_set_minimum:
 * @what: a product's id, or an ingredient's for what comes bare
 * @containers: how many there should be at least; 0 for no minimum
 *
 * Returns: whether it is done
 */
gboolean
meso_stock_repository_set_minimum (MesoStoreContext *context, const char *staff, const char *what, gint64 containers, GError **error)
{
  g_autoptr(GHashTable) minimums = meso_stock_repository_get_minimums (context, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const gint64 *old = minimums != NULL ? g_hash_table_lookup (minimums, what) : NULL;
  g_autofree char *before = old != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, *old) : NULL;
  g_autofree char *after = containers != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, containers) : NULL;

  if (minimums == NULL)
    return FALSE;
  meso_audit_body_add (body, "containers", before, after);
  if (meso_audit_body_is_empty (body))
    return TRUE;
  meso_store_context_changed (context, "stock", what);
  return (after != NULL ? meso_store_context_execute (context, error,
                            "INSERT INTO stock_minimum (what, containers) VALUES ($1, $2)"
                            " ON CONFLICT (what) DO UPDATE SET containers = excluded.containers", T (what), I (containers))
                        : meso_store_context_execute (context, error, "DELETE FROM stock_minimum WHERE what = $1", T (what)))
         && meso_audit_log_append (context, staff, "update", "stock-minimum", what, "", meso_audit_body_get (body), error);
}
