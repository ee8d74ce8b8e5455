/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientRow:
 *
 * A patient in a long list, with what was typed to find them marked.
 */
#define MESO_TYPE_PATIENT_ROW (meso_patient_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientRow, meso_patient_row, MESO, PATIENT_ROW, GtkBox)

GtkWidget *meso_patient_row_new  (void);
/* typed: what is looked for, "" for nothing. (transfer full): what a screen reader says of the row */
char      *meso_patient_row_show (MesoPatientRow *self, MesoContext *context, const MesoPatient *patient, const char *typed);

G_END_DECLS
