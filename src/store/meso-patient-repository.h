/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* patient has been checked and normalised by the caller; its id must be NULL. A NULL or empty file number is
 * allocated. (transfer full): as stored, with id and file number */
MesoPatient *meso_patient_repository_insert (MesoStoreContext *context, const char *staff, const MesoPatient *patient, GError **error);
/* Old and new values go into the audit. Equal values change nothing. MESO_STORE_ERROR_CHANGED when patient->revision isn't
 * the one on file */
gboolean     meso_patient_repository_update (MesoStoreContext *context, const char *staff, const MesoPatient *patient,
                                             const char *reason, GError **error);
/* MESO_STORE_ERROR_NO_RECORD when there is none */
MesoPatient *meso_patient_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* file_number in any digit form, leading zeros alike */
MesoPatient *meso_patient_repository_get_by_file_number (MesoStoreContext *context, const char *file_number, GError **error);

/* Says that two records are one person: duplicate points to kept. Reversible; nothing is moved or deleted. */
gboolean     meso_patient_repository_link    (MesoStoreContext *context, const char *staff, const char *duplicate,
                                              const char *kept, const char *reason, GError **error);
gboolean     meso_patient_repository_unlink  (MesoStoreContext *context, const char *staff, const char *duplicate,
                                              const char *reason, GError **error);
/* (transfer full): the id of the record that id stands for: itself unless it was merged */
char        *meso_patient_repository_resolve (MesoStoreContext *context, const char *id, GError **error);

G_END_DECLS
