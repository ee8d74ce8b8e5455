/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-finding.h"

#include "meso-lot-content.h"
#include "meso-lot-match.h"

#define COLUMNS "lot.id, product, now.name, now.maker, now.licence, now.number, now.supplier, now.storage, now.expiry, now.received_on," \
                " container_ul, containers, multi_dose, opened_life_h, price, recorded_at, recorded_by, now.state, now.state_reason," \
                " now.amended, balance_ul, (SELECT count (*) FROM opening WHERE opening.lot = lot.id)"
#define TABLES "lot JOIN lot_now now ON now.id = lot.id JOIN lot_balance balance ON balance.lot = lot.id"
#define FIRST_TO_EXPIRE_FIRST "now.expiry, now.received_on, lot.id"

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
  lot->opened = meso_sqlite_statement_get_int (row, 21);
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
      if (!meso_lot_content_load (context, lot, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&lots) : NULL;
}

MesoLot *
meso_lot_finding_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM " TABLES " WHERE lot.id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "lot", id);
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

GPtrArray *
meso_lot_finding_list (MesoStoreContext *context, gboolean with_used_up, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE $1 OR balance_ul > 0 ORDER BY " FIRST_TO_EXPIRE_FIRST, I (with_used_up ? 1 : 0));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/* (transfer full) (element-type utf8): ids of the lots whose number, of now or of before, it is */
static GPtrArray *
find_ids (MesoStoreContext *context, const char *id_or_number, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *wanted = meso_lot_match_fold (id_or_number);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT id, number, expiry FROM lot"
    " UNION SELECT lot.id, new, expiry FROM lot JOIN lot_amendment amendment ON amendment.lot = lot.id AND field = 'number' ORDER BY 3, 1");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      const char *id = meso_sqlite_statement_peek_text (rows, 0);
      const char *number = meso_sqlite_statement_peek_text (rows, 1);
      g_autofree char *folded = meso_lot_match_fold (number);
      gboolean same = g_strcmp0 (number, id_or_number) == 0 || g_strcmp0 (id, id_or_number) == 0
                      || (*wanted != '\0' && g_strcmp0 (folded, wanted) == 0);

      if (same && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (id));
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
meso_lot_finding_find (MesoStoreContext *context, const char *id_or_number, GError **error)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  g_autoptr(GPtrArray) ids = find_ids (context, id_or_number, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      MesoLot *lot = meso_lot_finding_get (context, g_ptr_array_index (ids, i), error);

      if (lot == NULL)
        return NULL;
      g_ptr_array_add (lots, lot);
    }
  return ids != NULL ? g_steal_pointer (&lots) : NULL;
}
