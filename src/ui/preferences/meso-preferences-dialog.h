/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPreferencesDialog:
 *
 * The clinic, its letterhead, and how things are written.
 */
#define MESO_TYPE_PREFERENCES_DIALOG (meso_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoPreferencesDialog, meso_preferences_dialog, MESO, PREFERENCES_DIALOG, AdwPreferencesDialog)

MesoPreferencesDialog *meso_preferences_dialog_new       (MesoContext *context);
/* (transfer full): the page, and the row with the focus; a dialog that is made anew goes there again */
char                  *meso_preferences_dialog_dup_place (MesoPreferencesDialog *self);
void                   meso_preferences_dialog_go        (MesoPreferencesDialog *self, const char *place);

G_END_DECLS
