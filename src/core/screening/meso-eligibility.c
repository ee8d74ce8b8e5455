/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-eligibility.h"

#include "meso-text.h"

static const char *const names[] = {
  "unscreened", "incomplete", "blocked", "wait", "to-clear", "to-decide", "to-sign", "signed",
};

/**
 * meso_eligibility_to_string:
 *
 * Returns: (transfer none): the name as it is printed
 */
const char *
meso_eligibility_to_string (MesoEligibility eligibility)
{
  g_return_val_if_fail ((gsize) eligibility < G_N_ELEMENTS (names), NULL);

  return names[eligibility];
}

/* A decision about no finding in particular is about all of them. */
static gboolean
is_about (const MesoScreeningDecision *decision,
          const MesoFinding           *finding)
{
  return decision->rule == NULL || g_strcmp0 (decision->rule, finding->rule) == 0;
}

/* From the paper's day to the last day it names, that day included. Nobody's health is vouched for without an end: a paper that was
 * noted without one, as was possible once, holds for a year. */
static gboolean
clearance_holds (const MesoScreeningDecision *clearance,
                 MesoCalendarDate             today)
{
  MesoCalendarDate last = meso_calendar_date_is_set (clearance->clearance_expires)
                            ? clearance->clearance_expires
                            : meso_calendar_date_add_months (clearance->clearance_date, MESO_CLEARANCE_VALID_MONTHS);

  return meso_calendar_date_compare (clearance->clearance_date, today) <= 0
         && (!meso_calendar_date_is_set (last) || meso_calendar_date_compare (last, today) >= 0);
}

static const MesoScreeningDecision *
get_decision (const GPtrArray *decisions,
              guint            i)
{
  return g_ptr_array_index (decisions, i);
}

static guint
count (const GPtrArray *decisions)
{
  return decisions != NULL ? decisions->len : 0;
}

/* What was decided, put in order once. */
typedef struct
{
  const GPtrArray *decisions;
  const MesoScreeningDecision *wait;    /* (nullable): the newest */
  const MesoScreeningDecision *sign;    /* (nullable): the newest, unless a wait took it back */
  gboolean says_wait;                   /* nothing was decided after the newest wait */
  MesoCalendarDate today;
} Ruling;

static const MesoScreeningDecision *
find_last (const GPtrArray  *decisions,
           MesoDecisionKind  kind)
{
  const MesoScreeningDecision *last = NULL;

  for (guint i = 0; i < count (decisions); i++)
    {
      const MesoScreeningDecision *decision = get_decision (decisions, i);

      if (decision->kind == kind && (last == NULL || g_strcmp0 (decision->decided_at, last->decided_at) >= 0))
        last = decision;
    }

  return last;
}

/* Of two at one moment a wait counts as the later. */
static Ruling
make_ruling (const GPtrArray  *decisions,
             MesoCalendarDate  today)
{
  Ruling ruling = {
    .decisions = decisions, .wait = find_last (decisions, MESO_DECISION_WAIT),
    .sign = find_last (decisions, MESO_DECISION_SIGN), .today = today,
  };

  if (ruling.wait == NULL)
    return ruling;
  if (ruling.sign != NULL && g_strcmp0 (ruling.wait->decided_at, ruling.sign->decided_at) >= 0)
    ruling.sign = NULL;
  ruling.says_wait = TRUE;
  for (guint i = 0; i < count (decisions); i++)
    if (g_strcmp0 (get_decision (decisions, i)->decided_at, ruling.wait->decided_at) > 0)
      ruling.says_wait = FALSE;

  return ruling;
}

/* Whether this decision, by itself, lets treatment go on although the finding says otherwise. */
static gboolean
answers (const Ruling                *ruling,
         const MesoScreeningDecision *decision,
         const MesoFinding           *finding)
{
  gboolean is_caution = finding->outcome == MESO_OUTCOME_CAUTION;

  switch (decision->kind)
    {
    case MESO_DECISION_OVERRIDE:
      return (finding->overridable || is_caution) && !meso_text_is_empty (decision->reason) && is_about (decision, finding);

    case MESO_DECISION_CLEARANCE:
      return finding->outcome == MESO_OUTCOME_CLEARANCE && is_about (decision, finding)
             && clearance_holds (decision, ruling->today);

    case MESO_DECISION_SIGN:
      return is_caution && decision == ruling->sign && !meso_text_is_empty (decision->reason);

    case MESO_DECISION_WAIT:
      return FALSE;

    default:
      g_assert_not_reached ();
    }
}

