/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoPatientSave:
 * @record: what was typed; with an id and the revision it was read at for a record on file
 *
 * A record to be stored, off the main thread.
 */
typedef struct
{
  MesoPatientRecord *record;
  MesoCalendarDate today;
} MesoPatientSave;

/**
 * MesoPatientSaved:
 * @record: as it stands on file now
 * @stored: FALSE when somebody else changed it meanwhile: nothing was written then
 * @changed_by: (nullable): who that was
 */
typedef struct
{
  MesoPatientRecord *record;
  gboolean stored;
  char *changed_by;
} MesoPatientSaved;

/* record (transfer full) */
MesoPatientSave *meso_patient_save_new   (MesoPatientRecord *record, MesoCalendarDate today);
void             meso_patient_save_free  (MesoPatientSave *self);
void             meso_patient_saved_free (MesoPatientSaved *self);
/* (transfer full): what was done, for who did it */
char            *meso_patient_saved_dup_words (const MesoPatientSaved *self, MesoContext *context, gboolean is_new);
/* A #MesoClinicCall from #MesoPatientSave to #MesoPatientSaved. */
gpointer         meso_patient_save_run   (MesoClinic *clinic, gpointer request, GError **error);

G_END_DECLS
