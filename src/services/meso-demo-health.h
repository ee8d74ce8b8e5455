/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/* Private: body and hair, allergies, medicines, conditions and notes of somebody made up. language: what the clinic writes */
void meso_demo_health_fill        (MesoPatientRecord *record, GRand *rand, const char *language, MesoCalendarDate day);
/* An allergy to an ingredient of the formulary is on the list. */
void meso_demo_health_add_allergy (MesoPatientRecord *record, const char *ingredient, const char *language);
/* (transfer full): what is answered at each screening because of what is on the lists: "question=answer", apart by spaces */
char *meso_demo_health_dup_answers (const MesoPatientRecord *record);

G_END_DECLS
