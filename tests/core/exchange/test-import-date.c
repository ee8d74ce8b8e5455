/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-date.h"

static void
assert_day_as (const char *text, MesoImportDateOrder order, MesoImportCalendar calendar, const char *expected, MesoImportDateForm form)
{
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  MesoImportDateForm found = MESO_N_IMPORT_DATE_FORMS;
  g_autofree char *day = NULL;

  g_assert_cmpint (meso_import_date_read (text, order, calendar, &date, &found), ==, MESO_IMPORT_FAULT_NONE);
  day = meso_calendar_date_to_string (date);
  g_assert_cmpstr (day, ==, expected);
  g_assert_cmpint (found, ==, form);
}

static void
assert_day (const char *text, const char *expected, MesoImportDateForm form)
{
  assert_day_as (text, MESO_IMPORT_DATE_YMD, MESO_IMPORT_CALENDAR_BY_YEAR, expected, form);
}

static void
assert_fault_as (const char *text, MesoImportDateOrder order, MesoImportCalendar calendar, MesoImportFaultKind expected)
{
  MesoCalendarDate date;
  MesoImportDateForm form;

  g_assert_cmpint (meso_import_date_read (text, order, calendar, &date, &form), ==, expected);
}

static void
assert_fault (const char *text, MesoImportFaultKind expected)
{
  assert_fault_as (text, MESO_IMPORT_DATE_YMD, MESO_IMPORT_CALENDAR_BY_YEAR, expected);
}

