/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/* Private to the screening room: the engine refuses what this refuses. */
gboolean meso_questionnaire_check (const MesoProtocol              *protocol,
                                   const MesoQuestionnaireResponse *response,
                                   MesoCalendarDate                 today,
                                   GError                         **error);

G_END_DECLS
