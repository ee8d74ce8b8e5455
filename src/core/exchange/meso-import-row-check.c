/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-row-private.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-national-id.h"
#include "meso-phone.h"
#include "meso-text-fold.h"

/* An age and a weight were true on a day; where the birth date is known, the age follows from it. */
static void
set_days (MesoImportRowWork *work)
{
  MesoPatient *patient = work->record->patient;
  MesoCalendarDate told_on = meso_calendar_date_is_set (work->mapping->told_on) ? work->mapping->told_on : work->today;
  int age_column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_AGE);
  gboolean has_age = age_column >= 0 && work->cells[age_column].length > 0;

  if (meso_calendar_date_is_set (patient->birth_date) || !has_age)
    {
      patient->age = 0;
      patient->age_on = MESO_CALENDAR_DATE_NONE;
    }
  else if (!meso_calendar_date_is_set (patient->age_on))
    {
      patient->age_on = told_on;
    }
  if (patient->weight_g == 0)
    patient->weight_on = MESO_CALENDAR_DATE_NONE;
  else if (!meso_calendar_date_is_set (patient->weight_on))
    patient->weight_on = told_on;
}

static guint
find_column_of (MesoImportRowWork *work,
                const char        *field_name)
{
  MesoImportField field = MESO_IMPORT_FIELD_NONE;
  int column = -1;

  if (meso_import_field_from_string (field_name, &field))
    column = meso_patient_mapping_find_column (work->mapping, field);
  if (column < 0 && field == MESO_IMPORT_FIELD_FAMILY_NAME)
    column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_FULL_NAME);
  if (column < 0 && field == MESO_IMPORT_FIELD_NOTES)
    column = meso_patient_mapping_find_column (work->mapping, MESO_IMPORT_FIELD_KEEP);

  return column < 0 ? 0 : (guint) column;
}

/* What the record says of itself starts with the field: `email: …`, `allergies[0].what: …`. */
static void
add_refusal (MesoImportRowWork *work,
             const GError      *error)
{
  gsize length = strcspn (error->message, ":[");
  g_autofree char *name = g_strndup (error->message, length);
  guint column = find_column_of (work, name);
  MesoImportField field = work->mapping->fields[column];
  char **text = meso_import_row_find_text (work->record->patient, field);
  MesoImportFaultKind kind = MESO_IMPORT_FAULT_OTHER;

  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE) && text != NULL)
    kind = MESO_IMPORT_FAULT_TOO_LONG;
  else if (meso_import_field_is_phone (field))
    kind = MESO_IMPORT_FAULT_PHONE;
  else if (field == MESO_IMPORT_FIELD_EMAIL)
    kind = MESO_IMPORT_FAULT_EMAIL;
  else if (error->message[length] == '[')
    kind = MESO_IMPORT_FAULT_LIST;
  meso_import_row_add_fault (work, column, kind, 0, kind == MESO_IMPORT_FAULT_OTHER ? error->message : work->cells[column].text);
  if (kind == MESO_IMPORT_FAULT_TOO_LONG)
    ((MesoImportFault *) g_ptr_array_index (work->row->faults, work->row->faults->len - 1))->found =
      (guint64) g_utf8_strlen (*text, -1);
}

static gboolean
is_nameless (const MesoPatient *patient)
{
  return *patient->given_name == '\0' && *patient->family_name == '\0';
}

/* Numbers are told apart by their letters and digits. */
static gboolean
has_no_sign (const char *file_number)
{
  g_autofree char *folded = NULL;

  if (file_number == NULL || *file_number == '\0' || g_ascii_isalnum (*file_number))
    return FALSE;
  folded = meso_text_fold (file_number);

  return *folded == '\0';
}

/* What is kept as it is, and worth a look. */
static void
add_remarks (MesoImportRowWork *work)
{
  const MesoPatient *patient = work->record->patient;
  const struct
  {
    const char *field;
    const char *number;
  } phones[] = {
    { "phone", patient->phone }, { "second_phone", patient->second_phone }, { "next_of_kin_phone", patient->next_of_kin_phone },
  };

  if (*patient->national_id != '\0' && *patient->national_id_reason == '\0' && !meso_national_id_check (patient->national_id, NULL))
    meso_import_row_add_fault (work, find_column_of (work, "national_id"), MESO_IMPORT_FAULT_NATIONAL_ID, 0, patient->national_id);
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      if (meso_phone_has_odd_length (phones[i].number))
        meso_import_row_add_fault (work, find_column_of (work, phones[i].field), MESO_IMPORT_FAULT_PHONE_LENGTH, 0, phones[i].number);
    }
}

/**
 * meso_import_row_check:
 *
 * Normalises and checks the whole record as if somebody had typed it, and remarks what is worth a look.
 */
void
meso_import_row_check (MesoImportRowWork *work)
{
  MesoPatient *patient = work->record->patient;
  g_autoptr (GError) error = NULL;

  set_days (work);
  meso_patient_record_normalise (work->record);
  if (patient->file_number != NULL)
    g_strstrip (patient->file_number);
  if (is_nameless (patient))
    meso_import_row_add_fault (work, find_column_of (work, "family_name"), MESO_IMPORT_FAULT_NAME_MISSING, 0, NULL);
  else if (has_no_sign (patient->file_number))
    meso_import_row_add_fault (work, find_column_of (work, "file_number"), MESO_IMPORT_FAULT_NUMBER, 0, patient->file_number);
  else if (!meso_patient_record_check (work->record, work->today, &error))
    add_refusal (work, error);
  else
    add_remarks (work);
}
