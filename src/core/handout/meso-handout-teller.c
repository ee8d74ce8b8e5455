/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-teller.h"

#include "meso-text.h"

/**
 * meso_teller_phrase:
 *
 * Returns: (transfer none): a phrase of the content, in the sheet's language
 */
const char *
meso_teller_phrase (const MesoTeller *self,
                    const char       *id)
{
  return meso_handout_words_phrase (self->words, id);
}

/**
 * meso_teller_phrase_of:
 * @prefix: "record-outcome-"
 * @name: a stable name: "defer"
 *
 * Returns: (transfer none): the phrase of that name
 */
const char *
meso_teller_phrase_of (const MesoTeller *self,
                       const char       *prefix,
                       const char       *name)
{
  g_autofree char *id = g_strconcat (prefix, name, NULL);

  return meso_teller_phrase (self, id);
}

/**
 * meso_teller_fill:
 * @id: a phrase of the content
 * @name: of its one placeholder
 * @value: what stands there
 *
 * Returns: (transfer full): the phrase with its placeholder filled
 */
char *
meso_teller_fill (const MesoTeller *self,
                  const char       *id,
                  const char       *name,
                  const char       *value)
{
  return meso_text_format (meso_teller_phrase (self, id), name, value, NULL);
}

/**
 * meso_teller_add_block:
 * @heading: a phrase of the content
 *
 * Returns: (transfer none): a part at the end of the sheet
 */
MesoHandoutBlock *
meso_teller_add_block (const MesoTeller     *self,
                       MesoHandoutBlockType  type,
                       const char           *heading)
{
  return meso_handout_sheet_add_block (self->sheet, type, meso_teller_phrase (self, heading));
}

/**
 * meso_teller_dup_day:
 *
 * Returns: (transfer full): a day in the sheet's language
 */
char *
meso_teller_dup_day (const MesoTeller *self,
                     MesoCalendarDate  date)
{
  return meso_handout_words_short (self->words, (MesoCivilTime) { date, MESO_CIVIL_TIME_NO_MINUTE });
}

/**
 * meso_teller_dup_by_on:
 *
 * Returns: (transfer full): who did something, and on which day
 */
char *
meso_teller_dup_by_on (const MesoTeller *self,
                       const char       *staff,
                       MesoCalendarDate  date)
{
  g_autofree char *name = meso_handout_words_inline (meso_screening_account_get_name (self->account, staff));
  g_autofree char *day = meso_teller_dup_day (self, date);

  return meso_text_format (meso_teller_phrase (self, "record-by-on"), "name", name, "date", day, NULL);
}

/**
 * meso_teller_get_judge:
 *
 * The content that the screening was judged by knows its questions and rules, whatever is at work now.
 *
 * Returns: (transfer none): that content
 */
const MesoProtocol *
meso_teller_get_judge (const MesoTeller *self)
{
  return self->account->judged_by != NULL ? self->account->judged_by : self->words->protocol;
}
