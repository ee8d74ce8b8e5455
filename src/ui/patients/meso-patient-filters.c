/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-filters.h"

#include <glib/gi18n.h>

#include "meso-patient-filter.h"
#include "meso-patient-words.h"

struct _MesoPatientFilters
{
  AdwBin parent_instance;

  guint selected;
  AdwToggleGroup *toggles;
  GtkDropDown *menu;
  GtkStringList *labels;
};

G_DEFINE_FINAL_TYPE (MesoPatientFilters, meso_patient_filters, ADW_TYPE_BIN)

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const struct
{
  MesoPatientFilter filter;
  const char *label;
} filters[] = {
  { MESO_PATIENT_FILTER_ALL, NC_("patients", "All") },
  { MESO_PATIENT_FILTER_ON_COURSE, NC_("patients", "On a Course") },
  { MESO_PATIENT_FILTER_DUE, NC_("patients", "Due") },
  { MESO_PATIENT_FILTER_SUSPENDED, NC_("patients", "Suspended") },
  { MESO_PATIENT_FILTER_ARCHIVED, NC_("patients", "Archived") },
};

static guint
find_place (guint filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (filters[i].filter == filter)
        return i;
    }
  return 0;
}

static void
place_selected (MesoPatientFilters *self,
                guint               place)
{
  if (place < G_N_ELEMENTS (filters))
    meso_patient_filters_set_selected (self, filters[place].filter);
}

static void
toggled (MesoPatientFilters *self)
{
  place_selected (self, adw_toggle_group_get_active (self->toggles));
}

static void
chosen (MesoPatientFilters *self)
{
  place_selected (self, gtk_drop_down_get_selected (self->menu));
}

static void
meso_patient_filters_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_uint (value, MESO_PATIENT_FILTERS (object)->selected);
}

static void
meso_patient_filters_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  meso_patient_filters_set_selected (MESO_PATIENT_FILTERS (object), g_value_get_uint (value));
}

static void
meso_patient_filters_class_init (MesoPatientFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_patient_filters_get_property;
  object_class->set_property = meso_patient_filters_set_property;
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, MESO_PATIENT_FILTER_ALL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_patient_filters_init (MesoPatientFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->selected = MESO_PATIENT_FILTER_ALL;
  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  self->labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      AdwToggle *toggle = g_object_new (ADW_TYPE_TOGGLE, "label", g_dpgettext2 (NULL, "patients", filters[i].label), NULL);

      adw_toggle_group_add (self->toggles, toggle);
      gtk_string_list_append (self->labels, adw_toggle_get_label (toggle));
    }
  self->menu = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->labels), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->menu), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whom to Show"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _("Whom to Show"));
  g_signal_connect_object (self->toggles, "notify::active", G_CALLBACK (toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "notify::selected", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toggles));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->menu));
  adw_bin_set_child (ADW_BIN (self), box);
}

guint
meso_patient_filters_get_selected (MesoPatientFilters *self)
{
  return self->selected;
}

void
meso_patient_filters_set_selected (MesoPatientFilters *self,
                                   guint               filter)
{
  if (self->selected == filter)
    return;
  self->selected = filter;
  adw_toggle_group_set_active (self->toggles, find_place (filter));
  gtk_drop_down_set_selected (self->menu, find_place (filter));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
meso_patient_filters_set_narrow (MesoPatientFilters *self,
                                 gboolean            narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), narrow);
}

static char *
make_label (MesoContext *context,
            guint        place,
            gint64       count)
{
  const char *name = g_dpgettext2 (NULL, "patients", filters[place].label);
  g_autofree char *number = count >= 0 ? meso_words_count (context, (guint64) count) : NULL;

  /* Translators: whom a list shows, and how many they are: "Due (12)" */
  return number != NULL ? g_strdup_printf (C_("patients", "%s (%s)"), name, number) : g_strdup (name);
}

void
meso_patient_filters_set_counts (MesoPatientFilters *self,
                                 MesoContext        *context,
                                 const gint64       *counts)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      AdwToggle *toggle = adw_toggle_group_get_toggle (self->toggles, i);
      g_autofree char *label = make_label (context, i, counts[filters[i].filter]);
      const char *const labels[] = { label, NULL };

      if (g_strcmp0 (adw_toggle_get_label (toggle), label) == 0)
        continue;
      adw_toggle_set_label (toggle, label);
      /* The menu forgets what was chosen when that line is replaced. */
      g_signal_handlers_block_by_func (self->menu, chosen, self);
      gtk_string_list_splice (self->labels, i, 1, labels);
      gtk_drop_down_set_selected (self->menu, find_place (self->selected));
      g_signal_handlers_unblock_by_func (self->menu, chosen, self);
    }
}
