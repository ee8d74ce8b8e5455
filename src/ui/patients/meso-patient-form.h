/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-draft.h"

G_BEGIN_DECLS

/**
 * MesoPatientForm:
 *
 * The fields of a record: itself shows what is needed of everybody, and leads to pages with the rest. Signal `changed`: something
 * was typed.
 */
#define MESO_TYPE_PATIENT_FORM (meso_patient_form_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientForm, meso_patient_form, MESO, PATIENT_FORM, GtkBox)

void               meso_patient_form_set_context (MesoPatientForm *self, MesoContext *context);
/* Adds its pages to the view that it stands in: "allergies", "medicines", "conditions", "contact", "hair", "notes". */
void               meso_patient_form_add_pages   (MesoPatientForm *self, AdwNavigationView *view);
/* Puts a button at each field that opens its history: action `patient-form.history` (s), the name of the field. For a record on file. */
void               meso_patient_form_offer_history (MesoPatientForm *self);
void               meso_patient_form_show        (MesoPatientForm *self, const MesoPatientRecord *record);
/* (transfer full): base (nullable), or an empty record, with all that was typed put into it, normalised. A date, age or weight that is
 * none is unset */
MesoPatientRecord *meso_patient_form_dup_record  (MesoPatientForm *self, const MesoPatientRecord *base);
/* Says at each field what is wrong with it. (nullable): the first of them; NULL when the record can be stored */
GtkWidget         *meso_patient_form_check       (MesoPatientForm *self, const MesoPatientRecord *base);
/* Brings the page of a field into sight, and the focus into the field. */
void               meso_patient_form_go_to       (AdwNavigationView *view, GtkWidget *field);

/* What is typed, for a draft; base (nullable): the record that is being edited, as it was read. (transfer full) */
char              *meso_patient_form_to_json     (MesoPatientForm *self, const MesoPatientRecord *base);
/* FALSE when that is no draft of a patient: the form stays as it is. base (nullable): the record on file, which has what no form
 * shows. base_out (transfer full) (nullable): the record as it was when the draft was begun */
gboolean           meso_patient_form_take_json   (MesoPatientForm *self, const char *json, const MesoPatientRecord *base,
                                                  MesoPatientRecord **base_out);

G_END_DECLS
