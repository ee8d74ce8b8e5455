/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-archive-service.h"

#include "meso-clinic-private.h"
#include "meso-patient-repository.h"

typedef struct
{
  const char *staff;
  const char *patient;
  const char *reason;
  gboolean archived;
  MesoPatient *result;
} Work;

static gboolean
set (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  if (patient == NULL)
    return FALSE;
  if (patient->erased)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "File %s was erased. Nothing was stored.",
                   patient->file_number);
      return FALSE;
    }
  patient->archived = work->archived;
  if (!meso_patient_repository_update (context, work->staff, patient, work->reason, error))
    return FALSE;
  work->result = meso_patient_repository_get (context, patient->id, error);
  return work->result != NULL;
}

static MesoPatient *
set_archived (MesoClinic  *clinic,
              const char  *patient,
              const char  *reason,
              gboolean     archived,
              GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .patient = patient, .reason = reason, .archived = archived };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, set, &work, error))
    g_clear_pointer (&work.result, meso_patient_free);
  return work.result;
}

/**
 * meso_patient_archive_service_archive:
 * @clinic: a clinic
 * @patient: an id or a file number, followed through merges
 * @reason: (nullable): why
 *
 * Puts a record away: it leaves the list and is found by searching, with a mark. Nobody is kept from treating the patient: a clinic
 * that is asked to will restore the record, and one that forgets must not lose a session for it.
 *
 * Returns: (transfer full): the record as it is now, archived before or not
 */
MesoPatient *
meso_patient_archive_service_archive (MesoClinic  *clinic,
                                      const char  *patient,
                                      const char  *reason,
                                      GError     **error)
{
  return set_archived (clinic, patient, reason, TRUE, error);
}

/**
 * meso_patient_archive_service_restore:
 * @clinic: a clinic
 * @patient: an id or a file number, followed through merges
 * @reason: (nullable): why
 *
 * Brings a record back into the list.
 *
 * Returns: (transfer full): the record as it is now, archived before or not
 */
MesoPatient *
meso_patient_archive_service_restore (MesoClinic  *clinic,
                                      const char  *patient,
                                      const char  *reason,
                                      GError     **error)
{
  return set_archived (clinic, patient, reason, FALSE, error);
}
