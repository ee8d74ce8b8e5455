/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-fault.h"
#include "meso-import-twin.h"
#include "meso-patient-record.h"
#include "meso-store.h"

G_BEGIN_DECLS

/**
 * MesoImportStaging:
 *
 * Records that are to be imported, checked and laid ready in a file of their own beside the clinic's, which only this user can
 * read, and which is gone with this value, or when the clinic is opened again after a kill. One at a time for a clinic. Used by
 * one thread at a time.
 */
typedef struct _MesoImportStaging MesoImportStaging;

/* MESO_STORE_ERROR_BUSY while there is another one */
MesoImportStaging *meso_import_staging_new         (MesoStore *store, GError **error);
void               meso_import_staging_free        (MesoImportStaging *self);
/* What a kill has left behind. path: the clinic's file, locked by the caller */
void               meso_import_staging_remove_left (const char *path);

/* record: checked and normalised, without an id; line: where it stands in its file; number_place: line and column of its file number */
gboolean           meso_import_staging_add         (MesoImportStaging *self, guint64 line, const MesoImportFault *number_place,
                                                    const MesoPatientRecord *record, GError **error);
/* row: what the file says there */
gboolean           meso_import_staging_add_fault   (MesoImportStaging *self, const MesoImportFault *fault, const char *row, GError **error);

/* FALSE stops, with error set */
typedef gboolean (*MesoImportFaultFunc) (const MesoImportFault *fault, const char *row, gpointer data, GError **error);
/* In the order of lines; limit 0 for all. The fault is the caller's to copy. */
gboolean           meso_import_staging_each_fault  (MesoImportStaging *self, guint limit, MesoImportFaultFunc func, gpointer data,
                                                    GError **error);

/* Of all that were added, also while comparing. */
gboolean           meso_import_staging_count_remarks (MesoImportStaging *self, guint64 *count_out, GError **error);

typedef gboolean (*MesoStagedProgress) (guint64 done, guint64 total, gpointer data, GError **error);

/* Within a unit of work that reads: finds out which file numbers are free, and who is likely on file or in the file twice.
 * Remarks on file numbers are added to the faults. */
gboolean           meso_import_staging_compare     (MesoImportStaging *self, MesoStoreContext *context, MesoStagedProgress progress,
                                                    gpointer data, GError **error);
/* (transfer full) (element-type MesoImportTwin): the first of them, in the order of lines */
GPtrArray         *meso_import_staging_list_twins  (MesoImportStaging *self, guint limit, GError **error);
guint64            meso_import_staging_count_twins (MesoImportStaging *self);

typedef struct
{
  gboolean skip_twins;
  guint64 n_imported;
  guint64 n_skipped;
  guint64 n_renumbered;
} MesoStagedCopy;

/* Within a unit of work that writes: stores all that lies ready. */
gboolean           meso_import_staging_copy        (MesoImportStaging *self, MesoStoreContext *context, const char *staff,
                                                    MesoStagedCopy *copy, MesoStagedProgress progress, gpointer data,
                                                    GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportStaging, meso_import_staging_free)

G_END_DECLS
