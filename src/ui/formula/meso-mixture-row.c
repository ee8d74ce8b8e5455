/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-row.h"

#include <glib/gi18n.h>

#include "meso-dose-entry.h"
#include "meso-finding-rows.h"
#include "meso-formula-wording.h"
#include "meso-mixture-faults.h"
#include "meso-mixture-words.h"
#include "meso-salt-choice.h"
#include "meso-segment-number.h"
#include "meso-words.h"

/* "100 mg/mL", in the wider letters of either font */
#define STRENGTH_CHARS 11

struct _MesoMixtureRow
{
  AdwBin parent_instance;

  GtkBox *body;
  GtkWidget *number;
  GtkLabel *name;
  GtkWidget *blocked;
  AdwBin *salt_place;
  GtkLabel *note;
  GtkBox *findings;
  GtkBox *fields;
  GtkBox *results;
  GtkWidget *final_caption;
  GtkLabel *final;
  GtkWidget *share_box;
  GtkLevelBar *share;
  GtkLabel *share_words;
  GtkWidget *remove;
  MesoMixtureFaults *faults;
  MesoDoseEntry *entries[MESO_MIXTURE_FIELDS];   /* by MesoFormulaField: strength, volume, amount */

  MesoContext *context;
  MesoFormulaEditor *editor;
  char *id;
  guint index;
  gboolean retired;
};

G_DEFINE_FINAL_TYPE (MesoMixtureRow, meso_mixture_row, ADW_TYPE_BIN)

enum { REMOVED, DONE, REMEDY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_mixture_row_dispose (GObject *object)
{
  MesoMixtureRow *self = MESO_MIXTURE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_MIXTURE_ROW);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (meso_mixture_row_parent_class)->dispose (object);
}

static void
meso_mixture_row_finalize (GObject *object)
{
  MesoMixtureRow *self = MESO_MIXTURE_ROW (object);

  g_free (self->id);
  G_OBJECT_CLASS (meso_mixture_row_parent_class)->finalize (object);
}

static void
remove_clicked (MesoMixtureRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
finding_remedy (MesoMixtureRow *self,
                guint           remedy,
                const char     *ingredient)
{
  g_signal_emit (self, signals[REMEDY], 0, remedy, ingredient);
}

static void
meso_mixture_row_class_init (MesoMixtureRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_mixture_row_dispose;
  G_OBJECT_CLASS (class)->finalize = meso_mixture_row_finalize;
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMEDY] = g_signal_new ("remedy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  g_type_ensure (MESO_TYPE_MIXTURE_FAULTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-mixture-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, body);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, number);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, name);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, blocked);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, salt_place);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, note);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, findings);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, fields);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, results);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, final_caption);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, final);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, share_box);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, share);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, share_words);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, remove);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureRow, faults);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked);
}

static void
meso_mixture_row_init (MesoMixtureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MesoFormulaField
get_field (MesoMixtureRow *self,
           MesoDoseEntry  *entry)
{
  MesoFormulaField field = MESO_FORMULA_FIELD_STRENGTH;

  while (field < MESO_MIXTURE_FIELDS - 1 && self->entries[field] != entry)
    field++;
  return field;
}

static void
entry_edited (MesoMixtureRow *self,
              const char     *text,
              MesoDoseEntry  *entry)
{
  meso_formula_editor_set_item (self->editor, self->index, get_field (self, entry), text);
}

static void
entry_left (MesoMixtureRow *self,
            MesoDoseEntry  *entry)
{
  const char *text = meso_dose_entry_get_text (entry);
  g_autofree char *complete = meso_formula_entry_complete (text, get_field (self, entry) == MESO_FORMULA_FIELD_VOLUME);

  if (self->retired)
    return;
  if (!g_str_equal (complete, text))
    meso_dose_entry_type (entry, complete);
  meso_formula_editor_end_step (self->editor);
}

/* Enter goes on: strength, volume, then the next ingredient. */
static void
entry_activated (MesoMixtureRow *self,
                 MesoDoseEntry  *entry)
{
  if (get_field (self, entry) == MESO_FORMULA_FIELD_STRENGTH)
    meso_mixture_row_grab_field (self, MESO_FORMULA_FIELD_VOLUME);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
add_entry (MesoMixtureRow           *self,
           const MesoMixtureColumns *columns,
           MesoFormulaField          field,
           const char               *caption)
{
  GtkWidget *entry = meso_dose_entry_new (caption);
  g_autofree char *name = meso_formula_wording_name (self->context, self->id);
  /* Translators: the name of an entry: which quantity ("Volume"), then which ingredient */
  g_autofree char *label = g_strdup_printf (C_("entry of a mixture", "%s, %s"), caption, name);

  meso_dose_entry_set_name (MESO_DOSE_ENTRY (entry), label);
  if (field == MESO_FORMULA_FIELD_STRENGTH)
    meso_dose_entry_set_column_chars (MESO_DOSE_ENTRY (entry), STRENGTH_CHARS);
  self->entries[field] = MESO_DOSE_ENTRY (entry);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_size_group_add_widget (columns->groups[field], entry);
  gtk_box_append (self->fields, entry);
  g_signal_connect_object (entry, "edited", G_CALLBACK (entry_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (entry_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated), self, G_CONNECT_SWAPPED);
}

static void
salt_chosen (MesoMixtureRow *self,
             const char     *salt)
{
  if (!self->retired)
    meso_formula_editor_set_salt (self->editor, self->index, salt);
}

static void
add_salts (MesoMixtureRow *self)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), self->id);
  GtkWidget *choice;

  if (ingredient == NULL || ingredient->salts->len == 0)
    return;
  choice = meso_salt_choice_new (self->context, ingredient);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (salt_chosen), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->salt_place, choice);
  gtk_widget_set_visible (GTK_WIDGET (self->salt_place), TRUE);
}

