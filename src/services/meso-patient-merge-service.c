/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-service.h"

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-patient-merge-fields.h"
#include "meso-patient-merge.h"
#include "meso-patient-repository.h"
#include "meso-patient-twins.h"
#include "meso-staff-names.h"

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
  const char *duplicate_id;     /* as asked for */
  const char *kept_id;
  const char *const *fields;
  const char *reason;
  MesoPatient *kept;
  MesoPatient *duplicate;
  MesoMergePreview *preview;
  MesoUnmerge *unmerge;
  GPtrArray *list;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->kept, meso_patient_free);
  g_clear_pointer (&work->duplicate, meso_patient_free);
  g_clear_pointer (&work->preview, meso_merge_preview_free);
  g_clear_pointer (&work->unmerge, meso_unmerge_free);
  g_clear_pointer (&work->list, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "%s Nothing was stored.", sentence);
  return FALSE;
}

/* The record itself, whatever it was merged into. */
static MesoPatient *
find_itself (MesoStoreContext  *context,
             const char        *id_or_file_number,
             GError           **error)
{
  return g_uuid_string_is_valid (id_or_file_number)
           ? meso_patient_repository_get (context, id_or_file_number, error)
           : meso_patient_repository_get_by_file_number (context, id_or_file_number, error);
}

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
    return refuse (error, "File %s and file %s are one record already.", work->duplicate->file_number, work->kept->file_number);
  if (g_str_equal (person, work->duplicate->id))
    return TRUE;
  other = meso_patient_repository_get (context, person, error);
  return other != NULL && refuse (error, "File %s was merged into file %s. Merge that one, or take its merge back first.",
                                  work->duplicate->file_number, other->file_number);
}

static gboolean
check_not_erased (const MesoPatient  *patient,
                  GError            **error)
{
  return !patient->erased || refuse (error, "File %s was erased.", patient->file_number);
}

/* Screenings and formulas rest on the sex: two records that contradict each other there can't be read as one. */
static gboolean
check_sexes (const Work  *work,
             GError     **error)
{
  if (work->kept->sex == work->duplicate->sex || work->kept->sex == MESO_SEX_UNKNOWN ||
      work->duplicate->sex == MESO_SEX_UNKNOWN)
    return TRUE;
  return refuse (error, "File %s says %s, file %s says %s. Correct the sex in one of them first.", work->kept->file_number,
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
  return !different || refuse (error, "Somebody found that file %s and file %s are two persons. Take that back first.",
                               work->kept->file_number, work->duplicate->file_number);
}

static gboolean
find_both (MesoStoreContext  *context,
           Work              *work,
           GError           **error)
{
  work->kept = meso_clinic_find_patient (context, work->kept_id, error);
  work->duplicate = work->kept != NULL ? find_itself (context, work->duplicate_id, error) : NULL;
  return work->duplicate != NULL && check_not_merged (context, work, error) && check_not_erased (work->kept, error) &&
         check_not_erased (work->duplicate, error) && check_sexes (work, error);
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

static gboolean
check_reason (const char  *reason,
              GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (reason));

  if (*trimmed != '\0')
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "reason: write why; it stays on file with the two records. Nothing was stored.");
  return FALSE;
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

  if (!check_reason (reason, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, merge, &work, error))
    return NULL;
  return g_steal_pointer (&work.kept);
}

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
  MesoUnmerge *result = g_new0 (MesoUnmerge, 1);
  g_autoptr(MesoPatient) duplicate = find_itself (context, work->duplicate_id, error);
  g_autoptr(MesoMergeRow) row = duplicate != NULL ? meso_patient_merge_get (context, duplicate->id, error) : NULL;
  g_autoptr(MesoPatient) kept = row != NULL ? meso_patient_repository_get (context, row->kept, error) : NULL;

  work->unmerge = result;
  if (kept == NULL || !check_not_erased (kept, error) || !give_back (context, work, row, kept, error) ||
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
  g_auto(Work) work = { .staff = meso_clinic_get_staff (clinic), .duplicate_id = duplicate, .reason = reason };

  if (!check_reason (reason, error) || !meso_clinic_run (clinic, MESO_STORE_WRITE, unmerge, &work, error))
    return NULL;
  return g_steal_pointer (&work.unmerge);
}

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
  g_autoptr(MesoPatient) patient = names != NULL ? meso_clinic_find_patient (context, work->kept_id, error) : NULL;
  g_autoptr(GPtrArray) rows = patient != NULL ? meso_patient_merge_list (context, patient->id, error) : NULL;

  work->list = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_merge_free);
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
  g_auto(Work) work = { .kept_id = patient };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? g_steal_pointer (&work.list) : NULL;
}
