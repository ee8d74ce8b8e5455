/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-session-call.h"

G_BEGIN_DECLS

/**
 * MesoReadyPreparation:
 *
 * What was prepared for a session and until when it may be given, with its lots; where there is nothing, or nothing that may be given, it
 * leads to where it is prepared. Out of sight where the clinic keeps no stock here.
 */
#define MESO_TYPE_READY_PREPARATION (meso_ready_preparation_get_type ())
G_DECLARE_FINAL_TYPE (MesoReadyPreparation, meso_ready_preparation, MESO, READY_PREPARATION, AdwExpanderRow)

/* start: the session's */
void       meso_ready_preparation_show       (MesoReadyPreparation *self, MesoContext *context, const MesoSessionFacts *facts,
                                              MesoCivilTime start);
/* Whether the session can't be signed as it is. */
gboolean   meso_ready_preparation_is_missing (MesoReadyPreparation *self);
/* (transfer none): what makes up for it */
GtkButton *meso_ready_preparation_get_button (MesoReadyPreparation *self);

G_END_DECLS
