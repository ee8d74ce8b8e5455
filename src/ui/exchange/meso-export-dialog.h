/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoExportDialog:
 *
 * Writes the patients into a file of comma-separated values, and into the log who got it.
 */
#define MESO_TYPE_EXPORT_DIALOG (meso_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoExportDialog, meso_export_dialog, MESO, EXPORT_DIALOG, AdwDialog)

MesoExportDialog *meso_export_dialog_new   (MesoContext *context);
/* Into that file, as the form says; what is there gives way. */
void              meso_export_dialog_write (MesoExportDialog *self, GFile *file);

G_END_DECLS
