/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-account.h"

/**
 * meso_formula_account_new:
 * @version: (transfer full): a stored formula
 *
 * Returns: (transfer full): the formula, of which nothing else is known
 */
MesoFormulaAccount *
meso_formula_account_new (MesoFormulaVersion *version)
{
  MesoFormulaAccount *self = g_new0 (MesoFormulaAccount, 1);

  self->version = version;
  self->written_by = g_strdup ("");
  self->written_on = MESO_CALENDAR_DATE_NONE;
  self->birth_date = MESO_CALENDAR_DATE_NONE;
  return self;
}

/**
 * meso_formula_account_free:
 * @self: (transfer full): an account
 */
void
meso_formula_account_free (MesoFormulaAccount *self)
{
  meso_formula_version_free (self->version);
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  g_free (self->written_by);
  g_clear_pointer (&self->judged_by, meso_protocol_unref);
  g_free (self);
}
