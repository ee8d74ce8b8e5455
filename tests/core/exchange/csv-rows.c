/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Reads comma-separated values from standard input, each file ended by 0x1D, and prints each cell ended by 0x1F and each row by 0x1E;
 * a fault as 0x18; 0x1D behind each file. */

#include <stdio.h>
#include <string.h>

#include "meso-csv-reader.h"

static void
print_row (MesoCsvReader *reader)
{
  guint n_cells;
  const MesoCsvCell *cells = meso_csv_reader_get_row (reader, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      fwrite (cells[i].text, 1, cells[i].length, stdout);
      putchar (0x1F);
    }
  putchar (0x1E);
}

static void
print_file (const char *file, gsize length)
{
  g_autoptr(MesoCsvReader) reader = meso_csv_reader_new (',');
  gboolean ended = FALSE;
  MesoCsvStep step;

  meso_csv_reader_feed (reader, file, length);
  while ((step = meso_csv_reader_next (reader)) != MESO_CSV_END)
    {
      if (step == MESO_CSV_ROW)
        print_row (reader);
      else if (step == MESO_CSV_FAULT)
        putchar (0x18);
      else if (!ended)
        meso_csv_reader_end (reader);
      ended = ended || step == MESO_CSV_MORE;
    }
  putchar (0x1D);
}

int
main (void)
{
  g_autoptr(GString) all = g_string_new (NULL);
  char block[65536];
  gsize got;

  while ((got = fread (block, 1, sizeof block, stdin)) > 0)
    g_string_append_len (all, block, (gssize) got);
  for (char *at = all->str, *end; (end = memchr (at, 0x1D, (gsize) (all->str + all->len - at))) != NULL; at = end + 1)
    print_file (at, (gsize) (end - at));
  return 0;
}