GtkWidget *
meso_mixture_row_new (MesoContext              *context,
                      MesoFormulaEditor        *editor,
                      const MesoMixtureColumns *columns,
                      const char               *id)
{
  MesoMixtureRow *self = g_object_new (MESO_TYPE_MIXTURE_ROW, NULL);
  g_autofree char *name = meso_formula_wording_name (context, id);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), isolated);

  self->context = g_object_ref (context);
  self->editor = g_object_ref (editor);
  self->id = g_strdup (id);
  gtk_label_set_label (self->name, name);
  gtk_label_set_wrap_mode (self->name, meso_mixture_words_choose_wrap (name));
  add_salts (self);
  gtk_widget_set_tooltip_text (self->remove, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  add_entry (self, columns, MESO_FORMULA_FIELD_STRENGTH, _("Stock strength"));
  add_entry (self, columns, MESO_FORMULA_FIELD_VOLUME, _("Volume"));
  add_entry (self, columns, MESO_FORMULA_FIELD_AMOUNT, _("Amount"));
  meso_mixture_faults_bind (self->faults, self->entries);
  gtk_size_group_add_widget (columns->groups[3], GTK_WIDGET (self->final));
  gtk_size_group_add_widget (columns->groups[4], self->share_box);
  return GTK_WIDGET (self);
}

const char *
meso_mixture_row_get_id (MesoMixtureRow *self)
{
  return self->id;
}

/* What a ready-made vial has no use for keeps its place in the columns. */
static void
set_in_use (MesoDoseEntry *entry,
            gboolean       in_use)
{
  gtk_widget_set_opacity (GTK_WIDGET (entry), in_use ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (entry), in_use);
}

static void
show_fields (MesoMixtureRow               *self,
             const MesoFormulaItem        *item,
             const MesoFormulaItemReading *reading)
{
  gboolean by_amount = item->amount != NULL && *item->amount != '\0';
  g_autofree char *volume = reading->complete ? meso_formula_wording_volume (self->context, reading->volume_ul) : NULL;
  g_autofree char *amount = NULL;

  if (reading->complete && reading->product == NULL)
    amount = meso_formula_wording_quantity (self->context, reading->weighed);
  meso_dose_entry_show (self->entries[MESO_FORMULA_FIELD_STRENGTH], item->strength, NULL);
  meso_dose_entry_show (self->entries[MESO_FORMULA_FIELD_VOLUME], item->volume, by_amount ? volume : NULL);
  meso_dose_entry_show (self->entries[MESO_FORMULA_FIELD_AMOUNT], item->amount, by_amount ? NULL : amount);
  set_in_use (self->entries[MESO_FORMULA_FIELD_STRENGTH], reading->ingredient != NULL);
  set_in_use (self->entries[MESO_FORMULA_FIELD_AMOUNT], reading->ingredient != NULL);
}

