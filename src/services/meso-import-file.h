/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

#include "meso-csv-reader.h"

G_BEGIN_DECLS

/**
 * MesoImportEncoding:
 * @MESO_IMPORT_UTF8: UTF-8, with a byte order mark or without
 * @MESO_IMPORT_UTF16: UTF-16 of either byte order; without a mark it is taken for little-endian
 * @MESO_IMPORT_WINDOWS_1256: as Excel writes it on a PC that is set to Persian
 *
 * How a file's bytes become text.
 */
typedef enum {
  MESO_IMPORT_UTF8,
  MESO_IMPORT_UTF16,
  MESO_IMPORT_WINDOWS_1256,
} MesoImportEncoding;

const char         *meso_import_encoding_to_string   (MesoImportEncoding encoding);      /* "utf-8" "utf-16" "windows-1256" */
gboolean            meso_import_encoding_from_string (const char *text, MesoImportEncoding *encoding_out);

/**
 * MesoImportFile:
 *
 * A file of comma-separated values, read from its beginning, row by row.
 */
typedef struct _MesoImportFile MesoImportFile;

/* separator: 0 to find out. MESO_SERVICES_ERROR_INVALID for what isn't a file */
MesoImportFile     *meso_import_file_open          (const char *path, MesoImportEncoding encoding, char separator, GError **error);
void                meso_import_file_free          (MesoImportFile *self);
/* MESO_CSV_MORE: the file can't be read any further, and error is set */
MesoCsvStep         meso_import_file_next          (MesoImportFile *self, GError **error);
MesoCsvReader      *meso_import_file_get_reader    (MesoImportFile *self);
guint64             meso_import_file_get_size      (MesoImportFile *self);
guint64             meso_import_file_get_position  (MesoImportFile *self);
/* What its first bytes look like. */
MesoImportEncoding  meso_import_file_get_guess     (MesoImportFile *self);
/* (transfer full): SHA-256 of all that was read */
char               *meso_import_file_dup_sha256    (MesoImportFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportFile, meso_import_file_free)

G_END_DECLS
