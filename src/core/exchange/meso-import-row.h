/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-csv-reader.h"
#include "meso-patient-mapping.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoImportRow:
 * @faults: (element-type MesoImportFault): what is wrong with it; the row is refused unless all are remarks
 * @record: (nullable): the patient, normalised and checked; %NULL for a row that is refused or blank
 * @blank: nothing stands in it
 * @forms: how often each way to write a date was used
 *
 * What one row of a file says.
 */
typedef struct
{
  GPtrArray *faults;
  MesoPatientRecord *record;
  gboolean blank;
  guint forms[MESO_N_IMPORT_DATE_FORMS];
} MesoImportRow;

/* cells: as many as the mapping has columns */
MesoImportRow *meso_import_row_read (const MesoPatientMapping *mapping, const MesoCsvCell *cells, MesoCalendarDate today);
void           meso_import_row_free (MesoImportRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportRow, meso_import_row_free)

G_END_DECLS
