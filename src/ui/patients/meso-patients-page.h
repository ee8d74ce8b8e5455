/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientsPage:
 *
 * Everyone on file, found while typing.
 */
#define MESO_TYPE_PATIENTS_PAGE (meso_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientsPage, meso_patients_page, MESO, PATIENTS_PAGE, AdwNavigationPage)

MesoPatientsPage *meso_patients_page_new (MesoContext *context);

G_END_DECLS
