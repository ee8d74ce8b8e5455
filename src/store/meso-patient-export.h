/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PATIENT_EXPORT_CURRENT,
  MESO_PATIENT_EXPORT_ARCHIVED,
  MESO_PATIENT_EXPORT_ALL,
} MesoPatientExportWho;

/* FALSE stops, with error set */
typedef gboolean (*MesoPatientExportFunc) (const MesoPatientRecord *record, gpointer data, GError **error);

gboolean meso_patient_export_count (MesoStoreContext *context, MesoPatientExportWho who, gint64 *count_out, GError **error);
/* In the order in which they were entered, with all that holds of their health; without merged and erased records. */
gboolean meso_patient_export_each  (MesoStoreContext *context, MesoPatientExportWho who, MesoPatientExportFunc func, gpointer data,
                                    GError **error);

G_END_DECLS
