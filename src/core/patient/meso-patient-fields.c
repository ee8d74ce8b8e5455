/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

typedef struct
{
  const char *name;
  gsize offset;
} Text;

#define TEXT(field) { #field, G_STRUCT_OFFSET (MesoPatient, field) }

static const Text texts[] = {
  TEXT (given_name),        TEXT (family_name),        TEXT (other_given_name),
  TEXT (other_family_name), TEXT (phone),              TEXT (second_phone),
  TEXT (email),             TEXT (national_id),        TEXT (national_id_reason),
  TEXT (address),           TEXT (language),           TEXT (next_of_kin_name),
  TEXT (next_of_kin_relation), TEXT (next_of_kin_phone), TEXT (referred_by),
  TEXT (blood_group),       TEXT (hair_since),         TEXT (hair_treatments),
  TEXT (hair_notes),        TEXT (notes),
};

static const char *const fields[] = {
  "file_number", "given_name", "family_name", "other_given_name", "other_family_name", "sex", "birth_date", "age", "age_on",
  "phone", "second_phone", "email", "national_id", "national_id_reason", "address", "language", "next_of_kin_name",
  "next_of_kin_relation", "next_of_kin_phone", "referred_by", "weight_g", "weight_on", "blood_group", "hair_since",
  "hair_onset", "hair_family", "hair_treatments", "hair_notes", "allergies_asked", "medicines_asked", "conditions_asked",
  "notes", "archived", NULL
};

/**
 * meso_patient_fields:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of what somebody can enter and change, in the order of a record
 */
const char *const *
meso_patient_fields (void)
{
  return fields;
}

/**
 * meso_patient_get_text:
 * @self: a record
 * @n: 0, 1 … until there is none
 *
 * For what is done to every text alike.
 *
 * Returns: (transfer none) (nullable): where the record keeps its text @n
 */
char **
meso_patient_get_text (MesoPatient *self,
                       guint        n)
{
  g_return_val_if_fail (self != NULL, NULL);

  return n < G_N_ELEMENTS (texts) ? G_STRUCT_MEMBER_P (self, texts[n].offset) : NULL;
}

/**
 * meso_patient_find_text:
 * @self: a record
 * @field: a name of meso_patient_fields ()
 *
 * Returns: (transfer none) (nullable): where the record keeps that text; %NULL when the field isn't a text
 */
char **
meso_patient_find_text (MesoPatient *self,
                        const char  *field)
{
  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].name, field))
        return G_STRUCT_MEMBER_P (self, texts[i].offset);
    }

  return NULL;
}

static char *
dup_number (gboolean known,
            gint64   number)
{
  return known ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static char *
dup_date (MesoCalendarDate date)
{
  return meso_calendar_date_is_set (date) ? meso_calendar_date_to_string (date) : NULL;
}

/**
 * meso_patient_dup_field:
 * @self: a record
 * @field: a name of meso_patient_fields ()
 *
 * What a field holds, in the form that files and scripts know: ISO dates, whole numbers, stable names.
 *
 * Returns: (transfer full) (nullable): "" for a text that is empty, %NULL for a date or number that isn't known
 */
char *
meso_patient_dup_field (const MesoPatient *self,
                        const char        *field)
{
  char **text;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  text = meso_patient_find_text ((MesoPatient *) self, field);
  if (text != NULL)
    return g_strdup (*text != NULL ? *text : "");
  if (g_str_equal (field, "file_number"))
    return g_strdup (self->file_number != NULL ? self->file_number : "");
  if (g_str_equal (field, "sex"))
    return g_strdup (meso_sex_to_string (self->sex));
  if (g_str_equal (field, "birth_date"))
    return dup_date (self->birth_date);
  if (g_str_equal (field, "age"))
    return dup_number (meso_calendar_date_is_set (self->age_on), self->age);
  if (g_str_equal (field, "age_on"))
    return dup_date (self->age_on);
  if (g_str_equal (field, "weight_g"))
    return dup_number (self->weight_g > 0, self->weight_g);
  if (g_str_equal (field, "weight_on"))
    return dup_date (self->weight_on);
  if (g_str_equal (field, "hair_onset"))
    return g_strdup (meso_hair_onset_to_string (self->hair_onset));
  if (g_str_equal (field, "hair_family"))
    return g_strdup (meso_hair_family_to_string (self->hair_family));
  if (g_str_equal (field, "allergies_asked"))
    return g_strdup (meso_asked_to_string (self->allergies_asked));
  if (g_str_equal (field, "medicines_asked"))
    return g_strdup (meso_asked_to_string (self->medicines_asked));
  if (g_str_equal (field, "conditions_asked"))
    return g_strdup (meso_asked_to_string (self->conditions_asked));
  if (g_str_equal (field, "archived"))
    return g_strdup (self->archived ? "yes" : "no");
  g_return_val_if_reached (NULL);
}
