/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-world.h"

#include "meso-demo-settings.h"
#include "meso-plan.h"
#include "meso-setting-repository.h"
#include "meso-staff-repository.h"

#define ISO_FRIDAY 5

/**
 * meso_demo_world_is_open:
 *
 * Returns: whether anybody is at the clinic on @day
 */
gboolean
meso_demo_world_is_open (const MesoDemoWorld *self,
                         MesoCalendarDate     day)
{
  return (self->closed & (1 << (meso_calendar_date_get_weekday (day) - 1))) == 0;
}

/**
 * meso_demo_world_get_open_day:
 *
 * Returns: @day, or the first day after it that is open
 */
MesoCalendarDate
meso_demo_world_get_open_day (const MesoDemoWorld *self,
                              MesoCalendarDate     day)
{
  while (!meso_demo_world_is_open (self, day))
    day = meso_calendar_date_add_days (day, 1);
  return day;
}

/**
 * meso_demo_world_happens:
 * @percent: how often of a hundred times
 *
 * Returns: whether it does this time
 */
gboolean
meso_demo_world_happens (MesoDemoWorld *self,
                         int            percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/**
 * meso_demo_world_get_open_day_before:
 *
 * Returns: @day, or the last day before it that is open
 */
MesoCalendarDate
meso_demo_world_get_open_day_before (const MesoDemoWorld *self,
                                     MesoCalendarDate     day)
{
  while (!meso_demo_world_is_open (self, day))
    day = meso_calendar_date_add_days (day, -1);
  return day;
}

static char *
add_staff (MesoStoreContext  *context,
           MesoClinic        *clinic,
           const char        *name,
           MesoRole           role,
           const char        *licence,
           GError           **error)
{
  const MesoStaff person = { .name = (char *) name, .role = role, .licence_number = (char *) licence, .active = TRUE };

  return meso_staff_repository_insert (context, meso_clinic_get_staff (clinic), &person, error);
}

static gboolean
engage_staff (MesoDemoWorld     *self,
              MesoStoreContext  *context,
              GError           **error)
{
  g_autoptr(MesoStaff) first = meso_clinic_dup_desk (self->clinic);

  self->physician = first->role == MESO_ROLE_PHYSICIAN
                       ? g_strdup (first->id)
                       : add_staff (context, self->clinic, "Dr Mina Rahimi", MESO_ROLE_PHYSICIAN, "12345", error);
  if (self->physician == NULL)
    return FALSE;
  self->nurses[0] = add_staff (context, self->clinic, "Sara Karimi", MESO_ROLE_NURSE, "", error);
  if (self->nurses[0] == NULL)
    return FALSE;
  self->nurses[1] = add_staff (context, self->clinic, "حامد جعفری", MESO_ROLE_NURSE, "", error);
  if (self->nurses[1] == NULL)
    return FALSE;
  self->desk = add_staff (context, self->clinic, "نیلوفر آزادی", MESO_ROLE_DESK, "", error);
  return self->desk != NULL;
}

/* A demo that is opened on a Friday has a Friday to show. */
static const char *
choose_closed_day (MesoCalendarDate today)
{
  return meso_calendar_date_get_weekday (today) == ISO_FRIDAY ? "sat" : "fri";
}

/**
 * meso_demo_world_found:
 * @context: the unit of work that this happens in
 *
 * Returns: whether the clinic is one: a demo, with a letterhead, staff, and a physician at the desk
 */
gboolean
meso_demo_world_found (MesoDemoWorld     *self,
                       MesoStoreContext  *context,
                       GError           **error)
{
  const char *closed = choose_closed_day (self->today);

  return meso_demo_settings_store (self->clinic, context, error) &&
         engage_staff (self, context, error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_PHYSICIAN, "Dr Mina Rahimi, dermatologist", error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_PHYSICIAN_FA, "دکتر مینا رحیمی، متخصص پوست و مو",
                                      error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_CLOSED_DAYS, closed, error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_DESK_STAFF, self->physician, error) &&
         meso_plan_parse_closed_days (closed, &self->closed, error);
}

/**
 * meso_demo_world_clear:
 *
 * Lets go of what it holds.
 */
void
meso_demo_world_clear (MesoDemoWorld *self)
{
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->bookings, g_hash_table_unref);
  g_clear_pointer (&self->physician, g_free);
  g_clear_pointer (&self->nurses[0], g_free);
  g_clear_pointer (&self->nurses[1], g_free);
  g_clear_pointer (&self->desk, g_free);
}