/* moment (nullable): only what was decided by then counts */
static gboolean
is_answered (const Ruling      *ruling,
             const MesoFinding *finding,
             const char        *moment)
{
  if (finding->outcome >= MESO_OUTCOME_INCOMPLETE)
    return FALSE;
  for (guint i = 0; i < count (ruling->decisions); i++)
    {
      const MesoScreeningDecision *decision = get_decision (ruling->decisions, i);

      if (answers (ruling, decision, finding) && (moment == NULL || g_strcmp0 (decision->decided_at, moment) <= 0))
        return TRUE;
    }

  return FALSE;
}

/* Nobody has to do anything about these. */
static gboolean
is_remark (MesoOutcome outcome)
{
  return outcome == MESO_OUTCOME_EXCLUDE || outcome == MESO_OUTCOME_SUITABLE;
}

/**
 * meso_eligibility_is_open:
 * @finding: one of a screening's findings
 * @decisions: (nullable) (element-type MesoScreeningDecision): what was decided about that screening
 * @today: the day that is asked about
 *
 * An override answers a finding that may be overridden, a clearance that holds on @today one that asks for it, and a
 * signature with a reason a caution.
 *
 * Returns: whether the finding still stands in the way
 */
gboolean
meso_eligibility_is_open (const MesoFinding *finding,
                          const GPtrArray   *decisions,
                          MesoCalendarDate   today)
{
  const Ruling ruling = make_ruling (decisions, today);

  return !is_remark (finding->outcome) && !is_answered (&ruling, finding, NULL);
}

static MesoEligibility
judge_finding (const Ruling      *ruling,
               const MesoFinding *finding)
{
  if (is_remark (finding->outcome) || is_answered (ruling, finding, NULL))
    return MESO_ELIGIBILITY_TO_SIGN;

  switch (finding->outcome)
    {
    case MESO_OUTCOME_BLOCK:
      return MESO_ELIGIBILITY_BLOCKED;

    case MESO_OUTCOME_INCOMPLETE:
      return MESO_ELIGIBILITY_INCOMPLETE;

    case MESO_OUTCOME_DEFER:
      /* Once the day has come, the answers are older than the facts: somebody has to look again. */
      return meso_calendar_date_is_set (finding->until) && meso_calendar_date_compare (ruling->today, finding->until) >= 0
               ? MESO_ELIGIBILITY_UNSCREENED : MESO_ELIGIBILITY_WAIT;

    case MESO_OUTCOME_CLEARANCE:
      return MESO_ELIGIBILITY_TO_CLEAR;

    case MESO_OUTCOME_CAUTION:
      return MESO_ELIGIBILITY_TO_DECIDE;

    case MESO_OUTCOME_EXCLUDE:
    case MESO_OUTCOME_SUITABLE:
    default:
      g_assert_not_reached ();
    }
}

/* Strictest first. A wait that is under way outweighs one that is over; the day it ends asks for a new screening anyway. */
static int
get_rank (MesoEligibility eligibility)
{
  static const MesoEligibility strictest_first[] = {
    MESO_ELIGIBILITY_BLOCKED, MESO_ELIGIBILITY_INCOMPLETE, MESO_ELIGIBILITY_WAIT, MESO_ELIGIBILITY_UNSCREENED,
    MESO_ELIGIBILITY_TO_CLEAR, MESO_ELIGIBILITY_TO_DECIDE, MESO_ELIGIBILITY_TO_SIGN, MESO_ELIGIBILITY_SIGNED,
  };
  int rank = 0;

  while (strictest_first[rank] != eligibility)
    rank++;

  return rank;
}

static MesoEligibility
stricter_of (MesoEligibility a,
             MesoEligibility b)
{
  return get_rank (a) <= get_rank (b) ? a : b;
}

/* The verdict as a whole says at least what its findings say. Should it say more, that is believed, and can't be answered. */
static MesoEligibility
judge_verdict (const Ruling      *ruling,
               const MesoVerdict *verdict)
{
  MesoEligibility worst = MESO_ELIGIBILITY_TO_SIGN;
  MesoOutcome strictest = verdict->missing->len > 0 ? MESO_OUTCOME_INCOMPLETE : MESO_OUTCOME_SUITABLE;

  if (verdict->missing->len > 0)
    worst = MESO_ELIGIBILITY_INCOMPLETE;
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      worst = stricter_of (worst, judge_finding (ruling, finding));
      strictest = MAX (strictest, finding->outcome);
    }
  if (verdict->outcome > strictest)
    {
      const MesoFinding whole = { .outcome = verdict->outcome, .until = verdict->until };
      const Ruling nobody = { .today = ruling->today };

      worst = stricter_of (worst, judge_finding (&nobody, &whole));
    }

  return worst;
}

