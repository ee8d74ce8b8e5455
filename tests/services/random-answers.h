/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/* (transfer full): its seed is printed */
GRand                     *random_answers_new_rand (void);
/* (transfer full): mostly no, so that every verdict comes up; yes: the share of it. Days are five days before TODAY. */
MesoQuestionnaireResponse *random_answers_draw     (GRand *rand, const MesoProtocol *protocol, MesoForm form, double yes);

G_END_DECLS
