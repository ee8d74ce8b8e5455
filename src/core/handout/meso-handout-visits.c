/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

/**
 * meso_handout_part_visit:
 * @words: the sheet's language and content
 *
 * Returns: (transfer full) (nullable): the visit that the sheet is for, as its own box; %NULL when its date isn't known
 */
MesoHandoutBlock *
meso_handout_part_visit (const MesoHandoutWords *words)
{
  MesoHandoutBlock *block;

  if (!meso_calendar_date_is_set (words->context->when.date))
    return NULL;

  block = meso_handout_block_new (MESO_HANDOUT_BLOCK_VISIT);
  g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-your-visit"));
  meso_handout_block_take_row (block, "", meso_handout_words_date (words, words->context->when), meso_handout_words_person (words));

  return block;
}

/**
 * meso_handout_part_next_visit:
 * @words: the sheet's language and content
 *
 * Returns: (transfer full) (nullable): the next treatment that is planned, as its own box; checks by phone are passed
 *   over. %NULL when none is planned
 */
MesoHandoutBlock *
meso_handout_part_next_visit (const MesoHandoutWords *words)
{
  const GPtrArray *visits = words->context->visits;

  for (guint i = 0; i < visits->len; i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *text = NULL;
      MesoHandoutBlock *block;

      if (visit->kind == MESO_PLAN_CHECK)
        continue;

      text = meso_handout_words_visit (words, visit);
      block = meso_handout_block_new (MESO_HANDOUT_BLOCK_VISIT);
      g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-next-visit"));
      meso_handout_block_take_row (block, "", meso_handout_words_date (words, visit->when),
                                   g_strconcat (text, text[0] != '\0' ? ". " : "",
                                                visit->when.minute < 0 ? meso_handout_words_phrase (words, "paper-planned") : "",
                                                visit->when.minute < 0 ? " " : "",
                                                meso_handout_words_phrase (words, "paper-cannot-come"), NULL));

      return block;
    }

  return NULL;
}
