/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-section.h"

struct _MesoTodaySection
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (MesoTodaySection, meso_today_section, GTK_TYPE_BOX)

enum { PROP_0, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
meso_today_section_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_label (GTK_LABEL (MESO_TODAY_SECTION (object)->heading)));
}

static void
meso_today_section_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  gtk_label_set_label (GTK_LABEL (MESO_TODAY_SECTION (object)->heading), g_value_get_string (value));
}

static void
meso_today_section_class_init (MesoTodaySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_today_section_get_property;
  object_class->set_property = meso_today_section_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_today_section_init (MesoTodaySection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkListBox *
meso_today_section_get_list (MesoTodaySection *self)
{
  return GTK_LIST_BOX (self->list);
}

void
meso_today_section_bind (MesoTodaySection           *self,
                         GListModel                 *model,
                         GtkListBoxCreateWidgetFunc  create,
                         gpointer                    owner)
{
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), model, create, owner, NULL);
}
