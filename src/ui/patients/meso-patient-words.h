/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* A patient in words, for all pages alike. All (transfer full). */

/* A name, or a date in words, inside of running text: it keeps its own direction. */
char *meso_words_isolate       (const char *text);
/* Appends a part to parts that stand in one line, apart by a mark; nothing for NULL or "" */
void  meso_words_append        (GString *line, const char *part);
/* "Sun 22 Nov": the date as it stands in a sentence, isolated */
char *meso_words_date          (MesoContext *context, MesoCalendarDate date);
/* "today", "yesterday", "tomorrow", else the date */
char *meso_words_day           (MesoContext *context, MesoCalendarDate date);

const char *meso_words_sex     (MesoSex sex);
/* "+98 912 555 0142", isolated, its parts kept together; "" for none */
char *meso_patient_words_phone (MesoContext *context, const char *phone);
/* "34 years · female · file 1042 · +98 912 555 0142" */
char *meso_patient_words_facts (MesoContext *context, const MesoPatient *patient);
/* "File 1042 · born 12 May 1992 · +98 912 555 0142" */
char *meso_patient_words_line  (MesoContext *context, const MesoPatient *patient);

G_END_DECLS
