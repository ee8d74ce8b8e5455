/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter scanned in colour has 1 to 3 MB a page; more only fills the file and every backup of it. */
#define MESO_CLEARANCE_FILE_MAX_BYTES (10 * 1000 * 1000)
/* Of its name, in characters */
#define MESO_CLEARANCE_FILE_MAX_NAME 200

typedef enum {
  MESO_CLEARANCE_FILE_PDF,
  MESO_CLEARANCE_FILE_JPEG,
  MESO_CLEARANCE_FILE_PNG,
} MesoClearanceFileType;

const char *meso_clearance_file_type_to_string     (MesoClearanceFileType type);   /* "application/pdf", "image/jpeg", "image/png" */
gboolean    meso_clearance_file_type_from_string   (const char *text, MesoClearanceFileType *type_out);
/* ".pdf", ".jpg", ".png" */
const char *meso_clearance_file_type_get_extension (MesoClearanceFileType type);

/**
 * MesoClearanceFile:
 * @name: as it was called where it was chosen; "" when that can't be kept
 * @sha256: of its bytes, 64 hexadecimal digits
 * @size: in bytes
 * @bytes: (nullable): %NULL where only what is known of it was asked for
 *
 * The paper of a clearance as somebody scanned it. It is kept as it is, and never changes.
 */
typedef struct
{
  char *name;
  MesoClearanceFileType type;
  char *sha256;
  gint64 size;
  GBytes *bytes;
} MesoClearanceFile;

/* What a file begins with says what it is, not its name. MESO_CORE_ERROR_INVALID, or MESO_CORE_ERROR_RANGE for too much of it;
 * the message starts with "clearance_file: ". */
MesoClearanceFile *meso_clearance_file_new  (const char *name, GBytes *bytes, GError **error);
MesoClearanceFile *meso_clearance_file_copy (const MesoClearanceFile *self);
void               meso_clearance_file_free (MesoClearanceFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoClearanceFile, meso_clearance_file_free)

G_END_DECLS
