/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-chart.h"
#include "meso-context.h"

G_BEGIN_DECLS

/* The words of what must be proven before a session is signed. */

/* (transfer none): what the answers wait for */
const char *meso_ready_words_eligibility    (MesoEligibility eligibility);
/* (nullable) (transfer full): why the formula can't be given in a session that begins then */
char       *meso_ready_words_formula        (MesoContext *context, const MesoChart *chart, MesoCivilTime start);
/* formula (nullable). (transfer full): "Gentle · Version 2" */
char       *meso_ready_words_version        (MesoContext *context, const MesoFormulaVersion *formula);
/* An ingredient with its amount and volume. */
GtkWidget  *meso_ready_words_ingredient_row (MesoContext *context, const MesoFormulaLine *line);

G_END_DECLS
