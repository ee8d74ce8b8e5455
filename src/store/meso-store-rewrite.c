/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-rewrite.h"

#include "meso-store-private.h"

/* What is deleted is overwritten at once; but a page that was split may still hold a copy in its unused part, and the log holds
 * the pages of before. */
static gboolean
rewrite (MesoSqliteConnection *connection, gpointer data, GError **error)
{
  return meso_sqlite_connection_run_script (connection, "VACUUM", error)
         && meso_sqlite_connection_run_script (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/**
 * meso_store_rewrite:
 *
 * Returns: whether the file holds nothing but what is on record now
 */
gboolean
meso_store_rewrite (MesoStore *self, GError **error)
{
  return meso_store_run_raw (self, rewrite, NULL, error);
}
