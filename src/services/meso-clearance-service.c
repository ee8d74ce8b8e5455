/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clearance-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-screening-repository.h"

/**
 * meso_clearance_service_read_file:
 * @file: what somebody chose
 * @name: how it is called
 *
 * Reads the scan of a clearance's paper; of a file that is too large, no more than it takes to know that.
 *
 * Returns: (transfer full): the file, or %NULL: %G_IO_ERROR, %MESO_CORE_ERROR_RANGE or %MESO_CORE_ERROR_INVALID
 */
MesoClearanceFile *
meso_clearance_service_read_file (GFile       *file,
                                  const char  *name,
                                  GError     **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  gsize size = MESO_CLEARANCE_FILE_MAX_BYTES + 1;
  g_autofree guint8 *buffer = g_malloc (size);
  g_autoptr(GBytes) bytes = NULL;
  gsize n_read = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, size, &n_read, NULL, error))
    return NULL;
  bytes = g_bytes_new (buffer, n_read);
  return meso_clearance_file_new (name, bytes, error);
}

typedef struct
{
  const char *staff;
  const char *decision;
  MesoClearanceFile *file;
} Work;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->file = meso_screening_repository_load_clearance_file (context, work->decision, error);
  return work->file != NULL &&
         meso_audit_log_append (context, work->staff, "read", "screening-decision", work->decision, "", NULL, error);
}

/**
 * meso_clearance_service_load:
 * @clinic: a clinic
 * @decision: the id of a clearance that has a file
 *
 * Returns: (transfer full): the file with its bytes, or %NULL
 */
MesoClearanceFile *
meso_clearance_service_load (MesoClinic  *clinic,
                             const char  *decision,
                             GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .decision = decision };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, load, &work, error))
    g_clear_pointer (&work.file, meso_clearance_file_free);
  return work.file;
}
