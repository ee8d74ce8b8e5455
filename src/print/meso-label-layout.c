/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-layout.h"

#include "meso-label-flow.h"
#include "meso-text.h"

#define MM (72.0 / 25.4)
#define LEAST_FIT 0.76           /* a line may shrink so far before it is said in full elsewhere */
#define TOP_GAP 1.0
#define LEAST_SIZE 5.5
#define TIGHT 0.9

static const MesoLabelMeasures measures[] = {
  [MESO_LABEL_62X29] = { 1.5 * MM, 8.2, 10.4, 9, 10.4, 6.1, 10, 13 },
  [MESO_LABEL_70X37] = { 2 * MM, 9.5, 13, 11, 13, 7, 12, 16.5 },
  [MESO_LABEL_A4_3X8] = { 4.5 * MM, 8.2, 10.8, 9.5, 11, 6.3, 11, 14.5 },
};

static void
row_free (gpointer data)
{
  MesoLabelRow *row = data;

  g_free (row->text[0]);
  g_free (row->text[1]);
  g_free (row);
}

void
meso_label_layout_clear (MesoLabelLayout *self)
{
  for (guint i = 0; i < MESO_LABEL_TEXTS; i++)
    g_clear_pointer (&self->types[i], meso_typesetter_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

double
meso_label_layout_width (const MesoLabelLayout *self)
{
  return self->width - 2 * self->m->margin;
}

/* Small letters, with lines closer together than on a sheet. */
MesoTextStyle
meso_label_layout_style (const MesoLabelLayout *self,
                         guint                  i,
                         double                 size,
                         int                    weight,
                         MesoInk                ink)
{
  return (MesoTextStyle) { size, size * (meso_typesetter_get_rtl (self->types[i]) ? 1.5 : 1.28), weight, ink };
}

MesoTextStyle
meso_label_layout_body (const MesoLabelLayout *self,
                        guint                  i,
                        int                    weight)
{
  MesoTextStyle style = meso_label_layout_style (self, i, self->m->body, weight, MESO_INK_TEXT);

  if (self->tight)
    {
      style.size = MAX (LEAST_SIZE, self->m->body * TIGHT);
      style.leading = style.size * (meso_typesetter_get_rtl (self->types[i]) ? 1.36 : 1.2);
    }
  return style;
}

MesoTextStyle
meso_label_layout_name (const MesoLabelLayout *self)
{
  return meso_label_layout_style (self, 0, self->m->name, 800, MESO_INK_TEXT);
}

MesoTextStyle
meso_label_layout_mixture (const MesoLabelLayout *self)
{
  return meso_label_layout_style (self, 0, self->m->name - 1, 700, MESO_INK_TEXT);
}

MesoTextStyle
meso_label_layout_number (const MesoLabelLayout *self)
{
  return meso_label_layout_style (self, 0, self->m->name, 600, MESO_INK_TEXT);
}

MesoTextStyle
meso_label_layout_volume (const MesoLabelLayout *self)
{
  return meso_label_layout_style (self, 0, self->m->volume, 800, MESO_INK_TEXT);
}

double
meso_label_layout_measure (const MesoLabelLayout *self,
                           guint                  i,
                           const char            *text,
                           MesoTextStyle          style)
{
  return meso_typesetter_get_natural_width (self->types[i], &(MesoText) { .text = text, .style = style });
}

/* (transfer full): the file number, and which of how many labels it is */
char *
meso_label_layout_dup_file (const MesoLabelLayout *self,
                            guint                  n)
{
  const MesoLabelText *text = g_ptr_array_index (self->sheet->texts, 0);
  g_autofree char *n_ascii = g_strdup_printf ("%u", n);
  g_autofree char *count_ascii = g_strdup_printf ("%u", self->count);
  g_autofree char *n_text = meso_text_localise_digits (n_ascii, text->language);
  g_autofree char *count_text = meso_text_localise_digits (count_ascii, text->language);
  g_autofree char *part = meso_text_format (self->sheet->part, "n", n_text, "count", count_text, NULL);
  g_autofree char *isolated = meso_text_isolate (part);

  return self->count > 1 ? g_strjoin (" · ", self->sheet->file_number, isolated, NULL) : g_strdup (self->sheet->file_number);
}

double
meso_label_layout_name_width (const MesoLabelLayout *self)
{
  g_autofree char *file = meso_label_layout_dup_file (self, self->count);

  return meso_label_layout_width (self) - MESO_LABEL_GAP - meso_label_layout_measure (self, 0, file, meso_label_layout_number (self));
}

double
meso_label_layout_mixture_width (const MesoLabelLayout *self)
{
  return meso_label_layout_width (self) - MESO_LABEL_GAP - meso_label_layout_measure (self, 0, self->sheet->volume, meso_label_layout_volume (self));
}

/* (transfer full): the text, or its beginning with a sign that it goes on elsewhere */
char *
meso_label_layout_dup_short (const MesoLabelLayout *self,
                             const char            *text,
                             MesoTextStyle          style,
                             double                 width,
                             gboolean              *cut_out)
{
  glong length = g_utf8_strlen (text, -1);

  style.size *= LEAST_FIT;
  *cut_out = meso_label_layout_measure (self, 0, text, style) > width;
  if (!*cut_out)
    return g_strdup (text);
  while (length > 1)
    {
      g_autofree char *start = g_utf8_substring (text, 0, --length);
      g_autofree char *shorter = g_strconcat (start, "…", NULL);

      if (meso_label_layout_measure (self, 0, shorter, style) <= width)
        return g_steal_pointer (&shorter);
    }
  return g_strdup ("…");
}

/* text: (transfer full) */
static void
take_row (MesoLabelLayout *self,
          guint            at,
          char            *text,
          int              weight)
{
  MesoLabelRow *row = g_new0 (MesoLabelRow, 1);

  row->at[0] = at;
  row->text[0] = text;
  row->n = 1;
  row->weight[0] = weight;
  g_ptr_array_add (self->rows, row);
}

/* Items of one language; their first line shares one with the line before where that is of the other language, and both fit. */
static void
add_items (MesoLabelLayout *self,
           guint            at,
           const GPtrArray *items,
           int              weight,
           gboolean         share)
{
  MesoTextStyle style = meso_label_layout_body (self, at, weight);
  g_autoptr (GPtrArray) lines = meso_label_flow (self->types[at], &style, items, meso_label_layout_width (self));
  MesoLabelRow *before = share && self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      char *line = g_strdup (g_ptr_array_index (lines, i));

      if (i == 0 && before != NULL && before->n == 1 && before->at[0] != at &&
          meso_label_layout_measure (self, before->at[0], before->text[0],
                                     meso_label_layout_body (self, before->at[0], before->weight[0])) +
            MESO_LABEL_GAP + meso_label_layout_measure (self, at, line, style) <= meso_label_layout_width (self))
        {
          before->at[1] = at;
          before->text[1] = line;
          before->weight[1] = weight;
          before->n = 2;
        }
      else
        {
          take_row (self, at, line, weight);
        }
    }
}

static void
add_single (MesoLabelLayout *self,
            guint            at,
            const char      *text,
            int              weight,
            gboolean         share)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, (gpointer) text);
  add_items (self, at, items, weight, share);
}

