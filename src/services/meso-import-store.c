/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-service.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-csv-guard.h"
#include "meso-export-file.h"
#include "meso-import-staging.h"

typedef struct
{
  MesoImportCheck *check;
  MesoImportStaging *staging;
  const char *staff;
  MesoOperation *operation;
  MesoStagedCopy copy;
} Work;

/* The report */

typedef struct
{
  MesoExportFile *file;
  MesoImportWords words;
  gpointer data;
  GString *row;
} Report;

static gboolean
write_line (Report             *report,
            const char *const  *cells,
            GError            **error)
{
  g_string_truncate (report->row, 0);
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (report->row, ',');
      meso_csv_append_cell (report->row, cells[i], ',');
    }
  g_string_append (report->row, "\r\n");
  return meso_export_file_write (report->file, report->row->str, report->row->len, error);
}

static gboolean
write_fault (const MesoImportFault  *fault,
             const char             *row,
             gpointer                data,
             GError                **error)
{
  Report *report = data;
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);
  g_autofree char *column = g_strdup_printf ("%u", fault->column);
  g_autofree char *what = report->words != NULL ? report->words (fault, report->data) : meso_import_fault_to_english (fault);
  const char *field = fault->field > MESO_IMPORT_FIELD_KEEP ? meso_import_field_to_string (fault->field) : "";

  return write_line (report, (const char *const[]) { line, column, field, what, row, NULL }, error);
}

/**
 * meso_import_service_save_faults:
 * @check: what was checked
 * @path: where the report goes; a file there gives way
 * @words: (nullable) (scope call): words a fault; English without
 * @data: for @words
 *
 * Writes all faults and remarks as comma-separated values with a header, whole or not at all.
 *
 * Returns: whether the report is there
 */
gboolean
meso_import_service_save_faults (MesoImportCheck  *check,
                                 const char       *path,
                                 MesoImportWords   words,
                                 gpointer          data,
                                 GError          **error)
{
  g_autoptr(MesoExportFile) file = meso_export_file_new (path, TRUE, error);
  g_autoptr(GString) row = g_string_new ("\xEF\xBB\xBF");
  Report report = { file, words, data, row };

  /* The mark is for Excel, which is where such a report is read. */
  return file != NULL && meso_export_file_write (file, row->str, row->len, error) &&
         write_line (&report, (const char *const[]) { "line", "column", "field", "what", "row", NULL }, error) &&
         meso_import_staging_each_fault ((MesoImportStaging *) check->ready, 0, write_fault, &report, error) &&
         meso_export_file_finish (file, error);
}

/* Storing */

static gboolean
report_progress (guint64   done,
                 guint64   total,
                 gpointer  data,
                 GError  **error)
{
  return meso_operation_report (((Work *) data)->operation, done, total, error);
}

static gboolean
note_import (Work              *work,
             MesoStoreContext  *context,
             GError           **error)
{
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  g_autofree char *name = g_path_get_basename (work->check->path);

  meso_audit_body_add (body, "file", NULL, name);
  meso_audit_body_add (body, "sha256", NULL, work->check->sha256);
  meso_audit_body_add_int (body, "rows", (gint64) work->check->n_rows);
  meso_audit_body_add_int (body, "imported", (gint64) work->copy.n_imported);
  meso_audit_body_add_int (body, "refused", (gint64) work->check->n_refused);
  meso_audit_body_add_int (body, "twins_left_out", (gint64) work->copy.n_skipped);
  return meso_audit_log_append (context, work->staff, "import", "clinic", "", "", meso_audit_body_get (body), error);
}

static gboolean
store_all (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;
  GCancellable *cancellable = work->operation != NULL ? meso_operation_get_cancellable (work->operation) : NULL;

  return meso_import_staging_copy (work->staging, context, work->staff, &work->copy, report_progress, work, cancellable, error) &&
         note_import (work, context, error);
}

static gboolean
check_storable (const MesoImportCheck    *check,
                const MesoImportChoices  *choices,
                GError                  **error)
{
  if (check->fatal != NULL)
    {
      g_autofree char *what = meso_import_fault_to_english (check->fatal);

      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s:%" G_GUINT64_FORMAT ":%u: %s", check->path,
                   check->fatal->line, check->fatal->column, what);
      return FALSE;
    }
  if (check->n_refused > 0 && !choices->skip_refused)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "%" G_GUINT64_FORMAT " rows of the file can't be stored. Correct them, or leave them out. Nothing was stored.",
                   check->n_refused);
      return FALSE;
    }
  return TRUE;
}

/**
 * meso_import_service_store:
 * @clinic: the clinic that @check was made for
 * @check: what was checked
 * @choices: what to leave out
 * @operation: (nullable): told how far it is, and stops it
 * @result_out: (out): what was stored
 *
 * Stores all that lies ready in one unit of work: all of it or nothing, whatever happens meanwhile. Nobody else gets at the clinic
 * as long. The audit log has the file's name and digest, and a row for each patient.
 *
 * Returns: whether all is stored; otherwise nothing is
 */
gboolean
meso_import_service_store (MesoClinic               *clinic,
                           MesoImportCheck          *check,
                           const MesoImportChoices  *choices,
                           MesoOperation            *operation,
                           MesoImportResult         *result_out,
                           GError                  **error)
{
  Work work = {
    .check = check,
    .staging = (MesoImportStaging *) check->ready,
    .staff = meso_clinic_get_staff (clinic),
    .operation = operation,
    .copy = { .skip_twins = choices->skip_twins },
  };

  if (!check_storable (check, choices, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, store_all, &work, error))
    return FALSE;
  *result_out = (MesoImportResult) {
    .n_imported = work.copy.n_imported,
    .n_skipped_twins = work.copy.n_skipped,
    .n_skipped_refused = check->n_refused,
    .n_renumbered = work.copy.n_renumbered,
  };
  return TRUE;
}
