/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-audit-body.h"
#include "meso-patient-record.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* A patient together with the allergies, medicines and conditions of all records that are this person's. */

/* MESO_STORE_ERROR_NO_RECORD when there is none */
MesoPatientRecord *meso_record_repository_get    (MesoStoreContext *context, const char *patient, GError **error);
/* record was checked and normalised; nothing in it has an id. (transfer full): as stored */
MesoPatientRecord *meso_record_repository_insert (MesoStoreContext *context, const char *staff, const MesoPatientRecord *record,
                                                  GError **error);
/* The record as it shall be, checked and normalised, with the revision it was read at: MESO_STORE_ERROR_CHANGED when someone
 * changed it since. Items without an id are new. Of one with an id, what it says, its status and reason may be changed; it is then
 * ended, and another one names it. One that holds and isn't in the list ends; an allergy must be ended with a reason instead,
 * else MESO_CORE_ERROR_INVALID. (transfer full): as stored */
MesoPatientRecord *meso_record_repository_update (MesoStoreContext *context, const char *staff, const MesoPatientRecord *record,
                                                  const char *reason, GError **error);

/* Into body, what changed in the lists; old (nullable): nothing was there. */
void               meso_record_repository_describe_lists (MesoAuditBody *body, const MesoPatientRecord *old,
                                                          const MesoPatientRecord *record);

G_END_DECLS
