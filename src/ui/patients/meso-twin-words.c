/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-twin-words.h"

#include <glib/gi18n.h>

#include "meso-patient-words.h"

static const struct
{
  MesoPatientTwinReasons reason;
  const char *words;
} reasons[] = {
  { MESO_PATIENT_TWIN_NATIONAL_ID, N_("same national ID") },
  { MESO_PATIENT_TWIN_PHONE, N_("same phone") },
  { MESO_PATIENT_TWIN_NAME, N_("same name") },
  { MESO_PATIENT_TWIN_NAME_SWAPPED, N_("given and family name swapped") },
  { MESO_PATIENT_TWIN_NAME_NEAR, N_("name one letter apart") },
  { MESO_PATIENT_TWIN_BIRTH_DATE, N_("same date of birth") },
  { MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED, N_("day and month of birth swapped") },
  { MESO_PATIENT_TWIN_OTHER_ID, N_("but another national ID") },
  { MESO_PATIENT_TWIN_OTHER_BIRTH_DATE, N_("but another date of birth") },
  { MESO_PATIENT_TWIN_OTHER_SEX, N_("but another sex") },
};

char *
meso_twin_words_why (const MesoPatientTwin *twin)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if ((twin->reasons & reasons[i].reason) != 0)
        meso_words_append (line, _(reasons[i].words));
    }
  return g_string_free (line, FALSE);
}

const char *
meso_twin_words_grade (const MesoPatientTwin *twin)
{
  switch (twin->grade)
    {
    case MESO_PATIENT_TWIN_CERTAIN:
      return _("Very likely the same person");
    case MESO_PATIENT_TWIN_LIKELY:
      return _("Likely the same person");
    case MESO_PATIENT_TWIN_POSSIBLE:
      return _("Perhaps the same person");
    case MESO_PATIENT_TWIN_NONE:
    default:
      return _("Hardly the same person");
    }
}
