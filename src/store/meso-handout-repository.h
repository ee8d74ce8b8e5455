/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-issue.h"
#include "meso-calendar-date.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* id, sha256, issued_at and issued_by are filled by the store. (transfer full): the new id */
char             *meso_handout_repository_insert (MesoStoreContext *context, const char *staff, const MesoHandoutIssue *issue, GError **error);
MesoHandoutIssue *meso_handout_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* The sheet never reached anybody: its row stays, and counts no more. reason: not empty */
gboolean          meso_handout_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                                 const char *reason, GError **error);
/* (element-type MesoHandoutIssue): those that count, newest first, without the bytes */
GPtrArray        *meso_handout_repository_list   (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
