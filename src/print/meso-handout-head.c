/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#include <math.h>
#include <string.h>

#define LEAF 31.0
#define LEAF_GAP 9.0
#define ADDRESS_SIZE 10.0
#define ADDRESS_LEADING 13.4
#define MAX_ADDRESS_LINES 3
#define HEAD_SHARE 0.62          /* of the width, for the clinic's name */
#define DOT " · "
#define STRONG_RULE 1.5
#define RULE 0.75
#define FOOTER_GAP 8.0
#define FACTS_GAP 5.0             /* between one line of facts and the next */

static double
put_address (const MesoHandoutLayout *self,
             MesoSlab                *slab,
             double                   top,
             double                   start)
{
  const GPtrArray *address = self->sheet->address;
  MesoTextStyle style = { ADDRESS_SIZE, ADDRESS_LEADING, 400, MESO_INK_GREY };
  double width = meso_handout_layout_width (self) - start;
  double y = top;

  for (guint i = 0; i < MIN (address->len, MAX_ADDRESS_LINES); i++)
    y += meso_handout_layout_put (self, slab, &(MesoText) { .text = g_ptr_array_index (address, i), .style = style, .tag = "P",
                                                            .fit = TRUE, .at_end = TRUE }, start, y, width);
  y += meso_handout_layout_put (self, slab, &(MesoText) { .text = self->sheet->phone, .style = style, .tag = "P",
                                                          .fit = TRUE, .at_end = TRUE }, start, y, width);

  return y - top;
}

/* The clinic at the start edge, its address at the other, a rule below. */
double
meso_handout_layout_letterhead (const MesoHandoutLayout *self,
                                MesoSlab                *slab,
                                double                   top)
{
  double leaf = self->wide ? LEAF : LEAF - 5;
  double width = meso_handout_layout_width (self);
  gboolean addressed = self->sheet->address->len > 0 || self->sheet->phone[0] != '\0';
  double share = addressed ? width * HEAD_SHARE : width;
  double name_width = share - leaf - LEAF_GAP;
  MesoTextStyle name = { self->wide ? 17 : 14, self->wide ? 22 : 18, 700, MESO_INK_ACCENT };
  MesoTextStyle line = { self->wide ? 12 : 10.5, self->wide ? 17 : 15, 400, MESO_INK_GREY };
  double text_start = leaf + LEAF_GAP;
  double text_height, address_height, y;

  y = top;
  y += meso_handout_layout_put (self, slab, &(MesoText) { .text = self->sheet->clinic_name, .style = name, .tag = "P", .fit = TRUE },
                                text_start, y, name_width);
  y += meso_handout_layout_put (self, slab, &(MesoText) { .text = self->sheet->physician, .style = line, .tag = "P", .fit = TRUE },
                                text_start, y, name_width);
  text_height = y - top;
  meso_handout_layout_icon (self, slab, "leaf", MESO_ICON_PLAIN, MESO_INK_ACCENT, 0, top + MAX (0, (text_height - leaf) / 2), leaf);
  address_height = put_address (self, slab, top, share + LEAF_GAP);

  y = top + MAX (MAX (text_height, address_height), leaf) + 4;
  meso_handout_layout_rule (self, slab, 0, width, y, STRONG_RULE, MESO_INK_ACCENT);

  return y - top;
}

/* (transfer full): the last part of the running head is a date, which no line break may split. */
static char *
dup_running_end (const MesoHandoutSheet *sheet)
{
  const char *end = sheet->running_end;
  const char *last = g_strrstr (end, DOT);
  GString *whole = g_string_new (end);

  if (last != NULL)
    g_string_replace (g_string_erase (whole, 0, last + strlen (DOT) - end), " ", "\u00a0", 0);
  if (last != NULL)
    g_string_prepend_len (whole, end, last + strlen (DOT) - end);

  return g_string_free (whole, FALSE);
}

