/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-plan-repository.h"
#include "meso-session-repository.h"
#include "meso-staff-repository.h"

/**
 * meso_handout_facts_free:
 * @self: (transfer full) (nullable): what the file knows for a sheet
 */
void
meso_handout_facts_free (MesoHandoutFacts *self)
{
  if (self == NULL)
    return;
  meso_handout_context_free (self->context);
  g_free (self->paper);
  g_free (self->patient);
  g_free (self->course);
  g_free (self->formula_id);
  g_free (self->key);
  g_free (self);
}

/* What was given that day; without a record, what is meant to be given. */
static gboolean
take_formula (MesoHandoutFacts            *self,
              MesoStoreContext            *store,
              const MesoTreatmentSession  *session,
              GError                     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoFormulaVersion) formula = NULL;

  if (session == NULL)
    formula = meso_formula_repository_latest_of_patient (store, self->patient, &local_error);
  else if (session->formula != NULL)
    formula = meso_formula_repository_get (store, session->formula, session->formula_version, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (formula == NULL)
    return TRUE;
  self->formula_id = g_strdup (formula->formula_id);
  self->formula_version = formula->version;
  for (guint i = 0; i < formula->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (formula->check->lines, i);

      meso_handout_context_add_ingredient (self->context, line->ingredient);
    }
  return TRUE;
}

static gboolean
prepares (const MesoHandoutRequest *request)
{
  return g_str_equal (request->kind, "before");
}

/* What is planned in a course that was suspended or is over isn't promised to anyone. */
static gboolean
is_to_come (const MesoCourse         *course,
            const MesoPlannedSession *session)
{
  return session->status == MESO_PLANNED && course->status == MESO_COURSE_ACTIVE;
}

/* A sheet that says no date is about the session it prepares for, or about the last one that was due; without such a
 * session it says how long, not until when. */
static void
choose_date (MesoHandoutFacts         *self,
             const MesoCourse         *course,
             const MesoHandoutRequest *request)
{
  MesoCivilTime *when = &self->context->when;

  *when = request->when;
  for (guint i = 0; !meso_calendar_date_is_set (request->when.date) && course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      int order = meso_calendar_date_compare (session->date, request->today);

      if (session->kind == MESO_PLAN_CHECK || (!is_to_come (course, session) && session->status != MESO_DONE) ||
          (prepares (request) ? order < 0 || session->status == MESO_DONE : order > 0))
        continue;
      when->date = session->date;
      when->minute = prepares (request) ? session->minute : MESO_CIVIL_TIME_NO_MINUTE;
      if (prepares (request))
        return;
    }
}

/* Steals the newest recorded session of the sheet's day; of a sheet without one, the newest up to today, unless a later one
 * was due. */
static MesoTreatmentSession *
steal_session (GPtrArray                *sessions,
               MesoCalendarDate          date,
               const MesoHandoutRequest *request)
{
  gboolean said = meso_calendar_date_is_set (request->when.date);

  for (guint i = 0; i < sessions->len; i++)
    {
      const MesoTreatmentSession *session = g_ptr_array_index (sessions, i);
      int order = meso_calendar_date_compare (session->date, date);

      if (meso_treatment_session_counts (session) &&
          (order == 0 || (!said && order > 0 && meso_calendar_date_compare (session->date, request->today) <= 0)))
        return g_ptr_array_steal_index (sessions, i);
    }
  return NULL;
}

/* What was recorded goes before what was planned. session_out: (nullable) */
static gboolean
take_session (MesoHandoutFacts           *self,
              MesoStoreContext           *store,
              const MesoHandoutRequest   *request,
              MesoTreatmentSession      **session_out,
              GError                    **error)
{
  g_autoptr(GPtrArray) sessions = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autoptr(MesoStaff) operator = NULL;

  if (prepares (request))
    return TRUE;
  sessions = meso_session_repository_list (store, self->patient, error);
  if (sessions == NULL)
    return FALSE;
  session = steal_session (sessions, self->context->when.date, request);
  if (session == NULL)
    return TRUE;
  operator = meso_staff_repository_get (store, session->operator, error);
  if (operator == NULL)
    return FALSE;
  self->context->when.date = session->date;
  self->context->when.minute = request->when.minute != MESO_CIVIL_TIME_NO_MINUTE ? request->when.minute : session->minute;
  g_set_str (&self->context->treated_by, operator->name);
  *session_out = g_steal_pointer (&session);
  return TRUE;
}

