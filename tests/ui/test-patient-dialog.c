/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-dialog.h"

#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-history-dialog.h"
#include "meso-patient-fields.h"
#include "meso-patient-service.h"
#include "meso-record-merging.h"
#include "meso-record-service.h"
#include "meso-window.h"
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
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "May Already Be on File"));
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Compare"), "clicked");
  ui_wait (300);
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "As typed"));
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
  g_assert_nonnull (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_LABEL, "Changed Meanwhile"));
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
  const MesoCalendarDate today = { 2026, 11, 22 };
  g_autoptr(MesoPatient) base = meso_patient_new ();
  g_autoptr(MesoPatient) typed = NULL;
  g_autoptr(MesoPatient) stored = NULL;

  g_set_str (&base->given_name, "Leila");
  typed = meso_patient_copy (base);
  stored = meso_patient_copy (base);
  g_set_str (&stored->email, "leila@example.org");
  g_set_str (&typed->given_name, "Leyla");
  g_assert_cmpuint (meso_patient_fields_merge (typed, base, stored, today), ==, 0);
  g_assert_cmpstr (typed->email, ==, "leila@example.org");
  g_assert_cmpstr (typed->given_name, ==, "Leyla");
  g_set_str (&stored->given_name, "Laila");
  g_assert_cmpuint (meso_patient_fields_merge (typed, base, stored, today), ==, 1u << MESO_PATIENT_GIVEN_NAME);
  g_assert_cmpstr (typed->given_name, ==, "Leyla");
}

/* An allergy that each of two people added is never lost. */
static void
test_merge_lists (void)
{
  const MesoCalendarDate today = { 2026, 11, 22 };
  g_autoptr(MesoPatientRecord) base = meso_patient_record_new (meso_patient_new ());
  g_autoptr(MesoPatientRecord) typed = meso_patient_record_copy (base);
  g_autoptr(MesoPatientRecord) stored = meso_patient_record_copy (base);
  g_autoptr(MesoPatientRecord) merged = NULL;
  g_autoptr(GPtrArray) active = NULL;
  MesoHealthItem *theirs = meso_health_item_new (MESO_HEALTH_ALLERGY, "Latex");
  MesoRecordConflict conflict;

  theirs->id = g_strdup ("1");
  g_ptr_array_add (stored->items, theirs);
  g_ptr_array_add (typed->items, meso_health_item_new (MESO_HEALTH_ALLERGY, "Penicillin"));
  *meso_patient_asked_of (typed->patient, MESO_HEALTH_MEDICINE) = MESO_ASKED_NONE;
  merged = meso_record_merge (typed, base, stored, today, &conflict);
  active = meso_patient_record_list_active (merged, MESO_HEALTH_ALLERGY);
  g_assert_cmpuint (active->len, ==, 2);
  g_assert_true (conflict.lists[MESO_HEALTH_ALLERGY]);
  g_assert_false (conflict.lists[MESO_HEALTH_MEDICINE]);
  g_assert_cmpint (merged->patient->medicines_asked, ==, MESO_ASKED_NONE);
}

static gpointer
get_record (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) patients = meso_patient_service_list (clinic, 0, 1, error);

  return meso_record_service_get (clinic, ((MesoPatient *) g_ptr_array_index (patients, 0))->id, error);
}

static GtkWidget *
add_allergy (Test       *self,
             const char *what)
{
  GtkWidget *row;

  meso_patient_dialog_show_part (MESO_PATIENT_DIALOG (self->dialog), "allergies");
  ui_wait (400);
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Add Allergy"), "clicked");
  ui_wait (300);
  row = get_row (self, "Allergic to");
  gtk_editable_set_text (GTK_EDITABLE (row), what);
  ui_wait (50);
  return row;
}

/* The name of the formulary is offered in the window's language, whatever was typed; what is stored is what a formula is checked for. */
static void
test_allergy (void)
{
  Test *self = set_up ("en");
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(GPtrArray) active = NULL;
  GtkWidget *row;

  open_dialog (self, NULL, "A & B");
  row = add_allergy (self, "Benzyl alc");
  g_assert_nonnull (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Benzyl alcohol"));
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Benzyl alcohol"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Benzyl alcohol");
  type (self, "Reaction", "<i>rash");
  save (self);
  record = ui_fixture_call (self->fixture, get_record, NULL);
  active = meso_patient_record_list_active (record, MESO_HEALTH_ALLERGY);
  g_assert_cmpuint (active->len, ==, 1);
  g_assert_cmpstr (((MesoHealthItem *) g_ptr_array_index (active, 0))->ingredient, ==, "benzyl-alcohol");
  g_assert_cmpstr (((MesoHealthItem *) g_ptr_array_index (active, 0))->detail, ==, "<i>rash");
  tear_down (self);
}

