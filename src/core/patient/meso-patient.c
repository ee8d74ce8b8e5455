/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-national-id.h"
#include "meso-phone.h"
#include "meso-text.h"

#define NAME_MAX_CHARS 200
#define EMAIL_MAX_CHARS 254        /* RFC 5321 has no longer address */
#define PHONE_MAX_CHARS 40
#define PHONE_MIN_DIGITS 3
#define NATIONAL_ID_MAX_CHARS 40
#define FILE_NUMBER_MAX_CHARS 40

static const char *const sex_names[] = { "unknown", "female", "male", "other" };

/**
 * meso_sex_to_string:
 * @sex: a sex
 *
 * Returns: its stable name: "female", "male", "other", "unknown"
 */
const char *
meso_sex_to_string (MesoSex sex)
{
  g_return_val_if_fail (sex < G_N_ELEMENTS (sex_names), sex_names[MESO_SEX_UNKNOWN]);

  return sex_names[sex];
}

/**
 * meso_sex_from_string:
 * @text: (nullable): a stable name
 * @sex_out: (out): the sex; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_sex_from_string (const char *text,
                      MesoSex    *sex_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (sex_names); i++)
    {
      if (g_strcmp0 (text, sex_names[i]) == 0)
        {
          *sex_out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_patient_new:
 *
 * Returns: (transfer full): a record with nothing in it: texts empty, no id, no file number
 */
MesoPatient *
meso_patient_new (void)
{
  MesoPatient *self = g_new0 (MesoPatient, 1);

  self->given_name = g_strdup ("");
  self->family_name = g_strdup ("");
  self->phone = g_strdup ("");
  self->email = g_strdup ("");
  self->national_id = g_strdup ("");
  self->language = g_strdup ("");
  self->notes = g_strdup ("");

  return self;
}

/**
 * meso_patient_copy:
 * @self: a record
 *
 * Returns: (transfer full): an independent copy
 */
MesoPatient *
meso_patient_copy (const MesoPatient *self)
{
  MesoPatient *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (MesoPatient, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->file_number = g_strdup (self->file_number);
  copy->given_name = g_strdup (self->given_name);
  copy->family_name = g_strdup (self->family_name);
  copy->phone = g_strdup (self->phone);
  copy->email = g_strdup (self->email);
  copy->national_id = g_strdup (self->national_id);
  copy->language = g_strdup (self->language);
  copy->notes = g_strdup (self->notes);

  return copy;
}

/**
 * meso_patient_free:
 * @self: (transfer full): a record
 */
void
meso_patient_free (MesoPatient *self)
{
  g_free (self->id);
  g_free (self->file_number);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->national_id);
  g_free (self->language);
  g_free (self->notes);
  g_free (self);
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *trimmed = meso_text_trim (text);

  return *trimmed == '\0';
}

/* Puts the field's name before what is said of it, so that a form or a script knows the place. */
static gboolean
is_fine (const char  *field,
         gboolean     fine,
         GError     **error)
{
  if (!fine)
    g_prefix_error (error, "%s: ", field);

  return fine;
}

static gboolean
check_any_name (const MesoPatient  *self,
                GError            **error)
{
  if (is_empty (self->given_name) && is_empty (self->family_name))
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

/**
 * meso_patient_check:
 * @self: a record, normalised or as typed
 * @today: the day on which it is checked
 * @error: return location
 *
 * Checks whether a record can be stored: a name, lines that are lines, a birth date from 1850 to
 * @today, and contact data of a plausible form. A wrong check digit in the national ID is no
 * reason to refuse: see meso_national_id_check ().
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

  return is_fine ("given_name", meso_text_check_line (self->given_name, NAME_MAX_CHARS, "The given name", error), error) &&
         is_fine ("family_name", meso_text_check_line (self->family_name, NAME_MAX_CHARS, "The family name", error),
                  error) &&
         is_fine ("given_name", check_any_name (self, error), error) &&
         is_fine ("birth_date", check_birth_date (self->birth_date, today, error), error) &&
         is_fine ("phone", check_phone (self->phone, error), error) &&
         is_fine ("email", check_email (self->email, error), error) &&
         is_fine ("national_id",
                  meso_text_check_line (self->national_id, NATIONAL_ID_MAX_CHARS, "The national ID", error), error) &&
         is_fine ("file_number",
                  self->file_number == NULL ||
                  meso_text_check_line (self->file_number, FILE_NUMBER_MAX_CHARS, "The file number", error), error) &&
         is_fine ("language", check_language (self->language, error), error) &&
         is_fine ("notes", meso_text_check_note (self->notes, "The note", error), error);
}

static void
take (char **field,
      char  *text)
{
  g_free (*field);
  *field = text;
}

/* Marks of direction come along when a name is pasted. They can't be seen, and one that is left open would turn what
 * stands after the name around. Overrides (U+202D, U+202E) are no accident: they stay, and are refused. */
static char *
normalise_name (const char *name)
{
  g_autoptr (GString) plain = NULL;

  if (!g_utf8_validate (name, -1, NULL))
    return g_strdup (name);

  plain = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x061c && c != 0x200e && c != 0x200f && !(c >= 0x202a && c <= 0x202c) && !(c >= 0x2066 && c <= 0x2069))
        g_string_append_unichar (plain, c);
    }

  return meso_text_trim (plain->str);
}

/**
 * meso_patient_normalise:
 * @self: a record
 *
 * Brings what was typed into the form that is stored: blanks at the ends and marks of direction go, an
 * Iranian mobile number becomes `+98…`, digits of phone and ID become ASCII. Names stay as typed otherwise.
 */
void
meso_patient_normalise (MesoPatient *self)
{
  g_return_if_fail (self != NULL);

  take (&self->given_name, normalise_name (self->given_name));
  take (&self->family_name, normalise_name (self->family_name));
  take (&self->phone, meso_phone_normalise (self->phone));
  take (&self->email, meso_text_trim (self->email));
  take (&self->national_id, meso_national_id_normalise (self->national_id));
  take (&self->notes, meso_text_trim (self->notes));
}

/**
 * meso_patient_dup_full_name:
 * @self: a record
 *
 * Returns: (transfer full): given and family name with a space between, or the one that there is
 */
char *
meso_patient_dup_full_name (const MesoPatient *self)
{
  g_return_val_if_fail (self != NULL, g_strdup (""));

  if (*self->given_name == '\0' || *self->family_name == '\0')
    return g_strconcat (self->given_name, self->family_name, NULL);

  return g_strconcat (self->given_name, " ", self->family_name, NULL);
}
