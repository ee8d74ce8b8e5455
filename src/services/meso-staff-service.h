/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-staff.h"

G_BEGIN_DECLS

#define MESO_STAFF_MAX_NAME_CHARACTERS 200
#define MESO_STAFF_MAX_LICENCE_CHARACTERS 100

/* (transfer full) (element-type MesoStaff): in the order of entry */
GPtrArray *meso_staff_service_list      (MesoClinic *clinic, gboolean active_only, GError **error);
/* What is wrong with it as it is typed, its field first: "name: …", "licence-number: …" */
gboolean   meso_staff_service_check     (const MesoStaff *person, GError **error);
/* (transfer full): the new id */
char      *meso_staff_service_add       (MesoClinic *clinic, const MesoStaff *person, GError **error);
/* Name, role, licence number, active. The last active member of staff, and who is at the desk, can't be made inactive. */
gboolean   meso_staff_service_update    (MesoClinic *clinic, const MesoStaff *person, GError **error);
/* Who signs from here on, remembered in the file: declared, not proved. */
gboolean   meso_staff_service_take_desk (MesoClinic *clinic, const char *id, GError **error);
/* (transfer full): who is at the desk. Waits for nothing: fit for the main thread; `changed` tells of "desk" */
MesoStaff *meso_staff_service_dup_desk  (MesoClinic *clinic);

G_END_DECLS
