/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-desk.h"
#include "meso-clinic.h"
#include "meso-patient.h"
#include "meso-staff.h"
#include "meso-store-worker.h"
#include "meso-store.h"

G_BEGIN_DECLS

/* Who was at the desk when the clinic was closed: a setting of ours, which no form and no script sets. */
#define MESO_SETTING_DESK_STAFF "desk-staff"

/* What services share, and nobody above them sees. */
void         meso_clinic_make_own_folder (const char *path);
MesoClinic  *meso_clinic_create_with_staff (const char *path, MesoContent *content, const MesoStaff *first, GError **error);
/* store (transfer full): opened by the same thread. Nobody is at the desk until meso_clinic_begin () */
MesoClinic  *meso_clinic_new_for_store (MesoStore *store, MesoContent *content);
/* Finds who is at the desk; first is entered, and takes it, where the clinic has no staff yet. Waits for the disk. */
gboolean     meso_clinic_begin       (MesoClinic *self, const MesoStaff *first, GError **error);
MesoStore   *meso_clinic_get_store   (MesoClinic *self);
/* Good as long as the clinic, whatever content comes next; from any thread */
MesoContent *meso_clinic_get_content (MesoClinic *self);
/* Another content is in use from here on; `changed` tells of it. */
void         meso_clinic_set_content (MesoClinic *self, MesoContent *content);
MesoClinicDesk *meso_clinic_get_desk (MesoClinic *self);
/* Good as long as the clinic, whoever takes the desk meanwhile; from any thread */
const char  *meso_clinic_get_staff   (MesoClinic *self);
/* (transfer full): the same, with name and role */
MesoStaff   *meso_clinic_dup_desk    (MesoClinic *self);
/* What is stored about who is at the desk has changed; `changed` tells of it. */
void         meso_clinic_set_desk    (MesoClinic *self, const MesoStaff *person);
/* The thread that calls are done on, and whether the call that it is at has stored anything. */
MesoStoreWorker *meso_clinic_get_worker (MesoClinic *self);
void         meso_clinic_set_wrote   (MesoClinic *self, gboolean wrote);
gboolean     meso_clinic_get_wrote   (MesoClinic *self);

/* One unit of work; what the store says of a missing or refused record is said in this layer's words. */
gboolean     meso_clinic_run         (MesoClinic *self, MesoStoreAccess access, MesoStoreWork work, gpointer data, GError **error);
/* Inside of a unit of work: the record that an id or a file number names, whatever it was merged into. */
MesoPatient *meso_clinic_find_record  (MesoStoreContext *context, const char *id_or_file_number, GError **error);
/* The same, followed through a merge. */
MesoPatient *meso_clinic_find_patient (MesoStoreContext *context, const char *id_or_file_number, GError **error);
/* Whether a look-up that may find nothing failed; its error, which is taken, goes on to the caller. */
gboolean     meso_clinic_take_error  (GError **from, GError **error);
/* The record knows the sex; a request that says another is about somebody else, or mistyped. agreed: what both know. */
gboolean     meso_clinic_agree_on_sex (const MesoPatient *patient, MesoSex said, MesoSex *agreed, GError **error);

G_END_DECLS
