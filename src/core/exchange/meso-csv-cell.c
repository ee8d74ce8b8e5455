/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-cell.h"

/**
 * meso_csv_cell_get_place:
 * @self: a cell
 * @offset: a byte of its text where a character begins
 * @line_out: (out): the line of the file where that character stands
 * @column_out: (out): the same, in characters
 *
 * Finds a character of a cell in the file again.
 */
void
meso_csv_cell_get_place (const MesoCsvCell *self,
                         gsize              offset,
                         guint64           *line_out,
                         guint             *column_out)
{
  gboolean after_return = FALSE;

  *line_out = self->line;
  *column_out = self->column + (self->quoted ? 1 : 0);
  for (gsize i = 0; i < offset && i < self->length; i++)
    {
      char c = self->text[i];

      if (c == '\n' || c == '\r')
        {
          *line_out += c == '\r' || !after_return;
          *column_out = 1;
        }
      else if (((guchar) c & 0xC0) != 0x80)
        {
          /* A quote in a cell is written twice. */
          *column_out += c == '"' ? 2 : 1;
        }
      after_return = c == '\r';
    }
}
