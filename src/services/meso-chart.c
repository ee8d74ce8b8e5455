/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart.h"

#include "meso-local-day.h"

/**
 * meso_chart_free:
 * @self: (transfer full) (nullable): a chart
 */
void
meso_chart_free (MesoChart *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->patient, meso_patient_free);
  g_clear_pointer (&self->health, g_ptr_array_unref);
  g_clear_pointer (&self->screening, meso_screening_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->short_form, meso_screening_free);
  g_clear_pointer (&self->short_decisions, g_ptr_array_unref);
  g_clear_pointer (&self->course, meso_course_free);
  g_clear_pointer (&self->formula, meso_formula_version_free);
  g_clear_pointer (&self->preparation, meso_preparation_free);
  g_clear_pointer (&self->lapsed, meso_preparation_free);
  g_clear_pointer (&self->barred_lot, meso_lot_free);
  g_clear_pointer (&self->last_session, meso_treatment_session_free);
  g_free (self);
}

static const char *
find_excluded_by (const MesoScreening      *screening,
                  const MesoFormulaVersion *formula)
{
  for (guint i = 0; screening != NULL && i < formula->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (formula->check->lines, i);

      if (g_ptr_array_find_with_equal_func (screening->verdict->excluded_ingredients, line->ingredient, g_str_equal, NULL))
        return line->ingredient;
    }
  return NULL;
}

/**
 * meso_chart_find_excluded:
 * @self: a patient's chart
 * @formula: a formula that is meant for the patient
 *
 * A formula may be older than the screening that takes one of its ingredients out.
 *
 * Returns: (transfer none) (nullable): id of an ingredient that the full screening or the short form excludes
 */
const char *
meso_chart_find_excluded (const MesoChart          *self,
                          const MesoFormulaVersion *formula)
{
  const char *excluded = find_excluded_by (self->screening, formula);

  return excluded != NULL ? excluded : find_excluded_by (self->short_form, formula);
}

/**
 * meso_chart_propose:
 * @self: a patient's chart
 * @protocol: the clinical content that is at work
 * @form: the form that is to be answered
 *
 * Returns: (transfer full) (element-type MesoAnswerProposal): what the person's records suggest as answers; see
 *   meso_answer_proposal_list()
 */
GPtrArray *
meso_chart_propose (const MesoChart    *self,
                    const MesoProtocol *protocol,
                    MesoForm            form)
{
  return meso_answer_proposal_list (protocol, self->health, self->patient->weight_g, self->patient->sex, form);
}

/**
 * meso_chart_judge_at:
 * @self: a patient's chart
 * @protocol: the clinical content that is at work
 * @start: when a session begins; without a time of day, what was noted on that day counts
 *
 * Returns: what the full screening, the decisions about it and the record mean for that session
 */
MesoEligibility
meso_chart_judge_at (const MesoChart    *self,
                     const MesoProtocol *protocol,
                     MesoCivilTime       start)
{
  MesoEligibility eligibility = meso_eligibility_judge (self->screening, self->decisions, start.date);
  g_autofree char *moment = meso_local_day_moment_at (start);

  if (self->screening == NULL || meso_screening_find_change (self->screening, self->patient, self->health, protocol, moment,
                                                             NULL) == MESO_CHANGED_NOTHING)
    return eligibility;
  return meso_eligibility_after_change (eligibility);
}
