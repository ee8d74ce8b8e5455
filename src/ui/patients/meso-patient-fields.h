/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/* The fields of a record as a form has them, in its order. */
typedef enum {
  MESO_PATIENT_GIVEN_NAME,
  MESO_PATIENT_FAMILY_NAME,
  MESO_PATIENT_OTHER_GIVEN_NAME,
  MESO_PATIENT_OTHER_FAMILY_NAME,
  MESO_PATIENT_SEX,
  MESO_PATIENT_BIRTH_DATE,
  MESO_PATIENT_AGE,
  MESO_PATIENT_PHONE,
  MESO_PATIENT_NATIONAL_ID,
  MESO_PATIENT_NATIONAL_ID_REASON,
  MESO_PATIENT_SECOND_PHONE,
  MESO_PATIENT_EMAIL,
  MESO_PATIENT_ADDRESS,
  MESO_PATIENT_LANGUAGE,
  MESO_PATIENT_KIN_NAME,
  MESO_PATIENT_KIN_RELATION,
  MESO_PATIENT_KIN_PHONE,
  MESO_PATIENT_REFERRED_BY,
  MESO_PATIENT_WEIGHT,
  MESO_PATIENT_BLOOD_GROUP,
  MESO_PATIENT_HAIR_SINCE,
  MESO_PATIENT_HAIR_ONSET,
  MESO_PATIENT_HAIR_FAMILY,
  MESO_PATIENT_HAIR_TREATMENTS,
  MESO_PATIENT_HAIR_NOTES,
  MESO_PATIENT_NOTES,
  MESO_PATIENT_FIELDS,
} MesoPatientField;

/* "given_name", as core, drafts and the history call it */
const char *meso_patient_field_get_name  (MesoPatientField field);
/* "Given name", in the window's language */
const char *meso_patient_field_get_title (MesoPatientField field);
/* The same for any name that core, the history or a merge has, "archived" and "allergies" too; the name itself for what isn't known */
const char *meso_patient_field_find_title (const char *name);

/* (transfer full): as it is stored: a date as ISO, a choice as its name, a weight in kilograms; "" for what isn't known */
char       *meso_patient_field_dup_text  (const MesoPatient *patient, MesoPatientField field);
/* today: when an age or a weight was told that is another than before. FALSE when that is no age or no weight: it is unset then */
gboolean    meso_patient_field_set_text  (MesoPatient *patient, MesoPatientField field, const char *text, MesoCalendarDate today);
/* (transfer full) (nullable): what is wrong with that one field, for who typed it; NULL when it is fine */
char       *meso_patient_field_check     (const MesoPatient *patient, MesoPatientField field, MesoCalendarDate today);

/* What somebody else changed is taken over where typed says the same as base; where both differ from it, typed stays, and the field's
 * bit is set in the answer. */
guint       meso_patient_fields_merge    (MesoPatient *typed, const MesoPatient *base, const MesoPatient *stored,
                                          MesoCalendarDate today);

G_END_DECLS
