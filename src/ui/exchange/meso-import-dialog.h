/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoImportDialog:
 *
 * Brings patients in from a file of comma-separated values: its columns, a look through all rows, and then all of them or none.
 */
#define MESO_TYPE_IMPORT_DIALOG (meso_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoImportDialog, meso_import_dialog, MESO, IMPORT_DIALOG, AdwDialog)

MesoImportDialog *meso_import_dialog_new    (MesoContext *context, const char *path);
/* Asks for the file, and opens the dialog on it. */
void              meso_import_dialog_choose (MesoContext *context, GtkWidget *parent);

G_END_DECLS
