/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientTwinGrade:
 * @MESO_PATIENT_TWIN_NONE: nothing says so
 * @MESO_PATIENT_TWIN_POSSIBLE: worth a look before a new record is made
 * @MESO_PATIENT_TWIN_LIKELY: somebody should compare the two
 * @MESO_PATIENT_TWIN_CERTAIN: the same valid national ID, or name, birth date and phone, with nothing against it
 *
 * How sure it is that two records are one person.
 */
typedef enum {
  MESO_PATIENT_TWIN_NONE,
  MESO_PATIENT_TWIN_POSSIBLE,
  MESO_PATIENT_TWIN_LIKELY,
  MESO_PATIENT_TWIN_CERTAIN,
} MesoPatientTwinGrade;

/**
 * MesoPatientTwinReasons:
 * @MESO_PATIENT_TWIN_NATIONAL_ID: the same national ID
 * @MESO_PATIENT_TWIN_PHONE: a phone number of one is a phone number of the other
 * @MESO_PATIENT_TWIN_NAME: the same name, as a search reads it, in either script
 * @MESO_PATIENT_TWIN_NAME_SWAPPED: the same, with given and family name in each other's place
 * @MESO_PATIENT_TWIN_NAME_NEAR: one of the two names is the same, the other one letter apart
 * @MESO_PATIENT_TWIN_BIRTH_DATE: the same birth date
 * @MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED: the same with day and month in each other's place, in either calendar
 * @MESO_PATIENT_TWIN_OTHER_ID: speaks against it: two valid national IDs that differ
 * @MESO_PATIENT_TWIN_OTHER_BIRTH_DATE: speaks against it: two birth dates that differ
 * @MESO_PATIENT_TWIN_OTHER_SEX: speaks against it: a woman and a man
 *
 * Why. At most one of the three for the name, and of those for the birth date, is set.
 */
typedef enum {
  MESO_PATIENT_TWIN_NATIONAL_ID = 1 << 0,
  MESO_PATIENT_TWIN_PHONE = 1 << 1,
  MESO_PATIENT_TWIN_NAME = 1 << 2,
  MESO_PATIENT_TWIN_NAME_SWAPPED = 1 << 3,
  MESO_PATIENT_TWIN_NAME_NEAR = 1 << 4,
  MESO_PATIENT_TWIN_BIRTH_DATE = 1 << 5,
  MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED = 1 << 6,
  MESO_PATIENT_TWIN_OTHER_ID = 1 << 7,
  MESO_PATIENT_TWIN_OTHER_BIRTH_DATE = 1 << 8,
  MESO_PATIENT_TWIN_OTHER_SEX = 1 << 9,
} MesoPatientTwinReasons;

typedef struct
{
  MesoPatientTwinGrade grade;
  MesoPatientTwinReasons reasons;
} MesoPatientTwin;

/* Symmetric: (a, b) and (b, a) give the same. Both normalised. */
MesoPatientTwin meso_patient_twin_compare         (const MesoPatient *a, const MesoPatient *b);
const char     *meso_patient_twin_grade_to_string (MesoPatientTwinGrade grade);    /* "none" "possible" "likely" "certain" */
/* (transfer full) (array zero-terminated=1): stable names, "national-id" "phone" "name" "name-swapped" … in the order above */
GStrv           meso_patient_twin_reasons_to_strv (MesoPatientTwinReasons reasons);
/* (transfer full) (element-type utf8): texts of which two records that are likely one person have at least one in common; empty
 * for a record of which nothing can be said */
GPtrArray      *meso_patient_twin_list_keys       (const MesoPatient *patient);
/* The date itself, and the days that it is when day and month were mixed up in either calendar; unset where there is none. */
void            meso_patient_twin_read_birth_date (MesoCalendarDate date, MesoCalendarDate readings_out[3]);

G_END_DECLS
