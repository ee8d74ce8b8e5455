/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-import-fault.h"

G_BEGIN_DECLS

/**
 * MesoImportDateOrder:
 * @MESO_IMPORT_DATE_YMD: nothing is known of dates that end with the year: they are refused
 * @MESO_IMPORT_DATE_DMY: of those the day comes first
 * @MESO_IMPORT_DATE_MDY: of those the month comes first
 *
 * How a file writes its dates. A date that begins with a year of four digits is always year, month, day. Never guessed
 * cell by cell: 03/04/1990 is one day here and another there.
 */
typedef enum {
  MESO_IMPORT_DATE_YMD,
  MESO_IMPORT_DATE_DMY,
  MESO_IMPORT_DATE_MDY,
} MesoImportDateOrder;

/**
 * MesoImportCalendar:
 * @MESO_IMPORT_CALENDAR_BY_YEAR: a year from 1200 to 1499 is Persian, one from 1850 on Gregorian
 * @MESO_IMPORT_CALENDAR_GREGORIAN: all dates are
 * @MESO_IMPORT_CALENDAR_PERSIAN: all dates are
 *
 * The calendar of a file's dates. There is no year that could be either.
 */
typedef enum {
  MESO_IMPORT_CALENDAR_BY_YEAR,
  MESO_IMPORT_CALENDAR_GREGORIAN,
  MESO_IMPORT_CALENDAR_PERSIAN,
} MesoImportCalendar;

/**
 * MesoImportDateForm:
 * @MESO_IMPORT_DATE_FORM_SERIAL: a day number of a spreadsheet
 *
 * What a cell's date was written as.
 */
typedef enum {
  MESO_IMPORT_DATE_FORM_GREGORIAN,
  MESO_IMPORT_DATE_FORM_PERSIAN,
  MESO_IMPORT_DATE_FORM_SERIAL,
} MesoImportDateForm;

#define MESO_N_IMPORT_DATE_FORMS 3

const char          *meso_import_date_order_to_string   (MesoImportDateOrder order);           /* "ymd" "dmy" "mdy" */
gboolean             meso_import_date_order_from_string (const char *text, MesoImportDateOrder *order_out);
const char          *meso_import_calendar_to_string     (MesoImportCalendar calendar);         /* "by-year" "gregorian" "persian" */
gboolean             meso_import_calendar_from_string   (const char *text, MesoImportCalendar *calendar_out);

/* MESO_IMPORT_FAULT_NONE, with the day and how it was written; or what is wrong with it */
MesoImportFaultKind  meso_import_date_read              (const char *text, MesoImportDateOrder order, MesoImportCalendar calendar,
                                                         MesoCalendarDate *date_out, MesoImportDateForm *form_out);
/* What a date that ends with the year proves of the order: YMD for nothing. */
MesoImportDateOrder  meso_import_date_prove_order       (const char *text);

G_END_DECLS
