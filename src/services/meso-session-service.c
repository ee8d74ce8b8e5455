/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-service.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-course-suspension.h"
#include "meso-draft-repository.h"
#include "meso-plan-repository.h"
#include "meso-screening-recording.h"
#include "meso-session-gate.h"
#include "meso-session-preparation.h"
#include "meso-session-repository.h"
#include "meso-text.h"

#define DRAFT "session"

/* A reaction of this grade suspends the course until a physician closes it (ours: what is called severe). */
#define SUSPENDING_GRADE 3

typedef struct
{
  MesoClinic *clinic;
  const MesoTreatmentSession *asked;
  MesoQuestionnaireResponse *answers; /* (nullable): to the questions of that day, stored with it */
  const char *amends;
  const char *reason;
  MesoCalendarDate today;
  MesoTreatmentSession *session;      /* as it is stored */
  MesoTreatmentSession *amended;
  MesoChart *chart;
  char *id;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->session, meso_treatment_session_free);
  g_clear_pointer (&work->amended, meso_treatment_session_free);
  g_clear_pointer (&work->chart, meso_chart_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static const MesoReaction *
find_severe (const MesoTreatmentSession *session)
{
  for (guint i = 0; session != NULL && i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      if (reaction->grade >= SUSPENDING_GRADE)
        return reaction;
    }
  return NULL;
}

/* In the clinic's language, as the content names it: "Swelling or bruising, 4/5". */
static char *
describe_reaction (Work                *work,
                   MesoStoreContext    *context,
                   const MesoReaction  *reaction,
                   GError             **error)
{
  g_autofree char *language = meso_course_suspension_dup_language (context, error);
  const GPtrArray *entries = meso_protocol_get_lists (meso_clinic_get_protocol (work->clinic));
  const char *name = reaction->note;

  if (language == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->id, reaction->term) == 0)
        name = meso_local_text_get (entry->text, language);
    }
  return g_strdup_printf ("%s, %d/%d", name, reaction->grade, MESO_REACTION_MAX_GRADE);
}

/* What was severe in the record that is corrected has suspended the course already, and may have been closed since. */
static gboolean
suspend_course (Work              *work,
                MesoStoreContext  *context,
                GError           **error)
{
  const MesoReaction *severe = find_severe (work->amended) == NULL ? find_severe (work->session) : NULL;
  g_autofree char *reason = NULL;

  if (severe == NULL)
    return TRUE;
  reason = describe_reaction (work, context, severe, error);
  return reason != NULL && meso_course_suspension_begin (context, work->clinic, work->session->patient, reason, error);
}

static gboolean
mark_planned (Work                        *work,
              MesoStoreContext            *context,
              const MesoTreatmentSession  *session,
              MesoPlannedStatus            status,
              GError                     **error)
{
  return session == NULL || session->plan == NULL ||
         meso_plan_repository_set_status (context, meso_clinic_get_staff (work->clinic), session->plan, session->session_n, status,
                                          "", error);
}

/* A correction may say that it was another session of the course. */
static gboolean
update_plan (Work              *work,
             MesoStoreContext  *context,
             GError           **error)
{
  const MesoTreatmentSession *amended = work->amended;

  if (amended != NULL && g_strcmp0 (amended->plan, work->session->plan) == 0 && amended->session_n == work->session->session_n)
    return TRUE;
  return mark_planned (work, context, amended, MESO_PLANNED, error) &&
         mark_planned (work, context, work->session, MESO_DONE, error);
}

/* (nullable): the questions of the day that a session which names none stands on */
static const char *
find_screening (const Work *work)
{
  if (work->amended != NULL && meso_calendar_date_compare (work->amended->date, work->session->date) == 0)
    return work->amended->screening;
  return work->chart->short_form != NULL ? work->chart->short_form->id : NULL;
}

static gboolean
check_whose (const char  *patient,
             GError     **error)
{
  if (patient == NULL)
    g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "patient: Say whose session it was.");
  return patient != NULL;
}

/* The record itself, on the day's chart. */
static gboolean
prepare (Work              *work,
         MesoStoreContext  *context,
         const char        *patient,
         GError           **error)
{
  MesoTreatmentSession *session = meso_treatment_session_copy (work->asked);

  work->session = session;
  if (!check_whose (patient, error))
    return FALSE;
  work->chart = meso_chart_gather (context, meso_clinic_get_protocol (work->clinic), patient,
                                   meso_calendar_date_is_set (session->date) ? session->date : work->today, error);
  if (work->chart == NULL)
    return FALSE;
  g_set_str (&session->patient, work->chart->patient->id);
  if (session->screening == NULL)
    session->screening = g_strdup (find_screening (work));
  return meso_session_preparation_take (context, session, error) &&
         meso_session_gate_check (context, work->clinic, work->chart, session, work->amended, work->today, error);
}

