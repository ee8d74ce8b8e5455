/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-filter.h"
#include "meso-patient.h"

G_BEGIN_DECLS

MesoPatient *meso_patient_service_add    (MesoClinic *clinic, MesoPatient *patient, MesoCalendarDate today, GError **error);
MesoPatient *meso_patient_service_get    (MesoClinic *clinic, const char *id_or_file_number, GError **error);
/* The record as edited, with the revision it was read with: what someone else changed meanwhile is never overwritten
 * (MESO_SERVICES_ERROR_REFUSED). (transfer full): as stored */
MesoPatient *meso_patient_service_update (MesoClinic *clinic, MesoPatient *patient, MesoCalendarDate today, GError **error);
/* (transfer full) (element-type MesoPatient): best first; at most limit, 0 for all */
GPtrArray   *meso_patient_service_search (MesoClinic *clinic, const char *text, guint limit, GError **error);
/* (transfer full) (element-type MesoPatient): in the order of names */
GPtrArray   *meso_patient_service_list   (MesoClinic *clinic, guint offset, guint limit, GError **error);
/* How many pass each filter on that day */
gboolean     meso_patient_service_count  (MesoClinic *clinic, MesoCalendarDate today, MesoPatientCounts *counts_out, GError **error);

G_END_DECLS
