/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-service.h"

static void
sample_row_free (gpointer data)
{
  MesoImportSampleRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free ((char *) row->cells[i].text);
  g_free (row->cells);
  g_clear_pointer (&row->fault, meso_import_fault_free);
  g_free (row);
}

static MesoImportSampleRow *
sample_row_new (MesoCsvReader *reader)
{
  MesoImportSampleRow *row = g_new0 (MesoImportSampleRow, 1);
  const MesoCsvCell *cells = meso_csv_reader_get_row (reader, &row->n_cells);

  row->cells = g_memdup2 (cells, row->n_cells * sizeof *cells);
  for (guint i = 0; i < row->n_cells; i++)
    row->cells[i].text = g_strdup (cells[i].text);
  return row;
}

/* A row that isn't read as cells at all is one of the file's rows all the same. */
static MesoImportSampleRow *
sample_row_new_refused (const MesoImportFault *fault)
{
  MesoImportSampleRow *row = g_new0 (MesoImportSampleRow, 1);

  row->fault = meso_import_fault_copy (fault);
  return row;
}

static MesoImportRow *
read_row (const MesoImportSampleRow *row,
          const MesoPatientMapping  *mapping,
          MesoCalendarDate           today)
{
  MesoImportRow *refused;

  if (row->fault == NULL)
    return meso_import_row_read (mapping, row->cells, today);
  refused = g_new0 (MesoImportRow, 1);
  refused->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_fault_free);
  g_ptr_array_add (refused->faults, meso_import_fault_copy (row->fault));
  return refused;
}

static MesoPatientMapping *
make_mapping (MesoCsvReader *reader)
{
  guint n_cells;
  const MesoCsvCell *cells = meso_csv_reader_get_row (reader, &n_cells);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) headers = NULL;

  for (guint i = 0; i < n_cells; i++)
    g_strv_builder_add (builder, cells[i].text);
  headers = g_strv_builder_end (builder);
  return meso_patient_mapping_new ((const char *const *) headers);
}

/* How dates are written, as far as the first rows prove it; two that contradict each other prove nothing. */
static void
prove_order (MesoImportSample *self)
{
  int column = meso_patient_mapping_find_column (self->mapping, MESO_IMPORT_FIELD_BIRTH_DATE);
  gboolean proven[] = { FALSE, FALSE, FALSE };

  for (guint i = 0; column >= 0 && i < self->rows->len; i++)
    {
      const MesoImportSampleRow *row = g_ptr_array_index (self->rows, i);

      if (row->fault == NULL)
        proven[meso_import_date_prove_order (row->cells[column].text)] = TRUE;
    }
  if (proven[MESO_IMPORT_DATE_DMY] != proven[MESO_IMPORT_DATE_MDY])
    self->mapping->date_order = proven[MESO_IMPORT_DATE_DMY] ? MESO_IMPORT_DATE_DMY : MESO_IMPORT_DATE_MDY;
}

/* FALSE at the end, which may be a fault. */
static gboolean
take_step (MesoImportSample *self,
           MesoImportFile   *file,
           MesoCsvStep       step)
{
  MesoCsvReader *reader = meso_import_file_get_reader (file);
  const MesoImportFault *fault = meso_csv_reader_get_fault (reader);

  if (step == MESO_CSV_FAULT && (self->mapping == NULL || meso_import_fault_kind_is_fatal (fault->kind)))
    {
      self->fault = meso_import_fault_copy (fault);
      return FALSE;
    }
  if (step == MESO_CSV_ROW && self->mapping == NULL)
    self->mapping = make_mapping (reader);
  else if (step == MESO_CSV_ROW)
    g_ptr_array_add (self->rows, sample_row_new (reader));
  else if (step == MESO_CSV_FAULT)
    g_ptr_array_add (self->rows, sample_row_new_refused (fault));
  return step != MESO_CSV_END;
}

/**
 * meso_import_service_sample:
 * @path: a file
 * @encoding: how its bytes become text
 * @separator: what stands between its cells; 0 to find out
 * @max_rows: so many rows at most
 *
 * Looks at the first rows of a file. Waits for the disk, needs no clinic.
 *
 * Returns: (transfer full): what they look like; %NULL when the file can't be opened or read
 */
MesoImportSample *
meso_import_service_sample (const char          *path,
                            MesoImportEncoding   encoding,
                            char                 separator,
                            guint                max_rows,
                            GError             **error)
{
  g_autoptr(MesoImportFile) file = meso_import_file_open (path, encoding, separator, error);
  g_autoptr(MesoImportSample) self = NULL;
  MesoCsvStep step;

  if (file == NULL)
    return NULL;
  self = g_new0 (MesoImportSample, 1);
  self->path = g_strdup (path);
  self->encoding = encoding;
  self->size = meso_import_file_get_size (file);
  self->rows = g_ptr_array_new_with_free_func (sample_row_free);
  do
    {
      step = meso_import_file_next (file, error);
      if (step == MESO_CSV_MORE)
        return NULL;
    }
  while (take_step (self, file, step) && self->rows->len < max_rows);
  self->guess = meso_import_file_get_guess (file);
  self->separator = meso_csv_reader_get_separator (meso_import_file_get_reader (file));
  if (self->mapping == NULL)
    self->mapping = meso_patient_mapping_new ((const char *const[]) { NULL });
  if (self->mapping->n_columns == 0 && self->fault == NULL)
    {
      self->fault = g_new0 (MesoImportFault, 1);
      *self->fault = (MesoImportFault) { .kind = MESO_IMPORT_FAULT_HEADER, .line = 1, .column = 1 };
    }
  prove_order (self);
  return g_steal_pointer (&self);
}

/**
 * meso_import_sample_free:
 * @self: (transfer full): what the first rows look like
 */
void
meso_import_sample_free (MesoImportSample *self)
{
  g_free (self->path);
  g_clear_pointer (&self->mapping, meso_patient_mapping_free);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->fault, meso_import_fault_free);
  g_free (self);
}

/**
 * meso_import_sample_read:
 * @self: a sample
 * @mapping: its mapping, changed or not
 * @today: the day of the import
 *
 * Returns: (transfer full) (element-type MesoImportRow): what each of its rows would become; empty when @mapping has a problem
 */
GPtrArray *
meso_import_sample_read (const MesoImportSample   *self,
                         const MesoPatientMapping *mapping,
                         MesoCalendarDate          today)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_row_free);

  if (meso_patient_mapping_find_problem (mapping, NULL) != MESO_PATIENT_MAPPING_FINE)
    return rows;
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (rows, read_row (g_ptr_array_index (self->rows, i), mapping, today));
  return rows;
}
