/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-service.h"

#include "meso-clinic-private.h"
#include "meso-csv-guard.h"
#include "meso-import-staging.h"

/* Reading the file takes so many parts of the whole, comparing the rest. */
#define READING 7
#define PARTS 10
/* Between two looks at whether to stop */
#define STEP 256

typedef struct
{
  MesoImportCheck *check;
  MesoImportStaging *staging;
  const MesoPatientMapping *mapping;
  int number_column;
  MesoCalendarDate today;
  MesoOperation *operation;
} Work;

/**
 * meso_import_check_free:
 * @self: (transfer full): what was checked; what lay ready is thrown away. Waits for the disk
 */
void
meso_import_check_free (MesoImportCheck *self)
{
  g_free (self->path);
  g_free (self->sha256);
  g_clear_pointer (&self->fatal, meso_import_fault_free);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->twins);
  if (self->ready != NULL)
    meso_import_staging_free ((MesoImportStaging *) self->ready);
  g_free (self);
}

static gboolean
is_header (const MesoPatientMapping *mapping,
           const MesoCsvCell        *cells,
           guint                     n_cells)
{
  gboolean same = n_cells == mapping->n_columns;

  for (guint i = 0; same && i < n_cells; i++)
    same = g_str_equal (cells[i].text, mapping->headers[i]);
  return same;
}

static gboolean
check_mapping (const MesoPatientMapping  *mapping,
               GError                   **error)
{
  MesoImportField field = MESO_IMPORT_FIELD_NONE;

  switch (meso_patient_mapping_find_problem (mapping, &field))
    {
    case MESO_PATIENT_MAPPING_TWICE:
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "Two columns become %s. Leave one of them out.",
                   meso_import_field_to_string (field));
      return FALSE;
    case MESO_PATIENT_MAPPING_NO_NAME:
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                           "No column has a name: say which is given_name, family_name or full_name.");
      return FALSE;
    case MESO_PATIENT_MAPPING_FINE:
    default:
      return TRUE;
    }
}

/* The row as a file would say it, for the report. */
static char *
write_row (const MesoCsvCell *cells,
           guint              n_cells)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (row, ',');
      meso_csv_append_cell (row, cells[i].text, ',');
    }
  return g_string_free (row, FALSE);
}

