/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-version-dialog.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-formula-bundle.h"
#include "meso-formula-findings.h"
#include "meso-formula-wording.h"
#include "meso-row.h"
#include "meso-text.h"

struct _MesoFormulaVersionDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkListBox *lines;
  MesoFormulaFindings *findings;
  GtkWidget *start;

  MesoContext *context;
  MesoRow *row;                   /* (nullable): NULL until it has come */
  MesoFormulaVersion *version;    /* (nullable): what is in it */
};

G_DEFINE_FINAL_TYPE (MesoFormulaVersionDialog, meso_formula_version_dialog, ADW_TYPE_DIALOG)

enum { START_FROM, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_formula_version_dialog_dispose (GObject *object)
{
  MesoFormulaVersionDialog *self = MESO_FORMULA_VERSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_VERSION_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (meso_formula_version_dialog_parent_class)->dispose (object);
}

static void
start_clicked (MesoFormulaVersionDialog *self)
{
  g_signal_emit (self, signals[START_FROM], 0, self->version);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
meso_formula_version_dialog_class_init (MesoFormulaVersionDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_version_dialog_dispose;
  g_type_ensure (MESO_TYPE_FORMULA_FINDINGS);
  signals[START_FROM] = g_signal_new ("start-from", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-version-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaVersionDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaVersionDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaVersionDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaVersionDialog, start);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked);
}

static void
meso_formula_version_dialog_init (MesoFormulaVersionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (MesoFormulaVersionDialog *self,
         const char               *title,
         const char               *subtitle,
         const char               *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->lines, row);
}

static void
add_line (MesoFormulaVersionDialog *self,
          const MesoFormulaLine    *line)
{
  g_autofree char *name = meso_formula_wording_name (self->context, line->ingredient);
  g_autofree char *volume = meso_formula_wording_volume (self->context, line->volume_ul);
  g_autofree char *amount = meso_formula_wording_quantity (self->context, line->amount);
  g_autofree char *final = meso_formula_wording_short_strength (
    self->context, (MesoStrength) { line->final_per_ml, 0, line->amount.dimension });
  g_autofree char *volume_isolated = meso_text_isolate (volume);
  g_autofree char *final_isolated = meso_text_isolate (final);
  /* Translators: a line of a stored formula: %1$s the volume drawn, %2$s the strength in the finished syringe */
  g_autofree char *drawn = g_strdup_printf (_("%1$s, final %2$s"), volume_isolated, final_isolated);
  g_autofree char *salt = line->salt != NULL ? meso_formula_wording_salt (self->context, line) : NULL;
  g_autofree char *subtitle = salt != NULL ? g_strconcat (drawn, "\n", salt, NULL) : g_steal_pointer (&drawn);

  add_row (self, name, subtitle, amount);
}

static void
show_version (MesoFormulaVersionDialog *self)
{
  const MesoFormulaCheck *check = self->version->check;
  g_autofree char *total = meso_formula_wording_volume (self->context, check->total_volume_ul);
  g_autofree char *when = meso_context_format_moment (self->context, self->version->created_at);

  for (guint i = 0; i < check->lines->len; i++)
    add_line (self, g_ptr_array_index (check->lines, i));
  if (self->version->formula->diluent != NULL && check->diluent_volume_ul > 0)
    {
      g_autofree char *name = meso_formula_wording_name (self->context, self->version->formula->diluent);
      g_autofree char *volume = meso_formula_wording_volume (self->context, check->diluent_volume_ul);

      add_row (self, name, _("Diluent, fills up the rest"), volume);
    }
  add_row (self, _("Total volume"), "", total);
  adw_window_title_set_subtitle (self->window_title, when);
  meso_formula_findings_show (self->findings, self->context, check->findings, 0, TRUE, FALSE);
  gtk_widget_set_sensitive (self->start, TRUE);
}

static void
version_loaded (GtkWidget    *widget,
                gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  MesoFormulaVersionDialog *self = MESO_FORMULA_VERSION_DIALOG (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the version"), error);
      return;
    }
  self->row = g_object_ref (result);
  self->version = meso_row_get_value (self->row);
  show_version (self);
}

MesoFormulaVersionDialog *
meso_formula_version_dialog_new (MesoContext *context,
                                 const char  *formula_id,
                                 int          version)
{
  MesoFormulaVersionDialog *self = g_object_new (MESO_TYPE_FORMULA_VERSION_DIALOG, NULL);
  MesoFormulaRequest *request = meso_formula_request_new (NULL, formula_id);
  g_autofree char *number = meso_context_format_number (context, version);
  /* Translators: a version of a recipe; %s is its number */
  g_autofree char *title = g_strdup_printf (_("Version %s"), number);

  self->context = g_object_ref (context);
  request->version = version;
  request->language = g_strdup (meso_context_get_language (context));
  adw_dialog_set_title (ADW_DIALOG (self), title);
  meso_context_call (context, GTK_WIDGET (self), meso_formula_call_get, request, (GDestroyNotify) meso_formula_request_free,
                     g_object_unref, version_loaded, NULL);
  return self;
}
