/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-dialog.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-desk-button.h"
#include "meso-query-list.h"
#include "meso-staff-page.h"
#include "meso-staff-service.h"
#include "meso-tag.h"
#include "meso-text.h"

struct _MesoStaffDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoQueryList *staff;
  AdwNavigationView *view;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoStaffDialog, meso_staff_dialog, ADW_TYPE_DIALOG)

static gpointer
list_staff (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_service_list (clinic, FALSE, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);
      g_autofree char *key = g_strdup_printf ("%s\n%s\n%d\n%s\n%d", person->id, person->name, person->role, person->licence_number,
                                              person->active);

      g_ptr_array_add (rows, meso_row_new (key, meso_staff_copy (person), (GDestroyNotify) meso_staff_free));
    }
  return staff != NULL ? g_steal_pointer (&rows) : NULL;
}

static char *
dup_subtitle (MesoStaffDialog *self,
              const MesoStaff *person)
{
  g_autofree char *isolated = meso_text_isolate (person->licence_number);

  if (*person->licence_number == '\0')
    return g_strdup (meso_desk_role_name (person->role));
  /* Translators: a role, and a licence number: "Physician · licence 12345" */
  return g_strdup_printf (_("%s · licence %s"), meso_desk_role_name (person->role), isolated);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  MesoStaffDialog *self = user_data;
  const MesoStaff *person = meso_row_get_value (item);
  g_autofree char *subtitle = dup_subtitle (self, person);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, person->name, subtitle);

  g_object_set (row, "title-lines", 2, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (ADW_TYPE_AVATAR, "size", 36, "text", person->name,
                                                                 "show-initials", TRUE, "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (!person->active)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), meso_tag_new ("meso-pause-symbolic", _("Inactive"), "neutral"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  return row;
}

static void
row_activated (MesoStaffDialog *self,
               GtkListBoxRow   *row)
{
  const MesoStaff *person = meso_row_get_value (g_object_get_data (G_OBJECT (row), "row"));

  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (meso_staff_page_new (self->context, person)));
}

static void
add_clicked (MesoStaffDialog *self)
{
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (meso_staff_page_new (self->context, NULL)));
}

static void
meso_staff_dialog_dispose (GObject *object)
{
  MesoStaffDialog *self = MESO_STAFF_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_STAFF_DIALOG);
  g_clear_object (&self->staff);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_staff_dialog_parent_class)->dispose (object);
}

static void
meso_staff_dialog_class_init (MesoStaffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_staff_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-staff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoStaffDialog, view);
  gtk_widget_class_bind_template_child (widget_class, MesoStaffDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
}

static void
meso_staff_dialog_init (MesoStaffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoStaffDialog *
meso_staff_dialog_new (MesoContext *context)
{
  MesoStaffDialog *self = g_object_new (MESO_TYPE_STAFF_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->staff = meso_query_list_new (meso_context_get_clinic (context), list_staff, NULL, NULL, "staff");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->staff), make_row, self, NULL);
  return self;
}
