/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

/* Where a character of a cell stands in the file; offset: in bytes of its text */
void meso_csv_cell_get_place (const MesoCsvCell *self, gsize offset, guint64 *line_out, guint *column_out);

G_END_DECLS
