/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"

G_BEGIN_DECLS

typedef enum {
  MESO_ANSWER_NO,
  MESO_ANSWER_YES,
  MESO_ANSWER_UNKNOWN,   /* for any type of question */
  MESO_ANSWER_DATE,
  MESO_ANSWER_NUMBER,
  MESO_ANSWER_CHOICE,
} MesoAnswerKind;

/**
 * MesoAnswer:
 * @milli: a number in thousandths, for %MESO_ANSWER_NUMBER
 * @choice: (nullable): a choice's id, for %MESO_ANSWER_CHOICE
 *
 * One answer. “Not asked yet” is the absence of an answer.
 */
typedef struct
{
  MesoAnswerKind kind;
  MesoCalendarDate date;
  gint64 milli;
  char *choice;
} MesoAnswer;

MesoAnswer *meso_answer_new        (MesoAnswerKind kind);
MesoAnswer *meso_answer_new_date   (MesoCalendarDate date);
MesoAnswer *meso_answer_new_number (gint64 milli);
MesoAnswer *meso_answer_new_choice (const char *choice);
MesoAnswer *meso_answer_copy       (const MesoAnswer *self);
void        meso_answer_free       (MesoAnswer *self);
gboolean    meso_answer_equal      (const MesoAnswer *a, const MesoAnswer *b);
/* Two readings of one gauge, of which the lower one isn't the lower one; nothing but two numbers can be. Each (nullable) */
gboolean    meso_answer_is_swapped (const MesoAnswer *lower, const MesoAnswer *upper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAnswer, meso_answer_free)

G_END_DECLS
