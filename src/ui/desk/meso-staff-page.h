/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/**
 * MesoStaffPage:
 *
 * One person of the staff, to be added or corrected.
 */
#define MESO_TYPE_STAFF_PAGE (meso_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoStaffPage, meso_staff_page, MESO, STAFF_PAGE, AdwNavigationPage)

/* person (nullable): NULL for a new one */
MesoStaffPage *meso_staff_page_new (MesoContext *context, const MesoStaff *person);

G_END_DECLS
