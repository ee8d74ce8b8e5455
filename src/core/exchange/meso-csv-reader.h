/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-csv-row.h"

G_BEGIN_DECLS

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCsvReader, meso_csv_reader_free)

G_END_DECLS
