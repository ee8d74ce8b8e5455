/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-csv-cell.h"
#include "meso-import-fault.h"

G_BEGIN_DECLS

/* What one file may hold at most, so that no file can fill the memory. */
#define MESO_CSV_CELL_MAX_BYTES (1024 * 1024)
#define MESO_CSV_ROW_MAX_BYTES (4 * 1024 * 1024)
#define MESO_CSV_MAX_COLUMNS 1000

/**
 * MesoCsvRow:
 * @n_columns: how many cells the header has; 0 before it
 * @text: of all its cells, each NUL-ended
 * @cells: (element-type MesoCsvCell): without their text until the row is whole
 * @cell_start: where the text of the last cell begins
 * @n_cells: how many were seen, also of a row that is passed over
 * @fault: the first that was found in it
 *
 * The row that a reader is putting together, for the reader only. Once a fault is noted, the rest of the row is passed over.
 */
typedef struct
{
  guint n_columns;
  GString *text;
  GArray *cells;
  gsize cell_start;
  guint n_cells;
  MesoImportFault fault;
} MesoCsvRow;

void               meso_csv_row_init       (MesoCsvRow *self);
void               meso_csv_row_clear      (MesoCsvRow *self);
/* Makes room for the next row. */
void               meso_csv_row_forget     (MesoCsvRow *self);

void               meso_csv_row_begin_cell (MesoCsvRow *self, guint64 line, guint column, gboolean quoted);
void               meso_csv_row_append     (MesoCsvRow *self, const char *text, gsize length);
void               meso_csv_row_end_cell   (MesoCsvRow *self);
/* line, column: where it ends. FALSE when it has a fault */
gboolean           meso_csv_row_end        (MesoCsvRow *self, guint64 line, guint column);

/* In place of any that was noted */
void               meso_csv_row_fail       (MesoCsvRow *self, MesoImportFaultKind kind, guint64 line, guint column);
gboolean           meso_csv_row_has_fault  (const MesoCsvRow *self);
/* (nullable) (transfer none): the last cell that was begun */
const MesoCsvCell *meso_csv_row_get_last   (const MesoCsvRow *self);

G_END_DECLS
