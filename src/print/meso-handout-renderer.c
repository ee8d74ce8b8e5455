/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-renderer.h"

#include <cairo-pdf.h>

#include "meso-handout-paginate.h"
#include "meso-print-error.h"

#define CREATOR "Meso Clinic"

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

static cairo_status_t
collect_bytes (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (const MesoHandoutRenderer *self,
              GDateTime                 *creation_date,
              cairo_surface_t           *surface)
{
  g_autofree char *created = g_date_time_format (creation_date, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->sheet->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->sheet->clinic_name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_custom_metadata (surface, "Language", self->sheet->language);
}

static void
add_outline (const MesoSlab  *page,
             int              number,
             cairo_surface_t *surface)
{
  const GPtrArray *bookmarks = meso_slab_get_bookmarks (page);

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const MesoBookmark *bookmark = g_ptr_array_index (bookmarks, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = NULL;

      g_ascii_formatd (y, sizeof y, "%.1f", bookmark->y);
      link = g_strdup_printf ("page=%d pos=[0 %s]", number, y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, bookmark->title, link, 0);
    }
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
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_bytes, bytes, meso_paper_get_width (self->paper),
                                                                  meso_paper_get_height (self->paper));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (self, creation_date, surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      meso_handout_renderer_draw_page (self, i, cr);
      add_outline (g_ptr_array_index (self->pages, i), i + 1, surface);
      /* The tag round all pages ends on the last one, before it is closed. */
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MESO_PRINT_ERROR, MESO_PRINT_ERROR_FAILED,
                   "The sheet could not be made: %s. Nothing was written.", cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
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
