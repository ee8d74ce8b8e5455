/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-engine.h"

G_BEGIN_DECLS

/**
 * MesoEvaluation:
 *
 * What the engine goes by while it evaluates: the content, what was known and answered, and the day.
 */
typedef struct
{
  const MesoProtocol *protocol;
  const MesoQuestionnaireResponse *response;
  MesoCalendarDate today;
} MesoEvaluation;

gboolean     meso_evaluation_case_holds   (const MesoEvaluation *self, const MesoRuleCase *rule_case);
/* (transfer full): of a case that holds */
MesoFinding *meso_evaluation_make_finding (const MesoEvaluation *self, const MesoScreeningRule *rule, const MesoRuleCase *rule_case);

G_END_DECLS
