/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include "meso-text.h"

#define IMPRINT_SEPARATOR " · "

/**
 * meso_handout_fill_letterhead:
 *
 * Puts the head of the first page in: the clinic with its address, or neutral words.
 */
void
meso_handout_fill_letterhead (MesoHandoutSheet       *sheet,
                              const MesoHandoutWords *words)
{
  const MesoLetterhead *letterhead = words->context->letterhead;

  meso_handout_take (&sheet->clinic_name, meso_handout_words_line (letterhead->clinic_name));
  meso_handout_take (&sheet->physician, meso_handout_words_line (letterhead->physician));
  if (sheet->clinic_name[0] == '\0')
    {
      g_set_str (&sheet->clinic_name, meso_handout_words_phrase (words, "paper-neutral-name"));
      if (sheet->physician[0] == '\0')
        g_set_str (&sheet->physician, meso_handout_words_phrase (words, "paper-neutral-line"));
    }

  for (guint i = 0; i < letterhead->address->len; i++)
    {
      g_autofree char *line = meso_handout_words_line (g_ptr_array_index (letterhead->address, i));

      if (line[0] != '\0')
        g_ptr_array_add (sheet->address, meso_text_localise_digits (line, words->language));
    }
  meso_handout_take (&sheet->phone, meso_handout_words_phone (words, letterhead->phone));
}

/**
 * meso_handout_add_patient_fact:
 *
 * Says whose sheet it is; nothing on a sheet that is nobody's own.
 */
void
meso_handout_add_patient_fact (MesoHandoutSheet       *sheet,
                               const MesoHandoutWords *words)
{
  const MesoHandoutContext *context = words->context;
  g_autofree char *name = meso_handout_words_line (context->patient_name);
  g_autofree char *number = meso_handout_words_number (words, context->file_number);
  g_autofree char *file = NULL;

  if (name[0] == '\0')
    return;

  if (context->file_number[0] != '\0')
    file = meso_text_format (meso_handout_words_phrase (words, "paper-file"), "number", number, NULL);
  g_ptr_array_add (sheet->facts,
                   meso_handout_fact_new (meso_handout_words_phrase (words, "paper-patient"), name, file != NULL ? file : ""));
}

static void
add_treated_fact (MesoHandoutSheet       *sheet,
                  const MesoHandoutWords *words)
{
  const MesoHandoutContext *context = words->context;
  g_autofree char *date = meso_handout_words_date (words, context->when);
  g_autofree char *session = meso_handout_words_session (words, context->session_n);
  g_autofree char *treated_by = meso_handout_words_line (context->treated_by);
  const char *comma = meso_handout_words_comma (words);
  g_autofree char *detail = g_strconcat (session, session[0] != '\0' && treated_by[0] != '\0' ? comma : "", treated_by, NULL);

  if (meso_calendar_date_is_set (context->when.date))
    g_ptr_array_add (sheet->facts, meso_handout_fact_new (meso_handout_words_phrase (words, "paper-treated"), date, detail));
}

static void
fill_facts (MesoHandoutSheet       *sheet,
            const MesoHandoutWords *words)
{
  gboolean dated = meso_calendar_date_is_set (words->context->when.date);

  /* The box of the visit says whose it is. */
  if (!g_str_equal (sheet->kind, "before") || !dated)
    meso_handout_add_patient_fact (sheet, words);
  if (g_str_equal (sheet->kind, "aftercare"))
    add_treated_fact (sheet, words);
}

static void
fill_running_head (MesoHandoutSheet       *sheet,
                   const MesoHandoutWords *words)
{
  g_autofree char *person = meso_handout_words_person (words);
  MesoCivilTime day = { words->context->when.date, MESO_CIVIL_TIME_NO_MINUTE };
  g_autofree char *date = meso_handout_words_short (words, day);
  gboolean before = g_str_equal (sheet->kind, "before");
  gboolean dated = (before || g_str_equal (sheet->kind, "aftercare")) && meso_calendar_date_is_set (day.date);
  g_autofree char *dated_text = NULL;

  g_set_str (&sheet->running_start, sheet->clinic_name);
  if (dated)
    dated_text = meso_text_format (meso_handout_words_phrase (words, before ? "paper-visit-on" : "paper-treated-on"),
                                   "date", date, NULL);

  if (dated && person[0] != '\0')
    meso_handout_take (&sheet->running_end, g_strjoin (IMPRINT_SEPARATOR, person, dated_text, NULL));
  else if (dated)
    g_set_str (&sheet->running_end, dated_text);
  else
    g_set_str (&sheet->running_end, person[0] != '\0' ? person : sheet->title);
}

static char *
dup_checked (const MesoHandoutWords *words)
{
  const MesoHandoutContext *context = words->context;
  MesoCivilTime on = { context->reviewed_on, MESO_CIVIL_TIME_NO_MINUTE };
  g_autofree char *name = meso_handout_words_inline (context->reviewed_by);
  g_autofree char *date = meso_handout_words_short (words, on);

  if (!context->reviewed || context->reviewed_by[0] == '\0')
    return NULL;
  if (!meso_calendar_date_is_set (context->reviewed_on))
    return meso_text_format (meso_handout_words_phrase (words, "paper-checked-by"), "name", name, NULL);

  return meso_text_format (meso_handout_words_phrase (words, "paper-checked"), "name", name, "date", date, NULL);
}

/**
 * meso_handout_fill_footer:
 * @text: the sheet's content
 *
 * Which text it is, who checked it, and when it was printed.
 */
void
meso_handout_fill_footer (MesoHandoutSheet       *sheet,
                          const MesoHandoutWords *words,
                          const MesoHandoutText  *text)
{
  g_autofree char *version = meso_handout_words_count (words, text->text_version);
  g_autofree char *checked = dup_checked (words);
  g_autofree char *printed_on = meso_handout_words_short (words, words->context->printed_at);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, meso_text_format (meso_handout_words_phrase (words, "paper-imprint"),
                                            "title", sheet->title, "version", version, NULL));
  if (checked != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&checked));
  if (meso_calendar_date_is_set (words->context->printed_at.date))
    g_ptr_array_add (parts, meso_text_format (meso_handout_words_phrase (words, "paper-printed"), "date", printed_on, NULL));
  g_ptr_array_add (parts, NULL);
  meso_handout_take (&sheet->imprint, g_strjoinv (IMPRINT_SEPARATOR, (char **) parts->pdata));

  g_set_str (&sheet->notice, meso_handout_words_phrase (words, "paper-notice"));
  g_set_str (&sheet->page_format, meso_handout_words_phrase (words, "paper-page"));
  if (!words->context->reviewed)
    g_set_str (&sheet->draft, meso_handout_words_phrase (words, "paper-draft"));
  if (words->context->demo)
    g_set_str (&sheet->watermark, meso_handout_words_phrase (words, "paper-demo"));
}

/**
 * meso_handout_fill_head:
 * @sheet: with its letterhead
 *
 * Whose sheet it is, also on its later pages.
 */
void
meso_handout_fill_head (MesoHandoutSheet       *sheet,
                        const MesoHandoutWords *words)
{
  fill_facts (sheet, words);
  fill_running_head (sheet, words);
}