static void
test_gregorian (void)
{
  assert_day ("1990-05-01", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day ("1990/5/1", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day ("1990.05.01", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day (" 1990-05-01 ", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day ("1990-05-01 00:00:00", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day ("1990-05-01T00:00:00.000Z", "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day ("2000-02-29", "2000-02-29", MESO_IMPORT_DATE_FORM_GREGORIAN);
}

static void
test_persian (void)
{
  assert_day ("1369/02/11", "1990-05-01", MESO_IMPORT_DATE_FORM_PERSIAN);
  assert_day ("۱۳۶۹/۲/۱۱", "1990-05-01", MESO_IMPORT_DATE_FORM_PERSIAN);
  assert_day ("\u200f١٣٦٩-٠٢-١١", "1990-05-01", MESO_IMPORT_DATE_FORM_PERSIAN);
  assert_day ("1403-12-30", "2025-03-20", MESO_IMPORT_DATE_FORM_PERSIAN);
  assert_day_as ("1369/02/11", MESO_IMPORT_DATE_YMD, MESO_IMPORT_CALENDAR_PERSIAN, "1990-05-01", MESO_IMPORT_DATE_FORM_PERSIAN);
}

static void
test_order (void)
{
  assert_fault ("03/04/1990", MESO_IMPORT_FAULT_DATE_ORDER);
  assert_fault ("31/12/1990", MESO_IMPORT_FAULT_DATE_ORDER);
  /* No such day, whichever comes first: nothing to ask. */
  assert_fault ("31/31/2000", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("30/02/1990", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("31/12/1369", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("31/01/1369", MESO_IMPORT_FAULT_DATE_ORDER);
  assert_fault ("03/04/1700", MESO_IMPORT_FAULT_DATE_CALENDAR);
  assert_day_as ("03/04/1990", MESO_IMPORT_DATE_DMY, MESO_IMPORT_CALENDAR_BY_YEAR, "1990-04-03", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day_as ("03/04/1990", MESO_IMPORT_DATE_MDY, MESO_IMPORT_CALENDAR_BY_YEAR, "1990-03-04", MESO_IMPORT_DATE_FORM_GREGORIAN);
  assert_day_as ("11.2.1369", MESO_IMPORT_DATE_DMY, MESO_IMPORT_CALENDAR_BY_YEAR, "1990-05-01", MESO_IMPORT_DATE_FORM_PERSIAN);
  /* A year in front is plain in any order. */
  assert_day_as ("1990-05-01", MESO_IMPORT_DATE_DMY, MESO_IMPORT_CALENDAR_BY_YEAR, "1990-05-01", MESO_IMPORT_DATE_FORM_GREGORIAN);
  /* Never the other way round for one cell, only because it would fit. */
  assert_fault_as ("13/25/1990", MESO_IMPORT_DATE_DMY, MESO_IMPORT_CALENDAR_BY_YEAR, MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault_as ("05/25/1990", MESO_IMPORT_DATE_DMY, MESO_IMPORT_CALENDAR_BY_YEAR, MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);

  g_assert_cmpint (meso_import_date_prove_order ("25/05/1990"), ==, MESO_IMPORT_DATE_DMY);
  g_assert_cmpint (meso_import_date_prove_order ("05/25/1990"), ==, MESO_IMPORT_DATE_MDY);
  g_assert_cmpint (meso_import_date_prove_order ("05/05/1990"), ==, MESO_IMPORT_DATE_YMD);
  g_assert_cmpint (meso_import_date_prove_order ("1990-05-25"), ==, MESO_IMPORT_DATE_YMD);
  g_assert_cmpint (meso_import_date_prove_order ("x"), ==, MESO_IMPORT_DATE_YMD);
}

static void
test_impossible (void)
{
  assert_fault ("1990-02-30", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1900-02-29", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1404-12-30", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1369-13-01", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1369-07-31", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1990-00-10", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_fault ("1600-01-01", MESO_IMPORT_FAULT_DATE_CALENDAR);
  assert_fault ("0090-01-01", MESO_IMPORT_FAULT_DATE_CALENDAR);
  assert_fault_as ("1990-05-01", MESO_IMPORT_DATE_YMD, MESO_IMPORT_CALENDAR_PERSIAN, MESO_IMPORT_FAULT_DATE_CALENDAR);
  assert_fault_as ("1369-02-11", MESO_IMPORT_DATE_YMD, MESO_IMPORT_CALENDAR_GREGORIAN, MESO_IMPORT_FAULT_DATE_CALENDAR);
}

static void
test_no_date (void)
{
  const char *const texts[] = { "", "x", "90-05-01", "1990-05", "1990-5-", "1990/05-01", "199-5-1", "19900501", "1 May 1990", "0",
                                "-5", "80001", "1.2.3.4", "1990-05-01x", "1990-05-01 noon", "12:30", "1e5", "3.", "." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_fault (texts[i], MESO_IMPORT_FAULT_DATE_FORM);
}

/* As LibreOffice and Excel count them. */
static void
test_serial_numbers (void)
{
  assert_day ("1", "1900-01-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("59", "1900-02-28", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_fault ("60", MESO_IMPORT_FAULT_DATE_IMPOSSIBLE);
  assert_day ("61", "1900-03-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("25569", "1970-01-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("32994", "1990-05-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("32994.0", "1990-05-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("۳۲۹۹۴", "1990-05-01", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_day ("80000", "2119-01-11", MESO_IMPORT_DATE_FORM_SERIAL);
  assert_fault ("1990", MESO_IMPORT_FAULT_DATE_YEAR_ALONE);
  assert_fault ("1369", MESO_IMPORT_FAULT_DATE_YEAR_ALONE);
  assert_fault ("1990.5", MESO_IMPORT_FAULT_DATE_YEAR_ALONE);
}

static void
test_names (void)
{
  MesoImportDateOrder order = MESO_IMPORT_DATE_YMD;
  MesoImportCalendar calendar = MESO_IMPORT_CALENDAR_BY_YEAR;

  g_assert_true (meso_import_date_order_from_string ("mdy", &order));
  g_assert_cmpstr (meso_import_date_order_to_string (order), ==, "mdy");
  g_assert_false (meso_import_date_order_from_string ("ydm", &order));
  g_assert_true (meso_import_calendar_from_string ("persian", &calendar));
  g_assert_cmpstr (meso_import_calendar_to_string (calendar), ==, "persian");
  g_assert_false (meso_import_calendar_from_string (NULL, &calendar));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-date/gregorian", test_gregorian);
  g_test_add_func ("/import-date/persian", test_persian);
  g_test_add_func ("/import-date/order", test_order);
  g_test_add_func ("/import-date/impossible", test_impossible);
  g_test_add_func ("/import-date/no-date", test_no_date);
  g_test_add_func ("/import-date/serial-numbers", test_serial_numbers);
  g_test_add_func ("/import-date/names", test_names);
  return g_test_run ();
}
