/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-csv.h"

#include "meso-calendar.h"
#include "meso-csv-guard.h"
#include "meso-health-list.h"

/* The fields of meso_patient_fields (), and those that only a file has. */
static const char *const columns[] = {
  "file_number", "given_name", "family_name", "other_given_name", "other_family_name", "sex", "birth_date", "birth_date_persian",
  "age", "age_on", "phone", "second_phone", "email", "national_id", "national_id_reason", "address", "language",
  "next_of_kin_name", "next_of_kin_relation", "next_of_kin_phone", "referred_by", "weight_kg", "weight_on", "blood_group",
  "hair_since", "hair_onset", "hair_family", "hair_treatments", "hair_notes", "allergies", "medicines", "conditions", "notes",
  "archived",
};

/* Not one digit more than is known. */
static char *
write_kilograms (gint64 grams)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", grams / 1000, (int) (grams % 1000));
  gsize length = strlen (text);

  if (grams <= 0)
    return NULL;
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;

  return g_strndup (text, length);
}

static char *
write_cell (const MesoPatientRecord *record,
            const char              *column)
{
  const MesoPatient *patient = record->patient;

  if (g_str_equal (column, "birth_date_persian"))
    return meso_calendar_date_is_set (patient->birth_date) ? meso_calendar_format_persian_iso (patient->birth_date, NULL) : NULL;
  if (g_str_equal (column, "weight_kg"))
    return write_kilograms (patient->weight_g);
  if (g_str_equal (column, "allergies"))
    return meso_health_list_write (record, MESO_HEALTH_ALLERGY);
  if (g_str_equal (column, "medicines"))
    return meso_health_list_write (record, MESO_HEALTH_MEDICINE);
  if (g_str_equal (column, "conditions"))
    return meso_health_list_write (record, MESO_HEALTH_CONDITION);

  return meso_patient_dup_field (patient, column);
}

static void
end_row (GString *file)
{
  g_string_append (file, "\r\n");
}

/**
 * meso_patient_csv_append_header:
 * @file: where it goes
 * @separator: what stands between cells
 *
 * Writes the stable names of the columns.
 */
void
meso_patient_csv_append_header (GString *file,
                                    char     separator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (file, separator);
      meso_csv_append_cell (file, columns[i], separator);
    }
  end_row (file);
}

/**
 * meso_patient_csv_append_row:
 * @file: where it goes
 * @record: a patient with all that holds of their health
 * @separator: what stands between cells
 *
 * Writes one patient: dates as ISO days, the birth date in the Persian calendar beside it, weights in kilograms.
 */
void
meso_patient_csv_append_row (GString                 *file,
                                 const MesoPatientRecord *record,
                                 char                     separator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *cell = write_cell (record, columns[i]);

      if (i > 0)
        g_string_append_c (file, separator);
      if (cell != NULL)
        meso_csv_append_cell (file, cell, separator);
    }
  end_row (file);
}
