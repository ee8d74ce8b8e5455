/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-life.h"

#include "meso-demo-formula.h"
#include "meso-demo-preparation.h"
#include "meso-eligibility.h"
#include "meso-plan-repository.h"
#include "meso-session-repository.h"

#define FIRST_HOUR 9
#define SLOT_MINUTES 45
#define SLOTS 11

/* Nobody came yet, but may still: these stay as they are. */
#define RECENT_DAYS 6

#define NEW_VERSION_AFTER 2

static const struct
{
  int percent;
  const char *template;
  int sessions;
} courses[] = {
  { 30, "mild", 2 }, { 30, "noticeable", 6 }, { 15, "noticeable", 4 }, { 10, "noticeable", 8 }, { 10, "iranian-rct", 10 },
  { 5, "maintenance", 4 },
};

static MesoPlan *
lay_out (const MesoDemoLife  *self,
         const char          *id,
         int                  sessions,
         MesoCalendarDate     start,
         GError             **error)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (self->world->protocol, id);
  const MesoPlanOptions options = { .start = start, .sessions = sessions, .closed = self->world->closed };

  if (template != NULL)
    return meso_plan_new (template, &options, error);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "The clinical content has no plan “%s”.", id);
  return NULL;
}

/**
 * meso_demo_life_find_start:
 *
 * Returns: the day of the first session that puts the one that is told of onto its day; unset when there is no such course
 */
MesoCalendarDate
meso_demo_life_find_start (const MesoDemoLife *self)
{
  MesoCalendarDate today = self->world->today;
  g_autoptr(MesoPlan) plan = lay_out (self, self->role->template, self->role->sessions, today, NULL);
  const MesoPlanSession *held;

  if (plan == NULL || (guint) self->role->hold > plan->sessions->len)
    return MESO_CALENDAR_DATE_NONE;
  held = g_ptr_array_index (plan->sessions, (guint) self->role->hold - 1);
  return meso_calendar_date_add_days (today, -meso_calendar_date_days_between (today, held->date));
}

/**
 * meso_demo_life_book:
 * @when: the day, and the time when there is one
 *
 * Returns: whether the session that comes next is there
 */
gboolean
meso_demo_life_book (MesoDemoLife      *self,
                     MesoStoreContext  *context,
                     MesoCivilTime      when,
                     GError           **error)
{
  MesoPlanSession *session = g_ptr_array_index (self->sessions, self->at);

  session->date = when.date;
  self->minute = when.minute;
  return meso_plan_repository_move (context, self->world->desk, self->plan, session->n, when, NULL, error);
}

static int
take_free_minute (MesoDemoWorld    *world,
                  MesoCalendarDate  day)
{
  gpointer key = GINT_TO_POINTER (day.year * 10000 + day.month * 100 + day.day);
  int taken = GPOINTER_TO_INT (g_hash_table_lookup (world->bookings, key));

  g_hash_table_insert (world->bookings, key, GINT_TO_POINTER (taken + 1));
  return FIRST_HOUR * 60 + taken % SLOTS * SLOT_MINUTES;
}

/* Today is told by the cast alone. */
static MesoCalendarDate
find_day (const MesoDemoLife *self,
          MesoCalendarDate    wanted)
{
  MesoCalendarDate day = meso_demo_world_get_open_day (self->world, wanted);

  if (meso_calendar_date_compare (day, self->world->today) == 0)
    day = meso_demo_world_get_open_day (self->world, meso_calendar_date_add_days (day, 1));
  return day;
}

static gboolean
move_to (MesoDemoLife      *self,
         MesoStoreContext  *context,
         MesoCalendarDate   wanted,
         GError           **error)
{
  const MesoPlanSession *session = g_ptr_array_index (self->sessions, self->at);
  MesoCalendarDate day = find_day (self, wanted);
  int minute = session->kind == MESO_PLAN_CHECK ? MESO_CIVIL_TIME_NO_MINUTE : take_free_minute (self->world, day);

  self->due = day;
  return meso_demo_life_book (self, context, (MesoCivilTime) { day, minute }, error);
}

