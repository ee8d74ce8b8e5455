/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-guard.h"

#include <string.h>

/* A phone number as it is stored has no fewer and no more digits. */
#define PHONE_MIN_DIGITS 4
#define PHONE_MAX_DIGITS 15

/* What a spreadsheet takes for the beginning of a formula, full-width forms too. */
static gboolean
begins_formula (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n' ||
         c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

/* A plus and digits, and nothing else, is a number to every spreadsheet. It stays as it is, so that a phone book can read it. */
static gboolean
is_phone (const char *text)
{
  gsize n_digits = *text == '+' ? strspn (text + 1, "0123456789") : 0;

  return n_digits >= PHONE_MIN_DIGITS && n_digits <= PHONE_MAX_DIGITS && text[n_digits + 1] == '\0';
}

/* Apostrophes and then the beginning of a formula: a text that was guarded, or that looks as if. */
static gboolean
looks_guarded (const char *text)
{
  gsize n = strspn (text, "'");

  return n > 0 && begins_formula (text + n);
}

/**
 * meso_csv_guard:
 * @text: what a cell is to say, valid UTF-8
 *
 * A cell that begins with `=` `+` `-` `@`, a tab or a line break is run as a formula by spreadsheets, and a name like
 * `=HYPERLINK(…)` could so send records away. It gets an apostrophe in front, which makes it text. A text that looks guarded
 * already gets one more: so meso_csv_unguard () always gives back the very text. A phone number, `+` and 4 to 15 digits,
 * is no formula and stays as it is.
 *
 * Returns: (transfer full) (nullable): the guarded text; %NULL when @text is harmless as it is
 */
char *
meso_csv_guard (const char *text)
{
  if ((begins_formula (text) && !is_phone (text)) || looks_guarded (text))
    return g_strconcat ("'", text, NULL);

  return NULL;
}

/**
 * meso_csv_unguard:
 * @text: what a cell says, valid UTF-8
 *
 * Returns: (transfer none): what it said before meso_csv_guard (), within @text
 */
const char *
meso_csv_unguard (const char *text)
{
  return looks_guarded (text) ? text + 1 : text;
}

static gboolean
needs_quotes (const char *text,
              char        separator)
{
  gsize length = strlen (text);

  /* Some programs trim what isn't quoted. */
  return strpbrk (text, "\"\r\n") != NULL || strchr (text, separator) != NULL ||
         (length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1])));
}

/**
 * meso_csv_append_cell:
 * @row: a row, to which the cell is added; separators are the caller's
 * @text: what the cell says
 * @separator: what stands between cells
 *
 * Writes a cell so that every reader of RFC 4180 reads the same, and no spreadsheet runs it.
 */
void
meso_csv_append_cell (GString    *row,
                      const char *text,
                      char        separator)
{
  g_autofree char *guarded = meso_csv_guard (text);
  const char *cell = guarded != NULL ? guarded : text;

  if (!needs_quotes (cell, separator))
    {
      g_string_append (row, cell);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}
