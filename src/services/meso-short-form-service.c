/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-short-form-service.h"

#include "meso-clinic-private.h"
#include "meso-screening-recording.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  MesoQuestionnaireResponse *answers;
  MesoCalendarDate day;
  MesoVerdict *verdict;
  char *id;
} Work;

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->verdict = meso_screening_recording_store (context, work->clinic, work->patient, work->answers, work->day, &work->id, error);
  return work->verdict != NULL;
}

/**
 * meso_short_form_service_record:
 * @patient: an id or a file number
 * @answers: to the short form; sex and birth date are taken from the record
 * @day: the day they are about
 * @today: the clinic's day
 * @id_out: (out): the stored screening's id
 *
 * A form that was filled in on paper is entered later with its own day; the record keeps the moment of the entry beside it. An
 * answer that suspends the course suspends it.
 *
 * Returns: (transfer full): the verdict, or %NULL; nothing is stored then
 */
MesoVerdict *
meso_short_form_service_record (MesoClinic                 *clinic,
                                const char                 *patient,
                                MesoQuestionnaireResponse  *answers,
                                MesoCalendarDate            day,
                                MesoCalendarDate            today,
                                char                      **id_out,
                                GError                    **error)
{
  Work work = { .clinic = clinic, .patient = patient, .answers = answers, .day = day };

  if (!meso_screening_recording_check_day (answers, day, today, error))
    return NULL;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    {
      g_clear_pointer (&work.verdict, meso_verdict_free);
      g_free (work.id);
      return NULL;
    }
  *id_out = work.id;
  return work.verdict;
}
