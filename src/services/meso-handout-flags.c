/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-answer-proposal.h"
#include "meso-record-repository.h"
#include "meso-screening-history.h"

/* The content's question is called as the flag that follows from it. */
#define BLOOD_THINNER "blood-thinner"

static gboolean
answers (const MesoQuestionnaireResponse *response,
         const char                      *question,
         MesoAnswerKind                   kind)
{
  const MesoAnswer *answer = meso_questionnaire_response_lookup (response, question);

  return answer != NULL && answer->kind == kind;
}

/* Somebody who said what it is, and that none of it was prescribed, isn't told to go on with it. */
static gboolean
takes_prescribed (const MesoQuestionnaireResponse *response)
{
  return answers (response, BLOOD_THINNER, MESO_ANSWER_YES) &&
         !(answers (response, "anticoagulant", MESO_ANSWER_NO) && answers (response, "antiplatelet", MESO_ANSWER_NO));
}

/* (transfer container) (element-type MesoHealthItem): what a physician prescribed and the patient still takes */
static GPtrArray *
list_prescribed (const MesoPatientRecord *record)
{
  GPtrArray *prescribed = g_ptr_array_new ();

  for (guint i = 0; i < record->items->len; i++)
    {
      MesoHealthItem *item = g_ptr_array_index (record->items, i);

      if (item->kind == MESO_HEALTH_MEDICINE && item->status == MESO_HEALTH_ACTIVE && item->origin == MESO_MEDICINE_PRESCRIBED)
        g_ptr_array_add (prescribed, item);
    }
  return prescribed;
}

/* By the words that the content knows such medicines by. */
static gboolean
is_on_record (const MesoPatientRecord *record,
              const MesoProtocol      *protocol)
{
  g_autoptr(GPtrArray) prescribed = list_prescribed (record);
  g_autoptr(GPtrArray) proposals = meso_answer_proposal_list (protocol, prescribed, 0, record->patient->sex, MESO_FORM_FULL);

  return meso_answer_proposal_find (proposals, BLOOD_THINNER) != NULL;
}

/* The newest that has to be heeded and asked it. */
static gboolean
was_said (const GPtrArray *history)
{
  g_autoptr(GPtrArray) heeded = meso_screening_history_list_heeded (history);

  for (guint i = 0; i < heeded->len; i++)
    {
      const MesoQuestionnaireResponse *response = ((const MesoScreening *) g_ptr_array_index (heeded, i))->response;

      if (meso_questionnaire_response_lookup (response, BLOOD_THINNER) != NULL)
        return takes_prescribed (response);
    }
  return FALSE;
}

/**
 * meso_handout_facts_take_flags:
 * @self: facts of a patient, whose context and day are there
 * @protocol: the content that is at work
 *
 * What of the patient the sheet has a line for: a blood thinner that was prescribed, as the record has it, or as it was said in a
 * screening up to that day. The line is that it goes on, so one of the two is enough.
 *
 * Returns: whether all of it could be read
 */
gboolean
meso_handout_facts_take_flags (MesoHandoutFacts    *self,
                               MesoStoreContext    *store,
                               const MesoProtocol  *protocol,
                               GError             **error)
{
  g_autoptr(MesoPatientRecord) record = meso_record_repository_get (store, self->patient, error);
  g_autoptr(GPtrArray) history = NULL;

  if (record == NULL)
    return FALSE;
  history = meso_screening_history_load (store, self->patient, self->date, error);
  if (history == NULL)
    return FALSE;
  if (is_on_record (record, protocol) || was_said (history))
    meso_handout_context_add_flag (self->context, BLOOD_THINNER);
  return TRUE;
}