/* earliest: the next one can't be sooner */
static gboolean
look_ahead (MesoDemoLife      *self,
            MesoStoreContext  *context,
            MesoCalendarDate   earliest,
            GError           **error)
{
  const MesoPlanSession *session;

  self->due = MESO_CALENDAR_DATE_NONE;
  if (self->at == self->sessions->len)
    {
      self->phase = MESO_DEMO_PHASE_OVER;
      return meso_plan_repository_set_plan_status (context, self->world->physician, self->plan, MESO_COURSE_FINISHED, NULL, error);
    }
  session = g_ptr_array_index (self->sessions, self->at);
  if (self->role != NULL && session->n == self->role->hold)
    return TRUE;
  return move_to (self, context, meso_calendar_date_compare (session->date, earliest) < 0 ? earliest : session->date, error);
}

/**
 * meso_demo_life_begin_course:
 *
 * Returns: whether a plan is stored, and a formula
 */
gboolean
meso_demo_life_begin_course (MesoDemoLife      *self,
                             MesoStoreContext  *context,
                             MesoCalendarDate   day,
                             GError           **error)
{
  int dice = g_rand_int_range (self->world->rand, 0, 100);
  guint course = 0;
  MesoCalendarDate start = meso_calendar_date_add_days (day, meso_demo_world_happens (self->world, 40) ? 0 : 7);
  g_autoptr(MesoPlan) plan = NULL;

  while (course + 1 < G_N_ELEMENTS (courses) && (dice -= courses[course].percent) >= 0)
    course++;
  plan = self->role != NULL
           ? lay_out (self, self->role->template, self->role->sessions, meso_demo_life_find_start (self), error)
           : lay_out (self, courses[course].template, courses[course].sessions, start, error);
  if (plan == NULL)
    return FALSE;
  self->plan = meso_plan_repository_insert (context, self->world->physician, self->patient->id, plan, error);
  if (self->plan == NULL)
    return FALSE;
  self->sessions = g_ptr_array_ref (plan->sessions);
  self->phase = MESO_DEMO_PHASE_SESSION;
  if ((self->role == NULL || self->role->scene != MESO_DEMO_NO_FORMULA) && !meso_demo_formula_store (self, context, error))
    return FALSE;
  return look_ahead (self, context, day, error);
}

static gboolean
set_status (MesoDemoLife       *self,
            MesoStoreContext   *context,
            MesoPlannedStatus   status,
            const char         *reason,
            GError            **error)
{
  const MesoPlanSession *session = g_ptr_array_index (self->sessions, self->at);

  self->at++;
  return meso_plan_repository_set_status (context, self->world->desk, self->plan, session->n, status, reason, error);
}

/* Answers that are older than a year are asked anew. */
static gboolean
screen_again (MesoDemoLife      *self,
              MesoStoreContext  *context,
              MesoCalendarDate   day,
              GError           **error)
{
  g_autofree char *id = NULL;
  g_autoptr(MesoVerdict) verdict = meso_demo_life_ask (self, context, MESO_FORM_FULL, "", day, &id, error);
  g_autoptr(GPtrArray) letters = NULL;

  if (verdict == NULL)
    return FALSE;
  letters = meso_demo_life_list_clearances (verdict);
  if (!meso_demo_life_clear (self, context, id, letters, day, error) ||
      !meso_demo_life_decide (self, context, id, MESO_DECISION_SIGN, NULL,
                              verdict->outcome != MESO_OUTCOME_SUITABLE
                                ? meso_demo_world_say (self->world, "As last year; talked over with the patient.",
                                                       "مانند سال قبل؛ با بیمار گفت‌وگو شد.") : NULL, day, error))
    return FALSE;
  g_set_str (&self->screening, id);
  self->screened_on = day;
  return TRUE;
}

