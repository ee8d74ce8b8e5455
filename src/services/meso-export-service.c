/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-export-service.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-export-file.h"
#include "meso-patient-csv.h"
#include "meso-patient-export.h"

/* Rows are gathered to about so many bytes before they are written. */
#define BLOCK 65536

typedef gboolean (*Writer) (gpointer target, const char *data, gsize length, GError **error);

typedef struct
{
  const MesoExportRequest *request;
  const char *staff;
  const char *path;             /* (nullable) */
  MesoOperation *operation;
  Writer write;
  gpointer target;
  GString *block;
  gint64 count;
  guint64 done;
} Work;

static gboolean
flush (Work     *work,
       gsize     least,
       GError  **error)
{
  gboolean written = TRUE;

  if (work->block->len > least)
    {
      written = work->write (work->target, work->block->str, work->block->len, error);
      g_string_truncate (work->block, 0);
    }
  return written;
}

static gboolean
write_record (const MesoPatientRecord  *record,
              gpointer                  data,
              GError                  **error)
{
  Work *work = data;

  meso_patient_csv_append_row (work->block, record, work->request->separator);
  work->done++;
  return meso_operation_report (work->operation, work->done, (guint64) work->count, error) && flush (work, BLOCK, error);
}

static MesoPatientExportWho
get_who (const Work *work)
{
  switch (work->request->who)
    {
    case MESO_EXPORT_ARCHIVED: return MESO_PATIENT_EXPORT_ARCHIVED;
    case MESO_EXPORT_ALL: return MESO_PATIENT_EXPORT_ALL;
    case MESO_EXPORT_CURRENT:
    default: return MESO_PATIENT_EXPORT_CURRENT;
    }
}

static gboolean
count_all (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;

  return meso_patient_export_count (context, get_who (work), &work->count, error);
}

static gboolean
write_all (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;

  if (work->request->byte_order_mark)
    g_string_append (work->block, "\xEF\xBB\xBF");
  meso_patient_csv_append_header (work->block, work->request->separator);
  return count_all (context, work, error) && meso_patient_export_each (context, get_who (work), write_record, work, error) &&
         flush (work, 0, error);
}

/* Who got how many, and what for: the records themselves are known from the log of that time. */
static gboolean
note_export (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const char *reason = work->request->reason != NULL ? work->request->reason : "";

  meso_audit_body_add_int (body, "patients", work->count);
  meso_audit_body_add (body, "file", NULL, work->path);
  meso_audit_body_add (body, "recipient", NULL, work->request->recipient);
  return meso_audit_log_append (context, work->staff, "export", "clinic", "", reason, meso_audit_body_get (body), error);
}

static gboolean
write_to_file (gpointer     target,
               const char  *data,
               gsize        length,
               GError     **error)
{
  return meso_export_file_write (target, data, length, error);
}

static gboolean
write_to_stream (gpointer     target,
                 const char  *data,
                 gsize        length,
                 GError     **error)
{
  return g_output_stream_write_all (target, data, length, NULL, NULL, error);
}

/**
 * meso_export_service_write_file:
 * @clinic: a clinic
 * @request: whom, and how
 * @path: the name that the file gets
 * @replace: whether a file that is there may give way
 * @operation: (nullable): told how far it is, and stops it
 * @n_patients_out: (out) (optional): how many are in the file
 *
 * Writes patients as comma-separated values that spreadsheets open and meso_import_service_check () reads again to the same records.
 * Cells that a spreadsheet would run as a formula are guarded (meso_csv_guard ()). The file is private and gets its name when it is
 * whole; the audit log says that it was given out.
 *
 * Returns: whether the file is there
 */
gboolean
meso_export_service_write_file (MesoClinic               *clinic,
                                const MesoExportRequest  *request,
                                const char               *path,
                                gboolean                  replace,
                                MesoOperation            *operation,
                                guint64                  *n_patients_out,
                                GError                  **error)
{
  g_autoptr(MesoExportFile) file = meso_export_file_new (path, replace, error);
  g_autoptr(GString) block = g_string_new (NULL);
  Work work = {
    .request = request, .staff = meso_clinic_get_staff (clinic), .path = path, .operation = operation, .write = write_to_file,
    .target = file, .block = block,
  };

  if (file == NULL || !meso_clinic_run (clinic, MESO_STORE_READ, write_all, &work, error) ||
      !meso_clinic_run (clinic, MESO_STORE_WRITE, note_export, &work, error) || !meso_export_file_finish (file, error))
    return FALSE;
  if (n_patients_out != NULL)
    *n_patients_out = work.done;
  return TRUE;
}

/**
 * meso_export_service_write_stream:
 * @clinic: a clinic
 * @request: whom, and how
 * @stream: where to; stays open
 * @n_patients_out: (out) (optional): how many were written
 *
 * The same into a stream. The audit log says so before the first row leaves.
 *
 * Returns: whether all were written
 */
gboolean
meso_export_service_write_stream (MesoClinic               *clinic,
                                  const MesoExportRequest  *request,
                                  GOutputStream            *stream,
                                  guint64                  *n_patients_out,
                                  GError                  **error)
{
  g_autoptr(GString) block = g_string_new (NULL);
  Work work = {
    .request = request, .staff = meso_clinic_get_staff (clinic), .write = write_to_stream, .target = stream, .block = block,
  };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, count_all, &work, error) ||
      !meso_clinic_run (clinic, MESO_STORE_WRITE, note_export, &work, error) ||
      !meso_clinic_run (clinic, MESO_STORE_READ, write_all, &work, error))
    return FALSE;
  if (n_patients_out != NULL)
    *n_patients_out = work.done;
  return TRUE;
}
