/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient.h"
#include "meso-store.h"

G_BEGIN_DECLS

/* What services share, and nobody above them sees. */
MesoStore   *meso_clinic_get_store   (MesoClinic *self);
MesoContent *meso_clinic_get_content (MesoClinic *self);
const char  *meso_clinic_get_staff   (MesoClinic *self);

/* One unit of work; what the store says of a missing or refused record is said in this layer's words. */
gboolean     meso_clinic_run         (MesoClinic *self, MesoStoreAccess access, MesoStoreWork work, gpointer data, GError **error);
/* Inside of a unit of work: the record that an id or a file number stands for, followed through a merge. */
MesoPatient *meso_clinic_find_patient (MesoStoreContext *context, const char *id_or_file_number, GError **error);
/* Whether a look-up that may find nothing failed; its error, which is taken, goes on to the caller. */
gboolean     meso_clinic_take_error  (GError **from, GError **error);
/* The record knows the sex; a request that says another is about somebody else, or mistyped. agreed: what both know. */
gboolean     meso_clinic_agree_on_sex (const MesoPatient *patient, MesoSex said, MesoSex *agreed, GError **error);

G_END_DECLS
