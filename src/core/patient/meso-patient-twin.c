/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twin-private.h"

#include <string.h>

#include "meso-calendar.h"
#include "meso-national-id.h"
#include "meso-phone.h"
#include "meso-text-fold.h"
#include "meso-text-near.h"

/* Shorter numbers are extensions and stopgaps. */
#define MIN_PHONE_CHARS 6
#define MIN_ID_CHARS 5

#define NAME_REASONS (MESO_PATIENT_TWIN_NAME | MESO_PATIENT_TWIN_NAME_SWAPPED | MESO_PATIENT_TWIN_NAME_NEAR)
#define STRONG_NAME (MESO_PATIENT_TWIN_NAME | MESO_PATIENT_TWIN_NAME_SWAPPED)
#define BIRTH_REASONS (MESO_PATIENT_TWIN_BIRTH_DATE | MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED)
#define REASONS_AGAINST (MESO_PATIENT_TWIN_OTHER_ID | MESO_PATIENT_TWIN_OTHER_BIRTH_DATE | MESO_PATIENT_TWIN_OTHER_SEX)

static const char *const reason_names[] = {
  "national-id", "phone", "name", "name-swapped", "name-near", "birth-date", "birth-date-swapped", "other-id",
  "other-birth-date", "other-sex"
};

/**
 * meso_patient_twin_grade_to_string:
 *
 * Returns: its stable name
 */
const char *
meso_patient_twin_grade_to_string (MesoPatientTwinGrade grade)
{
  static const char *const names[] = { "none", "possible", "likely", "certain" };

  g_return_val_if_fail (grade < G_N_ELEMENTS (names), names[0]);
  return names[grade];
}

/**
 * meso_patient_twin_reasons_to_strv:
 *
 * Returns: (transfer full): their stable names
 */
GStrv
meso_patient_twin_reasons_to_strv (MesoPatientTwinReasons reasons)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reason_names); i++)
    {
      if ((reasons & (1u << i)) != 0)
        g_strv_builder_add (names, reason_names[i]);
    }
  return g_strv_builder_end (names);
}

/* A name in one script, as a search reads it: without the gaps, so that ZWNJ, space and nothing are alike. */
typedef struct
{
  char *given;
  char *family;
} Name;

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->given);
  g_free (self->family);
  g_free (self);
}

/**
 * meso_patient_twin_fold_name:
 * @text: a name, or a part of one
 *
 * Returns: (transfer full): it, as a search reads it, without the gaps
 */
char *
meso_patient_twin_fold_name (const char *text)
{
  g_autoptr(GPtrArray) words = meso_text_fold_words (text);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (joined, g_ptr_array_index (words, i));
  return g_string_free (joined, FALSE);
}

static void
add_name (GPtrArray  *names,
          const char *given,
          const char *family)
{
  Name *name = g_new0 (Name, 1);

  name->given = meso_patient_twin_fold_name (given);
  name->family = meso_patient_twin_fold_name (family);
  if (*name->given == '\0' && *name->family == '\0')
    name_free (name);
  else
    g_ptr_array_add (names, name);
}

/* (transfer full): one for each script that the record has */
static GPtrArray *
fold_names (const MesoPatient *patient)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);

  add_name (names, patient->given_name, patient->family_name);
  add_name (names, patient->other_given_name, patient->other_family_name);
  return names;
}

static gboolean
is_whole (const Name *name)
{
  return *name->given != '\0' && *name->family != '\0';
}

/* Whether a name that stands in one field says the same as one in two. */
static gboolean
is_joined (const Name *one,
           const char *first,
           const char *second)
{
  const char *whole = *one->given != '\0' ? one->given : one->family;
  gsize n = strlen (first);

  return !is_whole (one) && strncmp (whole, first, n) == 0 && strcmp (whole + n, second) == 0;
}

/* Each condition is there for both ways round. */
static MesoPatientTwinReasons
compare_names (const Name *a,
               const Name *b)
{
  if ((g_str_equal (a->given, b->given) && g_str_equal (a->family, b->family)) || is_joined (a, b->given, b->family) ||
      is_joined (b, a->given, a->family))
    return MESO_PATIENT_TWIN_NAME;
  if ((g_str_equal (a->given, b->family) && g_str_equal (a->family, b->given)) || is_joined (a, b->family, b->given) ||
      is_joined (b, a->family, a->given))
    return MESO_PATIENT_TWIN_NAME_SWAPPED;
  if (!is_whole (a) || !is_whole (b))
    return 0;
  if ((g_str_equal (a->given, b->given) && meso_text_is_near (a->family, b->family)) ||
      (g_str_equal (a->family, b->family) && meso_text_is_near (a->given, b->given)) ||
      (g_str_equal (a->given, b->family) && meso_text_is_near (a->family, b->given)) ||
      (g_str_equal (a->family, b->given) && meso_text_is_near (a->given, b->family)))
    return MESO_PATIENT_TWIN_NAME_NEAR;
  return 0;
}

