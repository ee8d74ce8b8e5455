/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoCalendarDate:
 * @year: Gregorian year, 1 to 9999; 0 when there is no date
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A plain day of the proleptic Gregorian calendar: never an instant, no zone. Passed by value.
 * The all-zero value means “no date”.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} MesoCalendarDate;

/* Nobody alive was born before, nor has anything happened to them; a year like 1405 is a Persian date that was typed as
 * a Gregorian one, and would, for one thing, let a wait end too early. */
#define MESO_CALENDAR_EARLIEST_YEAR 1850

#define MESO_CALENDAR_DATE_NONE ((MesoCalendarDate) { 0, 0, 0 })

gboolean         meso_calendar_date_is_set       (MesoCalendarDate date);
gboolean         meso_calendar_date_parse        (const char *text, MesoCalendarDate *date_out, GError **error);
char            *meso_calendar_date_to_string    (MesoCalendarDate date);
int              meso_calendar_date_compare      (MesoCalendarDate a, MesoCalendarDate b);
MesoCalendarDate meso_calendar_date_add_days     (MesoCalendarDate date, int days);
MesoCalendarDate meso_calendar_date_add_months   (MesoCalendarDate date, int months);
int              meso_calendar_date_days_between (MesoCalendarDate from, MesoCalendarDate to);
int              meso_calendar_date_years_between (MesoCalendarDate birth, MesoCalendarDate on);
int              meso_calendar_date_get_weekday  (MesoCalendarDate date); /* ISO: Monday 1 … Sunday 7 */

G_END_DECLS
