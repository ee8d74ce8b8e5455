/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* The fields of a record as a form has them, in its order. */
typedef enum {
  MESO_PATIENT_GIVEN_NAME,
  MESO_PATIENT_FAMILY_NAME,
  MESO_PATIENT_SEX,
  MESO_PATIENT_BIRTH_DATE,
  MESO_PATIENT_PHONE,
  MESO_PATIENT_EMAIL,
  MESO_PATIENT_LANGUAGE,
  MESO_PATIENT_NATIONAL_ID,
  MESO_PATIENT_NOTES,
  MESO_PATIENT_FIELDS,
} MesoPatientField;

/* "given_name", as drafts and errors call it */
const char *meso_patient_field_get_name  (MesoPatientField field);
/* "Given name", in the window's language */
const char *meso_patient_field_get_title (MesoPatientField field);
/* (transfer full): a birth date as ISO, a sex as its name */
char       *meso_patient_field_dup_text  (const MesoPatient *patient, MesoPatientField field);
void        meso_patient_field_set_text  (MesoPatient *patient, MesoPatientField field, const char *text);
/* (transfer full) (nullable): what is wrong with that one field, for who typed it; NULL when it is fine */
char       *meso_patient_field_check     (const MesoPatient *patient, MesoPatientField field, MesoCalendarDate today);

/* What somebody else changed is taken over where typed says the same as base; where both differ from it, typed stays, and the field's
 * bit is set in the answer. */
guint       meso_patient_fields_merge    (MesoPatient *typed, const MesoPatient *base, const MesoPatient *stored);

G_END_DECLS
