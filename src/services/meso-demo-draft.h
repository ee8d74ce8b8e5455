/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* Private: a screening of the demo clinic that was begun and left. */
gboolean meso_demo_draft_leave (MesoClinic *clinic, const MesoPatient *patient, MesoCalendarDate day, GError **error);

G_END_DECLS
