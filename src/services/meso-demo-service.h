/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

#define MESO_DEMO_MAX_PATIENTS 1000000

/* Makes a clinic's file with made-up patients, marked as a demo; so every sheet is. All or nothing; waits. language (nullable): "en"
 * or "fa"; operation (nullable) */
gboolean meso_demo_service_make (const char *path, MesoContent *content, const char *language, guint patients, guint32 seed,
                                 MesoCalendarDate today, MesoOperation *operation, GError **error);
/* The same in a new, empty clinic that is open; when it fails, part of it may be stored. */
gboolean meso_demo_service_fill (MesoClinic *clinic, guint patients, guint32 seed, MesoCalendarDate today, GError **error);

G_END_DECLS
