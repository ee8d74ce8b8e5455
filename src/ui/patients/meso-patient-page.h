/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientPage:
 *
 * One patient: flags, what comes next, the timeline.
 */
#define MESO_TYPE_PATIENT_PAGE (meso_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientPage, meso_patient_page, MESO, PATIENT_PAGE, AdwNavigationPage)

MesoPatientPage *meso_patient_page_new (MesoContext *context, const char *patient);

G_END_DECLS
