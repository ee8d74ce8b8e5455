/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"
#include "meso-patient-names.h"

G_BEGIN_DECLS

#define MESO_PATIENT_AGE_MAX 130
#define MESO_PATIENT_WEIGHT_MIN_G 500
#define MESO_PATIENT_WEIGHT_MAX_G 500000

/**
 * MesoPatient:
 * @id: (nullable): the store's id, a random UUID; %NULL until stored
 * @revision: how often the record was stored, which this value was read at; 0 until stored. Who changes a record hands it
 *   back, so that nobody's change is overwritten unseen
 * @file_number: (nullable): what staff call the record by, for example `0417`
 * @other_given_name: the name in the other script, with @other_family_name: where one of the two is Latin, the other is Persian
 * @birth_date: unset where it isn't known; then @age may be
 * @age: whole years, as told on the day @age_on, which is unset where no age was told. Never beside a birth date
 * @phone: the number to call first; @second_phone another one, at home or at work
 * @national_id_reason: why a national ID is kept although its check digit is wrong
 * @language: "en" or "fa": the language of the patient's sheets; "" when not asked
 * @weight_g: grams, measured or told on the day @weight_on; 0 when not known
 * @blood_group: "" or one of meso_blood_groups ()
 * @hair_since: since when hair has been lost, as the patient says it
 * @allergies_asked: whether somebody asked; %MESO_ASKED_LISTED follows from the items, and the same for medicines and conditions
 * @archived: put away: not shown among the patients unless asked for. Nothing else changes
 * @has_photo: whether there is one; follows from the photos
 * @erased: a legal erasure took everything away but the file number, the sex and the dates; nothing can be added or changed
 *
 * One person's record as the desk keeps it. Texts are as typed (never %NULL: empty means none).
 * Phones are normalised (`+98…` for Iranian numbers). At least one of the names isn't empty.
 */
typedef struct
{
  char *id;
  gint64 revision;
  char *file_number;
  char *given_name;
  char *family_name;
  char *other_given_name;
  char *other_family_name;
  MesoSex sex;
  MesoCalendarDate birth_date;
  int age;
  MesoCalendarDate age_on;
  char *phone;
  char *second_phone;
  char *email;
  char *national_id;
  char *national_id_reason;
  char *address;
  char *language;
  char *next_of_kin_name;
  char *next_of_kin_relation;
  char *next_of_kin_phone;
  char *referred_by;
  gint64 weight_g;
  MesoCalendarDate weight_on;
  char *blood_group;
  char *hair_since;
  MesoHairOnset hair_onset;
  MesoHairFamily hair_family;
  char *hair_treatments;   /* what was tried before, and what it did */
  char *hair_notes;
  MesoAsked allergies_asked;
  MesoAsked medicines_asked;
  MesoAsked conditions_asked;
  char *notes;
  gboolean archived;
  gboolean has_photo;
  gboolean erased;
} MesoPatient;

MesoPatient *meso_patient_new      (void);
MesoPatient *meso_patient_copy     (const MesoPatient *self);
void         meso_patient_free     (MesoPatient *self);
gboolean     meso_patient_check    (const MesoPatient *self, MesoCalendarDate today, GError **error);
void         meso_patient_normalise (MesoPatient *self);
char        *meso_patient_dup_full_name  (const MesoPatient *self);
/* (transfer full): the name in the other script; "" for none */
char        *meso_patient_dup_other_name (const MesoPatient *self);

/* The latest day the patient can have been born on, and the earliest; the birth date itself where it is known, unset where
 * nothing is. Who is asked for an age limit must take the latest: the youngest that the person can be. */
MesoCalendarDate meso_patient_get_latest_birth   (const MesoPatient *self);
MesoCalendarDate meso_patient_get_earliest_birth (const MesoPatient *self);
/* Whether anything is known of the age; the two differ by at most one where only an age was told. */
gboolean         meso_patient_get_age            (const MesoPatient *self, MesoCalendarDate on, int *least_out, int *most_out);

/* The fields by name, as checks, audit and scripts call them; see meso-patient-fields.c. */
const char *const *meso_patient_fields    (void);
char              *meso_patient_dup_field (const MesoPatient *self, const char *field);
char             **meso_patient_find_text (MesoPatient *self, const char *field);
/* (nullable): the nth text of the record, of those that are never NULL in a checked one; NULL behind the last */
char             **meso_patient_get_text  (MesoPatient *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatient, meso_patient_free)

G_END_DECLS
