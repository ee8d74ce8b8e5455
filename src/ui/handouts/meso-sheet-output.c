/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sheet-output.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "meso-clinic-call.h"

struct _MesoSheetOutput
{
  GWeakRef page;
  MesoSheetWanted wanted;
  MesoSheetFinished finished;
  GtkPrintDialog *dialog;        /* printing */
  GtkPrintSetup *setup;
  GFile *file;                   /* where it is saved, or what is printed */
  MesoContext *context;          /* once the sheet is made */
  char *issue;                   /* (nullable): as what it is kept while it is printed */
};

static gpointer
take_back (MesoClinic  *clinic,
           gpointer     issue,
           GError     **error)
{
  meso_handout_service_take_back (clinic, issue, "The sheet could not be printed.", error);
  return NULL;
}

static void
taken_back (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  meso_clinic_call_finish (MESO_CLINIC (source), result, &error);
  if (error != NULL)
    g_debug ("A sheet that nobody got still counts as handed out: %s", error->message);
}

static void
end (MesoSheetOutput *self,
     gboolean         done,
     const GError    *error)
{
  g_autoptr(GtkWidget) page = g_weak_ref_get (&self->page);
  gboolean cancelled = g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
                       g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);

  /* Before the page asks what is due now: calls keep their order. */
  if (!done && self->issue != NULL)
    meso_clinic_call_async (meso_context_get_clinic (self->context), take_back, g_strdup (self->issue), g_free, NULL, NULL,
                            taken_back, NULL);
  if (page != NULL && !gtk_widget_in_destruction (page))
    self->finished (page, self->dialog != NULL, done, cancelled ? NULL : error);
  if (self->dialog != NULL && self->file != NULL)
    g_file_delete (self->file, NULL, NULL);
  g_weak_ref_clear (&self->page);
  g_clear_object (&self->dialog);
  g_clear_pointer (&self->setup, gtk_print_setup_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->context);
  g_free (self->issue);
  g_free (self);
}

static MesoSheetOutput *
begin (GtkWidget         *page,
       MesoSheetWanted    wanted,
       MesoSheetFinished  finished)
{
  MesoSheetOutput *self = g_new0 (MesoSheetOutput, 1);

  g_weak_ref_init (&self->page, page);
  self->wanted = wanted;
  self->finished = finished;
  return self;
}

static void
ask (MesoSheetOutput *self)
{
  g_autoptr(GtkWidget) page = g_weak_ref_get (&self->page);

  if (page != NULL && !gtk_widget_in_destruction (page))
    self->wanted (page, self);
  else
    end (self, FALSE, NULL);
}

/* What is printed lies in a file of its own for as long as that takes, readable by nobody else. */
static GFile *
make_print_file (GError **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("sheet-XXXXXX.pdf", &stream, error);

  if (file != NULL)
    g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);
  return file;
}

static void
set_up (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  MesoSheetOutput *self = user_data;
  g_autoptr(GError) error = NULL;

  self->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (self->setup != NULL)
    self->file = make_print_file (&error);
  if (self->file == NULL)
    end (self, FALSE, error);
  else
    ask (self);
}

void
meso_sheet_output_print (GtkWidget         *page,
                         const char        *title,
                         MesoSheetWanted    wanted,
                         MesoSheetFinished  finished)
{
  MesoSheetOutput *self = begin (page, wanted, finished);

  self->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (self->dialog, title);
  gtk_print_dialog_setup (self->dialog, GTK_WINDOW (gtk_widget_get_root (page)), NULL, set_up, self);
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MesoSheetOutput *self = user_data;
  g_autoptr(GError) error = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file == NULL)
    end (self, FALSE, error);
  else
    ask (self);
}

void
meso_sheet_output_save (GtkWidget         *page,
                        const char        *suggested_name,
                        MesoSheetWanted    wanted,
                        MesoSheetFinished  finished)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Save Sheet"));
  gtk_file_dialog_set_initial_name (dialog, suggested_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (page)), NULL, file_chosen, begin (page, wanted, finished));
}

static void
printed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean done = gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error);

  end (user_data, done, error);
}

GFile *
meso_sheet_output_get_file (MesoSheetOutput *self)
{
  return self->file;
}

void
meso_sheet_output_take_written (MesoSheetOutput *self,
                                const GError    *error)
{
  g_autoptr(GtkWidget) page = g_weak_ref_get (&self->page);
  GtkRoot *root = page != NULL ? gtk_widget_get_root (page) : NULL;

  if (error != NULL || self->dialog == NULL)
    end (self, error == NULL, error);
  else
    gtk_print_dialog_print_file (self->dialog, root != NULL ? GTK_WINDOW (root) : NULL, self->setup, self->file, NULL, printed, self);
}

static void
sheet_made (GtkWidget    *page,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoSheetOutput *self = user_data;
  const MesoIssuedHandout *sheet = result;

  if (sheet == NULL)
    {
      end (self, FALSE, error);
      return;
    }
  g_set_str (&self->issue, sheet->issue);
  meso_sheet_output_take_written (self, NULL);
}

void
meso_sheet_output_make (MesoSheetOutput   *self,
                        MesoContext       *context,
                        GtkWidget         *page,
                        MesoHandoutChoice *choice)
{
  g_set_object (&self->context, context);
  g_set_object (&choice->file, self->file);
  meso_context_call (context, page, meso_handout_choice_issue, choice, (GDestroyNotify) meso_handout_choice_free,
                     (GDestroyNotify) meso_issued_handout_free, sheet_made, self);
}
