/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-twin.h"

G_BEGIN_DECLS

/**
 * MesoTwinMatch:
 *
 * A record that may be the person who is being typed, and why.
 */
typedef struct
{
  MesoPatient *patient;
  MesoPatientTwin twin;
} MesoTwinMatch;

/**
 * MesoTwinPair:
 * @first: the record that was made first
 *
 * Two records that may be one person, and why.
 */
typedef struct
{
  MesoPatient *first;
  MesoPatient *second;
  MesoPatientTwin twin;
} MesoTwinPair;

/**
 * MesoTwinDecision:
 * @other: the record that this one is not
 * @at_utc: when somebody said so, @by: the name of who
 * @reason: "" when none was given
 *
 * That two records are two persons.
 */
typedef struct
{
  MesoPatient *other;
  char *at_utc;
  char *by;
  char *reason;
} MesoTwinDecision;

void       meso_twin_match_free    (MesoTwinMatch *self);
void       meso_twin_pair_free     (MesoTwinPair *self);
void       meso_twin_decision_free (MesoTwinDecision *self);

/* (transfer full) (element-type MesoTwinMatch): who it may be, the surest first. typed: whole or not; when it has an id, its own
 * record and those that somebody said are another's are left out. limit above zero */
GPtrArray *meso_patient_twins_service_list_alike     (MesoClinic *clinic, const MesoPatient *typed, guint limit, GError **error);
/* (transfer full) (element-type MesoTwinPair): pairs of the whole clinic that are likely or certain, that nobody has merged or
 * said to be two persons; the surest first. limit above zero */
GPtrArray *meso_patient_twins_service_list_pairs     (MesoClinic *clinic, guint limit, GError **error);
/* a and b: ids or file numbers. reason (nullable) */
gboolean   meso_patient_twins_service_set_different  (MesoClinic *clinic, const char *a, const char *b, const char *reason,
                                                      GError **error);
gboolean   meso_patient_twins_service_take_back      (MesoClinic *clinic, const char *a, const char *b, GError **error);
/* (transfer full) (element-type MesoTwinDecision): newest first */
GPtrArray *meso_patient_twins_service_list_different (MesoClinic *clinic, const char *patient, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTwinMatch, meso_twin_match_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTwinPair, meso_twin_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTwinDecision, meso_twin_decision_free)

G_END_DECLS
