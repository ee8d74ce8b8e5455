/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientFilters:
 *
 * Whom the list shows: all, those on a course, due, suspended, or put away; how many there are stands beside each. Where there is no room
 * for that it is a menu. Properties: `selected` (a #MesoPatientFilter), `narrow`.
 */
#define MESO_TYPE_PATIENT_FILTERS (meso_patient_filters_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientFilters, meso_patient_filters, MESO, PATIENT_FILTERS, AdwBin)

guint meso_patient_filters_get_selected (MesoPatientFilters *self);
void  meso_patient_filters_set_selected (MesoPatientFilters *self, guint filter);
void  meso_patient_filters_set_narrow   (MesoPatientFilters *self, gboolean narrow);
/* counts: by filter; -1 for one that isn't known */
void  meso_patient_filters_set_counts   (MesoPatientFilters *self, MesoContext *context, const gint64 *counts);

G_END_DECLS
