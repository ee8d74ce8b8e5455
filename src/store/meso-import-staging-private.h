/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-staging.h"
#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* One thing that a staged record is found by when twins are looked for. */
typedef struct
{
  gint64 key;
  guint32 n;
} MesoStagedKey;

struct _MesoImportStaging
{
  char *path;
  MesoSqliteConnection *connection;
  GByteArray *packed;
  GArray *keys;             /* MesoStagedKey; sorted by meso_import_staging_compare () */
  guint32 n_records;
  guint64 n_twins;
};

#define meso_import_staging_query(self, error, sql, ...) \
  meso_sqlite_connection_query ((self)->connection, sql, meso_sqlite_values (__VA_ARGS__), error)
#define meso_import_staging_execute(self, error, sql, ...) \
  meso_sqlite_connection_execute ((self)->connection, sql, meso_sqlite_values (__VA_ARGS__), error)

/* (transfer full): from column of the row that the statement stands on */
MesoPatientRecord *meso_import_staging_read (MesoSqliteStatement *row, int column, GError **error);

G_END_DECLS
