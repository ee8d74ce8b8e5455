/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-world.h"

#include "meso-demo-settings.h"
#include "meso-demo-staff.h"
#include "meso-plan.h"
#include "meso-setting-repository.h"

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

/**
 * meso_demo_world_say:
 * @english: a sentence
 * @persian: the same in Persian
 *
 * Returns: (transfer none): what somebody at this clinic writes down
 */
const char *
meso_demo_world_say (const MesoDemoWorld *self,
                     const char          *english,
                     const char          *persian)
{
  return g_str_equal (self->language, "fa") ? persian : english;
}

static gboolean
engage (MesoDemoWorld     *self,
        MesoDemoStaff      who,
        MesoStoreContext  *context,
        char             **id_out,
        GError           **error)
{
  *id_out = meso_demo_staff_engage (who, self->language, context, self->clinic, error);
  return *id_out != NULL;
}

static gboolean
engage_staff (MesoDemoWorld     *self,
              MesoStoreContext  *context,
              GError           **error)
{
  g_autoptr(MesoStaff) first = meso_clinic_dup_desk (self->clinic);

  if (first->role == MESO_ROLE_PHYSICIAN)
    self->physician = g_strdup (first->id);
  return (self->physician != NULL || engage (self, MESO_DEMO_STAFF_PHYSICIAN, context, &self->physician, error)) &&
         engage (self, MESO_DEMO_STAFF_FIRST_NURSE, context, &self->nurses[0], error) &&
         engage (self, MESO_DEMO_STAFF_SECOND_NURSE, context, &self->nurses[1], error) &&
         engage (self, MESO_DEMO_STAFF_DESK, context, &self->desk, error);
}

/* With the calendar and the digits that go with the language; English is what a clinic speaks that says nothing. */
static gboolean
speak (MesoDemoWorld     *self,
       MesoStoreContext  *context,
       GError           **error)
{
  if (!g_str_equal (self->language, "fa"))
    return TRUE;
  return meso_setting_repository_set (context, self->physician, MESO_SETTING_LANGUAGE, "fa", error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_CALENDAR, "persian", error) &&
         meso_setting_repository_set (context, self->physician, MESO_SETTING_DIGITS, "persian", error);
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
         speak (self, context, error) &&
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
  g_clear_pointer (&self->people, meso_demo_people_free);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->bookings, g_hash_table_unref);
  g_clear_pointer (&self->physician, g_free);
  g_clear_pointer (&self->nurses[0], g_free);
  g_clear_pointer (&self->nurses[1], g_free);
  g_clear_pointer (&self->desk, g_free);
}
