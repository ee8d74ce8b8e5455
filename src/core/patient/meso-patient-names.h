/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_SEX_UNKNOWN,
  MESO_SEX_FEMALE,
  MESO_SEX_MALE,
  MESO_SEX_OTHER,
} MesoSex;

/**
 * MesoAsked:
 * @MESO_ASKED_NOT: nobody asked yet, or nobody wrote it down: never to be taken for none
 * @MESO_ASKED_NONE: asked, and there is none that the patient knows of
 * @MESO_ASKED_LISTED: there are some, and they are listed; follows from the list
 *
 * What is known of a patient's allergies, medicines or conditions.
 */
typedef enum {
  MESO_ASKED_NOT,
  MESO_ASKED_NONE,
  MESO_ASKED_LISTED,
} MesoAsked;

typedef enum {
  MESO_HAIR_ONSET_UNKNOWN,
  MESO_HAIR_ONSET_GRADUAL,
  MESO_HAIR_ONSET_SUDDEN,
} MesoHairOnset;

/* Whether somebody of the family has lost hair in the same way. */
typedef enum {
  MESO_HAIR_FAMILY_UNKNOWN,
  MESO_HAIR_FAMILY_NO,
  MESO_HAIR_FAMILY_YES,
} MesoHairFamily;

const char *meso_sex_to_string           (MesoSex sex);                 /* "female", "male", "other", "unknown" */
gboolean    meso_sex_from_string         (const char *text, MesoSex *sex_out);
const char *meso_asked_to_string         (MesoAsked asked);             /* "not-asked", "none-known", "listed" */
gboolean    meso_asked_from_string       (const char *text, MesoAsked *asked_out);
const char *meso_hair_onset_to_string    (MesoHairOnset onset);         /* "unknown", "gradual", "sudden" */
gboolean    meso_hair_onset_from_string  (const char *text, MesoHairOnset *onset_out);
const char *meso_hair_family_to_string   (MesoHairFamily family);       /* "unknown", "no", "yes" */
gboolean    meso_hair_family_from_string (const char *text, MesoHairFamily *family_out);
/* (transfer none) (array zero-terminated=1): "A+" … "O-" */
const char *const *meso_blood_groups     (void);

G_END_DECLS