/* Whether both names have room in the first line, each at the edge of its own script. */
static gboolean
find_names_in_head (const MesoLabelLayout *self)
{
  MesoTextStyle style = meso_label_layout_name (self);
  g_autofree char *file = meso_label_layout_dup_file (self, self->count);

  return self->sheet->texts->len > 1 && self->sheet->names->len > 1 &&
         meso_label_layout_measure (self, 0, g_ptr_array_index (self->sheet->names, 0), style) +
           meso_label_layout_measure (self, 1, g_ptr_array_index (self->sheet->names, 1), style) +
           meso_label_layout_measure (self, 0, file, style) + 2 * MESO_LABEL_GAP <= meso_label_layout_width (self);
}

/* What has no room at its own place is said in full first of all. */
static void
add_cut (MesoLabelLayout *self)
{
  gboolean cut;

  g_free (meso_label_layout_dup_short (self, g_ptr_array_index (self->sheet->names, 0), meso_label_layout_name (self),
                     meso_label_layout_name_width (self), &cut));
  if (cut)
    add_single (self, 0, g_ptr_array_index (self->sheet->names, 0), 700, FALSE);
  for (guint i = 1; !self->names_in_head && i < self->sheet->names->len; i++)
    add_single (self, self->sheet->texts->len - 1, g_ptr_array_index (self->sheet->names, i), 700, FALSE);
  g_free (meso_label_layout_dup_short (self, self->sheet->mixture, meso_label_layout_mixture (self),
                     meso_label_layout_mixture_width (self), &cut));
  if (cut)
    add_single (self, 0, self->sheet->mixture, 700, FALSE);
}

