/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib-object.h>

#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientItem:
 *
 * One place in a #MesoPatientList. Who stands there comes when somebody looks. Property: `patient`, whose `notify` tells that the
 * patient has come, or has changed.
 */
#define MESO_TYPE_PATIENT_ITEM (meso_patient_item_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientItem, meso_patient_item, MESO, PATIENT_ITEM, GObject)

/* (transfer none) (nullable): NULL until it has come; good until the next notify */
const MesoPatient *meso_patient_item_get_patient (MesoPatientItem *self);

G_END_DECLS
