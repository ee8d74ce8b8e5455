/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-beginning.h"

#include <glib/gi18n.h>

#include "meso-chart-words.h"
#include "meso-formula-wording.h"
#include "meso-staff-service.h"

static gboolean
may_treat (const MesoSessionFacts *facts,
           const MesoStaff        *person)
{
  for (guint i = 0; person != NULL && i < facts->staff->len; i++)
    {
      if (g_str_equal (((const MesoStaff *) g_ptr_array_index (facts->staff, i))->id, person->id))
        return TRUE;
    }
  return FALSE;
}

/* A new form begins with what is known: today, now, who is at the desk, and the volume of the formula. */
MesoSessionForm *
meso_session_beginning_new (MesoContext            *context,
                            const MesoSessionFacts *facts)
{
  MesoSessionForm *form = meso_session_form_new ();
  MesoCivilTime now = meso_context_get_now (context);
  const MesoFormulaVersion *formula = facts->chart->formula;
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (meso_context_get_clinic (context));

  form->date = now.date;
  form->operator_id = may_treat (facts, desk) ? g_strdup (desk->id) : NULL;
  g_free (form->time);
  form->time = meso_context_format_minute (context, now.minute);
  if (formula == NULL)
    return form;
  g_free (form->volume);
  form->volume = meso_formula_wording_volume (context, formula->check->total_volume_ul);
  if (formula->formula->points > 0)
    {
      g_free (form->points);
      form->points = meso_context_format_number (context, formula->formula->points);
    }
  return form;
}

/* What is on record, in the digits that the window writes. */
MesoSessionForm *
meso_session_beginning_correct (MesoContext            *context,
                                const MesoSessionFacts *facts)
{
  MesoSessionForm *form = meso_session_form_new_amend (facts->original);
  char **texts[] = { &form->time, &form->points, &form->volume, &form->wasted, &form->before[0], &form->before[1],
                     &form->after[0], &form->after[1] };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = *texts[i];

      *texts[i] = meso_context_localise_number (context, text);
    }
  return form;
}

/* Who is in charge: a physician who treats, else the one who signed the screening. */
static void
take_physician (MesoTreatmentSession   *session,
                const MesoSessionFacts *facts)
{
  for (guint i = 0; i < facts->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (facts->staff, i);

      if (person->role == MESO_ROLE_PHYSICIAN && g_strcmp0 (person->id, session->operator) == 0)
        {
          g_set_str (&session->physician, person->id);
          return;
        }
    }
  g_set_str (&session->physician, facts->physician);
}

/* A correction is about the same session: which one and what with stay as they were recorded, and so do the questions of the day
 * while the day does. */
static void
take_from_original (MesoTreatmentSession       *session,
                    const MesoTreatmentSession *original)
{
  gboolean same_day = meso_calendar_date_compare (session->date, original->date) == 0;

  g_set_str (&session->plan, original->plan);
  session->session_n = original->session_n;
  if (same_day)
    g_set_str (&session->screening, original->screening);
  g_set_str (&session->formula, original->formula);
  g_set_str (&session->preparation, original->preparation);
  session->formula_version = original->formula_version;
  if (g_strcmp0 (session->operator, original->operator) == 0)
    g_set_str (&session->physician, original->physician);
}

/* What lies ready is what is given. */
static void
take_preparation (MesoTreatmentSession   *session,
                  const MesoSessionFacts *facts)
{
  MesoCivilTime start = { session->date, session->minute };
  const MesoPreparation *preparation = meso_session_mixtures_find (facts->mixtures, facts->chart->formula, start);

  if (preparation != NULL)
    g_set_str (&session->preparation, preparation->id);
}

void
meso_session_beginning_complete (MesoTreatmentSession   *session,
                                 const MesoSessionFacts *facts)
{
  take_physician (session, facts);
  if (facts->original != NULL)
    take_from_original (session, facts->original);
  else
    take_preparation (session, facts);
}

char *
meso_session_beginning_dup_title (MesoContext            *context,
                                  const MesoSessionFacts *facts)
{
  const MesoChart *chart = facts->chart;
  const MesoTreatmentSession *original = facts->original;
  const MesoPlannedSession *planned = original == NULL ? meso_course_get_next_session (chart->course) : NULL;

  for (guint i = 0; original != NULL && chart->course != NULL && i < chart->course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (chart->course->sessions, i);

      if (g_strcmp0 (session->plan, original->plan) == 0 && session->n == original->session_n)
        planned = session;
    }
  return planned != NULL ? meso_chart_words_session (context, chart, planned) : g_strdup (_("Session"));
}
