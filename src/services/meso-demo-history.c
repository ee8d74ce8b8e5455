/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-history.h"

#include "meso-demo-draft.h"
#include "meso-demo-life.h"
#include "meso-handout-service.h"
#include "meso-plan-repository.h"

/* Histories begin up to so many days before today. */
#define HISTORY_DAYS 730
/* Sheets are drawn, which takes its time: those of the last days only. */
#define SHEET_DAYS 14
/* From the first visit to the first session */
#define DAYS_BEFORE_COURSE 7
#define AFTERCARE_MINUTES 30
#define LEFT_HOUR 17
#define LEFT_MINUTE 52
#define EVENING_HOUR 18

typedef struct
{
  MesoDemoWorld world;
  GPtrArray *lives;             /* MesoDemoLife */
  MesoCalendarDate day;
  char *moment;                 /* (nullable): when it is in the story; NULL for now */
} History;

/* What happened two years ago was written down two years ago. */
static char *
tell_time (gpointer data)
{
  const History *self = data;
  g_autoptr(GDateTime) now = NULL;

  if (self != NULL && self->moment != NULL)
    return g_strdup (self->moment);
  now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
}

static void
set_moment (History          *self,
            MesoCalendarDate  day,
            int               hour,
            int               minute)
{
  g_autoptr(GDateTime) local = g_date_time_new_local (day.year, day.month, day.day, hour, minute, 0);
  g_autoptr(GDateTime) utc = g_date_time_to_utc (local);

  g_free (self->moment);
  self->moment = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.%fZ");
}

static gboolean
found_clinic (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  History *self = data;

  return meso_demo_world_found (&self->world, context, error);
}

/* Unset for one whose course isn't in the content */
static MesoCalendarDate
find_first_visit (const MesoDemoLife *life)
{
  const MesoDemoWorld *world = life->world;
  MesoCalendarDate start;

  if (life->role->template == NULL)
    return meso_demo_world_get_open_day_before (world, meso_calendar_date_add_days (world->today, -life->role->days_ago));
  start = meso_demo_life_find_start (life);
  if (!meso_calendar_date_is_set (start))
    return start;
  return meso_demo_world_get_open_day_before (world, meso_calendar_date_add_days (start, -DAYS_BEFORE_COURSE));
}

static void
bring_people (History *self,
              guint    patients)
{
  MesoDemoWorld *world = &self->world;
  guint n_roles;
  const MesoDemoRole *roles = meso_demo_cast_get (&n_roles);

  for (guint i = 0; i < n_roles && self->lives->len < patients; i++)
    {
      g_autoptr(MesoDemoLife) life = meso_demo_life_new (world, &roles[i], world->today);

      life->due = find_first_visit (life);
      if (meso_calendar_date_is_set (life->due))
        g_ptr_array_add (self->lives, g_steal_pointer (&life));
    }
  while (self->lives->len < patients)
    {
      int days = g_rand_int_range (world->rand, 1, HISTORY_DAYS);

      g_ptr_array_add (self->lives,
                       meso_demo_life_new (world, NULL, meso_demo_world_get_open_day_before (world, meso_calendar_date_add_days (world->today,
                                                                                                                -days))));
    }
}

