/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-clinic.h"

G_BEGIN_DECLS

/* patient: an id or a file number */
MesoChart *meso_chart_service_get (MesoClinic *clinic, const char *patient, MesoCalendarDate today, GError **error);

G_END_DECLS
