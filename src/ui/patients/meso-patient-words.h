/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient.h"
#include "meso-words.h"

G_BEGIN_DECLS

/* A patient in words, for all pages alike. All (transfer full). */

const char *meso_words_sex     (MesoSex sex);
/* "+98 912 555 0142", isolated, its parts kept together; "" for none */
char *meso_patient_words_phone (MesoContext *context, const char *phone);
/* "34 years", "about 34 years" where somebody told the age alone, "" when nothing is known */
char *meso_patient_words_age   (MesoContext *context, const MesoPatient *patient);
/* "34 years · female · file 1042 · +98 912 555 0142" */
char *meso_patient_words_facts (MesoContext *context, const MesoPatient *patient);
/* "File 1042 · born 12 May 1992 · +98 912 555 0142" */
char *meso_patient_words_line  (MesoContext *context, const MesoPatient *patient);

G_END_DECLS
