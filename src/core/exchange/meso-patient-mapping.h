/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-date.h"
#include "meso-import-field.h"

G_BEGIN_DECLS

/**
 * MesoPatientMapping:
 * @headers: (array zero-terminated=1): what the file calls its columns
 * @fields: (array length=n_columns): what each becomes
 * @told_on: the day that an age or a weight was true on where the row names none; unset for the day of the import
 *
 * How a file's rows become patients. Made with a guess at each column; every choice may be changed.
 */
typedef struct
{
  GStrv headers;
  guint n_columns;
  MesoImportField *fields;
  MesoImportDateOrder date_order;
  MesoImportCalendar calendar;
  MesoCalendarDate told_on;
} MesoPatientMapping;

/**
 * MesoPatientMappingProblem:
 * @MESO_PATIENT_MAPPING_TWICE: two columns become the same field
 * @MESO_PATIENT_MAPPING_NO_NAME: no column has a name
 *
 * Why nothing can be imported in this way.
 */
typedef enum {
  MESO_PATIENT_MAPPING_FINE,
  MESO_PATIENT_MAPPING_TWICE,
  MESO_PATIENT_MAPPING_NO_NAME,
} MesoPatientMappingProblem;

MesoPatientMapping        *meso_patient_mapping_new           (const char *const *headers);
MesoPatientMapping        *meso_patient_mapping_copy          (const MesoPatientMapping *self);
void                       meso_patient_mapping_free          (MesoPatientMapping *self);
/* field_out (optional): which one stands twice */
MesoPatientMappingProblem  meso_patient_mapping_find_problem  (const MesoPatientMapping *self, MesoImportField *field_out);
/* -1 when no column becomes that */
int                        meso_patient_mapping_find_column   (const MesoPatientMapping *self, MesoImportField field);
/* By its header, or by its number, from 1; -1 when there is none, or several of that name */
int                        meso_patient_mapping_find_header   (const MesoPatientMapping *self, const char *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientMapping, meso_patient_mapping_free)

G_END_DECLS
