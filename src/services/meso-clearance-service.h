/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>
#include "meso-clearance-file.h"
#include "meso-clinic.h"

G_BEGIN_DECLS

/* What somebody chose as the scan of a clearance's paper. Waits for the disk, and reads no more than can be kept. name: as it is
 * shown. (transfer full): with its bytes; G_IO_ERROR, or why it can't be kept, see meso_clearance_file_new () */
MesoClearanceFile *meso_clearance_service_read_file (GFile *file, const char *name, GError **error);
/* decision: of a clearance with a file. (transfer full): with its bytes. Who looked at it is written into the log. */
MesoClearanceFile *meso_clearance_service_load      (MesoClinic *clinic, const char *decision, GError **error);

G_END_DECLS
