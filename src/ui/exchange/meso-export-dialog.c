/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-export-dialog.h"

#include <glib/gi18n.h>

#include "meso-dialog-work.h"
#include "meso-draft-keeper.h"
#include "meso-draft-text.h"
#include "meso-error-presenter.h"
#include "meso-export-service.h"
#include "meso-text.h"
#include "meso-wait-page.h"

struct _MesoExportDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoDialogWork *work;
  MesoDraftKeeper *keeper;
  gboolean filling;

  GtkStack *stack;
  AdwComboRow *who_row;
  AdwComboRow *program_row;
  AdwEntryRow *recipient_row;
  AdwEntryRow *reason_row;
  GtkWidget *export_button;
};

G_DEFINE_FINAL_TYPE (MesoExportDialog, meso_export_dialog, ADW_TYPE_DIALOG)

/* What is typed; what is only chosen is chosen again as fast. */
static void
keep (MesoExportDialog *self)
{
  g_autofree char *text = NULL;

  if (self->filling || self->keeper == NULL)
    return;
  text = meso_draft_text_new ("recipient", gtk_editable_get_text (GTK_EDITABLE (self->recipient_row)),
                              "reason", gtk_editable_get_text (GTK_EDITABLE (self->reason_row)), NULL);
  meso_draft_keeper_set_text (self->keeper, text);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoExportDialog *self = MESO_EXPORT_DIALOG (widget);
  g_autoptr(GHashTable) draft = meso_draft_text_read (text);

  if (draft == NULL)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->recipient_row), meso_draft_text_get (draft, "recipient"));
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), meso_draft_text_get (draft, "reason"));
  self->filling = FALSE;
}

typedef struct
{
  MesoExportRequest request;
  char *recipient;
  char *reason;
  char *path;
  MesoOperation *operation;
  guint64 n_patients;
} Work;

static void
clear_work (gpointer data)
{
  Work *work = data;

  g_free (work->recipient);
  g_free (work->reason);
  g_free (work->path);
  g_object_unref (work->operation);
}

static void
unref_work (gpointer work)
{
  g_atomic_rc_box_release_full (work, clear_work);
}

static gpointer
write_file (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  Work *work = request;

  return meso_export_service_write_file (clinic, &work->request, work->path, TRUE, work->operation, &work->n_patients, error)
           ? g_atomic_rc_box_acquire (work) : NULL;
}

static void
take_written (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoExportDialog *self = MESO_EXPORT_DIALOG (widget);
  const Work *work = result;
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *sentence = NULL;
  gboolean failed;

  failed = meso_dialog_work_end (self->work, error);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_stack_remove (self->stack, gtk_stack_get_child_by_name (self->stack, "wait"));
  gtk_widget_set_visible (self->export_button, TRUE);
  if (failed)
    meso_error_presenter_alert (widget, _("export the patients"), error);
  if (error != NULL)
    return;
  meso_draft_keeper_discard (self->keeper);
  number = meso_context_format_number (self->context, (gint64) work->n_patients);
  isolated = meso_text_isolate (number);
  /* Translators: %s is a number */
  sentence = g_strdup_printf (ngettext ("%s patient exported", "%s patients exported", work->n_patients), isolated);
  meso_error_presenter_say (widget, sentence, NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

void
meso_export_dialog_write (MesoExportDialog *self,
                          GFile            *file)
{
  Work *work = g_atomic_rc_box_new0 (Work);
  gboolean for_spreadsheets = adw_combo_row_get_selected (self->program_row) == 0;
  MesoOperation *operation = meso_dialog_work_begin (self->work);

  work->recipient = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->recipient_row)));
  work->reason = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
  work->path = g_file_get_path (file);
  work->operation = g_object_ref (operation);
  work->request = (MesoExportRequest) {
    .who = (MesoExportWho) (adw_combo_row_get_selected (self->who_row)),
    .separator = ',',
    .byte_order_mark = for_spreadsheets,
    .recipient = work->recipient,
    .reason = work->reason,
  };
  gtk_stack_add_named (self->stack, meso_wait_page_new (_("Writing…"), "", operation, _("_Cancel"), MESO_DIALOG_WORK_CANCEL), "wait");
  gtk_stack_set_visible_child_name (self->stack, "wait");
  gtk_widget_set_visible (self->export_button, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), write_file, work, unref_work, unref_work, take_written, NULL);
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(MesoExportDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL && meso_dialog_work_get_operation (self->work) == NULL)
    meso_export_dialog_write (self, file);
}

static void
export_clicked (MesoExportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export Patients"));
  gtk_file_dialog_set_initial_name (dialog, "patients.csv");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen, g_object_ref (self));
}

/* It may be opened again before it is gone. */
static void
meso_export_dialog_closed (AdwDialog *dialog)
{
  MesoExportDialog *self = MESO_EXPORT_DIALOG (dialog);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
}

static void
meso_export_dialog_dispose (GObject *object)
{
  MesoExportDialog *self = MESO_EXPORT_DIALOG (object);

  g_clear_object (&self->work);
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_export_dialog_parent_class)->dispose (object);
}

static void
meso_export_dialog_class_init (MesoExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_export_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_export_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, who_row);
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, program_row);
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, MesoExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, keep);
}

static void
meso_export_dialog_init (MesoExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->work = meso_dialog_work_new (ADW_DIALOG (self));
}

MesoExportDialog *
meso_export_dialog_new (MesoContext *context)
{
  MesoExportDialog *self = g_object_new (MESO_TYPE_EXPORT_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->keeper = meso_draft_keeper_new (context, "export", "patients");
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
  return self;
}
