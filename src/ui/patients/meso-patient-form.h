/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientForm:
 *
 * The fields of a record. Signal `changed`: something was typed.
 */
#define MESO_TYPE_PATIENT_FORM (meso_patient_form_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientForm, meso_patient_form, MESO, PATIENT_FORM, GtkBox)

void         meso_patient_form_set_context (MesoPatientForm *self, MesoContext *context);
void         meso_patient_form_show        (MesoPatientForm *self, const MesoPatient *patient);
/* (transfer full): as typed, normalised; a birth date that is no day is unset */
MesoPatient *meso_patient_form_dup_patient (MesoPatientForm *self);
/* Says at each field what is wrong with it, and puts the focus on the first; TRUE when the record can be stored. */
gboolean     meso_patient_form_check       (MesoPatientForm *self);

/* What is typed, for a draft; base (nullable): the record that is being edited, as it was read. (transfer full) */
char        *meso_patient_form_to_json     (MesoPatientForm *self, const MesoPatient *base);
/* FALSE when that is no draft of a patient: the form stays as it is. base_out (transfer full) (nullable): what was handed over then */
gboolean     meso_patient_form_take_json   (MesoPatientForm *self, const char *json, MesoPatient **base_out);

G_END_DECLS
