/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-service.h"

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-patient-merge-fields.h"
#include "meso-patient-merge-refusal.h"
#include "meso-patient-merge.h"
#include "meso-patient-repository.h"
#include "meso-patient-twins.h"

static void
field_free (gpointer data)
{
  MesoMergeField *self = data;

  g_free (self->name);
  g_free (self->kept);
  g_free (self->duplicate);
  g_free (self);
}

/**
 * meso_merge_preview_free:
 * @self: (transfer full) (nullable): a preview
 */
void
meso_merge_preview_free (MesoMergePreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->kept, meso_patient_free);
  g_clear_pointer (&self->duplicate, meso_patient_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  const char *staff;
  const char *duplicate_id;     /* as asked for */
  const char *kept_id;
  const char *const *fields;
  const char *reason;
  MesoPatient *kept;
  MesoPatient *duplicate;
  MesoMergePreview *preview;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->kept, meso_patient_free);
  g_clear_pointer (&work->duplicate, meso_patient_free);
  g_clear_pointer (&work->preview, meso_merge_preview_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
check_not_merged (MesoStoreContext  *context,
                  const Work        *work,
                  GError           **error)
{
  g_autofree char *person = meso_patient_repository_resolve (context, work->duplicate->id, error);
  g_autoptr(MesoPatient) other = NULL;

  if (person == NULL)
    return FALSE;
  if (g_str_equal (person, work->kept->id))
    return meso_services_refuse (error, MESO_NOTHING_STORED, "File %s and file %s are one record already.",
                                 work->duplicate->file_number, work->kept->file_number);
  if (g_str_equal (person, work->duplicate->id))
    return TRUE;
  other = meso_patient_repository_get (context, person, error);
  return other != NULL && meso_services_refuse (error, MESO_NOTHING_STORED,
                                                "File %s was merged into file %s. Merge that one, or take its merge back first.",
                                  work->duplicate->file_number, other->file_number);
}

/* Screenings and formulas rest on the sex: two records that contradict each other there can't be read as one. */
static gboolean
check_sexes (const Work  *work,
             GError     **error)
{
  if (work->kept->sex == work->duplicate->sex || work->kept->sex == MESO_SEX_UNKNOWN ||
      work->duplicate->sex == MESO_SEX_UNKNOWN)
    return TRUE;
  return meso_services_refuse (error, MESO_NOTHING_STORED,
                               "File %s says %s, file %s says %s. Correct the sex in one of them first.", work->kept->file_number,
                 meso_sex_to_string (work->kept->sex), work->duplicate->file_number, meso_sex_to_string (work->duplicate->sex));
}

static gboolean
check_not_different (MesoStoreContext  *context,
                     const Work        *work,
                     GError           **error)
{
  gboolean different = FALSE;

  if (!meso_patient_twins_are_different (context, work->kept->id, work->duplicate->id, &different, error))
    return FALSE;
  return !different || meso_services_refuse (error, MESO_NOTHING_STORED,
                                             "Somebody found that file %s and file %s are two persons. Take that back first.",
                               work->kept->file_number, work->duplicate->file_number);
}

static gboolean
find_both (MesoStoreContext  *context,
           Work              *work,
           GError           **error)
{
  work->kept = meso_clinic_find_patient (context, work->kept_id, error);
  work->duplicate = work->kept != NULL ? meso_clinic_find_record (context, work->duplicate_id, error) : NULL;
  return work->duplicate != NULL && check_not_merged (context, work, error) && meso_merge_check_not_erased (work->kept, error) &&
         meso_merge_check_not_erased (work->duplicate, error) && check_sexes (work, error);
}

static GPtrArray *
compare_fields (const MesoPatient *kept,
                const MesoPatient *duplicate)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);

  for (const char *const *name = meso_patient_merge_fields (); *name != NULL; name++)
    {
      g_autofree char *own = meso_patient_merge_fields_get (kept, *name);
      g_autofree char *other = meso_patient_merge_fields_get (duplicate, *name);
      MesoMergeField *field;

      if (g_str_equal (own, other))
        continue;
      field = g_new0 (MesoMergeField, 1);
      field->name = g_strdup (*name);
      field->kept = g_steal_pointer (&own);
      field->duplicate = g_steal_pointer (&other);
      g_ptr_array_add (fields, field);
    }
  return fields;
}

static MesoMergeCounts
take_counts (const MesoPersonCounts *counts)
{
  return (MesoMergeCounts) { counts->screenings, counts->plans, counts->formulas, counts->sessions, counts->handouts };
}

