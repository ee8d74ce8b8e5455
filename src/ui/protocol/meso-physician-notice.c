/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-physician-notice.h"

#include <glib/gi18n.h>

#include "meso-staff-service.h"
#include "meso-words.h"

struct _MesoPhysicianNotice
{
  GtkWidget parent_instance;

  MesoContext *context;
  gboolean allowed;
  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (MesoPhysicianNotice, meso_physician_notice, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ALLOWED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
is_physician (const MesoStaff *person)
{
  return person != NULL && person->active && person->role == MESO_ROLE_PHYSICIAN;
}

static gpointer
list_names (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_service_list (clinic, TRUE, error);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (staff == NULL)
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (is_physician (person))
        g_strv_builder_take (names, meso_words_isolate (person->name));
    }
  return g_strv_builder_end (names);
}

static void
show_names (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoPhysicianNotice *self = MESO_PHYSICIAN_NOTICE (widget);
  GStrv names = result;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (names == NULL || *names == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->label), _("Everybody can read this. Only a physician can change it, and no physician is "
                                                     "entered among the staff yet."));
      return;
    }
  joined = g_strjoinv (_(", "), names);
  /* Translators: %s are names of physicians */
  text = g_strdup_printf (_("Everybody can read this. Only a physician at the desk can change it: %s."), joined);
  gtk_label_set_text (GTK_LABEL (self->label), text);
}

static void
look (MesoPhysicianNotice *self)
{
  g_autoptr(MesoStaff) person = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  gboolean allowed = is_physician (person);

  gtk_widget_set_visible (GTK_WIDGET (self), !allowed);
  if (!allowed)
    meso_context_call (self->context, GTK_WIDGET (self), list_names, NULL, NULL, (GDestroyNotify) g_strfreev, show_names, NULL);
  if (allowed == self->allowed)
    return;
  self->allowed = allowed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALLOWED]);
}

static void
meso_physician_notice_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ALLOWED:
      g_value_set_boolean (value, MESO_PHYSICIAN_NOTICE (object)->allowed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_physician_notice_dispose (GObject *object)
{
  MesoPhysicianNotice *self = MESO_PHYSICIAN_NOTICE (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_physician_notice_parent_class)->dispose (object);
}

static void
meso_physician_notice_class_init (MesoPhysicianNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_physician_notice_get_property;
  object_class->dispose = meso_physician_notice_dispose;
  properties[PROP_ALLOWED] = g_param_spec_boolean ("allowed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
meso_physician_notice_init (MesoPhysicianNotice *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "meso-staff-symbolic", "valign", GTK_ALIGN_START, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

void
meso_physician_notice_set_context (MesoPhysicianNotice *self,
                                   MesoContext         *context)
{
  MesoClinic *clinic = meso_context_get_clinic (context);

  g_set_object (&self->context, context);
  g_signal_connect_object (clinic, "changed::desk", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed::staff", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

gboolean
meso_physician_notice_get_allowed (MesoPhysicianNotice *self)
{
  return self->allowed;
}

void
meso_physician_notice_say_who (MesoPhysicianNotice *self,
                               GtkLabel            *label)
{
  g_autoptr(MesoStaff) person = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  g_autofree char *name = meso_words_isolate (person != NULL ? person->name : "");
  /* Translators: %s is a physician's name */
  g_autofree char *who = g_strdup_printf (_("%s decides; the name is kept with the change."), name);

  gtk_label_set_text (label, who);
}
