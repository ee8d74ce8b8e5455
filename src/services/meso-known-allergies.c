/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-known-allergies.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-record-repository.h"
#include "meso-text-fold.h"

/* Whether it is there already, written with other letters or not. */
static gboolean
is_listed (const GPtrArray *allergies,
           const char      *allergy)
{
  g_autofree char *folded = meso_text_fold (allergy);

  for (guint i = 0; i < allergies->len; i++)
    {
      g_autofree char *other = meso_text_fold (g_ptr_array_index (allergies, i));

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
add (GPtrArray  *allergies,
     const char *allergy)
{
  if (*allergy != '\0' && !is_listed (allergies, allergy))
    g_ptr_array_add (allergies, g_strdup (allergy));
}

/* Somebody who was allergic still is. That none was known is asked again. */
static gboolean
take_from_formula (MesoStoreContext    *context,
                   const char          *patient,
                   MesoFormulaPatient  *facts,
                   GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoFormulaVersion) latest = meso_formula_repository_latest_of_patient (context, patient, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (facts->allergies == NULL && latest != NULL && latest->facts->allergies != NULL && latest->facts->allergies->len > 0)
    facts->allergies = g_steal_pointer (&latest->facts->allergies);
  return TRUE;
}

/**
 * meso_known_allergies_add:
 * @context: the unit of work that this happens in
 * @patient: a patient's id
 * @facts: (inout): what was said of the patient; what is on file is added to it
 *
 * What the record lists counts beside what was said, over all records of the person: a form that has forgotten an allergy takes
 * nothing away. "None known" is taken from the record only when nobody said anything; "not asked" stays %NULL. Where nobody ever wrote
 * an answer into the record, the allergies of the newest formula count, when none were said.
 *
 * Returns: %FALSE when the file can't be read
 */
gboolean
meso_known_allergies_add (MesoStoreContext    *context,
                          const char          *patient,
                          MesoFormulaPatient  *facts,
                          GError             **error)
{
  g_autoptr(MesoPatientRecord) record = meso_record_repository_get (context, patient, error);
  g_autoptr(GPtrArray) listed = NULL;

  if (record == NULL)
    return FALSE;
  if (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY) == MESO_ASKED_NOT)
    return take_from_formula (context, patient, facts, error);

  listed = meso_patient_record_list_active (record, MESO_HEALTH_ALLERGY);
  if (facts->allergies == NULL)
    facts->allergies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < listed->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (listed, i);

      add (facts->allergies, item->what);
      add (facts->allergies, item->ingredient);
    }
  return TRUE;
}
