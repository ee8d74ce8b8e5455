/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

#define PIECE_BYTES (1024 * 1024)

#define COLUMNS "f.id, f.patient, f.sha256, f.content_type, f.width, f.height, f.orientation, f.size, f.added_at, f.added_by," \
                " p.ended_at, p.ended_by"
/* Of a person whose records were merged, the one of the record asked for comes first. */
#define PORTRAITS "patient_portrait p JOIN photo f ON f.id = p.photo WHERE p.patient " IS_OF_PERSON ("$1")

static gboolean
insert_pieces (MesoStoreContext *context, const char *id, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);

  for (gsize at = 0; at < size; at += PIECE_BYTES)
    {
      g_autoptr(GBytes) piece = g_bytes_new_from_bytes (bytes, at, MIN (PIECE_BYTES, size - at));

      if (!meso_store_context_execute (context, error, "INSERT INTO photo_piece (photo, n, bytes) VALUES ($1, $2, $3)",
                                       T (id), I ((gint64) (at / PIECE_BYTES) + 1), B (piece)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_header (MesoStoreContext *context, const char *staff, const char *patient, const char *id, const char *sha256,
               const MesoPhotoFile *file, GBytes *thumbnail, GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO photo (id, patient, sha256, content_type, width, height, orientation, size, thumbnail, added_at, added_zone,"
    " added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    T (id), T (patient), T (sha256), T (meso_photo_type_to_string (file->type)), I (file->width), I (file->height),
    I (file->orientation), I ((gint64) g_bytes_get_size (file->bytes)), B (thumbnail), T (context->now), T (context->zone),
    T (staff));
}

static gboolean
end_portrait (MesoStoreContext *context, const char *staff, const char *photo, GError **error)
{
  return meso_store_context_execute (context, error,
    "UPDATE patient_portrait SET ended_at = $2, ended_by = $3 WHERE photo = $1", T (photo), T (context->now), T (staff));
}

/* Ends the portrait of this very record. old_out: (nullable): its hash */
static gboolean
end_own (MesoStoreContext *context, const char *staff, const char *patient, char **old_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT f.id, f.sha256 FROM patient_portrait p JOIN photo f ON f.id = p.photo WHERE p.patient = $1 AND p.ended_at IS NULL",
    T (patient));
  g_autofree char *old = NULL;

  if (row == NULL)
    return FALSE;
  if (!meso_sqlite_statement_next (row))
    return meso_sqlite_statement_finish (row, error);
  old = meso_sqlite_statement_dup_text (row, 0);
  *old_out = meso_sqlite_statement_dup_text (row, 1);
  return meso_sqlite_statement_finish (row, error) && end_portrait (context, staff, old, error);
}

/**
 * meso_photo_repository_set_portrait:
 * @staff: who does it
 * @patient: whose portrait it is
 * @file: the photo, cut
 * @thumbnail: (nullable): a small image of it
 *
 * Stores a photo, and shows it as the patient's portrait from now on. An earlier one stays on file.
 *
 * Returns: (transfer full): the photo's id
 */
char *
meso_photo_repository_set_portrait (MesoStoreContext *context, const char *staff, const char *patient, const MesoPhotoFile *file,
                                    GBytes *thumbnail, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  g_autofree char *old = NULL;
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (!insert_pieces (context, id, file->bytes, error)
      || !insert_header (context, staff, patient, id, sha256, file, thumbnail, error)
      || !end_own (context, staff, patient, &old, error)
      || !meso_store_context_execute (context, error,
            "INSERT INTO patient_portrait (photo, patient, set_at, set_by) VALUES ($1, $2, $3, $4)",
            T (id), T (patient), T (context->now), T (staff)))
    return NULL;
  meso_audit_body_add (body, "photo", old, sha256);
  meso_store_context_changed (context, "patient", patient);
  if (!meso_audit_log_append (context, staff, "update", "patient", patient, "", meso_audit_body_get (body), error))
    return NULL;
  return g_steal_pointer (&id);
}

static MesoPhoto *
read_photo (MesoSqliteStatement *row)
{
  MesoPhoto *photo = g_new0 (MesoPhoto, 1);

  photo->id = meso_sqlite_statement_dup_text (row, 0);
  photo->patient = meso_sqlite_statement_dup_text (row, 1);
  photo->sha256 = meso_sqlite_statement_dup_text (row, 2);
  meso_photo_type_from_string (meso_sqlite_statement_peek_text (row, 3), &photo->type);
  photo->width = (int) meso_sqlite_statement_get_int (row, 4);
  photo->height = (int) meso_sqlite_statement_get_int (row, 5);
  photo->orientation = (int) meso_sqlite_statement_get_int (row, 6);
  photo->size = meso_sqlite_statement_get_int (row, 7);
  photo->added_at = meso_sqlite_statement_dup_text (row, 8);
  photo->added_by = meso_sqlite_statement_dup_text (row, 9);
  photo->ended_at = meso_sqlite_statement_dup_text (row, 10);
  photo->ended_by = meso_sqlite_statement_dup_text (row, 11);
  return photo;
}

static GPtrArray *
read_photos (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) photos = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_photo_free);

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (photos, read_photo (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&photos) : NULL;
}

static GPtrArray *
list_current (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " PORTRAITS " AND p.ended_at IS NULL ORDER BY p.patient <> $1, p.set_at DESC, f.id", T (patient));

  return read_photos (rows, error);
}

/**
 * meso_photo_repository_remove_portrait:
 * @patient: who has no portrait from now on; of a person whose records were merged, none of them has
 * @reason: (nullable): why
 *
 * Returns: whether it is done
 */
gboolean
meso_photo_repository_remove_portrait (MesoStoreContext *context, const char *staff, const char *patient, const char *reason,
                                       GError **error)
{
  g_autoptr(GPtrArray) current = list_current (context, patient, error);

  if (current == NULL)
    return FALSE;
  for (guint i = 0; i < current->len; i++)
    {
      const MesoPhoto *photo = g_ptr_array_index (current, i);
      g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

      meso_audit_body_add (body, "photo", photo->sha256, NULL);
      meso_store_context_changed (context, "patient", photo->patient);
      if (!end_portrait (context, staff, photo->id, error)
          || !meso_audit_log_append (context, staff, "update", "patient", photo->patient, reason, meso_audit_body_get (body), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_photo_repository_get_portrait:
 * @patient: whose portrait is looked for, in any record of theirs
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL without error when there is none
 */
MesoPhoto *
meso_photo_repository_get_portrait (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) current = list_current (context, patient, error);

  return current != NULL && current->len > 0 ? g_ptr_array_steal_index (current, 0) : NULL;
}

/**
 * meso_photo_repository_list_portraits:
 *
 * Returns: (transfer full) (element-type MesoPhoto): all that there ever were, newest first
 */
GPtrArray *
meso_photo_repository_list_portraits (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " PORTRAITS " ORDER BY p.ended_at IS NOT NULL, p.set_at DESC, f.id", T (patient));

  return read_photos (rows, error);
}

static GByteArray *
load_pieces (MesoStoreContext *context, const char *photo, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT bytes FROM photo_piece WHERE photo = $1 ORDER BY n", T (photo));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      g_autoptr(GBytes) piece = meso_sqlite_statement_dup_blob (rows, 0);

      g_byte_array_append (bytes, g_bytes_get_data (piece, NULL), (guint) g_bytes_get_size (piece));
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&bytes) : NULL;
}

/* (transfer full): the row of a query about one photo, which it takes over. */
static MesoSqliteStatement *
find (MesoSqliteStatement *row, const char *photo, GError **error)
{
  if (row == NULL || meso_sqlite_statement_next (row))
    return row;
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "photo", photo);
  meso_sqlite_statement_release (row);
  return NULL;
}

/**
 * meso_photo_repository_load:
 * @photo: a photo's id
 *
 * Returns: (transfer full): its file; %MESO_STORE_ERROR_DAMAGED when it isn't what was stored
 */
GBytes *
meso_photo_repository_load (MesoStoreContext *context, const char *photo, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = find (
    meso_store_context_query (context, error, "SELECT sha256 FROM photo WHERE id = $1", T (photo)), photo, error);
  GByteArray *pieces = row != NULL ? load_pieces (context, photo, error) : NULL;
  g_autoptr(GBytes) bytes = pieces != NULL ? g_byte_array_free_to_bytes (pieces) : NULL;
  g_autofree char *sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (bytes == NULL || g_str_equal (sha256, meso_sqlite_statement_peek_text (row, 0)))
    return g_steal_pointer (&bytes);
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED, "The photo isn't what was stored. %s",
               meso_store_error_get_sentence (MESO_STORE_ERROR_DAMAGED));
  return NULL;
}

/**
 * meso_photo_repository_load_thumbnail:
 * @photo: a photo's id
 *
 * Returns: (transfer full) (nullable): a small image of it; %NULL without error when none was made
 */
GBytes *
meso_photo_repository_load_thumbnail (MesoStoreContext *context, const char *photo, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = find (
    meso_store_context_query (context, error, "SELECT thumbnail FROM photo WHERE id = $1", T (photo)), photo, error);

  return row != NULL && !meso_sqlite_statement_is_null (row, 0) ? meso_sqlite_statement_dup_blob (row, 0) : NULL;
}
