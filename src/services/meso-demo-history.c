/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-history.h"

#include "meso-demo-draft.h"
#include "meso-demo-mix.h"
#include "meso-demo-records.h"
#include "meso-demo-scene.h"
#include "meso-demo-schedule.h"
#include "meso-demo-sheet.h"
#include "meso-demo-stock.h"
#include "meso-local-day.h"
#include "meso-store-time.h"

/* Histories begin up to so many days before today; those of the cast a week earlier. */
#define HISTORY_DAYS 730
#define STORY_DAYS (HISTORY_DAYS + 7)
/* Sheets are drawn, which takes its time: those of the last days only. */
#define SHEET_DAYS 14
/* What is prepared is recorded for some weeks: the more who come, the fewer, so that the newest is among what is told. */
#define PREPARED_DAYS 56
#define PREPARED_DAYS_LEAST 4
#define PREPARED_WORK 20000
/* Minutes of the day */
#define MORNING (8 * 60)
#define LEFT (17 * 60 + 52)
#define EVENING (18 * 60 + 30)

typedef struct
{
  MesoDemoWorld world;
  MesoDemoMix mix;
  MesoOperation *operation;     /* (nullable) */
  GPtrArray *cast;              /* MesoDemoLife */
  MesoDemoSchedule *schedule;
  MesoDemoRecords index;        /* the card index */
  guint courses;                /* how many have come for one so far */
  GPtrArray *lives;             /* (nullable) MesoDemoLife: those of the day */
  MesoCalendarDate day;
  char *moment;                 /* (nullable): when it is in the story; NULL for now */
} Story;

/* What happened two years ago was written down two years ago. */
static char *
tell_time (gpointer data)
{
  const Story *self = data;

  return self != NULL && self->moment != NULL ? g_strdup (self->moment) : meso_store_time_now ();
}

static void
set_moment (Story            *self,
            MesoCalendarDate  day,
            int               minute)
{
  g_free (self->moment);
  self->moment = meso_local_day_moment_at ((MesoCivilTime) { day, minute });
}

static gboolean
found_clinic (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Story *self = data;

  return meso_demo_world_found (&self->world, context, error);
}

static MesoCalendarDate
days_ago (const Story *self,
          int          days)
{
  return meso_calendar_date_add_days (self->world.today, -days);
}

/* The cast, and those to whom everything may happen: whoever they are is settled before the first day. */
static void
bring_people (Story *self)
{
  MesoDemoWorld *world = &self->world;
  guint n_roles;
  const MesoDemoRole *roles = meso_demo_cast_get (&n_roles);

  for (guint i = 0; i < n_roles && self->cast->len < self->mix.whole; i++)
    {
      g_autoptr(MesoDemoLife) life = meso_demo_life_new (world, &roles[i], MESO_DEMO_DEPTH_WHOLE, world->today);

      life->due = meso_demo_scene_find_first_visit (life);
      if (!meso_calendar_date_is_set (life->due))
        continue;
      meso_demo_schedule_add (self->schedule, life);
      g_ptr_array_add (self->cast, g_steal_pointer (&life));
    }
  for (guint i = self->cast->len; i < self->mix.whole; i++)
    {
      MesoCalendarDate first = meso_demo_world_get_open_day_before (world, days_ago (self, g_rand_int_range (world->rand, 1, HISTORY_DAYS)));

      meso_demo_schedule_add (self->schedule, meso_demo_life_new (world, NULL, MESO_DEMO_DEPTH_WHOLE, first));
    }
}

/* The card index that the clinic brought along */
static gboolean
bring_records (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  Story *self = data;

  return meso_demo_records_bring (&self->index, &self->world, context, error);
}

static gboolean
open_card_index (Story   *self,
                 GError **error)
{
  if (self->index.records == 0)
    return TRUE;
  set_moment (self, days_ago (self, STORY_DAYS), MORNING);
  return meso_clinic_run (self->world.clinic, MESO_STORE_WRITE, bring_records, self, error);
}

