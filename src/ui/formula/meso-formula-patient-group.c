/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-patient-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-dose-entry.h"
#include "meso-field.h"
#include "meso-formula-wording.h"
#include "meso-text-fold.h"
#include "meso-text.h"
#include "meso-words.h"

#define MAX_SUGGESTIONS 6
#define MAX_ALLERGY_CHARS 120

struct _MesoFormulaPatientGroup
{
  AdwBin parent_instance;

  AdwBin *weight_place;
  MesoDoseEntry *weight;
  GtkWidget *weight_problem;
  GtkToggleButton *not_asked;
  GtkToggleButton *none_known;
  GtkToggleButton *some;
  GtkRevealer *picker;
  AdwWrapBox *chips;
  GtkEditable *typed;
  GtkWidget *add;
  AdwWrapBox *suggestions;

  MesoContext *context;
  MesoFormulaEditor *editor;
  GPtrArray *known;           /* names of what an allergy can name, in the language of the window */
  gboolean picking;           /* "allergic to" was chosen, though nothing is named yet */
};

G_DEFINE_FINAL_TYPE (MesoFormulaPatientGroup, meso_formula_patient_group, ADW_TYPE_BIN)

static void
meso_formula_patient_group_dispose (GObject *object)
{
  MesoFormulaPatientGroup *self = MESO_FORMULA_PATIENT_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_PATIENT_GROUP);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_formula_patient_group_parent_class)->dispose (object);
}

/* (transfer none) (nullable): what counts: said here, or else on record */
static const GPtrArray *
get_allergies (MesoFormulaPatientGroup *self)
{
  return meso_formula_editor_get_reading (self->editor)->facts.allergies;
}

static void editor_changed (MesoFormulaPatientGroup *self);

static void
not_asked_clicked (MesoFormulaPatientGroup *self)
{
  self->picking = FALSE;
  meso_formula_editor_set_allergies (self->editor, NULL);
}

static void
none_known_clicked (MesoFormulaPatientGroup *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  self->picking = FALSE;
  meso_formula_editor_set_allergies (self->editor, none);
}

static void
some_clicked (MesoFormulaPatientGroup *self)
{
  self->picking = TRUE;
  editor_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->typed));
}

static void
change_allergies (MesoFormulaPatientGroup *self,
                  const char              *name,
                  gboolean                 add)
{
  const GPtrArray *now = get_allergies (self);
  g_autoptr(GPtrArray) then = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; now != NULL && i < now->len; i++)
    if (!g_str_equal (g_ptr_array_index (now, i), name))
      g_ptr_array_add (then, g_strdup (g_ptr_array_index (now, i)));
  if (add)
    g_ptr_array_add (then, g_strdup (name));
  meso_formula_editor_set_allergies (self->editor, then);
}

static void
suggestion_clicked (MesoFormulaPatientGroup *self,
                    GtkButton               *button)
{
  change_allergies (self, gtk_button_get_label (button), TRUE);
  gtk_editable_set_text (self->typed, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->typed));
}

static void
clear (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
show_suggestions (MesoFormulaPatientGroup *self)
{
  g_autofree char *typed = meso_text_fold (gtk_editable_get_text (self->typed));
  guint shown = 0;

  clear (self->suggestions);
  for (guint i = 0; *typed != '\0' && i < self->known->len && shown < MAX_SUGGESTIONS; i++)
    {
      const char *name = g_ptr_array_index (self->known, i);
      g_autofree char *folded = meso_text_fold (name);

      if (strstr (folded, typed) == NULL)
        continue;
      {
        GtkWidget *button = gtk_button_new_with_label (name);

        g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked), self, G_CONNECT_SWAPPED);
        adw_wrap_box_append (self->suggestions, button);
        shown++;
      }
    }
}

static void
allergy_typed (MesoFormulaPatientGroup *self)
{
  g_autofree char *folded = meso_text_fold (gtk_editable_get_text (self->typed));

  gtk_widget_set_sensitive (self->add, *folded != '\0');
  meso_field_set_error (GTK_WIDGET (self->typed), NULL);
  show_suggestions (self);
}

/* What is known goes in by its own name; anything else as it was written. */
static void
allergy_entered (MesoFormulaPatientGroup *self)
{
  g_autofree char *typed = meso_text_trim (gtk_editable_get_text (self->typed));
  g_autofree char *folded = meso_text_fold (typed);
  g_autofree char *name = g_utf8_substring (typed, 0, MIN (g_utf8_strlen (typed, -1), MAX_ALLERGY_CHARS));

  if (*folded == '\0')
    return;
  for (guint i = 0; i < self->known->len; i++)
    {
      g_autofree char *known = meso_text_fold (g_ptr_array_index (self->known, i));

      if (g_str_equal (known, folded))
        g_set_str (&name, g_ptr_array_index (self->known, i));
    }
  change_allergies (self, name, TRUE);
  gtk_editable_set_text (self->typed, "");
}

static void
meso_formula_patient_group_class_init (MesoFormulaPatientGroupClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formula_patient_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-patient-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, weight_place);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, weight_problem);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, not_asked);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, none_known);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, some);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, picker);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, chips);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, typed);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, add);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulaPatientGroup, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, not_asked_clicked);
  gtk_widget_class_bind_template_callback (widget_class, none_known_clicked);
  gtk_widget_class_bind_template_callback (widget_class, some_clicked);
  gtk_widget_class_bind_template_callback (widget_class, allergy_typed);
  gtk_widget_class_bind_template_callback (widget_class, allergy_entered);
}

