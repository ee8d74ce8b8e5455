/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-application.h"

#include <glib/gi18n.h>

#include "meso-application-private.h"
#include "meso-error-presenter.h"
#include "meso-failed-page.h"
#include "meso-language.h"
#include "meso-last-clinic.h"
#include "meso-noticeboard.h"
#include "meso-opener.h"
#include "meso-put-away.h"
#include "meso-scan-copy.h"
#include "meso-start-page.h"
#include "meso-wait-page.h"
#include "meso-window.h"

/* Shorter than this nobody notices; a page that flashes by, everybody does. */
#define OPENING_IS_SLOW_MS 300
#define CLOSING_IS_SLOW_MS 500

struct _MesoApplication
{
  AdwApplication parent_instance;

  MesoWindow *window;           /* (nullable) */
  MesoOpener *opener;           /* (nullable): under way, or that failed */
  MesoOpener *next;             /* (nullable): what is opened when the clinic is put away */
  MesoOperation *closing;       /* (nullable): the copy that is made before */
  MesoContext *context;         /* (nullable): of the clinic that is open */
  char *written;                /* language, calendar and digits that the window was made in */
  guint slow;                   /* source */
  gboolean opening;
  gboolean putting_away;
  gboolean quitting;
};

G_DEFINE_FINAL_TYPE (MesoApplication, meso_application, ADW_TYPE_APPLICATION)

static void
ensure_window (MesoApplication *self)
{
  if (self->window != NULL)
    return;
  self->window = meso_window_new (GTK_APPLICATION (self), NULL);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
}

