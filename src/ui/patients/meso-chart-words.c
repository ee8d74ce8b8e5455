/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-words.h"

#include <string.h>

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-patient-words.h"
#include "meso-preparation-words.h"
#include "meso-tag.h"
#include "meso-text.h"

/* People count treatments apart from check-ups and maintenance: the number in the plan counts all of them. */
static int
get_place (const MesoCourse         *course,
           const MesoPlannedSession *session,
           int                      *count_out)
{
  int place = 0;
  int count = 0;

  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *other = g_ptr_array_index (course->sessions, i);

      if (other->kind != session->kind)
        continue;
      count++;
      if (other->n <= session->n)
        place++;
    }
  *count_out = count;
  return place;
}

/* NULL when the course has no session left */
static char *
dup_next_place (MesoContext     *context,
                const MesoChart *chart)
{
  const MesoPlannedSession *next = meso_course_get_next_session (chart->course);
  int count;

  return next != NULL ? meso_context_format_number (context, get_place (chart->course, next, &count)) : NULL;
}

static char *
describe_screen_step (const MesoChart *chart)
{
  if (chart->draft_screening || chart->draft_forbids != NULL)
    return g_strdup (_("Resume Screening"));
  if (chart->eligibility == MESO_ELIGIBILITY_INCOMPLETE)
    return g_strdup (_("Complete Screening"));
  return g_strdup (chart->screening != NULL ? _("Screen Again") : _("Start Screening"));
}

char *
meso_chart_words_step (MesoContext     *context,
                       const MesoChart *chart)
{
  g_autofree char *number = NULL;

  switch (chart->next_step)
    {
    case MESO_NEXT_STEP_SCREEN:
      return describe_screen_step (chart);
    case MESO_NEXT_STEP_DECIDE:
      return g_strdup (chart->eligibility == MESO_ELIGIBILITY_TO_CLEAR ? _("Enter Clearance…") : _("Decide…"));
    case MESO_NEXT_STEP_SIGN:
      return g_strdup (_("Sign Verdict"));
    case MESO_NEXT_STEP_PLAN:
      return g_strdup (_("Choose a Plan"));
    case MESO_NEXT_STEP_FORMULA:
      return g_strdup (_("Build Formula"));
    case MESO_NEXT_STEP_PREPARE:
      return g_strdup (_("Prepare Formula"));
    case MESO_NEXT_STEP_SESSION:
      number = dup_next_place (context, chart);
      /* Translators: a button; %s is the number of the session */
      return number != NULL ? g_strdup_printf (_("Record Session %s"), number) : g_strdup (_("Record Session"));
    case MESO_NEXT_STEP_AFTERCARE:
      return g_strdup (_("Print Aftercare"));
    case MESO_NEXT_STEP_BOOK:
      return g_strdup (_("Next Date…"));
    case MESO_NEXT_STEP_REVIEW:
      return g_strdup (_("Review"));
    case MESO_NEXT_STEP_NONE:
    default:
      return g_strdup (_("Open Record"));
    }
}

static char *
describe_wait (MesoContext     *context,
               const MesoChart *chart)
{
  g_autofree char *day = NULL;

  if (!meso_calendar_date_is_set (chart->screening->verdict->until))
    return g_strdup (_("The screening says: not now. Screen again when the reason is over."));
  day = meso_words_date (context, chart->screening->verdict->until);
  /* Translators: %s is a date */
  return g_strdup_printf (_("The screening says: not before %s."), day);
}

/* "Planned for today, 10:30." */
static char *
describe_date (MesoContext     *context,
               const MesoChart *chart)
{
  const MesoPlannedSession *next = meso_course_get_next_session (chart->course);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *isolated = NULL;

  if (next == NULL)
    return g_strdup ("");
  day = meso_words_day (context, next->date);
  time = meso_context_format_minute (context, next->minute);
  isolated = meso_text_isolate (time);
  if (*time == '\0')
    /* Translators: %s is a day: "today", "Mon 23 Nov" */
    return g_strdup_printf (_("Planned for %s."), day);
  /* Translators: a day ("today", "Mon 23 Nov") and a time of day */
  return g_strdup_printf (_("Planned for %s at %s."), day, isolated);
}

