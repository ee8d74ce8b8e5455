/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What is done with a record as a whole, from the menu of its page: history, merge, archive, release, erasure, photo. */

#include <glib/gstdio.h>
#include <string.h>

#include "meso-ask-dialog.h"
#include "meso-audit-service.h"
#include "meso-field.h"
#include "meso-history-dialog.h"
#include "meso-merge-dialog.h"
#include "meso-patient-header.h"
#include "meso-patient-page.h"
#include "meso-patient-photo.h"
#include "meso-patient-release.h"
#include "meso-patient-service.h"
#include "meso-timeline-view.h"
#include "window-actions.h"

typedef struct
{
  UiFixture *fixture;
  MesoPatient *patient;
  GtkWidget *page;
  GtkWindow *window;
  GString *last;
} Test;

static gpointer
add (MesoClinic  *clinic,
     gpointer     name,
     GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  const MesoCalendarDate today = { 2026, 11, 22 };

  g_set_str (&patient->given_name, name);
  g_set_str (&patient->family_name, "A & B <i>");
  g_set_str (&patient->phone, "0912 555 0142");
  return meso_patient_service_add (clinic, patient, today, error);
}

static gpointer
change_phone (MesoClinic  *clinic,
              gpointer     id,
              GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_service_get (clinic, id, error);
  const MesoCalendarDate today = { 2026, 11, 22 };

  g_set_str (&patient->phone, "0912 555 0199");
  return meso_patient_service_update (clinic, patient, today, error);
}

static gpointer
get (MesoClinic  *clinic,
     gpointer     id,
     GError     **error)
{
  return meso_patient_service_get (clinic, id, error);
}

static void
settle (Test *self)
{
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  ui_wait (300);
}

static Test *
set_up (const char *language,
        int         width)
{
  Test *self = g_new0 (Test, 1);

  self->fixture = ui_fixture_new (language, 0);
  self->patient = ui_fixture_call (self->fixture, add, (gpointer) "Leila");
  self->last = g_string_new (NULL);
  self->page = GTK_WIDGET (meso_patient_page_new (self->fixture->context, self->patient->id));
  self->window = ui_show (self->page, width, 800);
  window_actions_insert (self->window, self->last);
  settle (self);
  return self;
}

static void
tear_down (Test *self)
{
  gtk_window_destroy (self->window);
  ui_fixture_settle (self->fixture);
  ui_fixture_free (self->fixture);
  meso_patient_free (self->patient);
  g_string_free (self->last, TRUE);
  g_free (self);
}

static void
act (Test       *self,
     const char *action)
{
  gtk_widget_activate_action (self->page, action, NULL);
  settle (self);
}

static GtkWidget *
get_dialog (Test *self)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
}

