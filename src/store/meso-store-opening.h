/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-place.h"
#include "sqlite/meso-sqlite-migrator.h"

G_BEGIN_DECLS

/**
 * MesoStoreOpening:
 *
 * Private: what opening a file gives: the connection, the lock that goes with it, and what was found out.
 */
typedef struct
{
  char *path;                   /* where the file really is */
  MesoStoreLock *lock;
  MesoSqliteConnection *connection;
  int version;
  char *upgrade_backup;         /* (nullable) */
} MesoStoreOpening;

gboolean meso_store_opening_run   (MesoStoreOpening *self, const char *path, MesoStoreMode mode,
                                   const MesoSqliteMigration *migrations, GError **error);
void     meso_store_opening_clear (MesoStoreOpening *self);

G_END_DECLS
