/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet.h"

G_BEGIN_DECLS

/**
 * BenchBareLine:
 * @text: what stands there
 * @bold: how many bytes of its beginning are set bold
 * @size: points
 */
typedef struct
{
  char *text;
  guint bold;
  double size;
} BenchBareLine;

/* (transfer full) (element-type BenchBareLine): all words of a sheet */
GPtrArray *bench_bare_lines_new (const MesoHandoutSheet *sheet);

/* The same lines on as many pages as they need, A4, by nothing but Cairo and Pango: no layout but one line below the other, no
 * tags, no outline, no pictures. */
GBytes    *bench_bare_pdf_new   (const GPtrArray *lines, gboolean rtl, const char *language, guint *n_pages_out);

G_END_DECLS
