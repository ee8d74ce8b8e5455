/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart.h"

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
  g_clear_pointer (&self->last_session, meso_treatment_session_free);
  g_free (self);
}
