/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-menu.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-patient-finder-private.h"
#include "meso-patient-words.h"

struct _MesoPatientMenu
{
  MesoPatientFinder *finder;
  GtkPopover *popover;
  MesoPatient *meant;             /* (nullable): whom it was opened on */
  gboolean may_screen;
};

static MesoPatient *
dup_selected (MesoPatientFinder *self)
{
  return meso_patient_finder_dup_patient (self, meso_patient_finder_get_selected (self));
}

/* Whom the menu was opened on: what is selected may be another by now, since a pointer that passes over rows selects them. */
static MesoPatient *
dup_meant (GtkWidget *finder)
{
  MesoPatientFinder *self = MESO_PATIENT_FINDER (finder);

  return self->menu->meant != NULL ? meso_patient_copy (self->menu->meant) : dup_selected (self);
}

static void
open_action (GtkWidget  *finder,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr(MesoPatient) patient = dup_meant (finder);

  if (patient != NULL)
    meso_patient_finder_choose_patient (MESO_PATIENT_FINDER (finder), patient->id);
}

static void
screen_action (GtkWidget  *finder,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr(MesoPatient) patient = dup_meant (finder);

  if (patient != NULL)
    gtk_widget_activate_action (finder, "win.screen", "s", patient->id);
}

/* What is copied goes into other programs, and into forms: without marks of direction, and a number as it is dialled. */
static char *
make_copy (const MesoPatient *patient,
           const char        *what)
{
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *born = NULL;

  if (g_str_equal (what, "name"))
    return g_steal_pointer (&name);
  if (g_str_equal (what, "file-number"))
    return g_strdup (patient->file_number);
  if (g_str_equal (what, "phone"))
    return g_strdup (patient->phone);
  born = meso_calendar_date_is_set (patient->birth_date) ? meso_calendar_date_to_string (patient->birth_date) : g_strdup ("");
  return g_strjoin ("\t", patient->file_number, name, born, patient->phone, NULL);
}

static void
copy (GtkWidget         *finder,
      const MesoPatient *patient,
      const char        *what)
{
  g_autofree char *text = patient != NULL ? make_copy (patient, what) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (finder), text);
  meso_error_presenter_say (finder, _("Copied"), NULL);
}

static void
copy_action (GtkWidget  *finder,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr(MesoPatient) patient = dup_meant (finder);

  copy (finder, patient, g_variant_get_string (parameter, NULL));
}

static void
copy_phone_action (GtkWidget  *finder,
                   const char *name,
                   GVariant   *parameter)
{
  g_autoptr(MesoPatient) patient = dup_meant (finder);

  copy (finder, patient, "phone");
}

/* Without the menu it is about the row that is selected. */
static gboolean
copy_key_pressed (GtkWidget *finder,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  g_autoptr(MesoPatient) patient = dup_selected (MESO_PATIENT_FINDER (finder));

  copy (finder, patient, "all");
  return GDK_EVENT_STOP;
}

void
meso_patient_menu_install (GtkWidgetClass *finder_class)
{
  gtk_widget_class_install_action (finder_class, "found.open", NULL, open_action);
  gtk_widget_class_install_action (finder_class, "found.screen", NULL, screen_action);
  gtk_widget_class_install_action (finder_class, "found.copy", "s", copy_action);
  gtk_widget_class_install_action (finder_class, "found.copy-phone", NULL, copy_phone_action);
  gtk_widget_class_add_binding (finder_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_key_pressed, NULL);
}

MesoPatientMenu *
meso_patient_menu_new (MesoPatientFinder *finder,
                       GMenuModel        *model,
                       gboolean           may_screen)
{
  MesoPatientMenu *self = g_new0 (MesoPatientMenu, 1);

  self->finder = finder;
  self->may_screen = may_screen;
  self->popover = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (finder));
  return self;
}

void
meso_patient_menu_free (MesoPatientMenu *self)
{
  gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_clear_pointer (&self->meant, meso_patient_free);
  g_free (self);
}

void
meso_patient_menu_open_at (MesoPatientMenu    *self,
                           guint               position,
                           const GdkRectangle *place)
{
  MesoPatient *patient = meso_patient_finder_dup_patient (self->finder, position);

  if (patient == NULL)
    return;
  g_clear_pointer (&self->meant, meso_patient_free);
  self->meant = patient;
  meso_patient_finder_select (self->finder, position);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->finder), "found.screen", self->may_screen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->finder), "found.copy-phone", *patient->phone != '\0');
  gtk_popover_set_pointing_to (self->popover, place);
  gtk_popover_popup (self->popover);
}

static MesoPatientRow *
find_row (GtkWidget *widget)
{
  if (MESO_IS_PATIENT_ROW (widget))
    return MESO_PATIENT_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MesoPatientRow *row = find_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* The row that something in a view belongs to: the first one around it that holds one patient. */
static MesoPatientRow *
find_row_of (GtkWidget *view,
             GtkWidget *widget)
{
  GtkWidget *around = widget;

  while (around != NULL && around != view && gtk_widget_get_parent (around) != view
         && !GTK_IS_LIST_BASE (gtk_widget_get_parent (around)))
    around = gtk_widget_get_parent (around);
  return around != NULL && around != view ? find_row (around) : NULL;
}

static void
open_on_view (MesoPatientMenu *self,
              GtkWidget       *view,
              double           x,
              double           y)
{
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  MesoPatientRow *row = picked != NULL ? find_row_of (view, picked) : NULL;
  graphene_point_t at;

  if (row != NULL
      && gtk_widget_compute_point (view, GTK_WIDGET (self->finder), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    meso_patient_menu_open_at (self, gtk_list_item_get_position (meso_patient_row_get_item (row)), &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
}

static void
pressed (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         MesoPatientMenu *self)
{
  open_on_view (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed (GtkGestureLongPress *gesture,
              double               x,
              double               y,
              MesoPatientMenu     *self)
{
  open_on_view (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        modifiers,
             MesoPatientMenu       *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->finder)));
  graphene_rect_t bounds;

  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self->finder), &bounds))
    meso_patient_menu_open_at (self, meso_patient_finder_get_selected (self->finder),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  return GDK_EVENT_STOP;
}

void
meso_patient_menu_attach (MesoPatientMenu *self,
                          GtkWidget       *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (view, keys);
}
