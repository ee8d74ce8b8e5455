/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-fields.h"

G_BEGIN_DECLS

/**
 * MesoPatientDraft:
 * @texts: what stands in each field, as typed: it may be no date, no number, no name
 * @lists: the allergies, medicines and conditions that are typed
 * @base: (nullable): the record as it was read when it was edited
 *
 * What a patient's form holds, as it is journalled.
 */
typedef struct
{
  char *texts[MESO_PATIENT_FIELDS];
  MesoPatientRecord *lists;
  MesoPatientRecord *base;
} MesoPatientDraft;

MesoPatientDraft *meso_patient_draft_new     (void);
void              meso_patient_draft_free    (MesoPatientDraft *self);
/* (transfer full) */
char             *meso_patient_draft_to_json (const MesoPatientDraft *self);
/* (transfer full) (nullable): NULL for what is no draft of a patient */
MesoPatientDraft *meso_patient_draft_parse   (const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientDraft, meso_patient_draft_free)

G_END_DECLS
