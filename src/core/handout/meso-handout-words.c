/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-words.h"

#include <string.h>

#include "meso-calendar.h"
#include "meso-core-error.h"
#include "meso-handout-doses.h"
#include "meso-text.h"

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define DAYS_PER_WEEK 7

/**
 * meso_handout_words_phrase:
 * @self: how the sheet writes
 * @id: a phrase of the content
 *
 * Returns: (transfer none): the phrase in the sheet's language; one that has only English is noted as
 *   meso_handout_words_text () does
 */
const char *
meso_handout_words_phrase (const MesoHandoutWords *self,
                           const char             *id)
{
  const MesoLocalText *text = meso_protocol_lookup_phrase (self->protocol, id);

  return text != NULL ? meso_handout_words_text (self, text) : meso_protocol_get_phrase (self->protocol, id, self->language);
}

/**
 * meso_handout_words_text:
 * @self: how the sheet writes
 * @text: (nullable): a text of the content
 *
 * A text that has only English is noted, so that the assembly can refuse: a patient must not be handed
 * instructions that change their language on the way.
 *
 * Returns: (transfer none): the text in the sheet's language, "" for none
 */
const char *
meso_handout_words_text (const MesoHandoutWords *self,
                         const MesoLocalText    *text)
{
  if (text != NULL && !meso_local_text_has (text, self->language))
    g_ptr_array_add (self->untranslated, g_strdup (meso_local_text_get (text, NULL)));

  return meso_local_text_get (text, self->language);
}

/**
 * meso_handout_words_name:
 * @self: how the sheet writes
 * @ingredient: an ingredient
 * @begins: whether a sentence begins with it
 *
 * An English name is written small within a sentence and large where one begins; what has no small letter
 * after its first, like "B complex", is left alone.
 *
 * Returns: (transfer full): the ingredient's name
 */
char *
meso_handout_words_name (const MesoHandoutWords *self,
                         const MesoIngredient   *ingredient,
                         gboolean                begins)
{
  char *name = meso_handout_doses_in (meso_handout_words_text (self, ingredient->name));

  if (g_ascii_isalpha (name[0]) && g_ascii_islower (name[1]))
    name[0] = begins ? g_ascii_toupper (name[0]) : g_ascii_tolower (name[0]);

  return name;
}

/**
 * meso_handout_words_comma:
 * @self: how the sheet writes
 *
 * Returns: (transfer none): what stands between two things of a list
 */
const char *
meso_handout_words_comma (const MesoHandoutWords *self)
{
  return g_str_equal (self->language, "fa") ? "، " : ", ";
}

/**
 * meso_handout_words_count:
 * @self: how the sheet writes
 * @n: how many
 *
 * Returns: (transfer full): @n in the sheet's digits
 */
char *
meso_handout_words_count (const MesoHandoutWords *self,
                          int                     n)
{
  g_autofree char *digits = g_strdup_printf ("%d", n);

  return meso_text_localise_digits (digits, self->language);
}

/**
 * meso_handout_words_number:
 * @self: how the sheet writes
 * @number: a file number or the like, as it was typed
 *
 * A number that is made of more than digits needs an isolate in a right-to-left line; one of digits alone reads
 * the same with and without, and is easier to find in the finished page's text without.
 *
 * Returns: (transfer full): @number in the sheet's digits
 */
char *
meso_handout_words_number (const MesoHandoutWords *self,
                           const char             *number)
{
  g_autofree char *line = meso_handout_words_line (number);
  g_autofree char *localised = meso_text_localise_digits (line, self->language);
  g_autofree char *ascii = meso_text_ascii_digits (line);

  if (strspn (ascii, "0123456789") == strlen (ascii))
    return g_steal_pointer (&localised);

  return meso_handout_words_inline (localised);
}

/**
 * meso_handout_words_phone:
 * @self: how the sheet writes
 * @phone: a phone number, as it was typed
 *
 * The groups of a phone number stay in their order, and on one line. Between Persian digits, which
 * have narrow spaces, they stand two spaces apart.
 *
 * Returns: (transfer full): @phone in the sheet's digits; "" when it is empty
 */
