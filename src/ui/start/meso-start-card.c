/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-start-card.h"

#include "meso-badge.h"

enum { PROP_0, PROP_ICON_NAME, PROP_KIND, PROP_TITLE, PROP_SUBTITLE, PROP_POINTS, PROP_BUTTON_LABEL, PROP_ACTION, PROP_SUGGESTED,
       N_PROPS };

struct _MesoStartCard
{
  GtkBox parent_instance;

  char *texts[N_PROPS];
  gboolean suggested;
};

G_DEFINE_FINAL_TYPE (MesoStartCard, meso_start_card, GTK_TYPE_BOX)

static void
meso_start_card_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MesoStartCard *self = MESO_START_CARD (object);

  if (id == PROP_SUGGESTED)
    self->suggested = g_value_get_boolean (value);
  else
    self->texts[id] = g_value_dup_string (value);
}

static GtkWidget *
add_label (MesoStartCard *self,
           const char    *text,
           const char    *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
add_points (MesoStartCard *self)
{
  g_auto(GStrv) points = g_strsplit (self->texts[PROP_POINTS], "\n", -1);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (list, 8);
  gtk_widget_set_margin_bottom (list, 16);
  gtk_widget_set_vexpand (list, TRUE);
  for (guint i = 0; points[i] != NULL; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *check = g_object_new (GTK_TYPE_IMAGE, "icon-name", "meso-done-symbolic", "valign", GTK_ALIGN_START,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (check, "success");
      gtk_box_append (GTK_BOX (line), check);
      gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_LABEL, "label", points[i], "wrap", TRUE, "xalign", 0.0, NULL));
      gtk_box_append (GTK_BOX (list), line);
    }
  gtk_box_append (GTK_BOX (self), list);
}

static void
meso_start_card_constructed (GObject *object)
{
  MesoStartCard *self = MESO_START_CARD (object);
  GtkWidget *badge = meso_badge_new (self->texts[PROP_ICON_NAME], self->texts[PROP_KIND]);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", self->texts[PROP_BUTTON_LABEL], "use-underline", TRUE,
                                    "action-name", self->texts[PROP_ACTION], "halign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *title;

  G_OBJECT_CLASS (meso_start_card_parent_class)->constructed (object);
  gtk_widget_add_css_class (badge, "large");
  gtk_image_set_pixel_size (GTK_IMAGE (badge), 28);
  gtk_box_append (GTK_BOX (self), badge);
  title = add_label (self, self->texts[PROP_TITLE], "title-2");
  add_label (self, self->texts[PROP_SUBTITLE], "dimmed");
  add_points (self);
  gtk_widget_add_css_class (button, "pill");
  if (self->suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (self), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
}

static void
meso_start_card_finalize (GObject *object)
{
  MesoStartCard *self = MESO_START_CARD (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (meso_start_card_parent_class)->finalize (object);
}

static void
meso_start_card_class_init (MesoStartCardClass *klass)
{
  static const char *const names[] = { "icon-name", "kind", "title", "subtitle", "points", "button-label", "action" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = meso_start_card_set_property;
  object_class->constructed = meso_start_card_constructed;
  object_class->finalize = meso_start_card_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_class_install_property (object_class, PROP_ICON_NAME + i, g_param_spec_string (names[i], NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_SUGGESTED, g_param_spec_boolean ("suggested", NULL, NULL, FALSE, flags));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
meso_start_card_init (MesoStartCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "start-card");
}
