/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-call.h"

#include "meso-chart-service.h"
#include "meso-local-day.h"
#include "meso-row.h"

gpointer
meso_chart_call (MesoClinic  *clinic,
                 gpointer     patient,
                 GError     **error)
{
  MesoChart *chart = meso_chart_service_get (clinic, patient, meso_local_day_now ().date, error);

  return chart != NULL ? meso_row_new (chart->patient->id, chart, (GDestroyNotify) meso_chart_free) : NULL;
}
