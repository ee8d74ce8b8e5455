/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan.h"

#include "meso-core-error.h"
#include "meso-text.h"

#define DAYS_PER_WEEK 7
#define ALL_DAYS_CLOSED ((1 << DAYS_PER_WEEK) - 1)
#define INTERVAL_MAX_DAYS 3650
#define MAX_DAYS_AHEAD 366

/* Days and months between one entry of a plan and another; one of them is 0. */
typedef struct
{
  int days;
  int months;
} Gap;

/* What follows the last treatment. Late infections of the skin showed up to 12 weeks after it
 * [NTM15], scars after a year [HairLoss17]; maintenance every 3 to 6 months is the article's. */
static const struct
{
  Gap gap;
  MesoPlanKind kind;
} follow_ups[] = {
  { { 28, 0 }, MESO_PLAN_CHECK },
  { { 84, 0 }, MESO_PLAN_CHECK },
  { { 0, 3 }, MESO_PLAN_MAINTENANCE },
  { { 0, 12 }, MESO_PLAN_CHECK },
};

static const char *const kind_names[] = { "treatment", "maintenance", "check" };
static const char *const day_names[DAYS_PER_WEEK] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/**
 * meso_plan_kind_to_string:
 * @kind: a kind of session
 *
 * Returns: its stable name: "treatment", "maintenance", "check"
 */
const char *
meso_plan_kind_to_string (MesoPlanKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), kind_names[MESO_PLAN_TREATMENT]);

  return kind_names[kind];
}

static gboolean
is_closed (MesoCalendarDate date,
           guint8           closed)
{
  return (closed & (1 << (meso_calendar_date_get_weekday (date) - 1))) != 0;
}

/* The first open day that is at least the gap after a day; unset when the calendar ends before. */
static MesoCalendarDate
find_open_day (MesoCalendarDate after,
               Gap              gap,
               guint8           closed)
{
  MesoCalendarDate date = meso_calendar_date_add_months (after, gap.months);

  if (meso_calendar_date_is_set (date))
    date = meso_calendar_date_add_days (date, gap.days);
  while (meso_calendar_date_is_set (date) && is_closed (date, closed))
    date = meso_calendar_date_add_days (date, 1);

  return date;
}

/* The gap behind the first sessions, as many as are there already: the first is on the start day, and each step adds its
 * repeats after it. A pattern that is used up goes on with its last step. */
static Gap
get_step_gap (const MesoPlanTemplate *template,
              int                     n_sessions)
{
  const MesoPlanStep *step = NULL;
  int n_covered = 0;

  for (guint i = 0; i < template->steps->len; i++)
    {
      step = g_ptr_array_index (template->steps, i);
      n_covered += step->repeats;
      if (step->repeats == 0 || n_sessions <= n_covered)
        break;
    }

  g_assert (step != NULL);

  return (Gap) { step->gap_days, step->gap_months };
}

static gboolean
add_session (MesoPlan          *self,
             MesoCalendarDate   date,
             MesoPlanKind       kind,
             GError           **error)
{
  MesoPlanSession *session;

  if (!meso_calendar_date_is_set (date))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "The plan would go on after the year 9999. Choose an earlier start.");
      return FALSE;
    }

  session = g_new (MesoPlanSession, 1);
  *session = (MesoPlanSession) { self->sessions->len + 1, date, kind };
  g_ptr_array_add (self->sessions, session);

  return TRUE;
}

static MesoCalendarDate
get_last_date (const MesoPlan *self)
{
  const MesoPlanSession *last = g_ptr_array_index (self->sessions, self->sessions->len - 1);

  return last->date;
}

static gboolean
check_count (const MesoPlanTemplate  *template,
             int                      n_sessions,
             GError                 **error)
{
  g_autofree char *quoted = meso_text_quote (template->id);

  if (n_sessions >= template->min_sessions && n_sessions <= template->max_sessions)
    return TRUE;

  if (template->min_sessions == template->max_sessions)
    g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                 "The plan %s has %d sessions; %d can't be planned with it.",
                 quoted, template->min_sessions, n_sessions);
  else
    g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                 "The plan %s has %d to %d sessions; %d can't be planned with it.",
                 quoted, template->min_sessions, template->max_sessions, n_sessions);

  return FALSE;
}

static gboolean
check_options (const MesoPlanOptions  *options,
               GError                **error)
{
  if (!meso_calendar_date_is_set (options->start))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "The plan needs the day of its first session.");
      return FALSE;
    }

  if (options->interval_days < 0 || options->interval_days > INTERVAL_MAX_DAYS)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "The interval between sessions can be 1 to %d days, not %d.",
                   INTERVAL_MAX_DAYS, options->interval_days);
      return FALSE;
    }

  if ((options->closed & ALL_DAYS_CLOSED) == ALL_DAYS_CLOSED)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "All seven days of the week are closed. Leave at least one day open.");
      return FALSE;
    }

  return TRUE;
}

/* Days are counted from the day that the session before really has; calendar months from where they began, so that a short
 * month or a closed day doesn't pull all later ones along: 30 November, 28 February, 30 May. */
