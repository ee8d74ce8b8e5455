/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-transaction.h"

static gboolean
begin (MesoSqliteConnection *connection, MesoStoreAccess access, GCancellable *cancellable, GError **error)
{
  if (access == MESO_STORE_WRITE)
    return meso_sqlite_connection_execute (connection, "BEGIN IMMEDIATE", meso_sqlite_no_values, error);
  /* A read that writes is a fault of ours: it fails. Only reads are stopped midway. */
  meso_sqlite_connection_set_cancellable (connection, cancellable);
  return meso_sqlite_connection_run_script (connection, "PRAGMA query_only = ON; BEGIN DEFERRED", error);
}

static void
end (MesoSqliteConnection *connection, MesoStoreAccess access, gboolean *broken_out)
{
  meso_sqlite_connection_set_cancellable (connection, NULL);
  if (meso_sqlite_connection_in_transaction (connection))
    meso_sqlite_connection_run_script (connection, "ROLLBACK", NULL);
  if (access == MESO_STORE_READ && !meso_sqlite_connection_run_script (connection, "PRAGMA query_only = OFF", NULL))
    *broken_out = TRUE;
  if (meso_sqlite_connection_in_transaction (connection))
    *broken_out = TRUE;
}

/**
 * meso_store_transaction_run:
 * @access: whether it only reads
 * @work: (scope call): what to do
 * @data: for @work
 * @broken_out: (out): set when a transaction can't be ended: nothing more may be tried on that connection
 *
 * Does @work whole or not at all.
 *
 * Returns: whether it was done and, when writing, is on the disk
 */
gboolean
meso_store_transaction_run (MesoStoreContext *context, MesoStoreAccess access, MesoStoreWork work, gpointer data,
                            GCancellable *cancellable, gboolean *broken_out, GError **error)
{
  gboolean done = begin (context->connection, access, cancellable, error)
                  && work (context, data, error)
                  && meso_sqlite_connection_execute (context->connection, "COMMIT", meso_sqlite_no_values, error);

  end (context->connection, access, broken_out);
  return done;
}
