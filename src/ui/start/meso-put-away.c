/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-put-away.h"

#include "meso-daily-backup.h"
#include "meso-draft-keeper.h"

/* Closing waits for every call that was asked before. */
static void
close_clinic (GTask        *task,
              gpointer      source,
              gpointer      clinic,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (meso_clinic_close (clinic, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  meso_clinic_call_finish (MESO_CLINIC (source), result, NULL);
  g_task_run_in_thread (task, close_clinic);
}

void
meso_clinic_put_away_async (MesoContext         *context,
                            MesoOperation       *operation,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  MesoClinic *clinic = meso_context_get_clinic (context);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *folder = meso_daily_backup_dup_folder ();
  g_autofree char *day = meso_calendar_date_to_string (meso_context_get_today (context));
  MesoDailyBackup *backup;

  g_task_set_source_tag (task, meso_clinic_put_away_async);
  g_task_set_static_name (task, "MesoClinic putting away");
  g_task_set_task_data (task, g_object_ref (clinic), g_object_unref);
  meso_draft_keeper_flush_all (context);
  if (meso_context_get_demo (context))
    {
      g_task_run_in_thread (task, close_clinic);
      g_object_unref (task);
    }
  else
    {
      backup = meso_daily_backup_new (folder, day);
      backup->outside = g_strdup (meso_context_get_setting (context, "backup-folder"));
      g_set_object (&backup->operation, operation);
      meso_clinic_call_async (clinic, meso_daily_backup_write, backup, (GDestroyNotify) meso_daily_backup_free, NULL, NULL,
                              backed_up, task);
    }
}

gboolean
meso_clinic_put_away_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