static void
weight_edited (MesoFormulaPatientGroup *self,
               const char              *text)
{
  meso_formula_editor_set_text (self->editor, MESO_FORMULA_FIELD_WEIGHT, text);
}

static void
weight_left (MesoFormulaPatientGroup *self)
{
  meso_formula_editor_end_step (self->editor);
}

static void
meso_formula_patient_group_init (MesoFormulaPatientGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->weight = MESO_DOSE_ENTRY (meso_dose_entry_new (_("Body weight (kg)")));
  meso_dose_entry_set_caption_shown (self->weight, TRUE);
  g_signal_connect_object (self->weight, "edited", G_CALLBACK (weight_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weight, "left", G_CALLBACK (weight_left), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->weight_place, GTK_WIDGET (self->weight));
}

static void
chip_clicked (MesoFormulaPatientGroup *self,
              GtkWidget               *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  self->picking = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->typed));
  change_allergies (self, name, FALSE);
}

static void
add_chip (MesoFormulaPatientGroup *self,
          const char              *name)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *label = g_strdup_printf (_("Remove the allergy to %s"), isolated);

  gtk_box_append (GTK_BOX (content), gtk_label_new (name));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "pill-chip");
  gtk_widget_set_tooltip_text (chip, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (chip), "name", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static void
show_allergies (MesoFormulaPatientGroup *self)
{
  const GPtrArray *allergies = get_allergies (self);
  gboolean any = self->picking || (allergies != NULL && allergies->len > 0);

  gtk_toggle_button_set_active (any ? self->some : allergies != NULL ? self->none_known : self->not_asked, TRUE);
  gtk_revealer_set_reveal_child (self->picker, any);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), any);
  clear (self->chips);
  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    add_chip (self, g_ptr_array_index (allergies, i));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), allergies != NULL && allergies->len > 0);
}

static void
editor_changed (MesoFormulaPatientGroup *self)
{
  const MesoFormulaReading *reading = meso_formula_editor_get_reading (self->editor);
  const MesoFormulaPatient *facts = meso_formula_editor_get_facts (self->editor);
  g_autofree char *message = meso_formula_wording_problem (MESO_FORMULA_FIELD_WEIGHT, reading->weight, NULL);
  g_autofree char *known = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), facts != NULL);
  if (facts == NULL)
    return;
  if (facts->weight_g > 0)
    known = meso_formula_wording_weight (self->context, facts->weight_g);
  meso_dose_entry_show (self->weight, meso_formula_editor_get_text (self->editor, MESO_FORMULA_FIELD_WEIGHT), known);
  meso_dose_entry_set_problem (self->weight, message, self->weight_problem);
  gtk_label_set_label (GTK_LABEL (self->weight_problem), message != NULL ? message : "");
  gtk_widget_set_visible (self->weight_problem, message != NULL);
  show_allergies (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_excipients (MesoFormulaPatientGroup *self,
                GHashTable              *names,
                const GPtrArray         *excipients)
{
  for (guint i = 0; excipients != NULL && i < excipients->len; i++)
    {
      const char *id = g_ptr_array_index (excipients, i);

      if (meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), id) == NULL)
        g_hash_table_add (names, g_strdelimit (g_strdup (id), "-", ' '));
    }
}

/* Every ingredient and everything that one contains: what the check can recognise. */
static void
gather_known (MesoFormulaPatientGroup *self)
{
  const MesoProtocol *protocol = meso_context_get_protocol (self->context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  const GPtrArray *products = meso_protocol_get_products (protocol);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  self->known = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

      g_hash_table_add (names, meso_formula_wording_name (self->context, ingredient->id));
      add_excipients (self, names, ingredient->excipients);
    }
  for (guint i = 0; i < products->len; i++)
    add_excipients (self, names, ((const MesoProduct *) g_ptr_array_index (products, i))->excipients);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (self->known, g_strdup (name));
  g_ptr_array_sort (self->known, compare_names);
}

void
meso_formula_patient_group_bind (MesoFormulaPatientGroup *self,
                                 MesoContext             *context,
                                 MesoFormulaEditor       *editor)
{
  g_set_object (&self->context, context);
  g_set_object (&self->editor, editor);
  gather_known (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed), self, G_CONNECT_SWAPPED);
  editor_changed (self);
}

/* What is written and not added yet is meant too; and “allergic to”, with nothing named, is an open question. */
gboolean
meso_formula_patient_group_settle (MesoFormulaPatientGroup *self)
{
  const GPtrArray *allergies;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || !gtk_toggle_button_get_active (self->some))
    return TRUE;
  allergy_entered (self);
  allergies = get_allergies (self);
  if (allergies != NULL && allergies->len > 0)
    return TRUE;
  meso_field_set_error (GTK_WIDGET (self->typed), _("Write what the patient is allergic to, or choose “None Known” or “Not Asked”."));
  gtk_widget_grab_focus (GTK_WIDGET (self->typed));
  return FALSE;
}

void
meso_formula_patient_group_grab_weight (MesoFormulaPatientGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->weight));
}

void
meso_formula_patient_group_grab_allergies (MesoFormulaPatientGroup *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->not_asked));
}
