/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-twin.h"

G_BEGIN_DECLS

/**
 * MesoImportTwin:
 * @line: a row of the file, and @name of whom
 * @other_line: an earlier row that it is like; 0 when it is like a record on file
 * @patient: (nullable): id of that record, @file_number and @other_name of whom
 * @twin: how alike they are, and in what
 *
 * A row of a file that comes in, and whose it likely is.
 */
typedef struct
{
  guint64 line;
  char *name;
  guint64 other_line;
  char *patient;
  char *file_number;
  char *other_name;
  MesoPatientTwin twin;
} MesoImportTwin;

void meso_import_twin_free (MesoImportTwin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportTwin, meso_import_twin_free)

G_END_DECLS
