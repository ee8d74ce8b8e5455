/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-body-weight.h"
#include "meso-core-error.h"
#include "meso-text.h"

static const struct
{
  const char *name;
  const char *title;
} fields[] = {
  /* In the order of MesoPatientField. */
  { "given_name", N_("Given name") },
  { "family_name", N_("Family name") },
  { "other_given_name", N_("Given name in the other script") },
  { "other_family_name", N_("Family name in the other script") },
  { "sex", N_("Sex") },
  { "birth_date", N_("Date of birth") },
  { "age", N_("Age, if the date isn’t known") },
  { "phone", N_("Phone") },
  { "national_id", N_("National ID") },
  { "national_id_reason", N_("Why this number is kept") },
  { "second_phone", N_("Second phone") },
  { "email", N_("E-mail") },
  { "address", N_("Address") },
  { "language", N_("Language of the sheets") },
  { "next_of_kin_name", N_("Next of kin") },
  { "next_of_kin_relation", N_("Relation, for example: mother") },
  { "next_of_kin_phone", N_("Phone of the next of kin") },
  { "referred_by", N_("Referring doctor") },
  { "weight_g", N_("Weight in kg") },
  { "blood_group", N_("Blood group") },
  { "hair_since", N_("Hair loss since") },
  { "hair_onset", N_("How it began") },
  { "hair_family", N_("Hair loss in the family") },
  { "hair_treatments", N_("Treatments before, and what they did") },
  { "hair_notes", N_("More about the hair") },
  { "notes", N_("Notes") },
  /* What no form has. */
  { "file_number", N_("File number") },
  { "age_on", N_("Day the age was told") },
  { "weight_on", N_("Day of the weight") },
  { "allergies_asked", N_("Allergies asked") },
  { "medicines_asked", N_("Medicines asked") },
  { "conditions_asked", N_("Conditions asked") },
  { "archived", N_("Archived") },
  { "allergy", N_("Allergy") },
  { "medicine", N_("Medicine or supplement") },
  { "condition", N_("Condition") },
  { "allergies", N_("Allergies") },
  { "medicines", N_("Medicines and Supplements") },
  { "conditions", N_("Conditions") },
  { "photo", N_("Photo") },
};

const char *
meso_patient_field_get_name (MesoPatientField field)
{
  return fields[field].name;
}

const char *
meso_patient_field_get_title (MesoPatientField field)
{
  return _(fields[field].title);
}

const char *
meso_patient_field_find_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].name, name))
        return _(fields[i].title);
    }
  return name;
}

/* "62.5" of 62500 */
static char *
write_kilograms (gint64 grams)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT, grams / 1000, grams % 1000);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return g_steal_pointer (&text);
}

char *
meso_patient_field_dup_text (const MesoPatient *patient,
                             MesoPatientField   field)
{
  char *text;

  if (field == MESO_PATIENT_WEIGHT)
    return patient->weight_g > 0 ? write_kilograms (patient->weight_g) : g_strdup ("");
  text = meso_patient_dup_field (patient, fields[field].name);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
set_age (MesoPatient      *patient,
         const char       *text,
         MesoCalendarDate  today)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  g_autofree char *before = meso_patient_field_dup_text (patient, MESO_PATIENT_AGE);
  guint64 age = 0;
  gboolean is_age = *trimmed != '\0' && g_ascii_string_to_unsigned (trimmed, 10, 0, MESO_PATIENT_AGE_MAX, &age, NULL);

  if (is_age && g_str_equal (before, trimmed))
    return TRUE;
  patient->age = (int) age;
  patient->age_on = is_age ? today : MESO_CALENDAR_DATE_NONE;
  return is_age || *trimmed == '\0';
}

static gboolean
set_weight (MesoPatient      *patient,
            const char       *text,
            MesoCalendarDate  today)
{
  g_autofree char *trimmed = meso_text_trim (text);
  gint64 grams = 0;
  gboolean is_weight = *trimmed != '\0' && meso_body_weight_parse (trimmed, &grams, NULL);

  if (is_weight && grams == patient->weight_g)
    return TRUE;
  patient->weight_g = is_weight ? grams : 0;
  patient->weight_on = is_weight ? today : MESO_CALENDAR_DATE_NONE;
  return is_weight || *trimmed == '\0';
}

