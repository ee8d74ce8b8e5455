/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

typedef enum {
  MESO_EXPORT_CURRENT,       /* those that aren't put away */
  MESO_EXPORT_ARCHIVED,      /* only those that are */
  MESO_EXPORT_ALL,
} MesoExportWho;

/**
 * MesoExportRequest:
 * @separator: `,` `;` or a tab
 * @byte_order_mark: whether Excel shall see by a mark that it is UTF-8
 * @recipient: (nullable): who gets it
 * @reason: (nullable): what for
 *
 * Which patients are written, and how. Merged records show as the one they were merged into; erased ones aren't there.
 */
typedef struct
{
  MesoExportWho who;
  char separator;
  gboolean byte_order_mark;
  const char *recipient;
  const char *reason;
} MesoExportRequest;

/* Writes a file of comma-separated values, whole or not at all, and notes in the audit log that it was given out. replace: whether a
 * file that is there may give way. n_patients_out (optional). operation (nullable) */
gboolean meso_export_service_write_file   (MesoClinic *clinic, const MesoExportRequest *request, const char *path, gboolean replace,
                                           MesoOperation *operation, guint64 *n_patients_out, GError **error);
/* The same into a stream that is open, for scripts. */
gboolean meso_export_service_write_stream (MesoClinic *clinic, const MesoExportRequest *request, GOutputStream *stream,
                                           guint64 *n_patients_out, GError **error);

G_END_DECLS
