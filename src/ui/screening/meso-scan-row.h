/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-clearance-file.h"
#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoScanRow:
 *
 * Where the scan of a clearance's paper is chosen, or left out; why a file can't be kept is said at the row.
 */
#define MESO_TYPE_SCAN_ROW (meso_scan_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoScanRow, meso_scan_row, MESO, SCAN_ROW, AdwActionRow)

/* For a row that a template made. */
void               meso_scan_row_set_context (MesoScanRow *self, MesoContext *context);
/* What somebody chose: it is read, and shown once that is done. */
void               meso_scan_row_take        (MesoScanRow *self, GFile *file);
/* (transfer full) (nullable): with its bytes */
MesoClearanceFile *meso_scan_row_dup_file    (MesoScanRow *self);
/* A file that was chosen isn't read yet. */
gboolean           meso_scan_row_is_busy     (MesoScanRow *self);

G_END_DECLS
