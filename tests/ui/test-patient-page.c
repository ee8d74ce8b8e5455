/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-page.h"

#include "meso-agenda-service.h"
#include "meso-patient-header.h"
#include "meso-patient-service.h"
#include "meso-timeline-row.h"
#include "meso-timeline.h"
#include "window-actions.h"

/* Whose session is first today: the demo gives them a course, a screening and sheets. */
static gpointer
find_first_of_today (MesoClinic  *clinic,
                     gpointer     request,
                     GError     **error)
{
  MesoCalendarDate *today = request;
  g_autoptr(GPtrArray) entries = meso_agenda_service_list_day (clinic, *today, *today, error);

  return entries != NULL ? g_strdup (((MesoAgendaEntry *) g_ptr_array_index (entries, 0))->session->patient) : NULL;
}

static gpointer
add (MesoClinic  *clinic,
     gpointer     request,
     GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  MesoCalendarDate *today = request;

  g_set_str (&patient->given_name, "A & B");
  g_set_str (&patient->family_name, "<i>");
  g_set_str (&patient->notes, "<b>&amp;");
  return meso_patient_service_add (clinic, patient, *today, error);
}

static void
test_record (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 60);
  MesoCalendarDate today = meso_context_get_today (fixture->context);
  g_autofree char *id = ui_fixture_call (fixture, find_first_of_today, &today);
  g_autoptr(GString) last = g_string_new (NULL);
  g_autofree char *handout = g_strdup_printf ("handout ('%s', 'aftercare', '')", id);
  g_autofree char *edit = g_strdup_printf ("edit-patient '%s'", id);
  GtkWidget *page = GTK_WIDGET (meso_patient_page_new (fixture->context, id));
  GtkWindow *window = ui_show (page, 1000, 700);

  window_actions_insert (window, last);
  ui_fixture_settle (fixture);
  ui_wait (200);
  g_assert_nonnull (ui_find (page, MESO_TYPE_TIMELINE_ROW, NULL));
  gtk_widget_activate_action (page, "patient.show", "s", "sessions");
  gtk_widget_activate_action (page, "patient.handout", "s", "aftercare");
  g_assert_cmpstr (last->str, ==, handout);
  gtk_widget_activate_action (page, "patient.edit", NULL);
  g_assert_cmpstr (last->str, ==, edit);
  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

static void
test_new_record (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoCalendarDate today = meso_context_get_today (fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (fixture, add, &today);
  g_autoptr(GString) last = g_string_new (NULL);
  g_autofree char *asked = g_strdup_printf ("next-step '%s'", patient->id);
  GtkWidget *page = GTK_WIDGET (meso_patient_page_new (fixture->context, patient->id));
  GtkWindow *window = ui_show (page, 360, 700);
  GtkWidget *header;

  window_actions_insert (window, last);
  ui_fixture_settle (fixture);
  ui_wait (200);
  header = ui_get (page, MESO_TYPE_PATIENT_HEADER, NULL);
  g_assert_true (ui_shows (header, "A & B <i>"));
  g_assert_true (ui_shows (header, "Not screened"));
  g_signal_emit_by_name (ui_get (header, GTK_TYPE_BUTTON, "Start Screening"), "clicked");
  g_assert_cmpstr (last->str, ==, asked);
  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

/* What is chosen is counted, and is all that is shown. */
static void
test_choices (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 60);
  MesoCalendarDate today = meso_context_get_today (fixture->context);
  g_autofree char *id = ui_fixture_call (fixture, find_first_of_today, &today);
  g_autoptr(MesoTimeline) timeline = meso_timeline_new (fixture->context, id, MESO_TIMELINE_ALL);
  guint all;
  guint sessions;

  ui_fixture_settle (fixture);
  all = meso_timeline_get_count (timeline, MESO_TIMELINE_ALL);
  sessions = meso_timeline_get_count (timeline, MESO_TIMELINE_SESSIONS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (meso_timeline_get_rows (timeline))), ==, MIN (all, 60));
  g_assert_cmpuint (sessions, >, 0);
  meso_timeline_set_filter (timeline, MESO_TIMELINE_SESSIONS);
  ui_wait (50);
  ui_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (meso_timeline_get_rows (timeline))), ==, sessions);
  g_assert_cmpuint (meso_timeline_get_count (timeline, MESO_TIMELINE_ALL), ==, all);
  /* There is no more. */
  meso_timeline_load_more (timeline);
  g_assert_false (meso_query_list_get_loading (meso_timeline_get_rows (timeline)));
  g_clear_object (&timeline);
  ui_fixture_free (fixture);
}

static void
test_nobody (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWidget *page = GTK_WIDGET (meso_patient_page_new (fixture->context, "nobody"));
  GtkWindow *window = ui_show (page, 800, 600);

  ui_fixture_settle (fixture);
  ui_wait (100);
  g_assert_true (ui_shows (page, "The Record Could Not Be Opened"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_late_answer (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 20);
  g_autofree char *id = ui_fixture_dup_patient (fixture);
  GtkWindow *window = ui_show (GTK_WIDGET (meso_patient_page_new (fixture->context, id)), 800, 600);

  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/patient-page/record", "en", test_record);
  g_test_add_data_func ("/patient-page/record-persian", "fa", test_record);
  g_test_add_func ("/patient-page/new-record", test_new_record);
  g_test_add_func ("/patient-page/choices", test_choices);
  g_test_add_func ("/patient-page/nobody", test_nobody);
  g_test_add_func ("/patient-page/late-answer", test_late_answer);
  return g_test_run ();
}
