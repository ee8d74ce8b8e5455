/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-fields.h"

#include <glib/gi18n.h>

#include "meso-core-error.h"

static const struct
{
  const char *name;
  const char *title;
  gsize offset;                 /* of a text; 0 for what isn't one (a record's first member is its id) */
} fields[MESO_PATIENT_FIELDS] = {
  { "given_name", N_("Given name"), G_STRUCT_OFFSET (MesoPatient, given_name) },
  { "family_name", N_("Family name"), G_STRUCT_OFFSET (MesoPatient, family_name) },
  { "sex", N_("Sex"), 0 },
  { "birth_date", N_("Date of birth"), 0 },
  { "phone", N_("Phone"), G_STRUCT_OFFSET (MesoPatient, phone) },
  { "email", N_("E-mail"), G_STRUCT_OFFSET (MesoPatient, email) },
  { "language", N_("Language of the sheets"), G_STRUCT_OFFSET (MesoPatient, language) },
  { "national_id", N_("National ID"), G_STRUCT_OFFSET (MesoPatient, national_id) },
  { "notes", N_("Notes"), G_STRUCT_OFFSET (MesoPatient, notes) },
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

char *
meso_patient_field_dup_text (const MesoPatient *patient,
                             MesoPatientField   field)
{
  if (field == MESO_PATIENT_SEX)
    return g_strdup (meso_sex_to_string (patient->sex));
  if (field == MESO_PATIENT_BIRTH_DATE)
    return meso_calendar_date_to_string (patient->birth_date);
  return g_strdup (G_STRUCT_MEMBER (char *, patient, fields[field].offset));
}

void
meso_patient_field_set_text (MesoPatient      *patient,
                             MesoPatientField  field,
                             const char       *text)
{
  if (field == MESO_PATIENT_SEX)
    meso_sex_from_string (text, &patient->sex);
  else if (field == MESO_PATIENT_BIRTH_DATE)
    {
      if (!meso_calendar_date_parse (text, &patient->birth_date, NULL))
        patient->birth_date = MESO_CALENDAR_DATE_NONE;
    }
  else
    g_set_str (&G_STRUCT_MEMBER (char *, patient, fields[field].offset), text);
}

/* What core says of a record is in its own language; a form says it in the window's. */
static const char *
explain (MesoPatientField  field,
         const GError     *error,
         gboolean          future)
{
  gboolean too_long = g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);

  if (field == MESO_PATIENT_BIRTH_DATE)
    return future ? _("This day is still to come. Write the day of birth.") : _("This is too long ago. Check the year.");
  if (too_long)
    return _("This is longer than can be kept. Shorten it, and put the rest into the notes.");
  if (field == MESO_PATIENT_PHONE)
    return _("Write a phone number in digits, with + in front of a country code, for example 0912 345 6789.");
  if (field == MESO_PATIENT_EMAIL)
    return _("Write an e-mail address like name@example.org.");
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
  meso_patient_field_set_text (probe, MESO_PATIENT_FAMILY_NAME, "-");
  meso_patient_field_set_text (probe, field, text);
  if (field == MESO_PATIENT_FAMILY_NAME)
    meso_patient_field_set_text (probe, MESO_PATIENT_GIVEN_NAME, "-");
  if (meso_patient_check (probe, today, &error))
    return NULL;
  return g_strdup (explain (field, error, meso_calendar_date_compare (patient->birth_date, today) > 0));
}

guint
meso_patient_fields_merge (MesoPatient       *typed,
                           const MesoPatient *base,
                           const MesoPatient *stored)
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
        meso_patient_field_set_text (typed, (MesoPatientField) i, theirs);
      else
        conflicts |= 1u << i;
    }
  return conflicts;
}
