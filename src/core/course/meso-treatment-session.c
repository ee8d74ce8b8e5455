/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-treatment-session.h"

/**
 * meso_reaction_new:
 * @term: id of a side effect of the content, or %MESO_REACTION_OTHER
 * @grade: 1 to %MESO_REACTION_MAX_GRADE
 * @note: (nullable): more about it
 *
 * Returns: (transfer full): a reaction
 */
MesoReaction *
meso_reaction_new (const char *term,
                   int         grade,
                   const char *note)
{
  MesoReaction *self = g_new0 (MesoReaction, 1);

  self->term = g_strdup (term);
  self->grade = grade;
  self->note = g_strdup (note != NULL ? note : "");

  return self;
}

/**
 * meso_reaction_free:
 * @self: (transfer full) (nullable): a reaction
 */
void
meso_reaction_free (MesoReaction *self)
{
  if (self == NULL)
    return;
  g_free (self->term);
  g_free (self->note);
  g_free (self);
}

/**
 * meso_blood_pressure_is_set:
 * @self: a pair of values
 *
 * Returns: whether anything was measured
 */
gboolean
meso_blood_pressure_is_set (MesoBloodPressure self)
{
  return self.systolic != 0 || self.diastolic != 0;
}

/**
 * meso_treatment_session_new:
 *
 * Returns: (transfer full): a session about which nothing is known yet; it owns what is put into it
 */
MesoTreatmentSession *
meso_treatment_session_new (void)
{
  MesoTreatmentSession *self = g_new0 (MesoTreatmentSession, 1);

  self->minute = MESO_CIVIL_TIME_NO_MINUTE;
  self->pain = MESO_PAIN_NOT_ASKED;
  self->reactions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_reaction_free);
  self->notes = g_strdup ("");
  self->reason = g_strdup ("");

  return self;
}

static gpointer
copy_reaction (gconstpointer reaction,
               gpointer      unused)
{
  const MesoReaction *self = reaction;

  return meso_reaction_new (self->term, self->grade, self->note);
}

/**
 * meso_treatment_session_copy:
 * @self: a session
 *
 * Returns: (transfer full): an independent copy
 */
MesoTreatmentSession *
meso_treatment_session_copy (const MesoTreatmentSession *self)
{
  MesoTreatmentSession *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MesoTreatmentSession, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->patient = g_strdup (self->patient);
  copy->plan = g_strdup (self->plan);
  copy->operator = g_strdup (self->operator);
  copy->operator_licence = g_strdup (self->operator_licence);
  copy->physician = g_strdup (self->physician);
  copy->screening = g_strdup (self->screening);
  copy->formula = g_strdup (self->formula);
  copy->preparation = g_strdup (self->preparation);
  copy->reactions = g_ptr_array_copy (self->reactions, copy_reaction, NULL);
  copy->notes = g_strdup (self->notes);
  copy->amends = g_strdup (self->amends);
  copy->reason = g_strdup (self->reason);
  copy->amended_by = g_strdup (self->amended_by);
  copy->entered_in_error = g_strdup (self->entered_in_error);
  copy->recorded_at = g_strdup (self->recorded_at);
  copy->recorded_by = g_strdup (self->recorded_by);

  return copy;
}

/**
 * meso_treatment_session_free:
 * @self: (transfer full) (nullable): a session
 */
void
meso_treatment_session_free (MesoTreatmentSession *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->plan);
  g_free (self->operator);
  g_free (self->operator_licence);
  g_free (self->physician);
  g_free (self->screening);
  g_free (self->formula);
  g_free (self->preparation);
  g_ptr_array_unref (self->reactions);
  g_free (self->notes);
  g_free (self->amends);
  g_free (self->reason);
  g_free (self->amended_by);
  g_free (self->entered_in_error);
  g_free (self->recorded_at);
  g_free (self->recorded_by);
  g_free (self);
}

/**
 * meso_treatment_session_counts:
 * @self: a stored session
 *
 * Returns: whether it is what happened: neither corrected by another nor entered in error
 */
gboolean
meso_treatment_session_counts (const MesoTreatmentSession *self)
{
  return self->amended_by == NULL && self->entered_in_error == NULL;
}
