/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-date-layout.h"

#include <string.h>

#define NOTE_SIZE 12.0
#define LABEL_SIZE 12.5          /* of a label on a line of its own */
#define LABEL_LEADING 16.0
#define TRIAL_SIZE 20.0          /* widths grow with the size: one is measured */
#define CERTAIN 0.985            /* as they grow a little unevenly */
#define LEAST_DATE 12.0
#define WORTH_A_LINE 1.15        /* how much larger a date must get to be worth one more line */
#define LEAST_BESIDE_NOTE 0.8    /* of a date's size, before its note goes below */
#define LABEL_PART 0.96          /* of the date's size; what reads the page would take a smaller one for another text */
#define INLINE_LABEL 0.4        /* of the narrow column, at most, for a label on the date's line */
#define LABEL_GAP 0.26           /* of the size, from a label to its date */
#define NOTE_GAP 7.0

/**
 * DateLine:
 * @text: all of it
 * @minor: (nullable): the part of it that is set smaller: the year, and a word before the hour
 */
typedef struct
{
  char *text;
  char *minor;
} DateLine;

static void
free_line (gpointer data)
{
  DateLine *line = data;

  g_free (line->text);
  g_free (line->minor);
  g_free (line);
}

/* Adds a part of a date to its last line, or to a new one. */
static DateLine *
add_part (GPtrArray  *lines,
          const char *part,
          gboolean    on_new_line)
{
  DateLine *line = lines->len > 0 ? g_ptr_array_index (lines, lines->len - 1) : NULL;
  g_autofree char *before = NULL;

  if (line == NULL || on_new_line)
    {
      line = g_new0 (DateLine, 1);
      line->text = g_strdup (part);
      g_ptr_array_add (lines, line);
      return line;
    }

  before = line->text;
  line->text = g_strconcat (before, " ", part, NULL);

  return line;
}

/* In some languages a word stands before the hour, next to the year. */
static void
add_hour (GPtrArray  *lines,
          const char *hour,
          gboolean    on_new_line)
{
  DateLine *line = add_part (lines, hour, on_new_line);
  const char *space = strrchr (hour, ' ');
  g_autofree char *word = space != NULL ? g_strndup (hour, space - hour) : NULL;
  g_autofree char *year = line->minor;

  if (word != NULL)
    line->minor = year != NULL ? g_strconcat (year, " ", word, NULL) : g_strdup (word);
  else
    year = NULL;
}

/* (transfer full) (element-type DateLine): a date has two or three pieces, weekday, day and hour; what has only one
 * is no date. The day's last word is its year. */
static GPtrArray *
break_date (const MesoHandoutGroup *group,
            MesoDateBreaks          breaks)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  const char *day = group->date->len > 1 ? g_ptr_array_index (group->date, 1) : NULL;
  const char *year = day != NULL ? strrchr (day, ' ') : NULL;
  g_autofree char *day_and_month = year != NULL ? g_strndup (day, year - day) : NULL;

  add_part (lines, g_ptr_array_index (group->date, 0), TRUE);
  if (day == NULL)
    return lines;

  add_part (lines, year != NULL ? day_and_month : day, breaks & MESO_DATE_BREAK_AFTER_WEEKDAY);
  if (year != NULL)
    add_part (lines, year + 1, breaks & MESO_DATE_BREAK_BEFORE_YEAR)->minor = g_strdup (year + 1);
  if (group->date->len > 2)
    add_hour (lines, g_ptr_array_index (group->date, 2), breaks & MESO_DATE_BREAK_BEFORE_HOUR);

  return lines;
}

static MesoText
get_line_text (const MesoHandoutLayout *self,
               const DateLine          *line,
               double                   size)
{
  gboolean minor_only = line->minor != NULL && g_str_equal (line->minor, line->text);
  double leading = (minor_only ? size * 0.8 : size) * (self->sheet->rtl ? 1.3 : 1.2);

  return (MesoText) { .text = line->text, .small = line->minor, .style = { size, leading, 800, MESO_INK_TEXT }, .fit = TRUE };
}

static MesoText
get_label (const MesoHandoutGroup *group,
           double                  size,
           double                  leading)
{
  return (MesoText) { .text = group->label, .style = { size, leading, 400, MESO_INK_GREY } };
}

/* A long label stands above its date, so that the date doesn't get smaller for it. */
static gboolean
has_label_above (const MesoHandoutLayout *self,
                 const MesoHandoutGroup  *group)
{
  MesoText label = get_label (group, self->date_size * LABEL_PART, 0);

  return group->label[0] != '\0' && meso_typesetter_get_natural_width (self->type, &label) > self->narrow * INLINE_LABEL;
}

/* From the line's start to where the date starts. */
static double
get_label_width (const MesoHandoutLayout *self,
                 const MesoHandoutGroup  *group,
                 double                   size)
{
  MesoText label = get_label (group, size * LABEL_PART, 0);

  if (group->label[0] == '\0' || has_label_above (self, group))
    return 0;

  return meso_typesetter_get_natural_width (self->type, &label) + size * LABEL_GAP;
}

static MesoText
get_note (const MesoHandoutLayout *self,
          const MesoHandoutGroup  *group)
{
  return (MesoText) { .text = group->note, .style = { NOTE_SIZE, NOTE_SIZE * (self->sheet->rtl ? 1.5 : 1.35), 400, MESO_INK_GREY } };
}