static void
show_note (MesoMixtureRow               *self,
           const MesoFormulaItem        *item,
           const MesoFormulaItemReading *reading)
{
  g_autofree char *note = meso_mixture_words_note (self->context, item, reading);

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
show_results (MesoMixtureRow               *self,
              const MesoFormulaItemReading *reading)
{
  g_autofree char *spoken = NULL;
  g_autofree char *share = meso_mixture_words_share (self->context, reading, &spoken);
  gboolean measured = reading->complete && reading->limit > 0;
  int percent = measured ? meso_formula_item_reading_get_percent (reading) : 0;
  g_autofree char *final = NULL;

  if (reading->complete && reading->ingredient != NULL)
    final = meso_formula_wording_short_strength (self->context, reading->final);
  gtk_label_set_label (self->final, final != NULL ? final : "–");
  gtk_label_set_label (self->share_words, share);
  gtk_widget_set_visible (GTK_WIDGET (self->share), measured);
  gtk_widget_set_hexpand (GTK_WIDGET (self->share_words), !measured);
  gtk_level_bar_set_value (self->share, MIN (percent, 100) / 100.0);
  if (percent > 100)
    gtk_widget_add_css_class (GTK_WIDGET (self->share), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->share), "over");
  gtk_widget_set_tooltip_text (self->share_box, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->share), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

void
meso_mixture_row_update (MesoMixtureRow *self,
                         guint           index)
{
  const MesoFormulaItem *item = g_ptr_array_index (meso_formula_editor_get_draft (self->editor)->formula->items, index);
  const MesoFormulaItemReading *reading = g_ptr_array_index (meso_formula_editor_get_reading (self->editor)->items, index);
  g_autofree char *number = meso_context_format_number (self->context, index + 1);
  /* Translators: one of the ingredients of a mixture: its number, its name */
  g_autofree char *label = g_strdup_printf (C_("mixture", "%s. %s"), number, gtk_label_get_label (self->name));

  self->index = index;
  meso_segment_number_show (self->number, self->context, index + 1, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_fields (self, item, reading);
  if (adw_bin_get_child (self->salt_place) != NULL)
    meso_salt_choice_show (MESO_SALT_CHOICE (adw_bin_get_child (self->salt_place)), reading);
  show_note (self, item, reading);
  meso_finding_rows_show (self->findings, self->context, reading->findings, TRUE, G_CALLBACK (finding_remedy), self);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), reading->findings->len > 0);
  show_results (self, reading);
  meso_mixture_faults_show (self->faults, reading);
  gtk_widget_set_visible (self->blocked, reading->blocked);
  if (reading->blocked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "blocked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "blocked");
}

void
meso_mixture_row_retire (MesoMixtureRow *self)
{
  self->retired = TRUE;
}

void
meso_mixture_row_set_stacked (MesoMixtureRow *self,
                              gboolean        stacked,
                              gboolean        tight)
{
  GtkOrientation across = tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->fields), across);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->results), across);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  meso_mixture_faults_set_stacked (self->faults, stacked, tight);
  gtk_box_set_homogeneous (self->fields, stacked && !tight);
  gtk_label_set_xalign (self->final, stacked ? 0 : 1);
  gtk_label_set_wrap (self->final, tight);
  gtk_widget_set_visible (self->final_caption, stacked);
  if (adw_bin_get_child (self->salt_place) != NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (self->salt_place)),
                                    stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->share_box, stacked);
  for (guint i = 0; i < MESO_MIXTURE_FIELDS; i++)
    meso_dose_entry_set_caption_shown (self->entries[i], stacked);
}

void
meso_mixture_row_grab_field (MesoMixtureRow   *self,
                             MesoFormulaField  field)
{
  MesoDoseEntry *entry = self->entries[field];

  if (!gtk_widget_get_sensitive (GTK_WIDGET (entry)))
    entry = self->entries[MESO_FORMULA_FIELD_VOLUME];
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

gboolean
meso_mixture_row_grab_finding (MesoMixtureRow *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD);
}
