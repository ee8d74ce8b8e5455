/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoVolumeDialog:
 *
 * Scales a formula to another volume, rounds what is drawn to the marks of the syringes, and splits the finished mixture over several. What
 * becomes of each line is shown before anything is done; each is one step that can be undone.
 */
#define MESO_TYPE_VOLUME_DIALOG (meso_volume_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoVolumeDialog, meso_volume_dialog, MESO, VOLUME_DIALOG, AdwDialog)

MesoVolumeDialog *meso_volume_dialog_new (MesoContext *context, MesoFormulaEditor *editor);

G_END_DECLS
