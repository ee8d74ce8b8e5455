/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

#define MESO_DEMO_MAX_PATIENTS 1000000

/* Fills a new, empty clinic with made-up patients and marks its file, and so every sheet, as a demo. */
gboolean meso_demo_service_fill (MesoClinic *clinic, guint patients, guint32 seed, MesoCalendarDate today, GError **error);

G_END_DECLS