/* All the others come evenly over the days; the last of them the day before yesterday, or yesterday where that was closed. */
static guint
count_due (const Story *self,
           guint        total)
{
  int days = meso_calendar_date_days_between (days_ago (self, STORY_DAYS), self->day) + 1;

  return (guint) MIN ((guint64) total * (guint64) days / (STORY_DAYS - 1), total);
}

/* Some are new here, and some are on file and come again. */
static void
let_in (Story *self)
{
  guint courses = count_due (self, self->mix.courses);
  guint left = self->mix.screened - count_due (self, self->mix.screened);

  for (; self->courses < courses; self->courses++)
    g_ptr_array_add (self->lives, meso_demo_life_new (&self->world, NULL, MESO_DEMO_DEPTH_COURSE, self->day));
  while (self->index.cards->len > left)
    {
      guint any = (guint) g_rand_int_range (self->world.rand, 0, (gint32) self->index.cards->len);

      g_ptr_array_add (self->lives, meso_demo_life_new_on_file (&self->world, &g_array_index (self->index.cards, MesoDemoCard, any), self->day));
      g_array_remove_index_fast (self->index.cards, any);
    }
}

static void
begin_day (Story *self)
{
  self->lives = meso_demo_schedule_take (self->schedule, self->day);
  if (meso_demo_world_is_open (&self->world, self->day))
    let_in (self);
}

/* Whoever is due again comes again. */
static void
end_day (Story *self)
{
  g_autoptr(GPtrArray) lives = g_steal_pointer (&self->lives);

  g_ptr_array_set_free_func (lives, NULL);
  for (guint i = 0; i < lives->len; i++)
    meso_demo_schedule_add (self->schedule, g_ptr_array_index (lives, i));
}

