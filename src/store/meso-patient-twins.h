/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-twin.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Which records may be one person's: ids only, so that only what is shown is read in full. */

/**
 * MesoTwinCandidate:
 * @person: id of the record that stands for the person
 * @twin: how like the person who was typed it is; of all records of that person, the one that is most
 */
typedef struct
{
  char *person;
  MesoPatientTwin twin;
} MesoTwinCandidate;

/**
 * MesoTwinIds:
 * @number: that of the first record, which was made before the second
 */
typedef struct
{
  gint64 number;
  char *first;
  char *second;
  MesoPatientTwin twin;
} MesoTwinIds;

/**
 * MesoDifferentRow:
 * @other: id of the record that isn't the same person's
 */
typedef struct
{
  char *other;
  char *decided_at;
  char *decided_by;
  char *reason;
} MesoDifferentRow;

/* (transfer full) (element-type MesoTwinCandidate): the surest first; at most limit, above zero. typed: normalised; with an id, what
 * belongs to its own person, and who was said to be another, is left out */
GPtrArray *meso_patient_twins_find       (MesoStoreContext *context, const MesoPatient *typed, guint limit, GError **error);
/* (transfer full) (element-type MesoTwinIds): the surest first, of the whole clinic; at most limit, above zero */
GPtrArray *meso_patient_twins_list_pairs (MesoStoreContext *context, guint limit, GError **error);

/* That two records are two persons. MESO_STORE_ERROR_DUPLICATE when that was said already */
gboolean   meso_patient_twins_set_different  (MesoStoreContext *context, const char *staff, const char *a, const char *b,
                                              const char *reason, GError **error);
/* Every such decision about records of the two persons; MESO_STORE_ERROR_NO_RECORD when there is none */
gboolean   meso_patient_twins_end_different  (MesoStoreContext *context, const char *staff, const char *a, const char *b, GError **error);
gboolean   meso_patient_twins_are_different  (MesoStoreContext *context, const char *a, const char *b, gboolean *different_out,
                                              GError **error);
/* (transfer full) (element-type MesoDifferentRow): of all records of the person, newest first */
GPtrArray *meso_patient_twins_list_different (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
