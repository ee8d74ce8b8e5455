/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>
#include "meso-sqlite-statement.h"

G_BEGIN_DECLS

/**
 * MesoSqliteOpen:
 * @MESO_SQLITE_OPEN_LIVE: the one connection to a database in use: exclusively locked, write-ahead log
 * @MESO_SQLITE_OPEN_MAKE: a new file under a name that nobody else knows yet: no log, no locks
 * @MESO_SQLITE_OPEN_LOOK: a finished copy that nobody writes: read only, no locks
 */
typedef enum {
  MESO_SQLITE_OPEN_LIVE,
  MESO_SQLITE_OPEN_MAKE,
  MESO_SQLITE_OPEN_LOOK,
} MesoSqliteOpen;

/**
 * MesoSqliteConnection:
 *
 * One open file, with its statements. Used by one thread at a time.
 */
typedef struct _MesoSqliteConnection MesoSqliteConnection;

MesoSqliteConnection *meso_sqlite_connection_new  (const char *path, MesoSqliteOpen how, GError **error);
gboolean              meso_sqlite_connection_close (MesoSqliteConnection *self, GError **error);
void                  meso_sqlite_connection_free (MesoSqliteConnection *self);
void                  meso_sqlite_connection_keep_file  (MesoSqliteConnection *self);

/* sql is static text: one statement, values as $1, $2 …, never formatted into it */
MesoSqliteStatement *meso_sqlite_connection_query   (MesoSqliteConnection *self, const char *sql, const MesoSqliteValue *values,
                                                     gsize n_values, GError **error);
gboolean             meso_sqlite_connection_execute (MesoSqliteConnection *self, const char *sql, const MesoSqliteValue *values,
                                                     gsize n_values, GError **error);
/* Many rows, their values one behind the other; into is static text: "table (column, column)" */
gboolean             meso_sqlite_connection_insert  (MesoSqliteConnection *self, const char *into, const MesoSqliteValue *values,
                                                     gsize n_columns, gsize n_rows, GError **error);
/* Several statements without values: migrations and pragmas. */
gboolean             meso_sqlite_connection_run_script (MesoSqliteConnection *self, const char *sql, GError **error);
/* The first column of the first row; 0 without a row. */
gboolean             meso_sqlite_connection_get_int (MesoSqliteConnection *self, const char *sql, gint64 *value_out, GError **error);

/* Whether foreign keys hold; can't be changed within a transaction, and then fails. */
gboolean meso_sqlite_connection_set_references (MesoSqliteConnection *self, gboolean hold, GError **error);
/* More memory, for as long as very much is written. */
void     meso_sqlite_connection_set_large (MesoSqliteConnection *self, gboolean large);
gboolean meso_sqlite_connection_in_transaction (MesoSqliteConnection *self);
/* A flag that is looked at while statements run, for one task only: set, run, set NULL. */
void     meso_sqlite_connection_set_cancellable (MesoSqliteConnection *self, GCancellable *cancellable);

/* How many rows a table of our own schema holds. */
gboolean meso_sqlite_connection_count_rows (MesoSqliteConnection *self, const char *table, gint64 *rows_out, GError **error);

/* A copy into target, in slices, with no transaction open on either side; writes in between go into the copy. One at a time;
 * closing self ends it. */
gboolean meso_sqlite_connection_backup_begin (MesoSqliteConnection *self, MesoSqliteConnection *target, GError **error);
/* pages: how many, -1 for all. FALSE with MESO_STORE_ERROR_BUSY may be tried again. */
gboolean meso_sqlite_connection_backup_step  (MesoSqliteConnection *self, int pages, gboolean *done_out, int *remaining_out,
                                              int *total_out, GError **error);
void     meso_sqlite_connection_backup_end   (MesoSqliteConnection *self);

#define meso_sqlite_values(...) \
  ((const MesoSqliteValue[]) { __VA_ARGS__ }), G_N_ELEMENTS (((const MesoSqliteValue[]) { __VA_ARGS__ }))
#define meso_sqlite_no_values NULL, 0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSqliteConnection, meso_sqlite_connection_free)

G_END_DECLS
