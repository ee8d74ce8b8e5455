/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoStaffDialog:
 *
 * Who works at the clinic. Nobody is ever deleted: who left is made inactive.
 */
#define MESO_TYPE_STAFF_DIALOG (meso_staff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoStaffDialog, meso_staff_dialog, MESO, STAFF_DIALOG, AdwDialog)

MesoStaffDialog *meso_staff_dialog_new (MesoContext *context);

G_END_DECLS
