/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-words.h"

#include <glib/gi18n.h>

#include "meso-chart-words.h"
#include "meso-local-day.h"
#include "meso-patient-words.h"
#include "meso-text.h"

static void
tag_free (gpointer data)
{
  MesoTagWords *self = data;

  g_free (self->label);
  g_free (self->said);
  g_free (self);
}

static MesoTagWords *
add (GPtrArray  *tags,
     const char *icon,
     const char *label,
     const char *kind)
{
  MesoTagWords *tag = g_new0 (MesoTagWords, 1);

  tag->icon = icon;
  tag->label = g_strdup (label);
  tag->said = g_strdup (label);
  tag->kind = kind;
  g_ptr_array_add (tags, tag);
  return tag;
}

/* The severest is named, the others are counted; a screen reader says them all. */
static void
add_allergies (GPtrArray   *tags,
               MesoContext *context,
               GStrv        allergies)
{
  guint n = g_strv_length (allergies);
  g_autofree char *label = NULL;
  g_autofree char *all = NULL;
  MesoTagWords *tag;

  if (n == 0)
    return;
  label = meso_words_isolate (allergies[0]);
  if (n > 1)
    {
      g_autofree char *number = meso_context_format_number (context, n - 1);
      g_autofree char *first = g_steal_pointer (&label);

      /* Translators: an allergy, and how many more there are */
      label = g_strdup_printf (ngettext ("%s and %s more", "%s and %s more", n - 1), first, number);
    }
  tag = add (tags, "dialog-warning-symbolic", label, "error");
  all = g_strjoinv (C_("between words", ", "), allergies);
  g_free (tag->said);
  /* Translators: said by a screen reader; %s is one allergy or several */
  tag->said = g_strdup_printf (_("allergic to %s"), all);
}

GPtrArray *
meso_outlook_words_tags (MesoContext              *context,
                         const MesoPatient        *patient,
                         const MesoPatientOutlook *outlook,
                         gboolean                  twin)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (tag_free);

  if (outlook != NULL)
    add_allergies (tags, context, outlook->allergies);
  if (outlook != NULL && outlook->asked_pregnant && outlook->pregnant == MESO_ANSWER_YES)
    add (tags, "meso-stop-symbolic", _("Pregnant"), "error");
  if (outlook != NULL && outlook->asked_pregnant && outlook->pregnant == MESO_ANSWER_UNKNOWN)
    add (tags, "meso-question-symbolic", _("Pregnant? Not known"), "warning");
  if (outlook != NULL && outlook->formula_forbidden)
    add (tags, "meso-exclude-symbolic", meso_chart_words_formula_forbidden (), "error");
  if (outlook != NULL && outlook->on_course && outlook->course_status == MESO_COURSE_SUSPENDED)
    add (tags, "meso-pause-symbolic", _("Suspended"), "warning");
  if (twin)
    add (tags, "meso-merge-symbolic", _("Possible duplicate"), "warning");
  if (patient->archived)
    add (tags, "meso-no-data-symbolic", C_("patient", "Archived"), "neutral");
  return tags;
}

char *
meso_outlook_words_title (MesoContext              *context,
                          const MesoPatientOutlook *outlook)
{
  g_autofree char *place = NULL;
  g_autofree char *count = NULL;

  if (outlook == NULL || outlook->registered_at == NULL)
    return g_strdup ("");
  if (!meso_calendar_date_is_set (outlook->next))
    return g_strdup (meso_calendar_date_is_set (outlook->last_seen) ? _("Last seen") : _("Registered"));
  if (outlook->next_kind == MESO_PLAN_CHECK)
    return g_strdup (_("Check-up"));
  if (outlook->next_kind == MESO_PLAN_MAINTENANCE)
    return g_strdup (_("Maintenance session"));
  place = meso_context_format_number (context, outlook->next_place);
  count = meso_context_format_number (context, outlook->next_count);
  return g_strdup_printf (_("Session %s of %s"), place, count);
}

/* As meso_words_day (), where it stands alone. */
static char *
write_day (MesoContext      *context,
           MesoCalendarDate  day)
{
  switch (meso_calendar_date_days_between (meso_context_get_today (context), day))
    {
    case -1:
      return g_strdup (_("Yesterday"));
    case 0:
      return g_strdup (_("Today"));
    case 1:
      return g_strdup (_("Tomorrow"));
    default:
      return meso_words_date (context, day);
    }
}

/* A weekday says nothing of a day that is long over. */
static char *
write_past_day (MesoContext      *context,
                MesoCalendarDate  day)
{
  if (ABS (meso_calendar_date_days_between (meso_context_get_today (context), day)) <= 1)
    return write_day (context, day);
  return meso_words_date_alone (context, day);
}

static char *
write_next (MesoContext              *context,
            const MesoPatientOutlook *outlook)
{
  g_autofree char *day = write_day (context, outlook->next);
  g_autofree char *time = meso_context_format_minute (context, outlook->next_minute);
  g_autofree char *isolated = NULL;

  if (meso_calendar_date_compare (outlook->next, meso_context_get_today (context)) < 0)
    /* Translators: %s is the day that a session was planned for, which is over */
    return g_strdup_printf (_("Overdue: %s"), day);
  if (*time == '\0')
    return g_steal_pointer (&day);
  isolated = meso_text_isolate (time);
  /* Translators: a day and a time, "Today, 10:30" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, isolated);
}

char *
meso_outlook_words_when (MesoContext              *context,
                         const MesoPatientOutlook *outlook)
{
  if (outlook == NULL || outlook->registered_at == NULL)
    return g_strdup ("");
  if (meso_calendar_date_is_set (outlook->next))
    return write_next (context, outlook);
  if (meso_calendar_date_is_set (outlook->last_seen))
    return write_past_day (context, outlook->last_seen);
  return write_past_day (context, meso_local_day_of_moment (outlook->registered_at));
}
