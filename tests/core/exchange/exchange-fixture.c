/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "exchange-fixture.h"

#include <string.h>

static MesoPatientMapping *
make_mapping (const MesoCsvCell *cells, guint n_cells, ExchangeChange change)
{
  g_autoptr(GStrvBuilder) headers = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;
  MesoPatientMapping *mapping;

  for (guint i = 0; i < n_cells; i++)
    g_strv_builder_add (headers, cells[i].text);
  all = g_strv_builder_end (headers);
  mapping = meso_patient_mapping_new ((const char *const *) all);
  if (change != NULL)
    change (mapping);
  g_assert_cmpint (meso_patient_mapping_find_problem (mapping, NULL), ==, MESO_PATIENT_MAPPING_FINE);
  return mapping;
}

ExchangeFile *
exchange_file_new (const char *text, ExchangeChange change)
{
  g_autoptr(MesoCsvReader) reader = meso_csv_reader_new (0);
  ExchangeFile *self = g_new0 (ExchangeFile, 1);
  gboolean ended = FALSE;
  MesoCsvStep step;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_row_free);
  meso_csv_reader_feed (reader, text, strlen (text));
  while ((step = meso_csv_reader_next (reader)) != MESO_CSV_END)
    {
      const MesoCsvCell *cells;
      guint n_cells;

      if (step == MESO_CSV_MORE)
        {
          g_assert_false (ended);
          meso_csv_reader_end (reader);
          ended = TRUE;
          continue;
        }
      g_assert_cmpint (step, ==, MESO_CSV_ROW);
      cells = meso_csv_reader_get_row (reader, &n_cells);
      if (self->mapping == NULL)
        self->mapping = make_mapping (cells, n_cells, change);
      else
        g_ptr_array_add (self->rows, meso_import_row_read (self->mapping, cells, EXCHANGE_TODAY));
    }
  return self;
}

void
exchange_file_free (ExchangeFile *self)
{
  meso_patient_mapping_free (self->mapping);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

MesoImportRow *
exchange_file_get_row (ExchangeFile *self, guint n)
{
  g_assert_cmpuint (n, <, self->rows->len);
  return g_ptr_array_index (self->rows, n);
}

const MesoPatient *
exchange_file_get_one (ExchangeFile *self)
{
  MesoImportRow *row = exchange_file_get_row (self, 0);
  g_autofree char *faults = exchange_row_describe (row);

  g_assert_cmpuint (self->rows->len, ==, 1);
  g_assert_cmpstr (faults, ==, "");
  g_assert_nonnull (row->record);
  return row->record->patient;
}

char *
exchange_row_describe (const MesoImportRow *row)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < row->faults->len; i++)
    {
      const MesoImportFault *fault = g_ptr_array_index (row->faults, i);

      g_string_append_printf (said, "%s%s %" G_GUINT64_FORMAT ":%u %s", i > 0 ? "; " : "",
                              meso_import_fault_kind_to_string (fault->kind), fault->line, fault->column,
                              meso_import_field_to_string (fault->field));
    }
  return g_string_free (said, FALSE);
}
