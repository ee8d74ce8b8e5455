/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoPdfInfo:
 * @width: of each page, and @height; points
 *
 * What a document says of itself.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *language;
  double width;
  double height;
} MesoPdfInfo;

/* pages: (element-type MesoSlab), at least one. Equal pages, info and date give equal bytes. */
GBytes *meso_pdf_make (const GPtrArray *pages, const MesoPdfInfo *info, GDateTime *creation_date, GError **error);

G_END_DECLS
