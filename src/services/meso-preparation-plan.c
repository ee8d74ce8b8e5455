/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-plan.h"

/**
 * meso_preparation_candidate_free:
 * @self: (transfer full) (nullable): a lot that fits
 */
void
meso_preparation_candidate_free (MesoPreparationCandidate *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lot, meso_lot_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/**
 * meso_preparation_candidate_get_bar:
 * @self: a lot that fits
 *
 * Returns: (transfer none) (nullable): the first finding of its own label that blocks
 */
const MesoFormulaFinding *
meso_preparation_candidate_get_bar (const MesoPreparationCandidate *self)
{
  const MesoFormulaFinding *first = self->findings->len > 0 ? g_ptr_array_index (self->findings, 0) : NULL;

  return first != NULL && first->severity == MESO_SEVERITY_BLOCK ? first : NULL;
}

/**
 * meso_preparation_part_free:
 * @self: (transfer full) (nullable): a line of the formula
 */
void
meso_preparation_part_free (MesoPreparationPart *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->strength);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->picks, g_ptr_array_unref);
  g_free (self);
}

/**
 * meso_preparation_plan_free:
 * @self: (transfer full) (nullable): what preparing takes
 */
void
meso_preparation_plan_free (MesoPreparationPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->version, meso_formula_version_free);
  g_clear_pointer (&self->patient, meso_patient_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  g_clear_pointer (&self->check, meso_formula_check_free);
  g_free (self->forbids);
  g_free (self->mixed_at);
  g_free (self->use_before);
  g_free (self);
}
