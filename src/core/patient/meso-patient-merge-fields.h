/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* (transfer none) (array zero-terminated=1): the fields that one record may take over from another, in the order of a record */
const char *const *meso_patient_merge_fields     (void);
/* (transfer none) (array zero-terminated=1): the other fields that only make sense together with it */
const char *const *meso_patient_merge_companions (const char *field);
/* text: as meso_patient_dup_field() gives it, "" for nothing. FALSE when the field can't hold that */
gboolean           meso_patient_merge_fields_set        (MesoPatient *patient, const char *field, const char *text);
/* (transfer full): the same as meso_patient_dup_field(), "" for nothing */
char              *meso_patient_merge_fields_get        (const MesoPatient *patient, const char *field);

G_END_DECLS
