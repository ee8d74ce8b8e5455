/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-staff.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* staff: who does it; NULL only for the very first, who then enters themself. (transfer full) the new id */
char      *meso_staff_repository_insert (MesoStoreContext *context, const char *staff, const MesoStaff *person, GError **error);
gboolean   meso_staff_repository_update (MesoStoreContext *context, const char *staff, const MesoStaff *person, GError **error);
MesoStaff *meso_staff_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoStaff): in the order of entry */
GPtrArray *meso_staff_repository_list   (MesoStoreContext *context, gboolean active_only, GError **error);

G_END_DECLS