static MesoCalendarDate
find_next_day (const MesoPlan    *self,
               Gap                gap,
               guint8             closed,
               MesoCalendarDate  *months_from,
               int               *months)
{
  if (gap.months == 0)
    {
      *months = 0;
      return find_open_day (get_last_date (self), gap, closed);
    }

  if (*months == 0)
    *months_from = get_last_date (self);
  *months += gap.months;

  return find_open_day (*months_from, (Gap) { 0, *months }, closed);
}

static gboolean
add_sessions (MesoPlan                *self,
              const MesoPlanTemplate  *template,
              const MesoPlanOptions   *options,
              int                      n_sessions,
              GError                 **error)
{
  MesoPlanKind kind = template->maintenance ? MESO_PLAN_MAINTENANCE : MESO_PLAN_TREATMENT;
  MesoCalendarDate start = options->start;
  MesoCalendarDate months_from = MESO_CALENDAR_DATE_NONE;
  int months = 0;

  /* An unset day comes before every other. */
  if (meso_calendar_date_compare (start, options->not_before) < 0)
    start = options->not_before;
  if (!add_session (self, find_open_day (start, (Gap) { 0, 0 }, options->closed), kind, error))
    return FALSE;

  for (int i = 1; i < n_sessions; i++)
    {
      Gap gap = options->interval_days > 0 ? (Gap) { options->interval_days, 0 } : get_step_gap (template, i);

      if (!add_session (self, find_next_day (self, gap, options->closed, &months_from, &months), kind, error))
        return FALSE;
    }

  return TRUE;
}

/* Their order is that of their days: three months are never less than 84 days. */
static gboolean
add_follow_ups (MesoPlan  *self,
                guint8     closed,
                GError   **error)
{
  MesoCalendarDate last = get_last_date (self);

  for (guint i = 0; i < G_N_ELEMENTS (follow_ups); i++)
    if (!add_session (self, find_open_day (last, follow_ups[i].gap, closed), follow_ups[i].kind, error))
      return FALSE;

  return TRUE;
}

/**
 * meso_plan_new:
 * @template: what the content says of such a course
 * @options: what was chosen
 * @error: return location
 *
 * Lays out the days of a course. A closed day, or one before the first allowed day, moves a
 * session on, never back, and the following ones with it, so that no gap of days is shorter than
 * asked for; gaps of months keep their day of the month. A course of treatments is followed by checks 4 weeks, 12 weeks and 12 months after the last one,
 * and by one maintenance session 3 months after it.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with %MESO_CORE_ERROR_INVALID or %MESO_CORE_ERROR_RANGE
 *   when the options can't be
 */
MesoPlan *
meso_plan_new (const MesoPlanTemplate  *template,
               const MesoPlanOptions   *options,
               GError                 **error)
{
  g_autoptr (MesoPlan) self = NULL;
  int n_sessions;

  g_return_val_if_fail (template != NULL && template->steps->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  n_sessions = options->sessions != 0 ? options->sessions : template->default_sessions;
  if (!check_options (options, error) || !check_count (template, n_sessions, error))
    return NULL;

  self = g_new0 (MesoPlan, 1);
  self->template_id = g_strdup (template->id);
  self->sessions = g_ptr_array_new_with_free_func (g_free);

  if (!add_sessions (self, template, options, n_sessions, error))
    return NULL;
  if (!template->maintenance && !add_follow_ups (self, options->closed, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * meso_plan_free:
 * @self: (transfer full): a plan
 */
void
meso_plan_free (MesoPlan *self)
{
  g_free (self->template_id);
  g_ptr_array_unref (self->sessions);
  g_free (self);
}

static gboolean
parse_day (const char *text,
           int        *day_out)
{
  for (int i = 0; i < DAYS_PER_WEEK; i++)
    {
      if (g_ascii_strcasecmp (text, day_names[i]) == 0)
        {
          *day_out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_plan_judge_day:
 * @day: the day of a session that is to come
 * @today: the day it is asked on
 *
 * Nothing can be planned for a day that is over. One more than a year ahead is a slip in the year or the calendar: the
 * longest gap between two sessions is a year.
 */
MesoPlanDay
meso_plan_judge_day (MesoCalendarDate day,
                     MesoCalendarDate today)
{
  int ahead = meso_calendar_date_days_between (today, day);

  if (ahead < 0)
    return MESO_PLAN_DAY_PAST;
  return ahead > MAX_DAYS_AHEAD ? MESO_PLAN_DAY_FAR : MESO_PLAN_DAY_FITS;
}

/**
 * meso_plan_parse_closed_days:
 * @text: (nullable): days of the week as "fri,sat"; empty or %NULL for none
 * @closed_out: (out): bit (ISO weekday − 1) set for each; not touched on error
 * @error: return location
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when a name isn't one of mon, tue, wed, thu, fri, sat, sun
 */
gboolean
meso_plan_parse_closed_days (const char  *text,
                             guint8      *closed_out,
                             GError     **error)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);
  guint8 closed = 0;

  /* The empty text splits into no names at all. */
  for (guint i = 0; names[i] != NULL; i++)
    {
      int day;

      if (!parse_day (g_strstrip (names[i]), &day))
        {
          g_autofree char *quoted = meso_text_quote (names[i]);

          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "%s isn't a day of the week: write mon, tue, wed, thu, fri, sat or sun, with commas between.",
                       quoted);
          return FALSE;
        }
      closed |= 1 << day;
    }

  *closed_out = closed;

  return TRUE;
}
