/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-volume-dialog.h"

#include <glib/gi18n.h>

#include "meso-field.h"
#include "meso-formula-wording.h"
#include "meso-number-spin.h"
#include "meso-text.h"
#include "meso-volume-preview.h"

struct _MesoVolumeDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkEditable *to_volume;
  GtkListBox *scaled;
  GtkLabel *scale_note;
  GtkWidget *scale;
  AdwComboRow *syringe;
  GtkListBox *rounded;
  GtkLabel *marks_note;
  GtkWidget *round;
  GtkWidget *count_row;
  GtkSpinButton *count;
  AdwComboRow *split_size;
  AdwActionRow *evenly;
  AdwActionRow *by_size;

  MesoContext *context;
  MesoFormulaEditor *editor;
  MesoFormula *scaled_formula;    /* (nullable): what the buttons would make of it */
  MesoFormula *rounded_formula;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MesoVolumeDialog, meso_volume_dialog, ADW_TYPE_DIALOG)

static void
meso_volume_dialog_dispose (GObject *object)
{
  MesoVolumeDialog *self = MESO_VOLUME_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_VOLUME_DIALOG);
  g_clear_pointer (&self->scaled_formula, meso_formula_free);
  g_clear_pointer (&self->rounded_formula, meso_formula_free);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (meso_volume_dialog_parent_class)->dispose (object);
}

static const MesoFormulaReading *
get_reading (MesoVolumeDialog *self)
{
  return meso_formula_editor_get_reading (self->editor);
}

/* Half a formula has no volume to go by. */
static gboolean
can_reckon (MesoVolumeDialog *self)
{
  const MesoFormulaReading *reading = get_reading (self);

  return reading->check != NULL && reading->missing == 0 && reading->faults == 0;
}

static void
show_nothing (GtkListBox *list,
              GtkLabel   *note,
              GtkWidget  *button,
              const char *why)
{
  gtk_list_box_remove_all (list);
  gtk_widget_set_visible (GTK_WIDGET (list), FALSE);
  gtk_label_set_label (note, why);
  gtk_widget_set_visible (GTK_WIDGET (note), *why != '\0');
  gtk_widget_set_sensitive (button, FALSE);
}

/* adjusted (transfer full) (nullable), with adjustments (transfer full) */
static void
show_adjusted (MesoVolumeDialog  *self,
               gboolean           marks,
               MesoFormula       *adjusted,
               GPtrArray         *adjustments)
{
  MesoFormula **place = marks ? &self->rounded_formula : &self->scaled_formula;
  GtkListBox *list = marks ? self->rounded : self->scaled;
  GtkLabel *note = marks ? self->marks_note : self->scale_note;
  GtkWidget *button = marks ? self->round : self->scale;
  g_autoptr(GPtrArray) taken = adjustments;
  g_autofree char *words = NULL;

  g_clear_pointer (place, meso_formula_free);
  *place = adjusted;
  if (adjusted == NULL)
    {
      show_nothing (list, note, button, marks ? "" : _("Something would be too little to measure at this volume."));
      return;
    }
  words = meso_volume_preview_show (list, self->context, get_reading (self)->formula, adjustments, marks);
  gtk_label_set_label (note, words);
  gtk_widget_set_visible (GTK_WIDGET (note), TRUE);
  gtk_widget_set_sensitive (button, gtk_widget_get_visible (GTK_WIDGET (list)));
}

static void
scale_changed (MesoVolumeDialog *self)
{
  const char *text = gtk_editable_get_text (self->to_volume);
  MesoFormulaProblem problem;
  g_autofree char *words = NULL;
  GPtrArray *adjustments = NULL;
  MesoFormula *scaled;
  MesoQuantity volume;

  if (self->editor == NULL)
    return;
  problem = meso_formula_entry_read_volume (text, FALSE);
  words = problem == MESO_FORMULA_PROBLEM_EMPTY ? NULL
          : meso_formula_wording_problem (MESO_FORMULA_FIELD_TO_VOLUME, problem, NULL);
  meso_field_set_error (GTK_WIDGET (self->to_volume), words);
  if (problem != MESO_FORMULA_PROBLEM_NONE || !can_reckon (self) || !meso_quantity_parse (text, &volume, NULL))
    {
      g_clear_pointer (&self->scaled_formula, meso_formula_free);
      show_nothing (self->scaled, self->scale_note, self->scale, "");
      return;
    }
  scaled = meso_formula_scale (meso_formula_editor_get_protocol (self->editor), get_reading (self)->formula, volume.value,
                               &adjustments, NULL);
  show_adjusted (self, FALSE, scaled, adjustments);
}

