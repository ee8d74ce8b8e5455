/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-version.h"

/**
 * meso_formula_version_new:
 *
 * Returns: (transfer full): a version with every field unset; it owns what is put into it
 */
MesoFormulaVersion *
meso_formula_version_new (void)
{
  return g_new0 (MesoFormulaVersion, 1);
}

/**
 * meso_formula_version_free:
 * @self: (transfer full) (nullable): a version
 */
void
meso_formula_version_free (MesoFormulaVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->formula_id);
  g_free (self->name);
  g_free (self->patient);
  g_free (self->screening);
  g_free (self->protocol_hash);
  g_free (self->created_at);
  g_free (self->created_by);
  g_clear_pointer (&self->formula, meso_formula_free);
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  g_clear_pointer (&self->check, meso_formula_check_free);
  g_free (self);
}
