/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-beginning.h"

#include <string.h>

#include "meso-national-id.h"
#include "meso-text.h"

#define ID_DIGITS 10
#define MOBILE_START "09"

/* The family name is the last word. */
static void
take_name (MesoPatient *patient,
           const char  *text)
{
  const char *space = strrchr (text, ' ');

  if (space == NULL)
    {
      g_set_str (&patient->given_name, text);
      return;
    }
  g_free (patient->given_name);
  patient->given_name = g_strndup (text, (gsize) (space - text));
  g_set_str (&patient->family_name, space + 1);
}

/* A mobile number has a check digit that is right now and then. */
static gboolean
is_national_id (const char *digits)
{
  return strlen (digits) == ID_DIGITS && strspn (digits, "0123456789") == ID_DIGITS && !g_str_has_prefix (digits, MOBILE_START)
         && meso_national_id_check (digits, NULL);
}

MesoPatientRecord *
meso_patient_beginning_new (MesoContext *context,
                            const char  *text)
{
  MesoPatient *patient = meso_patient_new ();
  g_autofree char *trimmed = meso_text_trim (text != NULL ? text : "");
  g_autofree char *ascii = meso_text_ascii_digits (trimmed);
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;

  if (strchr (trimmed, '@') != NULL)
    g_set_str (&patient->email, trimmed);
  else if (meso_context_parse_date (context, trimmed, &date, NULL)
           && meso_calendar_date_compare (date, meso_context_get_today (context)) <= 0)
    patient->birth_date = date;
  else if (is_national_id (ascii))
    g_set_str (&patient->national_id, ascii);
  else if (*ascii != '\0' && strspn (ascii, "+0123456789 -()") == strlen (ascii))
    g_set_str (&patient->phone, trimmed);
  else
    take_name (patient, trimmed);
  return meso_patient_record_new (patient);
}
