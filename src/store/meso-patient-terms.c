/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-terms.h"

#include <string.h>

#include "meso-calendar.h"
#include "meso-phone.h"
#include "meso-text-fold.h"

/* Nobody searches for more characters than that; what stands behind is left out of the search. */
#define MAX_QUERY 256

/* Digits of a number that are found together in one step. Fewer than three would match half of all numbers. */
#define WINDOW 4
#define MIN_DIGITS 3

/* Letters that no text has: of the private use areas, which the index takes for letters. Together they keep the index small:
 * the beginning of a word is indexed letter by letter. */
#define DAY_OF_YEAR 0xE400    /* and 0 to 371 */
#define THREE_DIGITS 0xE574   /* and 0 to 999, STRIDE apart */
#define YEAR 0xF0000          /* and 1 to 9999 */

/* FTS5 hashes a word by shifting its bytes over one another by three bits: digits that differ in their lowest bits alone would share
 * their slots by the dozen, and more than half of an import would be the walk through them. */
#define STRIDE 4
static const char fourth_digits[] = "09afhkmpuz";

MesoPatientTerms *
meso_patient_terms_new (void)
{
  MesoPatientTerms *self = g_new0 (MesoPatientTerms, 1);

  self->name = g_string_new (NULL);
  self->other = g_string_new (NULL);
  self->digits = g_string_new (NULL);
  return self;
}

/**
 * meso_patient_terms_free:
 * @self: (transfer full): words
 */
void
meso_patient_terms_free (MesoPatientTerms *self)
{
  g_string_free (self->name, TRUE);
  g_string_free (self->other, TRUE);
  g_string_free (self->digits, TRUE);
  g_free (self);
}

static void
append_part (GString *text, const char *words)
{
  if (*words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
}

static void
append_name (GString *text, const char *given_name, const char *family_name)
{
  g_autofree char *full_name = g_strconcat (given_name, " ", family_name, NULL);
  g_autofree char *words = meso_text_fold_index (full_name);

  append_part (text, words);
}

static void
append_folded (GString *text, const char *what)
{
  g_autofree char *words = *what != '\0' ? meso_text_fold (what) : NULL;

  if (words != NULL)
    append_part (text, words);
}

static void
append_window (GString *text, const char *digits, gsize n_digits)
{
  int three = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + digits[2] - '0';

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_unichar (text, (gunichar) (THREE_DIGITS + three * STRIDE));
  if (n_digits >= WINDOW)
    g_string_append_c (text, fourth_digits[digits[3] - '0']);
}

/* The last window of a number is cut short: so that no phrase goes on from one number to the next. */
static void
append_windows (GString *text, const char *numbers)
{
  g_auto(GStrv) parts = g_strsplit (numbers, " ", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    for (gsize at = 0, length = strlen (parts[i]); at + MIN_DIGITS <= length; at++)
      append_window (text, parts[i] + at, length - at);
}

static void
append_day (GString *text, MesoCalendarDate date)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_unichar (text, (gunichar) (YEAR + date.year));
  g_string_append_unichar (text, (gunichar) (DAY_OF_YEAR + (date.month - 1) * 31 + date.day - 1));
}

/**
 * meso_patient_terms_add:
 * @patient: a record
 *
 * Adds the words of a record to those of the person.
 */
void
meso_patient_terms_add (MesoPatientTerms *self, const MesoPatient *patient)
{
  g_autofree char *file_number = meso_text_fold (patient->file_number);
  g_autofree char *key = meso_patient_terms_file_number_key (patient->file_number);
  g_autofree char *id_key = meso_phone_id_key (patient->national_id);
  const char *const phones[] = { patient->phone, patient->second_phone };

  append_name (self->name, patient->given_name, patient->family_name);
  append_name (self->name, patient->other_given_name, patient->other_family_name);
  append_part (self->other, file_number);
  if (!g_str_equal (key, file_number))
    append_part (self->other, key);
  append_folded (self->other, patient->email);
  append_folded (self->other, patient->notes);
  /* One of digits alone is found by its digits; its beginnings as a word would only fill the index. */
  if (!g_str_equal (id_key, patient->national_id))
    append_folded (self->other, patient->national_id);
  if (meso_calendar_date_is_set (patient->birth_date))
    append_day (self->other, patient->birth_date);
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *phone_key = meso_phone_search_key (phones[i]);

      append_windows (self->digits, phone_key);
    }
  append_windows (self->digits, id_key);
}

/**
 * meso_patient_terms_file_number_key:
 *
 * Returns: (transfer full): folded, without leading zeros: “0417”, “٤١٧” and “417” are one number
 */
char *
meso_patient_terms_file_number_key (const char *file_number)
{
  g_autofree char *folded = meso_text_fold (file_number);
  const char *start = folded;

  while (start[0] == '0' && g_ascii_isdigit (start[1]))
    start++;
  return g_strdup (start);
}

/* Searches. Folded words hold letters and digits only, so quotes are enough to keep them from being read as anything else. */