static gboolean
store (Work              *work,
       MesoStoreContext  *context,
       const char        *draft,
       GError           **error)
{
  work->id = meso_session_repository_insert (context, meso_clinic_get_staff (work->clinic), work->session, work->amends,
                                             work->reason, error);
  return work->id != NULL && update_plan (work, context, error) && suspend_course (work, context, error) &&
         meso_draft_repository_remove (context, DRAFT, draft, error);
}

/* Stored first, so that the session is judged by them as by any others. */
static gboolean
store_answers (Work              *work,
               MesoStoreContext  *context,
               GError           **error)
{
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autofree char *id = NULL;

  if (work->answers == NULL)
    return TRUE;
  if (!check_whose (work->asked->patient, error) ||
      !meso_screening_recording_check_day (work->answers, work->asked->date, work->today, error))
    return FALSE;
  verdict = meso_screening_recording_store (context, work->clinic, work->asked->patient, work->answers, work->asked->date, &id,
                                            error);
  return verdict != NULL;
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  return store_answers (work, context, error) && prepare (work, context, work->asked->patient, error) &&
         store (work, context, work->session->patient, error);
}

/**
 * meso_session_service_record:
 * @session: a session as it went; patient: an id or a file number. Without a screening, that of the day is taken
 * @today: the clinic's day; a session of an earlier day needs that day's questions
 *
 * Bad input names its field first: "points: …", "before: …". %MESO_SERVICES_ERROR_REFUSED where treatment was not open to the patient.
 *
 * Returns: (transfer full): the new id, or %NULL; nothing is stored then
 */
char *
meso_session_service_record (MesoClinic                  *clinic,
                             const MesoTreatmentSession  *session,
                             MesoCalendarDate             today,
                             GError                     **error)
{
  g_auto(Work) work = { .clinic = clinic, .asked = session, .today = today };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    g_clear_pointer (&work.id, g_free);
  return work.id;
}

/**
 * meso_session_service_record_with_answers:
 * @session: a session as it went; patient: an id or a file number
 * @answers: to the short form of the session's day
 * @today: the clinic's day
 *
 * The same in one unit of work with the questions of that day. Answers that keep the session from being stored aren't stored
 * either: meso_short_form_service_record() keeps them by themselves.
 *
 * Returns: (transfer full): the new session's id, or %NULL; nothing is stored then
 */
char *
meso_session_service_record_with_answers (MesoClinic                  *clinic,
                                          const MesoTreatmentSession  *session,
                                          MesoQuestionnaireResponse   *answers,
                                          MesoCalendarDate             today,
                                          GError                     **error)
{
  g_auto(Work) work = { .clinic = clinic, .asked = session, .answers = answers, .today = today };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    g_clear_pointer (&work.id, g_free);
  return work.id;
}

typedef struct
{
  const char *id;
  MesoTreatmentSession *session;
} GetWork;

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  GetWork *work = data;

  work->session = meso_session_repository_get (context, work->id, error);
  return work->session != NULL;
}

/**
 * meso_session_service_get:
 * @id: a recorded session's id
 *
 * Returns: (transfer full): the session as it was recorded, or %NULL
 */
MesoTreatmentSession *
meso_session_service_get (MesoClinic  *clinic,
                          const char  *id,
                          GError     **error)
{
  GetWork work = { .id = id };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.session : NULL;
}

static gboolean
amend (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;
  const char *patient = work->asked->patient;

  work->amended = meso_session_repository_get (context, work->amends, error);
  if (work->amended == NULL)
    return FALSE;
  if (!meso_treatment_session_counts (work->amended))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "This record was amended already, or entered in error. Amend the one that counts; nothing was stored.");
      return FALSE;
    }
  return prepare (work, context, patient != NULL ? patient : work->amended->patient, error) &&
         store (work, context, work->amends, error);
}

/**
 * meso_session_service_amend:
 * @id: the record to correct
 * @session: all of the session as it really went; without a patient or a screening, those of the record
 * @reason: why it is corrected
 * @today: the clinic's day
 *
 * The record stays and says that it was amended. A severe reaction that it didn't tell of suspends the course.
 *
 * Returns: (transfer full): the new id, or %NULL; nothing is stored then
 */
char *
meso_session_service_amend (MesoClinic                  *clinic,
                            const char                  *id,
                            const MesoTreatmentSession  *session,
                            const char                  *reason,
                            MesoCalendarDate             today,
                            GError                     **error)
{
  g_auto(Work) work = { .clinic = clinic, .asked = session, .amends = id, .reason = reason, .today = today };

  if (meso_text_is_empty (reason))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: Write why the record is corrected.");
      return NULL;
    }
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, amend, &work, error))
    g_clear_pointer (&work.id, g_free);
  return work.id;
}
