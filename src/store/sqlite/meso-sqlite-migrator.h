/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-sqlite-connection.h"

G_BEGIN_DECLS

/**
 * MesoSqliteMigration:
 * @name: "0001-initial": the number and what it brings
 *
 * One step of the schema; never edited once it has landed.
 */
typedef struct
{
  const char *name;
  GBytes *sql;
} MesoSqliteMigration;

/* The file's user_version. */
gboolean meso_sqlite_migrator_get_version (MesoSqliteConnection *connection, int *version_out, GError **error);
/* How many steps there are: the version that the last one gives. migrations ends with a NULL name. */
int      meso_sqlite_migrator_count       (const MesoSqliteMigration *migrations);
/* Each step that the file lacks, in a transaction of its own. A file that is newer is refused. */
gboolean meso_sqlite_migrator_run         (MesoSqliteConnection *connection, const MesoSqliteMigration *migrations, GError **error);

G_END_DECLS