/* A list is part of the draft, with a line that isn't finished. */
static void
test_draft_lists (void)
{
  Test *self = set_up ("en");

  open_dialog (self, NULL, "Sara");
  add_allergy (self, "Latex");
  ui_wait (600);
  adw_dialog_force_close (self->dialog);
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  open_dialog (self, NULL, "");
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "Your unfinished draft was taken up again"));
  meso_patient_dialog_show_part (MESO_PATIENT_DIALOG (self->dialog), "allergies");
  ui_wait (400);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, "Allergic to"))), ==, "Latex");
  tear_down (self);
}

/* A fault on a page that isn't in sight brings it into sight, and what was typed stays. */
static void
test_fault_on_page (void)
{
  Test *self = set_up ("en");
  GtkWidget *email;

  open_dialog (self, NULL, "Sara");
  meso_patient_dialog_show_part (MESO_PATIENT_DIALOG (self->dialog), "contact");
  ui_wait (300);
  email = get_row (self, "E-mail");
  type (self, "E-mail", "nobody");
  save (self);
  g_assert_true (meso_field_has_error (email));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (email)), ==, "nobody");
  g_assert_true (gtk_widget_get_mapped (email));
  g_assert_cmpstr (self->last->str, ==, "");
  tear_down (self);
}

/* A number that can't be right is no wall: it wants a word of reason. */
static void
test_odd_id (void)
{
  Test *self = set_up ("en");
  g_autoptr(MesoPatientRecord) record = NULL;

  open_dialog (self, NULL, "Sara");
  type (self, "National ID", "0932833811");
  save (self);
  g_assert_cmpstr (self->last->str, ==, "");
  g_assert_true (meso_field_has_error (get_row (self, "Why this number is kept")));
  type (self, "Why this number is kept", "as on the card");
  save (self);
  g_assert_true (g_str_has_prefix (self->last->str, "open-patient '"));
  record = ui_fixture_call (self->fixture, get_record, NULL);
  g_assert_cmpstr (record->patient->national_id_reason, ==, "as on the card");
  tear_down (self);
}

/* Who changed a field is asked at the field. */
static void
test_history_of_field (void)
{
  Test *self = set_up ("en");
  MesoCalendarDate today = meso_context_get_today (self->fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (self->fixture, add, &today);
  g_autoptr(MesoPatient) changed = ui_fixture_call (self->fixture, change_phone, patient);
  GtkWidget *history;

  open_dialog (self, NULL, "");
  g_assert_null (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "History: Phone"));
  adw_dialog_force_close (self->dialog);
  open_dialog (self, patient->id, NULL);
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "History: Phone"), "clicked");
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
  history = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  g_assert_true (MESO_IS_HISTORY_DIALOG (history));
  g_assert_true (ui_shows (history, "Phone"));
  g_assert_false (ui_shows (history, "Given name"));
  adw_dialog_force_close (ADW_DIALOG (history));
  tear_down (self);
}

