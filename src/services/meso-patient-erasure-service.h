/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/**
 * MesoErasure:
 * @file_number: of the record that was asked for
 * @at_utc: when, @by: the name of the physician
 * @reason: why, @legal_basis: by which law or request
 * @records: how many records of the person there were
 * @sheets: how many archived sheets lost their content, @log_rows: how many rows of the log their values
 * @backups: how many copies were made before, with those that lie beside the file from before an upgrade; each still holds
 *   everything. @last_backup_at: (nullable), @last_backup_path: (nullable): the newest that somebody made
 * @file_rewritten: whether the file was written anew afterwards, so that no trace is left in its free space; %FALSE e.g. when the
 *   disk is full: meso_patient_erasure_service_rewrite() tries again
 *
 * What a legal erasure took away.
 */
typedef struct
{
  char *file_number;
  char *at_utc;
  char *by;
  char *reason;
  char *legal_basis;
  int records;
  int sheets;
  int log_rows;
  int backups;
  char *last_backup_at;
  char *last_backup_path;
  gboolean file_rewritten;
} MesoErasure;

void         meso_erasure_free (MesoErasure *self);

/* By a physician at the desk only; reason and legal_basis: not empty, and without the person's name. There is no way back. */
MesoErasure *meso_patient_erasure_service_erase   (MesoClinic *clinic, const char *patient, const char *reason,
                                                   const char *legal_basis, GError **error);
/* (nullable) (transfer full): the tombstone: NULL without an error when the record isn't erased */
MesoErasure *meso_patient_erasure_service_get     (MesoClinic *clinic, const char *patient, GError **error);
/* Writes the file anew. Needs as much free space as the file takes; takes seconds on a large one. */
gboolean     meso_patient_erasure_service_rewrite (MesoClinic *clinic, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoErasure, meso_erasure_free)

G_END_DECLS
