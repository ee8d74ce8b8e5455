/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-pdf.h"

#include <cairo-pdf.h>

#include "meso-print-error.h"
#include "meso-slab.h"

#define CREATOR "Meso Clinic"

static cairo_status_t
collect_bytes (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (const MesoPdfInfo *info,
              GDateTime         *creation_date,
              cairo_surface_t   *surface)
{
  g_autofree char *created = g_date_time_format (creation_date, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_custom_metadata (surface, "Language", info->language);
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

static void
draw_pages (const GPtrArray *pages,
            cairo_surface_t *surface,
            cairo_t         *cr)
{
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      cairo_save (cr);
      meso_slab_draw (g_ptr_array_index (pages, i), cr);
      cairo_restore (cr);
      add_outline (g_ptr_array_index (pages, i), i + 1, surface);
      /* The tag round all pages ends on the last one, before it is closed. */
      if (i + 1 == pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}

/**
 * meso_pdf_make:
 * @pages: (element-type MesoSlab): what stands on them, at least one
 * @info: what the document says of itself
 * @creation_date: no other time goes into the file, so that equal input gives equal bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a tagged PDF with an outline, or %NULL with %MESO_PRINT_ERROR_FAILED
 */
GBytes *
meso_pdf_make (const GPtrArray    *pages,
               const MesoPdfInfo  *info,
               GDateTime          *creation_date,
               GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_bytes, bytes, info->width, info->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (info, creation_date, surface);
  draw_pages (pages, surface, cr);
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
