/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"
#include "meso-store-context.h"
#include "sqlite/meso-sqlite-statement.h"

G_BEGIN_DECLS

/* Private: patients as the table patient, called p, keeps them. */

#define MESO_PATIENT_COLUMNS \
  "p.id, p.file_number, p.given_name, p.family_name, p.sex, p.birth_date, p.phone, p.email, p.national_id, p.language, p.notes," \
  " p.revision, p.other_given_name, p.other_family_name, p.age, p.age_on, p.second_phone, p.national_id_reason, p.address," \
  " p.next_of_kin_name, p.next_of_kin_relation, p.next_of_kin_phone, p.referred_by, p.weight_g, p.weight_on, p.blood_group," \
  " p.hair_since, p.hair_onset, p.hair_family, p.hair_treatments, p.hair_notes, p.allergies_asked, p.medicines_asked," \
  " p.conditions_asked, p.archived, p.has_photo, p.erased_at IS NOT NULL"
/* The first column behind them in a query that asks for more. */
#define MESO_PATIENT_N_COLUMNS 37

/* The row that the statement stands on; its columns are the first of the query. */
MesoPatient *meso_patient_rows_read     (MesoSqliteStatement *row);
/* (transfer full) (element-type MesoPatient): all that are left */
GPtrArray   *meso_patient_rows_read_all (MesoSqliteStatement *rows, GError **error);
/* MESO_STORE_ERROR_NO_RECORD when there is none */
MesoPatient *meso_patient_rows_find     (MesoStoreContext *context, const char *id, GError **error);
/* The only row; MESO_STORE_ERROR_NO_RECORD, which names asked_for, when there is none */
MesoPatient *meso_patient_rows_read_one (MesoSqliteStatement *row, const char *asked_for, GError **error);

/* Writes a record whose texts are all there. number_out: the row's number, which the index goes by. Asked states: "listed"
 * follows from the items and is left to them. */
gboolean     meso_patient_rows_insert   (MesoStoreContext *context, const char *staff, const MesoPatient *patient,
                                         gint64 *number_out, GError **error);
/* The same for many at once: their numbers are first and those that follow it, which must be free. */
gboolean     meso_patient_rows_insert_many (MesoStoreContext *context, const char *staff, const GPtrArray *patients, gint64 first,
                                            GError **error);
gboolean     meso_patient_rows_update   (MesoStoreContext *context, const char *staff, const MesoPatient *patient,
                                         gint64 *number_out, GError **error);

G_END_DECLS
