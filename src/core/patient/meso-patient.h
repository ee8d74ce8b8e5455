/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"

G_BEGIN_DECLS

typedef enum {
  MESO_SEX_UNKNOWN,
  MESO_SEX_FEMALE,
  MESO_SEX_MALE,
  MESO_SEX_OTHER,
} MesoSex;

const char *meso_sex_to_string   (MesoSex sex);                       /* "female", "male", "other", "unknown" */
gboolean    meso_sex_from_string (const char *text, MesoSex *sex_out);

/**
 * MesoPatient:
 * @id: (nullable): the store's id, a random UUID; %NULL until stored
 * @revision: how often the record was stored, which this value was read at; 0 until stored. Who changes a record hands it
 *   back, so that nobody's change is overwritten unseen
 * @file_number: (nullable): what staff call the record by, for example `0417`
 *
 * One person's record as the desk keeps it. Texts are as typed (never %NULL: empty means none).
 * @phone is normalised (`+98…` for Iranian numbers). At least one of the two names isn't empty.
 */
typedef struct
{
  char *id;
  gint64 revision;
  char *file_number;
  char *given_name;
  char *family_name;
  MesoSex sex;
  MesoCalendarDate birth_date;
  char *phone;
  char *email;
  char *national_id;
  char *language;      /* "en" or "fa": the language of the patient's sheets; "" when not asked */
  char *notes;
} MesoPatient;

MesoPatient *meso_patient_new      (void);
MesoPatient *meso_patient_copy     (const MesoPatient *self);
void         meso_patient_free     (MesoPatient *self);
gboolean     meso_patient_check    (const MesoPatient *self, MesoCalendarDate today, GError **error);
void         meso_patient_normalise (MesoPatient *self);
char        *meso_patient_dup_full_name (const MesoPatient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatient, meso_patient_free)

G_END_DECLS