static void
type (Test       *self,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
says (GtkWidget  *widget,
      const char *part)
{
  g_autofree char *words = ui_dup_words (widget);

  return strstr (words, part) != NULL;
}

static void
test_history (void)
{
  Test *self = set_up ("en", 1000);
  g_autoptr(MesoPatient) changed = ui_fixture_call (self->fixture, change_phone, self->patient->id);
  GtkWidget *dialog;

  act (self, "patient.history");
  dialog = get_dialog (self);
  g_assert_true (MESO_IS_HISTORY_DIALOG (dialog));
  g_assert_true (says (dialog, "912\u00A0555\u00A00199"));
  g_assert_true (says (dialog, "Dr Sara Karimi"));
  /* One field: nobody ever changed the notes. */
  adw_dialog_force_close (ADW_DIALOG (dialog));
  dialog = GTK_WIDGET (meso_history_dialog_new (self->fixture->context, self->patient->id, "notes"));
  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  g_assert_true (ui_shows (dialog, "Nothing was changed here."));
  g_assert_false (says (dialog, "0199"));
  tear_down (self);
}

static void
test_merge (gconstpointer language)
{
  Test *self = set_up (language, 1000);
  g_autoptr(MesoPatient) other = ui_fixture_call (self->fixture, add, (gpointer) "Leyla");
  g_autoptr(MesoPatient) found = NULL;
  g_autofree char *opened = g_strdup_printf ("open-patient '%s'", self->patient->id);
  GtkWidget *dialog = GTK_WIDGET (meso_merge_dialog_new (self->fixture->context, self->patient->id, other->id));
  GtkWidget *reason;

  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  g_assert_true (says (dialog, "Leyla"));
  /* The name is markup to nobody. */
  g_assert_true (says (dialog, "A & B <i>"));
  reason = ui_get (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_widget_activate_action (dialog, "merge-records.merge", NULL);
  settle (self);
  g_assert_true (meso_field_has_error (reason));
  gtk_editable_set_text (GTK_EDITABLE (reason), "same card");
  gtk_widget_activate_action (dialog, "merge-records.merge", NULL);
  settle (self);
  g_assert_cmpstr (self->last->str, ==, opened);
  /* Either number leads to the one that was kept, and its page says so. */
  found = ui_fixture_call (self->fixture, get, other->file_number);
  g_assert_cmpstr (found->id, ==, self->patient->id);
  if (g_str_equal (language, "en"))
    {
      g_autofree char *tag = g_strdup_printf ("Also file \u2066%s\u2069", other->file_number);

      g_assert_true (ui_shows (self->page, tag));
    }
  tear_down (self);
}

static void
test_not_the_same (void)
{
  Test *self = set_up ("en", 360);
  g_autoptr(MesoPatient) other = ui_fixture_call (self->fixture, add, (gpointer) "Leyla");
  GtkWidget *dialog = GTK_WIDGET (meso_merge_dialog_new (self->fixture->context, self->patient->id, other->id));
  g_autoptr(MesoPatient) found = NULL;

  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  gtk_widget_activate_action (dialog, "merge-records.different", NULL);
  settle (self);
  g_assert_null (get_dialog (self));
  found = ui_fixture_call (self->fixture, get, other->file_number);
  g_assert_cmpstr (found->id, ==, other->id);
  tear_down (self);
}

static void
test_archive (gconstpointer language)
{
  Test *self = set_up (language, 800);
  g_autoptr(MesoPatient) archived = NULL;
  g_autoptr(MesoPatient) restored = NULL;

  act (self, "patient.archive");
  archived = ui_fixture_call (self->fixture, get, self->patient->id);
  g_assert_true (archived->archived);
  settle (self);
  if (g_str_equal (language, "en"))
    g_assert_true (ui_shows (self->page, "This record is archived"));
  act (self, "patient.restore");
  restored = ui_fixture_call (self->fixture, get, self->patient->id);
  g_assert_false (restored->archived);
  tear_down (self);
}

/* Nothing goes before the number of the very record was typed. */
static void
test_erase (void)
{
  Test *self = set_up ("en", 800);
  g_autofree char *number = g_strdup_printf ("Type the file number, \u2066%s\u2069", self->patient->file_number);

  act (self, "patient.erase");
  g_assert_true (MESO_IS_ASK_DIALOG (get_dialog (self)));
  type (self, "Reason, without the name", "asked for it");
  type (self, "Law or request", "data protection");
  type (self, number, "1");
  gtk_widget_activate_action (get_dialog (self), "ask.answer", NULL);
  settle (self);
  g_assert_true (meso_field_has_error (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, number)));
  g_assert_true (says (self->page, "A & B <i>"));
  type (self, number, self->patient->file_number);
  gtk_widget_activate_action (get_dialog (self), "ask.answer", NULL);
  settle (self);
  ui_wait (500);
  settle (self);
  g_assert_true (ui_shows (self->page, "This Record Was Erased"));
  g_assert_false (says (self->page, "A & B <i>"));
  tear_down (self);
}

/* What was typed is there again, but for what is typed to make sure; and it goes with what it was typed for. */
static void
test_reasons_are_kept (void)
{
  Test *self = set_up ("en", 800);
  g_autofree char *number = g_strdup_printf ("Type the file number, \u2066%s\u2069", self->patient->file_number);

  act (self, "patient.erase");
  type (self, "Reason, without the name", "asked for it");
  type (self, number, self->patient->file_number);
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  settle (self);
  act (self, "patient.erase");
  g_assert_true (ui_shows (get_dialog (self), "Your unfinished draft was taken up again"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, "Reason, without the name"))), ==,
                   "asked for it");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, number))), ==, "");
  g_signal_emit_by_name (ui_get (get_dialog (self), GTK_TYPE_BUTTON, "Start Over"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, "Reason, without the name"))), ==,
                   "");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (self)));
  settle (self);
  tear_down (self);
}

