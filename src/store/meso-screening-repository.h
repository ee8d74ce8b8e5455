/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-decision.h"
#include "meso-screening.h"
#include "meso-questionnaire-response.h"
#include "meso-store-context.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* The protocol must be in the archive (meso-protocol-archive-repository.h). amends (nullable): corrects that one, and
 * reason is due. (transfer full): the new id */
char          *meso_screening_repository_insert (MesoStoreContext                *context,
                                                 const char                      *staff,
                                                 const char                      *patient,
                                                 const MesoQuestionnaireResponse *response,
                                                 const MesoVerdict               *verdict,
                                                 const char                      *amends,
                                                 const char                      *reason,
                                                 GError                         **error);
MesoScreening *meso_screening_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoScreening): newest first, with those entered in error */
GPtrArray     *meso_screening_repository_list   (MesoStoreContext *context, const char *patient, GError **error);
/* (nullable): the newest by date that is neither amended nor entered in error; NULL without error when there is none */
MesoScreening *meso_screening_repository_latest (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type utf8): every screening there is, oldest first: what a replay walks */
GPtrArray     *meso_screening_repository_list_ids (MesoStoreContext *context, GError **error);

/* staff signs; id, decided_by and decided_at are filled by the store. (transfer full): the new id */
char          *meso_screening_repository_decide (MesoStoreContext *context, const char *staff, const MesoScreeningDecision *decision, GError **error);
/* (element-type MesoScreeningDecision): oldest first; files of clearances without their bytes */
GPtrArray     *meso_screening_repository_list_decisions (MesoStoreContext *context, const char *screening, GError **error);
/* decision: of a clearance with a file; which comes with its bytes */
MesoClearanceFile *meso_screening_repository_load_clearance_file (MesoStoreContext *context, const char *decision, GError **error);
gboolean       meso_screening_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                                const char *reason, GError **error);

G_END_DECLS