static void
append_digits (GString *query, const char *digits)
{
  GString *windows = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize at = 0; at + WINDOW <= length; at++)
    append_window (windows, digits + at, WINDOW);
  if (length < WINDOW)
    append_window (windows, digits, length);
  g_string_append_printf (query, length < WINDOW ? "{digits} : \"%s\" *" : "{digits} : \"%s\"", windows->str);
  g_string_free (windows, TRUE);
}

static void
append_word (GString *query, const char *word)
{
  g_autofree char *part = meso_phone_search_part (word);

  g_string_append_printf (query, "({name other} : \"%s\" *", word);
  if (part != NULL)
    {
      g_string_append (query, " OR ");
      append_digits (query, part);
    }
  g_string_append_c (query, ')');
}

/* (transfer full): "" without a word */
static char *
make_words_query (const char *text)
{
  g_autoptr(GPtrArray) alternatives = meso_text_fold_query (text);
  g_autofree char *number = meso_phone_search_part (text);
  GString *query = g_string_new (NULL);

  /* The whole text may be one number, written in groups. */
  if (number != NULL)
    append_digits (query, number);
  for (guint i = 0; i < alternatives->len; i++)
    {
      GStrv words = g_ptr_array_index (alternatives, i);

      g_string_append (query, query->len > 0 ? " OR (" : "(");
      for (gsize j = 0; words[j] != NULL; j++)
        {
          if (j > 0)
            g_string_append (query, " AND ");
          append_word (query, words[j]);
        }
      g_string_append_c (query, ')');
    }
  return g_string_free (query, FALSE);
}

/* (transfer full): digits of any script as ASCII */
static char *
fold_digits (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (folded, g_unichar_isdigit (c) ? '0' + (gunichar) g_unichar_digit_value (c) : c);
    }
  return g_string_free (folded, FALSE);
}

/* "1371-02-22", "۱۳۷۱/۲/۲۲", "30.2.1371": the year at either end; a calendar is known by its years. */
static gboolean
read_day (const char *chunk, MesoCalendarDate *date_out)
{
  g_autofree char *ascii = fold_digits (chunk);
  g_auto(GStrv) parts = g_strsplit_set (ascii, "-/.", -1);
  guint64 numbers[3];
  MesoCalendarDay day;

  if (g_strv_length (parts) != G_N_ELEMENTS (numbers) || (strlen (parts[0]) == 4) == (strlen (parts[2]) == 4))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strlen (parts[i]) > 4 || !g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  if (strlen (parts[0]) == 4)
    day = (MesoCalendarDay) { (int) numbers[0], (int) numbers[1], (int) numbers[2] };
  else
    day = (MesoCalendarDay) { (int) numbers[2], (int) numbers[1], (int) numbers[0] };
  /* As the window reads them: 5/12/1992 is one day here and another there. */
  if (strlen (parts[0]) != 4 && day.year >= MESO_CALENDAR_EARLIEST_YEAR && strchr (ascii, '.') == NULL)
    return FALSE;
  *date_out = meso_calendar_find_date (day, day.year >= MESO_CALENDAR_EARLIEST_YEAR ? MESO_CALENDAR_GREGORIAN
                                                                                     : MESO_CALENDAR_PERSIAN);
  return meso_calendar_date_is_set (*date_out);
}

/* (transfer full) (nullable): with the days in the text read as days, and the rest as words; NULL when there is no day in it */
static char *
make_days_query (const char *text)
{
  g_auto(GStrv) chunks = g_strsplit_set (text, " \t\n", -1);
  g_autoptr(GString) rest = g_string_new (NULL);
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (gsize i = 0; chunks[i] != NULL; i++)
    {
      MesoCalendarDate date;
      g_autoptr(GString) day = g_string_new (NULL);

      if (!read_day (chunks[i], &date))
        {
          append_part (rest, chunks[i]);
          continue;
        }
      append_day (day, date);
      g_string_append_printf (query, "%s{other} : \"%s\"", query->len > 0 ? " AND " : "", day->str);
    }
  if (query->len == 0)
    return NULL;
  words = make_words_query (rest->str);
  if (*words != '\0')
    g_string_append_printf (query, " AND (%s)", words);
  return g_strdup (query->str);
}

/**
 * meso_patient_terms_make_query:
 * @typed: what someone typed
 *
 * Returns: (transfer full) (nullable): the same for the full text index; %NULL when there is nothing to look for
 */
char *
meso_patient_terms_make_query (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *text = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_QUERY));
  g_autofree char *words = make_words_query (text);
  g_autofree char *days = make_days_query (text);

  if (days != NULL && *words != '\0')
    return g_strdup_printf ("(%s) OR (%s)", days, words);
  return *words != '\0' ? g_steal_pointer (&words) : g_steal_pointer (&days);
}

/**
 * meso_patient_terms_make_exact_query:
 * @typed: what someone typed
 *
 * Returns: (transfer full) (nullable): a query for names that have exactly these words; %NULL without a word
 */
char *
meso_patient_terms_make_exact_query (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *text = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_QUERY));
  g_autoptr(GPtrArray) words = meso_text_fold_words (text);
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (query, "%s{name} : \"%s\"", i > 0 ? " AND " : "", (char *) g_ptr_array_index (words, i));
  return g_string_free (query, query->len == 0);
}
