/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-dialog.h"

#include <string.h>

#include "meso-date-row.h"
#include "meso-decision-service.h"
#include "meso-field.h"
#include "meso-settings-service.h"
#include "visit-fixture.h"

typedef struct
{
  Visit *visit;
  GtkWindow *window;
  GtkWidget *dialog;         /* NULL once it is gone */
} Scene;

static gboolean
is_in_sight (gpointer dialog)
{
  return gtk_widget_get_mapped (ui_get (dialog, ADW_TYPE_HEADER_BAR, NULL));
}

static void
open_dialog (Scene *scene)
{
  scene->window = ui_show (gtk_label_new ("below"), 800, 700);
  scene->dialog = GTK_WIDGET (meso_plan_dialog_new (scene->visit->fixture->context, scene->visit->patient->id));
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  adw_dialog_present (ADW_DIALOG (scene->dialog), GTK_WIDGET (scene->window));
  ui_wait_until (is_in_sight, scene->dialog);
  ui_fixture_settle (scene->visit->fixture);
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  g_assert_null (scene->dialog);
  visit_free (scene->visit);
}

static gpointer
set_closed_days (MesoClinic  *clinic,
                 gpointer     days,
                 GError     **error)
{
  g_autoptr(GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (settings, (gpointer) "closed-days", days);
  return GINT_TO_POINTER (meso_settings_service_set (clinic, settings, error));
}

static GtkSpinButton *
get_spin (Scene      *scene,
          const char *title)
{
  return GTK_SPIN_BUTTON (ui_get (ui_get (scene->dialog, ADW_TYPE_ACTION_ROW, title), GTK_TYPE_SPIN_BUTTON, NULL));
}

static GtkWidget *
get_dates (Scene *scene)
{
  return ui_get (gtk_widget_get_ancestor (ui_get (scene->dialog, GTK_TYPE_LABEL, "Dates"), ADW_TYPE_PREFERENCES_GROUP),
                 GTK_TYPE_LIST_BOX, NULL);
}

static guint
count_dates (Scene *scene)
{
  guint rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (get_dates (scene)); row != NULL; row = gtk_widget_get_next_sibling (row))
    rows++;
  return rows;
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

static void
test_lays_out_and_saves (void)
{
  Scene scene = { visit_new ("en", "en", "biotin") };
  g_autoptr(MesoChart) before = visit_get_chart (scene.visit);
  g_autoptr(MesoChart) after = NULL;
  GtkWidget *save;
  GtkSpinButton *sessions;
  guint dates;
  int step;

  open_dialog (&scene);
  g_assert_true (ui_shows (scene.dialog, VISIT_GIVEN " " VISIT_FAMILY));
  save = ui_get (scene.dialog, GTK_TYPE_BUTTON, "Save Plan");
  g_assert_true (adw_dialog_get_default_widget (ADW_DIALOG (scene.dialog)) == save);
  dates = count_dates (&scene);
  g_assert_cmpuint (dates, >, 1);
  sessions = get_spin (&scene, "Sessions");
  step = gtk_spin_button_get_value (sessions) < gtk_adjustment_get_upper (gtk_spin_button_get_adjustment (sessions)) ? 1 : -1;
  gtk_spin_button_set_value (sessions, gtk_spin_button_get_value (sessions) + step);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_cmpuint (count_dates (&scene), ==, (guint) ((int) dates + step));
  gtk_test_accessible_assert_property (GTK_WIDGET (sessions), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sessions");
  g_signal_emit_by_name (save, "clicked");
  g_assert_false (gtk_widget_get_sensitive (save));
  ui_wait_until (is_gone, &scene.dialog);
  after = visit_get_chart (scene.visit);
  g_assert_cmpstr (after->course->id, !=, before->course->id);
  g_assert_cmpint (after->treatments_planned, ==, before->treatments_planned + step);
  end (&scene);
}

/* Whatever gap is chosen: none of the dates is on a day that the clinic is closed. */
static void
test_closed_days (void)
{
  Scene scene = { visit_new ("en", "en", "biotin") };
  g_autofree char *words = NULL;

  ui_fixture_call (scene.visit->fixture, set_closed_days, (gpointer) "mon,tue,wed,fri,sat");
  ui_fixture_settle (scene.visit->fixture);
  open_dialog (&scene);
  for (int days = 6; days <= 8; days++)
    {
      gtk_spin_button_set_value (get_spin (&scene, "Days between sessions"), days);
      ui_fixture_settle (scene.visit->fixture);
      g_free (words);
      words = ui_dup_words (get_dates (&scene));
      g_assert_true (strstr (words, "Thursday") != NULL || strstr (words, "Sunday") != NULL);
      g_assert_null (strstr (words, "Monday"));
      g_assert_null (strstr (words, "Tuesday"));
      g_assert_null (strstr (words, "Wednesday"));
      g_assert_null (strstr (words, "Friday"));
      g_assert_null (strstr (words, "Saturday"));
    }
  gtk_window_destroy (scene.window);
  ui_fixture_settle (scene.visit->fixture);
  visit_free (scene.visit);
}

/* A slip in the year is said at the field, and what was typed stays there. */
static void
test_days_that_dont_fit (void)
{
  static const struct { const char *typed; const char *said; } days[] = {
    { "2020-01-01", "This day is over. Write a day from today on." },
    { "2099-01-01", "This is more than a year ahead. Check the year and the calendar." },
    { "", "A day from today on." },
  };
  Scene scene = { visit_new ("en", "en", "biotin") };
  GtkWidget *row;
  GtkWidget *save;
  g_autofree char *fine = NULL;

  open_dialog (&scene);
  row = ui_get (scene.dialog, MESO_TYPE_DATE_ROW, NULL);
  save = ui_get (scene.dialog, GTK_TYPE_BUTTON, "Save Plan");
  fine = meso_calendar_date_to_string (visit_get_day (scene.visit, 3));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), days[i].typed);
      ui_fixture_settle (scene.visit->fixture);
      g_assert_true (meso_field_has_error (row));
      g_assert_true (ui_shows (scene.dialog, days[i].said));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, days[i].typed);
      g_assert_false (gtk_widget_get_sensitive (save));
    }
  gtk_editable_set_text (GTK_EDITABLE (row), fine);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_false (meso_field_has_error (row));
  g_assert_true (gtk_widget_get_sensitive (save));
  end (&scene);
}

