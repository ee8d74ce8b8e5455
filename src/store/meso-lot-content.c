/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-content.h"

/**
 * meso_lot_content_insert:
 * @id: the new lot's
 *
 * Stores what a container holds; before the lot itself, as the schema demands.
 *
 * Returns: whether it is stored
 */
gboolean
meso_lot_content_insert (MesoStoreContext *context, const char *id, const MesoLot *lot, GError **error)
{
  for (guint i = 0; i < lot->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (lot->components, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO lot_component (lot, n, ingredient, strength, salt) VALUES ($1, $2, $3, $4, $5)",
            T (id), I (i + 1), T (component->ingredient), T (component->strength), T (component->salt)))
        return FALSE;
    }
  for (guint i = 0; i < lot->excipients->len; i++)
    if (!meso_store_context_execute (context, error, "INSERT INTO lot_excipient (lot, n, excipient) VALUES ($1, $2, $3)",
                                     T (id), I (i + 1), T (g_ptr_array_index (lot->excipients, i))))
      return FALSE;
  return TRUE;
}

static gboolean
load_components (MesoStoreContext *context, MesoLot *lot, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT ingredient, strength, salt FROM lot_component WHERE lot = $1 ORDER BY n", T (lot->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    meso_lot_add_component (lot, meso_sqlite_statement_peek_text (rows, 0), meso_sqlite_statement_peek_text (rows, 1))->salt =
      meso_sqlite_statement_dup_text (rows, 2);
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
load_excipients (MesoStoreContext *context, MesoLot *lot, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT excipient FROM lot_excipient WHERE lot = $1 ORDER BY n", T (lot->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (lot->excipients, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error);
}

static MesoOpening *
read_opening (MesoSqliteStatement *row)
{
  MesoOpening *opening = meso_opening_new ();

  opening->id = meso_sqlite_statement_dup_text (row, 0);
  opening->n = (guint) meso_sqlite_statement_get_int (row, 1);
  opening->opened_at = meso_sqlite_statement_dup_text (row, 2);
  opening->opened_by = meso_sqlite_statement_dup_text (row, 3);
  opening->discard_by = meso_sqlite_statement_dup_text (row, 4);
  opening->held_ul = meso_sqlite_statement_get_int (row, 5);
  opening->left_ul = meso_sqlite_statement_get_int (row, 6);
  opening->used = meso_sqlite_statement_get_int (row, 7) != 0;
  return opening;
}

static gboolean
load_openings (MesoStoreContext *context, MesoLot *lot, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT opening.id, n, opened_at, opened_by, discard_by, held_ul, left_ul,"
    " EXISTS (SELECT 1 FROM preparation_draw WHERE opening = opening_now.id)"
    " FROM opening JOIN opening_now ON opening_now.id = opening.id WHERE opening.lot = $1 AND left_ul > 0 ORDER BY discard_by, n",
    T (lot->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (lot->openings, read_opening (rows));
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_lot_content_load:
 * @lot: with its own row and its balance
 *
 * Returns: whether the rows below it are there too
 */
gboolean
meso_lot_content_load (MesoStoreContext *context, MesoLot *lot, GError **error)
{
  gint64 sealed_ul;

  if (!load_components (context, lot, error) || !load_excipients (context, lot, error) || !load_openings (context, lot, error))
    return FALSE;
  /* One that was only counted in part is still a container. */
  sealed_ul = meso_lot_get_sealed_ul (lot);
  lot->sealed = sealed_ul / lot->container_ul + (sealed_ul % lot->container_ul > 0);
  return TRUE;
}
