/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"
#include "meso-patient-twin-key.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientBulk:
 *
 * Many new patients in one unit of work that writes: rows and audit rows in lots, the order of names and the words for the
 * search all together at the end. In between, search and list don't know them.
 *
 * After the commit there is one change ("patient", ""), which means many.
 */
typedef struct _MesoPatientBulk MesoPatientBulk;

/* done of total; FALSE stops */
typedef gboolean (*MesoPatientBulkProgress) (guint64 done, guint64 total, gpointer data);

/* staff: who enters them. expected: about how many, 0 when unknown. No statement may be in use on the store. */
MesoPatientBulk *meso_patient_bulk_begin  (MesoStoreContext *context, const char *staff, guint64 expected, GError **error);
/* patient: checked and normalised, id NULL; without a file number, one is given out. (nullable) (transfer full): what it got.
 * MESO_STORE_ERROR_DUPLICATE, from a later call maybe, when the file number is taken. After a failure the unit of work must fail too. */
gboolean         meso_patient_bulk_add    (MesoPatientBulk *self, const MesoPatient *patient, char **id_out, char **file_number_out,
                                           GError **error);
/* The same, with allergies, medicines and conditions. */
gboolean         meso_patient_bulk_add_record (MesoPatientBulk *self, const MesoPatientRecord *record, char **id_out, GError **error);
gint64           meso_patient_bulk_get_last_number (MesoPatientBulk *self);
/* For who knows what all that were added are found by; in the order of keys. */
gboolean         meso_patient_bulk_add_twin_keys (MesoPatientBulk *self, const MesoPatientTwinKey *keys, gsize n_keys, GError **error);
/* Must come before the unit of work ends, with no statement in use. progress (nullable): told from time to time; when it says
 * FALSE, this fails with G_IO_ERROR_CANCELLED. */
gboolean         meso_patient_bulk_finish (MesoPatientBulk *self, MesoPatientBulkProgress progress, gpointer data, GError **error);
void             meso_patient_bulk_free   (MesoPatientBulk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientBulk, meso_patient_bulk_free)

G_END_DECLS
