/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-phone.h"
#include "meso-text.h"

#define EMAIL_MAX_CHARS 254        /* RFC 5321 has no longer address */
#define PHONE_MAX_CHARS 40
#define PHONE_MIN_DIGITS 3
#define NATIONAL_ID_MAX_CHARS 40
#define FILE_NUMBER_MAX_CHARS 40
#define LINE_MAX_CHARS 200
#define REASON_MAX_CHARS 500

static gboolean
check_any_name (const MesoPatient  *self,
                GError            **error)
{
  if (meso_text_is_empty (self->given_name) && meso_text_is_empty (self->family_name))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "A name is missing: write the given name, the family name, or both.");
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_birth_date (MesoCalendarDate   birth_date,
                  MesoCalendarDate   today,
                  GError           **error)
{
  g_autofree char *text = meso_calendar_date_to_string (birth_date);

  if (!meso_calendar_date_is_set (birth_date))
    return TRUE;

  if (meso_calendar_date_compare (birth_date, today) > 0)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "The birth date %s is in the future. Write the day of birth.", text);
      return FALSE;
    }
  if (birth_date.year < MESO_CALENDAR_EARLIEST_YEAR)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "The birth date %s is before %d. A Persian date has to be converted first.", text, MESO_CALENDAR_EARLIEST_YEAR);
      return FALSE;
    }

  return TRUE;
}

/* what starts the message: what was said on that day */
static gboolean
check_past_day (MesoCalendarDate   day,
                MesoCalendarDate   today,
                const char        *what,
                GError           **error)
{
  if (!meso_calendar_date_is_set (day))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "%s needs the day on which it was true.", what);
      return FALSE;
    }
  if (meso_calendar_date_compare (day, today) > 0 || day.year < MESO_CALENDAR_EARLIEST_YEAR)
    {
      g_autofree char *text = meso_calendar_date_to_string (day);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%s can't have been true on %s, which is in the future or before %d.", what, text, MESO_CALENDAR_EARLIEST_YEAR);
      return FALSE;
    }

  return TRUE;
}

/* An age is told for the want of a birth date. */
static gboolean
check_age (const MesoPatient  *self,
           MesoCalendarDate    today,
           GError            **error)
{
  if (self->age == 0 && !meso_calendar_date_is_set (self->age_on))
    return TRUE;
  if (meso_calendar_date_is_set (self->birth_date))
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                           "The birth date is known, so the age follows from it. Take one of the two out.");
      return FALSE;
    }
  if (self->age < 0 || self->age > MESO_PATIENT_AGE_MAX)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "An age of %d years can't be: write whole years, 0 to %d.", self->age, MESO_PATIENT_AGE_MAX);
      return FALSE;
    }

  return check_past_day (self->age_on, today, "The age", error);
}

static gboolean
check_weight (const MesoPatient  *self,
              MesoCalendarDate    today,
              GError            **error)
{
  if (self->weight_g == 0 && !meso_calendar_date_is_set (self->weight_on))
    return TRUE;
  if (self->weight_g < MESO_PATIENT_WEIGHT_MIN_G || self->weight_g > MESO_PATIENT_WEIGHT_MAX_G)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "A weight of %" G_GINT64_FORMAT " g can't be: write it in kilograms, 0.5 to 500.", self->weight_g);
      return FALSE;
    }

  return check_past_day (self->weight_on, today, "The weight", error);
}

static gboolean
check_blood_group (const char  *blood_group,
                   GError     **error)
{
  g_autofree char *quoted = NULL;

  if (*blood_group == '\0' || g_strv_contains (meso_blood_groups (), blood_group))
    return TRUE;

  quoted = meso_text_quote (blood_group);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%s isn't a blood group: choose one of A+, A-, B+, B-, AB+, AB-, O+, O-, or none.", quoted);

  return FALSE;
}

