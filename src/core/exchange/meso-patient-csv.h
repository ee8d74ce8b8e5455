/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/* How patients are written as comma-separated values: a header and one row a patient, each with its line break (CRLF). What is
 * written is read again by meso_import_row_read () to the same record. */

void meso_patient_csv_append_header (GString *file, char separator);
void meso_patient_csv_append_row    (GString *file, const MesoPatientRecord *record, char separator);

G_END_DECLS
