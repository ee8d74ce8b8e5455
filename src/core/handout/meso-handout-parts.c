/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include <string.h>

#include "meso-calendar.h"
#include "meso-text.h"

static gboolean
holds (const GPtrArray *texts,
       const char      *text)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (texts, i), text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Two flags follow from the recorded sex; all others are the patient's own. */
static gboolean
flag_is_set (const MesoHandoutWords *words,
             const char             *flag)
{
  MesoSex sex = words->context->sex;

  if (g_str_equal (flag, "sex-unknown"))
    return sex == MESO_SEX_UNKNOWN;
  if (g_str_equal (flag, "not-male"))
    return sex == MESO_SEX_FEMALE || sex == MESO_SEX_OTHER;

  return holds (words->context->flags, flag);
}

/**
 * meso_handout_item_applies:
 * @words: the sheet's language and content
 * @item: an instruction
 *
 * Returns: whether the patient has the ingredient and the flag that @item asks for; one that asks for none always applies
 */
gboolean
meso_handout_item_applies (const MesoHandoutWords *words,
                           const MesoHandoutItem  *item)
{
  return (item->when_ingredient == NULL || holds (words->context->ingredients, item->when_ingredient)) &&
         (item->when_flag == NULL || flag_is_set (words, item->when_flag));
}

static MesoCivilTime
add_duration (MesoCivilTime          when,
              const MesoHandoutItem *item)
{
  if (!meso_calendar_date_is_set (when.date) || (item->duration_hours == 0 && item->duration_days == 0))
    return MESO_CIVIL_TIME_NONE;

  if (item->duration_hours > 0)
    return meso_civil_time_add_hours (when, item->duration_hours);

  return meso_civil_time_add_days (when, item->duration_days);
}

/**
 * meso_handout_item_end:
 * @words: the sheet's language and content
 * @item: an instruction; it holds for hours or for days
 *
 * Returns: when it is over, counted from the sheet's time; unset when it has no duration or the sheet no date
 */
MesoCivilTime
meso_handout_item_end (const MesoHandoutWords *words,
                       const MesoHandoutItem  *item)
{
  return add_duration (words->context->when, item);
}

/**
 * meso_handout_item_end_of_course:
 * @words: the sheet's language and content
 * @item: an instruction; it holds for hours or for days
 *
 * Returns: when it is over, counted from the last treatment that is planned, or from the sheet's time when none is;
 *   unset when it has no duration or the sheet no date
 */
MesoCivilTime
meso_handout_item_end_of_course (const MesoHandoutWords *words,
                                 const MesoHandoutItem  *item)
{
  const GPtrArray *visits = words->context->visits;
  MesoCivilTime last = words->context->when;

  for (guint i = 0; i < visits->len && meso_calendar_date_is_set (last.date); i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (visits, i);

      if (visit->kind == MESO_PLAN_TREATMENT && meso_calendar_date_compare (visit->when.date, last.date) > 0)
        last = visit->when;
    }

  return add_duration (last, item);
}

/* What the item is about: the day its duration ends, or its ingredient; it is set bold. */
static char *
dup_item_value (const MesoHandoutWords *words,
                const MesoHandoutItem  *item,
                const char             *template)
{
  MesoCivilTime end = meso_handout_item_end (words, item);
  const MesoIngredient *ingredient = NULL;

  if (strstr (template, "{ingredient}") != NULL)
    {
      if (item->when_ingredient != NULL)
        ingredient = meso_protocol_lookup_ingredient (words->protocol, item->when_ingredient);

      return ingredient != NULL ? meso_handout_words_name (words, ingredient, template[0] == '{') : g_strdup ("");
    }

  if (meso_calendar_date_is_set (end.date))
    return meso_handout_words_date (words, end);

  return meso_handout_words_hours (words, item->duration_hours, item->duration_days);
}

/* (transfer full): the template, filled; the value that went in is put into `strong`. */
static char *
fill_item_text (const MesoHandoutWords *words,
                const MesoHandoutItem  *item,
                const char             *template,
                char                  **strong)
{
  g_autofree char *value = NULL;

  if (strchr (template, '{') == NULL)
    return g_strdup (template);

  value = dup_item_value (words, item, template);
  meso_handout_take (strong, g_strdup (value));

  return meso_text_format (template, "ingredient", value, "date", value, NULL);
}

/**
 * meso_handout_row_from_item:
 * @words: the sheet's language and content
 * @item: an instruction
 * @bold_text: whether its text is the lead even when there is no detail
 *
 * Returns: (transfer full): the row that says it, its placeholders filled
 */
