/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer.h"

/**
 * meso_answer_new:
 * @kind: %MESO_ANSWER_NO, %MESO_ANSWER_YES or %MESO_ANSWER_UNKNOWN; the kinds that carry a value have
 *   constructors of their own
 *
 * Returns: (transfer full): a new answer
 */
MesoAnswer *
meso_answer_new (MesoAnswerKind kind)
{
  MesoAnswer *self = g_new0 (MesoAnswer, 1);

  self->kind = kind;

  return self;
}

/**
 * meso_answer_new_date:
 * @date: a day; the answer to “when did it happen?”
 *
 * Returns: (transfer full): a new answer
 */
MesoAnswer *
meso_answer_new_date (MesoCalendarDate date)
{
  MesoAnswer *self = meso_answer_new (MESO_ANSWER_DATE);

  self->date = date;

  return self;
}

/**
 * meso_answer_new_number:
 * @milli: the number in thousandths of the question's own unit (mmHg, kg …)
 *
 * Returns: (transfer full): a new answer
 */
MesoAnswer *
meso_answer_new_number (gint64 milli)
{
  MesoAnswer *self = meso_answer_new (MESO_ANSWER_NUMBER);

  self->milli = milli;

  return self;
}

/**
 * meso_answer_new_choice:
 * @choice: the id of one of the question's choices; copied
 *
 * Returns: (transfer full): a new answer
 */
MesoAnswer *
meso_answer_new_choice (const char *choice)
{
  MesoAnswer *self = meso_answer_new (MESO_ANSWER_CHOICE);

  self->choice = g_strdup (choice);

  return self;
}

/**
 * meso_answer_copy:
 * @self: an answer
 *
 * Returns: (transfer full): an answer equal to @self
 */
MesoAnswer *
meso_answer_copy (const MesoAnswer *self)
{
  MesoAnswer *copy = g_memdup2 (self, sizeof *self);

  copy->choice = g_strdup (self->choice);

  return copy;
}

/**
 * meso_answer_free:
 * @self: (nullable) (transfer full): an answer
 */
void
meso_answer_free (MesoAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->choice);
  g_free (self);
}

/**
 * meso_answer_equal:
 * @a: (nullable): an answer, or %NULL for “not asked yet”
 * @b: (nullable): another
 *
 * Only what the kind gives a meaning to is compared: the date of a *no* is nothing.
 *
 * Returns: whether both say the same
 */
gboolean
meso_answer_equal (const MesoAnswer *a,
                   const MesoAnswer *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case MESO_ANSWER_DATE:
      return meso_calendar_date_compare (a->date, b->date) == 0;

    case MESO_ANSWER_NUMBER:
      return a->milli == b->milli;

    case MESO_ANSWER_CHOICE:
      return g_strcmp0 (a->choice, b->choice) == 0;

    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
    case MESO_ANSWER_UNKNOWN:
      return TRUE;

    default:
      g_assert_not_reached ();
    }
}

/**
 * meso_answer_is_swapped:
 * @lower: (nullable): the answer that is always the smaller number
 * @upper: (nullable): the answer that is always the greater one
 *
 * Returns: whether both are numbers, and @lower isn't below @upper
 */
gboolean
meso_answer_is_swapped (const MesoAnswer *lower,
                        const MesoAnswer *upper)
{
  return lower != NULL && upper != NULL && lower->kind == MESO_ANSWER_NUMBER && upper->kind == MESO_ANSWER_NUMBER
         && lower->milli >= upper->milli;
}
