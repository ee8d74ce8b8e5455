/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-renderer.h"

#include <math.h>

#include "meso-label-layout.h"
#include "meso-pdf.h"

#define MM (72.0 / 25.4)
#define RULE 0.7
#define PAGE_OFFSET (0.5 * MM)   /* 8 labels of 37 mm leave a millimetre of an A4 page */
#define BELOW_RULE 0.5

/* One line at the start of a language, or at its other end; in the middle of a height. */
static void
put (const MesoLabelLayout *self,
     MesoSlab              *slab,
     guint                  i,
     const char            *text,
     MesoTextStyle          style,
     double                 inset,
     double                 top,
     double                 height,
     double                 width,
     gboolean               at_end)
{
  style.leading = height;
  meso_typesetter_put (self->types[i], slab, &(MesoText) { .text = text, .style = style, .tag = "P", .fit = TRUE, .at_end = at_end },
                       inset, top, width);
}

/* Both names, and the file number in the middle of what is left between them. */
static void
put_names (const MesoLabelLayout *self,
           MesoSlab              *slab,
           const char            *file)
{
  const MesoLabelMeasures *m = self->m;
  MesoTextStyle name = meso_label_layout_name (self);
  double width = meso_label_layout_width (self);
  const char *first = g_ptr_array_index (self->sheet->names, 0);
  const char *second = g_ptr_array_index (self->sheet->names, 1);
  double start = meso_label_layout_measure (self, 0, first, name);
  double middle = meso_label_layout_measure (self, 0, file, meso_label_layout_number (self));
  double rest = width - start - meso_label_layout_measure (self, 1, second, name) - middle;

  put (self, slab, 0, first, name, 0, m->margin, m->head, width, FALSE);
  put (self, slab, 1, second, name, 0, m->margin, m->head, width, FALSE);
  put (self, slab, 0, file, meso_label_layout_number (self), start + rest / 2, m->margin, m->head, middle + 1, FALSE);
}

/* One name, which may go on below, and the file number at the other edge. */
static void
put_name (const MesoLabelLayout *self,
          MesoSlab              *slab,
          const char            *file)
{
  const MesoLabelMeasures *m = self->m;
  MesoTextStyle name = meso_label_layout_name (self);
  double room = meso_label_layout_name_width (self);
  gboolean cut;
  g_autofree char *shown = meso_label_layout_dup_short (self, g_ptr_array_index (self->sheet->names, 0), name, room, &cut);

  put (self, slab, 0, shown, name, 0, m->margin, m->head, room + 0.5, FALSE);
  put (self, slab, 0, file, meso_label_layout_number (self), 0, m->margin, m->head,
       meso_label_layout_width (self), TRUE);
}

static void
put_head (const MesoLabelLayout *self,
          MesoSlab              *slab,
          guint                  n)
{
  const MesoLabelMeasures *m = self->m;
  MesoTextStyle mixture = meso_label_layout_mixture (self);
  double width = meso_label_layout_width (self);
  double x = meso_typesetter_get_x (self->types[0], 0, width);
  double top = m->margin + m->head + BELOW_RULE;
  double room = meso_label_layout_mixture_width (self);
  gboolean cut;
  g_autofree char *file = meso_label_layout_dup_file (self, n);
  g_autofree char *mix = meso_label_layout_dup_short (self, self->sheet->mixture, mixture, room, &cut);

  if (self->names_in_head)
    put_names (self, slab, file);
  else
    put_name (self, slab, file);
  meso_slab_add_rule (slab, x, x + width, m->margin + m->head, RULE, MESO_INK_TEXT);
  put (self, slab, 0, mix, mixture, 0, top, m->mixture, room + 0.5, FALSE);
  put (self, slab, 0, self->sheet->volume, meso_label_layout_volume (self), 0, top, m->mixture, width, TRUE);
}

/* Until when it may be used, white in black: of all that is written here, what is looked at last before injecting. */
static void
put_bar (const MesoLabelLayout *self,
         MesoSlab              *slab)
{
  const GPtrArray *texts = self->sheet->texts;
  const MesoLabelText *first = g_ptr_array_index (texts, 0);
  MesoTextStyle style = meso_label_layout_style (self, 0, self->m->use_before, 800, MESO_INK_WHITE);
  double width = meso_label_layout_width (self);
  double inner = width - 2 * MESO_LABEL_GAP / 2;
  double top = meso_label_layout_bar_top (self);
  double half = (inner - MESO_LABEL_GAP) / 2;

  meso_slab_add_box (slab, meso_typesetter_get_x (self->types[0], 0, width), top, width, self->m->bar, 0, 0, MESO_INK_NONE,
                     MESO_INK_TEXT);
  put (self, slab, 0, first->use_before, style, MESO_LABEL_GAP / 2, top, self->m->bar, texts->len > 1 ? half : inner * 0.66, FALSE);
  if (texts->len > 1)
    put (self, slab, 1, ((const MesoLabelText *) g_ptr_array_index (texts, 1))->use_before, style, MESO_LABEL_GAP / 2, top, self->m->bar,
         half, FALSE);
  else
    put (self, slab, 0, first->use_before_day, meso_label_layout_style (self, 0, self->m->body, 600, MESO_INK_WHITE),
         MESO_LABEL_GAP / 2 + inner * 0.66 + 2, top, self->m->bar, inner * 0.34 - 2, TRUE);
}

