/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* Pure: the same protocol, response and day always give the same verdict. Bad input (unknown question, wrong
 * type, an event after `today`, a birth date after `today`) is MESO_CORE_ERROR_INVALID, naming the question. */
MesoVerdict *meso_screening_engine_evaluate (const MesoProtocol              *protocol,
                                             const MesoQuestionnaireResponse *response,
                                             MesoCalendarDate                 today,
                                             GError                         **error);
/* Whether the form shows this question now (form, recorded sex, a no or no answer to its parent, all ancestors too). */
gboolean     meso_screening_engine_asks     (const MesoProtocol              *protocol,
                                             const MesoQuestionnaireResponse *response,
                                             const MesoQuestion              *question);

G_END_DECLS
