/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-answer.h"
#include "meso-form.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoQuestionnaireResponse:
 * @sex: as recorded
 * @birth_date: may be unset, which makes every verdict incomplete or a block
 * @weight_g: body weight in grams; 0 when not known
 * @answers: (element-type utf8 MesoAnswer): question id → answer
 *
 * What was known and answered at one screening: the engine's whole input but the protocol and the day.
 */
typedef struct
{
  MesoSex sex;
  MesoCalendarDate birth_date;
  gint64 weight_g;
  MesoForm form;
  GHashTable *answers;
} MesoQuestionnaireResponse;

MesoQuestionnaireResponse *meso_questionnaire_response_new    (void);
MesoQuestionnaireResponse *meso_questionnaire_response_copy   (const MesoQuestionnaireResponse *self);
void                       meso_questionnaire_response_free   (MesoQuestionnaireResponse *self);
/* takes (transfer full) answer; a NULL answer takes the answer back */
void                       meso_questionnaire_response_set    (MesoQuestionnaireResponse *self, const char *question, MesoAnswer *answer);
const MesoAnswer          *meso_questionnaire_response_lookup (const MesoQuestionnaireResponse *self, const char *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoQuestionnaireResponse, meso_questionnaire_response_free)

G_END_DECLS
