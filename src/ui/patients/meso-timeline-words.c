/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-course-bar.h"
#include "meso-formula-wording.h"
#include "meso-outcome-look.h"
#include "meso-patient-words.h"
#include "meso-preparation-words.h"
#include "meso-text.h"

#define INGREDIENTS_MAX 3

const char *
meso_timeline_words_icon (const MesoTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      return meso_outcome_get_icon_name (entry->screening->verdict->outcome);
    case MESO_TIMELINE_DECISION:
      return "meso-sign-symbolic";
    case MESO_TIMELINE_PLAN:
      return "meso-plan-symbolic";
    case MESO_TIMELINE_FORMULA:
      return "meso-flask-symbolic";
    case MESO_TIMELINE_PREPARATION:
      return "meso-vial-symbolic";
    case MESO_TIMELINE_SESSION:
      return "meso-syringe-symbolic";
    case MESO_TIMELINE_HANDOUT:
      return "meso-handout-symbolic";
    case MESO_TIMELINE_REGISTERED:
    default:
      return "meso-patient-symbolic";
    }
}

const char *
meso_timeline_words_kind (const MesoTimelineEntry *entry)
{
  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      return meso_outcome_get_kind (entry->screening->verdict->outcome);
    case MESO_TIMELINE_DECISION:
      return entry->decision->kind == MESO_DECISION_WAIT ? "warning" : "success";
    case MESO_TIMELINE_SESSION:
    case MESO_TIMELINE_PLAN:
      return "accent";
    case MESO_TIMELINE_FORMULA:
    case MESO_TIMELINE_PREPARATION:
    case MESO_TIMELINE_HANDOUT:
    case MESO_TIMELINE_REGISTERED:
    default:
      return "neutral";
    }
}

static const char *
get_decision_title (MesoDecisionKind kind)
{
  switch (kind)
    {
    case MESO_DECISION_OVERRIDE:
      return _("A physician goes on in spite of a finding");
    case MESO_DECISION_CLEARANCE:
      return _("Written clearance entered");
    case MESO_DECISION_WAIT:
      return _("A physician decided to wait");
    case MESO_DECISION_SIGN:
    default:
      return _("Verdict signed");
    }
}

static char *
make_screening_title (const MesoScreening *screening)
{
  const char *outcome = meso_outcome_get_headline (screening->verdict->outcome);

  /* Translators: %s is the verdict: "Suitable" */
  return screening->response->form == MESO_FORM_SHORT ? g_strdup_printf (_("Short form: %s"), outcome)
                                                      : g_strdup_printf (_("Screening: %s"), outcome);
}

static char *
make_handout_title (MesoContext *context,
                    const char  *kind)
{
  const MesoHandoutText *text = meso_protocol_lookup_handout (meso_context_get_protocol (context), kind);
  g_autofree char *title = text != NULL ? meso_words_isolate (meso_local_text_get (text->title, meso_context_get_language (context)))
                                        : meso_words_isolate (kind);

  /* Translators: %s is the title of a sheet */
  return g_strdup_printf (_("Handed out: %s"), title);
}

static char *
make_numbered (MesoContext *context,
               const char  *format,
               int          number)
{
  g_autofree char *text = meso_context_format_number (context, number);

  return meso_text_format (format, "n", text, NULL);
}

static char *
make_plan_title (MesoContext      *context,
                 const MesoCourse *course)
{
  MesoPlanKind kind = meso_course_get_main_kind (course);
  guint n = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < course->sessions->len; i++)
    n += ((const MesoPlannedSession *) g_ptr_array_index (course->sessions, i))->kind == kind;
  number = meso_context_format_number (context, n);
  return g_strdup_printf (ngettext ("Course planned: %s session", "Course planned: %s sessions", n), number);
}

