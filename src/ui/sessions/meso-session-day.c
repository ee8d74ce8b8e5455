/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-day.h"

#include <glib/gi18n.h>

#include "meso-field.h"
#include "meso-plan.h"

gboolean
meso_session_day_take (MesoDateRow      *row,
                       MesoContext      *context,
                       gboolean          insist,
                       MesoCalendarDate *day_out)
{
  const char *fault = NULL;
  MesoCalendarDate day;

  *day_out = MESO_CALENDAR_DATE_NONE;
  if (!meso_date_row_get_date (row, &day, NULL))
    return FALSE;
  if (!meso_calendar_date_is_set (day))
    {
      if (insist)
        meso_field_set_error (GTK_WIDGET (row), _("A day from today on."));
      return FALSE;
    }
  switch (meso_plan_judge_day (day, meso_context_get_today (context)))
    {
    case MESO_PLAN_DAY_PAST:
      fault = _("This day is over. Write a day from today on.");
      break;
    case MESO_PLAN_DAY_FAR:
      fault = _("This is more than a year ahead. Check the year and the calendar.");
      break;
    case MESO_PLAN_DAY_FITS:
    default:
      break;
    }
  meso_field_set_error (GTK_WIDGET (row), fault);
  if (fault == NULL)
    *day_out = day;
  return fault == NULL;
}
