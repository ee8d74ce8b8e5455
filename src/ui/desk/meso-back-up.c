/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-back-up.h"

#include <glib/gi18n.h>

#include "meso-backup-service.h"
#include "meso-daily-backup.h"
#include "meso-error-presenter.h"
#include "meso-noticeboard.h"
#include "meso-text.h"

typedef struct
{
  MesoContext *context;
  GtkWindow *window;
  AdwToast *progress;
} BackUp;

typedef struct
{
  char *folder;
  char *when;
} Request;

static void
back_up_free (BackUp *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->window);
  g_clear_object (&self->progress);
  g_free (self);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->folder);
  g_free (request->when);
  g_free (request);
}

static gpointer
write_copy (MesoClinic  *clinic,
            gpointer     data,
            GError     **error)
{
  Request *request = data;
  g_autofree char *path = meso_daily_backup_make_path (clinic, request->folder, request->when, error);
  MesoBackupResult *result = path != NULL ? meso_backup_service_write (clinic, path, error) : NULL;

  if (result != NULL)
    meso_daily_backup_forget_failure ();
  return result;
}

static void
say_written (BackUp                 *self,
             const MesoBackupResult *result)
{
  g_autofree char *number = meso_context_format_number (self->context, result->patients);
  g_autofree char *isolated = meso_text_isolate (number);
  g_autofree char *text = g_strdup_printf (ngettext ("Backup written and checked: %s patient", "Backup written and checked: %s patients",
                                                     (gulong) result->patients), isolated);

  meso_noticeboard_set_notice (MESO_NOTICEBOARD (self->window), NULL);
  meso_error_presenter_say (GTK_WIDGET (self->window), text, NULL);
}

static void
written (GtkWidget    *widget,
         gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  BackUp *self = user_data;

  adw_toast_dismiss (self->progress);
  if (error != NULL)
    meso_error_presenter_alert (widget, _("write the backup"), error);
  else
    say_written (self, result);
  back_up_free (self);
}

static void
folder_chosen (GObject      *dialog,
               GAsyncResult *result,
               gpointer      user_data)
{
  BackUp *self = user_data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  Request *request;

  if (folder == NULL || g_file_peek_path (folder) == NULL)
    {
      back_up_free (self);
      return;
    }
  request = g_new0 (Request, 1);
  request->folder = g_file_get_path (folder);
  request->when = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  self->progress = g_object_ref (adw_toast_new (_("Writing a backup…")));
  adw_toast_set_timeout (self->progress, 0);
  meso_noticeboard_add_toast (MESO_NOTICEBOARD (self->window), g_object_ref (self->progress));
  meso_context_call (self->context, GTK_WIDGET (self->window), write_copy, request, request_free,
                     (GDestroyNotify) meso_backup_result_free, written, self);
}

void
meso_back_up_now (MesoContext *context,
                  GtkWindow   *window)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  BackUp *self = g_new0 (BackUp, 1);

  self->context = g_object_ref (context);
  self->window = g_object_ref (window);
  gtk_file_dialog_set_title (dialog, _("Choose a Folder for the Backup"));
  gtk_file_dialog_set_accept_label (dialog, _("_Back Up Here"));
  gtk_file_dialog_select_folder (dialog, window, NULL, folder_chosen, self);
}
