/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-fault.h"

G_BEGIN_DECLS

/* What one file may hold at most, so that no file can fill the memory. */
#define MESO_CSV_CELL_MAX_BYTES (1024 * 1024)
#define MESO_CSV_ROW_MAX_BYTES (4 * 1024 * 1024)
#define MESO_CSV_MAX_COLUMNS 1000

/**
 * MesoCsvCell:
 * @text: the cell's text, without quotes, NUL-ended
 * @line: where it begins, from 1
 * @column: the same, in characters, from 1; the quote of a quoted one
 */
typedef struct
{
  const char *text;
  gsize length;
  guint64 line;
  guint column;
  gboolean quoted;
} MesoCsvCell;

/**
 * MesoCsvStep:
 * @MESO_CSV_ROW: a row is at hand
 * @MESO_CSV_MORE: all that was fed has been read
 * @MESO_CSV_FAULT: a row, or the file, is faulty
 * @MESO_CSV_END: there is nothing more
 */
typedef enum {
  MESO_CSV_ROW,
  MESO_CSV_MORE,
  MESO_CSV_FAULT,
  MESO_CSV_END,
} MesoCsvStep;

/**
 * MesoCsvReader:
 *
 * Reads comma-separated values (RFC 4180) block by block, strictly: what it gives is what the file says, or a fault with its
 * place. Wild forms that can be told for sure are read too: other separators, a byte order mark, Excel's first line `sep=;`,
 * and every kind of line break. The first row is the header, and says how many columns there are.
 *
 * |[<!-- language="C" -->
 * meso_csv_reader_feed (reader, block, length);
 * while ((step = meso_csv_reader_next (reader)) != MESO_CSV_MORE)
 *   …
 * ]|
 */
typedef struct _MesoCsvReader MesoCsvReader;

/* separator: `,` `;` or a tab; 0 to find out from the header */
MesoCsvReader         *meso_csv_reader_new           (char separator);
void                   meso_csv_reader_free          (MesoCsvReader *self);
/* block (transfer none): stays as it is until next () asks for more */
void                   meso_csv_reader_feed          (MesoCsvReader *self, const char *block, gsize length);
/* The file has ended: what was begun is finished by next (). */
void                   meso_csv_reader_end           (MesoCsvReader *self);
MesoCsvStep            meso_csv_reader_next          (MesoCsvReader *self);
/* (transfer none): until the next call of next () */
const MesoCsvCell     *meso_csv_reader_get_row       (MesoCsvReader *self, guint *n_cells_out);
const MesoImportFault *meso_csv_reader_get_fault     (MesoCsvReader *self);
/* 0 until it is known */
char                   meso_csv_reader_get_separator (MesoCsvReader *self);
/* Where a character of a cell stands in the file; offset: in bytes of its text */
void                   meso_csv_cell_get_place       (const MesoCsvCell *self, gsize offset, guint64 *line_out, guint *column_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCsvReader, meso_csv_reader_free)

G_END_DECLS
