/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"

G_BEGIN_DECLS

/* One formula and its patient on one line: `key=value` with `|` between. `ingredient=` and `product=` begin an item,
 * `strength= salt= volume= amount=` belong to it; `diluent= to= points= per-point= dead=` to the formula; `weight=` (grams),
 * `allergies=` and `excluded=` (with `,` between; empty for none) to the patient; `language=` to the check. */
MesoProtocol     *formula_fixture_load  (const char *formulary_path, const char *phrases_path);
MesoProtocol     *formula_fixture_open  (void);
MesoFormulaCheck *formula_fixture_check (const MesoProtocol *protocol, const char *line, GError **error);
/* (transfer full): the formula of the line alone */
MesoFormula      *formula_fixture_read  (const char *line);
/* (transfer full): who the line is for */
MesoFormulaPatient *formula_fixture_read_patient (const char *line);
/* (transfer full): "block:cap:lidocaine warn:rounding:zinc" */
char             *formula_fixture_list_findings (const MesoFormulaCheck *check);

G_END_DECLS