static gboolean
live_day (MesoStoreContext  *context,
          gpointer           data,
          GError           **error)
{
  History *self = data;

  for (guint i = 0; i < self->lives->len; i++)
    {
      if (!meso_demo_life_go_on (g_ptr_array_index (self->lives, i), context, self->day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_somebody_due (const History *self)
{
  for (guint i = 0; i < self->lives->len; i++)
    {
      const MesoDemoLife *life = g_ptr_array_index (self->lives, i);

      if (meso_calendar_date_compare (life->due, self->day) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
hand_out (const MesoDemoLife  *life,
          GError             **error)
{
  const MesoDemoWorld *world = life->world;
  g_autoptr(GDateTime) creation = g_date_time_new_local (life->treated_on.year, life->treated_on.month, life->treated_on.day,
                                                         12, 0, 0);
  int minute = life->role != NULL ? life->role->minute : EVENING_HOUR * 60;
  const MesoHandoutRequest request = {
    .kind = "aftercare", .patient = life->patient->id,
    .when = { life->treated_on, minute + AFTERCARE_MINUTES }, .today = life->treated_on,
    .creation = creation, .printed_at = { life->treated_on, minute + AFTERCARE_MINUTES },
  };
  g_autoptr(MesoIssuedHandout) handout = meso_handout_service_issue (world->clinic, &request, error);

  return handout != NULL;
}

static gboolean
hand_out_sheets (History  *self,
                 GError  **error)
{
  for (guint i = 0; i < self->lives->len; i++)
    {
      const MesoDemoLife *life = g_ptr_array_index (self->lives, i);
      gboolean gets = life->role != NULL ? life->role->scene != MESO_DEMO_TO_HAND_OUT
                                         : meso_demo_world_happens (&self->world, 50);

      if (gets && meso_calendar_date_compare (life->treated_on, self->day) == 0 && !hand_out (life, error))
        return FALSE;
    }
  return TRUE;
}

static const MesoDemoLife *
find_scene (const History *self,
            MesoDemoScene  scene)
{
  for (guint i = 0; i < self->lives->len; i++)
    {
      const MesoDemoLife *life = g_ptr_array_index (self->lives, i);

      if (life->role != NULL && life->role->scene == scene)
        return life;
    }
  return NULL;
}

static gboolean
tell_past (History        *self,
           MesoOperation  *operation,
           GError        **error)
{
  MesoDemoWorld *world = &self->world;
  const int days = HISTORY_DAYS + DAYS_BEFORE_COURSE;

  for (int left = days; left > 0; left--)
    {
      self->day = meso_calendar_date_add_days (world->today, -left);
      if (!meso_operation_report (operation, (guint64) (days - left), (guint64) days + 1, error))
        return FALSE;
      if (!is_somebody_due (self))
        continue;
      set_moment (self, self->day, EVENING_HOUR, 30);
      if (!meso_clinic_run (world->clinic, MESO_STORE_WRITE, live_day, self, error) ||
          (left <= SHEET_DAYS && !hand_out_sheets (self, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
leave_screening (History  *self,
                 GError  **error)
{
  const MesoDemoLife *left = find_scene (self, MESO_DEMO_LEFT);
  MesoCalendarDate yesterday = meso_calendar_date_add_days (self->world.today, -1);

  if (left == NULL || left->patient->id == NULL)
    return TRUE;
  set_moment (self, yesterday, LEFT_HOUR, LEFT_MINUTE);
  return meso_demo_draft_leave (self->world.clinic, left->patient, yesterday, error);
}

/* The session that is told of comes onto its day. */
static gboolean
take_place (MesoDemoLife      *life,
            MesoStoreContext  *context,
            GError           **error)
{
  const MesoDemoWorld *world = life->world;
  const MesoPlanSession *session = g_ptr_array_index (life->sessions, life->at);
  MesoCivilTime when = { meso_demo_world_get_open_day_before (world, meso_calendar_date_add_days (world->today, -life->role->days_ago)),
                         session->kind == MESO_PLAN_CHECK ? MESO_CIVIL_TIME_NO_MINUTE : life->role->minute };

  return meso_demo_life_book (life, context, when, error);
}

static gboolean
play (MesoDemoLife      *life,
      MesoStoreContext  *context,
      GError           **error)
{
  MesoCalendarDate today = life->world->today;
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autofree char *id = NULL;

  if (life->plan == NULL)
    return TRUE;
  if (!take_place (life, context, error))
    return FALSE;
  switch (life->role->scene)
    {
    case MESO_DEMO_TREATED:
    case MESO_DEMO_TO_HAND_OUT:
      return meso_demo_life_treat (life, context, today, error);
    case MESO_DEMO_SUSPENDED:
      return meso_plan_repository_set_plan_status (context, life->world->physician, life->plan, MESO_COURSE_SUSPENDED,
                                                   "A new bald patch beside the injected area: to be seen first.", error);
    case MESO_DEMO_NOT_NOW:
      verdict = meso_demo_life_ask (life, context, MESO_FORM_FULL, life->role->says, today, &id, error);
      return verdict != NULL;
    case MESO_DEMO_CHANCE:
    case MESO_DEMO_READY:
    case MESO_DEMO_NO_FORMULA:
    case MESO_DEMO_LONG_AGO:
    case MESO_DEMO_CHECK_UP:
    case MESO_DEMO_ENTERED:
    case MESO_DEMO_LEFT:
    case MESO_DEMO_ANSWERED:
    case MESO_DEMO_SIGNED:
    default:
      return TRUE;
    }
}

static gboolean
live_today (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  History *self = data;

  if (!live_day (context, data, error))
    return FALSE;
  for (guint i = 0; i < self->lives->len; i++)
    {
      MesoDemoLife *life = g_ptr_array_index (self->lives, i);

      if (life->role != NULL && !play (life, context, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_today (History  *self,
            GError  **error)
{
  self->day = self->world.today;
  g_clear_pointer (&self->moment, g_free);
  return meso_clinic_run (self->world.clinic, MESO_STORE_WRITE, live_today, self, error) && hand_out_sheets (self, error);
}

static void
history_clear (History *self)
{
  meso_store_set_clock (meso_clinic_get_store (self->world.clinic), tell_time, NULL);
  g_ptr_array_unref (self->lives);
  meso_demo_world_clear (&self->world);
  g_free (self->moment);
}

/**
 * meso_demo_history_fill:
 * @clinic: a new, empty clinic
 * @patients: how many; the first of them are those whose day today is told
 * @seed: equal seeds and days give equal people and histories
 * @today: the day that the story leads up to
 * @operation: (nullable): told how far it is, and stops it
 *
 * Lives two years at the clinic, day by day: each day is stored as of that day. Nothing happens on closed days.
 *
 * Returns: whether all of it is stored
 */
gboolean
meso_demo_history_fill (MesoClinic        *clinic,
                        guint              patients,
                        guint32            seed,
                        MesoCalendarDate   today,
                        MesoOperation     *operation,
                        GError           **error)
{
  History self = {
    .world = { .clinic = clinic, .protocol = meso_clinic_get_protocol (clinic), .rand = g_rand_new_with_seed (seed),
               .today = today, .bookings = g_hash_table_new (NULL, NULL) },
    .lives = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_demo_life_free),
  };
  gboolean told = meso_clinic_run (clinic, MESO_STORE_WRITE, found_clinic, &self, error);

  if (told)
    {
      bring_people (&self, patients);
      meso_store_set_clock (meso_clinic_get_store (clinic), tell_time, &self);
      told = tell_past (&self, operation, error) && leave_screening (&self, error) && tell_today (&self, error) &&
             meso_operation_report (operation, 1, 1, error);
    }
  history_clear (&self);
  return told;
}
