/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-card.h"

#include <glib/gi18n.h>

/* Of a scale's pictures: three of their cards find room beside each other on a phone, six in a window, all of one width. */
#define PICTURE_SIZE 80
#define PICTURE_CARD_WIDTH 98

struct _MesoAnswerCard
{
  GtkButton parent_instance;

  gboolean chosen;
  gboolean suggested;
  GtkBox *box;
  GtkImage *image;
  GtkLabel *word;
  GtkLabel *key;
};

G_DEFINE_FINAL_TYPE (MesoAnswerCard, meso_answer_card, GTK_TYPE_BUTTON)

static void
set_class (MesoAnswerCard *self,
           const char     *name,
           gboolean        on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
meso_answer_card_dispose (GObject *object)
{
  /* The button would look for its child, which goes with the template. */
  gtk_button_set_child (GTK_BUTTON (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_ANSWER_CARD);
  G_OBJECT_CLASS (meso_answer_card_parent_class)->dispose (object);
}

static void
meso_answer_card_class_init (MesoAnswerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_answer_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-answer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoAnswerCard, box);
  gtk_widget_class_bind_template_child (widget_class, MesoAnswerCard, image);
  gtk_widget_class_bind_template_child (widget_class, MesoAnswerCard, word);
  gtk_widget_class_bind_template_child (widget_class, MesoAnswerCard, key);
}

static void
meso_answer_card_init (MesoAnswerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_answer_card_new (const char *icon_name,
                      const char *word,
                      const char *key)
{
  MesoAnswerCard *self = g_object_new (MESO_TYPE_ANSWER_CARD, NULL);

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  gtk_label_set_text (self->word, word);
  gtk_label_set_text (self->key, key != NULL ? key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key), key != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  if (key != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  meso_answer_card_set_chosen (self, FALSE);
  return GTK_WIDGET (self);
}

GtkWidget *
meso_answer_card_new_picture (const char *icon_name,
                              const char *word,
                              const char *description,
                              const char *key)
{
  GtkWidget *self = meso_answer_card_new (icon_name, word, key);

  gtk_image_set_pixel_size (MESO_ANSWER_CARD (self)->image, PICTURE_SIZE);
  gtk_widget_set_size_request (self, PICTURE_CARD_WIDTH, -1);
  gtk_widget_set_hexpand (self, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (MESO_ANSWER_CARD (self)->word), "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (MESO_ANSWER_CARD (self)->word), "heading");
  gtk_widget_add_css_class (self, "picture");
  gtk_widget_set_tooltip_text (self, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return self;
}

gboolean
meso_answer_card_get_chosen (MesoAnswerCard *self)
{
  return self->chosen;
}

void
meso_answer_card_set_chosen (MesoAnswerCard *self,
                             gboolean        chosen)
{
  self->chosen = chosen;
  set_class (self, "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

gboolean
meso_answer_card_get_suggested (MesoAnswerCard *self)
{
  return self->suggested;
}

void
meso_answer_card_set_suggested (MesoAnswerCard *self,
                                gboolean        suggested)
{
  self->suggested = suggested;
  set_class (self, "suggested", suggested);
  if (suggested)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("As in the record"), -1);
  else if (!gtk_widget_has_css_class (GTK_WIDGET (self), "picture"))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
meso_answer_card_set_narrow (MesoAnswerCard *self,
                             gboolean        narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (GTK_WIDGET (self->box), narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  set_class (self, "narrow", narrow);
}
