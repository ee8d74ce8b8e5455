/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

/* Whether following the parents from @question leads back to it. */
static gboolean
is_own_ancestor (const MesoProtocol *protocol,
                 const MesoQuestion *question)
{
  const MesoQuestion *ancestor = question;

  /* A circle that doesn't hold @question itself is left after as many steps as there are questions. */
  for (guint i = 0; i < protocol->questions->len; i++)
    {
      if (!ancestor->parent)
        return FALSE;
      ancestor = meso_protocol_lookup_question (protocol, ancestor->parent);
      if (!ancestor)
        return FALSE;
      if (ancestor == question)
        return TRUE;
    }

  return FALSE;
}

static void
check_parent (MesoProtocolReader *reader,
              const MesoQuestion *question)
{
  const MesoProtocol *protocol = reader->protocol;
  const MesoQuestion *parent = meso_protocol_lookup_question (protocol, question->parent);

  meso_protocol_check_reference (reader, question, "question", protocol->questions_by_id, question->parent);
  if (!parent)
    return;

  if (parent->type != MESO_QUESTION_ANSWER)
    meso_protocol_reader_fault_at (reader, question, "the parent “%s” isn't of type answer, so no answer to it is a no",
                                   parent->id);
  if ((question->forms & ~parent->forms) != 0)
    meso_protocol_reader_fault_at (reader, question, "a form asks this question without its parent “%s”", parent->id);
  if (is_own_ancestor (protocol, question))
    meso_protocol_reader_fault_at (reader, question, "the question is its own parent, directly or through others");
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
    }
}
