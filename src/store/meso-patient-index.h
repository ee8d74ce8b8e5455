/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-terms.h"
#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: what a person is found by, and where they stand in the order of names. A record that was merged has no entry of its
 * own: its words are in the entry of the record that it stands for. Nor has one that was erased. */

/* What went into the index this way; goes up whenever the words or the order would come out otherwise. */
#define MESO_PATIENT_INDEX_VERSION "4"

/* done of total; FALSE stops, with G_IO_ERROR_CANCELLED. */
typedef gboolean (*MesoPatientIndexProgress) (guint64 done, guint64 total, gpointer data);

/* The entry of a patient who is new, after the row is there. */
gboolean meso_patient_index_add     (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error);
/* After the row was changed, archived, erased, linked or unlinked: makes right what the index has of it and of the person it
 * stands for. After a link is taken back: for both records. */
gboolean meso_patient_index_renew   (MesoSqliteConnection *connection, const char *id, GError **error);
/* All entries anew, in the order of names. No statement may be in use on the connection. progress (nullable) */
gboolean meso_patient_index_line_up (MesoSqliteConnection *connection, MesoPatientIndexProgress progress, gpointer data,
                                     GError **error);
/* (transfer full): for the column sort_key */
GBytes  *meso_patient_index_sort_key (const MesoPatient *patient);
/* Makes all keys, words and places anew when what makes them is of another version. In a transaction. */
gboolean meso_patient_index_refresh (MesoSqliteConnection *connection, GError **error);
/* Whether the entries come from this version, so that they can be checked. */
gboolean meso_patient_index_is_current (MesoSqliteConnection *connection, gboolean *current_out, GError **error);
/* (transfer full): the words of all the records of one person */
MesoPatientTerms *meso_patient_index_make_words (MesoSqliteConnection *connection, gint64 number, GError **error);
/* Adds a sentence to problems for each patient that the index has wrong. */
gboolean meso_patient_index_check   (MesoSqliteConnection *connection, GPtrArray *problems, GError **error);

G_END_DECLS
