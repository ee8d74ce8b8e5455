/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar.h"
#include "meso-ctl.h"

static gboolean
check_calendar (const char  *option,
                const char  *calendar,
                GError     **error)
{
  if (calendar == NULL || g_str_equal (calendar, "persian") || g_str_equal (calendar, "gregorian"))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: “%s” must be persian or gregorian.", option, calendar);
  return FALSE;
}

/* Both calendars are always printed. A calendar that is wanted says that the date is of the other one; without either the
 * date is Gregorian. */
MesoCtlExit
meso_command_calendar (MesoCtl  *ctl,
                       GError  **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *persian = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  MesoCalendarDate date;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "Calendar of the date given", "persian|gregorian" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "Calendar wanted", "persian|gregorian" },
    G_OPTION_ENTRY_NULL
  };

  if (!meso_ctl_parse (ctl, entries, 1, 1, error) || !check_calendar ("--from", from, error) ||
      !check_calendar ("--to", to, error))
    return MESO_CTL_BAD_INPUT;
  if (from == NULL && g_strcmp0 (to, "gregorian") == 0)
    from = g_strdup ("persian");
  if (g_strcmp0 (from, "persian") == 0
        ? !meso_calendar_parse_persian (ctl->args[0], &date, error)
        : !meso_calendar_date_parse (ctl->args[0], &date, error))
    return MESO_CTL_BAD_INPUT;
  persian = meso_calendar_format_persian_iso (date, error);
  if (persian == NULL)
    return MESO_CTL_BAD_INPUT;

  meso_json_begin (builder, NULL);
  meso_json_add_date (builder, "gregorian", date);
  meso_json_add_string (builder, "persian", persian);
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}
