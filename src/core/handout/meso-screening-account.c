/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-account.h"

/**
 * meso_screening_account_new:
 * @screening: (transfer full): a stored screening
 *
 * Returns: (transfer full): a screening about which nothing was decided yet
 */
MesoScreeningAccount *
meso_screening_account_new (MesoScreening *screening)
{
  MesoScreeningAccount *self = g_new0 (MesoScreeningAccount, 1);

  self->screening = screening;
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
  self->decided_on = g_array_new (FALSE, FALSE, sizeof (MesoCalendarDate));
  self->recorded_on = MESO_CALENDAR_DATE_NONE;
  return self;
}

/**
 * meso_screening_account_free:
 * @self: (transfer full): an account
 */
void
meso_screening_account_free (MesoScreeningAccount *self)
{
  meso_screening_free (self->screening);
  g_ptr_array_unref (self->decisions);
  g_array_unref (self->decided_on);
  g_clear_pointer (&self->staff, g_hash_table_unref);
  g_clear_pointer (&self->judged_by, meso_protocol_unref);
  g_free (self);
}

/**
 * meso_screening_account_add_decision:
 * @decision: (transfer full): what was decided after all that is there already
 * @decided_on: the clinic's day
 */
void
meso_screening_account_add_decision (MesoScreeningAccount  *self,
                                     MesoScreeningDecision *decision,
                                     MesoCalendarDate       decided_on)
{
  g_ptr_array_add (self->decisions, decision);
  g_array_append_val (self->decided_on, decided_on);
}

/**
 * meso_screening_account_get_name:
 * @staff: id of a member of staff
 *
 * Returns: (transfer none): the name; the id itself of somebody unknown
 */
const char *
meso_screening_account_get_name (const MesoScreeningAccount *self,
                                 const char                 *staff)
{
  const char *name = self->staff != NULL ? g_hash_table_lookup (self->staff, staff) : NULL;

  return name != NULL ? name : staff;
}
