/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-booking-dialog.h"
#include "meso-handout-choice.h"
#include "meso-handout-page.h"
#include "meso-session-page.h"
#include "meso-shell.h"
#include "meso-window.h"
#include "visit-fixture.h"

/* From the session to the next date in the real window, by Enter alone: each step leaves the focus on the next one's button. */

typedef struct
{
  Visit *visit;
  GtkWindow *window;
} Scene;

static AdwNavigationPage *
get_page (gpointer window)
{
  GtkWidget *shell = ui_find (window, MESO_TYPE_SHELL, NULL);

  return shell != NULL ? meso_shell_get_page (MESO_SHELL (shell)) : NULL;
}

static gboolean
has_place (gpointer window)
{
  return get_page (window) != NULL;
}

static gboolean
is_session (gpointer window)
{
  AdwNavigationPage *page = get_page (window);
  GtkWidget *focus = gtk_window_get_focus (window);

  return MESO_IS_SESSION_PAGE (page) && GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (page));
}

static gboolean
is_handout (gpointer window)
{
  AdwNavigationPage *page = get_page (window);

  return MESO_IS_HANDOUT_PAGE (page) && GTK_IS_BUTTON (gtk_window_get_focus (window)) &&
         ui_find (gtk_window_get_focus (window), GTK_TYPE_LABEL, "Print…") != NULL;
}

static gboolean
is_next_date (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_BUTTON (focus) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), "Next Date…") == 0;
}

static gboolean
is_booking (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkWidget *focus = gtk_window_get_focus (window);

  return MESO_IS_BOOKING_DIALOG (dialog) && GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)) &&
         gtk_widget_get_mapped (adw_dialog_get_default_widget (dialog));
}

static gboolean
is_booked (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static void
hand_out (Scene *scene)
{
  g_autoptr(MesoHandoutChoice) choice = meso_handout_choice_new ("aftercare", scene->visit->patient->id, NULL, NULL);
  g_autoptr(MesoIssuedHandout) sheet = ui_fixture_call (scene->visit->fixture, meso_handout_choice_issue, choice);

  g_assert_nonnull (sheet);
  meso_handout_page_finished (MESO_HANDOUT_PAGE (get_page (scene->window)), TRUE);
}

static gboolean
stack_has_session (GtkWindow *window)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (get_page (window)), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr(GListModel) stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr(GObject) page = g_list_model_get_item (stack, i);

      if (MESO_IS_SESSION_PAGE (page))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_without_session (gpointer window)
{
  return !stack_has_session (window);
}

static void
test_session_to_next_date (void)
{
  Scene scene = { visit_new ("en", "en", "biotin") };
  g_autoptr(MesoChart) chart = NULL;
  GtkWidget *focus;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene.window = GTK_WINDOW (meso_window_new (NULL, scene.visit->fixture->context));
  gtk_window_present (scene.window);
  ui_wait_until (has_place, scene.window);
  gtk_widget_activate_action (GTK_WIDGET (scene.window), "win.next-step", "s", scene.visit->patient->id);
  ui_wait_until (is_session, scene.window);
  gtk_widget_activate_action (gtk_window_get_focus (scene.window), "session.sign", NULL);
  ui_wait_until (is_handout, scene.window);
  ui_wait_until (is_without_session, scene.window);
  hand_out (&scene);
  ui_wait_until (is_next_date, scene.window);
  gtk_widget_activate (gtk_window_get_focus (scene.window));
  ui_wait_until (is_booking, scene.window);
  focus = gtk_window_get_focus (scene.window);
  gtk_editable_set_text (GTK_EDITABLE (focus), "10:45");
  g_signal_emit_by_name (focus, "activate");
  ui_wait_until (is_booked, scene.window);
  chart = visit_get_chart (scene.visit);
  g_assert_cmpint (meso_course_get_next_session (chart->course)->minute, ==, 10 * 60 + 45);
  /* The way back leads past the form that was signed. */
  gtk_widget_activate_action (GTK_WIDGET (get_page (scene.window)), "navigation.pop", NULL);
  g_assert_false (MESO_IS_SESSION_PAGE (get_page (scene.window)));
  gtk_window_destroy (scene.window);
  visit_free (scene.visit);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-flow/session-to-next-date", test_session_to_next_date);
  return g_test_run ();
}
