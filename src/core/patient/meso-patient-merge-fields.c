/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-fields.h"

/* The file number is the record's own; what was asked follows from the lists; whether it is archived, from whoever archived it. */
static const char *const names[] = {
  "given_name", "family_name", "other_given_name", "other_family_name", "sex", "birth_date", "age", "phone", "second_phone", "email",
  "national_id", "address", "language", "next_of_kin_name", "next_of_kin_relation", "next_of_kin_phone", "referred_by", "weight_g",
  "blood_group", "hair_since", "hair_onset", "hair_family", "hair_treatments", "hair_notes", "notes", NULL
};

/* A birth date and an age are never kept both, a weight is of its day, a reason belongs to its ID. */
static const char *const groups[][4] = {
  { "birth_date", "age", "age_on", NULL },
  { "age", "age_on", "birth_date", NULL },
  { "weight_g", "weight_on", NULL },
  { "national_id", "national_id_reason", NULL },
};

static const char *const alone[] = { NULL };

/**
 * meso_patient_merge_fields:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of meso_patient_fields ()
 */
const char *const *
meso_patient_merge_fields (void)
{
  return names;
}

/**
 * meso_patient_merge_companions:
 * @field: a name
 *
 * Returns: (transfer none) (array zero-terminated=1): the other fields that are taken over when this one is
 */
const char *const *
meso_patient_merge_companions (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_str_equal (groups[i][0], field))
        return groups[i] + 1;
    }
  return alone;
}

static gboolean
set_date (MesoCalendarDate *date,
          const char       *text)
{
  *date = MESO_CALENDAR_DATE_NONE;
  return *text == '\0' || meso_calendar_date_parse (text, date, NULL);
}

static gboolean
set_number (gint64     *number,
            const char *text)
{
  *number = 0;
  return *text == '\0' || g_ascii_string_to_signed (text, 10, 0, G_MAXINT, number, NULL);
}

static gboolean
set_age (MesoPatient *patient,
         const char  *text)
{
  gint64 age;

  if (!set_number (&age, text))
    return FALSE;
  patient->age = (int) age;
  return TRUE;
}

/**
 * meso_patient_merge_fields_set:
 * @patient: a record
 * @field: a name
 * @text: what it is to hold
 *
 * Returns: whether the field can hold that
 */
gboolean
meso_patient_merge_fields_set (MesoPatient *patient,
                        const char  *field,
                        const char  *text)
{
  char **own = meso_patient_find_text (patient, field);

  if (own != NULL)
    {
      g_set_str (own, text);
      return TRUE;
    }
  if (g_str_equal (field, "sex"))
    return meso_sex_from_string (text, &patient->sex);
  if (g_str_equal (field, "birth_date"))
    return set_date (&patient->birth_date, text);
  if (g_str_equal (field, "age"))
    return set_age (patient, text);
  if (g_str_equal (field, "age_on"))
    return set_date (&patient->age_on, text);
  if (g_str_equal (field, "weight_g"))
    return set_number (&patient->weight_g, text);
  if (g_str_equal (field, "weight_on"))
    return set_date (&patient->weight_on, text);
  if (g_str_equal (field, "hair_onset"))
    return meso_hair_onset_from_string (text, &patient->hair_onset);
  if (g_str_equal (field, "hair_family"))
    return meso_hair_family_from_string (text, &patient->hair_family);
  return FALSE;
}

/**
 * meso_patient_merge_fields_get:
 *
 * Returns: (transfer full): what the field holds, "" for nothing
 */
char *
meso_patient_merge_fields_get (const MesoPatient *patient,
                        const char        *field)
{
  char *text = meso_patient_dup_field (patient, field);

  return text != NULL ? text : g_strdup ("");
}
