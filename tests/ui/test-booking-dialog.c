/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-booking-dialog.h"

#include <string.h>

#include "meso-field.h"
#include "visit-fixture.h"

typedef struct
{
  Visit *visit;
  GtkWindow *window;
  GtkWidget *dialog;         /* NULL once it is gone */
} Scene;

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

static gboolean
is_in_sight (gpointer dialog)
{
  return gtk_widget_get_mapped (ui_get (dialog, ADW_TYPE_HEADER_BAR, NULL));
}

static void
open_dialog (Scene *scene)
{
  scene->window = ui_show (gtk_label_new ("below"), 800, 700);
  scene->dialog = GTK_WIDGET (meso_booking_dialog_new (scene->visit->fixture->context, scene->visit->patient->id));
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  adw_dialog_present (ADW_DIALOG (scene->dialog), GTK_WIDGET (scene->window));
  ui_wait_until (is_in_sight, scene->dialog);
  ui_fixture_settle (scene->visit->fixture);
}

static Scene *
begin (const char *language)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->visit = visit_new (language, language, "biotin");
  open_dialog (scene);
  return scene;
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  g_assert_null (scene->dialog);
  visit_free (scene->visit);
  g_free (scene);
}

static GtkWidget *
get_row (Scene      *scene,
         const char *title)
{
  return ui_get (scene->dialog, ADW_TYPE_PREFERENCES_ROW, title);
}

static void
type (Scene      *scene,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (scene, title)), text);
}

static void
book (Scene *scene)
{
  g_signal_emit_by_name (ui_get (scene->dialog, GTK_TYPE_BUTTON, "Book"), "clicked");
}

static const MesoPlannedSession *
get_planned (const MesoChart *chart,
             guint            index)
{
  return g_ptr_array_index (chart->course->sessions, index);
}

static void
test_books_a_time (void)
{
  Scene *scene = begin ("en");
  g_autoptr(MesoChart) before = visit_get_chart (scene->visit);
  g_autoptr(MesoChart) after = NULL;

  g_assert_true (ui_shows (scene->dialog, VISIT_GIVEN " " VISIT_FAMILY));
  /* The day stays: there is nothing to explain, and nothing to move along. */
  g_assert_false (gtk_widget_get_mapped (get_row (scene, "Why it moves")));
  type (scene, "Time", "1045");
  book (scene);
  ui_wait_until (is_gone, &scene->dialog);
  after = visit_get_chart (scene->visit);
  g_assert_cmpint (get_planned (after, 0)->minute, ==, 10 * 60 + 45);
  g_assert_cmpint (meso_calendar_date_compare (get_planned (after, 0)->date, get_planned (before, 0)->date), ==, 0);
  end (scene);
}

static void
test_faults (void)
{
  Scene *scene = begin ("en");
  GtkWidget *time = get_row (scene, "Time");
  GtkWidget *date = get_row (scene, "Date");
  g_autofree char *past = meso_calendar_date_to_string (visit_get_day (scene->visit, -1));

  book (scene);
  g_assert_true (ui_shows (scene->dialog, "Give it a time of day, or another day."));
  type (scene, "Time", "10:3");
  book (scene);
  g_assert_true (meso_field_has_error (time));
  gtk_test_accessible_assert_state (time, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (ui_shows (scene->dialog, "A time of day, such as 10:30."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (time)), ==, "10:3");
  type (scene, "Time", "10:30");
  g_assert_false (meso_field_has_error (time));
  type (scene, "Date", past);
  book (scene);
  g_assert_true (meso_field_has_error (date));
  g_assert_true (ui_shows (scene->dialog, "This day is over. Write a day from today on."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (date)), ==, past);
  g_assert_nonnull (scene->dialog);
  end (scene);
}

/* The day moves, and with it those that follow; why is kept as it was typed. */
static void
test_moves_with_following (void)
{
  Scene *scene = begin ("en");
  g_autoptr(MesoChart) before = visit_get_chart (scene->visit);
  g_autoptr(MesoChart) after = NULL;
  MesoCalendarDate day = meso_calendar_date_add_days (get_planned (before, 0)->date, 7);
  g_autofree char *text = meso_calendar_date_to_string (day);

  type (scene, "Date", text);
  g_assert_true (gtk_widget_get_visible (get_row (scene, "Why it moves")));
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (get_row (scene, "Move the sessions after it too"))));
  type (scene, "Why it moves", " Holiday & <b> ");
  book (scene);
  ui_wait_until (is_gone, &scene->dialog);
  after = visit_get_chart (scene->visit);
  g_assert_cmpint (meso_calendar_date_compare (get_planned (after, 0)->date, day), ==, 0);
  g_assert_cmpstr (get_planned (after, 0)->reason, ==, "Holiday & <b>");
  g_assert_cmpint (meso_calendar_date_compare (get_planned (after, 1)->date, get_planned (before, 1)->date), >, 0);
  end (scene);
}

static void
test_moves_alone (void)
{
  Scene *scene = begin ("en");
  g_autoptr(MesoChart) before = visit_get_chart (scene->visit);
  g_autoptr(MesoChart) after = NULL;
  g_autofree char *text = meso_calendar_date_to_string (meso_calendar_date_add_days (get_planned (before, 0)->date, 1));

  type (scene, "Date", text);
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (scene, "Move the sessions after it too")), FALSE);
  book (scene);
  ui_wait_until (is_gone, &scene->dialog);
  after = visit_get_chart (scene->visit);
  g_assert_cmpint (meso_calendar_date_compare (get_planned (after, 1)->date, get_planned (before, 1)->date), ==, 0);
  end (scene);
}

static void
test_late_answers (void)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->visit = visit_new ("en", "en", "biotin");
  scene->window = ui_show (gtk_label_new ("below"), 800, 700);
  scene->dialog = GTK_WIDGET (meso_booking_dialog_new (scene->visit->fixture->context, scene->visit->patient->id));
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  adw_dialog_present (ADW_DIALOG (scene->dialog), GTK_WIDGET (scene->window));
  adw_dialog_force_close (ADW_DIALOG (scene->dialog));
  ui_wait_until (is_gone, &scene->dialog);
  end (scene);
}

static void
test_persian (void)
{
  Scene *scene = begin ("fa");
  g_autoptr(MesoChart) after = NULL;
  GtkWidget *button = adw_dialog_get_default_widget (ADW_DIALOG (scene->dialog));

  g_assert_cmpint (gtk_widget_get_direction (scene->dialog), ==, GTK_TEXT_DIR_RTL);
  /* Typed as it is written there. */
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (scene->window)), "۱۱:۱۵");
  g_assert_nonnull (button);
  g_signal_emit_by_name (gtk_window_get_focus (scene->window), "activate");
  ui_wait_until (is_gone, &scene->dialog);
  after = visit_get_chart (scene->visit);
  g_assert_cmpint (get_planned (after, 0)->minute, ==, 11 * 60 + 15);
  end (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/booking-dialog/books-a-time", test_books_a_time);
  g_test_add_func ("/booking-dialog/faults", test_faults);
  g_test_add_func ("/booking-dialog/moves-with-following", test_moves_with_following);
  g_test_add_func ("/booking-dialog/moves-alone", test_moves_alone);
  g_test_add_func ("/booking-dialog/late-answers", test_late_answers);
  g_test_add_func ("/booking-dialog/persian", test_persian);
  return g_test_run ();
}
