/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form-reading.h"

#include <glib/gi18n.h>

#include "meso-text.h"
#include "meso-time-text.h"
#include "meso-volume-text.h"

#define MINOXIDIL "minoxidil"
/* A mark of the finest syringe: less is not seen on the scale. */
#define SMALLEST_MARK_UL 10

gboolean
meso_session_form_needs_pressure (const MesoChart *chart)
{
  const GPtrArray *lines = chart->formula != NULL ? chart->formula->check->lines : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->ingredient, MINOXIDIL))
        return TRUE;
    }
  return FALSE;
}

/* A whole number in any digits; empty is 0. */
static gboolean
read_number (const char *text,
             gint64      max,
             gint64     *number_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  guint64 number = 0;

  *number_out = 0;
  if (*trimmed == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, (guint64) max, &number, NULL))
    return FALSE;
  *number_out = (gint64) number;
  return TRUE;
}

MesoSessionSum
meso_session_form_sum (const MesoSessionForm *self,
                       const MesoChart       *chart)
{
  MesoSessionSum sum = { 0 };
  gint64 wasted;

  if (!read_number (self->points, 1000, &sum.points) || !meso_volume_text_read (self->volume, &sum.volume_ul) ||
      !meso_volume_text_read (self->wasted, &wasted))
    return sum;
  sum.known = sum.points > 0 && sum.volume_ul > 0;
  sum.per_point_nl = sum.points > 0 ? sum.volume_ul * 1000 / sum.points : 0;
  sum.drawn_ul = chart->formula != NULL ? chart->formula->check->total_volume_ul : 0;
  sum.left_ul = sum.drawn_ul - sum.volume_ul - wasted;
  return sum;
}

static void
fault (char             **faults,
       MesoSessionField   field,
       const char        *text)
{
  if (faults[field] == NULL)
    faults[field] = g_strdup (text);
}

static MesoBloodPressure
read_pressure (char             *const *texts,
               gboolean          needed,
               MesoSessionField  field,
               char            **faults)
{
  gint64 systolic;
  gint64 diastolic;

  if (!read_number (texts[0], 300, &systolic) || !read_number (texts[1], 300, &diastolic))
    fault (faults, field, _("Two numbers in mmHg, such as 120 and 80."));
  else if ((systolic == 0) != (diastolic == 0))
    fault (faults, field, _("Enter both numbers, or neither."));
  else if (systolic != 0 && systolic <= diastolic)
    fault (faults, field, _("The first number is the higher one."));
  else if (systolic != 0 && (systolic < 50 || diastolic < 20))
    fault (faults, field, _("This is too low to be a blood pressure. Look at the numbers again."));
  else if (needed && systolic == 0)
    fault (faults, field, _("The formula holds minoxidil: measure the blood pressure before and after."));
  return (MesoBloodPressure) { (int) systolic, (int) diastolic };
}

static void
read_amounts (const MesoSessionForm *self,
              MesoTreatmentSession  *session,
              char                 **faults)
{
  gint64 points;

  if (!read_number (self->points, 1000, &points))
    fault (faults, MESO_SESSION_FIELD_POINTS, _("A whole number up to 1000."));
  else if (points == 0)
    fault (faults, MESO_SESSION_FIELD_POINTS, _("How many points were injected?"));
  if (!meso_volume_text_read (self->volume, &session->volume_ul))
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("A volume, such as 5 mL."));
  else if (session->volume_ul == 0)
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("How much was injected?"));
  if (!meso_volume_text_read (self->wasted, &session->wasted_ul))
    fault (faults, MESO_SESSION_FIELD_WASTED, _("A volume, such as 0.2 mL. Leave it empty for none."));
  session->points = (int) points;
}

/* More injected than there was is a slip of the pen; what was thrown away is somebody's estimate, and the sum tells of it. */
static void
check_against_formula (const MesoSessionForm *self,
                       const MesoChart       *chart,
                       char                 **faults)
{
  MesoSessionSum sum = meso_session_form_sum (self, chart);

  if (sum.known && sum.drawn_ul > 0 && sum.volume_ul > sum.drawn_ul + SMALLEST_MARK_UL)
    fault (faults, MESO_SESSION_FIELD_VOLUME, _("This is more than the formula makes."));
}

static void
read_reactions (const MesoSessionForm *self,
                MesoTreatmentSession  *session,
                char                 **faults)
{
  for (guint i = 0; i < self->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (self->reactions, i);
      g_autofree char *note = meso_text_trim (reaction->note);

      if (g_str_equal (reaction->term, MESO_REACTION_OTHER) && *note == '\0')
        fault (faults, MESO_SESSION_FIELD_REACTIONS, _("Say in a few words what the other reaction was."));
      g_ptr_array_add (session->reactions, meso_reaction_new (reaction->term, reaction->grade, note));
    }
}

static void
read_when_and_who (const MesoSessionForm *self,
                   MesoTreatmentSession  *session,
                   MesoCalendarDate       today,
                   char                 **faults)
{
  if (!meso_calendar_date_is_set (self->date))
    fault (faults, MESO_SESSION_FIELD_DATE, _("On which day was it?"));
  else if (meso_calendar_date_compare (self->date, today) > 0)
    fault (faults, MESO_SESSION_FIELD_DATE, _("This day is still to come."));
  if (!meso_time_text_read (self->time, &session->minute))
    fault (faults, MESO_SESSION_FIELD_TIME, _("A time of day, such as 10:30."));
  if (self->operator_id == NULL)
    fault (faults, MESO_SESSION_FIELD_OPERATOR, _("Who treated?"));
  session->date = self->date;
  session->operator = g_strdup (self->operator_id);
}

/* Which planned session it is: the one that is due, or the corrected one's own. */
static void
take_from_chart (const MesoSessionForm *self,
                 MesoTreatmentSession  *session,
                 const MesoChart       *chart)
{
  const MesoPlannedSession *next = chart->course != NULL ? meso_course_get_next_session (chart->course) : NULL;

  session->patient = g_strdup (chart->patient->id);
  session->screening = g_strdup (chart->short_form != NULL ? chart->short_form->id : NULL);
  if (chart->formula != NULL)
    {
      session->formula = g_strdup (chart->formula->formula_id);
      session->formula_version = chart->formula->version;
    }
  if (next != NULL && self->amends == NULL)
    {
      session->plan = g_strdup (next->plan);
      session->session_n = next->n;
    }
}

MesoTreatmentSession *
meso_session_form_build (const MesoSessionForm *self,
                         const MesoChart       *chart,
                         MesoCalendarDate       today,
                         char                 **faults)
{
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  gboolean pressure = meso_session_form_needs_pressure (chart);
  g_autofree char *reason = meso_text_trim (self->reason);

  read_when_and_who (self, session, today, faults);
  read_amounts (self, session, faults);
  check_against_formula (self, chart, faults);
  session->before = read_pressure (self->before, pressure, MESO_SESSION_FIELD_BEFORE, faults);
  session->after = read_pressure (self->after, pressure, MESO_SESSION_FIELD_AFTER, faults);
  read_reactions (self, session, faults);
  session->no_reactions = self->no_reactions;
  if (self->amends != NULL && *reason == '\0')
    fault (faults, MESO_SESSION_FIELD_REASON, _("Say why it is corrected: what was recorded stays beside it."));
  session->pain = self->pain;
  g_set_str (&session->notes, self->notes);
  take_from_chart (self, session, chart);
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      if (faults[i] != NULL)
        return NULL;
    }
  return g_steal_pointer (&session);
}
