/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientCounter:
 *
 * How many patients each filter of the list has, counted anew whenever that may have changed. Signal `changed`.
 */
#define MESO_TYPE_PATIENT_COUNTER (meso_patient_counter_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientCounter, meso_patient_counter, MESO, PATIENT_COUNTER, GObject)

/* widget: nothing is counted once it is gone */
MesoPatientCounter *meso_patient_counter_new (MesoContext *context, GtkWidget *widget);
/* (transfer none): by filter; -1 for what isn't known */
const gint64       *meso_patient_counter_get (MesoPatientCounter *self);

G_END_DECLS
