/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-tag.h"

#include "meso-kind.h"

struct _MesoTag
{
  GtkWidget parent_instance;

  char *icon_name;
  char *kind;
  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (MesoTag, meso_tag, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ICON_NAME, PROP_LABEL, PROP_KIND, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_icon_name (MesoTag    *self,
               const char *icon_name)
{
  g_set_str (&self->icon_name, icon_name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name);
  gtk_widget_set_visible (self->image, icon_name != NULL && *icon_name != '\0');
}

static void
set_kind (MesoTag    *self,
          const char *kind)
{
  g_set_str (&self->kind, meso_kind_known (kind) ? kind : "neutral");
  meso_kind_set (GTK_WIDGET (self), self->kind);
}

static void
meso_tag_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  MesoTag *self = MESO_TAG (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_KIND:
      set_kind (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_tag_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  MesoTag *self = MESO_TAG (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_tag_dispose (GObject *object)
{
  MesoTag *self = MESO_TAG (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (meso_tag_parent_class)->dispose (object);
}

static void
meso_tag_finalize (GObject *object)
{
  MesoTag *self = MESO_TAG (object);

  g_free (self->icon_name);
  g_free (self->kind);
  G_OBJECT_CLASS (meso_tag_parent_class)->finalize (object);
}

static void
meso_tag_class_init (MesoTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = meso_tag_set_property;
  object_class->get_property = meso_tag_get_property;
  object_class->dispose = meso_tag_dispose;
  object_class->finalize = meso_tag_finalize;
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "neutral",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
meso_tag_init (MesoTag *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tag");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE,
                              "pixel-size", 12, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  /* A state of several words breaks rather than widening a narrow page. */
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
meso_tag_new (const char *icon_name,
              const char *label,
              const char *kind)
{
  return g_object_new (MESO_TYPE_TAG, "icon-name", icon_name, "label", label, "kind", kind, NULL);
}
