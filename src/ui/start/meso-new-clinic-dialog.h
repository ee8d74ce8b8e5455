/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-clinic-opening.h"

G_BEGIN_DECLS

/**
 * MesoNewClinicDialog:
 *
 * The three questions that a new clinic is asked. Signal `answered`.
 */
#define MESO_TYPE_NEW_CLINIC_DIALOG (meso_new_clinic_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoNewClinicDialog, meso_new_clinic_dialog, MESO, NEW_CLINIC_DIALOG, AdwDialog)

MesoNewClinicDialog   *meso_new_clinic_dialog_new (void);
/* (transfer none): what was answered; sound once `answered` was emitted */
const MesoClinicSetup *meso_new_clinic_dialog_get_setup (MesoNewClinicDialog *self);

G_END_DECLS
