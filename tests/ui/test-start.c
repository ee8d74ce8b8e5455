/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-start-page.h"

#include "meso-failed-page.h"
#include "meso-field.h"
#include "meso-language.h"
#include "meso-new-clinic-dialog.h"
#include "meso-staff-page.h"
#include "meso-staff-service.h"
#include "ui-fixture.h"

static void
test_first_page (void)
{
  GtkWindow *window;
  GtkWidget *page;

  meso_language_set ("en");
  meso_language_apply_direction ();
  page = meso_start_page_new ();
  window = ui_show (page, 360, 600);
  g_assert_true (ui_shows (page, "Welcome to Meso Clinic"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_get (page, GTK_TYPE_BUTTON, "New Clinic"))), ==, "app.new-clinic");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_get (page, GTK_TYPE_BUTTON, "Open Demo"))), ==, "app.open-demo");
  gtk_window_destroy (window);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_three_questions (void)
{
  MesoNewClinicDialog *dialog;
  GtkWindow *window = ui_show (gtk_label_new ("behind"), 600, 800);
  const MesoClinicSetup *setup;
  GtkWidget *create, *name, *physician, *language;
  guint n = 0;

  meso_language_set ("en");
  dialog = meso_new_clinic_dialog_new ();
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  g_signal_connect_swapped (dialog, "answered", G_CALLBACK (count), &n);
  create = ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Create the Clinic");
  name = ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Name, as it stands on paper");
  physician = ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Physician’s name");
  g_signal_emit_by_name (create, "clicked");
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (meso_field_has_error (name));
  g_assert_true (meso_field_has_error (physician));
  gtk_editable_set_text (GTK_EDITABLE (name), " A & B <i> ");
  g_assert_false (meso_field_has_error (name));
  gtk_editable_set_text (GTK_EDITABLE (physician), "دکتر سارا کریمی");
  language = ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Language");
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 1);
  g_signal_emit_by_name (create, "clicked");
  g_assert_cmpuint (n, ==, 1);
  setup = meso_new_clinic_dialog_get_setup (dialog);
  g_assert_cmpstr (setup->clinic_name, ==, "A & B <i>");
  g_assert_cmpstr (setup->language, ==, "fa");
  g_assert_cmpstr (setup->calendar, ==, "persian");
  g_assert_cmpstr (setup->digits, ==, "persian");
  g_assert_true (meso_clinic_setup_check (setup, NULL));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gtk_window_destroy (window);
}

static void
test_file_that_did_not_open (void)
{
  g_autoptr(GError) error = g_error_new_literal (MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "<b>gone</b> & away");
  GtkWidget *page = meso_failed_page_new ("/home/a&b/<i>.db", error);
  GtkWindow *window = ui_show (page, 360, 600);

  gtk_expander_set_expanded (GTK_EXPANDER (ui_get (page, GTK_TYPE_EXPANDER, NULL)), TRUE);
  g_assert_true (ui_shows (page, "\xE2\x81\xA6/home/a&b/<i>.db\xE2\x81\xA9"));
  g_assert_true (ui_shows (page, "<b>gone</b> & away"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_get (page, GTK_TYPE_BUTTON, "Try Again"))), ==, "app.try-again");
  gtk_window_destroy (window);
}

static gpointer
list_staff (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  return meso_staff_service_list (clinic, FALSE, error);
}

static void
test_add_to_staff (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWidget *page = GTK_WIDGET (meso_staff_page_new (fixture->context, NULL));
  GtkWindow *window = ui_show (page, 480, 600);
  GtkWidget *name = ui_get (page, ADW_TYPE_ENTRY_ROW, "Name");
  GtkWidget *save = ui_get (page, GTK_TYPE_BUTTON, "Save");
  g_autoptr(GPtrArray) staff = NULL;
  const MesoStaff *person;

  g_signal_emit_by_name (save, "clicked");
  g_assert_true (meso_field_has_error (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "A & B <i>");
  g_signal_emit_by_name (save, "clicked");
  ui_fixture_settle (fixture);
  staff = ui_fixture_call (fixture, list_staff, NULL);
  g_assert_cmpuint (staff->len, ==, 2);
  person = g_ptr_array_index (staff, 1);
  g_assert_cmpstr (person->name, ==, "A & B <i>");
  g_assert_cmpint (person->role, ==, MESO_ROLE_NURSE);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/start/first-page", test_first_page);
  g_test_add_func ("/start/three-questions", test_three_questions);
  g_test_add_func ("/start/file-that-did-not-open", test_file_that_did_not_open);
  g_test_add_func ("/start/add-to-staff", test_add_to_staff);
  return g_test_run ();
}
