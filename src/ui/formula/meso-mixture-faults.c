/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-faults.h"

#include "meso-formula-wording.h"
#include "meso-text.h"

struct _MesoMixtureFaults
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkBox *units;

  MesoDoseEntry *entries[MESO_MIXTURE_FIELDS];
  char *unit_key;                     /* what the unit buttons were made for */
};

G_DEFINE_FINAL_TYPE (MesoMixtureFaults, meso_mixture_faults, ADW_TYPE_BIN)

static void
meso_mixture_faults_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_MIXTURE_FAULTS);
  G_OBJECT_CLASS (meso_mixture_faults_parent_class)->dispose (object);
}

static void
meso_mixture_faults_finalize (GObject *object)
{
  g_free (MESO_MIXTURE_FAULTS (object)->unit_key);
  G_OBJECT_CLASS (meso_mixture_faults_parent_class)->finalize (object);
}

static void
meso_mixture_faults_class_init (MesoMixtureFaultsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_mixture_faults_dispose;
  G_OBJECT_CLASS (class)->finalize = meso_mixture_faults_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-mixture-faults.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureFaults, words);
  gtk_widget_class_bind_template_child (widget_class, MesoMixtureFaults, units);
}

static void
meso_mixture_faults_init (MesoMixtureFaults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_mixture_faults_bind (MesoMixtureFaults   *self,
                          MesoDoseEntry *const entries[MESO_MIXTURE_FIELDS])
{
  for (guint i = 0; i < MESO_MIXTURE_FIELDS; i++)
    self->entries[i] = entries[i];
}

static void
unit_clicked (MesoMixtureFaults *self,
              GtkWidget         *button)
{
  MesoFormulaField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  MesoDoseEntry *entry = self->entries[field];
  g_autofree char *trimmed = meso_text_trim (meso_dose_entry_get_text (entry));
  g_autofree char *text = g_strconcat (trimmed, "\u00a0", gtk_button_get_label (GTK_BUTTON (button)), NULL);

  /* The button goes with the fault. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  meso_dose_entry_type (entry, text);
}

/* A number without a unit: the units it could have, one press each. Nothing is guessed. */
static void
show_units (MesoMixtureFaults *self,
            int                field,
            gboolean           activity)
{
  static const char *const mass_strengths[] = { "mg/mL", "µg/mL", "%", NULL };
  static const char *const masses[] = { "mg", "µg", "g", NULL };
  static const char *const activity_strengths[] = { "IU/mL", NULL };
  static const char *const activities[] = { "IU", NULL };
  const char *const *units = field == MESO_FORMULA_FIELD_STRENGTH ? (activity ? activity_strengths : mass_strengths)
                                                                 : (activity ? activities : masses);
  g_autofree char *key = g_strdup_printf ("%d", field);
  GtkWidget *child;

  if (g_strcmp0 (key, self->unit_key) == 0)
    return;
  g_set_str (&self->unit_key, key);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->units))) != NULL)
    gtk_box_remove (self->units, child);
  for (guint i = 0; field >= 0 && units[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (units[i]);

      gtk_widget_add_css_class (button, "caption");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER ((guint) field));
      g_signal_connect_object (button, "clicked", G_CALLBACK (unit_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->units, button);
    }
}

void
meso_mixture_faults_show (MesoMixtureFaults            *self,
                          const MesoFormulaItemReading *reading)
{
  const MesoFormulaProblem problems[MESO_MIXTURE_FIELDS] = { reading->strength, reading->volume, reading->amount_problem };
  g_autoptr(GString) all = g_string_new (NULL);
  int unit_field = -1;

  for (guint i = 0; i < MESO_MIXTURE_FIELDS; i++)
    {
      g_autofree char *problem = meso_formula_wording_problem ((MesoFormulaField) i, problems[i], reading->ingredient);

      meso_dose_entry_set_problem (self->entries[i], problem, GTK_WIDGET (self->words));
      if (problem == NULL)
        continue;
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", problem);
      if (problems[i] == MESO_FORMULA_PROBLEM_NO_UNIT && i != MESO_FORMULA_FIELD_VOLUME && unit_field < 0)
        unit_field = (int) i;
    }
  gtk_label_set_label (self->words, all->str);
  show_units (self, unit_field, reading->ingredient != NULL && reading->ingredient->dimension == MESO_DIMENSION_ACTIVITY);
  gtk_widget_set_visible (GTK_WIDGET (self), all->len > 0);
}

void
meso_mixture_faults_set_stacked (MesoMixtureFaults *self,
                                 gboolean           stacked,
                                 gboolean           tight)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->units), tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
