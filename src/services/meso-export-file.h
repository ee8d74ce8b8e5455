/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoExportFile:
 *
 * A file that is given out: written aside, private, and under its name only when it is whole.
 */
typedef struct _MesoExportFile MesoExportFile;

/* replace: whether a file that is there may give way; a database never does */
MesoExportFile *meso_export_file_new    (const char *path, gboolean replace, GError **error);
gboolean        meso_export_file_write  (MesoExportFile *self, const char *data, gsize length, GError **error);
/* Synced, and under its name. */
gboolean        meso_export_file_finish (MesoExportFile *self, GError **error);
/* What wasn't finished is thrown away. */
void            meso_export_file_free   (MesoExportFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoExportFile, meso_export_file_free)

G_END_DECLS
