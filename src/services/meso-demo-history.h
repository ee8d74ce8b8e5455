/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/* Private. Fills a new, empty clinic with made-up patients and what happened to them in two years, day by day up to today, and marks it
 * as a demo. A clinic that is being made: when it fails, part of it is stored. operation (nullable) */
gboolean meso_demo_history_fill (MesoClinic *clinic, guint patients, guint32 seed, MesoCalendarDate today,
                                 MesoOperation *operation, GError **error);

G_END_DECLS
