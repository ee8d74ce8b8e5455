/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/* The verdict worked out a second time, in another way than the engine's, in the words of screening_support_describe ().
 * The response must be one that can be evaluated. */
char *verdict_oracle (const MesoProtocol              *protocol,
                      const MesoQuestionnaireResponse *response,
                      MesoCalendarDate                 today);

G_END_DECLS
