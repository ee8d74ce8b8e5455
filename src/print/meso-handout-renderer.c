/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-renderer.h"

#include "meso-handout-paginate.h"
#include "meso-pdf.h"

struct _MesoHandoutRenderer
{
  MesoHandoutSheet *sheet;
  MesoPaper paper;
  GPtrArray *pages;      /* MesoSlab */
};

/**
 * meso_handout_renderer_new:
 * @sheet: a sheet
 * @paper: what it is printed on
 * @error: return location
 *
 * Lays @sheet out. Done and used in one thread at a time.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with %MESO_PRINT_ERROR_FONT
 */
MesoHandoutRenderer *
meso_handout_renderer_new (MesoHandoutSheet  *sheet,
                           MesoPaper          paper,
                           GError           **error)
{
  MesoHandoutLayout layout;
  g_autoptr (MesoTypesetter) type = NULL;
  MesoHandoutRenderer *self;

  meso_handout_layout_init (&layout, sheet, paper);
  type = meso_typesetter_new (sheet->language, sheet->rtl, layout.page_width, layout.margin_x, error);
  if (type == NULL)
    return NULL;

  layout.type = type;
  self = g_atomic_rc_box_new0 (MesoHandoutRenderer);
  self->sheet = meso_handout_sheet_ref (sheet);
  self->paper = paper;
  self->pages = meso_handout_paginate (&layout);

  return self;
}

/**
 * meso_handout_renderer_ref:
 * @self: a renderer
 *
 * Returns: (transfer full): @self with one more reference
 */
MesoHandoutRenderer *
meso_handout_renderer_ref (MesoHandoutRenderer *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_renderer (gpointer data)
{
  MesoHandoutRenderer *self = data;

  g_ptr_array_unref (self->pages);
  meso_handout_sheet_unref (self->sheet);
}

/**
 * meso_handout_renderer_unref:
 * @self: (transfer full): a renderer
 */
void
meso_handout_renderer_unref (MesoHandoutRenderer *self)
{
  g_atomic_rc_box_release_full (self, clear_renderer);
}

/**
 * meso_handout_renderer_get_n_pages:
 * @self: a renderer
 *
 * Returns: how many pages there are, at least one
 */
int
meso_handout_renderer_get_n_pages (const MesoHandoutRenderer *self)
{
  return self->pages->len;
}

/**
 * meso_handout_renderer_draw_page:
 * @self: a renderer
 * @page: the page, from 0
 * @cr: where to; one unit a point
 */
void
meso_handout_renderer_draw_page (const MesoHandoutRenderer *self,
                                 int                        page,
                                 cairo_t                   *cr)
{
  g_return_if_fail (page >= 0 && (guint) page < self->pages->len);

  cairo_save (cr);
  meso_slab_draw (g_ptr_array_index (self->pages, page), cr);
  cairo_restore (cr);
}

/**
 * meso_handout_renderer_to_pdf:
 * @self: a renderer
 * @creation_date: the sheet's own date: no other time goes into the file, so that equal input gives equal bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a tagged PDF with an outline, or %NULL with %MESO_PRINT_ERROR_FAILED
 */
GBytes *
meso_handout_renderer_to_pdf (const MesoHandoutRenderer  *self,
                              GDateTime                  *creation_date,
                              GError                    **error)
{
  const MesoPdfInfo info = {
    .title = self->sheet->title, .author = self->sheet->clinic_name, .language = self->sheet->language,
    .width = meso_paper_get_width (self->paper), .height = meso_paper_get_height (self->paper),
  };

  return meso_pdf_make (self->pages, &info, creation_date, error);
}

/**
 * meso_handout_renderer_render_pdf:
 * @sheet: a sheet
 * @paper: what it is printed on
 * @creation_date: as for meso_handout_renderer_to_pdf ()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with a #MesoPrintError
 */
GBytes *
meso_handout_renderer_render_pdf (MesoHandoutSheet  *sheet,
                                  MesoPaper          paper,
                                  GDateTime         *creation_date,
                                  GError           **error)
{
  g_autoptr (MesoHandoutRenderer) self = meso_handout_renderer_new (sheet, paper, error);

  return self != NULL ? meso_handout_renderer_to_pdf (self, creation_date, error) : NULL;
}