static void
show_page (MesoApplication *self,
           GtkWidget       *page)
{
  ensure_window (self);
  meso_window_set_page (self->window, page);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
meso_application_welcome (MesoApplication *self)
{
  show_page (self, meso_start_page_new ());
}

static void
enable (MesoApplication *self,
        const char      *action,
        gboolean         enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

static void
show_actions (MesoApplication *self)
{
  gboolean demo = self->context != NULL && meso_context_get_demo (self->context);

  enable (self, "leave-demo", demo);
  enable (self, "open-demo", !demo);
}

static char *
dup_written (MesoContext *context)
{
  const char *calendar = meso_context_get_setting (context, "calendar");
  const char *digits = meso_context_get_setting (context, "digits");

  return g_strdup_printf ("%s %s %s", meso_context_get_language (context), calendar != NULL ? calendar : "", digits != NULL ? digits : "");
}

static void
set_language (MesoApplication *self,
              const char      *language)
{
  meso_language_set (language);
  meso_language_apply_direction ();
}

/* What was written in another language, calendar or digits is made anew; texts that a page changes by itself are not our matter. */
static void
settings_changed (MesoApplication *self)
{
  g_autofree char *written = dup_written (self->context);

  if (g_strcmp0 (written, self->written) == 0)
    return;
  g_set_str (&self->written, written);
  set_language (self, meso_context_get_language (self->context));
  if (self->window != NULL)
    meso_window_rebuild (self->window);
}

static void
show_notice (MesoApplication *self)
{
  MesoProblem problem;
  gboolean outside;
  g_autofree char *text = NULL;

  if (!meso_opener_get_backup_failed (self->opener, &problem, &outside))
    return;
  if (outside && (problem == MESO_PROBLEM_FILE_MISSING || problem == MESO_PROBLEM_FOLDER))
    text = g_strdup (_("The last daily copy outside of this computer was not made: its folder was not there. The copy on this computer "
                       "was made. Plug the disk in, or choose another folder in the preferences."));
  else if (outside)
    /* Translators: %s says why, and what to do, in full sentences */
    text = g_strdup_printf (_("The last daily copy outside of this computer did not work. %s"), meso_error_presenter_get_body (problem));
  else
    /* Translators: %s says why, and what to do, in full sentences */
    text = g_strdup_printf (_("The last daily backup did not work. %s"), meso_error_presenter_get_body (problem));
  meso_noticeboard_set_notice (MESO_NOTICEBOARD (self->window), text);
}

static void
show_clinic (MesoApplication *self)
{
  g_set_object (&self->context, meso_opener_get_context (self->opener));
  g_free (self->written);
  self->written = dup_written (self->context);
  g_signal_connect_object (self->context, "settings-changed", G_CALLBACK (settings_changed), self, G_CONNECT_SWAPPED);
  set_language (self, meso_context_get_language (self->context));
  ensure_window (self);
  meso_window_set_context (self->window, self->context);
  show_notice (self);
  gtk_window_present (GTK_WINDOW (self->window));
  g_clear_object (&self->opener);
}

static void
opener_done (MesoApplication *self)
{
  const GError *error = meso_opener_get_error (self->opener);

  g_clear_handle_id (&self->slow, g_source_remove);
  self->opening = FALSE;
  if (error == NULL)
    show_clinic (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    meso_application_welcome (self);
  else
    show_page (self, meso_failed_page_new (meso_opener_get_path (self->opener), error));
  show_actions (self);
  g_application_release (G_APPLICATION (self));
}

static gboolean
opening_is_slow (gpointer user_data)
{
  MesoApplication *self = user_data;
  MesoOperation *operation = meso_opener_get_operation (self->opener);

  self->slow = 0;
  if (operation != NULL)
    show_page (self, meso_wait_page_new (_("Preparing the Demo Clinic…"), _("Patients and their visits are being made up."), operation,
                                         _("_Cancel"), "app.cancel"));
  else
    show_page (self, meso_wait_page_new (_("Opening the Clinic’s File…"), _("After a sudden end it is read through first, to see that "
                                                                           "nothing is lost. A file of an earlier version is brought "
                                                                           "up to date, and a copy of it is kept."), NULL, NULL, NULL));
  return G_SOURCE_REMOVE;
}

/* Takes opener. */
static void
begin_opening (MesoApplication *self,
               MesoOpener      *opener)
{
  g_clear_object (&self->opener);
  self->opener = opener;
  self->opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  g_signal_connect_object (opener, "done", G_CALLBACK (opener_done), self, G_CONNECT_SWAPPED);
  self->slow = g_timeout_add (OPENING_IS_SLOW_MS, opening_is_slow, self);
  meso_opener_start (opener);
}

static void
put_away (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(MesoApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  g_clear_handle_id (&self->slow, g_source_remove);
  self->putting_away = FALSE;
  if (!meso_clinic_put_away_finish (result, &error))
    g_printerr ("mesoclinic: %s\n", error->message);
  g_clear_object (&self->context);
  if (self->window != NULL)
    meso_window_set_page (self->window, meso_wait_page_new ("", "", NULL, NULL, NULL));
  if (self->quitting)
    g_application_quit (G_APPLICATION (self));
  else if (self->next != NULL)
    begin_opening (self, g_steal_pointer (&self->next));
  else
    meso_application_welcome (self);
}

static gboolean
closing_is_slow (gpointer user_data)
{
  MesoApplication *self = user_data;

  self->slow = 0;
  show_page (self, meso_wait_page_new (_("Closing the Clinic’s File…"), _("A backup of the day is made and checked. Everything is saved."),
                                       self->closing, _("_Close Anyway"), "app.cancel"));
  return G_SOURCE_REMOVE;
}

static void
begin_putting_away (MesoApplication *self)
{
  if (self->putting_away)
    return;
  self->putting_away = TRUE;
  g_signal_handlers_disconnect_by_func (self->context, settings_changed, self);
  self->slow = g_timeout_add (CLOSING_IS_SLOW_MS, closing_is_slow, self);
  g_clear_object (&self->closing);
  self->closing = meso_context_get_demo (self->context) ? NULL : meso_operation_new ();
  meso_clinic_put_away_async (self->context, self->closing, put_away, g_object_ref (self));
}

void
meso_application_switch (MesoApplication *self,
                         MesoOpener      *opener)
{
  g_clear_object (&self->next);
  if (self->context == NULL && !self->putting_away)
    {
      /* Two openings at once would take the file from each other. */
      if (opener != NULL && !self->opening)
        begin_opening (self, opener);
      else if (opener == NULL)
        meso_application_welcome (self);
      else
        g_object_unref (opener);
      return;
    }
  self->next = opener;
  begin_putting_away (self);
}

void
meso_application_quit (MesoApplication *self)
{
  self->quitting = TRUE;
  if (self->context != NULL)
    begin_putting_away (self);
  else
    g_application_quit (G_APPLICATION (self));
}

/* What takes long is stopped, or no longer waited for: a copy that is only half there has no name yet, and counts for nothing. */
void
meso_application_cancel (MesoApplication *self)
{
  if (self->putting_away && self->quitting)
    g_application_quit (G_APPLICATION (self));
  else if (self->opener != NULL)
    meso_opener_cancel (self->opener);
}

void
meso_application_try_again (MesoApplication *self)
{
  if (self->opener != NULL && self->context == NULL)
    meso_application_switch (self, meso_opener_get_demo (self->opener) ? meso_opener_new_demo (meso_language_get ())
                                                                       : meso_opener_new_file (meso_opener_get_path (self->opener)));
}

void
meso_application_set_language (MesoApplication *self,
                               const char      *language)
{
  set_language (self, language);
  if (self->context == NULL)
    meso_application_welcome (self);
}

GtkWindow *
meso_application_get_window (MesoApplication *self)
{
  return self->window != NULL ? GTK_WINDOW (self->window) : NULL;
}

static MesoOpener *
make_opener (GVariantDict *options)
{
  g_autofree char *path = NULL;
  g_autofree const char **files = NULL;
  gboolean demo = FALSE;

  g_variant_dict_lookup (options, "demo", "b", &demo);
  if (demo)
    return meso_opener_new_demo (meso_language_get_desktop ());
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files) && files[0] != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (files[0]);

      return meso_opener_new_file (g_file_peek_path (file) != NULL ? g_file_peek_path (file) : files[0]);
    }
  path = meso_last_clinic_dup_path ();
  return path != NULL ? meso_opener_new_file (path) : NULL;
}

/* Before the toolkit comes up, which takes longer than opening the file: by the first frame the clinic is there. */
static int
meso_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  MesoApplication *self = MESO_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("mesoclinic %s\n", MESO_VERSION);
      return 0;
    }
  self->next = make_opener (options);
  return -1;
}

