/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula.h"
#include "meso-protocol.h"
#include "meso-syringe.h"

G_BEGIN_DECLS

/* The item of an adjustment that is of the volume to fill up to */
#define MESO_FORMULA_FILL_UP G_MAXUINT

/**
 * MesoFormulaAdjustment:
 * @item: place of the item in the formula, or %MESO_FORMULA_FILL_UP
 * @before_ul: what was drawn, or filled up to; @after_ul: what is now
 * @exact: whether nothing was rounded
 * @too_little: it is less than half a mark, and was left as it is
 *
 * What became of one line of a formula.
 */
typedef struct
{
  guint item;
  gint64 before_ul;
  gint64 after_ul;
  gboolean exact;
  gboolean too_little;
} MesoFormulaAdjustment;

/* All (transfer full); adjustments_out: (element-type MesoFormulaAdjustment), the items in their order, then the fill-up. An error
 * begins with the JSON path of what can't be used, as that of the check does. Pure. */
MesoFormula *meso_formula_scale          (const MesoProtocol  *protocol,
                                          const MesoFormula   *formula,
                                          gint64               to_ul,
                                          GPtrArray          **adjustments_out,
                                          GError             **error);
MesoFormula *meso_formula_round_to_marks (const MesoProtocol  *protocol,
                                          const MesoFormula   *formula,
                                          const MesoSyringe   *syringe,
                                          GPtrArray          **adjustments_out,
                                          GError             **error);

G_END_DECLS
