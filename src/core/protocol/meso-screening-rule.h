/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-answer.h"
#include "meso-local-text.h"
#include "meso-outcome.h"
#include "meso-provenance.h"

G_BEGIN_DECLS

typedef enum {
  MESO_CONDITION_IS,            /* the question's answer is @answer: yes, or one choice */
  MESO_CONDITION_AT_LEAST,      /* number ≥ @bound (milli); a date: at least @bound days ago */
  MESO_CONDITION_BELOW,         /* number < @bound (milli); a date: less than @bound days ago; "age": years */
} MesoConditionKind;

/**
 * MesoCondition:
 * @question: a question's id, or "age" (whole years on the day of the screening)
 */
typedef struct
{
  char *question;
  MesoConditionKind kind;
  MesoAnswer *answer;
  gint64 bound;
} MesoCondition;

/**
 * MesoRuleCase:
 * @conditions: (element-type MesoCondition): all must hold
 * @event: (nullable): the date question that a defer counts from; without one the defer has no date yet
 * @days: days from @event to the first allowed day
 * @ingredient: (nullable): for `exclude`
 * @choose: another outcome that a clinic may choose, where sources disagree; @outcome itself where they don't
 * @days_from: the fewest, and @days_to the most days that a clinic may set; where sources don't disagree, @days and any number above it
 */
typedef struct
{
  MesoOutcome outcome;
  GPtrArray *conditions;
  char *event;
  int days;
  char *ingredient;
  MesoOutcome choose;
  int days_from;
  int days_to;
  MesoLocalText *reason;
  MesoLocalText *advice;
} MesoRuleCase;

/* The most days that a rule may let somebody wait. */
#define MESO_RULE_MAX_DAYS 3650

/**
 * MesoScreeningRule:
 * @id: the code that staff and records know it by: `PREG`, `MENS` …
 * @suspends: a finding of it on the day of a session suspends the course until a physician closes it
 * @first_case_only: only the first case that holds gives a finding (cases stand strictest first);
 *   otherwise each case that holds gives one
 */
typedef struct
{
  char *id;
  gboolean overridable;
  gboolean suspends;
  gboolean first_case_only;
  GPtrArray *cases;        /* MesoRuleCase */
  MesoProvenance provenance;
} MesoScreeningRule;

void        meso_condition_free                (MesoCondition           *self);
void        meso_rule_case_free                (MesoRuleCase            *self);
void        meso_screening_rule_free           (MesoScreeningRule       *self);
MesoOutcome meso_screening_rule_get_strictest (const MesoScreeningRule *self);
/* (transfer none) (nullable): the next condition of any case that looks at that question; after NULL the first */
const MesoCondition *meso_screening_rule_next_condition (const MesoScreeningRule *self, const char *question,
                                                         const MesoCondition *after);

G_END_DECLS