static gboolean
note_faults (Work               *work,
             const GPtrArray    *faults,
             const MesoCsvCell  *cells,
             guint               n_cells,
             GError            **error)
{
  g_autofree char *text = faults->len > 0 ? write_row (cells, n_cells) : NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      if (!meso_import_staging_add_fault (work->staging, g_ptr_array_index (faults, i), text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_row (Work           *work,
          MesoCsvReader  *reader,
          GError        **error)
{
  guint n_cells;
  const MesoCsvCell *cells = meso_csv_reader_get_row (reader, &n_cells);
  g_autoptr(MesoImportRow) row = meso_import_row_read (work->mapping, cells, work->today);
  MesoImportFault place = { .line = cells[0].line, .column = 1 };

  if (row->blank)
    return TRUE;
  work->check->n_rows++;
  for (guint i = 0; i < MESO_N_IMPORT_DATE_FORMS; i++)
    work->check->n_forms[i] += row->forms[i];
  if (!note_faults (work, row->faults, cells, n_cells, error))
    return FALSE;
  if (row->record == NULL)
    {
      work->check->n_refused++;
      return TRUE;
    }
  work->check->n_good++;
  if (work->number_column >= 0)
    {
      place.line = cells[work->number_column].line;
      place.column = cells[work->number_column].column;
    }
  return meso_import_staging_add (work->staging, cells[0].line, &place, row->record, error);
}

static gboolean
take_fault (Work                   *work,
            const MesoImportFault  *fault,
            GError                **error)
{
  if (meso_import_fault_kind_is_fatal (fault->kind))
    {
      work->check->fatal = meso_import_fault_copy (fault);
    }
  else
    {
      work->check->n_rows++;
      work->check->n_refused++;
    }
  return meso_import_staging_add_fault (work->staging, fault, "", error);
}

static gboolean
read_header (Work            *work,
             MesoImportFile  *file,
             GError         **error)
{
  MesoCsvReader *reader = meso_import_file_get_reader (file);
  MesoCsvStep step = meso_import_file_next (file, error);
  MesoImportFault none = { .kind = MESO_IMPORT_FAULT_HEADER, .line = 1, .column = 1 };
  const MesoCsvCell *cells;
  guint n_cells;

  if (step == MESO_CSV_MORE)
    return FALSE;
  if (step == MESO_CSV_END)
    return take_fault (work, &none, error);
  if (step == MESO_CSV_FAULT)
    {
      work->check->fatal = meso_import_fault_copy (meso_csv_reader_get_fault (reader));
      return meso_import_staging_add_fault (work->staging, work->check->fatal, "", error);
    }
  cells = meso_csv_reader_get_row (reader, &n_cells);
  if (is_header (work->mapping, cells, n_cells))
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "The file has other columns than it had. Look at it again.");
  return FALSE;
}

static gboolean
read_rows (Work            *work,
           MesoImportFile  *file,
           GError         **error)
{
  MesoCsvReader *reader = meso_import_file_get_reader (file);
  guint64 total = MAX (meso_import_file_get_size (file), 1);
  guint64 n_steps = 0;
  MesoCsvStep step;

  while ((step = meso_import_file_next (file, error)) != MESO_CSV_END)
    {
      if (step == MESO_CSV_MORE ||
          !(step == MESO_CSV_ROW ? take_row (work, reader, error)
                                 : take_fault (work, meso_csv_reader_get_fault (reader), error)))
        return FALSE;
      if (++n_steps % STEP == 0 &&
          !meso_operation_report (work->operation, meso_import_file_get_position (file) * READING, total * PARTS, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
report_comparing (guint64   done,
                  guint64   total,
                  gpointer  data,
                  GError  **error)
{
  Work *work = data;

  return meso_operation_report (work->operation, total * READING + done * (PARTS - READING), total * PARTS, error);
}

static gboolean
compare (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  Work *work = data;

  return meso_import_staging_compare (work->staging, context, report_comparing, work, error);
}

static gboolean
show_fault (const MesoImportFault  *fault,
            const char             *row,
            gpointer                data,
            GError                **error)
{
  g_ptr_array_add (data, meso_import_fault_copy (fault));
  return TRUE;
}

static gboolean
show_found (Work    *work,
            GError **error)
{
  g_autoptr(GPtrArray) twins = meso_import_staging_list_twins (work->staging, MESO_IMPORT_SHOWN, error);

  if (twins == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (work->check->twins, g_steal_pointer (&twins));
  work->check->n_twins = meso_import_staging_count_twins (work->staging);
  return meso_import_staging_count_remarks (work->staging, &work->check->n_remarks, error) &&
         meso_import_staging_each_fault (work->staging, MESO_IMPORT_SHOWN, show_fault, work->check->faults, error);
}

static gboolean
do_check (Work            *work,
          MesoClinic      *clinic,
          MesoImportFile  *file,
          GError         **error)
{
  if (!read_header (work, file, error) || (work->check->fatal == NULL && !read_rows (work, file, error)))
    return FALSE;
  work->check->size = meso_import_file_get_position (file);
  work->check->sha256 = meso_import_file_dup_sha256 (file);
  return (work->check->fatal != NULL || meso_clinic_run (clinic, MESO_STORE_READ, compare, work, error)) &&
         show_found (work, error);
}

/**
 * meso_import_service_check:
 * @clinic: a clinic
 * @path: a file
 * @encoding: how its bytes become text
 * @separator: what stands between its cells; 0 to find out
 * @mapping: what its columns become
 * @today: the day of the import
 * @operation: (nullable): told how far it is, and stops it
 *
 * Reads and checks all rows, compares them with the clinic and among themselves, and lays those that can be stored ready in a
 * private file beside the clinic's. Nothing is stored.
 *
 * Returns: (transfer full): what is in the file, faults of it too; %NULL with %MESO_SERVICES_ERROR_INVALID for a mapping that can't be,
 *   with %MESO_STORE_ERROR_BUSY while another check is there
 */
MesoImportCheck *
meso_import_service_check (MesoClinic                *clinic,
                           const char                *path,
                           MesoImportEncoding         encoding,
                           char                       separator,
                           const MesoPatientMapping  *mapping,
                           MesoCalendarDate           today,
                           MesoOperation             *operation,
                           GError                   **error)
{
  g_autoptr(MesoImportFile) file = NULL;
  g_autoptr(MesoImportStaging) staging = NULL;
  g_autoptr(MesoImportCheck) check = NULL;
  Work work = { .mapping = mapping, .today = today, .operation = operation };

  if (!check_mapping (mapping, error))
    return NULL;
  file = meso_import_file_open (path, encoding, separator, error);
  staging = file != NULL ? meso_import_staging_new (meso_clinic_get_store (clinic), error) : NULL;
  if (staging == NULL)
    return NULL;
  check = g_new0 (MesoImportCheck, 1);
  check->path = g_strdup (path);
  check->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_fault_free);
  check->twins = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_twin_free);
  work.check = check;
  work.staging = staging;
  work.number_column = meso_patient_mapping_find_column (mapping, MESO_IMPORT_FIELD_FILE_NUMBER);
  if (!do_check (&work, clinic, file, error))
    return NULL;
  check->ready = (MesoImportReady *) g_steal_pointer (&staging);
  return g_steal_pointer (&check);
}