/* The largest size at which each line of the date fits into `width`. */
static double
find_size (const MesoHandoutLayout *self,
           const MesoHandoutGroup  *group,
           MesoDateBreaks           breaks,
           double                   width)
{
  g_autoptr (GPtrArray) lines = break_date (group, breaks);
  double size = self->date_size;

  for (guint i = 0; i < lines->len; i++)
    {
      MesoText text = get_line_text (self, g_ptr_array_index (lines, i), TRIAL_SIZE);
      double natural = meso_typesetter_get_natural_width (self->type, &text) + (i == 0 ? get_label_width (self, group, TRIAL_SIZE) : 0);

      size = MIN (size, TRIAL_SIZE * CERTAIN * width / natural);
    }

  return MAX (size, LEAST_DATE);
}

static guint
count_lines (const MesoHandoutBlock *block,
             MesoDateBreaks          breaks)
{
  guint most = 0;

  for (guint i = 0; i < block->groups->len; i++)
    {
      g_autoptr (GPtrArray) lines = break_date (g_ptr_array_index (block->groups, i), breaks);

      most = MAX (most, lines->len);
    }

  return most;
}

MesoDateSetting
meso_handout_date_find (const MesoHandoutLayout *self,
                        const MesoHandoutBlock  *block)
{
  static const MesoDateBreaks choices[] = { MESO_DATE_BREAK_BEFORE_YEAR,
                                            MESO_DATE_BREAK_AFTER_WEEKDAY | MESO_DATE_BREAK_BEFORE_HOUR,
                                            MESO_DATE_BREAK_AFTER_WEEKDAY | MESO_DATE_BREAK_BEFORE_YEAR };
  MesoDateSetting best = { 0, self->narrow, MESO_DATE_BREAKS_NONE, FALSE };
  guint best_lines = 0;

  for (gsize choice = 0; choice < G_N_ELEMENTS (choices); choice++)
    {
      guint lines = count_lines (block, choices[choice]);
      double size = self->date_size;

      for (guint i = 0; i < block->groups->len; i++)
        size = MIN (size, find_size (self, g_ptr_array_index (block->groups, i), choices[choice], self->narrow));
      if (size > best.size * (lines > best_lines ? WORTH_A_LINE : 1))
        {
          best.size = size;
          best.breaks = choices[choice];
          best_lines = lines;
        }
    }

  return best;
}

MesoDateSetting
meso_handout_date_find_line (const MesoHandoutLayout *self,
                             const MesoHandoutGroup  *group)
{
  double width = meso_handout_layout_width (self);
  MesoText note = get_note (self, group);
  double note_width = group->note[0] != '\0' ? meso_typesetter_get_natural_width (self->type, &note) + NOTE_GAP : 0;
  double size = find_size (self, group, MESO_DATE_BREAKS_NONE, width - note_width);

  if (size >= self->date_size * LEAST_BESIDE_NOTE)
    return (MesoDateSetting) { size, width, MESO_DATE_BREAKS_NONE, FALSE };

  return (MesoDateSetting) { find_size (self, group, MESO_DATE_BREAKS_NONE, width), width, MESO_DATE_BREAKS_NONE, TRUE };
}

/* How far small text goes down to stand on the line of large text of the same leading. */
static double
get_drop (const MesoHandoutLayout *self,
          double                   large,
          double                   small)
{
  MesoTextStyle large_style = { large, 0, 400, MESO_INK_TEXT };
  MesoTextStyle small_style = { small, 0, 400, MESO_INK_TEXT };

  return meso_typesetter_get_baseline (self->type, &large_style) - meso_typesetter_get_baseline (self->type, &small_style);
}

/* The label before the date on its first line, or above it; the height it took above. */
static double
put_label (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const MesoHandoutGroup  *group,
           const MesoDateSetting   *setting,
           double                   leading,
           double                   top)
{
  double size = setting->size * LABEL_PART;
  MesoText inline_label = get_label (group, size, leading);
  MesoText label_above = get_label (group, LABEL_SIZE, LABEL_LEADING);

  if (has_label_above (self, group))
    return meso_handout_layout_put (self, slab, &label_above, 0, top, setting->width);

  meso_handout_layout_put (self, slab, &inline_label, 0, top + get_drop (self, setting->size, size), setting->width);

  return 0;
}

double
meso_handout_date_put (const MesoHandoutLayout *self,
                       MesoSlab                *slab,
                       const MesoHandoutGroup  *group,
                       const MesoDateSetting   *setting,
                       double                   top)
{
  g_autoptr (GPtrArray) lines = break_date (group, setting->breaks);
  MesoText note = get_note (self, group);
  double start = get_label_width (self, group, setting->size);
  double y = top, end = 0, leading = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      MesoText text = get_line_text (self, g_ptr_array_index (lines, i), setting->size);

      if (i == 0)
        y += put_label (self, slab, group, setting, text.style.leading, y);
      leading = text.style.leading;
      y += meso_handout_layout_put (self, slab, &text, start, y, setting->width - start);
      end = start + meso_typesetter_get_natural_width (self->type, &text) + NOTE_GAP;
      start = 0;
    }

  if (group->note[0] == '\0')
    return y - top;
  if (setting->note_below || end + meso_typesetter_get_natural_width (self->type, &note) > setting->width)
    return y + meso_handout_layout_put (self, slab, &note, 0, y, setting->width) - top;

  note.style.leading = leading;
  meso_handout_layout_put (self, slab, &note, end, y - leading + get_drop (self, setting->size, NOTE_SIZE), setting->width - end + 1);

  return y - top;
}

double
meso_handout_date_get_first_line (const MesoHandoutLayout *self,
                                  const MesoHandoutGroup  *group,
                                  const MesoDateSetting   *setting)
{
  g_autoptr (GPtrArray) lines = break_date (group, setting->breaks);
  MesoText text = get_line_text (self, g_ptr_array_index (lines, 0), setting->size);

  return text.style.leading + (has_label_above (self, group) ? LABEL_LEADING : 0);
}