static gboolean
is_of_session (const MesoPlannedSession   *planned,
               const MesoTreatmentSession *session,
               MesoCalendarDate            date)
{
  if (session == NULL || session->plan == NULL)
    return meso_calendar_date_compare (planned->date, date) == 0;
  return planned->n == session->session_n && g_strcmp0 (planned->plan, session->plan) == 0;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const MesoPlannedSession *first = a;
  const MesoPlannedSession *second = b;

  return meso_civil_time_compare ((MesoCivilTime) { first->date, first->minute }, (MesoCivilTime) { second->date, second->minute });
}

/* Sessions may have been moved past one another: visits are told in the order of time. */
static void
take_planned (MesoHandoutFacts           *self,
              const MesoCourse           *course,
              const MesoTreatmentSession *session)
{
  MesoHandoutContext *context = self->context;
  g_autoptr(GPtrArray) in_time = g_ptr_array_new ();

  self->course = g_strdup (course->id);
  g_ptr_array_extend (in_time, course->sessions, NULL, NULL);
  g_ptr_array_sort_values (in_time, compare_days);
  for (guint i = 0; i < in_time->len; i++)
    {
      const MesoPlannedSession *planned = g_ptr_array_index (in_time, i);

      if (planned->kind == MESO_PLAN_TREATMENT && planned->status != MESO_CANCELLED)
        {
          context->session_count++;
          if (is_of_session (planned, session, self->date))
            self->session_n = context->session_n = planned->n;
        }
      if (is_to_come (course, planned) && meso_calendar_date_compare (planned->date, self->date) > 0)
        meso_handout_context_add_visit (context, (MesoCivilTime) { planned->date, planned->minute }, planned->n, planned->kind);
    }
}

/* Somebody named the day that a sheet prepares for, without its time. */
static void
take_planned_time (MesoHandoutFacts *self,
                   const MesoCourse *course)
{
  MesoCivilTime *when = &self->context->when;

  for (guint i = 0; when->minute == MESO_CIVIL_TIME_NO_MINUTE && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *planned = g_ptr_array_index (course->sessions, i);

      if (is_to_come (course, planned) && planned->kind != MESO_PLAN_CHECK &&
          meso_calendar_date_compare (planned->date, when->date) == 0)
        when->minute = planned->minute;
    }
}

/* The plan that the recorded session belongs to; without a record, the newest one. course_out: (nullable) */
static gboolean
load_course (MesoStoreContext            *store,
             const char                  *patient,
             const MesoTreatmentSession  *session,
             MesoCourse                 **course_out,
             GError                     **error)
{
  g_autoptr(GError) local_error = NULL;

  *course_out = session != NULL && session->plan != NULL
                  ? meso_plan_repository_get (store, session->plan, &local_error)
                  : meso_plan_repository_latest_of_patient (store, patient, &local_error);
  return !meso_clinic_take_error (&local_error, error);
}

static gboolean
take_care (MesoHandoutFacts          *self,
           MesoStoreContext          *store,
           const MesoHandoutRequest  *request,
           GError                   **error)
{
  g_autoptr(MesoCourse) newest = NULL;
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;

  if (!load_course (store, self->patient, NULL, &newest, error))
    return FALSE;
  choose_date (self, newest, request);
  if (!take_session (self, store, request, &session, error) || !take_formula (self, store, session, error) ||
      !load_course (store, self->patient, session, &course, error))
    return FALSE;
  self->date = meso_calendar_date_is_set (self->context->when.date) ? self->context->when.date : request->today;
  if (course != NULL && prepares (request))
    take_planned_time (self, course);
  if (course != NULL)
    take_planned (self, course, session);
  return TRUE;
}

