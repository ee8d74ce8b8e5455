/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-dialog.h"

#include <glib/gi18n.h>

#include "meso-dialog-work.h"
#include "meso-error-presenter.h"
#include "meso-exchange-words.h"
#include "meso-file-choice.h"
#include "meso-import-columns-page.h"
#include "meso-import-result-page.h"
#include "meso-import-work.h"
#include "meso-text.h"
#include "meso-wait-page.h"

struct _MesoImportDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  char *path;
  MesoImportSample *sample;       /* (nullable) */
  MesoImportCheck *check;         /* (nullable): lies ready beside the clinic's file */
  MesoDialogWork *work;

  AdwNavigationView *view;
  MesoImportColumnsPage *columns;
  MesoImportResultPage *result;
};

G_DEFINE_FINAL_TYPE (MesoImportDialog, meso_import_dialog, ADW_TYPE_DIALOG)

static MesoImportWork *
make_work (MesoImportDialog *self)
{
  MesoImportWork *work = meso_import_work_new (meso_context_get_clinic (self->context), self->path,
                                               meso_dialog_work_get_operation (self->work));

  work->today = meso_context_get_today (self->context);
  return work;
}

/* run: one of #MesoImportWork */
static void
call (MesoImportDialog *self,
      MesoClinicCall    run,
      MesoImportWork   *work,
      MesoContextDone   take)
{
  meso_context_call (self->context, GTK_WIDGET (self), run, work, meso_import_work_unref, meso_import_work_unref, take, NULL);
}

static void
show_wait (MesoImportDialog *self,
           const char       *title,
           const char       *body)
{
  MesoOperation *operation = meso_dialog_work_get_operation (self->work);
  GtkWidget *bar = adw_toolbar_view_new ();
  AdwNavigationPage *page;

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (bar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (bar),
                                meso_wait_page_new (title, body, operation, _("_Cancel"),
                                                    operation != NULL ? MESO_DIALOG_WORK_CANCEL : NULL));
  page = adw_navigation_page_new_with_tag (bar, title, "wait");
  adw_navigation_page_set_can_pop (page, FALSE);
  adw_navigation_view_push (self->view, page);
}

static void
begin (MesoImportDialog *self,
       const char       *title,
       const char       *body)
{
  meso_dialog_work_begin (self->work);
  show_wait (self, title, body);
}

/* Back to where it was begun from. Returns whether the error is more than that somebody stopped it. */
static gboolean
end (MesoImportDialog *self,
     const GError     *error)
{
  adw_navigation_view_pop (self->view);
  return meso_dialog_work_end (self->work, error);
}

/* 3. All of them, or none */

static void
take_stored (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoImportDialog *self = MESO_IMPORT_DIALOG (widget);
  const MesoImportWork *work = result;
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *sentence = NULL;

  if (end (self, error))
    meso_error_presenter_alert (widget, _("import the patients"), error);
  if (error != NULL)
    return;
  number = meso_context_format_number (self->context, (gint64) work->result.n_imported);
  isolated = meso_text_isolate (number);
  /* Translators: %s is a number */
  sentence = g_strdup_printf (ngettext ("%s patient imported", "%s patients imported", work->result.n_imported), isolated);
  meso_error_presenter_say (widget, sentence, NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
import_wanted (MesoImportDialog *self)
{
  MesoImportWork *work;

  begin (self, _("Importing…"), _("Other work at this PC waits until it is done. Until then nothing is stored, and it can be stopped."));
  work = make_work (self);
  work->check = self->check;
  work->choices = meso_import_result_page_get_choices (self->result);
  call (self, meso_import_work_store, work, take_stored);
}

/* What stands in the way, for a spreadsheet */

static void
take_report (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_alert (widget, _("save the report"), error);
  else
    meso_error_presenter_say (widget, _("Report saved"), NULL);
}

static void
report_chosen (GObject      *source,
               GAsyncResult *answer,
               gpointer      user_data)
{
  g_autoptr(MesoImportDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), answer, NULL);
  MesoImportWork *work;

  if (file == NULL || self->check == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  work = make_work (self);
  g_set_str (&work->path, g_file_peek_path (file));
  work->check = self->check;
  call (self, meso_import_work_report, work, take_report);
}

static void
report_wanted (MesoImportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, "import-report.csv");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, report_chosen, g_object_ref (self));
}

/* 2. All rows */

