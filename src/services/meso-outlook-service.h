/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-outlook.h"

G_BEGIN_DECLS

/* patients (array zero-terminated=1): ids of records that a list shows. (transfer full) (element-type MesoPatientOutlook): what it says of
 * each, in the same order */
GPtrArray *meso_outlook_service_list (MesoClinic *clinic, const char *const *patients, GError **error);

G_END_DECLS
