/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-row.h"

/**
 * meso_csv_row_init:
 * @self: an unused row
 *
 * Makes it an empty one; meso_csv_row_clear () frees what it holds.
 */
void
meso_csv_row_init (MesoCsvRow *self)
{
  *self = (MesoCsvRow) { 0 };
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (MesoCsvCell));
}

/**
 * meso_csv_row_clear:
 * @self: a row
 */
void
meso_csv_row_clear (MesoCsvRow *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  meso_import_fault_clear (&self->fault);
}

/**
 * meso_csv_row_forget:
 * @self: a row
 *
 * Empties it for the next one; how many columns there are stays known.
 */
void
meso_csv_row_forget (MesoCsvRow *self)
{
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->text, 0);
  meso_import_fault_clear (&self->fault);
  self->n_cells = 0;
}

/* The first fault of a row stays; the rest of the row is passed over. */
static void
note_fault (MesoCsvRow          *self,
            MesoImportFaultKind  kind,
            guint64              line,
            guint                column,
            guint64              expected,
            guint64              found)
{
  if (meso_csv_row_has_fault (self))
    return;
  self->fault = (MesoImportFault) { .kind = kind, .line = line, .column = column, .expected = expected, .found = found };
  g_string_truncate (self->text, 0);
}

/**
 * meso_csv_row_fail:
 * @self: a row
 * @kind: what is wrong, with the file and not just with the row
 * @line: where, with @column
 *
 * Notes a fault in place of any that was noted before.
 */
void
meso_csv_row_fail (MesoCsvRow          *self,
                   MesoImportFaultKind  kind,
                   guint64              line,
                   guint                column)
{
  meso_import_fault_clear (&self->fault);
  note_fault (self, kind, line, column, 0, 0);
}

/**
 * meso_csv_row_has_fault:
 * @self: a row
 *
 * Returns: whether a fault was noted: then the rest of the row is only counted
 */
gboolean
meso_csv_row_has_fault (const MesoCsvRow *self)
{
  return self->fault.kind != MESO_IMPORT_FAULT_NONE;
}

/**
 * meso_csv_row_get_last:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the last cell that was begun
 */
const MesoCsvCell *
meso_csv_row_get_last (const MesoCsvRow *self)
{
  return self->cells->len > 0 ? &g_array_index (self->cells, MesoCsvCell, self->cells->len - 1) : NULL;
}

/**
 * meso_csv_row_begin_cell:
 * @self: a row
 * @line: where the cell begins, with @column
 * @quoted: whether a quote stands there
 */
void
meso_csv_row_begin_cell (MesoCsvRow *self,
                         guint64     line,
                         guint       column,
                         gboolean    quoted)
{
  MesoCsvCell cell = { .line = line, .column = column, .quoted = quoted };

  self->n_cells++;
  if (self->n_cells > MESO_CSV_MAX_COLUMNS)
    note_fault (self, MESO_IMPORT_FAULT_TOO_MANY_COLUMNS, line, column, MESO_CSV_MAX_COLUMNS, 0);
  else if (self->n_columns > 0 && self->n_cells == self->n_columns + 1)
    note_fault (self, MESO_IMPORT_FAULT_ROW_WIDTH, line, column, self->n_columns, 0);
  if (meso_csv_row_has_fault (self))
    return;
  self->cell_start = self->text->len;
  g_array_append_val (self->cells, cell);
}

/**
 * meso_csv_row_append:
 * @self: a row whose last cell goes on
 * @text: (array length=length): more of its text
 */
void
meso_csv_row_append (MesoCsvRow *self,
                     const char *text,
                     gsize       length)
{
  const MesoCsvCell *cell;

  if (meso_csv_row_has_fault (self))
    return;
  cell = meso_csv_row_get_last (self);
  if (self->text->len - self->cell_start + length > MESO_CSV_CELL_MAX_BYTES)
    note_fault (self, MESO_IMPORT_FAULT_CELL_TOO_LONG, cell->line, cell->column, MESO_CSV_CELL_MAX_BYTES, 0);
  else if (self->text->len + length > MESO_CSV_ROW_MAX_BYTES)
    note_fault (self, MESO_IMPORT_FAULT_ROW_TOO_LONG, cell->line, cell->column, MESO_CSV_ROW_MAX_BYTES, 0);
  else
    g_string_append_len (self->text, text, (gssize) length);
}

/**
 * meso_csv_row_end_cell:
 * @self: a row whose last cell is whole
 */
void
meso_csv_row_end_cell (MesoCsvRow *self)
{
  if (meso_csv_row_has_fault (self))
    return;
  g_array_index (self->cells, MesoCsvCell, self->cells->len - 1).length = self->text->len - self->cell_start;
  g_string_append_c (self->text, '\0');
}

/* The text may have moved while the row was read: now it stays. */
static void
place_cells (MesoCsvRow *self)
{
  const char *text = self->text->str;

  for (guint i = 0; i < self->cells->len; i++)
    {
      MesoCsvCell *cell = &g_array_index (self->cells, MesoCsvCell, i);

      cell->text = text;
      text += cell->length + 1;
    }
}

/**
 * meso_csv_row_end:
 * @self: a row whose last cell has ended
 * @line: where the row ends, with @column
 *
 * Counts its cells: the first row says how many there are to be.
 *
 * Returns: whether the row is whole and good; otherwise it has a fault
 */
gboolean
meso_csv_row_end (MesoCsvRow *self,
                  guint64     line,
                  guint       column)
{
  if (self->n_columns > 0 && self->n_cells < self->n_columns)
    note_fault (self, MESO_IMPORT_FAULT_ROW_WIDTH, line, column, self->n_columns, self->n_cells);
  if (self->fault.kind == MESO_IMPORT_FAULT_ROW_WIDTH)
    self->fault.found = self->n_cells;
  if (meso_csv_row_has_fault (self))
    return FALSE;
  if (self->n_columns == 0)
    self->n_columns = self->n_cells;
  place_cells (self);

  return TRUE;
}
