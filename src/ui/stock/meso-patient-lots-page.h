/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientLotsPage:
 *
 * From which vials a patient was given something, and when: the way back of a recall.
 */
#define MESO_TYPE_PATIENT_LOTS_PAGE (meso_patient_lots_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientLotsPage, meso_patient_lots_page, MESO, PATIENT_LOTS_PAGE, AdwNavigationPage)

/* patient: an id */
MesoPatientLotsPage *meso_patient_lots_page_new (MesoContext *context, const char *patient);

G_END_DECLS
