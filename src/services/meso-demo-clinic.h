/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-demo-history.h"

G_BEGIN_DECLS

/* Private: the demo clinic's own file. All of them wait for the disk. */
gboolean meso_demo_clinic_make         (const char *path, MesoContent *content, const MesoDemoHistory *history,
                                        MesoOperation *operation, GError **error);
/* The one that the window opens: always the same people on the same day */
gboolean meso_demo_clinic_make_own     (const char *path, MesoContent *content, guint patients, const char *language,
                                        MesoOperation *operation, GError **error);
/* MESO_SERVICES_ERROR_REFUSED for a clinic that isn't a demo */
gboolean meso_demo_clinic_set_language (MesoClinic *clinic, const char *language, GError **error);

G_END_DECLS
