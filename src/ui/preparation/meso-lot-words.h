/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-use.h"
#include "meso-preparation-plan.h"

G_BEGIN_DECLS

/* A lot from which something is drawn, in words, beside what meso-stock-words.h says of any lot. All strings (transfer full). */

/* Why nothing may be drawn from it, a sentence without its full stop; "" for a usable one */
char     *meso_lot_words_why    (MesoContext *context, const MesoLot *lot, MesoLotUse use);
/* The line, and below it what the lot's label says against its use here */
char     *meso_lot_words_with_findings (const char *line, const MesoPreparationCandidate *candidate);
/* "Lot Z121"; "Zincvit · Lot Z121" where it is called otherwise than the component that is drawn from it */
char     *meso_lot_words_title  (MesoContext *context, const MesoLot *lot, const char *component);
/* "new container of 10 mL, 4 containers left"; "opened 12 Nov 2026, discard by 10 Dec 2026, 3.5 mL left". opening (nullable): NULL for unopened ones */
char     *meso_lot_words_source (MesoContext *context, const MesoLot *lot, const MesoOpening *opening);
/* Whether the clinic wants to hear of its expiry by now */
gboolean  meso_lot_words_expires_soon (MesoContext *context, const MesoLot *lot);

G_END_DECLS
