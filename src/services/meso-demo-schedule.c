/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-schedule.h"

struct _MesoDemoSchedule
{
  MesoCalendarDate first;
  GPtrArray **days;             /* (nullable) (element-type MesoDemoLife): those of each */
  gsize n_days;
};

static void
let_go (gpointer life)
{
  if (((MesoDemoLife *) life)->role == NULL)
    meso_demo_life_free (life);
}

/**
 * meso_demo_schedule_new:
 * @first: the first day
 * @last: the last one
 *
 * Returns: (transfer full): an empty schedule
 */
MesoDemoSchedule *
meso_demo_schedule_new (MesoCalendarDate first,
                        MesoCalendarDate last)
{
  MesoDemoSchedule *self = g_new0 (MesoDemoSchedule, 1);

  self->first = first;
  self->n_days = (gsize) meso_calendar_date_days_between (first, last) + 1;
  self->days = g_new0 (GPtrArray *, self->n_days);
  return self;
}

/**
 * meso_demo_schedule_free:
 * @self: (transfer full): a schedule
 */
void
meso_demo_schedule_free (MesoDemoSchedule *self)
{
  for (gsize i = 0; i < self->n_days; i++)
    g_clear_pointer (&self->days[i], g_ptr_array_unref);
  g_free (self->days);
  g_free (self);
}

static GPtrArray **
find_day (MesoDemoSchedule *self,
          MesoCalendarDate  day)
{
  int at = meso_calendar_date_is_set (day) ? meso_calendar_date_days_between (self->first, day) : -1;

  return at >= 0 && (gsize) at < self->n_days ? &self->days[at] : NULL;
}

/**
 * meso_demo_schedule_add:
 * @self: a schedule
 * @life: (transfer full): a life; nothing more is told of one that isn't due by the last day. The cast stay whose they are
 *
 * Has somebody come on the day that they are due.
 */
void
meso_demo_schedule_add (MesoDemoSchedule *self,
                        MesoDemoLife     *life)
{
  GPtrArray **day = find_day (self, life->due);

  if (day == NULL)
    {
      let_go (life);
      return;
    }
  if (*day == NULL)
    *day = g_ptr_array_new_with_free_func (let_go);
  g_ptr_array_add (*day, life);
}

/**
 * meso_demo_schedule_take:
 * @self: a schedule
 * @day: a day
 *
 * Returns: (transfer full) (element-type MesoDemoLife): those who come on @day, in the order they were added
 */
GPtrArray *
meso_demo_schedule_take (MesoDemoSchedule *self,
                         MesoCalendarDate  day)
{
  GPtrArray **found = find_day (self, day);

  if (found != NULL && *found != NULL)
    return g_steal_pointer (found);
  return g_ptr_array_new_with_free_func (let_go);
}
