/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-exchange-words.h"

#include <glib/gi18n.h>

#include "meso-patient-fields.h"
#include "meso-text.h"
#include "meso-words.h"

/* A cell may hold a megabyte; nobody reads on behind so much of it. */
#define MAX_QUOTED 40

const char *
meso_exchange_words_field (MesoImportField field)
{
  if (field == MESO_IMPORT_FIELD_NONE)
    return _("Leave out");
  if (field == MESO_IMPORT_FIELD_KEEP)
    return _("Keep in the notes");
  if (field == MESO_IMPORT_FIELD_FULL_NAME)
    return _("Whole name, kept in one piece");
  if (field == MESO_IMPORT_FIELD_AGE)
    return _("Age");
  if (field == MESO_IMPORT_FIELD_WEIGHT_KG)
    return _("Weight in kg");
  return meso_patient_field_find_title (meso_import_field_to_string (field));
}

/* Translators: {text} is what the cell says, {found} and {expected} are numbers; all stay as they are. */
static const char *const sentences[MESO_N_IMPORT_FAULT_KINDS] = {
  [MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE] =
    N_("Text stands behind the closing quote of a cell. Put a separator between them, or double the quote."),
  [MESO_IMPORT_FAULT_QUOTE_INSIDE] =
    N_("A quote stands inside of a cell that is not quoted. Double it, and put the whole cell in quotes."),
  [MESO_IMPORT_FAULT_QUOTE_OPEN] =
    N_("A quote is opened here and never closed. Close it where the cell ends."),
  [MESO_IMPORT_FAULT_NUL] =
    N_("This holds a sign that no text has. The file may be of another kind: save it as CSV again."),
  [MESO_IMPORT_FAULT_ENCODING] =
    N_("This can’t be read as text in the encoding chosen. Choose another encoding."),
  [MESO_IMPORT_FAULT_HEADER] =
    N_("There is no first line with the names of the columns. Add one, or choose another file."),
  [MESO_IMPORT_FAULT_DIRECTION] =
    N_("This holds a hidden mark that turns the direction of text around. Type it again."),
  [MESO_IMPORT_FAULT_CONTROL] =
    N_("This holds a hidden sign that can’t be shown. Type it again."),
  [MESO_IMPORT_FAULT_LINE_BREAK] =
    N_("This must stand in one line."),
  [MESO_IMPORT_FAULT_NAME_MISSING] =
    N_("There is no name: neither a given name nor a family name."),
  [MESO_IMPORT_FAULT_DATE_FORM] =
    N_("{text} is not a date. Write it as year, month and day."),
  [MESO_IMPORT_FAULT_DATE_ORDER] =
    N_("{text}: say above whether the day or the month comes first."),
  [MESO_IMPORT_FAULT_DATE_YEAR_ALONE] =
    N_("{text} is a year alone. Write the whole date, or put an age into a column of its own."),
  [MESO_IMPORT_FAULT_DATE_CALENDAR] =
    N_("The year of {text} does not fit the calendar."),
  [MESO_IMPORT_FAULT_DATE_IMPOSSIBLE] =
    N_("{text}: the calendar has no such day."),
  [MESO_IMPORT_FAULT_DATE_FUTURE] =
    N_("{text} is after today."),
  [MESO_IMPORT_FAULT_SEX] =
    N_("{text} is not known as a word for a sex. Write female, male or other, or leave it empty."),
  [MESO_IMPORT_FAULT_CHOICE] =
    N_("{text} is not one of the words that can stand here."),
  [MESO_IMPORT_FAULT_NUMBER] =
    N_("{text} is not a number that can stand here."),
  [MESO_IMPORT_FAULT_PHONE] =
    N_("{text} is not a phone number."),
  [MESO_IMPORT_FAULT_EMAIL] =
    N_("{text} is not an e-mail address."),
  [MESO_IMPORT_FAULT_LIST] =
    N_("{text} can’t be read as a list. Put semicolons between its entries."),
  [MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN] =
    N_("File number {text} is another patient’s. This patient gets a new one."),
  [MESO_IMPORT_FAULT_NATIONAL_ID] =
    N_("The check digit of the national ID {text} is wrong. It is kept as it is."),
  [MESO_IMPORT_FAULT_PHONE_LENGTH] =
    N_("The phone number {text} hasn’t ten digits after its 0 or +98. It is kept as it is."),
  [MESO_IMPORT_FAULT_CELL_TOO_LONG] =
    N_("A cell is longer than any cell should be. A quote may be missing at its end."),
  [MESO_IMPORT_FAULT_ROW_TOO_LONG] =
    N_("A row is longer than any row should be. A quote may be missing in it."),
  [MESO_IMPORT_FAULT_TOO_MANY_COLUMNS] =
    N_("There are more than {expected} columns. The separator may be another one."),
  [MESO_IMPORT_FAULT_ROW_WIDTH] =
    N_("This row has {found} cells where the first line has {expected}."),
  [MESO_IMPORT_FAULT_TOO_LONG] =
    N_("This has {found} characters: too many for its place."),
  [MESO_IMPORT_FAULT_FILE_NUMBER_TWICE] =
    N_("The file number stands in line {found} too. This patient gets a new one."),
  [MESO_IMPORT_FAULT_OTHER] =
    N_("{text} can’t stand here."),
};

