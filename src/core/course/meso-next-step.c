/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-next-step.h"

static const char *const names[] = {
  "screen", "decide", "sign", "plan", "formula", "prepare", "session", "aftercare", "book", "review", "none",
};

/**
 * meso_next_step_to_string:
 *
 * Returns: (transfer none): the name as it is printed
 */
const char *
meso_next_step_to_string (MesoNextStep step)
{
  g_return_val_if_fail ((gsize) step < G_N_ELEMENTS (names), NULL);

  return names[step];
}

/**
 * meso_course_get_next_session:
 * @course: (nullable): a plan
 *
 * A session that was moved past another one comes after it; check-ups are no sessions.
 *
 * Returns: (transfer none) (nullable): the treatment or maintenance session that is planned first, overdue or not; %NULL
 *   when none is left, or the course is over
 */
const MesoPlannedSession *
meso_course_get_next_session (const MesoCourse *course)
{
  const MesoPlannedSession *next = NULL;

  if (course == NULL || course->status == MESO_COURSE_FINISHED || course->status == MESO_COURSE_STOPPED)
    return NULL;
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      if (session->kind != MESO_PLAN_CHECK && session->status == MESO_PLANNED
          && (next == NULL || meso_calendar_date_compare (session->date, next->date) < 0))
        next = session;
    }

  return next;
}

/* Days that are unset come before all others. */
static gboolean
is_before (MesoCalendarDate a,
           MesoCalendarDate b)
{
  return meso_calendar_date_compare (a, b) < 0;
}

/* What keeps treatment from going on, and who is to do something about it; NONE when nothing does or nobody can. */
static gboolean
stands_in_the_way (MesoEligibility  eligibility,
                   MesoNextStep    *step_out)
{
  switch (eligibility)
    {
    case MESO_ELIGIBILITY_UNSCREENED:
    case MESO_ELIGIBILITY_INCOMPLETE:
      *step_out = MESO_NEXT_STEP_SCREEN;
      return TRUE;

    case MESO_ELIGIBILITY_BLOCKED:
    case MESO_ELIGIBILITY_WAIT:
      *step_out = MESO_NEXT_STEP_NONE;
      return TRUE;

    case MESO_ELIGIBILITY_TO_CLEAR:
    case MESO_ELIGIBILITY_TO_DECIDE:
      *step_out = MESO_NEXT_STEP_DECIDE;
      return TRUE;

    case MESO_ELIGIBILITY_TO_SIGN:
      *step_out = MESO_NEXT_STEP_SIGN;
      return TRUE;

    case MESO_ELIGIBILITY_SIGNED:
      return FALSE;

    default:
      g_assert_not_reached ();
    }
}

/* Where nothing is left to do in the newest course, a screening after the last treatment asks for another one. */
static MesoNextStep
choose_without_session (const MesoCareFacts *facts)
{
  if (facts->course == NULL || is_before (facts->treated_on, facts->screened_on))
    return MESO_NEXT_STEP_PLAN;

  return MESO_NEXT_STEP_NONE;
}

/* What a clinic without a stock gives isn't prepared here. */
static MesoNextStep
choose_treatment (const MesoCareFacts *facts)
{
  return facts->keeps_stock && !facts->has_preparation ? MESO_NEXT_STEP_PREPARE : MESO_NEXT_STEP_SESSION;
}

/* A date is booked once it has a time of day: until then it is only planned. */
static MesoNextStep
choose_booking (const MesoPlannedSession *next)
{
  return next != NULL && next->minute == MESO_CIVIL_TIME_NO_MINUTE ? MESO_NEXT_STEP_BOOK : MESO_NEXT_STEP_NONE;
}

/**
 * meso_next_step_choose:
 * @facts: what is known of the patient today
 * @today: the clinic's day
 *
 * Who was treated today gets the aftercare sheet, whatever else is the matter. Then what a physician has to close,
 * then what keeps treatment from going on, then the course. One treatment a day: after it the next date is booked.
 *
 * Returns: the one thing that comes next
 */
MesoNextStep
meso_next_step_choose (const MesoCareFacts *facts,
                       MesoCalendarDate     today)
{
  gboolean treated_today = meso_calendar_date_compare (facts->treated_on, today) == 0;
  const MesoPlannedSession *next = meso_course_get_next_session (facts->course);
  MesoNextStep step;

  if (treated_today && is_before (facts->aftercare_on, today))
    return MESO_NEXT_STEP_AFTERCARE;
  if (facts->course != NULL && facts->course->status == MESO_COURSE_SUSPENDED)
    return MESO_NEXT_STEP_REVIEW;
  /* Whatever was signed before: somebody was just told not to treat, and has to finish it. */
  if (facts->draft_forbids)
    return MESO_NEXT_STEP_SCREEN;
  if (stands_in_the_way (facts->eligibility, &step))
    return step;
  /* Without a short form nothing stands in the way yet: it is asked with the session. */
  if (facts->short_eligibility != MESO_ELIGIBILITY_UNSCREENED && stands_in_the_way (facts->short_eligibility, &step))
    return step;
  if (treated_today)
    return choose_booking (next);
  if (next == NULL)
    return choose_without_session (facts);
  if (!facts->has_formula)
    return MESO_NEXT_STEP_FORMULA;

  return meso_calendar_date_compare (next->date, today) <= 0 ? choose_treatment (facts) : choose_booking (next);
}
