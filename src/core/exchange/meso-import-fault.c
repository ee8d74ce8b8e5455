/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-fault.h"

#include "meso-text.h"

/* In a sentence %s is what the cell says, %e the number expected, %f the number found. */
static const struct
{
  const char *name;
  const char *sentence;
} kinds[MESO_N_IMPORT_FAULT_KINDS] = {
  [MESO_IMPORT_FAULT_NONE] = { "none", "" },
  [MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE] = { "text-after-quote",
    "Text stands behind the closing quote of a cell. A quote inside of a quoted cell is written twice (\"\")." },
  [MESO_IMPORT_FAULT_QUOTE_INSIDE] = { "quote-inside",
    "A quote stands in a cell that isn't quoted. Put the whole cell in quotes, and write this one twice (\"\")." },
  [MESO_IMPORT_FAULT_QUOTE_OPEN] = { "quote-open", "The quote that opens this cell is never closed." },
  [MESO_IMPORT_FAULT_NUL] = { "nul", "A NUL byte stands here: this isn't a text file, or it is damaged." },
  [MESO_IMPORT_FAULT_ENCODING] = { "encoding",
    "The bytes from here on aren't text in this encoding. Save the file as UTF-8, or name its encoding." },
  [MESO_IMPORT_FAULT_HEADER] = { "header", "The file has no header: its first line has to name the columns." },
  [MESO_IMPORT_FAULT_CELL_TOO_LONG] = { "cell-too-long", "This cell has more than %e bytes." },
  [MESO_IMPORT_FAULT_ROW_TOO_LONG] = { "row-too-long", "This row has more than %e bytes." },
  [MESO_IMPORT_FAULT_TOO_MANY_COLUMNS] = { "too-many-columns", "There are more than %e columns." },
  [MESO_IMPORT_FAULT_ROW_WIDTH] = { "row-width", "The row has %f cells, the header %e." },
  [MESO_IMPORT_FAULT_DIRECTION] = { "direction",
    "An invisible mark that changes the writing direction stands here. Type the text again instead of pasting it." },
  [MESO_IMPORT_FAULT_CONTROL] = { "control", "A control character stands here, which can't be shown." },
  [MESO_IMPORT_FAULT_LINE_BREAK] = { "line-break", "A line break stands here. Write it on one line." },
  [MESO_IMPORT_FAULT_TOO_LONG] = { "too-long", "%s has %f characters, more than the field can hold." },
  [MESO_IMPORT_FAULT_NAME_MISSING] = { "name-missing", "The row has no name: a given name, a family name, or both are needed." },
  [MESO_IMPORT_FAULT_DATE_FORM] = { "date-form", "%s isn't a date: write year-month-day, for example 1990-05-01 or 1369/02/11." },
  [MESO_IMPORT_FAULT_DATE_ORDER] = { "date-order",
    "In %s it can't be told whether the day or the month comes first. Say so for the whole file." },
  [MESO_IMPORT_FAULT_DATE_YEAR_ALONE] = { "date-year-alone", "%s is a year without month and day." },
  [MESO_IMPORT_FAULT_DATE_CALENDAR] = { "date-calendar", "The year in %s doesn't fit the calendar." },
  [MESO_IMPORT_FAULT_DATE_IMPOSSIBLE] = { "date-impossible", "%s isn't a day that the calendar has." },
  [MESO_IMPORT_FAULT_DATE_FUTURE] = { "date-future", "The birth date %s is in the future." },
  [MESO_IMPORT_FAULT_SEX] = { "sex", "%s isn't a sex: write female, male, other or unknown, or leave the cell empty." },
  [MESO_IMPORT_FAULT_CHOICE] = { "choice", "%s isn't one of the words that can stand here." },
  [MESO_IMPORT_FAULT_NUMBER] = { "number", "%s isn't a number that can be." },
  [MESO_IMPORT_FAULT_PHONE] = { "phone", "%s isn't a phone number: write digits, with + in front of a country code." },
  [MESO_IMPORT_FAULT_EMAIL] = { "email", "%s isn't an email address: write it as name@example.org." },
  [MESO_IMPORT_FAULT_LIST] = { "list", "%s isn't a list that can be read: write entries with ; between them." },
  [MESO_IMPORT_FAULT_FILE_NUMBER_TWICE] = { "file-number-twice", "The file number %s stands in line %f too: the row gets a new one." },
  [MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN] = { "file-number-taken", "The file number %s is another patient's: the row gets a new one." },
  [MESO_IMPORT_FAULT_OTHER] = { "other", NULL },
  [MESO_IMPORT_FAULT_NATIONAL_ID] = { "national-id",
    "%s isn't a valid national ID: one digit may be mistyped. The row is taken as it is." },
  [MESO_IMPORT_FAULT_PHONE_LENGTH] = { "phone-length",
    "%s hasn't the ten digits of an Iranian phone number behind its 0 or +98. The row is taken as it is." },
};

/**
 * meso_import_fault_copy:
 * @self: a fault
 *
 * Returns: (transfer full): an independent copy
 */
MesoImportFault *
meso_import_fault_copy (const MesoImportFault *self)
{
  MesoImportFault *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * meso_import_fault_clear:
 * @self: a fault
 *
 * Takes back all that it says.
 */
void
meso_import_fault_clear (MesoImportFault *self)
{
  g_free (self->text);
  *self = (MesoImportFault) { 0 };
}

/**
 * meso_import_fault_free:
 * @self: (transfer full): a fault
 */
void
meso_import_fault_free (MesoImportFault *self)
{
  meso_import_fault_clear (self);
  g_free (self);
}

/**
 * meso_import_fault_kind_to_string:
 * @kind: what can be wrong
 *
 * Returns: its stable name: "quote-open", "date-impossible" …
 */
const char *
meso_import_fault_kind_to_string (MesoImportFaultKind kind)
{
  g_return_val_if_fail (kind < MESO_N_IMPORT_FAULT_KINDS, "other");

  return kinds[kind].name;
}

/**
 * meso_import_fault_kind_is_fatal:
 * @kind: what is wrong
 *
 * Returns: whether it makes the whole file doubtful: behind a wrong quote nobody knows any more where a row ends, and
 *   a file with broken bytes was read in the wrong way from its first line
 */
gboolean
meso_import_fault_kind_is_fatal (MesoImportFaultKind kind)
{
  return kind >= MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE && kind <= MESO_IMPORT_FAULT_HEADER;
}

/**
 * meso_import_fault_kind_is_remark:
 * @kind: what is wrong
 *
 * Returns: whether a row is taken all the same
 */
gboolean
meso_import_fault_kind_is_remark (MesoImportFaultKind kind)
{
  return kind >= MESO_IMPORT_FAULT_FILE_NUMBER_TWICE;
}

/**
 * meso_import_fault_to_english:
 * @self: a fault
 *
 * Returns: (transfer full): what is wrong and what to do, a plain English sentence without the place
 */
char *
meso_import_fault_to_english (const MesoImportFault *self)
{
  const char *sentence = kinds[self->kind].sentence;
  GString *words;

  if (sentence == NULL)
    return g_strdup (self->text);
  words = g_string_new (NULL);
  for (const char *p = sentence; *p != '\0'; p++)
    {
      g_autofree char *quoted = NULL;

      if (*p != '%')
        {
          g_string_append_c (words, *p);
          continue;
        }
      p++;
      if (*p == 's')
        g_string_append (words, quoted = meso_text_quote (self->text));
      else
        g_string_append_printf (words, "%" G_GUINT64_FORMAT, *p == 'e' ? self->expected : self->found);
    }

  return g_string_free (words, FALSE);
}
