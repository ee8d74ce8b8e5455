/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

typedef enum {
  MESO_QUESTION_ANSWER,   /* yes, no, unknown; *no* is always the safe answer */
  MESO_QUESTION_DATE,
  MESO_QUESTION_NUMBER,
  MESO_QUESTION_CHOICE,
} MesoQuestionType;

const char *meso_question_type_to_string (MesoQuestionType type);

typedef struct
{
  char *id;
  MesoLocalText *text;
} MesoChoice;

/**
 * MesoQuestion:
 * @forms: the forms that ask it
 * @indication: asks why the patient comes; a yes is listed in the verdict's indications and isn't a risk
 * @hidden_for_male: not asked when the recorded sex is male
 * @parent: (nullable): asked only when this `answer` question has been answered yes or unknown
 * @text: the question, @help why it is asked, @find_out how to find out when the answer is unknown
 *
 * One question. What can hide it is bounded by construction: its form, the recorded sex, its parent.
 */
typedef struct
{
  char *id;
  MesoQuestionType type;
  MesoForm forms;
  gboolean required;
  gboolean indication;
  gboolean hidden_for_male;
  char *parent;
  GPtrArray *choices;      /* MesoChoice */
  gint64 min_milli;        /* numbers */
  gint64 max_milli;
  MesoLocalText *text;
  MesoLocalText *help;
  MesoLocalText *find_out;
  MesoProvenance provenance;
} MesoQuestion;

void meso_choice_free   (MesoChoice   *self);
void meso_question_free (MesoQuestion *self);
/* (transfer full): "sex != male and menstruating != no"; "" when always asked */
char *meso_question_dup_asked_when (const MesoQuestion *self);

G_END_DECLS
