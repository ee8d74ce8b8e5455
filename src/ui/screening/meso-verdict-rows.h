/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-result.h"

G_BEGIN_DECLS

/* The plain rows of the result page. */

/* What is still to be answered, with a button that leads there. */
GtkWidget *meso_missing_row_new      (MesoContext *context, const MesoResult *result, const MesoMissing *missing);
/* What was decided, by whom and when. */
GtkWidget *meso_decision_row_new     (MesoContext *context, const MesoResult *result, const MesoScreeningDecision *decision);
/* All answers; the rules' version and hash; who stored it. */
void       meso_verdict_details_fill (GtkListBox *list, MesoContext *context, const MesoResult *result);

G_END_DECLS