char *
meso_handout_words_phone (const MesoHandoutWords *self,
                          const char             *phone)
{
  g_autofree char *line = meso_handout_words_line (phone);
  g_autofree char *localised = meso_text_localise_digits (line, self->language);
  g_auto (GStrv) groups = g_strsplit (localised, " ", -1);
  gboolean persian = g_str_equal (self->language, "fa");
  g_autofree char *joined = g_strjoinv (persian ? "\u00a0\u00a0" : "\u00a0", groups);

  if (joined[0] == '\0')
    return g_steal_pointer (&joined);

  return persian ? meso_text_isolate (joined) : g_steal_pointer (&joined);
}

static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * meso_handout_words_line:
 * @text: what someone typed
 *
 * Makes it one line that can't turn the text around it: names come from records and imports.
 *
 * Returns: (transfer full): @text without marks of direction and with single spaces
 */
char *
meso_handout_words_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;

      if (is_direction_mark (c))
        continue;
      if (!blank)
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return g_string_free (line, FALSE);
}

/**
 * meso_handout_words_inline:
 * @text: what someone typed
 *
 * Returns: (transfer full): @text as meso_handout_words_line () makes it, to stand within a sentence of either language:
 *   its first letter gives its direction
 */
char *
meso_handout_words_inline (const char *text)
{
  g_autofree char *line = meso_handout_words_line (text);

  return g_strconcat (FIRST_STRONG_ISOLATE, line, POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * meso_handout_words_date:
 * @self: how the sheet writes
 * @when: a day, with or without its minute
 *
 * Returns: (transfer full): "Tuesday 24 November 2026, 14:00"; in Persian the day of the Persian calendar
 */
char *
meso_handout_words_date (const MesoHandoutWords *self,
                         MesoCivilTime           when)
{
  return meso_calendar_format_date_time (when.date, when.minute, self->language, MESO_DATE_STYLE_FULL);
}

/**
 * meso_handout_words_short:
 * @self: how the sheet writes
 * @when: a day, with or without its minute
 *
 * Returns: (transfer full): what meso_handout_words_date () says, in little room
 */
char *
meso_handout_words_short (const MesoHandoutWords *self,
                          MesoCivilTime           when)
{
  return meso_calendar_format_date_time (when.date, when.minute, self->language, MESO_DATE_STYLE_SHORT_WITH_YEAR);
}

/**
 * meso_handout_words_pieces:
 * @self: how the sheet writes
 * @when: a day, with or without its minute
 *
 * Returns: (transfer full) (element-type utf8): the date in the parts that a narrow column may put on lines of their own:
 *   weekday; day, month and year; hour
 */
GPtrArray *
meso_handout_words_pieces (const MesoHandoutWords *self,
                           MesoCivilTime           when)
{
  g_autofree char *whole = meso_handout_words_date (self, when);
  g_autofree char *day = meso_calendar_format_date (when.date, self->language, MESO_DATE_STYLE_FULL);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *after_weekday = strchr (whole, ' ');
  const char *hour;

  g_return_val_if_fail (after_weekday != NULL, pieces);

  g_ptr_array_add (pieces, g_strndup (whole, after_weekday - whole));
  hour = when.minute >= 0 ? strchr (whole + strlen (day), ' ') : NULL;
  if (hour == NULL)
    {
      g_ptr_array_add (pieces, g_strdup (after_weekday + 1));
      return pieces;
    }

  g_ptr_array_add (pieces, g_strndup (after_weekday + 1, hour - after_weekday - 1));
  g_ptr_array_add (pieces, g_strdup (hour + 1));

  return pieces;
}

/**
 * meso_handout_words_hours:
 * @self: how the sheet writes
 * @hours: so many hours, or 0
 * @days: so many days, where @hours is 0
 *
 * Returns: (transfer full): "24 hours", "3 days", "12 weeks": in the largest unit that comes out even, but hours stay
 *   hours
 */
char *
meso_handout_words_hours (const MesoHandoutWords *self,
                          int                     hours,
                          int                     days)
{
  gboolean weeks = hours == 0 && days > 0 && days % DAYS_PER_WEEK == 0;
  int n = hours > 0 ? hours : weeks ? days / DAYS_PER_WEEK : days;
  g_autofree char *count = meso_handout_words_count (self, n);

  if (n == 1)
    return g_strdup (meso_handout_words_phrase (self, hours > 0 ? "paper-hour" : weeks ? "paper-week" : "paper-day"));

  return meso_text_format (meso_handout_words_phrase (self, hours > 0 ? "paper-hours" : weeks ? "paper-weeks" : "paper-days"),
                           "n", count, NULL);
}

/**
 * meso_handout_words_session:
 * @self: how the sheet writes
 * @n: number of the session, from 1; 0 when it isn't known
 *
 * Returns: (transfer full): "Session 2 of 6", "Session 2" when it isn't known of how many, "" when the number isn't known
 */
char *
meso_handout_words_session (const MesoHandoutWords *self,
                            int                     n)
{
  g_autofree char *number = meso_handout_words_count (self, n);
  g_autofree char *count = meso_handout_words_count (self, self->context->session_count);

  if (n <= 0)
    return g_strdup ("");
  if (self->context->session_count < n)
    return meso_text_format (meso_handout_words_phrase (self, "paper-session"), "n", number, NULL);

  return meso_text_format (meso_handout_words_phrase (self, "paper-session-of"), "n", number, "count", count, NULL);
}

/**
 * meso_handout_words_visit:
 * @self: how the sheet writes
 * @visit: a planned visit
 *
 * Returns: (transfer full): what is done then: "Session 3 of 6"
 */
char *
meso_handout_words_visit (const MesoHandoutWords *self,
                          const MesoHandoutVisit *visit)
{
  if (visit->kind == MESO_PLAN_MAINTENANCE)
    return g_strdup (meso_handout_words_phrase (self, "paper-maintenance"));
  if (visit->kind == MESO_PLAN_CHECK)
    return g_strdup (meso_handout_words_phrase (self, "paper-check-call"));

  return meso_handout_words_session (self, visit->n);
}

/**
 * meso_handout_words_person:
 * @self: how the sheet writes
 *
 * Returns: (transfer full): "Leila Karimi, file 0417"; "" for a sheet that is nobody's own
 */
char *
meso_handout_words_person (const MesoHandoutWords *self)
{
  const MesoHandoutContext *context = self->context;
  g_autofree char *name = meso_handout_words_inline (context->patient_name);
  g_autofree char *file = meso_handout_words_number (self, context->file_number);

  if (context->patient_name[0] == '\0')
    return g_strdup ("");
  if (context->file_number[0] == '\0')
    return g_steal_pointer (&name);

  return meso_text_format (meso_handout_words_phrase (self, "paper-name-file"), "name", name, "number", file, NULL);
}

/**
 * meso_handout_words_check_language:
 * @language: what a sheet is to be written in
 *
 * Returns: whether there are sheets in it; else %FALSE with %MESO_CORE_ERROR_INVALID
 */
gboolean
meso_handout_words_check_language (const char  *language,
                                   GError     **error)
{
  g_autofree char *quoted = meso_text_quote (language);

  if (g_str_equal (language, "en") || g_str_equal (language, "fa"))
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "There are no sheets in the language %s. The languages are: en, fa.", quoted);
  return FALSE;
}

/**
 * meso_handout_words_check_translated:
 * @self: how the sheet was written, all of it
 * @kind: what kind of sheet
 *
 * Returns: whether each text was there in the sheet's language; else %FALSE with %MESO_CORE_ERROR_INVALID
 */
gboolean
meso_handout_words_check_translated (const MesoHandoutWords *self,
                                     const char             *kind,
                                     GError                **error)
{
  g_autofree char *quoted = NULL;

  if (self->untranslated->len == 0)
    return TRUE;
  quoted = meso_text_quote (g_ptr_array_index (self->untranslated, 0));
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "The sheet “%s” can’t be made in the language %s: the content has no translation of %s. Texts without one: %u.",
               kind, self->language, quoted, self->untranslated->len);
  return FALSE;
}