/* The head of later pages: the clinic; the patient, the file and the date. */
double
meso_handout_layout_running (const MesoHandoutLayout *self,
                             MesoSlab                *slab,
                             double                   top)
{
  double width = meso_handout_layout_width (self);
  double leaf = 14;
  MesoTextStyle start_style = { 10.5, 16, 700, MESO_INK_ACCENT };
  MesoTextStyle end_style = { 10.5, 16, 400, MESO_INK_GREY };
  MesoText start = { .text = self->sheet->running_start, .style = start_style, .tag = "P", .fit = TRUE };
  g_autofree char *end_text = dup_running_end (self->sheet);
  MesoText end = { .text = end_text, .style = end_style, .tag = "P", .fit = TRUE, .at_end = TRUE };
  double start_width = MIN (meso_typesetter_get_natural_width (self->type, &start) + 1, width * 0.45);
  double height, end_start, end_height;

  meso_handout_layout_icon (self, slab, "leaf", MESO_ICON_PLAIN, MESO_INK_ACCENT, 0, top + 1, leaf);
  height = meso_handout_layout_put (self, slab, &start, leaf + 4, top, start_width);
  end_start = leaf + 4 + start_width + 12;
  end_height = meso_handout_layout_put (self, slab, &end, end_start, top, width - end_start);
  height = MAX (height, end_height);
  meso_handout_layout_rule (self, slab, 0, width, top + height + 5, STRONG_RULE, MESO_INK_ACCENT);

  return height + 5;
}

static double
put_draft (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           double                   top)
{
  MesoTextStyle style = { self->wide ? 10.5 : 10, 15, 600, MESO_INK_TEXT };

  if (self->sheet->draft[0] == '\0')
    return 0;
  if (slab != NULL)
    meso_handout_layout_icon (self, slab, "warning", MESO_ICON_PLAIN, MESO_INK_TEXT, 0, top + 1, 12.5);

  return 5 + meso_typesetter_put (self->type, slab, &(MesoText) { .text = self->sheet->draft, .style = style, .tag = "P", .fit = TRUE },
                                  18, top, meso_handout_layout_width (self) - 18);
}

/* Draft state, rule, notice, then the imprint with the page's number. */
static double
put_footer (const MesoHandoutLayout *self,
            MesoSlab                *slab,
            double                   top,
            const char              *label)
{
  double width = meso_handout_layout_width (self);
  MesoTextStyle notice = { self->wide ? 10 : 9.5, 14, 600, MESO_INK_TEXT };
  MesoTextStyle imprint = { self->wide ? 9 : 8.5, 13, 400, MESO_INK_GREY };
  MesoTextStyle page = { 10, 13, 700, MESO_INK_TEXT };
  MesoText notice_text = { .text = self->sheet->notice, .style = notice, .tag = "P" };
  MesoText page_text = { .text = label, .style = page, .tag = "P", .at_end = TRUE };
  double page_width = meso_typesetter_get_natural_width (self->type, &page_text) + 1;
  double y = top;

  y += put_draft (self, slab, y);
  if (slab != NULL)
    meso_handout_layout_rule (self, slab, 0, width, y, RULE, MESO_INK_RULE);
  y += 5;
  notice_text.fit = meso_typesetter_get_natural_width (self->type, &notice_text) * MESO_LITTLE_SHRINK <= width;
  y += meso_typesetter_put (self->type, slab, &notice_text, 0, y, width);
  y += 2;
  y += meso_typesetter_put (self->type, slab, &(MesoText) { .text = self->sheet->imprint, .style = imprint, .tag = "P", .fit = TRUE },
                            0, y, width - page_width - 12);
  if (slab != NULL)
    meso_typesetter_put (self->type, slab, &page_text, width - page_width, y - imprint.leading, page_width);

  return y - top;
}

double
meso_handout_layout_footer (const MesoHandoutLayout *self,
                            MesoSlab                *slab,
                            int                      page,
                            int                      pages)
{
  g_autofree char *label = meso_handout_sheet_dup_page_label (self->sheet, page, pages);
  double height = put_footer (self, NULL, 0, label);

  if (slab != NULL)
    put_footer (self, slab, self->page_height - self->margin_y - height, label);

  return height + FOOTER_GAP;
}

/* Across the page from corner to corner, below everything else. */
void
meso_handout_layout_watermark (const MesoHandoutLayout *self,
                               MesoSlab                *slab)
{
  double length = hypot (self->page_width, self->page_height) * 0.55;
  double angle = atan2 (self->page_height, self->page_width);
  MesoTextStyle style = { length / 2.6, length / 2, 900, MESO_INK_WATERMARK };

  if (self->sheet->watermark[0] == '\0')
    return;

  meso_typesetter_put_slanted (self->type, slab, &(MesoText) { .text = self->sheet->watermark, .style = style },
                               self->page_width / 2, self->page_height / 2, length, angle);
}

static MesoText
get_value_text (const MesoHandoutLayout *self,
                const MesoHandoutFact   *fact)
{
  return (MesoText) { .text = fact->value, .tag = "P", .fit = TRUE,
                      .style = { self->wide ? 15 : 13, self->wide ? 21 : 19, 700, MESO_INK_TEXT } };
}

