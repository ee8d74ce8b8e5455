/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-compare-dialog.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-formula-bundle.h"
#include "meso-formula-difference-row.h"
#include "meso-row.h"

enum { BEFORE, AFTER, N_SIDES };

struct _MesoFormulaCompareDialog
{
  AdwDialog parent_instance;

  AdwComboRow *before;
  AdwComboRow *after;
  GtkListBox *mixture;
  GtkWidget *mixture_group;
  GtkListBox *findings;
  GtkWidget *findings_group;

  MesoContext *context;
  char *formula_id;
  int newest;
  MesoFormulaVersion *written;      /* (nullable): what is written now, when that is none of the versions */
  GPtrArray *rows;                  /* of MesoRow (nullable), a version each, from 1 */
};

G_DEFINE_FINAL_TYPE (MesoFormulaCompareDialog, meso_formula_compare_dialog, ADW_TYPE_DIALOG)

static void
meso_formula_compare_dialog_dispose (GObject *object)
{
  MesoFormulaCompareDialog *self = MESO_FORMULA_COMPARE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_COMPARE_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->written, meso_formula_version_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->formula_id, g_free);
  G_OBJECT_CLASS (meso_formula_compare_dialog_parent_class)->dispose (object);
}

/* A version that never came holds a place too. */
static void
drop_row (gpointer row)
{
  g_clear_object (&row);
}

/* 0: what is written now */
static int
get_version (MesoFormulaCompareDialog *self,
             AdwComboRow              *row)
{
  int chosen = (int) adw_combo_row_get_selected (row);

  return self->written != NULL ? (chosen == 0 ? 0 : self->newest + 1 - chosen) : self->newest - chosen;
}

/* (transfer none) (nullable): NULL while it is on its way */
static const MesoFormulaVersion *
find_version (MesoFormulaCompareDialog *self,
              int                       version)
{
  MesoRow *row = version > 0 ? g_ptr_array_index (self->rows, version - 1) : NULL;

  return version == 0 ? self->written : row != NULL ? meso_row_get_value (row) : NULL;
}

static void
fill (MesoFormulaCompareDialog *self,
      GtkListBox               *list,
      const GPtrArray          *differences,
      gboolean                  findings)
{
  guint n = 0;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < differences->len; i++)
    {
      const MesoFormulaDifference *difference = g_ptr_array_index (differences, i);

      if ((difference->part == MESO_FORMULA_PART_FINDING) != findings)
        continue;
      gtk_list_box_append (list, meso_formula_difference_row_new (self->context, difference));
      n++;
    }
  if (n == 0)
    gtk_list_box_append (list, meso_formula_difference_row_new_none (findings ? _("The same findings") : _("The same mixture")));
}

static void show (MesoFormulaCompareDialog *self);

static void
version_loaded (GtkWidget    *widget,
                gpointer      result,
                const GError *error,
                gpointer      user_data)
{
  MesoFormulaCompareDialog *self = MESO_FORMULA_COMPARE_DIALOG (widget);
  const MesoFormulaVersion *version;
  gpointer *place;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the version"), error);
      return;
    }
  version = meso_row_get_value (result);
  place = &g_ptr_array_index (self->rows, version->version - 1);
  if (*place == NULL)
    *place = g_object_ref (result);
  show (self);
}

static void
ask_for (MesoFormulaCompareDialog *self,
         int                       version)
{
  MesoFormulaRequest *request = meso_formula_request_new (NULL, self->formula_id);

  request->version = version;
  request->language = g_strdup (meso_context_get_language (self->context));
  meso_context_call (self->context, GTK_WIDGET (self), meso_formula_call_get, request, (GDestroyNotify) meso_formula_request_free,
                     g_object_unref, version_loaded, NULL);
}

static void
show (MesoFormulaCompareDialog *self)
{
  const MesoFormulaVersion *before = find_version (self, get_version (self, self->before));
  const MesoFormulaVersion *after = find_version (self, get_version (self, self->after));
  g_autoptr(GPtrArray) differences = NULL;

  gtk_widget_set_visible (self->mixture_group, before != NULL && after != NULL);
  gtk_widget_set_visible (self->findings_group, before != NULL && after != NULL);
  if (before == NULL || after == NULL)
    return;
  differences = meso_formula_difference_list (before, after);
  fill (self, self->mixture, differences, FALSE);
  fill (self, self->findings, differences, TRUE);
}

static void
chosen (MesoFormulaCompareDialog *self)
{
  AdwComboRow *const sides[N_SIDES] = { self->before, self->after };

  if (self->context == NULL)
    return;
  for (guint i = 0; i < N_SIDES; i++)
    if (find_version (self, get_version (self, sides[i])) == NULL)
      ask_for (self, get_version (self, sides[i]));
  show (self);
}

static void
meso_formula_compare_dialog_class_init (MesoFormulaCompareDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_compare_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, before);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, after);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, mixture);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, mixture_group);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaCompareDialog, findings_group);
  gtk_widget_class_bind_template_callback (widget_class, chosen);
}

static void
meso_formula_compare_dialog_init (MesoFormulaCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full): what is written, and its check, as a version would be */
static MesoFormulaVersion *
make_written (MesoFormulaEditor *editor)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (editor);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  MesoFormulaVersion *written;
  MesoFormulaCheck *check;

  if (reading->check == NULL || !meso_formula_editor_get_modified (editor))
    return NULL;
  check = meso_formula_check_new (meso_formula_editor_get_protocol (editor), reading->formula,
                                  meso_formula_editor_get_facts (editor) != NULL ? &reading->facts : &nobody,
                                  meso_formula_editor_get_language (editor), NULL);
  if (check == NULL)
    return NULL;
  written = meso_formula_version_new ();
  written->name = g_strdup (meso_formula_editor_get_draft (editor)->name);
  written->formula = meso_formula_copy (reading->formula);
  written->check = check;
  return written;
}

static void
fill_versions (MesoFormulaCompareDialog *self,
               MesoContext              *context,
               AdwComboRow              *row,
               guint                     chosen_place)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (self->written != NULL)
    gtk_string_list_append (names, _("What is written now"));
  for (int version = self->newest; version > 0; version--)
    {
      g_autofree char *number = meso_context_format_number (context, version);
      /* Translators: a version of a recipe; %s is its number */
      g_autofree char *name = g_strdup_printf (_("Version %s"), number);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, MIN (chosen_place, g_list_model_get_n_items (G_LIST_MODEL (names)) - 1));
}

MesoFormulaCompareDialog *
meso_formula_compare_dialog_new (MesoContext       *context,
                                 MesoFormulaEditor *editor)
{
  MesoFormulaCompareDialog *self = g_object_new (MESO_TYPE_FORMULA_COMPARE_DIALOG, NULL);
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (editor);

  self->formula_id = g_strdup (draft->formula_id);
  self->newest = draft->base_version;
  self->written = make_written (editor);
  self->rows = g_ptr_array_new_full ((guint) self->newest, drop_row);
  g_ptr_array_set_size (self->rows, self->newest);
  /* Choosing begins when both sides can be chosen. */
  fill_versions (self, context, self->before, 1);
  fill_versions (self, context, self->after, 0);
  self->context = g_object_ref (context);
  chosen (self);
  return self;
}