static int
meso_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  MesoApplication *self = MESO_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean asks = g_variant_dict_contains (options, "demo") || g_variant_dict_contains (options, G_OPTION_REMAINING);

  if (self->window != NULL && g_application_command_line_get_is_remote (command_line) && asks)
    meso_application_switch (self, make_opener (options));
  else if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
  else if (self->opener == NULL)
    meso_application_welcome (self);
  return 0;
}

static void
meso_application_startup (GApplication *application)
{
  MesoApplication *self = MESO_APPLICATION (application);

  if (self->next != NULL)
    begin_opening (self, g_steal_pointer (&self->next));
  G_APPLICATION_CLASS (meso_application_parent_class)->startup (application);
  meso_application_add_actions (self);
  show_actions (self);
  set_language (self, meso_language_get_desktop ());
}

/* What was opened in another program stays there no longer than this one runs. */
static void
meso_application_shutdown (GApplication *application)
{
  meso_scan_copy_remove_all ();
  G_APPLICATION_CLASS (meso_application_parent_class)->shutdown (application);
}

static void
meso_application_dispose (GObject *object)
{
  MesoApplication *self = MESO_APPLICATION (object);

  g_clear_handle_id (&self->slow, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->opener);
  g_clear_object (&self->next);
  g_clear_object (&self->closing);
  g_clear_object (&self->context);
  g_clear_pointer (&self->written, g_free);
  G_OBJECT_CLASS (meso_application_parent_class)->dispose (object);
}

static void
meso_application_class_init (MesoApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_application_dispose;
  G_APPLICATION_CLASS (klass)->handle_local_options = meso_application_handle_local_options;
  G_APPLICATION_CLASS (klass)->command_line = meso_application_command_line;
  G_APPLICATION_CLASS (klass)->startup = meso_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = meso_application_shutdown;
}

static void
meso_application_init (MesoApplication *self)
{
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demo clinic"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE]") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

MesoApplication *
meso_application_new (void)
{
  return g_object_new (MESO_TYPE_APPLICATION,
                       "application-id", "org.example.MesoClinic",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/example/MesoClinic",
                       NULL);
}