static void
test_merge_draft (void)
{
  Test *self = set_up ("en", 800);
  g_autoptr(MesoPatient) other = ui_fixture_call (self->fixture, add, (gpointer) "Leyla");
  GtkWidget *dialog = GTK_WIDGET (meso_merge_dialog_new (self->fixture->context, self->patient->id, other->id));

  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  type (self, "How it is known that they are one person", "same <b>card");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle (self);
  /* From the other side: the same pair. */
  dialog = GTK_WIDGET (meso_merge_dialog_new (self->fixture->context, other->id, self->patient->id));
  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "How it is known that they are one person"))),
                   ==, "same <b>card");
  gtk_widget_activate_action (dialog, "merge-records.different", NULL);
  settle (self);
  dialog = GTK_WIDGET (meso_merge_dialog_new (self->fixture->context, self->patient->id, other->id));
  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  settle (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "How it is known that they are one person"))),
                   ==, "");
  tear_down (self);
}

/* Who may be the same person stands over everybody else. */
static void
test_likely_first (void)
{
  Test *self = set_up ("en", 800);
  g_autoptr(MesoPatient) other = ui_fixture_call (self->fixture, add, (gpointer) "Leila");

  act (self, "patient.merge");
  g_assert_true (ui_shows (get_dialog (self), "Likely the Same Person"));
  g_assert_true (says (get_dialog (self), "same phone · same name"));
  tear_down (self);
}

/* The focus is on what comes next, not on the way back. */
static void
test_focus (void)
{
  Test *self = set_up ("en", 800);
  GtkWidget *focus = gtk_window_get_focus (self->window);

  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, MESO_TYPE_PATIENT_HEADER));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "Start Screening");
  tear_down (self);
}

static void
test_release (void)
{
  Test *self = set_up ("en", 800);
  static const char *const answers[] = { "Dr <b>Azizi", "second opinion", "", NULL };
  g_autofree char *path = g_dir_make_tmp ("meso-release-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint pdf = 0;
  guint json = 0;

  act (self, "patient.release");
  /* Its Cancel closes the dialog, not the window that it stands in. */
  gtk_widget_activate_action (get_dialog (self), "window.close", NULL);
  settle (self);
  g_assert_null (get_dialog (self));
  g_assert_true (gtk_widget_get_mapped (self->page));
  act (self, "patient.release");
  gtk_widget_activate_action (get_dialog (self), "ask.answer", NULL);
  g_assert_true (meso_field_has_error (ui_get (get_dialog (self), ADW_TYPE_ENTRY_ROW, "To whom")));
  meso_patient_release_make (get_dialog (self), self->fixture->context, self->patient->id, answers, folder);
  settle (self);
  ui_wait (500);
  g_assert_null (get_dialog (self));
  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      pdf += g_str_has_suffix (name, ".pdf");
      json += g_str_has_suffix (name, ".json");
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpuint (pdf, ==, 1);
  g_assert_cmpuint (json, ==, 1);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  tear_down (self);
}

static gpointer
count_releases (MesoClinic  *clinic,
                gpointer     unused,
                GError     **error)
{
  g_autoptr(GPtrArray) entries = meso_audit_service_list (clinic, 0, error);
  guint n = 0;

  g_assert_no_error (*error);
  for (guint i = 0; i < entries->len; i++)
    n += g_str_equal (((MesoAuditRow *) g_ptr_array_index (entries, i))->action, "release");
  return GUINT_TO_POINTER (n + 1);
}

/* Where nothing can be written, nothing was given out: the log doesn't say so either. */
static void
test_release_not_written (void)
{
  Test *self = set_up ("en", 800);
  static const char *const answers[] = { "Dr Azizi", "second opinion", "", NULL };
  g_autofree char *path = g_dir_make_tmp ("meso-release-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  g_assert_cmpint (g_rmdir (path), ==, 0);
  act (self, "patient.release");
  meso_patient_release_make (get_dialog (self), self->fixture->context, self->patient->id, answers, folder);
  settle (self);
  ui_wait (500);
  g_assert_nonnull (get_dialog (self));
  g_assert_cmpuint (GPOINTER_TO_UINT (ui_fixture_call (self->fixture, count_releases, NULL)), ==, 1);
  tear_down (self);
}

static GFile *
write_picture (const char *folder,
               const char *name)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 400);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  return g_file_new_for_path (path);
}

