/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preferences-dialog.h"

#include "meso-field.h"
#include "meso-settings-service.h"
#include "ui-fixture.h"

static gpointer
read_settings (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  return meso_settings_service_get_all (clinic, error);
}

static void
assert_setting (UiFixture  *fixture,
                const char *key,
                const char *expected)
{
  g_autoptr(GHashTable) settings = NULL;

  ui_fixture_settle (fixture);
  settings = ui_fixture_call (fixture, read_settings, NULL);
  g_assert_cmpstr (g_hash_table_lookup (settings, key), ==, expected);
}

static AdwDialog *
show_preferences (UiFixture  *fixture,
                  GtkWindow **window_out)
{
  AdwDialog *dialog = ADW_DIALOG (meso_preferences_dialog_new (fixture->context));

  *window_out = ui_show (gtk_label_new ("behind"), 800, 700);
  adw_dialog_present (dialog, GTK_WIDGET (*window_out));
  return dialog;
}

static void
type (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_applied_at_once (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);
  GtkWidget *phone = ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Phone");
  GtkWidget *digits;

  type (phone, " 021 <b>&amp; ");
  assert_setting (fixture, "phone", "021 <b>&amp;");
  g_assert_true (ui_shows (GTK_WIDGET (dialog), "Changed: Phone"));
  g_signal_emit_by_name (ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Undo"), "clicked");
  assert_setting (fixture, "phone", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (phone)), ==, "");

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "language");
  digits = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Digits");
  adw_combo_row_set_selected (ADW_COMBO_ROW (digits), 1);
  assert_setting (fixture, "digits", "persian");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* What the stock is watched by: what holds unless it is set is what the services take for it. */
static void
test_stock (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);
  GtkWidget *expiry = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Say that a lot expires");
  GtkWidget *check = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "What was prepared is checked");
  GtkWidget *needed = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "A session without a preparation");
  GtkStringObject *shown = adw_combo_row_get_selected_item (ADW_COMBO_ROW (expiry));

  g_assert_cmpstr (gtk_string_object_get_string (shown), ==, "60 days before");
  adw_combo_row_set_selected (ADW_COMBO_ROW (expiry), 0);
  assert_setting (fixture, "stock-expiry-days", "14");
  adw_combo_row_set_selected (ADW_COMBO_ROW (check), 1);
  assert_setting (fixture, "preparation-check", "no");
  adw_combo_row_set_selected (ADW_COMBO_ROW (needed), 1);
  assert_setting (fixture, "session-needs-preparation", "yes");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_bad_input_stays_at_its_field (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);
  GtkWidget *emergency = ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Public emergency number");

  type (emergency, "021 1234");
  g_assert_true (meso_field_has_error (emergency));
  gtk_test_accessible_assert_state (emergency, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (emergency)), ==, "021 1234");
  assert_setting (fixture, "emergency-phone", NULL);
  type (emergency, "۱۱۵");
  g_assert_false (meso_field_has_error (emergency));
  ui_fixture_settle (fixture);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static gboolean
says_one_day (gpointer dialog)
{
  return ui_shows (dialog, "The clinic is open on one day at least.");
}

/* A clinic that is never open has no next session. */
static void
test_working_days (void)
{
  static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, names[i])), i != 4);
  assert_setting (fixture, "closed-days", "fri");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, names[i])), FALSE);
      ui_fixture_settle (fixture);
    }
  /* A toast comes in its own time. */
  ui_wait_until (says_one_day, dialog);
  assert_setting (fixture, "closed-days", "mon,tue,wed,thu,fri,sat");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* What was typed and not confirmed is stored when the dialog goes. */
static void
test_closing_stores (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);

  gtk_editable_set_text (GTK_EDITABLE (ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Phone")), "021 0000 0000");
  adw_dialog_force_close (dialog);
  assert_setting (fixture, "phone", "021 0000 0000");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* A row without a name is only “list item” to a screen reader. */
static guint
assert_rows_named (GtkWidget *widget)
{
  guint count = 0;

  if (ADW_IS_PREFERENCES_ROW (widget) && !ADW_IS_ENTRY_ROW (widget)
      && (ADW_IS_COMBO_ROW (widget) || !ADW_IS_ACTION_ROW (widget)))
    {
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      count = 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += assert_rows_named (child);
  return count;
}

static void
test_rows_are_named (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWindow *window;
  AdwDialog *dialog = show_preferences (fixture, &window);

  g_assert_cmpuint (assert_rows_named (GTK_WIDGET (dialog)), >=, 8);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/applied-at-once", test_applied_at_once);
  g_test_add_func ("/preferences/bad-input-stays-at-its-field", test_bad_input_stays_at_its_field);
  g_test_add_func ("/preferences/working-days", test_working_days);
  g_test_add_func ("/preferences/closing-stores", test_closing_stores);
  g_test_add_func ("/preferences/stock", test_stock);
  g_test_add_func ("/preferences/rows-are-named", test_rows_are_named);
  return g_test_run ();
}