/* The best of all scripts: the reasons stand in the enumeration from the surest on. */
static MesoPatientTwinReasons
compare_all_names (const MesoPatient *a,
                   const MesoPatient *b)
{
  g_autoptr(GPtrArray) names_a = fold_names (a);
  g_autoptr(GPtrArray) names_b = fold_names (b);
  MesoPatientTwinReasons best = 0;

  for (guint i = 0; i < names_a->len; i++)
    for (guint j = 0; j < names_b->len; j++)
      {
        MesoPatientTwinReasons found = compare_names (g_ptr_array_index (names_a, i), g_ptr_array_index (names_b, j));

        if (found != 0 && (best == 0 || found < best))
          best = found;
      }
  return best;
}

/* All the same digit, or hardly any: typed because the field wanted something. */
static gboolean
is_stopgap (const char *number,
            gsize       min)
{
  gsize length = strlen (number);

  return length < min || strspn (number, (char[]) { *number, '\0' }) == length;
}

/**
 * meso_patient_twin_has_id:
 * @patient: a normalised record
 *
 * Returns: whether its national ID can say anything, or was typed because the field wanted something
 */
gboolean
meso_patient_twin_has_id (const MesoPatient *patient)
{
  return !is_stopgap (patient->national_id, MIN_ID_CHARS);
}

static MesoPatientTwinReasons
compare_ids (const MesoPatient *a,
             const MesoPatient *b)
{
  if (!meso_patient_twin_has_id (a) || !meso_patient_twin_has_id (b))
    return 0;
  if (g_str_equal (a->national_id, b->national_id))
    return MESO_PATIENT_TWIN_NATIONAL_ID;
  return meso_national_id_check (a->national_id, NULL) && meso_national_id_check (b->national_id, NULL)
           ? MESO_PATIENT_TWIN_OTHER_ID : 0;
}

/**
 * meso_patient_twin_list_phones:
 * @patient: a normalised record
 *
 * Returns: (transfer full) (element-type utf8): its phones, as a search reads them, so that +98 21 … and 021 … are one number
 */
GPtrArray *
meso_patient_twin_list_phones (const MesoPatient *patient)
{
  const char *const phones[] = { patient->phone, patient->second_phone };
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *key = meso_phone_search_key (phones[i]);

      if (!is_stopgap (key, MIN_PHONE_CHARS))
        g_ptr_array_add (keys, g_steal_pointer (&key));
    }
  return keys;
}

static MesoPatientTwinReasons
compare_phones (const MesoPatient *a,
                const MesoPatient *b)
{
  g_autoptr(GPtrArray) phones_a = meso_patient_twin_list_phones (a);
  g_autoptr(GPtrArray) phones_b = meso_patient_twin_list_phones (b);

  for (guint i = 0; i < phones_a->len; i++)
    {
      if (g_ptr_array_find_with_equal_func (phones_b, g_ptr_array_index (phones_a, i), g_str_equal, NULL))
        return MESO_PATIENT_TWIN_PHONE;
    }
  return 0;
}

/* The day that it is with day and month in each other's place; unset where that is no other day. */
static MesoCalendarDate
swap_in (MesoCalendarDate   date,
         MesoCalendarChoice calendar)
{
  MesoCalendarDay day;
  int month;

  if (!meso_calendar_get_day (date, calendar, &day) || day.day > 12 || day.day == day.month)
    return MESO_CALENDAR_DATE_NONE;
  month = day.month;
  day.month = day.day;
  day.day = month;
  return meso_calendar_find_date (day, calendar);
}

/**
 * meso_patient_twin_read_birth_date:
 * @date: a birth date, may be unset
 * @readings_out: (out caller-allocates): the date itself; the days it is with day and month swapped in the Gregorian and in the
 *   Persian calendar, unset where there is no such other day
 *
 * Which days a birth date may really be when it was typed in the wrong order.
 */
