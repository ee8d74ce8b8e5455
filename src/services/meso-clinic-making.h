/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/* Private. What a new clinic begins with; waits for the disk. */
typedef gboolean (*MesoClinicFill) (MesoClinic *clinic, gpointer data, GError **error);

/* Makes a clinic's file beside path, and names it path when it is whole and closed. Waits. first: who works there. */
gboolean meso_clinic_make_file (const char *path, MesoContent *content, const MesoStaff *first, MesoClinicFill fill,
                                gpointer data, GError **error);

G_END_DECLS
