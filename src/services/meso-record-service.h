/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* A patient together with their allergies, medicines and conditions, read and stored as one. (transfer full) each: as stored */

MesoPatientRecord *meso_record_service_add    (MesoClinic *clinic, MesoPatientRecord *record, MesoCalendarDate today, GError **error);
MesoPatientRecord *meso_record_service_get    (MesoClinic *clinic, const char *id_or_file_number, GError **error);
MesoPatientRecord *meso_record_service_update (MesoClinic *clinic, MesoPatientRecord *record, MesoCalendarDate today,
                                               GError **error);

G_END_DECLS