static char *
dup_cell (const char *text)
{
  g_autofree char *whole = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *cut = g_utf8_strlen (whole, -1) > MAX_QUOTED ? g_utf8_substring (whole, 0, MAX_QUOTED) : NULL;
  g_autofree char *shown = cut != NULL ? g_strconcat (cut, "…", NULL) : g_strdup (whole);

  for (char *c = shown; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';
  return meso_words_isolate (shown);
}

/* context NULL: for a file that other programs read. */
static char *
dup_number (MesoContext *context,
            guint64      number)
{
  g_autofree char *text = context != NULL ? meso_context_format_number (context, (gint64) number)
                                          : g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  return meso_text_isolate (text);
}

/* Numbers that the program has a form of its own for. */
static gboolean
is_number (MesoImportFaultKind kind)
{
  return kind == MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN || kind == MESO_IMPORT_FAULT_NATIONAL_ID || kind == MESO_IMPORT_FAULT_PHONE_LENGTH;
}

/* What the cell says, as it stands there; a number as the window writes numbers. */
static char *
dup_text (MesoContext           *context,
          const MesoImportFault *fault)
{
  g_autofree char *local = NULL;

  if (context == NULL || fault->text == NULL || !is_number (fault->kind))
    return dup_cell (fault->text);
  local = meso_context_localise_digits (context, fault->text);
  return meso_text_isolate (local);
}

char *
meso_exchange_words_fault (MesoContext           *context,
                           const MesoImportFault *fault)
{
  const char *sentence = sentences[fault->kind] != NULL ? sentences[fault->kind] : sentences[MESO_IMPORT_FAULT_OTHER];
  g_autofree char *expected = dup_number (context, fault->expected);
  g_autofree char *found = dup_number (context, fault->found);
  g_autofree char *text = dup_text (context, fault);
  GString *words = g_string_new (_(sentence));

  g_string_replace (words, "{expected}", expected, 0);
  g_string_replace (words, "{found}", found, 0);
  /* Last, since it may say anything. */
  g_string_replace (words, "{text}", text, 0);
  return g_string_free (words, FALSE);
}

char *
meso_exchange_words_place (MesoContext           *context,
                           const MesoImportFault *fault)
{
  g_autofree char *line = dup_number (context, fault->line);
  g_autofree char *character = dup_number (context, fault->column);
  GString *words = g_string_new (NULL);

  /* Whoever keeps a table finds a cell by its line and what the column means; only what isn't about a cell is found by counting. */
  if (fault->field == MESO_IMPORT_FIELD_NONE)
    {
      /* Translators: a place in a file: the number of a line, and of a character in it */
      g_string_append_printf (words, _("Line %1$s, character %2$s"), line, character);
      return g_string_free (words, FALSE);
    }
  /* Translators: a place in a file: the number of a line */
  g_string_append_printf (words, _("Line %s"), line);
  meso_words_append (words, meso_exchange_words_field (fault->field));
  return g_string_free (words, FALSE);
}

char *
meso_exchange_words_report (const MesoImportFault *fault,
                            gpointer               data)
{
  return meso_exchange_words_fault (NULL, fault);
}