/* In the order in which they are looked for; two languages beside one another where there is room. */
static void
make_rows (MesoLabelLayout *self)
{
  const GPtrArray *texts = self->sheet->texts;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  add_cut (self);
  for (guint i = 0; i < texts->len; i++)
    add_items (self, i, ((const MesoLabelText *) g_ptr_array_index (texts, i))->contents, 500, TRUE);
  for (guint i = 0; i < texts->len; i++)
    add_items (self, i, ((const MesoLabelText *) g_ptr_array_index (texts, i))->lots, 500, FALSE);
  for (guint i = 0; i < texts->len; i++)
    add_single (self, i, ((const MesoLabelText *) g_ptr_array_index (texts, i))->mixed, 500, i > 0);
  for (guint i = 0; i < texts->len; i++)
    add_items (self, i, ((const MesoLabelText *) g_ptr_array_index (texts, i))->people, 500, FALSE);
}

double
meso_label_layout_row_height (const MesoLabelLayout *self,
                              const MesoLabelRow    *row)
{
  double height = 0;

  for (guint i = 0; i < row->n; i++)
    height = MAX (height, meso_label_layout_body (self, row->at[i], 500).leading);
  return height;
}

double
meso_label_layout_body_top (const MesoLabelLayout *self)
{
  return self->m->margin + self->m->head + self->m->mixture + TOP_GAP;
}

double
meso_label_layout_bar_top (const MesoLabelLayout *self)
{
  return self->height - self->m->margin - self->m->bar;
}

/* Where the rows of the label end that begins with this one; at least one stands on each. */
guint
meso_label_layout_find_end (const MesoLabelLayout *self,
                            guint                  first)
{
  double room = meso_label_layout_bar_top (self) - TOP_GAP - meso_label_layout_body_top (self);
  guint end = first;

  while (end < self->rows->len)
    {
      room -= meso_label_layout_row_height (self, g_ptr_array_index (self->rows, end));
      if (room < 0 && end > first)
        break;
      end++;
    }
  return end;
}

static guint
count_labels (const MesoLabelLayout *self)
{
  guint n = 1;

  for (guint next = meso_label_layout_find_end (self, 0); next < self->rows->len; next = meso_label_layout_find_end (self, next))
    n++;
  return n;
}

gboolean
meso_label_layout_init (MesoLabelLayout       *self,
                        const MesoLabelSheet  *sheet,
                        MesoLabelSize          size,
                        GError               **error)
{
  self->sheet = sheet;
  self->m = &measures[size];
  self->width = meso_label_size_get_width (size);
  self->height = meso_label_size_get_height (size);
  for (guint i = 0; i < MIN (sheet->texts->len, MESO_LABEL_TEXTS); i++)
    {
      const MesoLabelText *text = g_ptr_array_index (sheet->texts, i);

      self->types[i] = meso_typesetter_new (text->language, text->rtl, self->width, self->m->margin, error);
      if (self->types[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* That there are several is said on each of them, which takes room again. */
static void
settle_rows (MesoLabelLayout *self)
{
  guint before;

  self->count = 1;
  do
    {
      before = self->count;
      self->names_in_head = find_names_in_head (self);
      make_rows (self);
      self->count = MAX (before, count_labels (self));
    }
  while (self->count != before);
}

void
meso_label_layout_settle (MesoLabelLayout *self)
{
  self->tight = FALSE;
  settle_rows (self);
  if (self->count == 1)
    return;

  /* One label with small letters is better than two. */
  self->tight = TRUE;
  settle_rows (self);
  self->tight = self->count == 1;
  if (!self->tight)
    settle_rows (self);
}
