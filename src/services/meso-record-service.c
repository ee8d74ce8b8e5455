/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-record-repository.h"

typedef struct
{
  const char *staff;
  const char *text;
  const MesoPatientRecord *record;
  MesoPatientRecord *result;
} Work;

static MesoPatientRecord *
run (MesoClinic     *clinic,
     MesoStoreWork   do_it,
     Work           *work,
     GError        **error)
{
  work->staff = meso_clinic_get_staff (clinic);
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, do_it, work, error))
    g_clear_pointer (&work->result, meso_patient_record_free);
  return work->result;
}

static gboolean
insert (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->result = meso_record_repository_insert (context, work->staff, work->record, error);
  return work->result != NULL;
}

/**
 * meso_record_service_add:
 * @record: what was typed, nothing of it stored yet; normalised in place
 * @today: the clinic's day, for birth date, age and weight
 *
 * Enters a new patient with what is known of their health, and a file number of their own.
 *
 * Returns: (transfer full): the record as stored, or %NULL; nothing is stored then
 */
MesoPatientRecord *
meso_record_service_add (MesoClinic         *clinic,
                         MesoPatientRecord  *record,
                         MesoCalendarDate    today,
                         GError            **error)
{
  Work work = { .record = record };

  meso_patient_record_normalise (record);
  return meso_patient_record_check (record, today, error) ? run (clinic, insert, &work, error) : NULL;
}

/* Reading a record is written down (CLINICAL.md §8), so it is a write. */
static gboolean
read_record (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->text, error);

  work->result = patient != NULL ? meso_record_repository_get (context, patient->id, error) : NULL;
  return work->result != NULL &&
         meso_audit_log_append (context, work->staff, "read", "patient", patient->id, "", NULL, error);
}

/**
 * meso_record_service_get:
 * @id_or_file_number: what the patient is called; of records that were merged, any
 *
 * Opens a whole record; that it was read is written into the audit log.
 *
 * Returns: (transfer full): the record with the items of all that were merged into it, also those that hold no more; %NULL with
 *   %MESO_SERVICES_ERROR_NOT_FOUND
 */
MesoPatientRecord *
meso_record_service_get (MesoClinic  *clinic,
                         const char  *id_or_file_number,
                         GError     **error)
{
  Work work = { .text = id_or_file_number };

  return run (clinic, read_record, &work, error);
}

static gboolean
update (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->result = meso_record_repository_update (context, work->staff, work->record, NULL, error);
  return work->result != NULL;
}

/**
 * meso_record_service_update:
 * @record: the record as it should be, with id and revision it was read with; normalised in place
 * @today: the clinic's day, for birth date, age and weight
 *
 * Changes a patient and the lists of their allergies, medicines and conditions in one go. An item without an id is new. One with an id
 * that says something else is stored as a new one that names the old; one whose status was set to %MESO_HEALTH_ENDED or
 * %MESO_HEALTH_ENTERED_IN_ERROR ends. A medicine or condition that holds and isn't in the list ends too. An allergy doesn't: it must
 * be ended with a reason, so that none gets lost on the way (%MESO_CORE_ERROR_INVALID). Old and new values go into the audit log.
 *
 * Returns: (transfer full): the record as stored, or %NULL; nothing is stored then. %MESO_SERVICES_ERROR_REFUSED when somebody else
 *   changed it meanwhile
 */
MesoPatientRecord *
meso_record_service_update (MesoClinic         *clinic,
                            MesoPatientRecord  *record,
                            MesoCalendarDate    today,
                            GError            **error)
{
  Work work = { .record = record };

  g_return_val_if_fail (record->patient->id != NULL, NULL);

  meso_patient_record_normalise (record);
  return meso_patient_record_check (record, today, error) ? run (clinic, update, &work, error) : NULL;
}
