/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar-names.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>

static void
load_symbols (UDateFormat           *format,
              UDateFormatSymbolType  type,
              int                    first,
              int                    n_names,
              char                 **names)
{
  for (int i = 0; i < n_names; i++)
    {
      UChar buffer[64];
      UErrorCode status = U_ZERO_ERROR;
      int length = udat_getSymbols (format, type, first + i, buffer, G_N_ELEMENTS (buffer), &status);

      if (U_FAILURE (status))
        g_error ("The names of days and months can't be read: ICU says %s", u_errorName (status));
      names[i] = g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
    }
}

static MesoCalendarNames *
load_names (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_FULL, UDAT_FULL, locale, u"Etc/GMT", -1, NULL, 0, &status);
  MesoCalendarNames *names = g_new0 (MesoCalendarNames, 1);

  if (U_FAILURE (status))
    g_error ("The names of days and months can't be opened: ICU says %s", u_errorName (status));

  load_symbols (format, UDAT_MONTHS, 0, MESO_MONTHS_PER_YEAR, names->months);
  load_symbols (format, UDAT_STANDALONE_MONTHS, 0, MESO_MONTHS_PER_YEAR, names->lone_months);
  load_symbols (format, UDAT_SHORT_MONTHS, 0, MESO_MONTHS_PER_YEAR, names->short_months);
  load_symbols (format, UDAT_WEEKDAYS, UCAL_SUNDAY, MESO_DAYS_PER_WEEK, names->weekdays);
  load_symbols (format, UDAT_SHORT_WEEKDAYS, UCAL_SUNDAY, MESO_DAYS_PER_WEEK, names->short_weekdays);
  load_symbols (format, UDAT_STANDALONE_NARROW_WEEKDAYS, UCAL_SUNDAY, MESO_DAYS_PER_WEEK, names->narrow_weekdays);
  udat_close (format);

  return names;
}

/**
 * meso_calendar_names_get:
 * @persian: of the Persian calendar, instead of the Gregorian one
 * @language: (nullable): "fa" for Persian, anything else for English
 *
 * Kept for the life of the process: names don't change, and every sheet needs them.
 *
 * Returns: (transfer none): the names
 */
const MesoCalendarNames *
meso_calendar_names_get (gboolean    persian,
                         const char *language)
{
  static const char *const locales[] = { "en@calendar=gregorian", "en@calendar=persian", "fa@calendar=gregorian", "fa@calendar=persian" };
  static MesoCalendarNames *names[G_N_ELEMENTS (locales)];
  guint which = (g_strcmp0 (language, "fa") == 0 ? 2 : 0) + (persian ? 1 : 0);

  if (g_once_init_enter_pointer (&names[which]))
    g_once_init_leave_pointer (&names[which], load_names (locales[which]));

  return names[which];
}
