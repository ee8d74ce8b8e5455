/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-repository.h"

#include "meso-store-private.h"

/* One row for each thing that happened to a lot: when it was recorded, its place among those of the same moment, kind, at, by, volume,
 * opening, reason, preparation, patient, field, old, new. The kinds are those of MesoLotNoteKind. */
#define NOTES \
  "SELECT moved_at AS recorded, 1 AS place, seq AS n," \
  "  CASE kind WHEN 'received' THEN 0 WHEN 'used' THEN 1 WHEN 'wasted' THEN 2 ELSE 3 END AS kind," \
  "  moved_at AS at, moved_by AS by, volume_ul, (SELECT n FROM opening WHERE id = opening) AS opening, reason, preparation," \
  "  (SELECT patient FROM preparation WHERE id = preparation) AS patient, NULL AS field, NULL AS old, NULL AS new" \
  "  FROM stock_movement WHERE lot = $1" \
  " UNION ALL SELECT recorded_at, 0, n, 4, opened_at, opened_by, 0, n, '', NULL, NULL, NULL, NULL, NULL FROM opening WHERE lot = $1" \
  " UNION ALL SELECT ended_at, 2, opening.n, 5, ended_at, ended_by, 0, opening.n, reason, preparation," \
  "  (SELECT patient FROM preparation WHERE id = preparation), NULL, NULL, NULL" \
  "  FROM opening_end JOIN opening ON opening.id = opening_end.opening WHERE opening.lot = $1" \
  " UNION ALL SELECT set_at, 3, n, 6, set_at, set_by, 0, NULL, reason, NULL, NULL, state," \
  "  coalesce ((SELECT state FROM lot_event earlier WHERE earlier.lot = $1 AND earlier.n = lot_event.n - 1), 'available'), state" \
  "  FROM lot_event WHERE lot = $1" \
  " UNION ALL SELECT amended_at, 4, n, 7, amended_at, amended_by, 0, NULL, reason, NULL, NULL, field, old, new" \
  "  FROM lot_amendment WHERE lot = $1"

static MesoLotNote *
read_note (MesoSqliteStatement *row)
{
  MesoLotNote *note = g_new0 (MesoLotNote, 1);

  note->kind = (MesoLotNoteKind) meso_sqlite_statement_get_int (row, 0);
  note->at = meso_sqlite_statement_dup_text (row, 1);
  note->by = meso_sqlite_statement_dup_text (row, 2);
  note->volume_ul = meso_sqlite_statement_get_int (row, 3);
  note->opening = (guint) meso_sqlite_statement_get_int (row, 4);
  note->reason = meso_sqlite_statement_dup_text (row, 5);
  note->preparation = meso_sqlite_statement_dup_text (row, 6);
  note->patient = meso_sqlite_statement_dup_text (row, 7);
  note->field = meso_sqlite_statement_dup_text (row, 8);
  note->old_value = meso_sqlite_statement_dup_text (row, 9);
  note->new_value = meso_sqlite_statement_dup_text (row, 10);
  return note;
}

/**
 * meso_stock_repository_list_notes:
 *
 * Returns: (transfer full) (element-type MesoLotNote): all that happened to a lot, in the order it was recorded
 */
GPtrArray *
meso_stock_repository_list_notes (MesoStoreContext *context, const char *lot, GError **error)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_note_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT kind, at, by, volume_ul, opening, reason, preparation, patient, field, old, new FROM (" NOTES ")"
    " ORDER BY recorded, place, n", T (lot));
  gint64 balance_ul = 0;

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoLotNote *note = read_note (rows);

      balance_ul += note->volume_ul;
      note->balance_ul = balance_ul;
      g_ptr_array_add (notes, note);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&notes) : NULL;
}
