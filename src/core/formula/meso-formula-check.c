/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

static void
line_free (MesoFormulaLine *line)
{
  g_free (line->ingredient);
  g_free (line->product);
  g_free (line->salt);
  g_free (line);
}

/**
 * meso_formula_check_free:
 * @self: (transfer full) (nullable): a check
 */
void
meso_formula_check_free (MesoFormulaCheck *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/**
 * meso_formula_check_new_empty:
 *
 * For who puts a check together again that was stored: lines and findings are added to its arrays, which own them.
 *
 * Returns: (transfer full): a check of nothing, which is in order
 */
MesoFormulaCheck *
meso_formula_check_new_empty (void)
{
  MesoFormulaCheck *self = g_new0 (MesoFormulaCheck, 1);

  self->ok = TRUE;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_formula_finding_free);
  return self;
}

/**
 * meso_formula_check_new:
 * @protocol: the clinical content
 * @formula: what is to go into one syringe, as typed
 * @patient: what is known of the patient
 * @language: (nullable): of the findings; English when %NULL
 *
 * Works out every amount exactly and compares it with the limits of the content. The limits of any syringe
 * (volume in all 5 and 10 mL, volume a point 0.1 and 0.2 mL, 5 components, anaesthetics over 50 and 100 % of their
 * limits) are the research's, and their findings carry its source keys; "GK" is general knowledge without a source.
 *
 * Returns: (transfer full): the check, or %NULL with %MESO_CORE_ERROR_INVALID or %MESO_CORE_ERROR_RANGE and a message
 *   that begins with the JSON path of what can't be used
 */
MesoFormulaCheck *
meso_formula_check_new (const MesoProtocol       *protocol,
                        const MesoFormula        *formula,
                        const MesoFormulaPatient *patient,
                        const char               *language,
                        GError                  **error)
{
  g_autoptr (MesoFormulaCheck) check = meso_formula_check_new_empty ();
  g_autoptr (GPtrArray) draws = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  MesoFormulaWork work = {
    .protocol = protocol,
    .formula = formula,
    .patient = patient,
    .language = language != NULL ? language : "en",
    .draws = draws,
    .totals = totals,
    .products = products,
    .check = check,
  };

  if (!meso_formula_work_read (&work, error))
    return NULL;
  meso_formula_work_check_patient (&work);
  meso_formula_work_check_pairs (&work);
  meso_formula_work_check_excipients (&work);
  if (!meso_formula_work_check_caps (&work, error) ||
      !meso_formula_work_check_syringe (&work, error))
    return NULL;
  meso_formula_work_sort_findings (&work);
  return g_steal_pointer (&check);
}
