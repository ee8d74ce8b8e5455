/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoImportField:
 * @MESO_IMPORT_FIELD_NONE: the column is left out
 * @MESO_IMPORT_FIELD_KEEP: the column has no place of its own; it goes into the notes as "header: value"
 * @MESO_IMPORT_FIELD_FULL_NAME: given and family name in one column; kept together, as the family name
 * @MESO_IMPORT_FIELD_WEIGHT_KG: in kilograms, with a decimal mark where one is due
 * @MESO_IMPORT_FIELD_ALLERGIES: a list, see meso-health-list.h; so are @MESO_IMPORT_FIELD_MEDICINES and
 *   @MESO_IMPORT_FIELD_CONDITIONS
 *
 * What a column of a file is to become. The others are the fields of #MesoPatient.
 */
typedef enum {
  MESO_IMPORT_FIELD_NONE,
  MESO_IMPORT_FIELD_KEEP,
  MESO_IMPORT_FIELD_FILE_NUMBER,
  MESO_IMPORT_FIELD_GIVEN_NAME,
  MESO_IMPORT_FIELD_FAMILY_NAME,
  MESO_IMPORT_FIELD_FULL_NAME,
  MESO_IMPORT_FIELD_OTHER_GIVEN_NAME,
  MESO_IMPORT_FIELD_OTHER_FAMILY_NAME,
  MESO_IMPORT_FIELD_SEX,
  MESO_IMPORT_FIELD_BIRTH_DATE,
  MESO_IMPORT_FIELD_AGE,
  MESO_IMPORT_FIELD_AGE_ON,
  MESO_IMPORT_FIELD_PHONE,
  MESO_IMPORT_FIELD_SECOND_PHONE,
  MESO_IMPORT_FIELD_EMAIL,
  MESO_IMPORT_FIELD_NATIONAL_ID,
  MESO_IMPORT_FIELD_NATIONAL_ID_REASON,
  MESO_IMPORT_FIELD_ADDRESS,
  MESO_IMPORT_FIELD_LANGUAGE,
  MESO_IMPORT_FIELD_NEXT_OF_KIN_NAME,
  MESO_IMPORT_FIELD_NEXT_OF_KIN_RELATION,
  MESO_IMPORT_FIELD_NEXT_OF_KIN_PHONE,
  MESO_IMPORT_FIELD_REFERRED_BY,
  MESO_IMPORT_FIELD_WEIGHT_KG,
  MESO_IMPORT_FIELD_WEIGHT_ON,
  MESO_IMPORT_FIELD_BLOOD_GROUP,
  MESO_IMPORT_FIELD_HAIR_SINCE,
  MESO_IMPORT_FIELD_HAIR_ONSET,
  MESO_IMPORT_FIELD_HAIR_FAMILY,
  MESO_IMPORT_FIELD_HAIR_TREATMENTS,
  MESO_IMPORT_FIELD_HAIR_NOTES,
  MESO_IMPORT_FIELD_ALLERGIES,
  MESO_IMPORT_FIELD_MEDICINES,
  MESO_IMPORT_FIELD_CONDITIONS,
  MESO_IMPORT_FIELD_NOTES,
  MESO_IMPORT_FIELD_ARCHIVED,
} MesoImportField;

#define MESO_N_IMPORT_FIELDS (MESO_IMPORT_FIELD_ARCHIVED + 1)

/* "given_name" …: stable, the header of our own export; "none" and "keep" for the first two */
const char      *meso_import_field_to_string   (MesoImportField field);
gboolean         meso_import_field_from_string (const char *text, MesoImportField *field_out);
/* Whether a phone number stands there */
gboolean         meso_import_field_is_phone    (MesoImportField field);
/* What a column with that header likely is, in English or Persian; NONE when nothing is known of it. */
MesoImportField  meso_import_field_guess       (const char *header);

G_END_DECLS