/* (nullable): NULL for the first choice, which is none of them */
static const MesoSyringe *
get_syringe (AdwComboRow *row)
{
  guint n;
  const MesoSyringe *all = meso_syringe_list (&n);
  guint chosen = adw_combo_row_get_selected (row);

  return chosen > 0 && chosen <= n ? &all[chosen - 1] : NULL;
}

static void
marks_changed (MesoVolumeDialog *self)
{
  GPtrArray *adjustments = NULL;

  if (self->editor == NULL)
    return;
  if (can_reckon (self))
    {
      MesoFormula *rounded = meso_formula_round_to_marks (meso_formula_editor_get_protocol (self->editor), get_reading (self)->formula,
                                                          get_syringe (self->syringe), &adjustments, NULL);

      show_adjusted (self, TRUE, rounded, adjustments);
      return;
    }
  g_clear_pointer (&self->rounded_formula, meso_formula_free);
  show_nothing (self->rounded, self->marks_note, self->round, "");
}

static void
split_changed (MesoVolumeDialog *self)
{
  const MesoSyringe *syringe;
  MesoSyringeSplit evenly, by_size = { 0 };
  gint64 total_ul;
  g_autofree char *evenly_words = NULL;
  g_autofree char *by_size_words = NULL;

  if (self->editor == NULL)
    return;
  syringe = get_syringe (self->split_size);
  total_ul = can_reckon (self) ? get_reading (self)->total_ul : 0;
  meso_syringe_split_evenly (total_ul, gtk_spin_button_get_value_as_int (self->count), syringe != NULL ? syringe->mark_ul : 1, &evenly);
  evenly_words = meso_volume_preview_split (self->context, &evenly);
  adw_action_row_set_subtitle (self->evenly, evenly_words);
  gtk_widget_set_visible (GTK_WIDGET (self->by_size), syringe != NULL);
  if (syringe == NULL)
    return;
  meso_syringe_split_by_size (total_ul, syringe->size_ul, &by_size);
  by_size_words = meso_volume_preview_split (self->context, &by_size);
  adw_action_row_set_subtitle (self->by_size, by_size_words);
}

static void
show_all (MesoVolumeDialog *self)
{
  g_autofree char *total = meso_formula_wording_volume (self->context, get_reading (self)->total_ul);
  g_autofree char *isolated = meso_text_isolate (total);
  g_autofree char *subtitle = NULL;

  if (can_reckon (self))
    /* Translators: %s is a volume */
    subtitle = g_strdup_printf (_("Now %s in all"), isolated);
  else
    subtitle = g_strdup (_("The formula isn’t complete yet"));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  scale_changed (self);
  marks_changed (self);
  split_changed (self);
}

static void
scale_clicked (MesoVolumeDialog *self)
{
  g_autoptr(MesoFormula) formula = g_steal_pointer (&self->scaled_formula);

  if (formula == NULL || !gtk_widget_get_sensitive (self->scale))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->to_volume));
  meso_formula_editor_take_mixture (self->editor, MESO_FORMULA_STEP_SCALE, formula);
}

static void
round_clicked (MesoVolumeDialog *self)
{
  g_autoptr(MesoFormula) formula = g_steal_pointer (&self->rounded_formula);

  if (formula == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->syringe));
  meso_formula_editor_take_mixture (self->editor, MESO_FORMULA_STEP_MARKS, formula);
}

static void
meso_volume_dialog_class_init (MesoVolumeDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_volume_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-volume-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MesoVolumeDialog, name)
  BIND (window_title);
  BIND (to_volume);
  BIND (scaled);
  BIND (scale_note);
  BIND (scale);
  BIND (syringe);
  BIND (rounded);
  BIND (marks_note);
  BIND (round);
  BIND (count_row);
  BIND (count);
  BIND (split_size);
  BIND (evenly);
  BIND (by_size);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, scale_changed);
  gtk_widget_class_bind_template_callback (widget_class, scale_clicked);
  gtk_widget_class_bind_template_callback (widget_class, marks_changed);
  gtk_widget_class_bind_template_callback (widget_class, round_clicked);
  gtk_widget_class_bind_template_callback (widget_class, split_changed);
}

static void
meso_volume_dialog_init (MesoVolumeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_syringes (MesoVolumeDialog *self,
               AdwComboRow      *row,
               const char       *none)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const MesoSyringe *all = meso_syringe_list (&n);

  gtk_string_list_append (names, none);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = meso_volume_preview_syringe (self->context, &all[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

MesoVolumeDialog *
meso_volume_dialog_new (MesoContext       *context,
                        MesoFormulaEditor *editor)
{
  MesoVolumeDialog *self = g_object_new (MESO_TYPE_VOLUME_DIALOG, NULL);

  self->context = g_object_ref (context);
  fill_syringes (self, self->syringe, _("The smallest that holds it"));
  fill_syringes (self, self->split_size, _("None: whole microlitres"));
  meso_number_spin_join (self->count, context);
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  return self;
}
