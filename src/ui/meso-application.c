/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-application.h"

#include <glib/gi18n.h>

#include "meso-clinic-opening.h"
#include "meso-settings-service.h"
#include "meso-window.h"

struct _MesoApplication
{
  AdwApplication parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoApplication, meso_application, ADW_TYPE_APPLICATION)

static void
settings_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  MesoApplication *self = user_data;
  GHashTable *settings = meso_clinic_call_finish (MESO_CLINIC (source), result, NULL);

  self->context = meso_context_new (MESO_CLINIC (source), settings);
  gtk_window_present (GTK_WINDOW (meso_window_new (GTK_APPLICATION (self), self->context)));
  g_application_release (G_APPLICATION (self));
}

static gpointer
read_settings (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  return meso_settings_service_get_all (clinic, error);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoClinic) clinic = meso_clinic_opening_finish (result, &error);

  if (clinic == NULL)
    {
      g_printerr ("%s\n", error->message);
      g_application_release (G_APPLICATION (user_data));
      return;
    }
  meso_clinic_call_async (clinic, read_settings, NULL, NULL, (GDestroyNotify) g_hash_table_unref, NULL, settings_read,
                          user_data);
}

static void
meso_application_activate (GApplication *application)
{
  g_autofree char *path = meso_clinic_dup_demo_path ();
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  g_application_hold (application);
  meso_clinic_open_demo_async (path, "en", 200, NULL, opened, application);
}

static void
meso_application_dispose (GObject *object)
{
  MesoApplication *self = MESO_APPLICATION (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_application_parent_class)->dispose (object);
}

static void
meso_application_class_init (MesoApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_application_dispose;
  G_APPLICATION_CLASS (klass)->activate = meso_application_activate;
}

static void
meso_application_init (MesoApplication *self)
{
}

MesoApplication *
meso_application_new (void)
{
  return g_object_new (MESO_TYPE_APPLICATION,
                       "application-id", "org.example.MesoClinic",
                       "resource-base-path", "/org/example/MesoClinic",
                       NULL);
}
