/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "random-answers.h"

#include "clinic-fixture.h"

#define UNKNOWN 0.0005

GRand *
random_answers_new_rand (void)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

MesoQuestionnaireResponse *
random_answers_draw (GRand              *rand,
                     const MesoProtocol *protocol,
                     MesoForm            form,
                     double              yes)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();

  response->form = form;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      double draw = g_rand_double (rand);

      if ((question->forms & form) == 0)
        continue;
      if (question->type == MESO_QUESTION_ANSWER)
        meso_questionnaire_response_set (response, question->id,
                                         meso_answer_new (draw < yes ? MESO_ANSWER_YES
                                                          : draw > 1 - UNKNOWN ? MESO_ANSWER_UNKNOWN : MESO_ANSWER_NO));
      else if (question->type == MESO_QUESTION_DATE)
        meso_questionnaire_response_set (response, question->id, meso_answer_new_date (clinic_fixture_day ("2026-11-17")));
    }
  return response;
}
