/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-gather.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-local-day.h"
#include "meso-patient-merge.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"
#include "meso-preparation-repository.h"
#include "meso-recall-repository.h"
#include "meso-record-repository.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-staff-names.h"

/* from (transfer full) (nullable): %NULL with an error set */
static gboolean
take_all (GPtrArray *to,
          GPtrArray *from)
{
  if (from == NULL)
    return FALSE;
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
  g_ptr_array_unref (from);
  return TRUE;
}

/* The scans of papers go with the record. */
static gboolean
load_files (MesoStoreContext  *context,
            GPtrArray         *decisions,
            GError           **error)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      MesoScreeningDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->clearance_file == NULL)
        continue;
      g_clear_pointer (&decision->clearance_file, meso_clearance_file_free);
      decision->clearance_file = meso_screening_repository_load_clearance_file (context, decision->id, error);
      if (decision->clearance_file == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_decisions (MesoRecordContents  *self,
                MesoStoreContext    *context,
                GError             **error)
{
  for (guint i = 0; i < self->screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (self->screenings, i);

      if (!take_all (self->decisions, meso_screening_repository_list_decisions (context, screening->id, error)))
        return FALSE;
    }
  return load_files (context, self->decisions, error);
}

/* Every version of each recipe, the newest first. */
static gboolean
take_formulas (MesoRecordContents  *self,
               MesoStoreContext    *context,
               const char          *patient,
               GError             **error)
{
  g_autoptr(GPtrArray) newest = meso_formula_repository_list (context, patient, error);

  if (newest == NULL)
    return FALSE;
  while (newest->len > 0)
    {
      MesoFormulaVersion *formula = g_ptr_array_steal_index (newest, 0);

      g_ptr_array_add (self->formulas, formula);
      for (int version = formula->version - 1; version > 0; version--)
        {
          MesoFormulaVersion *earlier = meso_formula_repository_get (context, formula->formula_id, version, error);

          if (earlier == NULL)
            return FALSE;
          g_ptr_array_add (self->formulas, earlier);
        }
    }
  return TRUE;
}

static gboolean
take_preparations (MesoRecordContents  *self,
                   MesoStoreContext    *context,
                   const char          *patient,
                   GError             **error)
{
  g_autoptr(MesoRecall) drawn = meso_recall_repository_trace_person (context, patient, error);

  return drawn != NULL && take_all (self->lots, g_ptr_array_ref (drawn->lots)) &&
         take_all (self->preparations, meso_preparation_repository_list (context, patient, error));
}

static gboolean
take_other_files (MesoRecordContents  *self,
                  MesoStoreContext    *context,
                  const char          *patient,
                  GError             **error)
{
  g_autoptr(GPtrArray) merges = meso_patient_merge_list (context, patient, error);

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const MesoMergeRow *merge = g_ptr_array_index (merges, i);
      g_autoptr(MesoPatient) duplicate = NULL;

      if (merge->ended_at != NULL)
        continue;
      duplicate = meso_patient_repository_get (context, merge->duplicate, error);
      if (duplicate == NULL)
        return FALSE;
      g_ptr_array_add (self->other_files, g_strdup (duplicate->file_number));
    }
  return merges != NULL;
}

static gboolean
take_staff (MesoRecordContents  *self,
            MesoStoreContext    *context,
            GError             **error)
{
  GHashTable *names = meso_staff_names_load (context, error);

  if (names == NULL)
    return FALSE;
  g_hash_table_unref (self->staff);
  self->staff = names;
  return TRUE;
}

/**
 * meso_record_gather:
 * @context: the unit of work that this happens in
 * @patient: an id or a file number, followed through merges
 *
 * Returns: (transfer full): everything that is on record about the person, or %NULL
 */
MesoRecordContents *
meso_record_gather (MesoStoreContext  *context,
                    const char        *patient,
                    GError           **error)
{
  g_autoptr(MesoPatient) found = meso_clinic_find_patient (context, patient, error);
  MesoPatientRecord *record = found != NULL ? meso_record_repository_get (context, found->id, error) : NULL;
  g_autoptr(MesoRecordContents) self = NULL;

  if (record == NULL)
    return NULL;
  self = meso_record_contents_new (record, meso_local_day_of_moment);
  g_free (self->context->patient_name);
  self->context->patient_name = meso_patient_dup_full_name (found);
  g_set_str (&self->context->file_number, found->file_number);
  self->context->sex = found->sex;
  if (!take_all (self->screenings, meso_screening_repository_list (context, found->id, error)) ||
      !take_decisions (self, context, error) ||
      !take_all (self->courses, meso_plan_repository_list (context, found->id, error)) ||
      !take_formulas (self, context, found->id, error) ||
      !take_preparations (self, context, found->id, error) ||
      !take_all (self->sessions, meso_session_repository_list (context, found->id, error)) ||
      !take_all (self->handouts, meso_handout_repository_list (context, found->id, error)) ||
      !take_other_files (self, context, found->id, error) || !take_staff (self, context, error))
    return NULL;
  return g_steal_pointer (&self);
}
