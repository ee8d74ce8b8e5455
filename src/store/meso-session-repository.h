/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/* session has been checked by the caller; what only the store knows in it (id, operator_role, recorded_at …) is not read.
 * amends (nullable): corrects that one, and reason is due. The planned session is not touched: say what became of it with
 * meso_plan_repository_set_status () in the same unit of work. (transfer full): the new id */
char                 *meso_session_repository_insert (MesoStoreContext *context, const char *staff, const MesoTreatmentSession *session,
                                                      const char *amends, const char *reason, GError **error);
MesoTreatmentSession *meso_session_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoTreatmentSession): newest first, over all records that are this person's; with those amended or entered in
 * error, which say so */
GPtrArray            *meso_session_repository_list   (MesoStoreContext *context, const char *patient, GError **error);
/* (nullable): the newest that counts; NULL without error when there is none */
MesoTreatmentSession *meso_session_repository_latest (MesoStoreContext *context, const char *patient, GError **error);
gboolean              meso_session_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                                     const char *reason, GError **error);

G_END_DECLS