static gboolean
override (MesoDemoLife       *self,
          MesoStoreContext   *context,
          const char         *screening,
          const MesoVerdict  *verdict,
          MesoCalendarDate    day,
          GError            **error)
{
  const char *reason = meso_demo_world_say (self->world, "Light; the patient was told of the bruises and wishes to go on.",
                                            "خفیف است؛ درباره کبودی به بیمار گفته شد و می‌خواهد ادامه دهد.");

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->outcome == MESO_OUTCOME_DEFER &&
          !meso_demo_life_decide (self, context, screening, MESO_DECISION_OVERRIDE, finding->rule, reason, day, error))
        return FALSE;
    }
  return meso_demo_life_decide (self, context, screening, MESO_DECISION_SIGN, NULL, reason, day, error);
}

/* screening_out: what the session is held on; NULL when it isn't held today, and was moved */
static gboolean
ask_before (MesoDemoLife      *self,
            MesoStoreContext  *context,
            MesoCalendarDate   day,
            char             **screening_out,
            GError           **error)
{
  MesoCalendarDate last = meso_calendar_date_add_months (self->screened_on, MESO_ELIGIBILITY_VALID_MONTHS);
  gboolean bleeds = self->role == NULL && self->patient->sex == MESO_SEX_FEMALE && meso_demo_world_happens (self->world, 6);
  g_autofree char *id = NULL;
  g_autoptr(MesoVerdict) verdict = NULL;
  gboolean stored = TRUE;

  if (meso_calendar_date_compare (day, last) > 0 && !screen_again (self, context, day, error))
    return FALSE;
  if (meso_calendar_date_compare (self->screened_on, day) == 0)
    {
      *screening_out = g_strdup (self->screening);
      return TRUE;
    }
  verdict = meso_demo_life_ask (self, context, MESO_FORM_SHORT, bleeds ? "menstruating=yes" : "", day, &id, error);
  if (verdict == NULL)
    return FALSE;
  /* What is a caution today is one at the next visit too. */
  if (verdict->outcome > MESO_OUTCOME_CAUTION && !meso_demo_world_happens (self->world, 35))
    return move_to (self, context, meso_calendar_date_is_set (verdict->until) ? verdict->until
                                                                              : meso_calendar_date_add_days (day, 7), error);
  if (verdict->outcome != MESO_OUTCOME_SUITABLE)
    stored = override (self, context, id, verdict, day, error);
  if (stored)
    *screening_out = g_steal_pointer (&id);
  return stored;
}

static void
add_reaction (MesoDemoLife         *self,
              MesoTreatmentSession *session)
{
  const GPtrArray *lists = meso_protocol_get_lists (self->world->protocol);

  for (guint i = 0; i < lists->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (lists, i);

      if (!g_str_equal (entry->list, "side-effect"))
        continue;
      g_ptr_array_add (session->reactions, meso_reaction_new (entry->id, 1, ""));
      return;
    }
}

static MesoTreatmentSession *
describe (MesoDemoLife     *self,
          const char       *screening,
          MesoCalendarDate  day)
{
  MesoDemoWorld *world = self->world;
  MesoTreatmentSession *session = meso_treatment_session_new ();

  session->patient = g_strdup (self->patient->id);
  session->plan = g_strdup (self->plan);
  session->session_n = ((const MesoPlanSession *) g_ptr_array_index (self->sessions, self->at))->n;
  session->date = day;
  session->minute = self->minute;
  session->operator = g_strdup (meso_demo_world_happens (world, 15) ? world->physician
                                                                    : world->nurses[g_rand_int_range (world->rand, 0, 2)]);
  session->physician = g_strdup (world->physician);
  session->screening = g_strdup (screening);
  session->formula = g_strdup (self->formula);
  session->formula_version = self->formula_version;
  session->points = self->points;
  session->wasted_ul = self->volume_ul > 0 ? g_rand_int_range (world->rand, 0, 3) * 100 : 0;
  session->volume_ul = self->volume_ul - session->wasted_ul;
  session->pain = g_rand_int_range (world->rand, 0, 5);
  session->before = (MesoBloodPressure) { g_rand_int_range (world->rand, 105, 136), g_rand_int_range (world->rand, 62, 86) };
  if (meso_demo_world_happens (world, 20))
    add_reaction (self, session);
  return session;
}

