/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/**
 * MesoBackupContents:
 * @tables: (element-type utf8 gint64): rows of each table
 * @audit_hash: hash of the last audit row, "" without one
 *
 * Private: what a copy must hold to be a copy.
 */
typedef struct
{
  GHashTable *tables;
  gint64 rows;
  gint64 patients;
  gint64 audit_seq;
  char *audit_hash;
} MesoBackupContents;

gboolean meso_backup_contents_read  (MesoBackupContents *self, MesoSqliteConnection *connection, GError **error);
void     meso_backup_contents_clear (MesoBackupContents *self);

/* The copy at temporary, all its pages written and closed: makes it one file, compares it with contents, checks it through and
 * through, and names it. sha256_out and size_out are nullable. */
gboolean meso_backup_copy_finish  (const char *temporary, const char *path, gboolean replace, const MesoBackupContents *contents,
                                   char **sha256_out, gint64 *size_out, GError **error);
/* Without slices, for a file that nobody works with yet. */
gboolean meso_backup_copy_at_once (MesoSqliteConnection *source, const char *path, MesoBackupContents *contents, char **sha256_out,
                                   GError **error);
gboolean meso_backup_copy_hash    (const char *path, char **sha256_out, gint64 *size_out, GError **error);
/* What is wrong with a copy that nobody has open. */
gboolean meso_backup_copy_check   (const char *path, const MesoBackupContents *contents, GError **error);

G_END_DECLS
