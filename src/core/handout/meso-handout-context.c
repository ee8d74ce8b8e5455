/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-context.h"

/**
 * meso_letterhead_new:
 *
 * Returns: (transfer full): a neutral letterhead: every text is empty
 */
MesoLetterhead *
meso_letterhead_new (void)
{
  MesoLetterhead *self = g_new0 (MesoLetterhead, 1);

  self->clinic_name = g_strdup ("");
  self->physician = g_strdup ("");
  self->address = g_ptr_array_new_with_free_func (g_free);
  self->phone = g_strdup ("");
  self->emergency_number = g_strdup ("");

  return self;
}

/**
 * meso_letterhead_free:
 * @self: (nullable) (transfer full): a letterhead
 */
void
meso_letterhead_free (MesoLetterhead *self)
{
  if (self == NULL)
    return;

  g_free (self->clinic_name);
  g_free (self->physician);
  g_clear_pointer (&self->address, g_ptr_array_unref);
  g_free (self->phone);
  g_free (self->emergency_number);
  g_free (self);
}

/**
 * meso_handout_context_new:
 *
 * Returns: (transfer full): a context for nobody and no day, in English, on neutral paper
 */
MesoHandoutContext *
meso_handout_context_new (void)
{
  MesoHandoutContext *self = g_new0 (MesoHandoutContext, 1);

  self->language = g_strdup ("en");
  self->when = MESO_CIVIL_TIME_NONE;
  self->patient_name = g_strdup ("");
  self->file_number = g_strdup ("");
  self->treated_by = g_strdup ("");
  self->letterhead = meso_letterhead_new ();
  self->ingredients = g_ptr_array_new_with_free_func (g_free);
  self->flags = g_ptr_array_new_with_free_func (g_free);
  self->visits = g_ptr_array_new_with_free_func (g_free);
  self->reviewed_by = g_strdup ("");
  self->printed_at = MESO_CIVIL_TIME_NONE;

  return self;
}

/**
 * meso_handout_context_free:
 * @self: (nullable) (transfer full): a context
 */
void
meso_handout_context_free (MesoHandoutContext *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_free (self->patient_name);
  g_free (self->file_number);
  g_free (self->treated_by);
  meso_letterhead_free (self->letterhead);
  g_clear_pointer (&self->ingredients, g_ptr_array_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->account, meso_screening_account_free);
  g_clear_pointer (&self->formula, meso_formula_account_free);
  g_free (self->reviewed_by);
  g_free (self);
}

/**
 * meso_handout_context_add_ingredient:
 * @self: a context
 * @ingredient: id of an ingredient that the formula holds
 */
void
meso_handout_context_add_ingredient (MesoHandoutContext *self,
                                     const char         *ingredient)
{
  g_ptr_array_add (self->ingredients, g_strdup (ingredient));
}

/**
 * meso_handout_context_add_flag:
 * @self: a context
 * @flag: a flag of the patient
 */
void
meso_handout_context_add_flag (MesoHandoutContext *self,
                               const char         *flag)
{
  g_ptr_array_add (self->flags, g_strdup (flag));
}

/**
 * meso_handout_context_add_visit:
 * @self: a context
 * @when: its day, with a time of day when that is agreed; visits are added earliest first
 * @n: number of the session; 0 when not known
 * @kind: what it is for
 */
void
meso_handout_context_add_visit (MesoHandoutContext *self,
                                MesoCivilTime       when,
                                int                 n,
                                MesoPlanKind        kind)
{
  MesoHandoutVisit *visit = g_new0 (MesoHandoutVisit, 1);

  visit->when = when;
  visit->n = n;
  visit->kind = kind;
  g_ptr_array_add (self->visits, visit);
}

/**
 * meso_handout_context_add_plan:
 * @self: a context
 * @plan: a plan
 * @after: only sessions later than this day are still to come
 */
void
meso_handout_context_add_plan (MesoHandoutContext *self,
                               const MesoPlan     *plan,
                               MesoCalendarDate    after)
{
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);
      MesoCivilTime when = { session->date, MESO_CIVIL_TIME_NO_MINUTE };

      if (meso_calendar_date_compare (session->date, after) > 0)
        meso_handout_context_add_visit (self, when, session->n, session->kind);
    }
}
