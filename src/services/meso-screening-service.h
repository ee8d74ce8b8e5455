/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"
#include "meso-questionnaire-response.h"
#include "meso-screening-decision.h"
#include "meso-screening.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

MesoVerdict *meso_screening_service_record (MesoClinic                 *clinic,
                                            const char                 *patient,
                                            MesoQuestionnaireResponse  *response,
                                            MesoCalendarDate            today,
                                            char                      **id_out,
                                            GError                    **error);
/* One that is stored, and (transfer full) (element-type MesoScreeningDecision) what was decided about it, oldest first. */
MesoScreening *meso_screening_service_get (MesoClinic *clinic, const char *id, GPtrArray **decisions_out, GError **error);
/* id NULL: all; operation (nullable). (transfer full) (element-type utf8): "ID: what differs"; empty when every verdict is reached again */
GPtrArray   *meso_screening_service_replay (MesoClinic *clinic, const char *id, MesoOperation *operation, guint *replayed_out,
                                            GError **error);

G_END_DECLS
