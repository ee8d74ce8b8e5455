/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoBackupResult:
 * @audit_hash: last hash of the audit log in the copy: shows a log that was cut off later
 *
 * What one verified copy is.
 */
typedef struct
{
  char *path;
  char *at_utc;
  char *sha256;
  char *audit_hash;
  gint64 size;
  gint64 patients;
} MesoBackupResult;

MesoBackupResult *meso_backup_service_write   (MesoClinic *clinic, const char *path, GError **error);
/* The same, told as it goes, and stopped by the operation. operation (nullable) */
MesoBackupResult *meso_backup_service_write_watched (MesoClinic *clinic, const char *path, MesoOperation *operation, GError **error);
MesoBackupResult *meso_backup_service_write_for_transfer (MesoClinic *clinic, const char *path, GError **error);
gboolean          meso_backup_service_restore (const char *copy, const char *into, GError **error);
void              meso_backup_result_free     (MesoBackupResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoBackupResult, meso_backup_result_free)

G_END_DECLS