char *
meso_timeline_words_title (MesoContext            *context,
                           const MesoTimelineItem *item)
{
  const MesoTimelineEntry *entry = item->entry;

  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      return make_screening_title (entry->screening);
    case MESO_TIMELINE_DECISION:
      return g_strdup (get_decision_title (entry->decision->kind));
    case MESO_TIMELINE_PLAN:
      return make_plan_title (context, entry->course);
    case MESO_TIMELINE_FORMULA:
      /* Translators: {n} is a number */
      return make_numbered (context, _("Formula, version {n}"), entry->formula->version);
    case MESO_TIMELINE_PREPARATION:
      /* Translators: {n} is a number */
      return make_numbered (context, _("Prepared: formula, version {n}"), entry->preparation->formula_version);
    case MESO_TIMELINE_SESSION:
      if (entry->place == 0)
        return g_strdup (_("Session"));
      /* Translators: {n} is a number */
      return make_numbered (context, C_("timeline", "Session {n}"), entry->place);
    case MESO_TIMELINE_HANDOUT:
      return make_handout_title (context, entry->handout->kind);
    case MESO_TIMELINE_REGISTERED:
    default:
      return g_strdup (_("Put on file"));
    }
}

static void
append_screening (MesoContext         *context,
                  const MesoScreening *screening,
                  GString             *line)
{
  const MesoVerdict *verdict = screening->verdict;
  g_autofree char *findings = meso_context_format_number (context, verdict->findings->len);
  g_autofree char *excluded = meso_context_format_number (context, verdict->excluded_ingredients->len);
  g_autofree char *count = g_strdup_printf (ngettext ("%s finding", "%s findings", verdict->findings->len), findings);
  g_autofree char *out = g_strdup_printf (ngettext ("%s ingredient left out", "%s ingredients left out",
                                                    verdict->excluded_ingredients->len), excluded);

  meso_words_append (line, verdict->findings->len > 0 ? count : _("Nothing found"));
  if (verdict->excluded_ingredients->len > 0)
    meso_words_append (line, out);
}

static void
append_session (MesoContext                *context,
                const MesoTreatmentSession *session,
                GString                    *line)
{
  g_autofree char *volume = meso_formula_wording_volume (context, session->volume_ul);
  g_autofree char *isolated = meso_text_isolate (volume);
  g_autofree char *points = meso_context_format_number (context, session->points);
  g_autofree char *given = NULL;

  if (session->points > 0)
    given = g_strdup_printf (ngettext ("%s in %s point", "%s in %s points", (gulong) session->points), isolated, points);
  meso_words_append (line, given != NULL ? given : session->volume_ul > 0 ? isolated : NULL);
  if (session->pain != MESO_PAIN_NOT_ASKED)
    {
      g_autofree char *pain = meso_context_format_number (context, session->pain);
      g_autofree char *most = meso_context_format_number (context, MESO_PAIN_MAX);
      g_autofree char *text = g_strdup_printf (_("pain %s of %s"), pain, most);

      meso_words_append (line, text);
    }
  if (session->reactions->len > 0)
    {
      g_autofree char *n = meso_context_format_number (context, session->reactions->len);
      g_autofree char *text = g_strdup_printf (ngettext ("%s reaction", "%s reactions", session->reactions->len), n);

      meso_words_append (line, text);
    }
  if (session->no_reactions)
    meso_words_append (line, _("no reactions"));
}

static void
append_formula (MesoContext              *context,
                const MesoFormulaVersion *version,
                GString                  *line)
{
  const GPtrArray *items = version->formula->items;

  meso_words_append (line, version->name);
  for (guint i = 0; i < items->len && i < INGREDIENTS_MAX; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);
      g_autofree char *name = meso_formula_wording_name (context, item->ingredient != NULL ? item->ingredient : item->product);
      g_autofree char *isolated = meso_words_isolate (name);

      meso_words_append (line, isolated);
    }
  if (items->len > INGREDIENTS_MAX)
    meso_words_append (line, "…");
}

