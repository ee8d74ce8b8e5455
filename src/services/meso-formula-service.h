/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-formula-check.h"

G_BEGIN_DECLS

MesoFormulaCheck *meso_formula_service_record (MesoClinic                *clinic,
                                               const char                *patient,
                                               const MesoFormula         *formula,
                                               const MesoFormulaPatient  *said,
                                               const char                *language,
                                               char                     **version_out,
                                               GError                   **error);

G_END_DECLS
