/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-finding-row.h"

G_BEGIN_DECLS

/**
 * MesoFormulaFindings:
 *
 * The findings of a check, gravest first. A finding that stays keeps its row, and so its focus. Signal `remedy` (kind, ingredient), as of
 * #MesoFindingRow.
 */
#define MESO_TYPE_FORMULA_FINDINGS (meso_formula_findings_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaFindings, meso_formula_findings, MESO, FORMULA_FINDINGS, AdwBin)

/* findings: (element-type MesoFormulaFinding); elsewhere: so many more stand beside their rows; checked: FALSE while there is nothing to
 * check */
void meso_formula_findings_show (MesoFormulaFindings *self, MesoContext *context, const GPtrArray *findings, guint elsewhere,
                                 gboolean checked, gboolean with_remedies);

G_END_DECLS
