/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clearance-file.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-stable-name.h"
#include "meso-text.h"

static const char *const type_names[] = { "application/pdf", "image/jpeg", "image/png", NULL };

static const struct
{
  const char *start;
  gsize length;
  const char *extension;
} marks[] = {
  [MESO_CLEARANCE_FILE_PDF] = { "%PDF-", 5, ".pdf" },
  [MESO_CLEARANCE_FILE_JPEG] = { "\xff\xd8\xff", 3, ".jpg" },
  [MESO_CLEARANCE_FILE_PNG] = { "\x89PNG\r\n\x1a\n", 8, ".png" },
};

/**
 * meso_clearance_file_type_to_string:
 *
 * Returns: (transfer none): the name as it is stored
 */
const char *
meso_clearance_file_type_to_string (MesoClearanceFileType type)
{
  return meso_stable_name_get (type_names, type);
}

/**
 * meso_clearance_file_type_from_string:
 *
 * Returns: whether @text names a type
 */
gboolean
meso_clearance_file_type_from_string (const char            *text,
                                      MesoClearanceFileType *type_out)
{
  guint value;

  if (!meso_stable_name_find (type_names, text, &value))
    return FALSE;
  *type_out = (MesoClearanceFileType) value;
  return TRUE;
}

/**
 * meso_clearance_file_type_get_extension:
 *
 * Returns: (transfer none): what a file of the type ends in, with the dot
 */
const char *
meso_clearance_file_type_get_extension (MesoClearanceFileType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (marks), "");

  return marks[type].extension;
}

static gboolean
find_type (GBytes                *bytes,
           MesoClearanceFileType *type_out)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (size > marks[i].length && memcmp (data, marks[i].start, marks[i].length) == 0)
        {
          *type_out = (MesoClearanceFileType) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_clearance_file_new:
 * @name: what it is called where it was chosen; one that can't be kept is left out
 * @bytes: what is in it
 * @error: return location for a #MesoCoreError, whose message starts with "clearance_file: "
 *
 * Returns: (transfer full): the file, or %NULL when it is none of the three, empty, or too large
 */
MesoClearanceFile *
meso_clearance_file_new (const char  *name,
                         GBytes      *bytes,
                         GError     **error)
{
  MesoClearanceFileType type;
  MesoClearanceFile *self;

  if (g_bytes_get_size (bytes) > MESO_CLEARANCE_FILE_MAX_BYTES)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "clearance_file: The file has more than %d MB, which is the most that is kept. Scan it smaller first.",
                   MESO_CLEARANCE_FILE_MAX_BYTES / 1000000);
      return NULL;
    }
  if (!find_type (bytes, &type))
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                           "clearance_file: This is neither a PDF nor a JPEG nor a PNG. Choose the scan of the paper.");
      return NULL;
    }

  self = g_new0 (MesoClearanceFile, 1);
  self->name = g_strdup (meso_text_check_line (name, MESO_CLEARANCE_FILE_MAX_NAME, "", NULL) ? name : "");
  self->type = type;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->size = (gint64) g_bytes_get_size (bytes);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

/**
 * meso_clearance_file_copy:
 * @self: a file
 *
 * Returns: (transfer full): the same; the bytes are shared
 */
MesoClearanceFile *
meso_clearance_file_copy (const MesoClearanceFile *self)
{
  MesoClearanceFile *copy = g_new0 (MesoClearanceFile, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->sha256 = g_strdup (self->sha256);
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;

  return copy;
}

/**
 * meso_clearance_file_free:
 * @self: (transfer full) (nullable): a file
 */
void
meso_clearance_file_free (MesoClearanceFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}
