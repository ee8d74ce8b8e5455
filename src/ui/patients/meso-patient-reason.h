/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-marked-text.h"
#include "meso-patient.h"
#include "meso-sought.h"

G_BEGIN_DECLS

/**
 * MesoPatientReason:
 * @match: what is looked for in the texts
 * @born_then: whether the patient was born on the day that is typed beside it
 * @terms: of @match, those that found this patient; @shown: of these, those that stand in what a list shows
 * @explained: whether that is all
 *
 * Why a patient is among those who were found.
 */
typedef struct
{
  MesoContext *context;
  const MesoPatient *patient;
  const MesoSought *sought;
  const MesoMatch *match;
  gboolean born_then;
  MesoMatchTerms terms;
  MesoMatchTerms shown;
  gboolean explained;
} MesoPatientReason;

/* full_name, other_name: of the patient, as the list shows them */
MesoPatientReason meso_patient_reason_find  (MesoContext *context, const MesoPatient *patient, const MesoSought *sought,
                                             const char *full_name, const char *other_name);
/* (transfer full): what was found where the list doesn't show it: "Notes: …"; empty when all is in sight */
MesoMarkedText   *meso_patient_reason_write (const MesoPatientReason *self);

G_END_DECLS
