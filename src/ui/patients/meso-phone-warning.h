/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoPhoneWarning:
 *
 * Says below the row of a phone number that a digit may be missing, or be one too many. It stops the form once: who knows better keeps
 * the number as it is, by a button. A number that is on file already was looked at when it was entered.
 */
#define MESO_TYPE_PHONE_WARNING (meso_phone_warning_get_type ())
G_DECLARE_FINAL_TYPE (MesoPhoneWarning, meso_phone_warning, MESO, PHONE_WARNING, GObject)

/* row: an AdwEntryRow that will stand in a list box */
MesoPhoneWarning *meso_phone_warning_new    (GtkWidget *row);
/* on_file: what the row was filled with from a record that is stored; "" otherwise */
void              meso_phone_warning_filled (MesoPhoneWarning *self, const char *on_file);
/* Whether somebody has to look at the number before it is stored: then the warning stands there. */
gboolean          meso_phone_warning_stops  (MesoPhoneWarning *self);

G_END_DECLS
