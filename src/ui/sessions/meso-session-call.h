/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-clinic-call.h"
#include "meso-questionnaire-response.h"
#include "meso-session-mixtures.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * MesoSessionFacts:
 * @chart: the patient on the session's day; for a correction with the formula that was given, which may be an older one
 * @staff: (element-type MesoStaff): who may have treated
 * @physician: (nullable): who is in charge where no physician treats: who signed the screening
 * @original: (nullable): the recorded session that is corrected
 * @mixtures: what was prepared for the patient
 *
 * What the session form must know.
 */
typedef struct
{
  MesoChart *chart;
  GPtrArray *staff;
  char *physician;
  MesoTreatmentSession *original;
  MesoSessionMixtures *mixtures;
} MesoSessionFacts;

/**
 * MesoSessionRequest:
 * @session_id: (nullable): a recorded session
 * @day: the session's; unset until the form is filled
 * @session: (nullable): what is to be stored, with @reason where it corrects @session_id
 * @answers: (nullable): to the short form of @day, to be stored with it or by themselves
 */
typedef struct
{
  char *patient;
  char *session_id;
  MesoCalendarDate day;
  MesoCalendarDate today;
  MesoTreatmentSession *session;
  MesoQuestionnaireResponse *answers;
  char *reason;
} MesoSessionRequest;

void     meso_session_request_free (MesoSessionRequest *self);

/* For meso_context_call (); request: a #MesoSessionRequest. */
gpointer meso_session_call_load (MesoClinic *clinic, gpointer request, GError **error);   /* MesoRow of MesoSessionFacts */
gpointer meso_session_call_sign (MesoClinic *clinic, gpointer request, GError **error);   /* the stored session's id */
gpointer meso_session_call_store_answers (MesoClinic *clinic, gpointer request, GError **error);   /* the stored screening's id */

G_END_DECLS
