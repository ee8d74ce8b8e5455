/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What is asked of somebody at the demo clinic, and what a physician decides about it. */

#include "meso-demo-life.h"

#include <string.h>

#include "meso-screening-engine.h"
#include "meso-screening-repository.h"

static MesoAnswer *
choose_answer (MesoDemoLife       *self,
               const MesoQuestion *question,
               GStrv               says,
               MesoCalendarDate    day)
{
  gsize length = strlen (question->id);

  for (gsize i = 0; says[i] != NULL; i++)
    {
      if (g_str_has_prefix (says[i], question->id) && says[i][length] == '=')
        return meso_answer_new (g_str_equal (says[i] + length + 1, "yes") ? MESO_ANSWER_YES : MESO_ANSWER_UNKNOWN);
    }
  if (question->type == MESO_QUESTION_DATE)
    return meso_answer_new_date (meso_calendar_date_add_days (day, -g_rand_int_range (self->world->rand, 0, 3)));
  if (question->type != MESO_QUESTION_ANSWER)
    return NULL;
  /* Everybody comes for something: thin hair, as a rule. */
  return meso_answer_new (g_str_equal (question->id, "gradual-thinning") ? MESO_ANSWER_YES : MESO_ANSWER_NO);
}

/**
 * meso_demo_life_ask:
 * @form: which form
 * @says: answers other than no, as "question=answer", apart by spaces
 * @day: the day of the screening
 * @id_out: (out) (transfer full): the stored screening
 *
 * Asks and stores what is asked on that day.
 *
 * Returns: (transfer full): the verdict
 */
MesoVerdict *
meso_demo_life_ask (MesoDemoLife      *self,
                    MesoStoreContext  *context,
                    MesoForm           form,
                    const char        *says,
                    MesoCalendarDate   day,
                    char             **id_out,
                    GError           **error)
{
  const GPtrArray *questions = meso_protocol_get_questions (self->world->protocol);
  g_autoptr(MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();
  g_autofree char *all = g_strjoin (" ", says, self->always, NULL);
  g_auto(GStrv) pairs = g_strsplit (all, " ", -1);
  g_autoptr(MesoVerdict) verdict = NULL;

  response->sex = self->patient->sex;
  response->birth_date = self->patient->birth_date;
  response->form = form;
  response->weight_g = form == MESO_FORM_FULL ? self->weight_g : 0;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (meso_screening_engine_asks (self->world->protocol, response, question))
        meso_questionnaire_response_set (response, question->id, choose_answer (self, question, pairs, day));
    }
  verdict = meso_screening_engine_evaluate (self->world->protocol, response, day, error);
  if (verdict == NULL)
    return NULL;
  *id_out = meso_screening_repository_insert (context, self->world->nurses[0], self->patient->id, response, verdict, NULL, NULL,
                                              error);
  return *id_out != NULL ? g_steal_pointer (&verdict) : NULL;
}

/**
 * meso_demo_life_decide:
 * @screening: what is decided about
 * @rule: (nullable): the finding, for one of them
 * @reason: (nullable): why
 *
 * Returns: whether the physician's decision is stored
 */
gboolean
meso_demo_life_decide (MesoDemoLife      *self,
                       MesoStoreContext  *context,
                       const char        *screening,
                       MesoDecisionKind   kind,
                       const char        *rule,
                       const char        *reason,
                       MesoCalendarDate   day,
                       GError           **error)
{
  g_autoptr(MesoScreeningDecision) decision = meso_screening_decision_new ();
  g_autofree char *id = NULL;

  g_set_str (&decision->screening, screening);
  g_set_str (&decision->rule, rule);
  g_set_str (&decision->reason, reason != NULL ? reason : "");
  decision->kind = kind;
  if (kind == MESO_DECISION_CLEARANCE)
    {
      g_set_str (&decision->clearance_from, meso_demo_world_say (self->world, "Dr Parsa, internal medicine", "دکتر پارسا، متخصص داخلی"));
      g_set_str (&decision->clearance_document, meso_demo_world_say (self->world, "Letter", "نامه"));
      decision->clearance_date = day;
      decision->clearance_expires = meso_calendar_date_add_months (day, 12);
    }
  id = meso_screening_repository_decide (context, self->world->physician, decision, error);
  return id != NULL;
}

/**
 * meso_demo_life_list_clearances:
 * @verdict: a verdict
 *
 * Returns: (transfer full) (element-type utf8): the rules that want another physician's letter
 */
GPtrArray *
meso_demo_life_list_clearances (const MesoVerdict *verdict)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->outcome == MESO_OUTCOME_CLEARANCE)
        g_ptr_array_add (rules, g_strdup (finding->rule));
    }
  return rules;
}

/**
 * meso_demo_life_clear:
 * @screening: what the letters are about
 * @rules: (element-type utf8): the rules that want one
 *
 * Returns: whether a letter for each is stored
 */
gboolean
meso_demo_life_clear (MesoDemoLife      *self,
                      MesoStoreContext  *context,
                      const char        *screening,
                      const GPtrArray   *rules,
                      MesoCalendarDate   day,
                      GError           **error)
{
  for (guint i = 0; i < rules->len; i++)
    {
      if (!meso_demo_life_decide (self, context, screening, MESO_DECISION_CLEARANCE, g_ptr_array_index (rules, i), "", day, error))
        return FALSE;
    }
  return TRUE;
}
