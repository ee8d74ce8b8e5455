/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-opener.h"

#include "meso-daily-backup.h"
#include "meso-last-clinic.h"
#include "meso-settings-service.h"

#define DEMO_PATIENTS 200

struct _MesoOpener
{
  GObject parent_instance;

  char *path;
  char *copy;                   /* (nullable): what is brought back to path */
  char *demo_language;          /* (nullable): the demo speaks it */
  MesoClinicSetup *setup;       /* (nullable): of a new clinic */
  MesoOperation *operation;     /* (nullable) */
  GCancellable *cancellable;

  MesoContext *context;
  GError *error;
  gboolean backup_failed;
  gboolean backup_outside;
  MesoProblem backup_problem;
};

G_DEFINE_FINAL_TYPE (MesoOpener, meso_opener, G_TYPE_OBJECT)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_opener_finalize (GObject *object)
{
  MesoOpener *self = MESO_OPENER (object);

  g_free (self->path);
  g_free (self->copy);
  g_free (self->demo_language);
  g_clear_pointer (&self->setup, meso_clinic_setup_free);
  g_clear_object (&self->operation);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (meso_opener_parent_class)->finalize (object);
}

static void
meso_opener_class_init (MesoOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_opener_finalize;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_opener_init (MesoOpener *self)
{
  self->cancellable = g_cancellable_new ();
}

MesoOpener *
meso_opener_new_file (const char *path)
{
  MesoOpener *self = g_object_new (MESO_TYPE_OPENER, NULL);

  self->path = g_strdup (path);
  return self;
}

MesoOpener *
meso_opener_new_demo (const char *language)
{
  g_autofree char *path = meso_clinic_dup_demo_path ();
  MesoOpener *self = meso_opener_new_file (path);

  self->demo_language = g_strdup (language);
  self->operation = meso_operation_new ();
  return self;
}

MesoOpener *
meso_opener_new_set_up (const char            *path,
                        const MesoClinicSetup *setup)
{
  MesoOpener *self = meso_opener_new_file (path);

  self->setup = meso_clinic_setup_new ();
  g_set_str (&self->setup->clinic_name, setup->clinic_name);
  g_set_str (&self->setup->physician_name, setup->physician_name);
  g_set_str (&self->setup->licence_number, setup->licence_number);
  g_set_str (&self->setup->language, setup->language);
  g_set_str (&self->setup->calendar, setup->calendar);
  g_set_str (&self->setup->digits, setup->digits);
  return self;
}

MesoOpener *
meso_opener_new_restore (const char *copy,
                         const char *path)
{
  MesoOpener *self = meso_opener_new_file (path);

  self->copy = g_strdup (copy);
  return self;
}

static void
finish (MesoOpener *self,
        GError     *error)
{
  self->error = error;
  g_signal_emit (self, signals[DONE], 0);
  g_object_unref (self);
}

/* What the window must know before its first frame; on the clinic's thread. */
static gpointer
read_settings (MesoClinic  *clinic,
               gpointer     request,
               GError     **error)
{
  MesoOpener *self = request;

  self->backup_failed = meso_daily_backup_has_failed (&self->backup_problem, &self->backup_outside);
  if (self->demo_language == NULL)
    meso_last_clinic_remember (self->path);
  return meso_settings_service_get_all (clinic, error);
}

static void
settings_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  MesoOpener *self = user_data;
  GError *error = NULL;
  GHashTable *settings = meso_clinic_call_finish (MESO_CLINIC (source), result, &error);

  if (settings != NULL)
    self->context = meso_context_new (MESO_CLINIC (source), settings);
  finish (self, error);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  MesoOpener *self = user_data;
  GError *error = NULL;
  g_autoptr(MesoClinic) clinic = meso_clinic_opening_finish (result, &error);

  if (clinic == NULL)
    finish (self, error);
  else
    meso_clinic_call_async (clinic, read_settings, g_object_ref (self), g_object_unref, (GDestroyNotify) g_hash_table_unref, NULL,
                            settings_read, self);
}

void
meso_opener_start (MesoOpener *self)
{
  g_object_ref (self);
  if (self->demo_language != NULL)
    meso_clinic_open_demo_async (self->path, self->demo_language, DEMO_PATIENTS, self->operation, opened, self);
  else if (self->setup != NULL)
    meso_clinic_set_up_async (self->path, self->setup, self->cancellable, opened, self);
  else if (self->copy != NULL)
    meso_clinic_restore_async (self->copy, self->path, self->cancellable, opened, self);
  else
    meso_clinic_open_async (self->path, self->cancellable, opened, self);
}

void
meso_opener_cancel (MesoOpener *self)
{
  g_cancellable_cancel (self->operation != NULL ? meso_operation_get_cancellable (self->operation) : self->cancellable);
}

const char *
meso_opener_get_path (MesoOpener *self)
{
  return self->path;
}

gboolean
meso_opener_get_demo (MesoOpener *self)
{
  return self->demo_language != NULL;
}

MesoOperation *
meso_opener_get_operation (MesoOpener *self)
{
  return self->operation;
}

MesoContext *
meso_opener_get_context (MesoOpener *self)
{
  return self->context;
}

const GError *
meso_opener_get_error (MesoOpener *self)
{
  return self->error;
}

gboolean
meso_opener_get_backup_failed (MesoOpener  *self,
                               MesoProblem *problem_out,
                               gboolean    *outside_out)
{
  *problem_out = self->backup_problem;
  *outside_out = self->backup_outside;
  return self->backup_failed && self->demo_language == NULL;
}
