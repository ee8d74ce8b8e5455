/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoBookingDialog:
 *
 * Confirms or moves the next date.
 */
#define MESO_TYPE_BOOKING_DIALOG (meso_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoBookingDialog, meso_booking_dialog, MESO, BOOKING_DIALOG, AdwDialog)

MesoBookingDialog *meso_booking_dialog_new (MesoContext *context, const char *patient);

G_END_DECLS
