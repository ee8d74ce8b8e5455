/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/* What stands where a text was taken away. */
#define MESO_PATIENT_ERASED_TEXT "[erased]"

/**
 * MesoErasureRow:
 * @by: id of the physician
 * @records: how many records of the person were erased with it, @sheets: how many archived sheets, @log_rows: how many rows of the
 *   audit; 0 for one that is read back
 */
typedef struct
{
  char *at;
  char *by;
  char *reason;
  char *legal_basis;
  int records;
  int sheets;
  int log_rows;
} MesoErasureRow;

/**
 * MesoErasureCopies:
 * @last_at: (nullable): of the newest, and @last_path
 *
 * Verified copies that still hold what was erased.
 */
typedef struct
{
  int count;
  char *last_at;
  char *last_path;
} MesoErasureCopies;

void            meso_erasure_row_free        (MesoErasureRow *self);
void            meso_erasure_copies_clear    (MesoErasureCopies *self);

/* Takes away what says who the person is whom patient stands for, from all of their records, for good. role and licence: the
 * physician's, as of now. The file must be written anew afterwards: meso_store_rewrite () */
MesoErasureRow *meso_patient_erasure_erase   (MesoStoreContext *context, const char *staff, const char *licence, const char *patient,
                                              const char *reason, const char *legal_basis, GError **error);
/* (nullable): NULL without an error when the record wasn't erased */
MesoErasureRow *meso_patient_erasure_get     (MesoStoreContext *context, const char *patient, GError **error);
/* Those made before that moment. */
gboolean        meso_patient_erasure_count_copies (MesoStoreContext *context, const char *before, MesoErasureCopies *copies_out,
                                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoErasureRow, meso_erasure_row_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoErasureCopies, meso_erasure_copies_clear)

G_END_DECLS
