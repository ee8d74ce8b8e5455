/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-dialog.h"

#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-patient-fields.h"
#include "meso-patient-service.h"
#include "window-actions.h"

typedef struct
{
  UiFixture *fixture;
  AdwDialog *dialog;
  GtkWindow *window;
  GString *last;
} Test;

static Test *
set_up (const char *language)
{
  Test *self = g_new0 (Test, 1);

  self->fixture = ui_fixture_new (language, 0);
  self->last = g_string_new (NULL);
  self->window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "default-width", 800, "default-height", 800,
                                           "content", gtk_label_new (""), NULL));
  window_actions_insert (self->window, self->last);
  gtk_window_present (self->window);
  return self;
}

static void
open_dialog (Test       *self,
             const char *patient,
             const char *text)
{
  self->dialog = ADW_DIALOG (meso_patient_dialog_new (self->fixture->context, patient, text));
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
}

static void
tear_down (Test *self)
{
  gtk_window_destroy (self->window);
  ui_fixture_settle (self->fixture);
  ui_fixture_free (self->fixture);
  g_string_free (self->last, TRUE);
  g_free (self);
}

static GtkWidget *
get_row (Test       *self,
         const char *title)
{
  return ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, title);
}

static void
type (Test       *self,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, title)), text);
}

static void
save (Test *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "patient-form.save", NULL);
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
}

static gpointer
get_draft (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  return meso_draft_service_get (clinic, "patient", "new", error);
}

static gpointer
list (MesoClinic  *clinic,
      gpointer     request,
      GError     **error)
{
  return meso_patient_service_list (clinic, 0, 10, error);
}

static gpointer
change_phone (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_copy (request);
  MesoCalendarDate today = { 2026, 11, 22 };

  g_set_str (&patient->phone, "0912 555 0199");
  return meso_patient_service_update (clinic, patient, today, error);
}

static gpointer
add (MesoClinic  *clinic,
     gpointer     request,
     GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  MesoCalendarDate *today = request;

  g_set_str (&patient->given_name, "Leila");
  g_set_str (&patient->phone, "0912 555 0142");
  return meso_patient_service_add (clinic, patient, *today, error);
}

static void
test_save (void)
{
  Test *self = set_up ("en");
  g_autoptr(GPtrArray) patients = NULL;
  const MesoPatient *patient;

  open_dialog (self, NULL, "A & B <i>");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, "Given name"))), ==, "A & B");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, "Family name"))), ==, "<i>");
  type (self, "Phone", "۰۹۱۲ ۵۵۵ ۰۱۴۲");
  save (self);
  patients = ui_fixture_call (self->fixture, list, NULL);
  g_assert_cmpuint (patients->len, ==, 1);
  patient = g_ptr_array_index (patients, 0);
  g_assert_cmpstr (patient->phone, ==, "+989125550142");
  g_assert_true (g_str_has_prefix (self->last->str, "open-patient '"));
  g_assert_null (ui_fixture_call (self->fixture, get_draft, NULL));
  tear_down (self);
}

static void
test_bad_input (gconstpointer language)
{
  Test *self = set_up (language);
  GtkWidget *phone;

  open_dialog (self, NULL, "12");
  phone = gtk_widget_get_first_child (GTK_WIDGET (self->dialog));
  phone = ui_get (phone, ADW_TYPE_ENTRY_ROW, g_str_equal (language, "fa") ? NULL : "Phone");
  save (self);
  /* Nothing was stored, and what was typed is kept. */
  g_assert_cmpstr (self->last->str, ==, "");
  if (g_str_equal (language, "en"))
    {
      g_assert_true (meso_field_has_error (phone));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (phone)), ==, "12");
      g_assert_true (meso_field_has_error (get_row (self, "Given name")));
      type (self, "Given name", "Sara");
      g_assert_false (meso_field_has_error (get_row (self, "Given name")));
      gtk_test_accessible_assert_state (phone, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
    }
  tear_down (self);
}

static void
test_draft (void)
{
  Test *self = set_up ("en");
  g_autoptr(MesoDraft) draft = NULL;

  open_dialog (self, NULL, "");
  type (self, "Given name", "<u>Neda");
  adw_dialog_force_close (self->dialog);
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  draft = ui_fixture_call (self->fixture, get_draft, NULL);
  g_assert_nonnull (draft);
  open_dialog (self, NULL, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, "Given name"))), ==, "<u>Neda");
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "Your unfinished draft was taken up again"));
  tear_down (self);
}

static void
test_alike (void)
{
  Test *self = set_up ("en");
  MesoCalendarDate today = meso_context_get_today (self->fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (self->fixture, add, &today);
  g_autofree char *asked = g_strdup_printf ("open-patient '%s'", patient->id);

  open_dialog (self, NULL, "Leyla");
  type (self, "Phone", "+98 912 555 0142");
  ui_wait (500);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Open That Record"), "clicked");
  g_assert_cmpstr (self->last->str, ==, asked);
  tear_down (self);
}

static void
test_changed_meanwhile (void)
{
  Test *self = set_up ("en");
  MesoCalendarDate today = meso_context_get_today (self->fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (self->fixture, add, &today);
  g_autoptr(MesoPatient) theirs = NULL;
  g_autoptr(GPtrArray) patients = NULL;

  open_dialog (self, patient->id, NULL);
  theirs = ui_fixture_call (self->fixture, change_phone, patient);
  type (self, "Family name", "Ahmadi");
  type (self, "Phone", "0912 555 0111");
  save (self);
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "+989125550199"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, "Phone"))), ==, "+989125550111");
  save (self);
  patients = ui_fixture_call (self->fixture, list, NULL);
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (patients, 0))->phone, ==, "+989125550111");
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (patients, 0))->family_name, ==, "Ahmadi");
  tear_down (self);
}

static void
test_merge (void)
{
  g_autoptr(MesoPatient) base = meso_patient_new ();
  g_autoptr(MesoPatient) typed = NULL;
  g_autoptr(MesoPatient) stored = NULL;

  g_set_str (&base->given_name, "Leila");
  typed = meso_patient_copy (base);
  stored = meso_patient_copy (base);
  g_set_str (&stored->email, "leila@example.org");
  g_set_str (&typed->given_name, "Leyla");
  g_assert_cmpuint (meso_patient_fields_merge (typed, base, stored), ==, 0);
  g_assert_cmpstr (typed->email, ==, "leila@example.org");
  g_assert_cmpstr (typed->given_name, ==, "Leyla");
  g_set_str (&stored->given_name, "Laila");
  g_assert_cmpuint (meso_patient_fields_merge (typed, base, stored), ==, 1u << MESO_PATIENT_GIVEN_NAME);
  g_assert_cmpstr (typed->given_name, ==, "Leyla");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/patient-dialog/save", test_save);
  g_test_add_data_func ("/patient-dialog/bad-input", "en", test_bad_input);
  g_test_add_data_func ("/patient-dialog/bad-input-persian", "fa", test_bad_input);
  g_test_add_func ("/patient-dialog/draft", test_draft);
  g_test_add_func ("/patient-dialog/alike", test_alike);
  g_test_add_func ("/patient-dialog/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/patient-dialog/merge", test_merge);
  return g_test_run ();
}
