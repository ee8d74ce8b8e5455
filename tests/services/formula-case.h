/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "clinic-fixture.h"
#include "meso-formula-service.h"

/* Formulas for a test: made up, stored and looked up again. */

/* (transfer full): one item and its volume, in a strength: "zinc", "1 mg/mL", "2 mL" */
MesoFormula              *formula_of               (const char *ingredient, const char *strength, const char *volume);
/* (nullable) */
const MesoFormulaFinding *formula_find_code        (const MesoFormulaCheck *check, const char *code);
/* Takes formula. said (nullable): nothing was said. */
MesoFormulaCheck         *formula_record           (ClinicFixture *fixture, const MesoPatient *patient, MesoFormula *formula,
                                                    const MesoFormulaPatient *said, char **version);
MesoFormulaVersion       *formula_save             (ClinicFixture *fixture, MesoFormulaSave request, GError **error);
/* Refused for that reason, and nothing stored */
void                      formula_assert_not_saved (ClinicFixture *fixture, MesoFormulaSave request, GQuark domain, int code,
                                                    const char *text);
MesoFormulaVersion       *formula_get_latest       (ClinicFixture *fixture, const MesoPatient *patient);
/* (transfer full) */
char                     *formula_count_versions   (ClinicFixture *fixture);