/* A signature is worth what lay before the physician then: each finding must have been answered by that moment, in a way
 * that holds today. */
static gboolean
is_signed (const Ruling      *ruling,
           const MesoVerdict *verdict)
{
  const MesoScreeningDecision *sign = ruling->sign;

  if (sign == NULL || (verdict->outcome != MESO_OUTCOME_SUITABLE && meso_text_is_empty (sign->reason)))
    return FALSE;
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (!is_remark (finding->outcome) && !is_answered (ruling, finding, sign->decided_at))
        return FALSE;
    }

  return TRUE;
}

/* Answers of another day than those that may be built on: of a day to come, or of too long ago. */
static gboolean
is_out_of_time (const MesoScreening *screening,
                MesoCalendarDate     today)
{
  MesoCalendarDate last = meso_calendar_date_add_months (screening->date, MESO_ELIGIBILITY_VALID_MONTHS);

  return meso_calendar_date_compare (today, screening->date) < 0
         || (meso_calendar_date_is_set (last) && meso_calendar_date_compare (today, last) > 0);
}

/**
 * meso_eligibility_judge:
 * @screening: (nullable): the screening that counts
 * @decisions: (nullable) (element-type MesoScreeningDecision): what was decided about it, in any order
 * @today: the day that is asked about
 *
 * Every finding must be answered, not only the strictest: a wait by its day (and then a new screening) or by a
 * physician's override where the rule allows one; a clearance by a paper that holds on @today; a caution by a written
 * reason. Then a physician signs. A decision to wait takes back the signatures before it, and lasts until anything
 * else is decided or the screening runs out. Nothing answers a block, or an open question.
 *
 * Answers run out when a wait is over and after %MESO_ELIGIBILITY_VALID_MONTHS: the facts have moved on, so that the
 * screening counts no more (%MESO_ELIGIBILITY_UNSCREENED). A block and an open question don't run out. Nor does a newer content
 * end anything: a verdict stays what was concluded, and signed, by the content of its day.
 *
 * Returns: whether treatment may go on, or what is missing for that
 */
MesoEligibility
meso_eligibility_judge (const MesoScreening *screening,
                        const GPtrArray     *decisions,
                        MesoCalendarDate     today)
{
  const Ruling ruling = make_ruling (decisions, today);
  MesoEligibility eligibility;

  if (screening == NULL || screening->entered_in_error != NULL)
    return MESO_ELIGIBILITY_UNSCREENED;

  eligibility = judge_verdict (&ruling, screening->verdict);
  if (eligibility == MESO_ELIGIBILITY_BLOCKED || eligibility == MESO_ELIGIBILITY_INCOMPLETE)
    return eligibility;
  if (eligibility == MESO_ELIGIBILITY_UNSCREENED || is_out_of_time (screening, today))
    return MESO_ELIGIBILITY_UNSCREENED;
  if (ruling.says_wait)
    return MESO_ELIGIBILITY_WAIT;
  if (eligibility == MESO_ELIGIBILITY_TO_SIGN && is_signed (&ruling, screening->verdict))
    return MESO_ELIGIBILITY_SIGNED;

  return eligibility;
}

/**
 * meso_eligibility_after_change:
 * @eligibility: what a screening and its decisions meant together
 *
 * A fact that the answers rest on is another since (meso_screening_find_change()). A block stands until somebody has screened
 * again, and an open question is still open.
 *
 * Returns: what they mean now
 */
MesoEligibility
meso_eligibility_after_change (MesoEligibility eligibility)
{
  return eligibility == MESO_ELIGIBILITY_BLOCKED || eligibility == MESO_ELIGIBILITY_INCOMPLETE ? eligibility
                                                                                              : MESO_ELIGIBILITY_UNSCREENED;
}

/**
 * meso_eligibility_allows_session:
 * @screening: (nullable): the short form of a session's day, or the full screening that stands for it
 * @eligibility: what it means that day
 *
 * The questions of every visit need a physician's signature only where an answer asks for one.
 *
 * Returns: whether the session may go on with it
 */
gboolean
meso_eligibility_allows_session (const MesoScreening *screening,
                                 MesoEligibility      eligibility)
{
  if (screening == NULL)
    return FALSE;

  return eligibility == MESO_ELIGIBILITY_SIGNED
         || (eligibility == MESO_ELIGIBILITY_TO_SIGN && screening->verdict->outcome == MESO_OUTCOME_SUITABLE);
}
