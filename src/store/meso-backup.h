/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>
#include "meso-store.h"

G_BEGIN_DECLS

/**
 * MesoBackupReceipt:
 * @sha256: of the copy's bytes; @audit_hash: the last hash of the audit chain in it, "" for an empty chain
 * @rows: how many rows all its tables hold together; @patients: how many patients
 * @size: in bytes; @recorded: whether the database itself has it, and names it as its latest
 *
 * What one verified copy was. Kept in the database, and worth printing: the hash shows a chain that was cut off.
 */
typedef struct
{
  char *path;
  char *at_utc;
  char *sha256;
  gint64 audit_seq;
  char *audit_hash;
  gint64 rows;
  gint64 patients;
  gint64 size;
  gboolean recorded;
} MesoBackupReceipt;

void               meso_backup_receipt_free (MesoBackupReceipt *self);

/* done and total in pages; called on the thread that meso_backup_write () was called on */
typedef void (*MesoBackupProgress) (int done, int total, gpointer data);

/* Waits; the store's other work goes on between slices. The copy is written beside path, verified, and only then named.
 * A file at path is only replaced with replace, and then only by a verified copy. */
MesoBackupReceipt *meso_backup_write        (MesoStore *store, const char *staff, const char *path, gboolean replace,
                                             MesoBackupProgress progress, gpointer progress_data,
                                             GCancellable *cancellable, GError **error);
void               meso_backup_write_async  (MesoStore *store, const char *staff, const char *path, gboolean replace,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
MesoBackupReceipt *meso_backup_write_finish (MesoStore *store, GAsyncResult *result, GError **error);
/* (nullable): the newest receipt; NULL without error when there is none */
MesoBackupReceipt *meso_backup_get_latest   (MesoStoreContext *context, GError **error);
/* folders: of this computer, NULL-ended */
MesoBackupReceipt *meso_backup_get_latest_outside (MesoStoreContext *context, const char *const *folders, GError **error);

/* Verifies the copy at source, then makes the database at target from it. Never overwrites a target; works where no
 * database ever was. An older copy is brought to this version when it is opened. */
gboolean           meso_backup_restore      (const char *source, const char *target, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoBackupReceipt, meso_backup_receipt_free)

G_END_DECLS
