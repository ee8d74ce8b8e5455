/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-twin-key.h"
#include "meso-patient.h"
#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: what twins are found by, in a table of small numbers. number is patient.number. */

/* How keys are made; goes up whenever those of a patient would come out otherwise. */
#define MESO_PATIENT_TWIN_INDEX_VERSION "1"

gboolean meso_patient_twin_index_add     (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error);
/* patient: as it was when its keys were made */
gboolean meso_patient_twin_index_remove  (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error);
/* The keys of all records after that number, which have none yet: sorted, so that a million take seconds. */
gboolean meso_patient_twin_index_add_all (MesoSqliteConnection *connection, gint64 after, GError **error);
/* Makes all keys anew when this version of the program makes others. In a transaction. */
gboolean meso_patient_twin_index_refresh (MesoSqliteConnection *connection, GError **error);
/* Adds a sentence to problems for each record whose keys are wrong. */
gboolean meso_patient_twin_index_check   (MesoSqliteConnection *connection, GPtrArray *problems, GError **error);
/* Keys that somebody has made; quickest in their order. */
gboolean meso_patient_twin_index_insert  (MesoSqliteConnection *connection, const MesoPatientTwinKey *keys, gsize n_keys, GError **error);
/* (transfer full) (element-type gint64): the keys of a record, each once, ascending */
GArray  *meso_patient_twin_index_hash    (const MesoPatient *patient);

G_END_DECLS