static char *
describe_nothing (MesoContext     *context,
                  const MesoChart *chart)
{
  if (chart->eligibility == MESO_ELIGIBILITY_BLOCKED || chart->short_eligibility == MESO_ELIGIBILITY_BLOCKED)
    return g_strdup (_("The screening says: do not treat. No signature changes that; screen again when the reason has changed."));
  if (chart->eligibility == MESO_ELIGIBILITY_WAIT && chart->screening != NULL)
    return describe_wait (context, chart);
  if (chart->short_eligibility == MESO_ELIGIBILITY_WAIT)
    return g_strdup (_("Today’s short form says: not now. Move the session."));
  /* Done for today, and the next date stands. */
  if (meso_course_get_next_session (chart->course) != NULL)
    return describe_date (context, chart);
  return g_strdup (chart->course != NULL ? _("The course is over. A new screening begins the next one.") : _("Nothing is due."));
}

static char *
describe_screening_need (const MesoChart *chart)
{
  if (chart->draft_forbids != NULL)
    return g_strdup (_("An unfinished screening says: do not treat."));
  if (chart->draft_screening)
    return g_strdup (_("It was begun and left; nothing is lost."));
  if (chart->eligibility == MESO_ELIGIBILITY_INCOMPLETE)
    return g_strdup (_("Some answers are missing before there is a verdict."));
  return g_strdup (chart->screening != NULL ? _("The last screening is too old, or its wait is over.")
                                            : _("There is no screening yet. It takes about three minutes."));
}

/* (transfer full): a sentence as the part of a line: what follows is set off by itself */
static char *
dup_without_stop (const char *sentence)
{
  char *text = g_strchomp (g_strdup (sentence != NULL ? sentence : ""));
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '.')
    text[length - 1] = '\0';
  return text;
}

