/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-application-private.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "meso-language.h"
#include "meso-last-clinic.h"
#include "meso-new-clinic-dialog.h"

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       self)
{
  meso_application_quit (self);
}

/* The computer's session ends, or somebody asks from outside: the clinic is put away as if its window were closed. */
static gboolean
asked_to_end (gpointer self)
{
  meso_application_quit (self);
  return G_SOURCE_CONTINUE;
}

static void
cancel (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       self)
{
  meso_application_cancel (self);
}

static void
try_again (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  meso_application_try_again (self);
}

static void
set_language (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  meso_application_set_language (self, g_variant_get_string (parameter, NULL));
}

static void
open_demo (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  meso_application_switch (self, meso_opener_new_demo (meso_language_get ()));
}

static void
leave_demo (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  g_autofree char *path = meso_last_clinic_dup_path ();

  meso_application_switch (self, path != NULL ? meso_opener_new_file (path) : NULL);
}

static void
answered (MesoApplication     *self,
          MesoNewClinicDialog *dialog)
{
  g_autofree char *path = meso_clinic_dup_default_path ();
  MesoOpener *opener = meso_opener_new_set_up (path, meso_new_clinic_dialog_get_setup (dialog));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  meso_application_switch (self, opener);
}

static void
new_clinic (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  MesoNewClinicDialog *dialog = meso_new_clinic_dialog_new ();

  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (meso_application_get_window (self)));
}

static GtkFileDialog *
make_file_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) clinics = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (clinics, _("Clinic files and backups"));
  gtk_file_filter_add_suffix (clinics, "db");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, clinics);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static void
file_chosen (GObject      *dialog,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(MesoApplication) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    meso_application_switch (self, meso_opener_new_file (g_file_peek_path (file)));
}

static void
open_file (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  g_autoptr(GtkFileDialog) dialog = make_file_dialog (_("Open a Clinic File"));

  gtk_file_dialog_open (dialog, meso_application_get_window (self), NULL, file_chosen, g_object_ref (self));
}

/* The clinic's own place, or beside it when something is there: what doesn't open is never replaced. */
static char *
make_place_to_restore (void)
{
  g_autofree char *own = meso_clinic_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "clinic-restored-%Y-%m-%d-%H%M%S.db");

  return g_file_test (own, G_FILE_TEST_EXISTS) ? g_build_filename (folder, name, NULL) : g_steal_pointer (&own);
}

static void
copy_chosen (GObject      *dialog,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(MesoApplication) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autofree char *place = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  place = make_place_to_restore ();
  meso_application_switch (self, meso_opener_new_restore (g_file_peek_path (file), place));
}

static void
restore (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  g_autoptr(GtkFileDialog) dialog = make_file_dialog (_("Restore a Backup"));

  gtk_file_dialog_open (dialog, meso_application_get_window (self), NULL, copy_chosen, g_object_ref (self));
}

static void
about (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       self)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("Meso Clinic"),
                "application-icon", "org.example.MesoClinic",
                "version", MESO_VERSION,
                "developer-name", _("The Meso Clinic authors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Screening, exact formulas, sessions and handouts for hair mesotherapy.\n\nIt records and checks. It "
                              "doesn’t diagnose, and it doesn’t decide: a physician does, and signs. The clinical content hasn’t been "
                              "reviewed for your clinic until somebody there has done so."),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (meso_application_get_window (self)));
}

void
meso_application_add_actions (MesoApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit },
    { .name = "cancel", .activate = cancel },
    { .name = "try-again", .activate = try_again },
    { .name = "set-language", .activate = set_language, .parameter_type = "s" },
    { .name = "open-demo", .activate = open_demo },
    { .name = "leave-demo", .activate = leave_demo },
    { .name = "new-clinic", .activate = new_clinic },
    { .name = "open-file", .activate = open_file },
    { .name = "restore", .activate = restore },
    { .name = "about", .activate = about },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  /* A dialog hears none of the application's keys; leaving is possible from everywhere, and what is typed is a draft. */
  gtk_widget_class_add_binding_action (g_type_class_ref (ADW_TYPE_DIALOG), GDK_KEY_q, GDK_CONTROL_MASK, "app.quit", NULL);
  g_unix_signal_add (SIGTERM, asked_to_end, self);
  g_unix_signal_add (SIGINT, asked_to_end, self);
}
