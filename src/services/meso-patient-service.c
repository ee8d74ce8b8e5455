/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-patient-repository.h"
#include "meso-patient-search.h"

typedef struct
{
  const char *staff;
  const char *text;
  const MesoPatient *patient;
  guint offset;
  guint limit;
  MesoPatient *result;
  GPtrArray *results;
} Work;

static gboolean
insert (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->result = meso_patient_repository_insert (context, work->staff, work->patient, error);
  return work->result != NULL;
}

/**
 * meso_patient_service_add:
 * @patient: what was typed; normalised in place
 * @today: the clinic's day, for the birth date
 *
 * Enters a new patient, with a file number of their own.
 *
 * Returns: (transfer full): the record as stored, or %NULL; nothing is stored then
 */
MesoPatient *
meso_patient_service_add (MesoClinic        *clinic,
                          MesoPatient       *patient,
                          MesoCalendarDate   today,
                          GError           **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .patient = patient };

  meso_patient_normalise (patient);
  if (!meso_patient_check (patient, today, error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, insert, &work, error))
    g_clear_pointer (&work.result, meso_patient_free);
  return work.result;
}

static gboolean
update (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  if (!meso_patient_repository_update (context, work->staff, work->patient, NULL, error))
    return FALSE;
  work->result = meso_patient_repository_get (context, work->patient->id, error);
  return work->result != NULL;
}

/**
 * meso_patient_service_update:
 * @patient: the record as it should be, with the id and the revision it was read with; normalised in place
 * @today: the clinic's day, for the birth date
 *
 * Changes a record. Old and new values go into the audit log.
 *
 * Returns: (transfer full): the record as stored, or %NULL; nothing is stored then. %MESO_SERVICES_ERROR_REFUSED when
 *   somebody else changed it meanwhile
 */
MesoPatient *
meso_patient_service_update (MesoClinic        *clinic,
                             MesoPatient       *patient,
                             MesoCalendarDate   today,
                             GError           **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .patient = patient };

  g_return_val_if_fail (patient->id != NULL, NULL);

  meso_patient_normalise (patient);
  if (!meso_patient_check (patient, today, error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, update, &work, error))
    g_clear_pointer (&work.result, meso_patient_free);
  return work.result;
}

/* Reading a record is written down (CLINICAL.md §8), so it is a write. */
static gboolean
read_record (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;

  work->result = meso_clinic_find_patient (context, work->text, error);
  return work->result != NULL &&
         meso_audit_log_append (context, work->staff, "read", "patient", work->result->id, "", NULL, error);
}

/**
 * meso_patient_service_get:
 *
 * Opens one record; that it was read is written into the audit log.
 *
 * Returns: (transfer full): the record, or %NULL with %MESO_SERVICES_ERROR_NOT_FOUND
 */
MesoPatient *
meso_patient_service_get (MesoClinic  *clinic,
                          const char  *id_or_file_number,
                          GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .text = id_or_file_number };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, read_record, &work, error))
    g_clear_pointer (&work.result, meso_patient_free);
  return work.result;
}

static gboolean
search (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->results = work->text != NULL
                    ? meso_patient_search_find (context, work->text, work->limit, error)
                    : meso_patient_search_list (context, work->offset, work->limit, error);
  return work->results != NULL;
}

static GPtrArray *
run_search (MesoClinic  *clinic,
            Work        *work,
            GError     **error)
{
  if (!meso_clinic_run (clinic, MESO_STORE_READ, search, work, error))
    g_clear_pointer (&work->results, g_ptr_array_unref);
  return work->results;
}

/**
 * meso_patient_service_search:
 * @clinic: a clinic
 * @text: words of a name, file number, phone, ID, e-mail or notes, in either script; an empty one finds nothing
 * @limit: at most so many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoPatient): the records that have all the words, best first; a merged one
 *   shows as the one it was merged into. %NULL when the file can't be read
 */
GPtrArray *
meso_patient_service_search (MesoClinic  *clinic,
                             const char  *text,
                             guint        limit,
                             GError     **error)
{
  Work work = { .text = text, .limit = limit };

  return run_search (clinic, &work, error);
}

/**
 * meso_patient_service_list:
 * @clinic: a clinic
 * @offset: so many are left out at the start
 * @limit: at most so many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoPatient): the records in the order of names, without those merged into
 *   another; %NULL when the file can't be read
 */
GPtrArray *
meso_patient_service_list (MesoClinic  *clinic,
                           guint        offset,
                           guint        limit,
                           GError     **error)
{
  Work work = { .offset = offset, .limit = limit };

  return run_search (clinic, &work, error);
}

typedef struct
{
  MesoCalendarDate today;
  MesoPatientCounts counts;
} Counting;

static gboolean
count (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Counting *counting = data;

  if (!meso_patient_search_count (context, &counting->counts.people[MESO_PATIENT_FILTER_ALL], error))
    return FALSE;
  for (MesoPatientFilter filter = MESO_PATIENT_FILTER_ALL + 1; filter < MESO_PATIENT_N_FILTERS; filter++)
    {
      g_autoptr(GArray) places = meso_patient_search_places (context, filter, counting->today, error);

      if (places == NULL)
        return FALSE;
      counting->counts.people[filter] = places->len;
    }
  return TRUE;
}

/**
 * meso_patient_service_count:
 * @clinic: a clinic
 * @today: the clinic's day, for what is due
 * @counts_out: (out): how many pass each filter
 *
 * Returns: whether they could be counted
 */
gboolean
meso_patient_service_count (MesoClinic         *clinic,
                            MesoCalendarDate    today,
                            MesoPatientCounts  *counts_out,
                            GError            **error)
{
  Counting counting = { .today = today };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, count, &counting, error))
    return FALSE;
  *counts_out = counting.counts;
  return TRUE;
}
