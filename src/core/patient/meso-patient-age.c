/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

#define MONTHS_PER_YEAR 12

static gboolean
has_age (const MesoPatient *self)
{
  return meso_calendar_date_is_set (self->age_on);
}

/**
 * meso_patient_get_latest_birth:
 * @self: a record
 *
 * Who is 34 on a day had their birthday that day at the latest.
 *
 * Returns: the latest day of birth that the record allows: the birth date, or what follows from the age that was told;
 *   unset when neither is known
 */
MesoCalendarDate
meso_patient_get_latest_birth (const MesoPatient *self)
{
  g_return_val_if_fail (self != NULL, MESO_CALENDAR_DATE_NONE);

  if (meso_calendar_date_is_set (self->birth_date) || !has_age (self))
    return self->birth_date;

  return meso_calendar_date_add_months (self->age_on, -MONTHS_PER_YEAR * self->age);
}

/**
 * meso_patient_get_earliest_birth:
 * @self: a record
 *
 * Who is 34 on a day becomes 35 the day after at the earliest.
 *
 * Returns: the earliest day of birth that the record allows; unset when neither birth date nor age is known
 */
MesoCalendarDate
meso_patient_get_earliest_birth (const MesoPatient *self)
{
  g_return_val_if_fail (self != NULL, MESO_CALENDAR_DATE_NONE);

  if (meso_calendar_date_is_set (self->birth_date) || !has_age (self))
    return self->birth_date;

  return meso_calendar_date_add_days (meso_calendar_date_add_months (self->age_on, -MONTHS_PER_YEAR * (self->age + 1)), 1);
}

/**
 * meso_patient_get_age:
 * @self: a record
 * @on: the day that is asked about
 * @least_out: (out): the youngest the patient can be, whole years
 * @most_out: (out): the oldest; the same where the birth date is known
 *
 * Returns: whether anything is known of the age on that day; else both are 0
 */
gboolean
meso_patient_get_age (const MesoPatient *self,
                      MesoCalendarDate   on,
                      int               *least_out,
                      int               *most_out)
{
  MesoCalendarDate latest = meso_patient_get_latest_birth (self);

  *least_out = *most_out = 0;
  if (!meso_calendar_date_is_set (latest) || meso_calendar_date_compare (latest, on) > 0)
    return FALSE;

  *least_out = meso_calendar_date_years_between (latest, on);
  *most_out = meso_calendar_date_years_between (meso_patient_get_earliest_birth (self), on);
  return TRUE;
}
