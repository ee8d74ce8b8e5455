/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-sqlite-value.h"

G_BEGIN_DECLS

/* sqlite3.h stays inside of this folder. */
typedef struct sqlite3 sqlite3;

/**
 * MesoSqliteStatement:
 *
 * A prepared statement with its values bound, borrowed from its connection's cache; released when it goes out of scope.
 *
 * |[<!-- language="C" -->
 * while (meso_sqlite_statement_next (statement))
 *   …column (statement, 0)…
 * if (!meso_sqlite_statement_finish (statement, error))
 *   return NULL;
 * ]|
 */
typedef struct _MesoSqliteStatement MesoSqliteStatement;

MesoSqliteStatement *meso_sqlite_statement_new     (sqlite3 *connection, const char *sql, GError **error);
void                 meso_sqlite_statement_destroy (MesoSqliteStatement *self);
gboolean             meso_sqlite_statement_borrow  (MesoSqliteStatement *self, gboolean cached);
void                 meso_sqlite_statement_release (MesoSqliteStatement *self);

void     meso_sqlite_statement_bind   (MesoSqliteStatement *self, const MesoSqliteValue *values, gsize n_values);
/* TRUE when there is a row; FALSE at the end and on failure, which finish () tells apart */
gboolean meso_sqlite_statement_next   (MesoSqliteStatement *self);
gboolean meso_sqlite_statement_finish (MesoSqliteStatement *self, GError **error);

/* Columns count from 0. A text that is NULL gives NULL, an integer 0, a day MESO_CALENDAR_DATE_NONE. */
const char       *meso_sqlite_statement_peek_text (MesoSqliteStatement *self, int column);   /* until the next row */
char             *meso_sqlite_statement_dup_text  (MesoSqliteStatement *self, int column);
gint64            meso_sqlite_statement_get_int   (MesoSqliteStatement *self, int column);
GBytes           *meso_sqlite_statement_dup_blob  (MesoSqliteStatement *self, int column);
MesoCalendarDate  meso_sqlite_statement_get_date  (MesoSqliteStatement *self, int column);
gboolean          meso_sqlite_statement_is_null   (MesoSqliteStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSqliteStatement, meso_sqlite_statement_release)

G_END_DECLS
