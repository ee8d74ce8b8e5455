/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-bare-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 48
#define TITLE 24
#define HEADING 14
#define BODY 11
#define SMALL 8.5

static void
line_free (gpointer data)
{
  BenchBareLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* A bold part (nullable) and the rest (nullable). */
static void
add_line (GPtrArray *lines, const char *lead, const char *text, double size)
{
  BenchBareLine *line;

  lead = lead != NULL ? lead : "";
  text = text != NULL ? text : "";
  if (*lead == '\0' && *text == '\0')
    return;
  line = g_new0 (BenchBareLine, 1);
  line->text = g_strconcat (lead, *lead != '\0' && *text != '\0' ? " " : "", text, NULL);
  line->bold = (guint) strlen (lead);
  line->size = size;
  g_ptr_array_add (lines, line);
}

static void
add_row (GPtrArray *lines, const MesoHandoutRow *row)
{
  if (row != NULL)
    add_line (lines, row->lead, row->text, BODY);
}

static void
add_group (GPtrArray *lines, const MesoHandoutGroup *group)
{
  g_autoptr(GString) date = g_string_new (NULL);

  for (guint i = 0; i < group->date->len; i++)
    g_string_append_printf (date, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (group->date, i));
  add_line (lines, NULL, group->label, BODY);
  add_line (lines, date->str, group->note, HEADING);
  for (guint i = 0; i < group->rows->len; i++)
    add_row (lines, g_ptr_array_index (group->rows, i));
  add_row (lines, group->boxed);
}

static void
add_block (GPtrArray *lines, const MesoHandoutBlock *block)
{
  add_line (lines, block->heading, block->note, HEADING);
  for (guint i = 0; i < block->groups->len; i++)
    add_group (lines, g_ptr_array_index (block->groups, i));
  for (guint i = 0; i < block->rows->len; i++)
    add_row (lines, g_ptr_array_index (block->rows, i));
  if (block->call == NULL)
    return;
  add_line (lines, block->call->phone_label, block->call->phone, BODY);
  add_line (lines, block->call->later_lead, block->call->later_text, BODY);
  add_line (lines, block->call->emergency_call, block->call->emergency_text, BODY);
}

GPtrArray *
bench_bare_lines_new (const MesoHandoutSheet *sheet)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add_line (lines, sheet->clinic_name, sheet->physician, HEADING);
  add_line (lines, NULL, sheet->phone, BODY);
  for (guint i = 0; i < sheet->address->len; i++)
    add_line (lines, NULL, g_ptr_array_index (sheet->address, i), SMALL);
  add_line (lines, sheet->title, NULL, TITLE);
  for (guint i = 0; i < sheet->facts->len; i++)
    {
      const MesoHandoutFact *fact = g_ptr_array_index (sheet->facts, i);

      add_line (lines, NULL, fact->label, SMALL);
      add_line (lines, fact->value, fact->detail, BODY);
    }
  for (guint i = 0; i < sheet->blocks->len; i++)
    add_block (lines, g_ptr_array_index (sheet->blocks, i));
  add_line (lines, sheet->running_start, sheet->running_end, SMALL);
  /* At the foot of both pages. */
  for (guint page = 0; page < 2; page++)
    {
      add_line (lines, NULL, sheet->notice, SMALL);
      add_line (lines, NULL, sheet->draft, SMALL);
      add_line (lines, NULL, sheet->imprint, SMALL);
    }
  return lines;
}

static cairo_status_t
collect_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Nothing is rounded to dots, as the program must not either: only then can both set the same words. */
static PangoLayout *
make_layout (cairo_t *cr, gboolean rtl, const char *language)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_layout_set_width (layout, pango_units_from_double (PAGE_WIDTH - 2 * MARGIN));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static void
set_line (PangoLayout *layout, const BenchBareLine *line)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Vazirmatn");
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  pango_font_description_set_absolute_size (font, line->size * PANGO_SCALE);
  bold->start_index = 0;
  bold->end_index = line->bold;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, line->text, -1);
  pango_attr_list_unref (attributes);
}

GBytes *
bench_bare_pdf_new (const GPtrArray *lines, gboolean rtl, const char *language, guint *n_pages_out)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PangoLayout) layout = make_layout (cr, rtl, language);
  double y = MARGIN;

  *n_pages_out = 1;
  for (guint i = 0; i < lines->len; i++)
    {
      int height;

      set_line (layout, g_ptr_array_index (lines, i));
      pango_layout_get_size (layout, NULL, &height);
      if (y + pango_units_to_double (height) > PAGE_HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = MARGIN;
          (*n_pages_out)++;
        }
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
      y += pango_units_to_double (height);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
