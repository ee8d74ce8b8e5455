/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-desk-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-avatar.h"
#include "meso-error-presenter.h"
#include "meso-query-list.h"
#include "meso-staff-service.h"

struct _MesoDeskButton
{
  GtkWidget parent_instance;

  MesoContext *context;
  MesoQueryList *staff;
  GtkMenuButton *button;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GtkPopover *popover;
  GtkBox *people;
};

G_DEFINE_FINAL_TYPE (MesoDeskButton, meso_desk_button, GTK_TYPE_WIDGET)

const char *
meso_desk_role_name (int role)
{
  switch ((MesoRole) role)
    {
    case MESO_ROLE_PHYSICIAN: return C_("role", "Physician");
    case MESO_ROLE_NURSE: return C_("role", "Nurse");
    case MESO_ROLE_DESK: return C_("role", "Front desk");
    default: g_assert_not_reached ();
    }
}

static gpointer
list_staff (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_service_list (clinic, TRUE, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);
      g_autofree char *key = g_strdup_printf ("%s\n%s\n%d", person->id, person->name, person->role);

      g_ptr_array_add (rows, meso_row_new (key, meso_staff_copy (person), (GDestroyNotify) meso_staff_free));
    }
  return staff != NULL ? g_steal_pointer (&rows) : NULL;
}

static gpointer
take_desk (MesoClinic  *clinic,
           gpointer     id,
           GError     **error)
{
  meso_staff_service_take_desk (clinic, id, error);
  return NULL;
}

static void
desk_taken (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_toast (widget, _("change who is at the desk"), error);
}

static void
person_clicked (MesoDeskButton *self,
                GtkWidget      *button)
{
  gtk_popover_popdown (self->popover);
  meso_context_call (self->context, GTK_WIDGET (self), take_desk, g_strdup (g_object_get_data (G_OBJECT (button), "id")), g_free,
                     NULL, desk_taken, NULL);
}

static GtkWidget *
make_person (MesoDeskButton  *self,
             const MesoStaff *person,
             gboolean         here)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", person->name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "max-width-chars", 26, NULL);
  GtkWidget *role = g_object_new (GTK_TYPE_LABEL, "label", meso_desk_role_name (person->role), "xalign", 0.0, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, NULL);
  g_autofree char *label = g_strdup_printf (_("%s, %s"), person->name, meso_desk_role_name (person->role));

  gtk_widget_add_css_class (role, "caption");
  gtk_widget_add_css_class (role, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), role);
  gtk_box_append (GTK_BOX (box), g_object_new (ADW_TYPE_AVATAR, "size", 32, "text", person->name, "show-initials", TRUE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "opacity", here ? 1.0 : 0.0,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (here)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Is at the desk now"), -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (person->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (person_clicked), self);
  return button;
}

static void
show_people (MesoDeskButton *self)
{
  g_autoptr(MesoStaff) here = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->people))) != NULL)
    gtk_box_remove (self->people, child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->staff)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->staff), i);
      const MesoStaff *person = meso_row_get_value (row);

      gtk_box_append (self->people, make_person (self, person, here != NULL && g_strcmp0 (here->id, person->id) == 0));
    }
}

static void
show_desk (MesoDeskButton *self)
{
  g_autoptr(MesoStaff) here = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  const char *name = here != NULL ? here->name : _("Nobody at the desk");
  const char *role = here != NULL ? meso_desk_role_name (here->role) : "";
  /* Translators: %s is a name with a role: "Sara Karimi, Nurse" */
  g_autofree char *who = g_strdup_printf (_("%s, %s"), name, role);
  g_autofree char *label = g_strdup_printf (_("At the desk: %s"), here != NULL ? who : name);

  meso_avatar_set_name (self->avatar, here != NULL ? here->name : NULL);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->role_label, role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_people (self);
}

static void
manage_clicked (MesoDeskButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
meso_desk_button_dispose (GObject *object)
{
  MesoDeskButton *self = MESO_DESK_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_DESK_BUTTON);
  g_clear_object (&self->staff);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_desk_button_parent_class)->dispose (object);
}

static void
meso_desk_button_class_init (MesoDeskButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_desk_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-desk-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, button);
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, avatar);
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, name_label);
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, role_label);
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MesoDeskButton, people);
  gtk_widget_class_bind_template_callback (widget_class, manage_clicked);
}

static void
meso_desk_button_init (MesoDeskButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_desk_button_set_context (MesoDeskButton *self,
                              MesoContext    *context)
{
  MesoClinic *clinic = meso_context_get_clinic (context);

  self->context = g_object_ref (context);
  self->staff = meso_query_list_new (clinic, list_staff, NULL, NULL, "staff");
  g_signal_connect_object (self->staff, "items-changed", G_CALLBACK (show_people), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed::desk", G_CALLBACK (show_desk), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed::staff", G_CALLBACK (show_desk), self, G_CONNECT_SWAPPED);
  show_desk (self);
}