static gboolean
check_phone (const char  *phone,
             GError     **error)
{
  g_autofree char *normalised = NULL;
  g_autofree char *key = NULL;

  if (!g_utf8_validate (phone, -1, NULL))
    return meso_text_check_line (phone, PHONE_MAX_CHARS, "The phone number", error);

  /* Messengers paste direction marks around a number; they go when it is normalised. */
  normalised = meso_phone_normalise (phone);
  if (*normalised == '\0')
    return TRUE;
  if (!meso_text_check_line (normalised, PHONE_MAX_CHARS, "The phone number", error))
    return FALSE;

  key = meso_phone_id_key (normalised);
  if (strspn (normalised, "0123456789+-()./#* ") != strlen (normalised) || strlen (key) < PHONE_MIN_DIGITS)
    {
      g_autofree char *quoted = meso_text_quote (phone);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't a phone number: write digits, with + in front of a country code, for example 0912 345 6789.",
                   quoted);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_email (const char  *email,
             GError     **error)
{
  g_autofree char *trimmed = NULL;
  const char *at;

  if (!meso_text_check_line (email, EMAIL_MAX_CHARS, "The email address", error))
    return FALSE;

  trimmed = meso_text_trim (email);
  if (*trimmed == '\0')
    return TRUE;

  at = strchr (trimmed, '@');
  if (at == NULL || at == trimmed || at[1] == '\0' || strchr (at + 1, '@') != NULL || strpbrk (trimmed, " \t") != NULL)
    {
      g_autofree char *quoted = meso_text_quote (trimmed);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't an email address: write it as name@example.org.", quoted);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_language (const char  *language,
                GError     **error)
{
  static const char *const languages[] = { "", "en", "fa", NULL };
  g_autofree char *quoted = NULL;

  if (g_strv_contains (languages, language))
    return TRUE;

  quoted = meso_text_quote (language);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%s isn't a language of the sheets: choose en for English or fa for Persian.", quoted);

  return FALSE;
}

static gboolean
check_line (const char  *field,
            const char  *text,
            const char  *what,
            GError     **error)
{
  return meso_core_error_at (field, meso_text_check_line (text, LINE_MAX_CHARS, what, error), error);
}

static gboolean
check_note (const char  *field,
            const char  *text,
            const char  *what,
            GError     **error)
{
  return meso_core_error_at (field, meso_text_check_note (text, what, error), error);
}

static gboolean
check_identity (const MesoPatient  *self,
                MesoCalendarDate    today,
                GError            **error)
{
  return check_line ("given_name", self->given_name, "The given name", error) &&
         check_line ("family_name", self->family_name, "The family name", error) &&
         meso_core_error_at ("given_name", check_any_name (self, error), error) &&
         check_line ("other_given_name", self->other_given_name, "The given name in the other script", error) &&
         check_line ("other_family_name", self->other_family_name, "The family name in the other script", error) &&
         meso_core_error_at ("birth_date", check_birth_date (self->birth_date, today, error), error) &&
         meso_core_error_at ("age", check_age (self, today, error), error);
}

static gboolean
check_contact (const MesoPatient  *self,
               GError            **error)
{
  return meso_core_error_at ("phone", check_phone (self->phone, error), error) &&
         meso_core_error_at ("second_phone", check_phone (self->second_phone, error), error) &&
         meso_core_error_at ("email", check_email (self->email, error), error) &&
         check_note ("address", self->address, "The address", error) &&
         check_line ("next_of_kin_name", self->next_of_kin_name, "The name", error) &&
         check_line ("next_of_kin_relation", self->next_of_kin_relation, "The relation", error) &&
         meso_core_error_at ("next_of_kin_phone", check_phone (self->next_of_kin_phone, error), error) &&
         check_line ("referred_by", self->referred_by, "The name", error) &&
         meso_core_error_at ("language", check_language (self->language, error), error);
}

static gboolean
check_numbers (const MesoPatient  *self,
               GError            **error)
{
  return meso_core_error_at ("national_id",
                             meso_text_check_line (self->national_id, NATIONAL_ID_MAX_CHARS, "The national ID", error), error) &&
         meso_core_error_at ("national_id_reason",
                             meso_text_check_line (self->national_id_reason, REASON_MAX_CHARS, "The reason", error), error) &&
         meso_core_error_at ("file_number",
                             self->file_number == NULL ||
                             meso_text_check_line (self->file_number, FILE_NUMBER_MAX_CHARS, "The file number", error), error);
}

static gboolean
check_body (const MesoPatient  *self,
            MesoCalendarDate    today,
            GError            **error)
{
  return meso_core_error_at ("weight_g", check_weight (self, today, error), error) &&
         meso_core_error_at ("blood_group", check_blood_group (self->blood_group, error), error) &&
         check_line ("hair_since", self->hair_since, "The time since when", error) &&
         check_note ("hair_treatments", self->hair_treatments, "The note", error) &&
         check_note ("hair_notes", self->hair_notes, "The note", error);
}

/**
 * meso_patient_check:
 * @self: a record, normalised or as typed
 * @today: the day on which it is checked
 * @error: return location
 *
 * Checks whether a record can be stored: a name, lines that are lines, a birth date from 1850 to @today or an age that was
 * told on a day, a weight of a person with its day, and contact data of a plausible form. A wrong check digit in the
 * national ID is no reason to refuse: see meso_national_id_check ().
 *
 * Returns: %FALSE with the first fault, whose message starts with the field (`birth_date: …`):
 *   %MESO_CORE_ERROR_INVALID, or %MESO_CORE_ERROR_RANGE for what is too long, too early or too late
 */
gboolean
meso_patient_check (const MesoPatient  *self,
                    MesoCalendarDate    today,
                    GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (meso_calendar_date_is_set (today), FALSE);

  return check_identity (self, today, error) && check_contact (self, error) && check_numbers (self, error) &&
         check_body (self, today, error) && check_note ("notes", self->notes, "The note", error);
}
