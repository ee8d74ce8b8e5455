/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-recording.h"

#include "meso-clinic-private.h"
#include "meso-course-suspension.h"
#include "meso-draft-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-screening-engine.h"
#include "meso-screening-repository.h"

/* The record knows sex and birth date; a request that says otherwise is about somebody else, or mistyped. Where only an age was
 * told, the patient is taken for as young as they can be. */
static gboolean
take_from_record (MesoQuestionnaireResponse  *response,
                  const MesoPatient          *patient,
                  GError                    **error)
{
  if (!meso_clinic_agree_on_sex (patient, response->sex, &response->sex, error))
    return FALSE;
  if (meso_calendar_date_is_set (response->birth_date) && meso_calendar_date_is_set (patient->birth_date) &&
      meso_calendar_date_compare (response->birth_date, patient->birth_date) != 0)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "patient.birth_date: the record of file %s has another birth date. Correct one of them; "
                   "nothing was stored.", patient->file_number);
      return FALSE;
    }
  if (!meso_calendar_date_is_set (response->birth_date))
    response->birth_date = meso_patient_get_latest_birth (patient);
  return TRUE;
}

/* Each form is drafted by itself: the questions of a visit leave a screening that was begun as it is. */
static const char *
get_draft_entity (const MesoQuestionnaireResponse *response)
{
  return response->form == MESO_FORM_SHORT ? "short-form" : "screening";
}

/* The first that does: the strictest comes first. */
static const MesoFinding *
find_suspending (const MesoVerdict *verdict)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->suspends)
        return finding;
    }
  return NULL;
}

static gboolean
suspend_course (MesoStoreContext   *context,
                MesoClinic         *clinic,
                const char         *patient,
                const MesoVerdict  *verdict,
                GError            **error)
{
  const MesoFinding *finding = find_suspending (verdict);
  g_autofree char *language = NULL;

  if (finding == NULL)
    return TRUE;
  language = meso_course_suspension_dup_language (context, error);
  return language != NULL &&
         meso_course_suspension_begin (context, clinic, patient, meso_local_text_get (finding->reason, language), error);
}

static char *
insert (MesoStoreContext                 *context,
        const char                       *staff,
        MesoContent                      *content,
        const char                       *patient,
        const MesoQuestionnaireResponse  *response,
        const MesoVerdict                *verdict,
        GError                          **error)
{
  if (!meso_protocol_archive_repository_store (context, staff, meso_content_get_protocol (content),
                                               meso_content_get_documents (content), error))
    return NULL;
  return meso_screening_repository_insert (context, staff, patient, response, verdict, NULL, NULL, error);
}

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s Nothing was stored.", sentence);
  return FALSE;
}

/**
 * meso_screening_recording_check_day:
 * @answers: what was answered
 * @day: the day they are about
 * @today: the clinic's day
 * @error: #MESO_SERVICES_ERROR_INVALID, beginning with the field at fault
 *
 * Returns: whether they are answers to the short form of a day that has come
 */
gboolean
meso_screening_recording_check_day (const MesoQuestionnaireResponse  *answers,
                                    MesoCalendarDate                  day,
                                    MesoCalendarDate                  today,
                                    GError                          **error)
{
  if (answers->form != MESO_FORM_SHORT)
    return refuse ("form: These aren't the questions of a visit.", error);
  if (!meso_calendar_date_is_set (day))
    return refuse ("date: Say which day the answers are about.", error);
  if (meso_calendar_date_compare (day, today) > 0)
    return refuse ("date: This day is still to come: the questions are asked on the day itself.", error);
  return TRUE;
}

/**
 * meso_screening_recording_store:
 * @context: a unit of work
 * @patient: an id or a file number
 * @response: (inout): the answers; sex and birth date are taken from the record
 * @date: the day the answers are about
 * @id_out: (out) (transfer full): the stored screening's id
 *
 * Judges the answers, and stores them with the verdict and the content they were judged by. Their draft is put away, and a course
 * under way is suspended where a finding does that.
 *
 * Returns: (transfer full): the verdict, or %NULL with nothing stored once the unit of work is rolled back
 */
MesoVerdict *
meso_screening_recording_store (MesoStoreContext           *context,
                                MesoClinic                 *clinic,
                                const char                 *patient,
                                MesoQuestionnaireResponse  *response,
                                MesoCalendarDate            date,
                                char                      **id_out,
                                GError                    **error)
{
  /* One and the same content judges and is kept. */
  MesoContent *content = meso_clinic_get_content (clinic);
  g_autoptr(MesoPatient) person = meso_clinic_find_patient (context, patient, error);
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autofree char *id = NULL;

  if (person == NULL || !take_from_record (response, person, error))
    return NULL;
  verdict = meso_screening_engine_evaluate (meso_content_get_protocol (content), response, date, error);
  id = verdict != NULL ? insert (context, meso_clinic_get_staff (clinic), content, person->id, response,
                                       verdict, error) : NULL;
  if (id == NULL || !meso_draft_repository_remove (context, get_draft_entity (response), person->id, error) ||
      !suspend_course (context, clinic, person->id, verdict, error))
    return NULL;
  *id_out = g_steal_pointer (&id);
  return g_steal_pointer (&verdict);
}
