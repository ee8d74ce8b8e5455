/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* Allergies, medicines and conditions in words, for the form and the patient's page alike. */

/* "Allergies", "Medicines and supplements", "Conditions" */
const char *meso_health_words_title    (MesoHealthKind kind);
const char *meso_health_words_icon     (MesoHealthKind kind);
/* "severe"; "" when nobody said */
const char *meso_health_words_severity (MesoAllergySeverity severity);
/* "prescribed"; "" when nobody said */
const char *meso_health_words_origin   (MesoMedicineOrigin origin);
/* (transfer full): what is known beside its name: "swelling · severe", "1,000 IU · self-chosen"; "" for nothing */
char       *meso_health_words_detail   (const MesoHealthItem *item);
/* (transfer full): "Benzyl alcohol (severe), latex", "None known", "Not asked yet"; names isolated */
char       *meso_health_words_summary  (const GPtrArray *active, MesoAsked asked);
/* (transfer full): the same of a stored record */
char       *meso_health_words_of       (const MesoPatientRecord *record, MesoHealthKind kind);

G_END_DECLS
