/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-service.h"

#include "meso-clinic-private.h"
#include "meso-patient-merge.h"
#include "meso-patient-repository.h"
#include "meso-staff-names.h"

/**
 * meso_merge_free:
 * @self: (transfer full) (nullable): a merge
 */
void
meso_merge_free (MesoMerge *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->duplicate, meso_patient_free);
  g_clear_pointer (&self->kept, meso_patient_free);
  g_strfreev (self->fields);
  g_free (self->at_utc);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->ended_at);
  g_free (self->ended_by);
  g_free (self->ended_reason);
  g_free (self);
}

typedef struct
{
  const char *patient;          /* as asked for */
  GPtrArray *list;
} Work;

static MesoMerge *
make_merge (MesoStoreContext    *context,
            const MesoMergeRow  *row,
            GHashTable          *names,
            GError             **error)
{
  g_autoptr(MesoMerge) merge = g_new0 (MesoMerge, 1);
  g_autoptr(GStrvBuilder) fields = g_strv_builder_new ();

  merge->duplicate = meso_patient_repository_get (context, row->duplicate, error);
  merge->kept = merge->duplicate != NULL ? meso_patient_repository_get (context, row->kept, error) : NULL;
  if (merge->kept == NULL)
    return NULL;
  for (guint i = 0; i < row->fields->len; i++)
    g_strv_builder_add (fields, ((const MesoMergeFieldRow *) g_ptr_array_index (row->fields, i))->field);
  merge->fields = g_strv_builder_end (fields);
  merge->at_utc = g_strdup (row->at);
  merge->by = meso_staff_names_dup (names, row->by);
  merge->reason = g_strdup (row->reason);
  merge->ended_at = g_strdup (row->ended_at);
  merge->ended_by = row->ended_by != NULL ? meso_staff_names_dup (names, row->ended_by) : NULL;
  merge->ended_reason = g_strdup (row->ended_reason);
  return g_steal_pointer (&merge);
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(GHashTable) names = meso_staff_names_load (context, error);
  g_autoptr(MesoPatient) patient = names != NULL ? meso_clinic_find_patient (context, work->patient, error) : NULL;
  g_autoptr(GPtrArray) rows = patient != NULL ? meso_patient_merge_list (context, patient->id, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MesoMerge *merge = make_merge (context, g_ptr_array_index (rows, i), names, error);

      if (merge == NULL)
        return FALSE;
      g_ptr_array_add (work->list, merge);
    }
  return rows != NULL;
}

/**
 * meso_patient_merge_service_list:
 * @clinic: a clinic
 * @patient: an id or a file number, followed through merges
 *
 * Returns: (transfer full) (element-type MesoMerge): all merges that any record of the person is or was part of, newest first
 */
GPtrArray *
meso_patient_merge_service_list (MesoClinic  *clinic,
                                 const char  *patient,
                                 GError     **error)
{
  g_autoptr(GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_merge_free);
  Work work = { .patient = patient, .list = merges };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? g_steal_pointer (&merges) : NULL;
}
