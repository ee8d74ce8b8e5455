/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-service.h"

#include "meso-clinic-private.h"
#include "meso-draft-repository.h"
#include "meso-patient-repository.h"
#include "meso-preparation-planning.h"
#include "meso-preparation-recording.h"
#include "meso-preparation-repository.h"
#include "meso-text.h"

#define DRAFT "preparation"
#define LANGUAGE "en"

typedef struct
{
  MesoClinic *clinic;
  const char *id;
  int version;
  const char *language;
  const char *reason;
  MesoCalendarDate today;
  const MesoPreparation *asked;
  MesoPreparation *amended;     /* (nullable) */
  MesoPreparationPlan *plan;
  MesoPreparation *stored;
  GPtrArray *list;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->amended, meso_preparation_free);
  g_clear_pointer (&work->plan, meso_preparation_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
plan (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->plan = meso_preparation_planning_begin (context, work->clinic, work->id, work->version, work->language, work->today, error);
  return work->plan != NULL && meso_preparation_planning_pick (work->plan, context, work->clinic, work->language, work->today, error);
}

/**
 * meso_preparation_service_plan:
 * @formula: a formula
 * @version: which version of it; 0 for the newest
 * @language: of names and findings
 * @today: the clinic's day
 *
 * Returns: (transfer full): what preparing it takes now: lots that fit, what is proposed, what is short, and what forbids it; or %NULL
 */
MesoPreparationPlan *
meso_preparation_service_plan (MesoClinic        *clinic,
                               const char        *formula,
                               int                version,
                               const char        *language,
                               MesoCalendarDate   today,
                               GError           **error)
{
  g_auto(Work) work = { .clinic = clinic, .id = formula, .version = version, .language = language, .today = today };

  return meso_clinic_run (clinic, MESO_STORE_READ, plan, &work, error) ? g_steal_pointer (&work.plan) : NULL;
}

static gboolean
load_amended (Work              *work,
              MesoStoreContext  *context,
              GError           **error)
{
  if (work->asked->amends == NULL)
    return TRUE;
  work->amended = meso_preparation_repository_get (context, work->asked->amends, error);
  if (work->amended == NULL)
    return FALSE;
  if (!meso_preparation_counts (work->amended))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "This preparation was amended already, or entered in error. Amend the one that counts; nothing was stored.");
      return FALSE;
    }
  return meso_services_require (!meso_text_is_empty (work->asked->reason), "reason", "Write why the record is corrected.", error);
}

static const char *
first_of (const char *said,
          const char *before,
          const char *otherwise)
{
  return said != NULL ? said : before != NULL ? before : otherwise;
}

/* (transfer full): what isn't said is as the corrected record has it, or as it is now */
static MesoPreparation *
complete (const Work *work)
{
  const MesoPreparation *amended = work->amended;
  MesoPreparation *self = meso_preparation_copy (work->asked);

  g_set_str (&self->patient, work->plan->patient->id);
  self->formula_version = work->plan->version->version;
  g_set_str (&self->prepared_by, first_of (work->asked->prepared_by, amended != NULL ? amended->prepared_by : NULL,
                                           meso_clinic_get_staff (work->clinic)));
  if (self->checked_by == NULL && amended != NULL)
    self->checked_by = g_strdup (amended->checked_by);
  g_set_str (&self->mixed_at, first_of (work->asked->mixed_at, amended != NULL ? amended->mixed_at : NULL, work->plan->mixed_at));
  return self;
}

/* Somebody else's formula is never made for this patient, whatever their records were merged into. */
static gboolean
check_patient (Work              *work,
               MesoStoreContext  *context,
               GError           **error)
{
  g_autoptr(MesoPatient) said = NULL;

  if (work->plan->patient == NULL)
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "This is a recipe of the clinic. Store it for the patient first, so that it is checked for them. Nothing was "
                           "stored.");
      return FALSE;
    }
  if (work->asked->patient == NULL)
    return TRUE;
  said = meso_clinic_find_patient (context, work->asked->patient, error);
  return said != NULL &&
         meso_services_require (g_str_equal (said->id, work->plan->patient->id), "patient",
                                "The formula isn't this patient's. Store it for the patient first, so that it is checked for them.", error);
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  const MesoPreparation *asked = work->asked;
  g_autoptr(MesoPreparation) self = NULL;
  g_autofree char *id = NULL;

  if (!load_amended (work, context, error))
    return FALSE;
  work->plan = meso_preparation_planning_begin (context, work->clinic, asked->formula, asked->formula_version, LANGUAGE, work->today,
                                                error);
  if (work->plan == NULL || !check_patient (work, context, error))
    return FALSE;
  self = complete (work);
  if (!meso_preparation_recording_check (context, work->clinic, self, work->plan, work->amended, error))
    return FALSE;
  id = meso_preparation_repository_insert (context, meso_clinic_get_staff (work->clinic), self, error);
  if (id == NULL || !meso_draft_repository_remove (context, DRAFT, self->patient, error))
    return FALSE;
  work->stored = meso_preparation_repository_get (context, id, error);
  return work->stored != NULL;
}

