/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-opening.h"

G_BEGIN_DECLS

/* Private. (transfer full) */
MesoClinicSetup *meso_clinic_setup_copy (const MesoClinicSetup *self);
/* Makes the clinic's file. Waits. */
gboolean         meso_clinic_setup_make (const MesoClinicSetup *self, const char *path, MesoContent *content, GError **error);

G_END_DECLS
