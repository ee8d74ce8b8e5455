/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-facts.h"

#include "meso-clinic-private.h"
#include "meso-known-allergies.h"
#include "meso-screening-history.h"

static void
add_excluded (GPtrArray       *excluded,
              const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const char *ingredient = g_ptr_array_index (more, i);

      if (!g_ptr_array_find_with_equal_func (excluded, ingredient, g_str_equal, NULL))
        g_ptr_array_add (excluded, g_strdup (ingredient));
    }
}

/* The weight that was measured last: in a screening, or as the record has it. */
static gint64
find_weight (const MesoPatient *patient,
             const GPtrArray   *heeded)
{
  for (guint i = 0; i < heeded->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (heeded, i);

      if (screening->response->weight_g > 0)
        return patient->weight_g > 0 && meso_calendar_date_compare (patient->weight_on, screening->date) >= 0
                 ? patient->weight_g : screening->response->weight_g;
    }
  return patient->weight_g;
}

/* The short form asks less than the full one: what both say counts. */
static void
heed_screenings (MesoFormulaPatient *facts,
                 const MesoPatient  *patient,
                 const GPtrArray    *heeded)
{
  for (guint i = 0; i < heeded->len; i++)
    add_excluded (facts->excluded, ((const MesoScreening *) g_ptr_array_index (heeded, i))->verdict->excluded_ingredients);
  if (facts->weight_g == 0)
    facts->weight_g = find_weight (patient, heeded);
}

/**
 * meso_formula_facts_gather:
 * @context: the unit of work that this happens in
 * @patient: the record
 * @said: (nullable): what was said of the patient; %NULL for nothing
 * @screening_out: (out) (nullable): the screening that excludes, if there is any
 *
 * What was said together with what the record and its newest screenings know: exclusions and allergies add up.
 *
 * Returns: (transfer full): what is known for a check, or %NULL
 */
MesoFormulaPatient *
meso_formula_facts_gather (MesoStoreContext          *context,
                           const MesoPatient         *patient,
                           const MesoFormulaPatient  *said,
                           char                     **screening_out,
                           GError                   **error)
{
  const MesoFormulaPatient nothing = { 0 };
  g_autoptr(MesoFormulaPatient) facts = meso_formula_patient_copy (said != NULL ? said : &nothing);
  g_autoptr(GPtrArray) history = meso_screening_history_load (context, patient->id, MESO_CALENDAR_DATE_NONE, error);
  g_autoptr(GPtrArray) heeded = history != NULL ? meso_screening_history_list_heeded (history) : NULL;

  if (heeded == NULL || !meso_clinic_agree_on_sex (patient, facts->sex, &facts->sex, error))
    return NULL;
  heed_screenings (facts, patient, heeded);
  if (!meso_known_allergies_add (context, patient->id, facts, error))
    return NULL;
  if (heeded->len > 0)
    *screening_out = g_strdup (((const MesoScreening *) g_ptr_array_index (heeded, heeded->len - 1))->id);
  return g_steal_pointer (&facts);
}
