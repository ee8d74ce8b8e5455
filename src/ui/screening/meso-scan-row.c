/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-scan-row.h"

#include <glib/gi18n.h>

#include "meso-clearance-service.h"
#include "meso-core-error.h"
#include "meso-field.h"
#include "meso-file-choice.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoScanRow
{
  AdwActionRow parent_instance;

  MesoContext *context;
  MesoClearanceFile *file;     /* (nullable) */
  gboolean busy;

  GtkWidget *choose;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (MesoScanRow, meso_scan_row, ADW_TYPE_ACTION_ROW)

/* "letter.pdf · 1.2 MB" */
static char *
describe (MesoScanRow *self)
{
  g_autofree char *size = g_format_size ((guint64) self->file->size);
  g_autofree char *digits = meso_context_localise_digits (self->context, size);
  g_autofree char *isolated_size = meso_text_isolate (digits);
  g_autofree char *name = meso_words_isolate (self->file->name);

  return *self->file->name != '\0' ? g_strdup_printf ("%s · %s", name, isolated_size) : g_steal_pointer (&isolated_size);
}

static void
show (MesoScanRow *self)
{
  g_autofree char *words = self->file != NULL ? describe (self) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : _("PDF, JPEG or PNG, at most 10 MB. It may be left out."));
  gtk_button_set_label (GTK_BUTTON (self->choose), self->file != NULL ? _("Choose _Another…") : _("_Choose…"));
  gtk_widget_set_visible (self->remove, self->file != NULL);
  gtk_widget_set_sensitive (self->choose, !self->busy);
}

typedef struct
{
  GFile *file;
  char *name;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->name);
  g_free (request);
}

static gpointer
read_file (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  const Request *request = data;

  return meso_clearance_service_read_file (request->file, request->name, error);
}

static const char *
say_fault (const GError *error)
{
  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
    return _("This file has more than 10 MB, which is the most that is kept. Scan it smaller.");
  if (error->domain == MESO_CORE_ERROR)
    return _("This is neither a PDF nor a JPEG nor a PNG. Choose the scan of the paper.");
  return _("This file could not be read. Choose another one.");
}

/* What can't be kept doesn't take the place of what was chosen before. */
static void
take_file (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  MesoScanRow *self = MESO_SCAN_ROW (widget);

  self->busy = FALSE;
  if (error == NULL)
    {
      g_clear_pointer (&self->file, meso_clearance_file_free);
      self->file = meso_clearance_file_copy (result);
    }
  show (self);
  meso_field_set_error (widget, error != NULL ? say_fault (error) : NULL);
}

void
meso_scan_row_take (MesoScanRow *self,
                    GFile       *file)
{
  g_autofree char *base = g_file_get_basename (file);
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->name = g_filename_display_name (base);
  self->busy = TRUE;
  show (self);
  meso_context_call (self->context, GTK_WIDGET (self), read_file, request, request_free, (GDestroyNotify) meso_clearance_file_free,
                     take_file, NULL);
}

static void
file_chosen (MesoContext *context,
             GtkWidget   *row,
             GFile       *file)
{
  meso_scan_row_take (MESO_SCAN_ROW (row), file);
}

static void
choose_clicked (MesoScanRow *self)
{
  static const char *const suffixes[] = { "pdf", "jpg", "jpeg", "png", NULL };

  meso_file_choice_open (self->context, GTK_WIDGET (self), _("Choose the Scan of the Paper"), _("Scans and photos"), suffixes,
                         file_chosen);
}

static void
remove_clicked (MesoScanRow *self)
{
  g_clear_pointer (&self->file, meso_clearance_file_free);
  meso_field_set_error (GTK_WIDGET (self), NULL);
  show (self);
  gtk_widget_grab_focus (self->choose);
}

static void
meso_scan_row_dispose (GObject *object)
{
  g_clear_object (&MESO_SCAN_ROW (object)->context);
  G_OBJECT_CLASS (meso_scan_row_parent_class)->dispose (object);
}

static void
meso_scan_row_finalize (GObject *object)
{
  g_clear_pointer (&MESO_SCAN_ROW (object)->file, meso_clearance_file_free);
  G_OBJECT_CLASS (meso_scan_row_parent_class)->finalize (object);
}

static void
meso_scan_row_class_init (MesoScanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_scan_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_scan_row_finalize;
}

static void
meso_scan_row_init (MesoScanRow *self)
{
  self->choose = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  self->remove = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-delete-symbolic", "tooltip-text", _("Remove the Scan"), "valign",
                               GTK_ALIGN_CENTER, "css-classes", (const char *[]) { "flat", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the Scan"), -1);
  g_object_set (self, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Scan or photo of the paper"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_clicked), self, G_CONNECT_SWAPPED);
  show (self);
}

void
meso_scan_row_set_context (MesoScanRow *self,
                           MesoContext *context)
{
  g_set_object (&self->context, context);
}

MesoClearanceFile *
meso_scan_row_dup_file (MesoScanRow *self)
{
  return self->file != NULL ? meso_clearance_file_copy (self->file) : NULL;
}

gboolean
meso_scan_row_is_busy (MesoScanRow *self)
{
  return self->busy;
}
