/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/* A patient's allergies, medicines or conditions as one cell:
 *
 *   penicillin; latex | rash | severe
 *
 * Entries stand with `;` (or «؛», or a line break) between them; within one, `|` stands between what it is, the reaction, dose or
 * remark, the severity (of an allergy) or who chose it (of a medicine), since when, and the formulary's id of what is meant.
 * Whatever is empty at the end is left out. A backslash takes the meaning from the mark behind it. `none known` says that
 * somebody asked; an empty cell says that nobody did. */

/* (transfer full): the items that hold, "none known", or "" */
char     *meso_health_list_write (const MesoPatientRecord *record, MesoHealthKind kind);
/* Adds what the cell says to the record. FALSE when it can't be read. */
gboolean  meso_health_list_read  (const char *text, MesoHealthKind kind, MesoPatientRecord *record);

G_END_DECLS
