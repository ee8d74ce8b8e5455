/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-questionnaire-response.h"

static GHashTable *
new_answers (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) meso_answer_free);
}

/**
 * meso_questionnaire_response_new:
 *
 * Returns: (transfer full): the full form with nothing known and nothing answered
 */
MesoQuestionnaireResponse *
meso_questionnaire_response_new (void)
{
  MesoQuestionnaireResponse *self = g_new0 (MesoQuestionnaireResponse, 1);

  self->sex = MESO_SEX_UNKNOWN;
  self->birth_date = MESO_CALENDAR_DATE_NONE;
  self->form = MESO_FORM_FULL;
  self->answers = new_answers ();

  return self;
}

/**
 * meso_questionnaire_response_copy:
 * @self: a response
 *
 * Returns: (transfer full): a response of its own, sharing nothing with @self
 */
MesoQuestionnaireResponse *
meso_questionnaire_response_copy (const MesoQuestionnaireResponse *self)
{
  MesoQuestionnaireResponse *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer question, answer;

  copy->answers = new_answers ();

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    meso_questionnaire_response_set (copy, question, meso_answer_copy (answer));

  return copy;
}

/**
 * meso_questionnaire_response_free:
 * @self: (nullable) (transfer full): a response
 */
void
meso_questionnaire_response_free (MesoQuestionnaireResponse *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->answers);
  g_free (self);
}

/**
 * meso_questionnaire_response_set:
 * @self: a response
 * @question: a question's id; whether the protocol knows it is the engine's to check
 * @answer: (nullable) (transfer full): the answer, or %NULL to take it back to “not asked yet”
 */
void
meso_questionnaire_response_set (MesoQuestionnaireResponse *self,
                                 const char                *question,
                                 MesoAnswer                *answer)
{
  if (answer == NULL)
    g_hash_table_remove (self->answers, question);
  else
    g_hash_table_replace (self->answers, g_strdup (question), answer);
}

/**
 * meso_questionnaire_response_lookup:
 * @self: a response
 * @question: a question's id
 *
 * Returns: (transfer none) (nullable): what was answered, obeyed or not; %NULL when not asked yet
 */
const MesoAnswer *
meso_questionnaire_response_lookup (const MesoQuestionnaireResponse *self,
                                    const char                      *question)
{
  return g_hash_table_lookup (self->answers, question);
}
