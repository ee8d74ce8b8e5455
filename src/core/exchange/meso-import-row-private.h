/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-fault.h"
#include "meso-import-row.h"

G_BEGIN_DECLS

/* A row that is being read. */
typedef struct
{
  const MesoPatientMapping *mapping;
  const MesoCsvCell *cells;
  MesoCalendarDate today;
  MesoImportRow *row;
  MesoPatientRecord *record;
  gboolean refused;
} MesoImportRowWork;

/* At its place in the file; anything but a remark refuses the row. offset: in the cell's text, in bytes; text (nullable): what was
 * read */
void   meso_import_row_add_fault (MesoImportRowWork *work, guint column, MesoImportFaultKind kind, gsize offset, const char *text);
/* (transfer none) (nullable): where the record keeps a field that is taken as it is */
char **meso_import_row_find_text (MesoPatient *patient, MesoImportField field);
/* The whole record, once all cells are taken. */
void   meso_import_row_check     (MesoImportRowWork *work);

G_END_DECLS
