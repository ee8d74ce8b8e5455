/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-call.h"

#include "meso-chart-service.h"
#include "meso-civil-time.h"
#include "meso-row.h"

gpointer
meso_chart_call (MesoClinic  *clinic,
                 gpointer     patient,
                 GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoChart *chart = meso_chart_service_get (clinic, patient, meso_civil_time_from_date_time (now).date, error);

  return chart != NULL ? meso_row_new (chart->patient->id, chart, (GDestroyNotify) meso_chart_free) : NULL;
}