/* The middle one of a fact's three lines, with the label above it. */
static double
put_value (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const MesoHandoutFact   *fact,
           double                   start,
           double                   top,
           double                   width)
{
  MesoTextStyle label = { 10, 14, 400, MESO_INK_GREY };
  MesoText value = get_value_text (self, fact);
  /* A name runs in the direction of its own first letter, all of it: marks at its ends too. */
  g_autofree char *isolated = g_strconcat ("\u2068", fact->value, "\u2069", NULL);
  double y = top;

  y += meso_handout_layout_put (self, slab, &(MesoText) { .text = fact->label, .style = label, .tag = "P" }, start, y, width);
  if (fact->value[0] != '\0')
    value.text = isolated;
  y += meso_handout_layout_put (self, slab, &value, start, y, width);

  return y - top;
}

static double
put_detail (const MesoHandoutLayout *self,
            MesoSlab                *slab,
            const MesoHandoutFact   *fact,
            double                   start,
            double                   top,
            double                   width)
{
  MesoTextStyle style = { self->wide ? 12 : 11, self->wide ? 17 : 16, 400, MESO_INK_GREY };

  return meso_handout_layout_put (self, slab, &(MesoText) { .text = fact->detail, .style = style, .tag = "P", .fit = TRUE },
                                  start, top, width);
}

static double
put_fact (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutFact   *fact,
          double                   start,
          double                   top,
          double                   width)
{
  double height = put_value (self, slab, fact, start, top, width);

  return height + put_detail (self, slab, fact, start, top + height, width);
}

/* Whether the value needs more than two lines of so narrow a column. */
static gboolean
is_long (const MesoHandoutLayout *self,
         const MesoHandoutFact   *fact,
         double                   width)
{
  MesoText value = get_value_text (self, fact);

  return meso_handout_layout_measure (self, &value, width) > 2 * value.style.leading;
}

/* Two facts, the second where the wide column starts. A long one takes the whole width, and its third line stands below it
 * beside the second. */
static double
put_pair (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutFact   *first,
          const MesoHandoutFact   *second,
          double                   top)
{
  double width = meso_handout_layout_width (self);
  double y = top, beside, date;

  if (is_long (self, first, self->facts_width))
    {
      y += put_value (self, slab, first, 0, top, width);
      beside = put_detail (self, slab, first, 0, y, self->facts_width);
    }
  else
    {
      beside = put_fact (self, slab, first, 0, y, self->facts_width);
    }

  date = put_fact (self, slab, second, self->facts_start, y, width - self->facts_start);

  return y - top + MAX (beside, date);
}

/* What stands on one line of facts, from the first of the two. */
static double
put_facts (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           guint                    i,
           double                   top)
{
  const GPtrArray *facts = self->sheet->facts;

  if (i >= facts->len)
    return 0;
  if (i + 1 < facts->len)
    return put_pair (self, slab, g_ptr_array_index (facts, i), g_ptr_array_index (facts, i + 1), top);
  return put_fact (self, slab, g_ptr_array_index (facts, i), 0, top, meso_handout_layout_width (self));
}

static void
add_head_piece (MesoSlab  *slab,
                double     height,
                double     before,
                GPtrArray *pieces)
{
  MesoPagePiece *piece = meso_page_piece_new (slab, height, before);

  piece->keep_next = TRUE;
  g_ptr_array_add (pieces, piece);
}

/* The title with the first facts, and then those that are left: long ones may need the next page too. */
void
meso_handout_layout_title (const MesoHandoutLayout *self,
                           GPtrArray               *pieces)
{
  double width = meso_handout_layout_width (self);
  MesoTextStyle style = { self->title_size, self->title_size * 1.26, 800, MESO_INK_TEXT };
  MesoSlab *slab = meso_slab_new ();
  double y;

  meso_slab_add_bookmark (slab, self->sheet->title, 0);
  y = meso_handout_layout_put (self, slab, &(MesoText) { .text = self->sheet->title, .style = style, .tag = "H1", .fit = TRUE }, 0, 0, width);
  if (self->sheet->facts->len > 0)
    y += self->wide ? 6 : 2;
  y += put_facts (self, slab, 0, y);
  add_head_piece (slab, y, 0, pieces);
  for (guint i = 2; i < self->sheet->facts->len; i += 2)
    {
      slab = meso_slab_new ();
      y = put_facts (self, slab, i, 0);
      add_head_piece (slab, y, FACTS_GAP, pieces);
    }
}
