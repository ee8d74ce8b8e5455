/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/* The body of a sound protocol of a few questions and rules, the shape of everything drawn at random. */
char                      *random_screening_protocol (GRand *rand);
/* A response that can be evaluated on @today; some are mostly answered with no, some hardly answered at all. */
MesoQuestionnaireResponse *random_screening_response (GRand              *rand,
                                                      const MesoProtocol *protocol,
                                                      MesoCalendarDate    today);
GPtrArray                 *random_screening_health   (GRand *rand);
MesoCalendarDate           random_screening_day      (GRand *rand);

G_END_DECLS
