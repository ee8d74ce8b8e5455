/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-staff.h"

G_BEGIN_DECLS

/**
 * MesoClinicDesk:
 *
 * Who is at the desk, for any thread, waiting for nothing. Private to services.
 */
typedef struct _MesoClinicDesk MesoClinicDesk;

MesoClinicDesk *meso_clinic_desk_new  (void);
void            meso_clinic_desk_free (MesoClinicDesk *self);
void            meso_clinic_desk_set  (MesoClinicDesk *self, const MesoStaff *person);
/* (nullable): good as long as the desk lives, whoever comes next */
const char     *meso_clinic_desk_get_id (MesoClinicDesk *self);
/* (transfer full) (nullable) */
MesoStaff      *meso_clinic_desk_dup  (MesoClinicDesk *self);

G_END_DECLS
