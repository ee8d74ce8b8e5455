/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-service.h"

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-patient-merge-fields.h"
#include "meso-patient-merge-refusal.h"
#include "meso-patient-merge.h"
#include "meso-patient-repository.h"

/**
 * meso_unmerge_free:
 * @self: (transfer full) (nullable): what taking a merge back did
 */
void
meso_unmerge_free (MesoUnmerge *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->kept, meso_patient_free);
  g_clear_pointer (&self->duplicate, meso_patient_free);
  g_strfreev (self->given_back);
  g_strfreev (self->left);
  g_free (self);
}

typedef struct
{
  const char *staff;
  const char *duplicate;        /* as asked for */
  const char *reason;
  MesoUnmerge *unmerge;
} Work;

/* What nobody has changed since is as it was before the merge. */
static gboolean
give_back (MesoStoreContext    *context,
           const Work          *work,
           const MesoMergeRow  *row,
           const MesoPatient   *kept,
           GError             **error)
{
  g_autoptr(MesoPatient) restored = meso_patient_copy (kept);
  g_autoptr(GStrvBuilder) given_back = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) left = g_strv_builder_new ();

  for (guint i = 0; i < row->fields->len; i++)
    {
      const MesoMergeFieldRow *field = g_ptr_array_index (row->fields, i);
      g_autofree char *now = meso_patient_merge_fields_get (kept, field->field);

      if (g_str_equal (now, field->after) && meso_patient_merge_fields_set (restored, field->field, field->before))
        g_strv_builder_add (given_back, field->field);
      else
        g_strv_builder_add (left, field->field);
    }
  work->unmerge->given_back = g_strv_builder_end (given_back);
  work->unmerge->left = g_strv_builder_end (left);
  return meso_patient_check (restored, meso_local_day_of_moment (meso_store_context_get_now (context)), error) &&
         meso_patient_repository_update (context, work->staff, restored, work->reason, error);
}

static gboolean
unmerge (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  Work *work = data;
  MesoUnmerge *result = work->unmerge;
  g_autoptr(MesoPatient) duplicate = meso_clinic_find_record (context, work->duplicate, error);
  g_autoptr(MesoMergeRow) row = duplicate != NULL ? meso_patient_merge_get (context, duplicate->id, error) : NULL;
  g_autoptr(MesoPatient) kept = row != NULL ? meso_patient_repository_get (context, row->kept, error) : NULL;

  if (kept == NULL || !meso_merge_check_not_erased (kept, error) || !give_back (context, work, row, kept, error) ||
      !meso_patient_repository_unlink (context, work->staff, duplicate->id, work->reason, error) ||
      !meso_patient_merge_count_crossed (context, duplicate->id, kept->id, &result->crossed, error))
    return FALSE;
  result->duplicate = g_steal_pointer (&duplicate);
  result->kept = meso_patient_repository_get (context, row->kept, error);
  return result->kept != NULL;
}

/**
 * meso_patient_merge_service_unmerge:
 * @clinic: a clinic
 * @duplicate: the record that stands for another: an id or a file number
 * @reason: why they are two persons after all
 *
 * Takes a merge back: each record has its own history again. What was recorded meanwhile stays where it was recorded; what the kept
 * record took over is given back unless somebody changed it since.
 *
 * Returns: (transfer full): what was done; %NULL with %MESO_SERVICES_ERROR_NOT_FOUND when it isn't merged
 */
MesoUnmerge *
meso_patient_merge_service_unmerge (MesoClinic  *clinic,
                                    const char  *duplicate,
                                    const char  *reason,
                                    GError     **error)
{
  g_autoptr(MesoUnmerge) done = g_new0 (MesoUnmerge, 1);
  Work work = { .staff = meso_clinic_get_staff (clinic), .duplicate = duplicate, .reason = reason, .unmerge = done };

  if (!meso_merge_check_reason (reason, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, unmerge, &work, error))
    return NULL;
  return g_steal_pointer (&done);
}
