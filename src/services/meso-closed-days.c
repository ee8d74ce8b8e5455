/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-closed-days.h"

#include "meso-clinic-private.h"
#include "meso-plan.h"
#include "meso-setting-repository.h"

#define DAYS_PER_WEEK 7

/**
 * meso_closed_days_add:
 * @closed: (inout): the days that are closed anyway
 *
 * Returns: whether the clinic's own closed days were added
 */
gboolean
meso_closed_days_add (MesoStoreContext  *context,
                      guint8            *closed,
                      GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *days = meso_setting_repository_get (context, MESO_SETTING_CLOSED_DAYS, &local_error);
  guint8 own = 0;

  if (meso_clinic_take_error (&local_error, error) || !meso_plan_parse_closed_days (days != NULL ? days : "", &own, error))
    return FALSE;
  *closed |= own;
  return TRUE;
}

/**
 * meso_closed_days_find_open:
 *
 * Returns: @day, or the first open day after it; @day a week later where none is ever open
 */
MesoCalendarDate
meso_closed_days_find_open (MesoCalendarDate day,
                            guint8           closed)
{
  for (int i = 0; i < DAYS_PER_WEEK && meso_calendar_date_is_set (day); i++)
    {
      if ((closed & (1 << (meso_calendar_date_get_weekday (day) - 1))) == 0)
        break;
      day = meso_calendar_date_add_days (day, 1);
    }
  return day;
}