static void
take_check (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoImportDialog *self = MESO_IMPORT_DIALOG (widget);
  MesoImportWork *work = result;

  if (end (self, error))
    meso_error_presenter_alert (widget, _("read the file"), error);
  if (error != NULL)
    return;
  self->check = g_steal_pointer (&work->check);
  self->result = MESO_IMPORT_RESULT_PAGE (meso_import_result_page_new (self->context, self->check));
  g_signal_connect_object (self->result, "import", G_CALLBACK (import_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->result, "save-report", G_CALLBACK (report_wanted), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->result));
}

/* One check of a clinic at a time. */
static void
drop_check (MesoImportDialog *self)
{
  self->result = NULL;
  if (self->check != NULL)
    meso_import_work_drop (meso_context_get_clinic (self->context), g_steal_pointer (&self->check));
}

static void
check_wanted (MesoImportDialog *self)
{
  MesoImportWork *work;

  drop_check (self);
  begin (self, _("Reading All Rows…"), _("Nothing is stored yet."));
  work = make_work (self);
  work->encoding = self->sample->encoding;
  work->separator = self->sample->separator;
  work->mapping = meso_patient_mapping_copy (meso_import_columns_page_get_mapping (self->columns));
  call (self, meso_import_work_check, work, take_check);
}

/* 1. A look */

static void look (MesoImportDialog *self, MesoImportEncoding encoding);

static void
encoding_chosen (MesoImportDialog *self)
{
  look (self, meso_import_columns_page_get_encoding (self->columns));
}

/* The page goes, and with it what it shows, when the file is read in another encoding. */
static void
take_sample (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoImportDialog *self = MESO_IMPORT_DIALOG (widget);
  MesoImportWork *work = result;
  AdwNavigationPage *page;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("read the file"), error);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  self->columns = MESO_IMPORT_COLUMNS_PAGE (meso_import_columns_page_new (self->context, work->sample));
  g_signal_connect_object (self->columns, "check", G_CALLBACK (check_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "encoding-chosen", G_CALLBACK (encoding_chosen), self, G_CONNECT_SWAPPED);
  page = ADW_NAVIGATION_PAGE (self->columns);
  adw_navigation_view_replace (self->view, &page, 1);
  g_clear_pointer (&self->sample, meso_import_sample_free);
  self->sample = g_steal_pointer (&work->sample);
}

static void
look (MesoImportDialog   *self,
      MesoImportEncoding  encoding)
{
  MesoImportWork *work = make_work (self);

  drop_check (self);
  work->encoding = encoding;
  call (self, meso_import_work_sample, work, take_sample);
}

static void
meso_import_dialog_dispose (GObject *object)
{
  MesoImportDialog *self = MESO_IMPORT_DIALOG (object);

  g_clear_object (&self->work);
  if (self->context != NULL)
    drop_check (self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_import_dialog_parent_class)->dispose (object);
}

static void
meso_import_dialog_finalize (GObject *object)
{
  MesoImportDialog *self = MESO_IMPORT_DIALOG (object);

  /* The pages that showed it are gone. */
  g_clear_pointer (&self->sample, meso_import_sample_free);
  g_free (self->path);
  G_OBJECT_CLASS (meso_import_dialog_parent_class)->finalize (object);
}

static void
meso_import_dialog_class_init (MesoImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_import_dialog_finalize;
}

static void
meso_import_dialog_init (MesoImportDialog *self)
{
  self->work = meso_dialog_work_new (ADW_DIALOG (self));
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_title (ADW_DIALOG (self), _("Import Patients"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 720);
  adw_dialog_set_content_height (ADW_DIALOG (self), 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 300, 240);
}

MesoImportDialog *
meso_import_dialog_new (MesoContext *context,
                        const char  *path)
{
  MesoImportDialog *self = g_object_new (MESO_TYPE_IMPORT_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->path = g_strdup (path);
  show_wait (self, _("Reading the File…"), "");
  look (self, MESO_IMPORT_UTF8);
  return self;
}

static void
file_chosen (MesoContext *context,
             GtkWidget   *parent,
             GFile       *file)
{
  adw_dialog_present (ADW_DIALOG (meso_import_dialog_new (context, g_file_peek_path (file))), parent);
}

void
meso_import_dialog_choose (MesoContext *context,
                           GtkWidget   *parent)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", NULL };

  meso_file_choice_open (context, parent, _("Choose a File of Patients"), _("Tables as text"), suffixes, file_chosen);
}