/* (transfer full): the label with these rows */
static MesoSlab *
make_label (const MesoLabelLayout *self,
            guint                  n,
            guint                  first,
            guint                  end)
{
  MesoTextStyle watermark = { self->height / 2, self->height, 900, MESO_INK_WATERMARK };
  MesoSlab *slab = meso_slab_new ();
  double width = meso_label_layout_width (self);
  double y = meso_label_layout_body_top (self);

  if (self->sheet->watermark[0] != '\0')
    meso_typesetter_put_slanted (self->types[0], slab,
                                 &(MesoText) { .text = self->sheet->watermark, .style = watermark },
                                 self->width / 2, self->height / 2, self->width * 0.8, atan2 (self->height, self->width));
  put_head (self, slab, n);
  for (guint i = first; i < end; i++)
    {
      const MesoLabelRow *row = g_ptr_array_index (self->rows, i);
      double height = meso_label_layout_row_height (self, row);

      for (guint j = 0; j < row->n; j++)
        put (self, slab, row->at[j], row->text[j], meso_label_layout_body (self, row->at[j], row->weight[j]), 0, y, height, width + 1,
             FALSE);
      y += height;
    }
  put_bar (self, slab);

  return slab;
}

/**
 * meso_label_renderer_lay_out:
 * @sheet: what the label says
 * @size: what it is printed on
 * @first_place: how many labels of the first page are used up already
 * @error: return location
 *
 * What doesn't fit goes on on another label, which says the name and the time again: nothing is left out.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with %MESO_PRINT_ERROR_FONT
 */
MesoLabelPages *
meso_label_renderer_lay_out (const MesoLabelSheet  *sheet,
                             MesoLabelSize          size,
                             guint                  first_place,
                             GError               **error)
{
  g_auto (MesoLabelLayout) layout = { 0 };
  guint per_page = meso_label_size_get_count (size);
  guint columns = meso_label_size_get_columns (size);
  double offset = per_page > 1 ? PAGE_OFFSET : 0;
  guint place = first_place % per_page;
  MesoLabelPages *self;
  MesoSlab *page = NULL;
  guint end;

  if (!meso_label_layout_init (&layout, sheet, size, error))
    return NULL;
  meso_label_layout_settle (&layout);
  self = g_new0 (MesoLabelPages, 1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_slab_free);
  for (guint first = 0; self->labels == 0 || first < layout.rows->len; first = end)
    {
      end = meso_label_layout_find_end (&layout, first);
      if (page == NULL || place == 0)
        {
          page = meso_slab_new ();
          g_ptr_array_add (self->pages, page);
        }
      meso_slab_take_at (page, make_label (&layout, ++self->labels, first, end), place % columns * layout.width,
                         offset + place / columns * layout.height);
      place = (place + 1) % per_page;
    }

  return self;
}

/**
 * meso_label_renderer_to_pdf:
 * @sheet: what the label says
 * @pages: the same laid out
 * @size: what it is printed on
 * @creation_date: no other time goes into the file, so that equal input gives equal bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with %MESO_PRINT_ERROR_FAILED
 */
GBytes *
meso_label_renderer_to_pdf (const MesoLabelSheet  *sheet,
                            const MesoLabelPages  *pages,
                            MesoLabelSize          size,
                            GDateTime             *creation_date,
                            GError               **error)
{
  const MesoPdfInfo info = {
    .title = sheet->title, .author = "", .language = ((const MesoLabelText *) g_ptr_array_index (sheet->texts, 0))->language,
    .width = meso_label_size_get_page_width (size), .height = meso_label_size_get_page_height (size),
  };

  return meso_pdf_make (pages->pages, &info, creation_date, error);
}

/**
 * meso_label_pages_free:
 * @self: (transfer full): a label laid out
 */
void
meso_label_pages_free (MesoLabelPages *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}
