/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-version.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoFormulaAccount:
 * @version: the formula as it was stored
 * @facts: (nullable): the patient as known now; without it, as the stored check knew them
 * @written_by: name of who stored it, "" when not known, and @written_on the clinic's day
 * @birth_date: of the patient; may be unset
 * @judged_by: (nullable): the content that it was checked with, for when the one at work no longer fits it
 *
 * A stored formula with all that its worksheet tells.
 */
typedef struct
{
  MesoFormulaVersion *version;
  MesoFormulaPatient *facts;
  char *written_by;
  MesoCalendarDate written_on;
  MesoCalendarDate birth_date;
  MesoProtocol *judged_by;
} MesoFormulaAccount;

/* version (transfer full). Everything else is empty, and the caller's to fill. */
MesoFormulaAccount *meso_formula_account_new  (MesoFormulaVersion *version);
void                meso_formula_account_free (MesoFormulaAccount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaAccount, meso_formula_account_free)

G_END_DECLS