static void
test_photo (void)
{
  Test *self = set_up ("en", 800);
  AdwAvatar *avatar = ADW_AVATAR (ui_get (self->page, ADW_TYPE_AVATAR, NULL));
  g_autoptr(GFile) picture = write_picture (self->fixture->folder, "face.png");
  g_autofree char *path = g_build_filename (self->fixture->folder, "lie.jpg", NULL);
  g_autoptr(GFile) lie = g_file_new_for_path (path);

  g_assert_null (adw_avatar_get_custom_image (avatar));
  g_assert_true (g_file_set_contents (path, "not a picture", -1, NULL));
  meso_patient_photo_take (self->page, self->fixture->context, self->patient->id, lie);
  settle (self);
  g_assert_null (adw_avatar_get_custom_image (avatar));
  meso_patient_photo_take (self->page, self->fixture->context, self->patient->id, picture);
  settle (self);
  settle (self);
  g_assert_nonnull (adw_avatar_get_custom_image (avatar));
  act (self, "patient.remove-photo");
  settle (self);
  g_assert_null (adw_avatar_get_custom_image (avatar));
  tear_down (self);
}

/* Where the cards don't fit beside the timeline, they have a place of their own. */
static void
test_cards (void)
{
  Test *self = set_up ("en", 360);
  g_autofree char *asked = g_strdup_printf ("edit-patient-part ('%s', 'allergies')", self->patient->id);
  GtkWidget *row;

  g_assert_true (ui_shows (self->page, "Allergies not asked"));
  gtk_widget_activate_action (self->page, "patient.show", "s", "details");
  settle (self);
  row = ui_get (self->page, ADW_TYPE_ACTION_ROW, "Allergies");
  g_assert_true (gtk_widget_get_mapped (row));
  gtk_widget_activate_action (self->page, "patient.edit-part", "s", "allergies");
  g_assert_cmpstr (self->last->str, ==, asked);
  tear_down (self);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/patient-acts/history", test_history);
  g_test_add_data_func ("/patient-acts/merge", "en", test_merge);
  g_test_add_data_func ("/patient-acts/merge-persian", "fa", test_merge);
  g_test_add_func ("/patient-acts/not-the-same", test_not_the_same);
  g_test_add_data_func ("/patient-acts/archive", "en", test_archive);
  g_test_add_data_func ("/patient-acts/archive-persian", "fa", test_archive);
  g_test_add_func ("/patient-acts/erase", test_erase);
  g_test_add_func ("/patient-acts/release", test_release);
  g_test_add_func ("/patient-acts/release-not-written", test_release_not_written);
  g_test_add_func ("/patient-acts/reasons-are-kept", test_reasons_are_kept);
  g_test_add_func ("/patient-acts/merge-draft", test_merge_draft);
  g_test_add_func ("/patient-acts/likely-first", test_likely_first);
  g_test_add_func ("/patient-acts/focus", test_focus);
  g_test_add_func ("/patient-acts/photo", test_photo);
  g_test_add_func ("/patient-acts/cards", test_cards);
  return g_test_run ();
}
