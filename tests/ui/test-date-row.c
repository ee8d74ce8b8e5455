/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-date-row.h"

#include "meso-date-picker.h"
#include "meso-field.h"
#include "ui-fixture.h"

static GtkWidget *
make_row (UiFixture  *fixture,
          GtkWindow **window_out)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = meso_date_row_new (fixture->context, "Birth date");

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  *window_out = ui_show (list, 360, 500);
  return row;
}

static void
assert_reads (GtkWidget  *row,
              const char *typed,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  MesoCalendarDate date;

  gtk_editable_set_text (GTK_EDITABLE (row), typed);
  g_assert_true (meso_date_row_get_date (MESO_DATE_ROW (row), &date, &error));
  g_assert_no_error (error);
  text = meso_calendar_date_is_set (date) ? meso_calendar_date_to_string (date) : g_strdup ("");
  g_assert_cmpstr (text, ==, expected);
  g_assert_false (meso_field_has_error (row));
}

static void
assert_refuses (GtkWidget  *row,
                const char *typed)
{
  g_autoptr(GError) error = NULL;
  MesoCalendarDate date;

  gtk_editable_set_text (GTK_EDITABLE (row), typed);
  g_assert_false (meso_date_row_get_date (MESO_DATE_ROW (row), &date, &error));
  g_assert_true (meso_field_has_error (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, typed);
  g_assert_true (ui_shows (gtk_widget_get_parent (row), error->message));
}

static void
test_reads_both_calendars (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  GtkWidget *row = make_row (fixture, &window);

  assert_reads (row, "1992-05-12", "1992-05-12");
  assert_reads (row, " 1992/5/2 ", "1992-05-02");
  assert_reads (row, "12.5.1992", "1992-05-12");
  assert_reads (row, "۱۴۰۵/۰۹/۰۱", "2026-11-22");
  assert_reads (row, "1/9/1405", "2026-11-22");
  assert_reads (row, "1405.9.1", "2026-11-22");
  assert_reads (row, "", "");
  assert_refuses (row, "5/12/1992");      /* May or December: never guessed */
  assert_refuses (row, "1404/12/30");
  assert_refuses (row, "1992-02-30");
  assert_refuses (row, "92-05-12");
  assert_refuses (row, "1992-05/12");
  assert_refuses (row, "soon <b>&");
  assert_refuses (row, "1992-05-12x");
  assert_refuses (row, "-5-5-1992");
  assert_reads (row, "1992-05-12", "1992-05-12");
  g_assert_true (ui_shows (gtk_widget_get_parent (row), "Tuesday 12 May 1992"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* A month on a box means its last day; where a day is asked for, a month is none. */
static void
test_month_alone (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  GtkWidget *row = make_row (fixture, &window);

  assert_refuses (row, "03/2027");
  meso_date_row_set_month_allowed (MESO_DATE_ROW (row), TRUE);
  assert_reads (row, "03/2027", "2027-03-31");
  g_assert_true (ui_shows (gtk_widget_get_parent (row), "Wednesday 31 March 2027"));
  assert_reads (row, "2028-2", "2028-02-29");
  assert_reads (row, "12.2027", "2027-12-31");
  assert_reads (row, "۱۴۰۵/۱۲", "2027-03-20");
  assert_reads (row, "12/1403", "2025-03-20");
  assert_reads (row, "2027-03-05", "2027-03-05");
  assert_refuses (row, "03/27");          /* 2027 or 1427: never guessed */
  assert_refuses (row, "13/2027");
  assert_refuses (row, "0/2027");
  assert_refuses (row, "-3/2027");
  assert_refuses (row, "03/2027 & <b>");
  assert_refuses (row, "2027/2028");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_tells_of_days_only (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  GtkWidget *row = make_row (fixture, &window);
  guint n = 0;
  int end = 9;

  gtk_editable_set_text (GTK_EDITABLE (row), "1992-05-1");
  g_signal_connect_swapped (row, "date-changed", G_CALLBACK (count), &n);
  gtk_editable_insert_text (GTK_EDITABLE (row), " ", -1, &end);
  g_assert_cmpuint (n, ==, 0);
  gtk_editable_delete_text (GTK_EDITABLE (row), 9, 10);
  g_assert_cmpuint (n, ==, 0);
  end = 9;
  gtk_editable_insert_text (GTK_EDITABLE (row), "2", -1, &end);
  g_assert_cmpuint (n, ==, 1);
  gtk_editable_delete_text (GTK_EDITABLE (row), 8, 10);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (meso_field_has_error (row));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_persian_clinic (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  GtkWindow *window;
  GtkWidget *row = make_row (fixture, &window);

  meso_date_row_set_date (MESO_DATE_ROW (row), (MesoCalendarDate) { 2026, 11, 22 });
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "۱۴۰۵/۰۹/۰۱");
  g_assert_true (ui_shows (gtk_widget_get_parent (row), "یکشنبه ۱ آذر ۱۴۰۵"));
  meso_date_row_set_date (MESO_DATE_ROW (row), MESO_CALENDAR_DATE_NONE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_picker (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWidget *picker = meso_date_picker_new (fixture->context);
  GtkWindow *window = ui_show (picker, 360, 400);
  GtkWidget *day;
  guint n = 0;

  g_signal_connect_swapped (picker, "picked", G_CALLBACK (count), &n);
  meso_date_picker_set_date (MESO_DATE_PICKER (picker), (MesoCalendarDate) { 2024, 1, 31 });
  g_assert_true (ui_shows (picker, "January 2024"));
  g_signal_emit_by_name (ui_get (picker, GTK_TYPE_BUTTON, "Next Month"), "clicked");
  g_assert_true (ui_shows (picker, "February 2024"));
  day = ui_get (picker, GTK_TYPE_BUTTON, "29");
  while (!gtk_widget_is_sensitive (day))
    day = gtk_widget_get_next_sibling (day);
  while (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (day)), "29") != 0)
    day = gtk_widget_get_next_sibling (day);
  gtk_test_accessible_assert_property (day, GTK_ACCESSIBLE_PROPERTY_LABEL, "Thursday 29 February 2024");
  g_signal_emit_by_name (day, "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (meso_date_picker_get_date (MESO_DATE_PICKER (picker)).day, ==, 29);
  for (int i = 0; i < 2; i++)
    g_signal_emit_by_name (ui_get (picker, GTK_TYPE_BUTTON, "Previous Month"), "clicked");
  g_assert_true (ui_shows (picker, "December 2023"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/date-row/reads-both-calendars", test_reads_both_calendars);
  g_test_add_func ("/date-row/month-alone", test_month_alone);
  g_test_add_func ("/date-row/tells-of-days-only", test_tells_of_days_only);
  g_test_add_func ("/date-row/persian-clinic", test_persian_clinic);
  g_test_add_func ("/date-picker/picks", test_picker);
  return g_test_run ();
}