char *
meso_chart_words_suspension (MesoContext      *context,
                             const MesoCourse *course)
{
  g_autofree char *when = course->status_at != NULL ? meso_context_format_moment (context, course->status_at) : NULL;
  g_autofree char *reason = dup_without_stop (course->status_reason);
  const char *parts[] = { reason, course->status_by, when };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *isolated = parts[i] != NULL && *parts[i] != '\0' ? meso_words_isolate (parts[i]) : NULL;

      meso_words_append (text, isolated);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_suspension (MesoContext     *context,
                     const MesoChart *chart)
{
  g_autofree char *details = meso_chart_words_suspension (context, chart->course);

  if (*details == '\0')
    return g_strdup (_("The course is suspended until a physician lets it go on."));
  /* Translators: %s is why, by whom and when: "New patch · Dr Sara Ahmadi · Today, 10:30" */
  return g_strdup_printf (_("The course is suspended until a physician lets it go on: %s"), details);
}

static char *
describe_step (MesoContext     *context,
               const MesoChart *chart)
{
  switch (chart->next_step)
    {
    case MESO_NEXT_STEP_SCREEN:
      return describe_screening_need (chart);
    case MESO_NEXT_STEP_DECIDE:
      return g_strdup (chart->eligibility == MESO_ELIGIBILITY_TO_CLEAR ? _("Another physician’s written clearance is missing.")
                                                                      : _("A physician decides whether to go on, with a reason."));
    case MESO_NEXT_STEP_SIGN:
      return g_strdup (_("The verdict waits for a physician’s signature."));
    case MESO_NEXT_STEP_PLAN:
      return g_strdup (_("The verdict is signed. No course is planned yet."));
    case MESO_NEXT_STEP_FORMULA:
      return g_strdup (chart->formula_forbidden
                         ? _("The formula on file holds something that this patient must not get. Build another one.")
                         : _("The course has no checked formula yet."));
    case MESO_NEXT_STEP_AFTERCARE:
      return g_strdup (_("Treated today; the aftercare sheet was not handed out yet."));
    case MESO_NEXT_STEP_REVIEW:
      return describe_suspension (context, chart);
    case MESO_NEXT_STEP_PREPARE:
      if (chart->lapsed != NULL)
        return meso_preparation_words_lapsed (context, chart->lapsed, chart->barred_lot);
      return g_strdup (_("The session is due, and nothing is prepared for it that may still be given."));
    case MESO_NEXT_STEP_SESSION:
    case MESO_NEXT_STEP_BOOK:
      return describe_date (context, chart);
    case MESO_NEXT_STEP_NONE:
    default:
      return describe_nothing (context, chart);
    }
}

/* Whoever goes on with a record that was put away is to know it; nothing keeps them from it. */
char *
meso_chart_words_why (MesoContext     *context,
                      const MesoChart *chart)
{
  g_autofree char *step = describe_step (context, chart);

  return chart->patient->archived ? g_strconcat (_("This record is archived."), " ", step, NULL) : g_steal_pointer (&step);
}

char *
meso_chart_words_session (MesoContext              *context,
                          const MesoChart          *chart,
                          const MesoPlannedSession *session)
{
  g_autofree char *place = NULL;
  g_autofree char *count = NULL;
  int n = 0;

  if (session->kind == MESO_PLAN_CHECK)
    return g_strdup (_("Check-up"));
  if (session->kind == MESO_PLAN_MAINTENANCE)
    return g_strdup (_("Maintenance session"));
  /* It may belong to a plan before the newest one. */
  if (chart->course == NULL || g_strcmp0 (chart->course->id, session->plan) != 0)
    {
      place = meso_context_format_number (context, session->n);
      return g_strdup_printf (_("Session %s"), place);
    }
  place = meso_context_format_number (context, get_place (chart->course, session, &n));
  count = meso_context_format_number (context, n);
  return g_strdup_printf (_("Session %s of %s"), place, count);
}

const char *
meso_chart_words_status (MesoPlannedStatus status)
{
  switch (status)
    {
    case MESO_DONE:
      return C_("planned session", "Done");
    case MESO_MISSED:
      return C_("planned session", "Missed");
    case MESO_CANCELLED:
      return C_("planned session", "Cancelled");
    case MESO_PLANNED:
    default:
      return C_("planned session", "Planned");
    }
}

static void
add_tag (GPtrArray  *tags,
         const char *icon,
         const char *label,
         const char *kind)
{
  g_ptr_array_add (tags, meso_tag_new (icon, label, kind));
}

static void
add_wait_tag (MesoContext     *context,
              const MesoChart *chart,
              GPtrArray       *tags)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (chart->screening != NULL && meso_calendar_date_is_set (chart->screening->verdict->until))
    {
      day = meso_words_date (context, chart->screening->verdict->until);
      /* Translators: a tag; %s is a date */
      text = g_strdup_printf (_("Not before %s"), day);
    }
  add_tag (tags, "meso-clock-symbolic", text != NULL ? text : _("Not now"), "warning");
}

static void
add_verdict_tags (MesoContext     *context,
                  const MesoChart *chart,
                  gboolean         brief,
                  GPtrArray       *tags)
{
  if (chart->eligibility == MESO_ELIGIBILITY_BLOCKED || chart->short_eligibility == MESO_ELIGIBILITY_BLOCKED)
    add_tag (tags, "meso-stop-symbolic", _("Do not treat"), "error");
  if (chart->course != NULL && chart->course->status == MESO_COURSE_SUSPENDED)
    add_tag (tags, "meso-pause-symbolic", _("Suspended"), "warning");
  if (chart->eligibility == MESO_ELIGIBILITY_WAIT)
    add_wait_tag (context, chart, tags);
  else if (chart->short_eligibility == MESO_ELIGIBILITY_WAIT)
    add_tag (tags, "meso-clock-symbolic", _("Not today"), "warning");
  if (brief)
    return;
  if (chart->eligibility == MESO_ELIGIBILITY_UNSCREENED)
    add_tag (tags, "meso-question-symbolic", chart->screening != NULL ? _("Screen again") : _("Not screened"), "neutral");
  if (chart->eligibility == MESO_ELIGIBILITY_INCOMPLETE)
    add_tag (tags, "meso-question-symbolic", _("Screening incomplete"), "warning");
  if (chart->eligibility == MESO_ELIGIBILITY_TO_CLEAR)
    add_tag (tags, "meso-question-symbolic", _("Needs clearance"), "warning");
  if (chart->eligibility == MESO_ELIGIBILITY_TO_DECIDE)
    add_tag (tags, "meso-question-symbolic", _("Physician decides"), "warning");
  if (chart->eligibility == MESO_ELIGIBILITY_TO_SIGN)
    add_tag (tags, "meso-sign-symbolic", _("To be signed"), "accent");
  if (chart->eligibility == MESO_ELIGIBILITY_SIGNED)
    add_tag (tags, "meso-done-symbolic", _("Verdict signed"), "success");
}

