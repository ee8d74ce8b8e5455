/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-outlook.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* A tag as #MesoTag shows it; said: what a screen reader says of it. */
typedef struct
{
  const char *icon;
  const char *kind;
  char *label;
  char *said;
} MesoTagWords;

/* What a list says of a patient's outlook, in words. */

/* (transfer full) (element-type MesoTagWords): what must not be overlooked, strictest first. outlook (nullable): while it isn't known;
 * twin: whether another record may be the same person */
GPtrArray *meso_outlook_words_tags  (MesoContext *context, const MesoPatient *patient, const MesoPatientOutlook *outlook,
                                     gboolean twin);
/* (transfer full): "Session 5 of 8"; "" while nothing is known */
char      *meso_outlook_words_title (MesoContext *context, const MesoPatientOutlook *outlook);
/* (transfer full): "Today, 10:30" */
char      *meso_outlook_words_when  (MesoContext *context, const MesoPatientOutlook *outlook);

G_END_DECLS
