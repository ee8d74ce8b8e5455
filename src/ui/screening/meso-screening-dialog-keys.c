/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include "meso-answer-card.h"

/* Longer than the wait before a key that is held begins to repeat. */
#define HELD_US (1 * G_USEC_PER_SEC)
/* A second tap of the one before comes sooner than this; an answer to what was read comes later. */
#define UNREAD_US (G_USEC_PER_SEC / 4)

gboolean
meso_screening_dialog_is_unread (MesoScreeningDialog *self)
{
  return g_get_monotonic_time () - self->shown_at < UNREAD_US;
}

static gboolean
is_typing (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
         (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
is_held (MesoScreeningDialog *self,
         guint                keycode)
{
  gint64 now = g_get_monotonic_time ();
  gboolean held = self->held_key == keycode && now - self->held_since < HELD_US;

  self->held_key = keycode;
  self->held_since = now;
  return held;
}

/* Where days and numbers are typed no letter means anything but that nobody knows. A key that empties the field, and is still held
 * then, doesn't go back as well. */
static gboolean
read_key_of_field (MesoScreeningDialog *self,
                   GtkWidget           *page,
                   GtkEditable         *field,
                   guint                keyval,
                   guint                keycode)
{
  guint number;

  if (keyval == GDK_KEY_BackSpace && gtk_widget_get_visible (self->footer))
    return !is_held (self, keycode) && *gtk_editable_get_text (field) == '\0' &&
           gtk_widget_activate_action (GTK_WIDGET (self), "screening.back", NULL);
  if (!MESO_IS_QUESTION_PAGE (page) || meso_answer_key_read (keyval, keycode, &number) != MESO_ANSWER_KEY_UNKNOWN)
    return GDK_EVENT_PROPAGATE;
  return is_held (self, keycode) || meso_screening_dialog_is_unread (self) ||
         meso_question_page_press (MESO_QUESTION_PAGE (page), MESO_ANSWER_KEY_UNKNOWN, 0);
}

static gboolean
key_pressed (MesoScreeningDialog *self,
             guint                keyval,
             guint                keycode,
             GdkModifierType      modifiers)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->view));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean press = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter ||
                   keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space;
  MesoAnswerKey key;
  guint number;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_typing (focus))
    return GTK_IS_EDITABLE (focus) ? read_key_of_field (self, page, GTK_EDITABLE (focus), keyval, keycode) : GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_BackSpace)
    return is_held (self, keycode) || gtk_widget_activate_action (GTK_WIDGET (self), "screening.back", NULL);
  key = meso_answer_key_read (keyval, keycode, &number);
  if (meso_screening_dialog_is_unread (self) && (press || key != MESO_ANSWER_KEY_NONE))
    {
      is_held (self, keycode);
      return GDK_EVENT_STOP;
    }
  if (!MESO_IS_QUESTION_PAGE (page) || (press ? !MESO_IS_ANSWER_CARD (focus) : key == MESO_ANSWER_KEY_NONE))
    return GDK_EVENT_PROPAGATE;
  if (is_held (self, keycode))
    return GDK_EVENT_STOP;
  if (!press)
    return meso_question_page_press (MESO_QUESTION_PAGE (page), key, number);
  g_signal_emit_by_name (focus, "clicked");
  return GDK_EVENT_STOP;
}

static void
key_released (MesoScreeningDialog *self)
{
  self->held_key = 0;
}

void
meso_screening_dialog_read_keys (MesoScreeningDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
