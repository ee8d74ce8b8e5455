/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include <string.h>

#include "meso-calendar.h"
#include "meso-text.h"

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
