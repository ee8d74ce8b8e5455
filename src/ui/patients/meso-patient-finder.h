/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-glance.h"
#include "meso-patient-row.h"

G_BEGIN_DECLS

/**
 * MesoPatientFinder:
 *
 * Type anything, and who matches is there: in columns where there is room, in rows where there is not. Property `choosing`: one patient is
 * to be picked, for something else: no filters, no possible duplicates; `narrow`: there is hardly any room. Signals: `chosen (id)` a patient, `new-patient (typed)` nobody
 * matched: enter them, `left` nothing is typed and Escape was pressed; `restyled`: rows have something else to say.
 */
#define MESO_TYPE_PATIENT_FINDER (meso_patient_finder_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientFinder, meso_patient_finder, MESO, PATIENT_FINDER, AdwBin)

/* For a finder that a template made. */
void               meso_patient_finder_set_context (MesoPatientFinder *self, MesoContext *context);
/* After that. Somebody else than this patient is looked for. */
void               meso_patient_finder_leave_out   (MesoPatientFinder *self, const char *patient);
/* (transfer none) */
const char        *meso_patient_finder_get_typed   (MesoPatientFinder *self);
/* What is typed anywhere in widget goes into the entry. */
void               meso_patient_finder_capture     (MesoPatientFinder *self, GtkWidget *widget);

/* For the rows. (transfer none) (nullable): NULL for one that isn't loaded yet */
const MesoGlance  *meso_patient_finder_get_glance  (MesoPatientFinder *self, gpointer item);
MesoPatientRowForm meso_patient_finder_get_form    (MesoPatientFinder *self);

/* For the menu of a row. (transfer full) (nullable) */
MesoPatient       *meso_patient_finder_dup_patient (MesoPatientFinder *self, guint position);
guint              meso_patient_finder_get_selected (MesoPatientFinder *self);
void               meso_patient_finder_select      (MesoPatientFinder *self, guint position);
void               meso_patient_finder_choose      (MesoPatientFinder *self, guint position);
void               meso_patient_finder_choose_patient (MesoPatientFinder *self, const char *id);

G_END_DECLS
