/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-release.h"

#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-patient-release-service.h"
#include "meso-patient-words.h"

typedef struct
{
  char *patient;
  GStrv answers;
  GFile *folder;
  MesoCivilTime now;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->patient);
  g_strfreev (request->answers);
  g_clear_object (&request->folder);
  g_free (request);
}

/* Never over a file that is there: an earlier release is somebody's paper. (nullable) (transfer full): what was written */
static GFile *
save (GFile       *folder,
      const char  *name,
      GBytes      *bytes,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_get_child (folder, name);
  g_autoptr(GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);

  if (stream == NULL)
    return NULL;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
                                 error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return g_steal_pointer (&file);
  g_file_delete (file, NULL, NULL);
  return NULL;
}

typedef struct
{
  GFile *folder;
  char *stamp;
  char *name;           /* (nullable): of the pages */
  GFile *pdf;           /* (nullable): written */
  GFile *json;          /* (nullable): written */
} Files;

static void
files_clear (Files *self)
{
  g_free (self->stamp);
  g_free (self->name);
  g_clear_object (&self->pdf);
  g_clear_object (&self->json);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

/* What isn't in the log as released must not lie about. */
static void
files_remove (Files *self)
{
  if (self->pdf != NULL)
    g_file_delete (self->pdf, NULL, NULL);
  if (self->json != NULL)
    g_file_delete (self->json, NULL, NULL);
}

/* Before the log says that the record was released. */
static gboolean
deliver (GBytes      *pdf,
         GBytes      *data,
         const char  *file_number,
         gpointer     user_data,
         GError     **error)
{
  Files *files = user_data;
  g_autofree char *name = g_strdup_printf ("record-%s-%s.json", file_number, files->stamp);

  files->name = g_strdup_printf ("record-%s-%s.pdf", file_number, files->stamp);
  /* What can't be part of a file's name. */
  g_strdelimit (files->name, "/\\:", '-');
  g_strdelimit (name, "/\\:", '-');
  files->pdf = save (files->folder, files->name, pdf, error);
  if (files->pdf == NULL)
    return FALSE;
  files->json = save (files->folder, name, data, error);
  return files->json != NULL;
}

static gpointer
release (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_auto(Files) files = { .folder = request->folder, .stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S") };
  const MesoReleaseRequest asked = {
    .patient = request->patient, .recipient = request->answers[0], .reason = request->answers[1],
    .language = *request->answers[2] != '\0' ? request->answers[2] : NULL, .printed_at = request->now, .creation = now,
    .deliver = deliver, .deliver_data = &files,
  };
  g_autoptr(MesoRelease) made = meso_patient_release_service_make (clinic, &asked, error);

  if (made != NULL)
    return g_steal_pointer (&files.name);
  files_remove (&files);
  return NULL;
}

static void
released (GtkWidget    *dialog,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (dialog));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), FALSE);
      meso_error_presenter_alert (dialog, _("release the record"), error);
      return;
    }
  name = meso_words_isolate (result);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("The record was released: %s, and its data beside it"), name);
  meso_error_presenter_say (window, text, NULL);
  meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
}

void
meso_patient_release_make (GtkWidget         *dialog,
                           MesoContext       *context,
                           const char        *patient,
                           const char *const *answers,
                           GFile             *folder)
{
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (patient);
  request->answers = g_strdupv ((GStrv) answers);
  request->folder = g_object_ref (folder);
  request->now = meso_context_get_now (context);
  meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), TRUE);
  meso_context_call (context, dialog, release, request, request_free, g_free, released, NULL);
}

typedef struct
{
  GtkWidget *dialog;            /* weak */
  MesoContext *context;
  char *patient;
  GStrv answers;
} Choice;

static void
folder_chosen (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Choice *choice = data;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL && choice->dialog != NULL && !gtk_widget_in_destruction (choice->dialog))
    meso_patient_release_make (choice->dialog, choice->context, choice->patient, (const char *const *) choice->answers, folder);
  g_clear_weak_pointer (&choice->dialog);
  g_object_unref (choice->context);
  g_free (choice->patient);
  g_strfreev (choice->answers);
  g_free (choice);
}

static void
answered (MesoAskDialog *dialog,
          GStrv          answers,
          MesoContext   *context)
{
  g_autoptr(GtkFileDialog) files = gtk_file_dialog_new ();
  Choice *choice = g_new0 (Choice, 1);

  g_set_weak_pointer (&choice->dialog, GTK_WIDGET (dialog));
  choice->context = g_object_ref (context);
  choice->patient = g_strdup (meso_ask_dialog_get_patient (dialog));
  choice->answers = g_strdupv (answers);
  gtk_file_dialog_set_title (files, _("Folder for the Record"));
  gtk_file_dialog_set_accept_label (files, _("_Release Here"));
  gtk_file_dialog_select_folder (files, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), NULL, folder_chosen, choice);
}

void
meso_patient_release_begin (GtkWidget         *page,
                            MesoContext       *context,
                            const MesoPatient *patient)
{
  static const char *const languages[] = { "", "en", "fa", NULL };
  const char *const words[] = { _("The patient’s own"), "English", "فارسی", NULL };
  MesoAskDialog *dialog = meso_ask_dialog_new (_("Release Record"),
                                               _("The whole record is put into a folder of your choice: as a PDF to read, and as data "
                                                 "for another program. To whom and why is written into the log. The files are not "
                                                 "protected by a password."), _("_Choose Folder…"), FALSE);

  meso_ask_dialog_add_entry (dialog, _("To whom"), _("Write who gets the record."));
  meso_ask_dialog_add_entry (dialog, _("Why"), _("Write a reason: whoever looks at the log later needs it."));
  meso_ask_dialog_add_choice (dialog, _("Language"), languages, words);
  meso_ask_dialog_keep (dialog, context, "release", patient->id);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered), context, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}
