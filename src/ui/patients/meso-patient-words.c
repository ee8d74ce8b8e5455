/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-text.h"

#define NO_BREAK_SPACE "\xc2\xa0"

/* A mobile number of Iran as it is stored: +98, three digits of the network, seven more. */
#define MOBILE_PREFIX "+989"
#define MOBILE_LENGTH 13

const char *
meso_words_sex (MesoSex sex)
{
  switch (sex)
    {
    case MESO_SEX_FEMALE:
      return C_("sex", "female");
    case MESO_SEX_MALE:
      return C_("sex", "male");
    case MESO_SEX_OTHER:
      return C_("sex", "other");
    case MESO_SEX_UNKNOWN:
    default:
      return "";
    }
}

char *
meso_patient_words_phone (MesoContext *context,
                          const char  *phone)
{
  g_autoptr(GString) grouped = g_string_new (phone);
  g_autofree char *local = NULL;

  if (*phone == '\0')
    return g_strdup ("");
  if (g_str_has_prefix (phone, MOBILE_PREFIX) && strlen (phone) == MOBILE_LENGTH)
    {
      g_string_insert (grouped, 9, NO_BREAK_SPACE);
      g_string_insert (grouped, 6, NO_BREAK_SPACE);
      g_string_insert (grouped, 3, NO_BREAK_SPACE);
    }
  g_string_replace (grouped, " ", NO_BREAK_SPACE, 0);
  local = meso_context_localise_digits (context, grouped->str);
  return meso_text_isolate (local);
}

char *
meso_patient_words_age (MesoContext       *context,
                        const MesoPatient *patient)
{
  g_autofree char *number = NULL;
  int least;
  int most;

  if (meso_calendar_date_is_set (patient->birth_date))
    return meso_context_format_age (context, patient->birth_date);
  if (!meso_patient_get_age (patient, meso_context_get_today (context), &least, &most))
    return g_strdup ("");
  number = meso_context_format_number (context, least);
  /* Translators: an age that somebody told, without a birth date */
  return g_strdup_printf (ngettext ("about %s year", "about %s years", (gulong) least), number);
}

/* (nullable): the number as it stands in a line */
static char *
isolate_file_number (MesoContext *context,
                     const char  *number)
{
  g_autofree char *local = number != NULL ? meso_context_localise_digits (context, number) : NULL;

  return local != NULL ? meso_text_isolate (local) : NULL;
}

char *
meso_patient_words_facts (MesoContext       *context,
                          const MesoPatient *patient)
{
  GString *line = g_string_new (NULL);
  g_autofree char *age = meso_patient_words_age (context, patient);
  g_autofree char *number = isolate_file_number (context, patient->file_number);
  /* Translators: the number of a patient's record, in the middle of a line */
  g_autofree char *file = number != NULL ? g_strdup_printf (_("file %s"), number) : NULL;
  g_autofree char *phone = meso_patient_words_phone (context, patient->phone);

  meso_words_append (line, age);
  meso_words_append (line, meso_words_sex (patient->sex));
  meso_words_append (line, file);
  meso_words_append (line, phone);
  return g_string_free (line, FALSE);
}

char *
meso_patient_words_line (MesoContext       *context,
                         const MesoPatient *patient)
{
  GString *line = g_string_new (NULL);
  g_autofree char *number = isolate_file_number (context, patient->file_number);
  /* Translators: the number of a patient's record, at the beginning of a line */
  g_autofree char *file = number != NULL ? g_strdup_printf (_("File %s"), number) : NULL;
  g_autofree char *phone = meso_patient_words_phone (context, patient->phone);

  meso_words_append (line, file);
  if (meso_calendar_date_is_set (patient->birth_date))
    {
      g_autofree char *date = meso_words_date_alone (context, patient->birth_date);
      g_autofree char *born = g_strdup_printf (C_("birth date", "born %s"), date);

      meso_words_append (line, born);
    }
  else
    {
      g_autofree char *age = meso_patient_words_age (context, patient);

      meso_words_append (line, age);
    }
  meso_words_append (line, phone);
  return g_string_free (line, FALSE);
}
