/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-questionnaire-response.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/* Stores a session with all that belongs to it: the planned session is done, the draft is gone; a reaction or answer that suspends
 * the course suspends it. Refused without today's short form, signed where it isn't plainly suitable.
 * (transfer full): the new id */
char      *meso_session_service_record (MesoClinic *clinic, const MesoTreatmentSession *session, MesoCalendarDate today, GError **error);
/* The same with the answers to the short form of its day, all or nothing. */
char      *meso_session_service_record_with_answers (MesoClinic *clinic, const MesoTreatmentSession *session,
                                                     MesoQuestionnaireResponse *answers, MesoCalendarDate today, GError **error);
MesoTreatmentSession *meso_session_service_get (MesoClinic *clinic, const char *id, GError **error);
/* Corrects a recorded session by a new row that names it. reason is due. (transfer full): the new id */
char      *meso_session_service_amend  (MesoClinic *clinic, const char *id, const MesoTreatmentSession *session, const char *reason,
                                        MesoCalendarDate today, GError **error);

G_END_DECLS