/* What the sheet of this kind is about. */
static gboolean
take_matter (MesoHandoutFacts          *self,
             MesoStoreContext          *store,
             const MesoPatient         *patient,
             const MesoHandoutRequest  *request,
             GError                   **error)
{
  if (g_str_equal (request->kind, "screening"))
    return meso_handout_facts_take_screening (self, store, request, error);
  if (g_str_equal (request->kind, "formula"))
    return meso_handout_facts_take_formula (self, store, patient, request, error);
  return take_care (self, store, request, error);
}

static void
add_time (GString       *key,
          MesoCivilTime  time)
{
  g_autofree char *text = meso_calendar_date_is_set (time.date) ? meso_civil_time_to_string (time) : g_strdup ("");

  g_string_append_printf (key, "%s\n", text);
}

/* (transfer full): all that can change while a sheet is being made */
static char *
make_key (const MesoHandoutFacts *self,
          gint64                  revision)
{
  const MesoHandoutContext *context = self->context;
  const MesoLetterhead *letterhead = context->letterhead;
  g_autoptr(GString) key = g_string_new (self->patient);

  g_string_append_printf (key, "\n%" G_GINT64_FORMAT "\n%s\n%s\n%d\n", revision, context->language, self->paper, context->demo);
  g_string_append_printf (key, "%s\n%s\n%s\n%s\n", letterhead->clinic_name, letterhead->physician, letterhead->phone,
                          letterhead->emergency_number);
  for (guint i = 0; i < letterhead->address->len; i++)
    g_string_append_printf (key, "%s\n", (const char *) g_ptr_array_index (letterhead->address, i));
  g_string_append_printf (key, "%s/%d\n%s/%d of %d\n%s\n", self->formula_id, self->formula_version, self->course,
                          self->session_n, context->session_count, context->treated_by);
  if (context->account != NULL)
    g_string_append_printf (key, "%s/%u/%d/%d\n", context->account->screening->id, context->account->decisions->len,
                            context->account->amended, context->account->screening->entered_in_error != NULL);
  for (guint i = 0; i < context->flags->len; i++)
    g_string_append_printf (key, "%s\n", (const char *) g_ptr_array_index (context->flags, i));
  add_time (key, context->when);
  for (guint i = 0; i < context->visits->len; i++)
    add_time (key, ((const MesoHandoutVisit *) g_ptr_array_index (context->visits, i))->when);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/**
 * meso_handout_facts_gather:
 * @protocol: the content that is at work
 *
 * Reads what a patient's sheet needs: the record, the letterhead, what was recorded of the session it is about, the formula,
 * what is planned, and what of the patient has a line of its own.
 *
 * Returns: (transfer full): the facts, or %NULL
 */
MesoHandoutFacts *
meso_handout_facts_gather (MesoStoreContext          *store,
                           const MesoProtocol        *protocol,
                           const MesoHandoutRequest  *request,
                           GError                   **error)
{
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (store, request->patient, error);
  g_autoptr(MesoHandoutFacts) self = g_new0 (MesoHandoutFacts, 1);

  if (patient == NULL)
    return NULL;
  self->context = meso_handout_context_new ();
  self->patient = g_strdup (patient->id);
  self->context->sex = patient->sex;
  g_set_str (&self->context->file_number, patient->file_number);
  g_free (self->context->patient_name);
  self->context->patient_name = meso_patient_dup_full_name (patient);
  self->context->printed_at = request->printed_at;
  if (!meso_handout_facts_take_settings (self, store, patient, request, error) ||
      !take_matter (self, store, patient, request, error) || !meso_handout_facts_take_flags (self, store, protocol, error))
    return NULL;
  self->key = make_key (self, patient->revision);
  return g_steal_pointer (&self);
}
