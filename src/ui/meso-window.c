/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window-private.h"

#include <glib/gi18n.h>

#include "meso-draft-keeper.h"
#include "meso-noticeboard.h"
#include "meso-preferences-dialog.h"
#include "meso-toast-lift.h"
#include "meso-window-state.h"

struct _MesoWindow
{
  AdwApplicationWindow parent_instance;

  MesoContext *context;        /* (nullable): NULL while no clinic is open */
  MesoWindowState *state;

  gboolean painted;

  AdwToastOverlay *toasts;
  MesoShell *shell;            /* (nullable): as context */
};

static void
add_toast (MesoNoticeboard *board,
           AdwToast        *toast)
{
  adw_toast_overlay_add_toast (MESO_WINDOW (board)->toasts, toast);
}

static void
set_notice (MesoNoticeboard *board,
            const char      *text)
{
  MesoWindow *self = MESO_WINDOW (board);

  if (self->shell != NULL)
    meso_shell_set_notice (self->shell, text);
}

static void
init_noticeboard (MesoNoticeboardInterface *iface)
{
  iface->add_toast = add_toast;
  iface->set_notice = set_notice;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MesoWindow, meso_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (MESO_TYPE_NOTICEBOARD, init_noticeboard))

static gboolean
meso_window_close_request (GtkWindow *window)
{
  MesoWindow *self = MESO_WINDOW (window);

  meso_window_state_save (self->state, window);
  /* An open clinic is put away first; the application then closes the window. */
  if (self->context != NULL)
    {
      g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (window)), "quit", NULL);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (meso_window_parent_class)->close_request (window);
}

/* (transfer full) (element-type AdwDialog): those that are being closed too, which no property names. They lie beside what the window
 * shows. */
static GPtrArray *
hold_dialogs (MesoWindow *self)
{
  GPtrArray *dialogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *place = GTK_WIDGET (self->toasts); place != NULL && place != GTK_WIDGET (self); place = gtk_widget_get_parent (place))
    {
      for (GtkWidget *beside = gtk_widget_get_next_sibling (place); beside != NULL; beside = gtk_widget_get_next_sibling (beside))
        {
          if (ADW_IS_DIALOG (beside))
            g_ptr_array_add (dialogs, g_object_ref (beside));
        }
    }
  return dialogs;
}

/* A dialog that is being closed goes at once when the window's new size makes it a sheet at the foot, or no longer one: in the midst of
 * its own allocation, which libadwaita 1.7 doesn't survive. It may go when all is allocated. */
static void
meso_window_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  g_autoptr(GPtrArray) dialogs = hold_dialogs (MESO_WINDOW (widget));

  GTK_WIDGET_CLASS (meso_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
meso_window_dispose (GObject *object)
{
  MesoWindow *self = MESO_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_WINDOW);
  self->shell = NULL;
  g_clear_pointer (&self->state, meso_window_state_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_window_parent_class)->dispose (object);
}

static void
meso_window_class_init (MesoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = meso_window_close_request;
  widget_class->size_allocate = meso_window_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoWindow, toasts);
  meso_window_actions_install (widget_class);
  meso_window_actions_add_keys (widget_class);
  /* The button in a dialog's header is called by this catalogue: libadwaita doesn't look into its own there. */
  (void) N_("Close");
}

static void
place_painted (GdkFrameClock *clock,
               gpointer       self)
{
  g_signal_handlers_disconnect_by_func (clock, place_painted, self);
  g_debug ("First place painted");
}

static void
begin_places (MesoWindow *self)
{
  meso_shell_begin (self->shell);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (place_painted), self, 0);
}

/* The window is there: how long that took is what a start is measured by. What has to be asked for follows. */
static void
first_frame_painted (GdkFrameClock *clock,
                     gpointer       window)
{
  MesoWindow *self = window;

  g_signal_handlers_disconnect_by_func (clock, first_frame_painted, self);
  g_debug ("First frame painted");
  self->painted = TRUE;
  if (self->shell != NULL)
    begin_places (self);
}

static void
realized (GtkWidget *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (self), "after-paint", G_CALLBACK (first_frame_painted), self, 0);
}

static void
meso_window_init (MesoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  meso_toast_lift_attach (self->toasts);
  self->state = meso_window_state_new ();
  meso_window_state_restore (self->state, GTK_WINDOW (self));
  g_signal_connect (self, "realize", G_CALLBACK (realized), NULL);
  meso_window_actions_enable (self, FALSE);
}

MesoWindow *
meso_window_new (GtkApplication *application,
                 MesoContext    *context)
{
  MesoWindow *self = g_object_new (MESO_TYPE_WINDOW, "application", application, NULL);

  if (context != NULL)
    meso_window_set_context (self, context);
  return self;
}

MesoShell *
meso_window_get_shell (MesoWindow *self)
{
  return self->shell;
}

MesoContext *
meso_window_get_context (MesoWindow *self)
{
  return self->context;
}

void
meso_window_set_context (MesoWindow  *self,
                         MesoContext *context)
{
  g_set_object (&self->context, context);
  self->shell = meso_shell_new (context);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->shell));
  meso_window_actions_enable (self, TRUE);
  /* The first frame waits for no page. */
  if (self->painted)
    begin_places (self);
  gtk_window_set_title (GTK_WINDOW (self), _("Meso Clinic"));
}

void
meso_window_set_page (MesoWindow *self,
                      GtkWidget  *page)
{
  AdwDialog *dialog;

  meso_window_actions_enable (self, FALSE);
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) != NULL)
    adw_dialog_force_close (dialog);
  self->shell = NULL;
  g_clear_object (&self->context);
  adw_toast_overlay_set_child (self->toasts, page);
}

void
meso_window_rebuild (MesoWindow *self)
{
  g_autoptr(GVariant) trail = NULL;
  g_autoptr(MesoContext) context = NULL;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  g_autofree char *place = NULL;
  GVariantIter iter;
  const char *action;
  GVariant *parameter;

  if (self->shell == NULL)
    return;
  context = g_object_ref (self->context);
  if (MESO_IS_PREFERENCES_DIALOG (dialog))
    {
      place = meso_preferences_dialog_dup_place (MESO_PREFERENCES_DIALOG (dialog));
      adw_dialog_force_close (dialog);
    }
  meso_draft_keeper_flush_all (context);
  trail = meso_shell_dup_trail (self->shell);
  meso_window_set_context (self, context);
  g_variant_iter_init (&iter, trail);
  while (g_variant_iter_loop (&iter, "(&sv)", &action, &parameter))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, parameter);
  if (place != NULL)
    {
      dialog = ADW_DIALOG (meso_preferences_dialog_new (self->context));
      adw_dialog_present (dialog, GTK_WIDGET (self));
      meso_preferences_dialog_go (MESO_PREFERENCES_DIALOG (dialog), place);
    }
}
