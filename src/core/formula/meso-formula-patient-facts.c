/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-check.h"

/**
 * meso_formula_patient_new:
 *
 * Returns: (transfer full): a patient of whom nothing is known, nobody has been asked about allergies, and nothing is
 *   excluded; it owns what is put into it
 */
MesoFormulaPatient *
meso_formula_patient_new (void)
{
  MesoFormulaPatient *self = g_new0 (MesoFormulaPatient, 1);

  self->excluded = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static GPtrArray *
copy_ids (const GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (ids, i)));

  return copy;
}

/**
 * meso_formula_patient_copy:
 * @self: what is known of a patient
 *
 * Returns: (transfer full): an independent copy, whose list of exclusions is never %NULL
 */
MesoFormulaPatient *
meso_formula_patient_copy (const MesoFormulaPatient *self)
{
  MesoFormulaPatient *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MesoFormulaPatient, 1);
  *copy = *self;
  copy->allergies = self->allergies != NULL ? copy_ids (self->allergies) : NULL;
  copy->excluded = copy_ids (self->excluded);

  return copy;
}

/**
 * meso_formula_patient_free:
 * @self: (transfer full) (nullable): what is known of a patient
 */
void
meso_formula_patient_free (MesoFormulaPatient *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->allergies, g_ptr_array_unref);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
  g_free (self);
}
