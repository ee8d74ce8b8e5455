/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-session-call.h"
#include "meso-session-form.h"

G_BEGIN_DECLS

/* What a session form begins with, and what a session takes over that nobody types. (transfer full) */
MesoSessionForm *meso_session_beginning_new      (MesoContext *context, const MesoSessionFacts *facts);
MesoSessionForm *meso_session_beginning_correct  (MesoContext *context, const MesoSessionFacts *facts);
/* Which session of the course it is, in the words of the patient's page. */
char            *meso_session_beginning_dup_title (MesoContext *context, const MesoSessionFacts *facts);
void             meso_session_beginning_complete (MesoTreatmentSession *session, const MesoSessionFacts *facts);

G_END_DECLS
