/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-mapping.h"

#include <string.h>

#include "meso-text.h"

/* Our own files have the birth date in both calendars, and people two telephones. */
static void
settle_twice (MesoPatientMapping *self,
              guint               column)
{
  MesoImportField field = self->fields[column];

  for (guint i = 0; i < column; i++)
    {
      if (self->fields[i] != field)
        continue;
      self->fields[column] = MESO_IMPORT_FIELD_NONE;
      if (field == MESO_IMPORT_FIELD_PHONE && meso_patient_mapping_find_column (self, MESO_IMPORT_FIELD_SECOND_PHONE) < 0)
        self->fields[column] = MESO_IMPORT_FIELD_SECOND_PHONE;
      return;
    }
}

/* "Name" beside a column for the family name is the given name. */
static void
settle_name (MesoPatientMapping *self)
{
  int full = meso_patient_mapping_find_column (self, MESO_IMPORT_FIELD_FULL_NAME);

  if (full < 0)
    return;
  if (meso_patient_mapping_find_column (self, MESO_IMPORT_FIELD_FAMILY_NAME) >= 0)
    self->fields[full] = meso_patient_mapping_find_column (self, MESO_IMPORT_FIELD_GIVEN_NAME) < 0
                           ? MESO_IMPORT_FIELD_GIVEN_NAME : MESO_IMPORT_FIELD_NONE;
}

/**
 * meso_patient_mapping_new:
 * @headers: (array zero-terminated=1): the cells of the file's first row
 *
 * Returns: (transfer full): what each column likely becomes, dates by year
 */
MesoPatientMapping *
meso_patient_mapping_new (const char *const *headers)
{
  MesoPatientMapping *self = g_new0 (MesoPatientMapping, 1);

  self->headers = g_strdupv ((GStrv) headers);
  self->n_columns = g_strv_length (self->headers);
  self->fields = g_new0 (MesoImportField, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->fields[i] = meso_import_field_guess (headers[i]);
      if (self->fields[i] != MESO_IMPORT_FIELD_NONE)
        settle_twice (self, i);
    }
  settle_name (self);

  return self;
}

/**
 * meso_patient_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): an independent copy
 */
MesoPatientMapping *
meso_patient_mapping_copy (const MesoPatientMapping *self)
{
  MesoPatientMapping *copy = g_memdup2 (self, sizeof *self);

  copy->headers = g_strdupv (self->headers);
  copy->fields = g_memdup2 (self->fields, self->n_columns * sizeof *self->fields);

  return copy;
}

/**
 * meso_patient_mapping_free:
 * @self: (transfer full): a mapping
 */
void
meso_patient_mapping_free (MesoPatientMapping *self)
{
  g_strfreev (self->headers);
  g_free (self->fields);
  g_free (self);
}

/**
 * meso_patient_mapping_find_column:
 * @self: a mapping
 * @field: a field
 *
 * Returns: the first column that becomes @field, from 0; -1 when there is none
 */
int
meso_patient_mapping_find_column (const MesoPatientMapping *self,
                                  MesoImportField           field)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->fields[i] == field)
        return (int) i;
    }

  return -1;
}

/**
 * meso_patient_mapping_find_header:
 * @self: a mapping
 * @header: what the file calls a column, or its number, from 1
 *
 * Returns: the column, from 0; -1 when there is none, or more than one of that name
 */
int
meso_patient_mapping_find_header (const MesoPatientMapping *self,
                                  const char               *header)
{
  guint64 number;
  int found = -1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *trimmed = meso_text_trim (self->headers[i]);

      if (!g_str_equal (trimmed, header))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  if (found < 0 && g_ascii_string_to_unsigned (header, 10, 1, self->n_columns, &number, NULL))
    return (int) number - 1;

  return found;
}

/**
 * meso_patient_mapping_find_problem:
 * @self: a mapping
 * @field_out: (out) (optional): the field that two columns become
 *
 * Returns: why nothing can be imported in this way, or %MESO_PATIENT_MAPPING_FINE
 */
MesoPatientMappingProblem
meso_patient_mapping_find_problem (const MesoPatientMapping *self,
                                   MesoImportField          *field_out)
{
  guint n_columns[MESO_N_IMPORT_FIELDS] = { 0 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      /* Both are kept as the family name. */
      MesoImportField field = self->fields[i] == MESO_IMPORT_FIELD_FULL_NAME ? MESO_IMPORT_FIELD_FAMILY_NAME : self->fields[i];

      if (field <= MESO_IMPORT_FIELD_KEEP || ++n_columns[field] < 2)
        continue;
      if (field_out != NULL)
        *field_out = field;
      return MESO_PATIENT_MAPPING_TWICE;
    }
  if (n_columns[MESO_IMPORT_FIELD_GIVEN_NAME] + n_columns[MESO_IMPORT_FIELD_FAMILY_NAME] == 0)
    return MESO_PATIENT_MAPPING_NO_NAME;

  return MESO_PATIENT_MAPPING_FINE;
}