/**
 * meso_demo_life_treat:
 *
 * Returns: whether the session is stored that is due on @day, or moved where the questions of that day say wait
 */
gboolean
meso_demo_life_treat (MesoDemoLife      *self,
                      MesoStoreContext  *context,
                      MesoCalendarDate   day,
                      GError           **error)
{
  g_autofree char *screening = NULL;
  g_autofree char *id = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;

  if (!ask_before (self, context, day, &screening, error))
    return FALSE;
  if (screening == NULL)
    return TRUE;
  session = describe (self, screening, day);
  if (!meso_demo_preparation_make (self, context, (MesoCivilTime) { day, self->minute }, &session->preparation, error))
    return FALSE;
  id = meso_session_repository_insert (context, session->operator, session, NULL, NULL, error);
  if (id == NULL || !set_status (self, context, MESO_DONE, NULL, error))
    return FALSE;
  self->treated_on = day;
  if (self->at == NEW_VERSION_AFTER && self->formula != NULL && meso_demo_world_happens (self->world, 30) &&
      !meso_demo_formula_store (self, context, error))
    return FALSE;
  return look_ahead (self, context, meso_calendar_date_add_days (day, 1), error);
}

static gboolean
call_up (MesoDemoLife      *self,
         MesoStoreContext  *context,
         MesoCalendarDate   day,
         GError           **error)
{
  gboolean reached = meso_demo_world_happens (self->world, 90);
  const char *missed = meso_demo_world_say (self->world, "Couldn't be reached.", "پاسخ نداد.");

  return set_status (self, context, reached ? MESO_DONE : MESO_MISSED, reached ? NULL : missed, error) &&
         look_ahead (self, context, meso_calendar_date_add_days (day, 1), error);
}

static gboolean
come_by_chance (MesoDemoLife      *self,
                MesoStoreContext  *context,
                MesoCalendarDate   day,
                GError           **error)
{
  MesoCalendarDate tomorrow = meso_calendar_date_add_days (day, 1);
  int dice = g_rand_int_range (self->world->rand, 0, 100);

  if (dice < 82)
    return meso_demo_life_treat (self, context, day, error);
  if (dice < 89)
    return meso_demo_preparation_waste (self, context, (MesoCivilTime) { day, self->minute }, error) &&
           set_status (self, context, MESO_MISSED, meso_demo_world_say (self->world, "Did not come.", "نیامد."), error) &&
           look_ahead (self, context, tomorrow, error);
  if (dice < 92)
    return set_status (self, context, MESO_CANCELLED, meso_demo_world_say (self->world, "Called off by phone.", "تلفنی لغو کرد."), error) &&
           look_ahead (self, context, tomorrow, error);
  return move_to (self, context, meso_calendar_date_add_days (day, 3 + dice % 5), error);
}

/**
 * meso_demo_life_come:
 *
 * Returns: whether what became of the session that is due on @day is stored
 */
gboolean
meso_demo_life_come (MesoDemoLife      *self,
                     MesoStoreContext  *context,
                     MesoCalendarDate   day,
                     GError           **error)
{
  const MesoPlanSession *session = g_ptr_array_index (self->sessions, self->at);

  if (self->role == NULL && meso_calendar_date_days_between (day, self->world->today) <= RECENT_DAYS &&
      meso_demo_world_happens (self->world, 25))
    {
      self->due = MESO_CALENDAR_DATE_NONE;
      return TRUE;
    }
  if (session->kind == MESO_PLAN_CHECK)
    return call_up (self, context, day, error);
  return self->role != NULL ? meso_demo_life_treat (self, context, day, error) : come_by_chance (self, context, day, error);
}