MesoHandoutRow *
meso_handout_row_from_item (const MesoHandoutWords *words,
                            const MesoHandoutItem  *item,
                            gboolean                bold_text)
{
  MesoHandoutRow *row = meso_handout_row_new (item->id);
  const char *text = meso_handout_words_text (words, item->text);
  const char *detail = meso_handout_words_text (words, item->detail);

  if (bold_text || detail[0] != '\0')
    {
      meso_handout_take (&row->lead, fill_item_text (words, item, text, &row->strong));
      meso_handout_take (&row->text, fill_item_text (words, item, detail, &row->strong));
    }
  else
    {
      meso_handout_take (&row->text, fill_item_text (words, item, text, &row->strong));
    }

  if (item->icon != NULL)
    g_set_str (&row->icon, item->icon);
  row->avoid = item->avoid;

  return row;
}

/**
 * meso_handout_add_section:
 * @words: the sheet's language and content
 * @text: the sheet's content
 * @section: name of one of its sections
 * @bold_text: whether an item's text is the lead even when there is no detail
 * @block: what gets the rows
 *
 * Adds a row for each item of @section that applies, in the content's order.
 */
void
meso_handout_add_section (const MesoHandoutWords *words,
                          const MesoHandoutText  *text,
                          const char             *section,
                          gboolean                bold_text,
                          MesoHandoutBlock       *block)
{
  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) == 0 && meso_handout_item_applies (words, item))
        g_ptr_array_add (block->rows, meso_handout_row_from_item (words, item, bold_text));
    }
}

/**
 * meso_handout_join_section:
 * @words: the sheet's language and content
 * @text: the sheet's content
 * @section: name of one of its sections
 *
 * Returns: (transfer full): the sentences of the items that apply, one after the other; "" when there are none
 */
char *
meso_handout_join_section (const MesoHandoutWords *words,
                           const MesoHandoutText  *text,
                           const char             *section)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) != 0 || !meso_handout_item_applies (words, item))
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, meso_handout_words_text (words, item->text));
    }

  return g_string_free (joined, FALSE);
}

/**
 * meso_handout_add_list:
 * @words: the sheet's language and content
 * @list: name of one of the content's lists
 * @block: what gets the rows
 *
 * Adds a row for each entry of @list, in the content's order; the text is the lead of one that has a detail.
 */
void
meso_handout_add_list (const MesoHandoutWords *words,
                       const char             *list,
                       MesoHandoutBlock       *block)
{
  const GPtrArray *entries = meso_protocol_get_lists (words->protocol);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (entries, i);
      const char *title, *detail;
      MesoHandoutRow *row;

      if (!g_str_equal (entry->list, list))
        continue;

      title = meso_handout_words_text (words, entry->text);
      detail = meso_handout_words_text (words, entry->detail);
      row = meso_handout_row_new (entry->id);
      if (detail[0] != '\0')
        {
          meso_handout_take (&row->lead, g_strconcat (title, ".", NULL));
          g_set_str (&row->text, detail);
        }
      else
        {
          g_set_str (&row->text, title);
        }
      g_ptr_array_add (block->rows, row);
    }
}

/**
 * meso_handout_part_visit:
 * @words: the sheet's language and content
 *
 * Returns: (transfer full) (nullable): the visit that the sheet is for, as its own box; %NULL when its date isn't known
 */
MesoHandoutBlock *
meso_handout_part_visit (const MesoHandoutWords *words)
{
  MesoHandoutBlock *block;
  MesoHandoutRow *row;

  if (!meso_calendar_date_is_set (words->context->when.date))
    return NULL;

  block = meso_handout_block_new (MESO_HANDOUT_BLOCK_VISIT);
  row = meso_handout_row_new ("");
  g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-your-visit"));
  meso_handout_take (&row->lead, meso_handout_words_date (words, words->context->when));
  meso_handout_take (&row->text, meso_handout_words_person (words));
  g_ptr_array_add (block->rows, row);

  return block;
}

/**
 * meso_handout_part_next_visit:
 * @words: the sheet's language and content
 *
 * Returns: (transfer full) (nullable): the next treatment that is planned, as its own box; checks by phone are passed
 *   over. %NULL when none is planned
 */
MesoHandoutBlock *
meso_handout_part_next_visit (const MesoHandoutWords *words)
{
  const GPtrArray *visits = words->context->visits;

  for (guint i = 0; i < visits->len; i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *text = NULL;
      MesoHandoutBlock *block;
      MesoHandoutRow *row;

      if (visit->kind == MESO_PLAN_CHECK)
        continue;

      text = meso_handout_words_visit (words, visit);
      block = meso_handout_block_new (MESO_HANDOUT_BLOCK_VISIT);
      row = meso_handout_row_new ("");
      g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-next-visit"));
      meso_handout_take (&row->lead, meso_handout_words_date (words, visit->when));
      meso_handout_take (&row->text,
                         g_strconcat (text, text[0] != '\0' ? ". " : "",
                                      visit->when.minute < 0 ? meso_handout_words_phrase (words, "paper-planned") : "",
                                      visit->when.minute < 0 ? " " : "",
                                      meso_handout_words_phrase (words, "paper-cannot-come"), NULL));
      g_ptr_array_add (block->rows, row);

      return block;
    }

  return NULL;
}

