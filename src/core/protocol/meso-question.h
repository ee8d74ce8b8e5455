/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-form.h"
#include "meso-health-item.h"
#include "meso-local-text.h"
#include "meso-patient.h"
#include "meso-provenance.h"

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
 * MesoKnown:
 * @kind: the list of the record that is looked through
 * @origin: who must have chosen a medicine; %MESO_MEDICINE_ORIGIN_UNKNOWN for anybody
 * @ended: whether what held once counts too, as for “has there ever been …?”
 * @words: what to look for, separated by `;`; every language counts
 *
 * What in a patient's record proposes a yes to a question. It never proposes a no.
 */
typedef struct
{
  MesoHealthKind kind;
  MesoMedicineOrigin origin;
  gboolean ended;
  MesoLocalText *words;
} MesoKnown;

/**
 * MesoQuestion:
 * @forms: the forms that ask it
 * @indication: asks why the patient comes; a yes is listed in the verdict's indications and isn't a risk
 * @hidden_for: not asked when this is the recorded sex; %MESO_SEX_UNKNOWN: asked of everybody
 * @parent: (nullable): asked only when this `answer` question has been answered yes or unknown
 * @unit: (nullable): of a number, as it is shown
 * @below: (nullable): of a number: another question, whose number is always the greater one, as of two pressures
 * @known: (element-type MesoKnown): what in the record proposes a yes
 * @known_weight: whether the weight that is on record proposes the number
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
  MesoSex hidden_for;
  char *parent;
  GPtrArray *choices;      /* MesoChoice */
  gint64 min_milli;        /* numbers */
  gint64 max_milli;
  char *unit;
  GPtrArray *known;
  gboolean known_weight;
  MesoLocalText *text;
  MesoLocalText *help;
  MesoLocalText *find_out;
  MesoProvenance provenance;
  char *below;
} MesoQuestion;

void meso_choice_free   (MesoChoice   *self);
void meso_known_free    (MesoKnown    *self);
/* (transfer full) (element-type utf8): the words of a list such as MesoKnown's, trimmed, in order; an empty one stays in its place */
GPtrArray *meso_known_split (const char *words);
void meso_question_free (MesoQuestion *self);
/* Whether the recorded sex hides it; nothing is hidden where the sex is another one or not known. */
gboolean meso_question_is_hidden_for (const MesoQuestion *self, MesoSex sex);
/* (transfer full): "sex != male and menstruating != no"; "" when always asked */
char *meso_question_dup_asked_when (const MesoQuestion *self);

G_END_DECLS
