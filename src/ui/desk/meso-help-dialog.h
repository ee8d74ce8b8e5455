/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoHelpDialog:
 *
 * The main job in six steps.
 */
#define MESO_TYPE_HELP_DIALOG (meso_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoHelpDialog, meso_help_dialog, MESO, HELP_DIALOG, AdwDialog)

MesoHelpDialog *meso_help_dialog_new (void);

G_END_DECLS
