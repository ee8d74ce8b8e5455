/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <cairo.h>
#include "meso-handout-sheet.h"
#include "meso-paper.h"

G_BEGIN_DECLS

/**
 * MesoHandoutRenderer:
 *
 * A sheet laid out on pages: an immutable, reference counted value. Preview, print and PDF all replay its
 * pages, so that they are the same.
 */
typedef struct _MesoHandoutRenderer MesoHandoutRenderer;

/* Lays the sheet out. MESO_PRINT_ERROR_FONT when Vazirmatn isn't installed: a sheet in another font isn't printed. */
MesoHandoutRenderer *meso_handout_renderer_new         (MesoHandoutSheet    *sheet,
                                                        MesoPaper            paper,
                                                        GError             **error);
MesoHandoutRenderer *meso_handout_renderer_ref         (MesoHandoutRenderer *self);
void                 meso_handout_renderer_unref       (MesoHandoutRenderer *self);
int                  meso_handout_renderer_get_n_pages (const MesoHandoutRenderer *self);
/* In points, one unit a point, the page's top left corner at the origin; `page` counts from 0. */
void                 meso_handout_renderer_draw_page   (const MesoHandoutRenderer *self, int page, cairo_t *cr);
/* Equal sheet, paper and date give equal bytes. */
GBytes              *meso_handout_renderer_to_pdf      (const MesoHandoutRenderer *self,
                                                        GDateTime                 *creation_date,
                                                        GError                   **error);

/* All of it in one call. */
GBytes              *meso_handout_renderer_render_pdf  (MesoHandoutSheet    *sheet,
                                                        MesoPaper            paper,
                                                        GDateTime           *creation_date,
                                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutRenderer, meso_handout_renderer_unref)

G_END_DECLS
