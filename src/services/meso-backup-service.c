/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup-service.h"

#include "meso-audit-log.h"
#include "meso-backup.h"
#include "meso-clinic-private.h"

/**
 * meso_backup_result_free:
 * @self: (transfer full) (nullable): what a copy is
 */
void
meso_backup_result_free (MesoBackupResult *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->at_utc);
  g_free (self->sha256);
  g_free (self->audit_hash);
  g_free (self);
}

static MesoBackupResult *
result_new (const MesoBackupReceipt *receipt)
{
  MesoBackupResult *result = g_new0 (MesoBackupResult, 1);

  result->path = g_strdup (receipt->path);
  result->at_utc = g_strdup (receipt->at_utc);
  result->sha256 = g_strdup (receipt->sha256);
  result->audit_hash = g_strdup (receipt->audit_hash);
  result->size = receipt->size;
  result->patients = receipt->patients;
  return result;
}

static void
report (int      done,
        int      total,
        gpointer operation)
{
  meso_operation_report (operation, (guint64) done, (guint64) total, NULL);
}

/**
 * meso_backup_service_write_watched:
 * @path: where the copy goes; a file that is there is not replaced
 * @operation: (nullable): told how far the copy is, and stops it
 *
 * Copies the clinic's file and verifies the copy, row for row, before it gets its name.
 *
 * Returns: (transfer full): what the copy is, or %NULL
 */
MesoBackupResult *
meso_backup_service_write_watched (MesoClinic     *clinic,
                                   const char     *path,
                                   MesoOperation  *operation,
                                   GError        **error)
{
  GCancellable *cancellable = operation != NULL ? meso_operation_get_cancellable (operation) : NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;

  receipt = meso_backup_write (meso_clinic_get_store (clinic), meso_clinic_get_staff (clinic), path, FALSE,
                               operation != NULL ? report : NULL, operation, cancellable, error);
  if (receipt == NULL)
    return NULL;
  meso_clinic_set_wrote (clinic, TRUE);
  if (!receipt->recorded)
    g_warning ("The copy “%s” is good, but the database could not note it down. Check the disk's free space.", receipt->path);
  return result_new (receipt);
}

/**
 * meso_backup_service_write:
 * @path: where the copy goes; a file that is there is not replaced
 *
 * Copies the clinic's file and verifies the copy, row for row, before it gets its name.
 *
 * Returns: (transfer full): what the copy is, or %NULL
 */
MesoBackupResult *
meso_backup_service_write (MesoClinic  *clinic,
                           const char  *path,
                           GError     **error)
{
  return meso_backup_service_write_watched (clinic, path, NULL, error);
}

static gboolean
note_transfer (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  return meso_audit_log_append (context, data, "export", "clinic", "", "a whole copy was given out", NULL, error);
}

/**
 * meso_backup_service_write_for_transfer:
 * @path: where the copy goes for the moment
 *
 * Copies and verifies like meso_backup_service_write (), but doesn't note the copy down as a backup: whether it
 * arrives where it is sent isn't known here. The audit log says that it was made.
 *
 * Returns: (transfer full): what the copy is, or %NULL
 */
MesoBackupResult *
meso_backup_service_write_for_transfer (MesoClinic  *clinic,
                                        const char  *path,
                                        GError     **error)
{
  g_autoptr(MesoBackupReceipt) receipt = NULL;

  receipt = meso_backup_write (meso_clinic_get_store (clinic), NULL, path, FALSE, NULL, NULL, NULL, error);
  if (receipt == NULL ||
      !meso_clinic_run (clinic, MESO_STORE_WRITE, note_transfer, (gpointer) meso_clinic_get_staff (clinic), error))
    return NULL;
  return result_new (receipt);
}

/**
 * meso_backup_service_restore:
 * @copy: what meso_backup_service_write () made, or a clinic's file that nobody has open
 * @into: the file to make; nothing may be there
 *
 * Returns: whether @into is there, opens and is sound; otherwise %FALSE with a %MESO_STORE_ERROR that says why
 */
gboolean
meso_backup_service_restore (const char  *copy,
                             const char  *into,
                             GError     **error)
{
  return meso_backup_restore (copy, into, error);
}