/* What was answered last, the short form of today before the full one. */
static const MesoAnswer *
look_up_answer (const MesoChart *chart,
                const char      *question)
{
  const MesoAnswer *answer = NULL;

  if (chart->short_form != NULL)
    answer = meso_questionnaire_response_lookup (chart->short_form->response, question);
  if (answer == NULL && chart->screening != NULL)
    answer = meso_questionnaire_response_lookup (chart->screening->response, question);
  return answer;
}

static void
add_answer_tags (const MesoChart *chart,
                 GPtrArray       *tags)
{
  const MesoAnswer *pregnant = look_up_answer (chart, "pregnant");
  const MesoAnswer *breastfeeding = look_up_answer (chart, "breastfeeding");

  if (pregnant != NULL && pregnant->kind == MESO_ANSWER_YES)
    add_tag (tags, "meso-stop-symbolic", _("Pregnant"), "error");
  if (pregnant != NULL && pregnant->kind == MESO_ANSWER_UNKNOWN)
    add_tag (tags, "meso-question-symbolic", _("Pregnant? Not known"), "warning");
  if (breastfeeding != NULL && breastfeeding->kind == MESO_ANSWER_YES)
    add_tag (tags, "meso-stop-symbolic", _("Breastfeeding"), "error");
}

const char *
meso_chart_words_formula_forbidden (void)
{
  return _("Formula must not be given");
}

static void
add_excluded_tags (MesoContext     *context,
                   const MesoChart *chart,
                   GPtrArray       *tags)
{
  const GPtrArray *excluded = chart->screening != NULL ? chart->screening->verdict->excluded_ingredients : NULL;

  for (guint i = 0; excluded != NULL && i < excluded->len; i++)
    {
      g_autofree char *name = meso_formula_wording_name (context, g_ptr_array_index (excluded, i));
      g_autofree char *isolated = meso_words_isolate (name);
      /* Translators: a tag; %s is an ingredient that this patient must not get */
      g_autofree char *label = g_strdup_printf (_("No %s"), isolated);

      add_tag (tags, "meso-exclude-symbolic", label, "warning");
    }
}

GPtrArray *
meso_chart_words_make_tags (MesoContext     *context,
                            const MesoChart *chart,
                            gboolean         brief,
                            guint            max)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  guint more;

  add_verdict_tags (context, chart, brief, tags);
  add_answer_tags (chart, tags);
  if (chart->formula_forbidden && meso_course_get_next_session (chart->course) != NULL)
    add_tag (tags, "meso-exclude-symbolic", meso_chart_words_formula_forbidden (), "error");
  if (!brief)
    add_excluded_tags (context, chart, tags);
  for (guint i = 0; i < tags->len; i++)
    g_object_ref_sink (g_ptr_array_index (tags, i));
  if (tags->len > max)
    {
      g_autofree char *number = NULL;
      g_autofree char *label = NULL;

      more = tags->len - max + 1;
      g_ptr_array_set_size (tags, (int) (max - 1));
      number = meso_context_format_number (context, more);
      label = g_strdup_printf (ngettext ("%s more", "%s more", more), number);
      g_ptr_array_add (tags, g_object_ref_sink (meso_tag_new (NULL, label, "neutral")));
    }
  return tags;
}