/* The screening says do not treat: the dialog says so, and there is nothing to save. */
static void
test_refusal (void)
{
  Scene scene = { visit_new ("en", "en", "biotin") };
  AdwBanner *banner;

  visit_screen_again (scene.visit, "pregnant");
  open_dialog (&scene);
  banner = ADW_BANNER (ui_get (scene.dialog, ADW_TYPE_BANNER, NULL));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), !=, "");
  g_assert_cmpuint (count_dates (&scene), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (ui_get (scene.dialog, GTK_TYPE_BUTTON, "Save Plan")));
  end (&scene);
}

static void
test_late_answers (void)
{
  Scene scene = { visit_new ("en", "en", "biotin") };

  scene.window = ui_show (gtk_label_new ("below"), 800, 700);
  scene.dialog = GTK_WIDGET (meso_plan_dialog_new (scene.visit->fixture->context, scene.visit->patient->id));
  g_object_add_weak_pointer (G_OBJECT (scene.dialog), (gpointer *) &scene.dialog);
  adw_dialog_present (ADW_DIALOG (scene.dialog), GTK_WIDGET (scene.window));
  adw_dialog_force_close (ADW_DIALOG (scene.dialog));
  ui_wait_until (is_gone, &scene.dialog);
  end (&scene);
}

static void
test_persian (void)
{
  Scene scene = { visit_new ("fa", "fa", "biotin") };
  g_autofree char *words = NULL;
  GtkSpinButton *spin;

  open_dialog (&scene);
  g_assert_cmpint (gtk_widget_get_direction (scene.dialog), ==, GTK_TEXT_DIR_RTL);
  /* The number that can be typed over is in the clinic's digits too, and is read in them. */
  spin = GTK_SPIN_BUTTON (ui_get (scene.dialog, GTK_TYPE_SPIN_BUTTON, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "۲");
  gtk_editable_set_text (GTK_EDITABLE (spin), "۱");
  gtk_spin_button_update (spin);
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 1);
  words = ui_dup_words (scene.dialog);
  /* Dates of the clinic's own calendar: this century's years are "۱۴…". */
  g_assert_nonnull (strstr (words, "۱۴"));
  end (&scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/plan-dialog/lays-out-and-saves", test_lays_out_and_saves);
  g_test_add_func ("/plan-dialog/closed-days", test_closed_days);
  g_test_add_func ("/plan-dialog/days-that-dont-fit", test_days_that_dont_fit);
  g_test_add_func ("/plan-dialog/refusal", test_refusal);
  g_test_add_func ("/plan-dialog/late-answers", test_late_answers);
  g_test_add_func ("/plan-dialog/persian", test_persian);
  return g_test_run ();
}