/* Two digits short: a warning that whoever knows better passes by, and that doesn't come again for what is on file. */
static void
test_short_phone (void)
{
  Test *self = set_up ("en");
  g_autoptr(MesoPatientRecord) record = NULL;

  open_dialog (self, NULL, "Sara");
  type (self, "Phone", "0912 555 01");
  save (self);
  g_assert_cmpstr (self->last->str, ==, "");
  g_assert_nonnull (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Keep It Anyway"));
  g_assert_true (gtk_widget_get_state_flags (get_row (self, "Phone")) & GTK_STATE_FLAG_FOCUS_WITHIN);
  type (self, "Phone", "0912 555 0142");
  g_assert_null (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Keep It Anyway"));
  type (self, "Phone", "۰۹۱۲ ۵۵۵ ۰۱");
  save (self);
  g_assert_cmpstr (self->last->str, ==, "");
  g_signal_emit_by_name (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Keep It Anyway"), "clicked");
  save (self);
  g_assert_true (g_str_has_prefix (self->last->str, "open-patient '"));
  record = ui_fixture_call (self->fixture, get_record, NULL);
  g_assert_cmpstr (record->patient->phone, ==, "0912 555 01");
  open_dialog (self, record->patient->id, NULL);
  type (self, "Family name", "Ahmadi");
  save (self);
  g_clear_pointer (&record, meso_patient_record_free);
  record = ui_fixture_call (self->fixture, get_record, NULL);
  g_assert_cmpstr (record->patient->family_name, ==, "Ahmadi");
  tear_down (self);
}

static void
test_age_only (void)
{
  Test *self = set_up ("en");
  g_autoptr(MesoPatientRecord) record = NULL;

  open_dialog (self, NULL, "Sara");
  type (self, "Age, if the date isn’t known", "old");
  save (self);
  g_assert_true (meso_field_has_error (get_row (self, "Age, if the date isn’t known")));
  type (self, "Age, if the date isn’t known", "۳۴");
  save (self);
  record = ui_fixture_call (self->fixture, get_record, NULL);
  g_assert_cmpint (record->patient->age, ==, 34);
  g_assert_true (meso_calendar_date_is_set (record->patient->age_on));
  tear_down (self);
}

static void
test_beginning (void)
{
  static const struct { const char *typed; const char *field; const char *value; } cases[] = {
    { "sara@example.org", "E-mail", "sara@example.org" }, { "1990-05-01", "Date of birth", "1990-05-01" },
    { "0077316894", "National ID", "0077316894" }, { "0912 555 0142", "Phone", "0912 555 0142" }, { "Sara", "Given name", "Sara" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Test *self = set_up ("en");

      open_dialog (self, NULL, cases[i].typed);
      meso_patient_dialog_show_part (MESO_PATIENT_DIALOG (self->dialog), g_str_equal (cases[i].field, "E-mail") ? "contact" : "");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (self, cases[i].field))), ==, cases[i].value);
      tear_down (self);
    }
}

/* The draft goes with it; the toast, which only a real window shows, brings it back. */
static void
test_cancel (void)
{
  Test *self = set_up ("en");

  open_dialog (self, NULL, "");
  type (self, "Given name", "Neda");
  ui_wait (600);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "patient-form.cancel", NULL);
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  g_assert_null (ui_fixture_call (self->fixture, get_draft, NULL));
  tear_down (self);
}

/* In the window itself: what was cancelled comes back, with its lists. */
static void
test_cancel_undone (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  MesoWindow *window = meso_window_new (NULL, fixture->context);
  AdwDialog *dialog;

  gtk_window_present (GTK_WINDOW (window));
  ui_wait (300);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", "s", "");
  ui_fixture_settle (fixture);
  ui_wait (200);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Given name")), "Neda & Co");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "patient-form.cancel", NULL);
  ui_fixture_settle (fixture);
  ui_wait (400);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_signal_emit_by_name (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Undo"), "clicked");
  ui_fixture_settle (fixture);
  ui_wait (400);
  ui_fixture_settle (fixture);
  ui_wait (200);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (MESO_IS_PATIENT_DIALOG (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Given name"))), ==,
                   "Neda & Co");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
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
  g_test_add_func ("/patient-dialog/merge-lists", test_merge_lists);
  g_test_add_func ("/patient-dialog/allergy", test_allergy);
  g_test_add_func ("/patient-dialog/draft-lists", test_draft_lists);
  g_test_add_func ("/patient-dialog/fault-on-page", test_fault_on_page);
  g_test_add_func ("/patient-dialog/odd-id", test_odd_id);
  g_test_add_func ("/patient-dialog/history-of-field", test_history_of_field);
  g_test_add_func ("/patient-dialog/short-phone", test_short_phone);
  g_test_add_func ("/patient-dialog/age-only", test_age_only);
  g_test_add_func ("/patient-dialog/beginning", test_beginning);
  g_test_add_func ("/patient-dialog/cancel", test_cancel);
  g_test_add_func ("/patient-dialog/cancel-undone", test_cancel_undone);
  return g_test_run ();
}
