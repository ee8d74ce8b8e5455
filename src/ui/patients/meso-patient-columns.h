/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-finder.h"

G_BEGIN_DECLS

/* The two looks of a finder's list: columns where there is room, rows where there is not. Both show what meso_patient_finder_get_glance ()
 * says, and are shown anew at the finder's signal `restyled`. */
void                meso_patient_columns_add     (GtkColumnView *view, MesoPatientFinder *finder);
GtkListItemFactory *meso_patient_columns_row_factory (MesoPatientFinder *finder);

G_END_DECLS
