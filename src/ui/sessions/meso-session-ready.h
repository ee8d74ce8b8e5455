/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-session-call.h"

G_BEGIN_DECLS

/**
 * MesoSessionReady:
 *
 * What must be proven before a session is signed: the screening, the short form of its day, the course, the formula. Whatever is
 * missing leads to where it is made up for.
 */
#define MESO_TYPE_SESSION_READY (meso_session_ready_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionReady, meso_session_ready, MESO, SESSION_READY, AdwPreferencesGroup)

/* start: the session's, as the form says it; without a time of day where that can't be read. asked_here: the day's questions stand on
 * the same page */
void  meso_session_ready_show          (MesoSessionReady *self, MesoContext *context, const MesoSessionFacts *facts,
                                        MesoCivilTime start, gboolean asked_here);
/* How many of them are missing. */
guint meso_session_ready_count_missing (MesoSessionReady *self);
/* Says at each of them that it is missing, and takes the focus to the first. */
void  meso_session_ready_insist        (MesoSessionReady *self);

G_END_DECLS
