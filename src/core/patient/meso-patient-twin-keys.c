/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twin-private.h"

#include <string.h>

#include "meso-text-fold.h"

/* A name of more words than that, written in one field, is compared as a whole only. */
#define MAX_SPLIT_WORDS 5

/* Both orders of a name give one text. */
static char *
join_name (const char *one,
           const char *other)
{
  return strcmp (one, other) <= 0 ? g_strconcat (one, other, NULL) : g_strconcat (other, one, NULL);
}

/* The name with each reading of the birth date: of two days that are one swapped, the earlier stands for both. */
static void
add_birth_keys (GPtrArray             *keys,
                const char            *name,
                const MesoCalendarDate readings[3])
{
  for (guint i = 1; i < 3; i++)
    {
      gboolean swapped = meso_calendar_date_is_set (readings[i]);
      gboolean earlier = swapped && meso_calendar_date_compare (readings[i], readings[0]) < 0;
      g_autofree char *day = meso_calendar_date_to_string (readings[earlier ? i : 0]);

      if (swapped || i == 1)
        g_ptr_array_add (keys, g_strdup_printf ("born%u %s %s", i, day, name));
    }
}

/* A name in one field may have been meant as any two of its parts, or as one. */
static void
add_joined_names (GPtrArray  *names,
                  const char *given_name,
                  const char *family_name)
{
  g_autofree char *given = meso_patient_twin_fold_name (given_name);
  g_autofree char *family = meso_patient_twin_fold_name (family_name);
  g_autoptr(GPtrArray) words = NULL;

  if (*given != '\0' && *family != '\0')
    {
      g_ptr_array_add (names, join_name (given, family));
      return;
    }
  words = meso_text_fold_words (*given != '\0' ? given_name : family_name);
  for (guint n = 0; n < MIN (words->len, MAX_SPLIT_WORDS); n++)
    {
      g_autoptr(GString) first = g_string_new (NULL);
      g_autoptr(GString) second = g_string_new (NULL);

      for (guint i = 0; i < words->len; i++)
        g_string_append (i < n ? first : second, g_ptr_array_index (words, i));
      g_ptr_array_add (names, join_name (first->str, second->str));
    }
}

/* A family shares a phone: it says something together with the name or the birth date only. */
static void
add_phone_keys (GPtrArray         *keys,
                const MesoPatient *patient,
                const GPtrArray   *names)
{
  g_autoptr(GPtrArray) phones = meso_patient_twin_list_phones (patient);

  for (guint i = 0; i < phones->len; i++)
    {
      const char *phone = g_ptr_array_index (phones, i);

      for (guint j = 0; j < names->len; j++)
        g_ptr_array_add (keys, g_strdup_printf ("phone %s %s", phone, (const char *) g_ptr_array_index (names, j)));
      if (meso_calendar_date_is_set (patient->birth_date))
        {
          g_autofree char *day = meso_calendar_date_to_string (patient->birth_date);

          g_ptr_array_add (keys, g_strdup_printf ("phone %s %s", phone, day));
        }
    }
}

/**
 * meso_patient_twin_list_keys:
 * @patient: a normalised record
 *
 * What the twins of a whole clinic are found by, without comparing each with each: its ID, its names with the birth date, and its
 * phones with either, in a form that is the same for whatever counts as equal.
 *
 * Returns: (transfer full) (element-type utf8): texts of which two records that are likely one person have one in common
 */
GPtrArray *
meso_patient_twin_list_keys (const MesoPatient *patient)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MesoCalendarDate readings[3];

  add_joined_names (names, patient->given_name, patient->family_name);
  add_joined_names (names, patient->other_given_name, patient->other_family_name);
  meso_patient_twin_read_birth_date (patient->birth_date, readings);
  if (meso_patient_twin_has_id (patient))
    g_ptr_array_add (keys, g_strconcat ("id ", patient->national_id, NULL));
  for (guint i = 0; i < names->len && meso_calendar_date_is_set (patient->birth_date); i++)
    add_birth_keys (keys, g_ptr_array_index (names, i), readings);
  add_phone_keys (keys, patient, names);
  return keys;
}