static void
append_preparation (MesoContext           *context,
                    const MesoPreparation *preparation,
                    GString               *line)
{
  MesoPreparationState state = meso_preparation_words_get_state (preparation);
  g_autofree char *before = state == MESO_PREPARATION_READY ? meso_preparation_words_before (context, preparation) : NULL;

  meso_words_append (line, meso_preparation_words_state (state));
  meso_words_append (line, before);
  meso_words_append (line, preparation->discard_reason);
}

static void
append_handout (MesoContext            *context,
                const MesoHandoutIssue *handout,
                GString                *line)
{
  g_autofree char *paper = g_ascii_strup (handout->paper, -1);
  g_autofree char *isolated = meso_text_isolate (paper);

  meso_words_append (line, g_str_equal (handout->language, "fa") ? _("Persian") : _("English"));
  meso_words_append (line, isolated);
  meso_words_append (line, _("kept exactly as printed"));
}

static void
append_plan (MesoContext      *context,
             const MesoCourse *course,
             GString          *line)
{
  const MesoPlanTemplate *plan = meso_protocol_lookup_plan (meso_context_get_protocol (context), course->template_id);

  if (plan != NULL)
    meso_words_append (line, meso_local_text_get (plan->name, meso_context_get_language (context)));
  if (course->status == MESO_COURSE_SUSPENDED)
    meso_words_append (line, _("suspended"));
  if (course->status == MESO_COURSE_STOPPED)
    meso_words_append (line, _("stopped"));
}

char *
meso_timeline_words_line (MesoContext             *context,
                          const MesoTimelineEntry *entry)
{
  GString *line = g_string_new (NULL);

  switch (entry->kind)
    {
    case MESO_TIMELINE_SCREENING:
      append_screening (context, entry->screening, line);
      break;
    case MESO_TIMELINE_DECISION:
      meso_words_append (line, entry->decision->clearance_from);
      meso_words_append (line, entry->decision->reason);
      break;
    case MESO_TIMELINE_PLAN:
      append_plan (context, entry->course, line);
      break;
    case MESO_TIMELINE_FORMULA:
      append_formula (context, entry->formula, line);
      break;
    case MESO_TIMELINE_PREPARATION:
      append_preparation (context, entry->preparation, line);
      break;
    case MESO_TIMELINE_SESSION:
      append_session (context, entry->session, line);
      break;
    case MESO_TIMELINE_HANDOUT:
      append_handout (context, entry->handout, line);
      break;
    case MESO_TIMELINE_REGISTERED:
    default:
      break;
    }
  return g_string_free (line, FALSE);
}

char *
meso_timeline_words_who (MesoContext             *context,
                         const MesoTimelineEntry *entry)
{
  GString *line = g_string_new (NULL);
  g_autofree char *moment = meso_context_format_moment (context, entry->at_utc);
  g_autofree char *when = meso_words_isolate (moment);
  g_autofree char *by = entry->by != NULL ? meso_words_isolate (entry->by) : NULL;
  g_autofree char *recorded = meso_context_format_date (context, entry->date, MESO_DATE_STYLE_SHORT_WITH_YEAR);

  /* A late entry carries both days. */
  if (!g_str_has_prefix (moment, recorded) && meso_calendar_date_compare (entry->date, meso_context_get_today (context)) != 0)
    {
      g_autofree char *day = meso_words_isolate (recorded);

      meso_words_append (line, day);
    }
  meso_words_append (line, when);
  meso_words_append (line, by);
  return g_string_free (line, FALSE);
}

char *
meso_timeline_words_month (MesoContext      *context,
                           MesoCalendarDate  date)
{
  g_autofree char *full = meso_context_format_date (context, date, MESO_DATE_STYLE_FULL);
  /* "Tuesday 24 November 2026", «سه‌شنبه ۳ آذر ۱۴۰۵»: the last two words in either calendar. */
  char *year = strrchr (full, ' ');
  char *month = year != NULL ? g_utf8_strrchr (full, year - full, ' ') : NULL;

  return g_strdup (month != NULL ? month + 1 : full);
}
