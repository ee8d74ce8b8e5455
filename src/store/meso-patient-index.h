/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"
#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: what a patient is found and sorted by. */

/* What went into the index this way; goes up whenever the words of a patient would come out otherwise. */
#define MESO_PATIENT_INDEX_VERSION "1"

/* The words of a patient who isn't in the index yet, and of one who is. */
gboolean meso_patient_index_add     (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error);
gboolean meso_patient_index_replace (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error);
/* (transfer full): for the column sort_key */
GBytes  *meso_patient_index_sort_key (const MesoPatient *patient);
/* (transfer full): digits without leading zeros, folded: "0417", "٤١٧" and "417" are one number */
char    *meso_patient_index_file_number_key (const char *file_number);
/* (transfer full) (nullable): a search as the full text index understands it; NULL when there is nothing to look for */
char    *meso_patient_index_make_query (const char *typed);
/* (transfer full) (nullable): the same, for names that have exactly these words */
char    *meso_patient_index_make_exact_query (const char *typed);
/* Makes all keys and words anew when the libraries that make them are of another version. In a transaction. */
gboolean meso_patient_index_refresh (MesoSqliteConnection *connection, GError **error);
/* Adds a sentence to problems for each patient that the index has wrong. */
gboolean meso_patient_index_check   (MesoSqliteConnection *connection, GPtrArray *problems, GError **error);

G_END_DECLS
