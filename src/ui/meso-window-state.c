/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window-state.h"

#define SCHEMA "org.example.MesoClinic"

struct _MesoWindowState
{
  GSettings *settings;      /* (nullable) */
};

MesoWindowState *
meso_window_state_new (void)
{
  MesoWindowState *self = g_new0 (MesoWindowState, 1);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  if (schema != NULL)
    self->settings = g_settings_new_full (schema, NULL, NULL);
  return self;
}

void
meso_window_state_free (MesoWindowState *self)
{
  g_clear_object (&self->settings);
  g_free (self);
}

void
meso_window_state_restore (MesoWindowState *self,
                           GtkWindow       *window)
{
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (window);
}

void
meso_window_state_save (MesoWindowState *self,
                        GtkWindow       *window)
{
  gboolean maximized = gtk_window_is_maximized (window);
  int width, height;

  if (self->settings == NULL)
    return;
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized || gtk_window_is_fullscreen (window))
    return;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}
