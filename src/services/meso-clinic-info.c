/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic.h"

#include "meso-backup.h"
#include "meso-clinic-private.h"
#include "meso-patient-search.h"
#include "meso-setting-repository.h"

/**
 * meso_clinic_info_free:
 * @self: (transfer full) (nullable): what was said of a clinic's file
 */
void
meso_clinic_info_free (MesoClinicInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->upgrade_backup);
  g_free (self->last_backup_at);
  g_free (self->last_backup_path);
  g_free (self->last_backup_hash);
  g_free (self->last_outside_at);
  g_free (self);
}

static gboolean
read_info (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  MesoClinicInfo *info = data;
  g_autofree char *own = meso_clinic_dup_default_path ();
  g_autofree char *own_folder = g_path_get_dirname (own);
  g_autofree char *folder = g_path_get_dirname (info->path);
  const char *const inside[] = { own_folder, folder, NULL };
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  g_autoptr(MesoBackupReceipt) outside = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *demo = meso_setting_repository_get (context, MESO_SETTING_DEMO, &local_error);

  if (local_error == NULL)
    receipt = meso_backup_get_latest (context, &local_error);
  if (local_error == NULL)
    outside = meso_backup_get_latest_outside (context, inside, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  info->last_outside_at = outside != NULL ? g_strdup (outside->at_utc) : NULL;
  info->demo = g_strcmp0 (demo, "yes") == 0;
  if (receipt != NULL)
    {
      info->last_backup_at = g_strdup (receipt->at_utc);
      info->last_backup_path = g_strdup (receipt->path);
      info->last_backup_hash = g_strdup (receipt->audit_hash);
    }
  return meso_patient_search_count (context, &info->patients, error);
}

/**
 * meso_clinic_get_info:
 *
 * Returns: (transfer full): what the file is, or %NULL
 */
MesoClinicInfo *
meso_clinic_get_info (MesoClinic  *self,
                      GError     **error)
{
  g_autoptr(MesoClinicInfo) info = g_new0 (MesoClinicInfo, 1);
  MesoStore *store = meso_clinic_get_store (self);

  info->path = g_strdup (meso_store_get_path (store));
  info->schema_version = meso_store_get_schema_version (store);
  info->upgrade_backup = g_strdup (meso_store_get_upgrade_backup (store));
  if (!meso_clinic_run (self, MESO_STORE_READ, read_info, info, error))
    return NULL;
  return g_steal_pointer (&info);
}

/**
 * meso_clinic_check:
 * @self: a clinic
 *
 * Looks through the whole file: takes seconds on a large one.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, one sentence each, empty when the file is sound; %NULL
 *   when it could not be looked at
 */
GPtrArray *
meso_clinic_check (MesoClinic  *self,
                   GError     **error)
{
  return meso_store_check (meso_clinic_get_store (self), error);
}
