/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-core-error.h"
#include "meso-photo-proof.h"
#include "meso-photo-repository.h"

typedef struct
{
  const char *staff;
  const char *patient;
  const char *photo;
  const char *reason;
  const MesoPhotoFile *file;
  GBytes *thumbnail;
  gboolean wants_bytes;
  gboolean wants_thumbnail;
  MesoPhoto *result;
  GPtrArray *results;
  GBytes *bytes;
  GBytes *small;
} Work;

/**
 * meso_photo_service_read_file:
 * @file: what somebody chose
 * @cancellable: (nullable): to stop early
 *
 * Reads a file that is to become a photo; of one that is too large, no more than it takes to know that.
 *
 * Returns: (transfer full): its bytes, or %NULL: %G_IO_ERROR, or %MESO_CORE_ERROR_RANGE
 */
GBytes *
meso_photo_service_read_file (GFile         *file,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  gsize size = MESO_PHOTO_MAX_BYTES + 1;
  g_autofree guint8 *bytes = g_malloc (size);
  gsize n_read = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, size, &n_read, cancellable, error))
    return NULL;
  if (n_read == size)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "photo: The photo has more than %d MB, which is the most that is kept. Save it smaller first.",
                   MESO_PHOTO_MAX_BYTES / 1000000);
      return NULL;
    }
  return g_bytes_new (bytes, n_read);
}

/**
 * meso_photo_service_examine:
 * @bytes: a file that somebody chose
 *
 * Looks at a file as meso_photo_service_set () does, and stores nothing. Takes no decoder.
 *
 * Returns: (transfer full): the file without its metadata, or %NULL with the reason, see meso_photo_file_new ()
 */
MesoPhotoFile *
meso_photo_service_examine (GBytes  *bytes,
                            GError **error)
{
  g_autoptr(MesoPhotoFile) file = meso_photo_file_new (bytes, error);

  return file != NULL && meso_photo_proof_png (file, error) ? g_steal_pointer (&file) : NULL;
}

/* As small as it is, it is a file that somebody gave. small_out: (nullable): it, cut */
static gboolean
cut_thumbnail (GBytes         *thumbnail,
               MesoPhotoFile **small_out,
               GError        **error)
{
  if (thumbnail == NULL)
    return TRUE;
  if (g_bytes_get_size (thumbnail) > MESO_PHOTO_THUMBNAIL_MAX_BYTES)
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "thumbnail: It has more than 1 MiB.");
      return FALSE;
    }
  *small_out = meso_photo_service_examine (thumbnail, error);
  return *small_out != NULL;
}

static gboolean
set (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autofree char *id = NULL;

  if (patient == NULL)
    return FALSE;
  id = meso_photo_repository_set_portrait (context, work->staff, patient->id, work->file, work->thumbnail, error);
  work->result = id != NULL ? meso_photo_repository_get_portrait (context, patient->id, error) : NULL;
  return work->result != NULL;
}

/**
 * meso_photo_service_set:
 * @patient: an id or a file number
 * @bytes: a JPEG or PNG file as somebody chose it
 * @thumbnail: (nullable): a small image of it, made from what meso_photo_service_examine () gave
 *
 * Cuts all metadata out of a photo, and keeps it as the patient's portrait; how it is turned is kept beside it. The one before stays
 * on file, marked as replaced.
 *
 * Returns: (transfer full): what was stored, or %NULL; nothing is stored then. Bad files are %MESO_CORE_ERROR as
 *   meso_photo_file_new () says
 */
MesoPhoto *
meso_photo_service_set (MesoClinic  *clinic,
                        const char  *patient,
                        GBytes      *bytes,
                        GBytes      *thumbnail,
                        GError     **error)
{
  g_autoptr(MesoPhotoFile) file = meso_photo_service_examine (bytes, error);
  g_autoptr(MesoPhotoFile) small = NULL;
  Work work = { .staff = meso_clinic_get_staff (clinic), .patient = patient, .file = file };

  if (file == NULL || !cut_thumbnail (thumbnail, &small, error))
    return NULL;
  work.thumbnail = small != NULL ? small->bytes : NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, set, &work, error))
    g_clear_pointer (&work.result, meso_photo_free);
  return work.result;
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autoptr(GError) local_error = NULL;

  if (patient == NULL)
    return FALSE;
  work->result = meso_photo_repository_get_portrait (context, patient->id, &local_error);
  if (work->result == NULL)
    return !meso_clinic_take_error (&local_error, error);
  if (work->wants_bytes)
    work->bytes = meso_photo_repository_load (context, work->result->id, error);
  if (work->wants_bytes && work->bytes == NULL)
    return FALSE;
  if (work->wants_thumbnail)
    work->small = meso_photo_repository_load_thumbnail (context, work->result->id, &local_error);
  return !meso_clinic_take_error (&local_error, error);
}

/**
 * meso_photo_service_get:
 * @patient: an id or a file number
 * @bytes_out: (out) (optional) (nullable) (transfer full): the file, without metadata
 * @thumbnail_out: (out) (optional) (nullable) (transfer full): a small image of it; %NULL where none was made
 *
 * Reads the portrait that is shown today.
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL without error when there is none
 */
MesoPhoto *
meso_photo_service_get (MesoClinic  *clinic,
                        const char  *patient,
                        GBytes     **bytes_out,
                        GBytes     **thumbnail_out,
                        GError     **error)
{
  Work work = { .patient = patient, .wants_bytes = bytes_out != NULL, .wants_thumbnail = thumbnail_out != NULL };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error))
    {
      g_clear_pointer (&work.result, meso_photo_free);
      g_clear_pointer (&work.bytes, g_bytes_unref);
      g_clear_pointer (&work.small, g_bytes_unref);
    }
  if (bytes_out != NULL)
    *bytes_out = work.bytes;
  if (thumbnail_out != NULL)
    *thumbnail_out = work.small;
  return work.result;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  work->results = patient != NULL ? meso_photo_repository_list_portraits (context, patient->id, error) : NULL;
  return work->results != NULL;
}

/**
 * meso_photo_service_list:
 * @patient: an id or a file number
 *
 * Returns: (transfer full) (element-type MesoPhoto): the portrait of today, then those that were replaced, newest first; or %NULL
 */
GPtrArray *
meso_photo_service_list (MesoClinic  *clinic,
                         const char  *patient,
                         GError     **error)
{
  Work work = { .patient = patient };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error))
    g_clear_pointer (&work.results, g_ptr_array_unref);
  return work.results;
}

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->bytes = meso_photo_repository_load (context, work->photo, error);
  return work->bytes != NULL;
}

/**
 * meso_photo_service_load:
 * @photo: id of a stored photo
 *
 * Returns: (transfer full): its file, without metadata; or %NULL
 */
GBytes *
meso_photo_service_load (MesoClinic  *clinic,
                         const char  *photo,
                         GError     **error)
{
  Work work = { .photo = photo };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, load, &work, error))
    g_clear_pointer (&work.bytes, g_bytes_unref);
  return work.bytes;
}

static gboolean
take_away (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  return patient != NULL && meso_photo_repository_remove_portrait (context, work->staff, patient->id, work->reason, error);
}

/**
 * meso_photo_service_remove:
 * @patient: an id or a file number
 * @reason: (nullable): why
 *
 * Shows no portrait of the patient any more. It stays on file: only a legal erasure takes it out.
 *
 * Returns: whether it is done
 */
gboolean
meso_photo_service_remove (MesoClinic  *clinic,
                           const char  *patient,
                           const char  *reason,
                           GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .patient = patient, .reason = reason != NULL ? reason : "" };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, take_away, &work, error);
}