/**
 * meso_preparation_service_record:
 * @draft: what was made: formula and formula_version (0: the newest), draws; patient (nullable), prepared_by (nullable: who is at the
 *   desk), checked_by, mixed_at (nullable: now), use_before (nullable: the latest); with amends and reason, the correction of that one
 * @today: the clinic's day
 *
 * Checks the formula again with what is known of the patient today, and each draw with what the lots are; books the volumes. The draft
 * "preparation" of the patient is removed.
 *
 * Returns: (transfer full): the preparation as it is stored, or %NULL; nothing is stored then. %MESO_SERVICES_ERROR_INVALID names the field
 *   first, %MESO_SERVICES_ERROR_REFUSED says what forbids it
 */
MesoPreparation *
meso_preparation_service_record (MesoClinic             *clinic,
                                 const MesoPreparation  *draft,
                                 MesoCalendarDate        today,
                                 GError                **error)
{
  g_auto(Work) work = { .clinic = clinic, .asked = draft, .today = today };

  if (!meso_services_require (draft->formula != NULL, "formula", "Say which formula was prepared.", error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    g_clear_pointer (&work.stored, meso_preparation_free);
  return work.stored;
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->stored = meso_preparation_repository_get (context, work->id, error);
  return work->stored != NULL;
}

/**
 * meso_preparation_service_get:
 * @id: a preparation
 *
 * Returns: (transfer full): as it was recorded, with what became of it; or %NULL
 */
MesoPreparation *
meso_preparation_service_get (MesoClinic  *clinic,
                              const char  *id,
                              GError     **error)
{
  Work work = { .id = id };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.stored : NULL;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->id, error);

  work->list = patient != NULL ? meso_preparation_repository_list (context, patient->id, error) : NULL;
  return work->list != NULL;
}

/**
 * meso_preparation_service_list:
 * @patient: an id or a file number
 *
 * Returns: (transfer full) (element-type MesoPreparation): all that was made for the person, newest first, with what counts no more; or
 *   %NULL
 */
GPtrArray *
meso_preparation_service_list (MesoClinic  *clinic,
                               const char  *patient,
                               GError     **error)
{
  Work work = { .id = patient };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.list : NULL;
}

static gboolean
list_ready (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Work *work = data;

  if (!list (context, data, error))
    return FALSE;
  for (guint i = work->list->len; i-- > 0;)
    {
      if (!meso_preparation_is_ready (g_ptr_array_index (work->list, i), meso_store_context_get_now (context)))
        g_ptr_array_remove_index (work->list, i);
    }
  return TRUE;
}

/**
 * meso_preparation_service_list_ready:
 * @patient: an id or a file number
 *
 * Returns: (transfer full) (element-type MesoPreparation): those that may still be given, newest first; or %NULL
 */
GPtrArray *
meso_preparation_service_list_ready (MesoClinic  *clinic,
                                     const char  *patient,
                                     GError     **error)
{
  Work work = { .id = patient };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, list_ready, &work, error))
    g_clear_pointer (&work.list, g_ptr_array_unref);
  return work.list;
}

static gboolean
list_waiting (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Work *work = data;

  work->list = meso_preparation_repository_list_waiting (context, error);
  return work->list != NULL;
}

/**
 * meso_preparation_service_list_waiting:
 *
 * Returns: (transfer full) (element-type MesoPreparation): all patients' that were neither given nor thrown away, by the moment that they
 *   must be used before, which may be over; or %NULL
 */
GPtrArray *
meso_preparation_service_list_waiting (MesoClinic  *clinic,
                                       GError     **error)
{
  Work work = { 0 };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_waiting, &work, error) ? work.list : NULL;
}

static gboolean
discard (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  Work *work = data;

  return meso_preparation_repository_discard (context, meso_clinic_get_staff (work->clinic), work->id, work->reason, error);
}

static gboolean
mark_entered_in_error (MesoStoreContext  *context,
                       gpointer           data,
                       GError           **error)
{
  Work *work = data;

  return meso_preparation_repository_mark_entered_in_error (context, meso_clinic_get_staff (work->clinic), work->id, work->reason, error);
}

static gboolean
run_with_reason (MesoClinic     *clinic,
                 MesoStoreWork   run,
                 const char     *id,
                 const char     *reason,
                 const char     *missing,
                 GError        **error)
{
  g_autofree char *trimmed = meso_text_trim (reason != NULL ? reason : "");
  Work work = { .clinic = clinic, .id = id, .reason = trimmed };

  return meso_services_require (*trimmed != '\0', "reason", missing, error) && meso_text_check_note (trimmed, "reason", error) &&
         meso_clinic_run (clinic, MESO_STORE_WRITE, run, &work, error);
}

/**
 * meso_preparation_service_discard:
 * @id: a preparation that wasn't given
 * @reason: why
 *
 * Returns: whether it says now that it was thrown away
 */
gboolean
meso_preparation_service_discard (MesoClinic  *clinic,
                                  const char  *id,
                                  const char  *reason,
                                  GError     **error)
{
  return run_with_reason (clinic, discard, id, reason, "Write why it is thrown away.", error);
}

/**
 * meso_preparation_service_mark_entered_in_error:
 * @id: a preparation that never was
 * @reason: why
 *
 * What it drew is booked as wasted: nothing comes back into a vial.
 *
 * Returns: whether it counts no more
 */
gboolean
meso_preparation_service_mark_entered_in_error (MesoClinic  *clinic,
                                                const char  *id,
                                                const char  *reason,
                                                GError     **error)
{
  return run_with_reason (clinic, mark_entered_in_error, id, reason, "Write why it was entered in error.", error);
}
