/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"

G_BEGIN_DECLS

/**
 * MesoFormulaVial:
 * @name: what it is called in a sentence
 * @excipients: (element-type utf8): what it holds besides, by id, as its own label says
 * @supposed: (nullable) (element-type utf8): of those, what was only taken over from what its ingredient's products commonly hold: the
 *   formula's own check says to read the label
 *
 * One vial that a formula may be drawn from.
 */
typedef struct
{
  const char *name;
  const GPtrArray *excipients;
  const GPtrArray *supposed;
} MesoFormulaVial;

/* (transfer full) (element-type MesoFormulaFinding): what speaks against drawing from it. patient (nullable). Pure. */
GPtrArray *meso_formula_vial_check (const MesoFormulaVial    *self,
                                    const MesoProtocol       *protocol,
                                    const MesoFormula        *formula,
                                    const MesoFormulaPatient *patient,
                                    const char               *language);

G_END_DECLS
