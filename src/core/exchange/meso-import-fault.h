/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-field.h"

G_BEGIN_DECLS

/**
 * MesoImportFaultKind:
 * @MESO_IMPORT_FAULT_NONE: nothing is wrong
 * @MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE: text stands behind the closing quote of a cell
 * @MESO_IMPORT_FAULT_QUOTE_INSIDE: a quote stands in a cell that isn't quoted
 * @MESO_IMPORT_FAULT_QUOTE_OPEN: the quote of a cell is never closed
 * @MESO_IMPORT_FAULT_NUL: a NUL byte
 * @MESO_IMPORT_FAULT_ENCODING: bytes that aren't text in the encoding chosen
 * @MESO_IMPORT_FAULT_HEADER: there is no header, or nothing in the file
 * @MESO_IMPORT_FAULT_CELL_TOO_LONG: a cell of more than @expected bytes
 * @MESO_IMPORT_FAULT_ROW_TOO_LONG: a row of more than @expected bytes
 * @MESO_IMPORT_FAULT_TOO_MANY_COLUMNS: more than @expected columns
 * @MESO_IMPORT_FAULT_ROW_WIDTH: a row of @found cells, where the header has @expected
 * @MESO_IMPORT_FAULT_DIRECTION: an invisible mark that turns the direction of text around
 * @MESO_IMPORT_FAULT_CONTROL: a control character
 * @MESO_IMPORT_FAULT_LINE_BREAK: a line break in what is one line
 * @MESO_IMPORT_FAULT_TOO_LONG: @found characters, more than the field can hold
 * @MESO_IMPORT_FAULT_NAME_MISSING: neither a given nor a family name
 * @MESO_IMPORT_FAULT_DATE_FORM: not a date in any form that is known
 * @MESO_IMPORT_FAULT_DATE_ORDER: a date that ends with the year, and nobody said whether the day or the month comes first
 * @MESO_IMPORT_FAULT_DATE_YEAR_ALONE: a year without month and day
 * @MESO_IMPORT_FAULT_DATE_CALENDAR: a year that fits neither calendar, or not the one chosen
 * @MESO_IMPORT_FAULT_DATE_IMPOSSIBLE: a day that the calendar doesn't have
 * @MESO_IMPORT_FAULT_DATE_FUTURE: a birth date after today
 * @MESO_IMPORT_FAULT_SEX: no word for a sex that is known
 * @MESO_IMPORT_FAULT_CHOICE: not one of the words that the field can have
 * @MESO_IMPORT_FAULT_NUMBER: not a number, or one that can't be
 * @MESO_IMPORT_FAULT_PHONE: not a phone number
 * @MESO_IMPORT_FAULT_EMAIL: not an e-mail address
 * @MESO_IMPORT_FAULT_LIST: a list that can't be read
 * @MESO_IMPORT_FAULT_OTHER: what the record itself refuses; @text says what, in English
 * @MESO_IMPORT_FAULT_FILE_NUMBER_TWICE: a remark: the file number stands in line @found too, so the row gets a new one
 * @MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN: a remark: the file number is another patient's, so the row gets a new one
 * @MESO_IMPORT_FAULT_NATIONAL_ID: a remark: the check digit is wrong
 * @MESO_IMPORT_FAULT_PHONE_LENGTH: a remark: an Iranian phone number with too few digits, or too many
 *
 * What can be wrong with a file, a row or a cell. The window finds words of its own for each.
 */
typedef enum {
  MESO_IMPORT_FAULT_NONE,
  MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE,
  MESO_IMPORT_FAULT_QUOTE_INSIDE,
  MESO_IMPORT_FAULT_QUOTE_OPEN,
  MESO_IMPORT_FAULT_NUL,
  MESO_IMPORT_FAULT_ENCODING,
  MESO_IMPORT_FAULT_HEADER,
  MESO_IMPORT_FAULT_CELL_TOO_LONG,
  MESO_IMPORT_FAULT_ROW_TOO_LONG,
  MESO_IMPORT_FAULT_TOO_MANY_COLUMNS,
  MESO_IMPORT_FAULT_ROW_WIDTH,
  MESO_IMPORT_FAULT_DIRECTION,
  MESO_IMPORT_FAULT_CONTROL,
  MESO_IMPORT_FAULT_LINE_BREAK,
  MESO_IMPORT_FAULT_TOO_LONG,
  MESO_IMPORT_FAULT_NAME_MISSING,
  MESO_IMPORT_FAULT_DATE_FORM,
  MESO_IMPORT_FAULT_DATE_ORDER,
  MESO_IMPORT_FAULT_DATE_YEAR_ALONE,
  MESO_IMPORT_FAULT_DATE_CALENDAR,
  MESO_IMPORT_FAULT_DATE_IMPOSSIBLE,
  MESO_IMPORT_FAULT_DATE_FUTURE,
  MESO_IMPORT_FAULT_SEX,
  MESO_IMPORT_FAULT_CHOICE,
  MESO_IMPORT_FAULT_NUMBER,
  MESO_IMPORT_FAULT_PHONE,
  MESO_IMPORT_FAULT_EMAIL,
  MESO_IMPORT_FAULT_LIST,
  MESO_IMPORT_FAULT_OTHER,
  MESO_IMPORT_FAULT_FILE_NUMBER_TWICE,
  MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN,
  MESO_IMPORT_FAULT_NATIONAL_ID,
  MESO_IMPORT_FAULT_PHONE_LENGTH,
} MesoImportFaultKind;

#define MESO_N_IMPORT_FAULT_KINDS (MESO_IMPORT_FAULT_PHONE_LENGTH + 1)

/**
 * MesoImportFault:
 * @line: where it is in the file, from 1
 * @column: the same, in characters, from 1
 * @field: what the cell was to be; %MESO_IMPORT_FIELD_NONE when it isn't about one
 * @expected: a number that the sentence names
 * @found: another one
 * @text: (nullable): what the cell says
 *
 * What is wrong, and where.
 */
typedef struct
{
  guint64 line;
  guint column;
  MesoImportField field;
  MesoImportFaultKind kind;
  guint64 expected;
  guint64 found;
  char *text;
} MesoImportFault;

/* (transfer full): all */
MesoImportFault *meso_import_fault_copy            (const MesoImportFault *self);
void             meso_import_fault_free            (MesoImportFault *self);
void             meso_import_fault_clear           (MesoImportFault *self);
/* A plain English sentence without the place. */
char            *meso_import_fault_to_english      (const MesoImportFault *self);
/* Whether the file as a whole can't be trusted: such a row can't just be left out. */
gboolean         meso_import_fault_kind_is_fatal   (MesoImportFaultKind kind);
/* Whether the row is taken all the same. */
gboolean         meso_import_fault_kind_is_remark  (MesoImportFaultKind kind);
/* "quote-open" …: stable, for scripts */
const char      *meso_import_fault_kind_to_string  (MesoImportFaultKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportFault, meso_import_fault_free)

G_END_DECLS
