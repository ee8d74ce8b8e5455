/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-row.h"

G_BEGIN_DECLS

#define EXCHANGE_TODAY ((MesoCalendarDate) { 2026, 11, 22 })

/**
 * ExchangeFile:
 * @rows: (element-type MesoImportRow)
 *
 * A whole file, read with a mapping.
 */
typedef struct
{
  MesoPatientMapping *mapping;
  GPtrArray *rows;
} ExchangeFile;

typedef void (*ExchangeChange) (MesoPatientMapping *mapping);

/* change (nullable): what to change of the guess. The file must be well formed. */
ExchangeFile          *exchange_file_new      (const char *text, ExchangeChange change);
void                   exchange_file_free     (ExchangeFile *self);
MesoImportRow         *exchange_file_get_row  (ExchangeFile *self, guint n);
/* The only patient of the only row. */
const MesoPatient     *exchange_file_get_one  (ExchangeFile *self);
/* "kind line:column field; …" of one row */
char                  *exchange_row_describe  (const MesoImportRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeFile, exchange_file_free)

G_END_DECLS
