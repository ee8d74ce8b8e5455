/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoCsvHead:
 * @separator: what stands between the cells: `,` `;` or a tab
 * @length: so many bytes stand before the header: a byte order mark, and Excel's first line `sep=;`
 * @line: on which line the header begins
 * @after_return: whether a CR ends what stands before it: a LF behind belongs to that
 *
 * How a file of comma-separated values begins.
 */
typedef struct
{
  char separator;
  gsize length;
  guint64 line;
  gboolean after_return;
} MesoCsvHead;

/* bytes: from the file's first, NUL-ended; whole: nothing more comes; separator: 0 to find out.
 * FALSE while more is needed to tell */
gboolean meso_csv_head_read (const GString *bytes, gboolean whole, char separator, MesoCsvHead *head_out);

G_END_DECLS
