/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula.h"
#include "meso-request-screening.h"

G_BEGIN_DECLS

/**
 * MesoFormulaRequest:
 *
 * What `formula check` reads: a recipe and what is said of its patient.
 */
typedef struct
{
  MesoFormula *formula;
  MesoPatientFacts facts;
} MesoFormulaRequest;

MesoFormulaRequest *meso_formula_request_read (const char *file, GError **error);
void                meso_formula_request_free (MesoFormulaRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaRequest, meso_formula_request_free)

G_END_DECLS
