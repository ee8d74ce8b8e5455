/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* An archived record leaves the list, and is found by searching, with a mark. Nothing else changes: to treat someone whose record
 * is archived, a warning to restore it first is enough. reason (nullable). patient: an id or a file number, followed through
 * merges. (transfer full): the record as it is now; nothing happens when it was so already. */
MesoPatient *meso_patient_archive_service_archive (MesoClinic *clinic, const char *patient, const char *reason, GError **error);
MesoPatient *meso_patient_archive_service_restore (MesoClinic *clinic, const char *patient, const char *reason, GError **error);

G_END_DECLS