static const MesoHandoutItem *
find_item (const MesoHandoutWords *words,
           const MesoHandoutText  *text,
           const char             *section)
{
  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) == 0 && meso_handout_item_applies (words, item))
        return item;
    }

  return NULL;
}

static void
fill_later (const MesoHandoutWords *words,
            const MesoHandoutItem  *item,
            MesoHandoutCall        *call)
{
  MesoCivilTime end = meso_handout_item_end_of_course (words, item);
  const char *phrase = meso_handout_words_phrase (words, "paper-for-also");
  g_autofree char *when = NULL;

  if (meso_calendar_date_is_set (end.date))
    {
      g_autofree char *full = meso_calendar_format_date (end.date, words->language, MESO_DATE_STYLE_FULL);
      const char *after_weekday = strchr (full, ' ');

      /* Months ahead the weekday says nothing, and the line has little room; the list of dates has it. */
      phrase = meso_handout_words_phrase (words, "paper-until-also");
      when = g_strdup (after_weekday != NULL ? after_weekday + 1 : full);
    }
  else
    {
      when = meso_handout_words_hours (words, item->duration_hours, item->duration_days);
    }

  meso_handout_take (&call->later_lead, meso_text_format (phrase, "date", when, "duration", when, NULL));
  g_set_str (&call->later_text, meso_handout_words_text (words, item->text));
}

/* The public number. What isn't three or four digits long is somebody's own number, and nobody may be left waiting
 * for that one when a patient can't breathe. */
static char *
dup_emergency_number (const MesoHandoutWords *words)
{
  g_autofree char *ascii = meso_text_ascii_digits (words->context->letterhead->emergency_number);
  gsize length = strspn (ascii, "0123456789");

  if (ascii[length] != '\0' || length < 3 || length > 4)
    return meso_handout_words_number (words, meso_handout_words_phrase (words, "paper-emergency-number"));

  return meso_handout_words_number (words, ascii);
}

static void
fill_emergency (const MesoHandoutWords *words,
                const MesoHandoutItem  *item,
                MesoHandoutCall        *call)
{
  g_autofree char *number = dup_emergency_number (words);

  g_set_str (&call->emergency_text, meso_handout_words_text (words, item->text));
  meso_handout_take (&call->emergency_call,
                     meso_text_format (meso_handout_words_phrase (words, "paper-emergency-call"), "number", number, NULL));
}

/**
 * meso_handout_part_call:
 * @words: the sheet's language and content
 * @text: the sheet's content; the signs stand there, with their source
 *
 * Returns: (transfer full): the box that says when to call the clinic, until when to look for late signs, and when to
 *   call the public emergency number
 */
MesoHandoutBlock *
meso_handout_part_call (const MesoHandoutWords *words,
                        const MesoHandoutText  *text)
{
  MesoHandoutBlock *block = meso_handout_block_new (MESO_HANDOUT_BLOCK_CALL);
  const MesoHandoutItem *later = find_item (words, text, "later");
  const MesoHandoutItem *emergency = find_item (words, text, "emergency");
  gboolean before = g_str_equal (text->kind, "before");
  const char *phone = words->context->letterhead->phone;
  const char *label = phone[0] == '\0' ? "paper-clinic-phone" : before ? NULL : "paper-call-us";

  block->call = meso_handout_call_new ();
  g_set_str (&block->heading, meso_handout_words_phrase (words, before ? "paper-call-before" : "paper-call"));
  if (!before)
    g_set_str (&block->note, meso_handout_words_phrase (words, "paper-call-note"));
  meso_handout_take (&block->call->phone_label,
                     g_strconcat (label != NULL ? meso_handout_words_phrase (words, label) : "", label != NULL ? ". " : "",
                                  meso_handout_words_phrase (words, before ? "paper-another-day" : "paper-no-answer"), NULL));
  meso_handout_take (&block->call->phone, meso_handout_words_phone (words, phone));

  meso_handout_add_section (words, text, "call", FALSE, block);
  if (later != NULL)
    fill_later (words, later, block->call);
  if (emergency != NULL)
    fill_emergency (words, emergency, block->call);

  return block;
}
