/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-contents.h"

/**
 * meso_record_contents_new:
 * @record: (transfer full): the patient with allergies, medicines and conditions
 * @day_of: how a stored moment becomes a day of the clinic
 *
 * Returns: (transfer full): a record of somebody to whom nothing has happened yet
 */
MesoRecordContents *
meso_record_contents_new (MesoPatientRecord *record,
                          MesoRecordDay      day_of)
{
  MesoRecordContents *self = g_new0 (MesoRecordContents, 1);

  self->context = meso_handout_context_new ();
  self->record = record;
  self->other_files = g_ptr_array_new_with_free_func (g_free);
  self->screenings = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_course_free);
  self->formulas = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_formula_version_free);
  self->preparations = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_free);
  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_treatment_session_free);
  self->handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_issue_free);
  self->staff = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->released_to = g_strdup ("");
  self->released_why = g_strdup ("");
  self->day_of = day_of;

  return self;
}

/**
 * meso_record_contents_free:
 * @self: (transfer full): a record
 */
void
meso_record_contents_free (MesoRecordContents *self)
{
  meso_handout_context_free (self->context);
  meso_patient_record_free (self->record);
  g_ptr_array_unref (self->other_files);
  g_ptr_array_unref (self->screenings);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->courses);
  g_ptr_array_unref (self->formulas);
  g_ptr_array_unref (self->preparations);
  g_ptr_array_unref (self->lots);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->handouts);
  g_hash_table_unref (self->staff);
  g_free (self->released_to);
  g_free (self->released_why);
  g_free (self);
}

/**
 * meso_record_contents_get_name:
 * @self: a record
 * @staff: (nullable): an id
 *
 * Returns: (transfer none): who that is; the id of somebody unknown, "" for nobody
 */
const char *
meso_record_contents_get_name (const MesoRecordContents *self,
                               const char               *staff)
{
  const char *name = staff != NULL ? g_hash_table_lookup (self->staff, staff) : "";

  return name != NULL ? name : staff;
}
