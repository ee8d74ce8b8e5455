/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-error-presenter.h"

#include <glib/gi18n.h>

#include "meso-window.h"

void
meso_error_text_free (MesoErrorText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->body);
  g_free (self->details);
  g_free (self);
}

MesoErrorText *
meso_error_presenter_describe (const char   *operation,
                               const GError *error)
{
  MesoErrorText *self = g_new0 (MesoErrorText, 1);

  /* Translators: %s finishes the sentence: "save the session" */
  self->title = g_strdup_printf (_("Could not %s"), operation);
  self->body = g_strdup (error->message);
  self->details = g_strdup (error->message);
  return self;
}

static MesoWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return MESO_IS_WINDOW (root) ? MESO_WINDOW (root) : NULL;
}

static void
show_details (AdwToast *toast,
              GtkWidget *window)
{
  AdwDialog *dialog = adw_alert_dialog_new (adw_toast_get_title (toast), g_object_get_data (G_OBJECT (toast), "details"));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, window);
}

void
meso_error_presenter_toast (GtkWidget    *widget,
                            const char   *operation,
                            const GError *error)
{
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (operation, error);
  MesoWindow *window = find_window (widget);
  AdwToast *toast;

  if (window == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", text->title, "use-markup", FALSE, "button-label", _("Details"), NULL);
  g_object_set_data_full (G_OBJECT (toast), "details", g_strdup (text->body), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_details), window, 0);
  meso_window_add_toast (window, toast);
}

void
meso_error_presenter_alert (GtkWidget    *widget,
                            const char   *operation,
                            const GError *error)
{
  g_autoptr(MesoErrorText) text = meso_error_presenter_describe (operation, error);
  AdwDialog *dialog = adw_alert_dialog_new (text->title, text->body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, widget);
}

void
meso_error_presenter_say (GtkWidget  *widget,
                          const char *text,
                          const char *undo_action)
{
  MesoWindow *window = find_window (widget);
  AdwToast *toast;

  if (window == NULL)
    return;
  toast = g_object_new (ADW_TYPE_TOAST, "title", text, "use-markup", FALSE, NULL);
  if (undo_action != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_detailed_action_name (toast, undo_action);
    }
  meso_window_add_toast (window, toast);
}
