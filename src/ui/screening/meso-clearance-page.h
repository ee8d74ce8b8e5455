/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-screening-decision.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoClearancePage:
 *
 * Another physician's written clearance: who, which paper, its day and when it runs out. Signal `decided`: all that must be there is.
 */
#define MESO_TYPE_CLEARANCE_PAGE (meso_clearance_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoClearancePage, meso_clearance_page, MESO, CLEARANCE_PAGE, AdwNavigationPage)

MesoClearancePage     *meso_clearance_page_new      (MesoContext *context, const MesoFinding *finding, const char *physician);
/* (transfer full): of kind clearance, about the finding's rule; the screening is the caller's to name */
MesoScreeningDecision *meso_clearance_page_get      (MesoClearancePage *self);
void                   meso_clearance_page_set_busy (MesoClearancePage *self, gboolean busy);
void                   meso_clearance_page_focus    (MesoClearancePage *self);

G_END_DECLS
