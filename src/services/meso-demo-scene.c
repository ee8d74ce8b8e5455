/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-scene.h"

#include "meso-demo-preparation.h"
#include "meso-plan-repository.h"

/* From the first visit to the first session */
#define DAYS_BEFORE_COURSE 7

/**
 * meso_demo_scene_find_first_visit:
 * @life: one of the cast
 *
 * Returns: the day of the first visit; unset for one whose course isn't in the content
 */
MesoCalendarDate
meso_demo_scene_find_first_visit (const MesoDemoLife *life)
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

/**
 * meso_demo_scene_play:
 * @life: one of the cast
 * @context: the unit of work that this happens in
 *
 * Returns: whether what happens today is stored
 */
gboolean
meso_demo_scene_play (MesoDemoLife      *life,
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
                                                   meso_demo_world_say (life->world,
                                                                        "A new bald patch beside the injected area: to be seen first.",
                                                                        "لکه تازه‌ای بدون مو کنار ناحیه تزریق: اول باید دیده شود."),
                                                   error);
    case MESO_DEMO_NOT_NOW:
      verdict = meso_demo_life_ask (life, context, MESO_FORM_FULL, life->role->says, today, &id, error);
      return verdict != NULL;
    case MESO_DEMO_READY:
      return meso_demo_preparation_make_ready (life, context, error);
    case MESO_DEMO_CHANCE:
    case MESO_DEMO_TO_PREPARE:
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
