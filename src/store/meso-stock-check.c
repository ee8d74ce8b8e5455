/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-check.h"

/* Each gives the ids of what contradicts the ledger. Triggers see to it as it is written; these look at what stands in the file. */
static const struct { const char *sql; const char *problem; } checks[] = {
  { "SELECT id FROM lot JOIN lot_balance ON lot = id WHERE balance_ul < 0 OR sealed_ul < 0"
    " OR (SELECT sum (volume_ul) FROM stock_movement WHERE stock_movement.lot = id AND kind = 'received') IS NOT container_ul * containers",
    "the stock of the lot “%s” doesn't add up" },
  { "SELECT opening.id FROM opening JOIN opening_now ON opening_now.id = opening.id WHERE left_ul < 0 OR (ended = 1 AND left_ul > 0)",
    "the opened container “%s” doesn't add up" },
  { "SELECT DISTINCT preparation FROM preparation_draw draw WHERE (SELECT - sum (volume_ul) FROM stock_movement moved"
    " WHERE moved.preparation = draw.preparation AND moved.opening = draw.opening AND kind = 'used')"
    " IS NOT (SELECT sum (volume_ul) FROM preparation_draw same WHERE same.preparation = draw.preparation AND same.opening = draw.opening)"
    " UNION SELECT preparation FROM stock_movement moved WHERE kind = 'used'"
    " AND NOT EXISTS (SELECT 1 FROM preparation_draw WHERE preparation = moved.preparation AND opening = moved.opening)",
    "the preparation “%s” and what was booked for it differ" },
  { "SELECT DISTINCT preparation FROM preparation_draw draw WHERE EXISTS (SELECT 1 FROM stock_movement moved"
    "  WHERE moved.preparation = draw.preparation AND moved.opening = draw.opening AND kind = 'corrected')"
    " <> (EXISTS (SELECT 1 FROM preparation later WHERE later.amends = draw.preparation)"
    "  OR EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'preparation' AND entity_id = draw.preparation))",
    "what the preparation “%s” drew was taken back, or wasn't, against the record" },
};

static gboolean
check (MesoSqliteConnection *connection, const char *sql, const char *problem, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection, sql, meso_sqlite_no_values, error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      g_auto(GStrv) around = g_strsplit (problem, "%s", 2);

      g_ptr_array_add (problems, g_strconcat (around[0], meso_sqlite_statement_peek_text (rows, 0), around[1], NULL));
    }
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_stock_check:
 * @problems: (element-type utf8): what is wrong is added
 *
 * Returns: whether it could be looked at
 */
gboolean
meso_stock_check (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  gint64 has_stock = 0;

  /* A copy that an earlier version made has none. */
  if (!meso_sqlite_connection_get_int (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'lot'", &has_stock,
                                       error))
    return FALSE;
  for (gsize i = 0; has_stock && i < G_N_ELEMENTS (checks); i++)
    if (!check (connection, checks[i].sql, checks[i].problem, problems, error))
      return FALSE;
  return TRUE;
}