static gboolean
look_at_both (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Work *work = data;
  MesoMergePreview *preview = g_new0 (MesoMergePreview, 1);
  MesoPersonCounts kept, duplicate;

  work->preview = preview;
  if (!find_both (context, work, error) || !meso_patient_merge_count (context, work->kept->id, &kept, error) ||
      !meso_patient_merge_count (context, work->duplicate->id, &duplicate, error))
    return FALSE;
  preview->twin = meso_patient_twin_compare (work->kept, work->duplicate);
  preview->fields = compare_fields (work->kept, work->duplicate);
  preview->kept_counts = take_counts (&kept);
  preview->duplicate_counts = take_counts (&duplicate);
  preview->both_on_course = kept.plans_open > 0 && duplicate.plans_open > 0;
  preview->kept = g_steal_pointer (&work->kept);
  preview->duplicate = g_steal_pointer (&work->duplicate);
  return TRUE;
}

/**
 * meso_patient_merge_service_preview:
 * @clinic: a clinic
 * @duplicate: the record that is to stand for the other: an id or a file number
 * @kept: the other, followed through merges
 *
 * What a merge would bring together. Nothing is stored.
 *
 * Returns: (transfer full): both records side by side; %NULL with %MESO_SERVICES_ERROR_REFUSED when they can't be merged
 */
MesoMergePreview *
meso_patient_merge_service_preview (MesoClinic  *clinic,
                                    const char  *duplicate,
                                    const char  *kept,
                                    GError     **error)
{
  g_auto(Work) work = { .duplicate_id = duplicate, .kept_id = kept };

  return meso_clinic_run (clinic, MESO_STORE_READ, look_at_both, &work, error) ? g_steal_pointer (&work.preview) : NULL;
}

/* taken: what the kept record is to become */
static gboolean
take_field (MesoStoreContext  *context,
            const Work        *work,
            MesoPatient       *taken,
            const char        *name,
            GError           **error)
{
  g_autofree char *before = meso_patient_merge_fields_get (work->kept, name);
  g_autofree char *after = meso_patient_merge_fields_get (work->duplicate, name);
  g_autofree char *now = meso_patient_merge_fields_get (taken, name);

  if (g_str_equal (after, now))
    return TRUE;
  return meso_patient_merge_fields_set (taken, name, after) &&
         meso_patient_merge_add_field (context, work->duplicate->id, name, before, after, error);
}

static gboolean
take_fields (MesoStoreContext  *context,
             const Work        *work,
             MesoPatient       *taken,
             GError           **error)
{
  for (const char *const *name = work->fields; name != NULL && *name != NULL; name++)
    {
      if (!g_strv_contains (meso_patient_merge_fields (), *name))
        {
          g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "%s: this can't be taken over. Nothing was stored.", *name);
          return FALSE;
        }
      if (!take_field (context, work, taken, *name, error))
        return FALSE;
      for (const char *const *more = meso_patient_merge_companions (*name); *more != NULL; more++)
        {
          if (!take_field (context, work, taken, *more, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
merge (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) taken = NULL;

  if (!find_both (context, work, error) || !check_not_different (context, work, error) ||
      !meso_patient_repository_link (context, work->staff, work->duplicate->id, work->kept->id, work->reason, error))
    return FALSE;
  taken = meso_patient_copy (work->kept);
  if (!take_fields (context, work, taken, error) ||
      !meso_patient_check (taken, meso_local_day_of_moment (meso_store_context_get_now (context)), error) ||
      !meso_patient_repository_update (context, work->staff, taken, work->reason, error))
    return FALSE;
  g_clear_pointer (&work->kept, meso_patient_free);
  work->kept = meso_patient_repository_get (context, taken->id, error);
  return work->kept != NULL;
}

/**
 * meso_patient_merge_service_merge:
 * @clinic: a clinic
 * @duplicate: the record that is to stand for the other: an id or a file number
 * @kept: the other, followed through merges
 * @fields: (nullable) (array zero-terminated=1): which fields of @duplicate the kept record takes over; a birth date comes with an
 *   age, a weight with its day, a national ID with its reason
 * @reason: how it was found out that they are one person
 *
 * Makes two records one person's: by a link, which can be taken back. Nothing is moved: the histories of both are read together
 * from here on, allergies, medicines and conditions of both count, and both file numbers find the kept record.
 *
 * Returns: (transfer full): the kept record as it is now; %NULL with %MESO_SERVICES_ERROR_REFUSED when they can't be merged
 */
MesoPatient *
meso_patient_merge_service_merge (MesoClinic         *clinic,
                                  const char         *duplicate,
                                  const char         *kept,
                                  const char *const  *fields,
                                  const char         *reason,
                                  GError            **error)
{
  g_auto(Work) work = { .staff = meso_clinic_get_staff (clinic), .duplicate_id = duplicate, .kept_id = kept, .fields = fields,
                        .reason = reason };

  if (!meso_merge_check_reason (reason, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, merge, &work, error))
    return NULL;
  return g_steal_pointer (&work.kept);
}
