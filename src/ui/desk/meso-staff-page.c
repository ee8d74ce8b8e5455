/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-page.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-staff-service.h"
#include "meso-text.h"

struct _MesoStaffPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoStaff *person;
  AdwEntryRow *name_row;
  AdwComboRow *role_row;
  AdwEntryRow *licence_row;
  AdwSwitchRow *active_row;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (MesoStaffPage, meso_staff_page, ADW_TYPE_NAVIGATION_PAGE)

static gpointer
store_person (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  const MesoStaff *person = request;
  g_autofree char *id = NULL;

  if (person->id == NULL)
    id = meso_staff_service_add (clinic, person, error);
  else
    meso_staff_service_update (clinic, person, error);
  return NULL;
}

static void
person_stored (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoStaffPage *self = MESO_STAFF_PAGE (widget);

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (error != NULL)
    meso_error_presenter_alert (widget, _("save the person"), error);
  else
    gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
changed (MesoStaffPage *self,
         GtkWidget     *row)
{
  meso_field_set_error (row, NULL);
}

static gboolean
check_row (AdwEntryRow *row,
           glong        max_chars,
           gboolean     needed,
           const char  *missing)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
  const char *sentence = NULL;

  if (needed && *text == '\0')
    sentence = missing;
  else if (g_utf8_strlen (text, -1) > max_chars)
    sentence = _("This is too long. Shorten it.");
  else if (!meso_text_check_line (text, max_chars, "", NULL))
    sentence = _("This holds a sign that can’t be shown. Type it again instead of pasting it.");
  meso_field_set_error (GTK_WIDGET (row), sentence);
  if (sentence != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return sentence == NULL;
}

static void
save (MesoStaffPage *self)
{
  gboolean licence_is_fine = check_row (self->licence_row, MESO_STAFF_MAX_LICENCE_CHARACTERS, FALSE, NULL);
  gboolean name_is_fine = check_row (self->name_row, MESO_STAFF_MAX_NAME_CHARACTERS, TRUE, _("A name is needed."));
  MesoStaff *person;

  if (!name_is_fine || !licence_is_fine || !gtk_widget_get_sensitive (self->save_button))
    return;
  person = meso_staff_copy (self->person);
  g_free (person->name);
  person->name = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  g_free (person->licence_number);
  person->licence_number = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->licence_row)));
  person->role = (MesoRole) adw_combo_row_get_selected (self->role_row);
  person->active = adw_switch_row_get_active (self->active_row);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  meso_context_call (self->context, GTK_WIDGET (self), store_person, person, (GDestroyNotify) meso_staff_free, NULL, person_stored,
                     NULL);
}

static void
meso_staff_page_dispose (GObject *object)
{
  MesoStaffPage *self = MESO_STAFF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_STAFF_PAGE);
  g_clear_pointer (&self->person, meso_staff_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_staff_page_parent_class)->dispose (object);
}

static void
meso_staff_page_class_init (MesoStaffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_staff_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoStaffPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, MesoStaffPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, MesoStaffPage, licence_row);
  gtk_widget_class_bind_template_child (widget_class, MesoStaffPage, active_row);
  gtk_widget_class_bind_template_child (widget_class, MesoStaffPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
meso_staff_page_init (MesoStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Who is at the desk can't be made inactive: the switch says so before anybody tries. */
static void
show_person (MesoStaffPage *self)
{
  g_autoptr(MesoStaff) here = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  gboolean is_here = here != NULL && g_strcmp0 (here->id, self->person->id) == 0;

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->person->name);
  gtk_editable_set_text (GTK_EDITABLE (self->licence_row), self->person->licence_number);
  adw_combo_row_set_selected (self->role_row, self->person->role);
  adw_switch_row_set_active (self->active_row, self->person->active);
  gtk_widget_set_visible (GTK_WIDGET (self->active_row), self->person->id != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->active_row), !is_here);
  if (is_here)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->active_row), _("Is at the desk now"));
}

MesoStaffPage *
meso_staff_page_new (MesoContext     *context,
                     const MesoStaff *person)
{
  MesoStaffPage *self = g_object_new (MESO_TYPE_STAFF_PAGE, NULL);

  self->context = g_object_ref (context);
  self->person = person != NULL ? meso_staff_copy (person) : meso_staff_new ();
  if (person != NULL)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), person->name);
  else
    self->person->role = MESO_ROLE_NURSE;
  if (self->person->id == NULL)
    self->person->active = TRUE;
  show_person (self);
  return self;
}
