/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-fields.h"

G_BEGIN_DECLS

/**
 * MesoRecordConflict:
 * @fields: a bit for each #MesoPatientField that both changed
 * @lists: which of the lists both changed
 *
 * What somebody else changed in a record while it was being edited, and the editor did too.
 */
typedef struct
{
  guint fields;
  gboolean lists[MESO_HEALTH_N_KINDS];
} MesoRecordConflict;

gboolean           meso_record_conflict_is_any (const MesoRecordConflict *self);
/* What only one side changed, stands as that side has it. A field that both changed stays as it is typed. Of a list that both changed
 * nothing is lost: what is on file stays, and what was typed comes to it. (transfer full): to be stored in place of stored */
MesoPatientRecord *meso_record_merge           (const MesoPatientRecord *typed, const MesoPatientRecord *base,
                                                const MesoPatientRecord *stored, MesoCalendarDate today,
                                                MesoRecordConflict *conflict_out);

G_END_DECLS