static gboolean
live_day (MesoStoreContext  *context,
          gpointer           data,
          GError           **error)
{
  Story *self = data;

  for (guint i = 0; i < self->lives->len; i++)
    {
      if (!meso_demo_life_go_on (g_ptr_array_index (self->lives, i), context, self->day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hand_out_sheets (Story            *self,
                 const GPtrArray  *lives,
                 GError          **error)
{
  for (guint i = 0; i < lives->len; i++)
    {
      MesoDemoLife *life = g_ptr_array_index (lives, i);

      if (meso_calendar_date_compare (life->treated_on, self->day) == 0 && !meso_demo_sheet_hand_out (life, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_stock (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Story *self = data;

  return meso_demo_stock_tell (&self->world, context, self->day, error);
}

/* Before the first patient comes */
static gboolean
tell_stock (Story   *self,
            GError **error)
{
  if (!meso_demo_stock_happens (&self->world, self->day))
    return TRUE;
  set_moment (self, self->day, MORNING);
  return meso_clinic_run (self->world.clinic, MESO_STORE_WRITE, keep_stock, self, error);
}

static gboolean
tell_day (Story   *self,
          int      left,
          GError **error)
{
  gboolean told = TRUE;

  begin_day (self);
  if (self->lives->len > 0)
    {
      set_moment (self, self->day, EVENING);
      told = meso_clinic_run (self->world.clinic, MESO_STORE_WRITE, live_day, self, error) &&
             (left > SHEET_DAYS || hand_out_sheets (self, self->lives, error));
    }
  end_day (self);
  return told;
}

static gboolean
tell_past (Story   *self,
           GError **error)
{
  guint64 lives = meso_demo_mix_get_lives (&self->mix);

  for (int left = STORY_DAYS; left > 0; left--)
    {
      guint64 lived = lives * (guint64) (STORY_DAYS - left) / STORY_DAYS;

      self->day = days_ago (self, left);
      if (!meso_operation_report (self->operation, self->index.records + lived, meso_demo_mix_get_work (&self->mix) + 1, error) ||
          !tell_stock (self, error) || !tell_day (self, left, error))
        return FALSE;
    }
  return TRUE;
}

static const MesoDemoLife *
find_scene (const Story   *self,
            MesoDemoScene  scene)
{
  for (guint i = 0; i < self->cast->len; i++)
    {
      const MesoDemoLife *life = g_ptr_array_index (self->cast, i);

      if (life->role->scene == scene)
        return life;
    }
  return NULL;
}

static gboolean
leave_screening (Story   *self,
                 GError **error)
{
  const MesoDemoLife *left = find_scene (self, MESO_DEMO_LEFT);
  MesoCalendarDate yesterday = days_ago (self, 1);

  if (left == NULL || left->patient->id == NULL)
    return TRUE;
  set_moment (self, yesterday, LEFT);
  return meso_demo_draft_leave (self->world.clinic, left->patient, yesterday, error);
}

static gboolean
live_today (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Story *self = data;

  if (!live_day (context, data, error))
    return FALSE;
  for (guint i = 0; i < self->cast->len; i++)
    {
      if (!meso_demo_scene_play (g_ptr_array_index (self->cast, i), context, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_today (Story   *self,
            GError **error)
{
  gboolean told;

  self->day = self->world.today;
  begin_day (self);
  g_clear_pointer (&self->moment, g_free);
  told = meso_clinic_run (self->world.clinic, MESO_STORE_WRITE, live_today, self, error) && hand_out_sheets (self, self->cast, error);
  end_day (self);
  return told;
}

static void
story_clear (Story *self)
{
  meso_store_set_clock (meso_clinic_get_store (self->world.clinic), tell_time, NULL);
  meso_demo_schedule_free (self->schedule);
  g_ptr_array_unref (self->cast);
  g_array_unref (self->index.cards);
  meso_demo_world_clear (&self->world);
  g_free (self->moment);
}

/**
 * meso_demo_history_fill:
 * @clinic: a new, empty clinic
 * @history: what it is to hold
 * @operation: (nullable): told how far it is, and stops it
 *
 * Brings a card index along, then lives two years at the clinic, day by day: each day is stored as of that day. Nothing happens on
 * closed days. meso_demo_mix_new () has who gets how much of it.
 *
 * Returns: whether all of it is stored
 */
gboolean
meso_demo_history_fill (MesoClinic             *clinic,
                        const MesoDemoHistory  *history,
                        MesoOperation          *operation,
                        GError                **error)
{
  Story self = {
    .world = { .clinic = clinic, .protocol = meso_clinic_get_protocol (clinic), .rand = g_rand_new_with_seed (history->seed),
               .today = history->today, .language = history->language, .bookings = g_hash_table_new (NULL, NULL) },
    .mix = meso_demo_mix_new (history->patients),
    .operation = operation,
    .index = { .operation = operation, .cards = g_array_new (FALSE, FALSE, sizeof (MesoDemoCard)) },
    .cast = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_demo_life_free),
    .schedule = meso_demo_schedule_new (meso_calendar_date_add_days (history->today, -STORY_DAYS), history->today),
  };
  gboolean told;

  g_array_set_clear_func (self.index.cards, (GDestroyNotify) meso_demo_card_clear);
  self.index.coming = self.mix.screened;
  self.index.records = self.mix.screened + self.mix.records;
  self.index.total = meso_demo_mix_get_work (&self.mix);
  self.world.prepared_days = CLAMP (PREPARED_WORK / (int) MAX (self.mix.whole + self.mix.courses, 1), PREPARED_DAYS_LEAST, PREPARED_DAYS);
  self.world.people = meso_demo_people_new (self.world.rand, history->language);
  told = meso_clinic_run (clinic, MESO_STORE_WRITE, found_clinic, &self, error);
  if (told)
    {
      bring_people (&self);
      meso_store_set_clock (meso_clinic_get_store (clinic), tell_time, &self);
      told = open_card_index (&self, error) && tell_past (&self, error) && leave_screening (&self, error) &&
             tell_today (&self, error) && meso_operation_report (operation, 1, 1, error);
    }
  story_clear (&self);
  return told;
}
