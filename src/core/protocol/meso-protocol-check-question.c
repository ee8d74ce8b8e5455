/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

/* More than any form nests, few enough to walk for every question. */
#define MAX_ANCESTORS 32

static const MesoQuestion *
get_parent (const MesoProtocol *protocol,
            const MesoQuestion *question)
{
  return question->parent ? meso_protocol_lookup_question (protocol, question->parent) : NULL;
}

/* Whether following the parents from @question comes to an end. */
static gboolean
has_last_ancestor (const MesoProtocol *protocol,
                   const MesoQuestion *question)
{
  const MesoQuestion *ancestor = question;

  for (guint i = 0; i <= MAX_ANCESTORS; i++)
    {
      ancestor = get_parent (protocol, ancestor);
      if (!ancestor)
        return TRUE;
    }

  return FALSE;
}

/**
 * meso_protocol_is_asked_after:
 * @protocol: a protocol
 * @question: a question
 * @ancestor: another
 *
 * Returns: whether @question is only asked once @ancestor has been answered yes or unknown; %TRUE when they are the same
 */
gboolean
meso_protocol_is_asked_after (const MesoProtocol *protocol,
                              const MesoQuestion *question,
                              const MesoQuestion *ancestor)
{
  for (guint i = 0; question && i <= MAX_ANCESTORS; i++)
    {
      if (question == ancestor)
        return TRUE;
      question = get_parent (protocol, question);
    }

  return FALSE;
}

/**
 * meso_protocol_add_hidden_for:
 * @protocol: a protocol
 * @question: a question
 * @male: (inout): made %TRUE when no man is asked it
 * @female: (inout): made %TRUE when no woman is asked it
 *
 * A question is hidden with its parent.
 */
void
meso_protocol_add_hidden_for (const MesoProtocol *protocol,
                              const MesoQuestion *question,
                              gboolean           *male,
                              gboolean           *female)
{
  for (guint i = 0; question && i <= MAX_ANCESTORS; i++)
    {
      *male |= question->hidden_for == MESO_SEX_MALE;
      *female |= question->hidden_for == MESO_SEX_FEMALE;
      question = get_parent (protocol, question);
    }
}

static void
check_parent (MesoProtocolReader *reader,
              const MesoQuestion *question)
{
  const MesoProtocol *protocol = reader->protocol;
  const MesoQuestion *parent = meso_protocol_lookup_question (protocol, question->parent);
  gboolean male = FALSE;
  gboolean female = FALSE;

  meso_protocol_check_reference (reader, question, "question", protocol->questions_by_id, question->parent);
  if (!parent)
    return;

  if (parent->type != MESO_QUESTION_ANSWER)
    meso_protocol_reader_fault_at (reader, question, "the parent “%s” isn't of type answer, so no answer to it is a no",
                                   parent->id);
  if ((question->forms & ~parent->forms) != 0)
    meso_protocol_reader_fault_at (reader, question, "a form asks this question without its parent “%s”", parent->id);

  meso_protocol_add_hidden_for (protocol, parent, &male, &female);
  if ((question->hidden_for == MESO_SEX_MALE && female) || (question->hidden_for == MESO_SEX_FEMALE && male))
    meso_protocol_reader_fault_at (reader, question, "neither men nor women are asked this question: “%s”, or a parent of it, "
                                   "is left out for the others", parent->id);
  if (!has_last_ancestor (protocol, question))
    meso_protocol_reader_fault_at (reader, question, "the parents of “%s” lead back to one of them, or are more than %d",
                                   question->id, MAX_ANCESTORS);
}

static void
check_below (MesoProtocolReader *reader,
             const MesoQuestion *question)
{
  const MesoQuestion *above = meso_protocol_lookup_question (reader->protocol, question->below);

  meso_protocol_check_reference (reader, question, "question", reader->protocol->questions_by_id, question->below);
  if (above && (above == question || above->type != MESO_QUESTION_NUMBER))
    meso_protocol_reader_fault_at (reader, question, "“%s” isn't another question of type number, whose answer could be the "
                                   "greater one", above->id);
}

/**
 * meso_protocol_check_questions:
 * @reader: a reader that has read every document
 *
 * What hides a question must be able to: a parent that the same form asks, with an answer of no.
 */
void
meso_protocol_check_questions (MesoProtocolReader *reader)
{
  const MesoProtocol *protocol = reader->protocol;

  for (guint i = 0; i < protocol->questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (protocol->questions, i);

      if (question->parent)
        check_parent (reader, question);
      if (question->below)
        check_below (reader, question);
    }
}
