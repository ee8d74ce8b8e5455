/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-health-item.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientRecord:
 * @patient: never %NULL
 * @items: (element-type MesoHealthItem): allergies, medicines and conditions, with those that ended; never %NULL
 *
 * A patient together with what is known of their health.
 */
typedef struct
{
  MesoPatient *patient;
  GPtrArray *items;
} MesoPatientRecord;

/* patient (transfer full) */
MesoPatientRecord *meso_patient_record_new       (MesoPatient *patient);
MesoPatientRecord *meso_patient_record_copy      (const MesoPatientRecord *self);
void               meso_patient_record_free      (MesoPatientRecord *self);
void               meso_patient_record_normalise (MesoPatientRecord *self);
gboolean           meso_patient_record_check     (const MesoPatientRecord *self, MesoCalendarDate today, GError **error);
/* What is known of one kind: listed where an item holds, else what the patient's record says. */
MesoAsked          meso_patient_record_get_asked (const MesoPatientRecord *self, MesoHealthKind kind);
/* (transfer container) (element-type MesoHealthItem): those that hold, of one kind, in their order */
GPtrArray         *meso_patient_record_list_active (const MesoPatientRecord *self, MesoHealthKind kind);

/* (transfer none): where the record keeps whether somebody asked for that kind */
MesoAsked         *meso_patient_asked_of         (MesoPatient *patient, MesoHealthKind kind);
/* "allergies", "medicines", "conditions" */
const char        *meso_health_kind_to_list      (MesoHealthKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientRecord, meso_patient_record_free)

G_END_DECLS
