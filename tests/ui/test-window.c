/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window.h"

#include "meso-desk-button.h"
#include "meso-language.h"
#include "meso-preferences-dialog.h"
#include "meso-shell.h"
#include "meso-staff-dialog.h"
#include "ui-fixture.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

static gboolean
has_today (gpointer window)
{
  return ui_find (window, ADW_TYPE_NAVIGATION_PAGE, NULL) != NULL &&
         meso_shell_get_page (MESO_SHELL (ui_find (window, MESO_TYPE_SHELL, NULL))) != NULL;
}

static MesoWindow *
show_window (UiFixture *fixture)
{
  MesoWindow *window = meso_window_new (NULL, fixture->context);

  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (has_today, window);
  return window;
}

static void
close_window (MesoWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_place (MesoWindow *window,
              const char *tag)
{
  MesoShell *shell = MESO_SHELL (ui_get (GTK_WIDGET (window), MESO_TYPE_SHELL, NULL));

  g_assert_cmpstr (adw_navigation_page_get_tag (meso_shell_get_page (shell)), ==, tag);
}

static void
test_places (void)
{
  static const char *const places[] = { "today", "patients", "formulas", "stock", "handouts", "evidence" };
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoWindow *window = show_window (fixture);
  GtkListBox *list;

  assert_place (window, "today");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", places[i]));
      assert_place (window, places[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search-patients", NULL);
  assert_place (window, "patients");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  list = GTK_LIST_BOX (ui_get (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, NULL));
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Places");
  /* What is marked is where the window is, whatever the keys select. */
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 5));
  assert_place (window, "patients");
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  close_window (window);
  ui_fixture_free (fixture);
}

/* Back to the place, and no page twice. */
static void
test_pages_upon_a_place (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 3);
  MesoWindow *window = show_window (fixture);
  MesoShell *shell = MESO_SHELL (ui_get (GTK_WIDGET (window), MESO_TYPE_SHELL, NULL));
  g_autoptr(GVariant) trail = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "handouts");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.handout", "(sss)", "", "aftercare", "");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.handout", "(sss)", "", "aftercare", "");
  trail = meso_shell_dup_trail (shell);
  g_assert_cmpuint (g_variant_n_children (trail), ==, 2);
  /* Everything is made anew, and is where it was. */
  meso_window_rebuild (window);
  g_assert_true (ui_get (GTK_WIDGET (window), MESO_TYPE_SHELL, NULL) != GTK_WIDGET (shell));
  g_variant_unref (trail);
  trail = meso_shell_dup_trail (MESO_SHELL (ui_get (GTK_WIDGET (window), MESO_TYPE_SHELL, NULL)));
  g_assert_cmpuint (g_variant_n_children (trail), ==, 2);
  g_assert_true (ui_find (GTK_WIDGET (window), ADW_TYPE_BANNER, "Demo clinic: all patients are invented") != NULL);
  close_window (window);
  ui_fixture_free (fixture);
}

static void
test_without_a_clinic (void)
{
  MesoWindow *window = meso_window_new (NULL, NULL);

  gtk_window_present (GTK_WINDOW (window));
  meso_window_set_page (window, gtk_label_new ("start"));
  g_assert_null (meso_window_get_context (window));
  g_assert_true (ui_shows (GTK_WIDGET (window), "start"));
  /* What needs a clinic does nothing. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", "s", "");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_persian (gpointer window)
{
  return ui_shows (window, "دکتر سارا کریمی");
}

static void
test_from_right_to_left (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  MesoWindow *window = show_window (fixture);

  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpstr (meso_language_get (), ==, "fa");
  ui_wait_until (is_persian, window);
  close_window (window);
  ui_fixture_free (fixture);
}

static void
test_dialogs (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoWindow *window = show_window (fixture);
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (MESO_IS_PREFERENCES_DIALOG (dialog));
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Public emergency number");
  /* Preferences stay open, on their page, when the window is made anew. */
  meso_preferences_dialog_go (MESO_PREFERENCES_DIALOG (dialog), "0 language");
  meso_window_rebuild (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (MESO_IS_PREFERENCES_DIALOG (dialog));
  g_assert_cmpstr (adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (dialog)), ==, "language");
  adw_dialog_force_close (dialog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.staff", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (MESO_IS_STAFF_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Record the Session");
  adw_dialog_force_close (dialog);
  close_window (window);
  ui_fixture_free (fixture);
}

static gboolean
is_gone (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

static gboolean
has_focus_inside (gpointer dialog)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (dialog));

  return focus != NULL && gtk_widget_is_ancestor (focus, dialog);
}

/* A sheet at the foot of a narrow window slides away; the window grows meanwhile. */
static void
test_resized_while_a_dialog_closes (void)
{
  MesoWindow *window = meso_window_new (NULL, NULL);
  GtkWidget *button = gtk_button_new_with_label ("start");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  meso_window_set_page (window, button);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (button);
  /* The picture that libadwaita 1.7 keeps of a dialog while its breakpoint changes is never freed when the dialog goes meanwhile. */
  __lsan_disable ();
  for (guint i = 0; i < 2; i++)
    {
      AdwDialog *dialog = adw_alert_dialog_new ("Open a Container?", "A & B <i>");

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", "_Close");
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      adw_dialog_present (dialog, GTK_WIDGET (window));
      ui_wait_until (has_focus_inside, dialog);
      ui_wait (400);
      adw_dialog_close (dialog);
      /* To a wide one, and back. */
      gtk_window_set_default_size (GTK_WINDOW (window), i == 0 ? 1000 : 400, 600);
      ui_wait_until (is_gone, &dialog);
    }
  __lsan_enable ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/window/places", test_places);
  g_test_add_func ("/window/pages-upon-a-place", test_pages_upon_a_place);
  g_test_add_func ("/window/without-a-clinic", test_without_a_clinic);
  g_test_add_func ("/window/from-right-to-left", test_from_right_to_left);
  g_test_add_func ("/window/dialogs", test_dialogs);
  g_test_add_func ("/window/resized-while-a-dialog-closes", test_resized_while_a_dialog_closes);
  return g_test_run ();
}