void
meso_patient_twin_read_birth_date (MesoCalendarDate date,
                                   MesoCalendarDate readings_out[3])
{
  gboolean set = meso_calendar_date_is_set (date);

  readings_out[0] = date;
  readings_out[1] = set ? swap_in (date, MESO_CALENDAR_GREGORIAN) : MESO_CALENDAR_DATE_NONE;
  readings_out[2] = set ? swap_in (date, MESO_CALENDAR_PERSIAN) : MESO_CALENDAR_DATE_NONE;
}

/* Swapping twice gives the same day again, so that it doesn't matter whose date is read. */
static MesoPatientTwinReasons
compare_birth_dates (MesoCalendarDate a,
                     MesoCalendarDate b)
{
  MesoCalendarDate readings[3];

  if (!meso_calendar_date_is_set (a) || !meso_calendar_date_is_set (b))
    return 0;
  meso_patient_twin_read_birth_date (a, readings);
  if (meso_calendar_date_compare (readings[0], b) == 0)
    return MESO_PATIENT_TWIN_BIRTH_DATE;
  return meso_calendar_date_compare (readings[1], b) == 0 || meso_calendar_date_compare (readings[2], b) == 0
           ? MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED : MESO_PATIENT_TWIN_OTHER_BIRTH_DATE;
}

static MesoPatientTwinReasons
compare_sexes (MesoSex a,
               MesoSex b)
{
  return (a == MESO_SEX_FEMALE && b == MESO_SEX_MALE) || (a == MESO_SEX_MALE && b == MESO_SEX_FEMALE)
           ? MESO_PATIENT_TWIN_OTHER_SEX : 0;
}

/* What speaks for it alone. A name can be spelled in many ways, and in another script: whoever has the phone and the day of birth
 * of somebody on file is most likely that person, or a twin in earnest, whom only somebody who asks can tell apart. */
static MesoPatientTwinGrade
grade_for (MesoPatientTwinReasons reasons)
{
  gboolean phone = (reasons & MESO_PATIENT_TWIN_PHONE) != 0;
  gboolean same_day = (reasons & MESO_PATIENT_TWIN_BIRTH_DATE) != 0;
  gboolean day = (reasons & BIRTH_REASONS) != 0;

  if ((reasons & STRONG_NAME) != 0)
    return phone && same_day ? MESO_PATIENT_TWIN_CERTAIN : phone || day ? MESO_PATIENT_TWIN_LIKELY : MESO_PATIENT_TWIN_POSSIBLE;
  if ((reasons & MESO_PATIENT_TWIN_NAME_NEAR) != 0)
    return phone && same_day ? MESO_PATIENT_TWIN_LIKELY : phone || day ? MESO_PATIENT_TWIN_POSSIBLE : MESO_PATIENT_TWIN_NONE;
  return phone && same_day ? MESO_PATIENT_TWIN_LIKELY : phone ? MESO_PATIENT_TWIN_POSSIBLE : MESO_PATIENT_TWIN_NONE;
}

/* Each reason against it takes one grade. An ID belongs to one person: whatever else differs, somebody should look. */
static MesoPatientTwinGrade
grade (MesoPatientTwinReasons reasons)
{
  int against = __builtin_popcount (reasons & REASONS_AGAINST);
  int others = reasons & (NAME_REASONS | BIRTH_REASONS | MESO_PATIENT_TWIN_PHONE);

  if ((reasons & MESO_PATIENT_TWIN_NATIONAL_ID) != 0)
    return others != 0 && against == 0 ? MESO_PATIENT_TWIN_CERTAIN : MESO_PATIENT_TWIN_LIKELY;
  return (MesoPatientTwinGrade) MAX ((int) grade_for (reasons) - against, MESO_PATIENT_TWIN_NONE);
}

/**
 * meso_patient_twin_compare:
 * @a: a normalised record, whole or still being typed
 * @b: another
 *
 * Compares two records by what people are known by. Names are compared as a search reads them; a Latin name isn't guessed from a
 * Persian one.
 *
 * Returns: how sure it is that both are one person, and why; the same for (@b, @a)
 */
MesoPatientTwin
meso_patient_twin_compare (const MesoPatient *a,
                           const MesoPatient *b)
{
  MesoPatientTwin twin;

  twin.reasons = compare_ids (a, b) | compare_phones (a, b) | compare_all_names (a, b) |
                 compare_birth_dates (a->birth_date, b->birth_date) | compare_sexes (a->sex, b->sex);
  twin.grade = grade (twin.reasons);
  return twin;
}