gboolean
meso_patient_field_set_text (MesoPatient      *patient,
                             MesoPatientField  field,
                             const char       *text,
                             MesoCalendarDate  today)
{
  switch ((guint) field)
    {
    case MESO_PATIENT_SEX:
      return meso_sex_from_string (text, &patient->sex);
    case MESO_PATIENT_BIRTH_DATE:
      patient->birth_date = MESO_CALENDAR_DATE_NONE;
      return *text == '\0' || meso_calendar_date_parse (text, &patient->birth_date, NULL);
    case MESO_PATIENT_AGE:
      return set_age (patient, text, today);
    case MESO_PATIENT_WEIGHT:
      return set_weight (patient, text, today);
    case MESO_PATIENT_HAIR_ONSET:
      return meso_hair_onset_from_string (text, &patient->hair_onset);
    case MESO_PATIENT_HAIR_FAMILY:
      return meso_hair_family_from_string (text, &patient->hair_family);
    default:
      g_set_str (meso_patient_find_text (patient, fields[field].name), text);
      return TRUE;
    }
}

/* What core says of a record is in its own language; a form says it in the window's. */
static const char *
explain (MesoPatientField  field,
         const GError     *error,
         gboolean          future)
{
  switch ((guint) field)
    {
    case MESO_PATIENT_BIRTH_DATE:
      return future ? _("This day is still to come. Write the day of birth.") : _("This is too long ago. Check the year.");
    case MESO_PATIENT_AGE:
      return _("Write the age in whole years.");
    case MESO_PATIENT_WEIGHT:
      return _("Write the weight in kilograms, for example 62.5.");
    case MESO_PATIENT_PHONE:
    case MESO_PATIENT_SECOND_PHONE:
    case MESO_PATIENT_KIN_PHONE:
      if (!g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
        return _("Write a phone number in digits, with + in front of a country code, for example 0912 345 6789.");
      break;
    case MESO_PATIENT_EMAIL:
      if (!g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
        return _("Write an e-mail address like name@example.org.");
      break;
    default:
      break;
    }
  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
    return _("This is longer than can be kept. Shorten it, and put the rest into the notes.");
  return _("This holds a sign that can’t be kept, such as a line break. Type it again by hand.");
}

char *
meso_patient_field_check (const MesoPatient *patient,
                          MesoPatientField   field,
                          MesoCalendarDate   today)
{
  g_autoptr(MesoPatient) probe = meso_patient_new ();
  g_autofree char *text = meso_patient_field_dup_text (patient, field);
  g_autoptr(GError) error = NULL;

  if (field == MESO_PATIENT_GIVEN_NAME && *patient->given_name == '\0' && *patient->family_name == '\0')
    return g_strdup (_("Write the given name, the family name, or both."));
  /* A record of this one field, so that each is judged for itself. */
  meso_patient_field_set_text (probe, MESO_PATIENT_FAMILY_NAME, "-", today);
  meso_patient_field_set_text (probe, field, text, today);
  if (field == MESO_PATIENT_FAMILY_NAME)
    meso_patient_field_set_text (probe, MESO_PATIENT_GIVEN_NAME, "-", today);
  if (meso_patient_check (probe, today, &error))
    return NULL;
  return g_strdup (explain (field, error, meso_calendar_date_compare (patient->birth_date, today) > 0));
}

/* Two fields that are one answer: when it was told. */
static void
take_over (MesoPatient       *typed,
           const MesoPatient *stored,
           MesoPatientField   field,
           MesoCalendarDate   today)
{
  g_autofree char *theirs = meso_patient_field_dup_text (stored, field);

  meso_patient_field_set_text (typed, field, theirs, today);
  if (field == MESO_PATIENT_AGE)
    typed->age_on = stored->age_on;
  if (field == MESO_PATIENT_WEIGHT)
    typed->weight_on = stored->weight_on;
}

guint
meso_patient_fields_merge (MesoPatient       *typed,
                           const MesoPatient *base,
                           const MesoPatient *stored,
                           MesoCalendarDate   today)
{
  guint conflicts = 0;

  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      g_autofree char *before = meso_patient_field_dup_text (base, (MesoPatientField) i);
      g_autofree char *theirs = meso_patient_field_dup_text (stored, (MesoPatientField) i);
      g_autofree char *ours = meso_patient_field_dup_text (typed, (MesoPatientField) i);

      if (g_str_equal (theirs, before) || g_str_equal (theirs, ours))
        continue;
      if (g_str_equal (ours, before))
        take_over (typed, stored, (MesoPatientField) i, today);
      else
        conflicts |= 1u << i;
    }
  return conflicts;
}
