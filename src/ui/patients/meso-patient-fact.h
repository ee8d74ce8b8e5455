/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-fact-sample.h"
#include "meso-patient-glance.h"

G_BEGIN_DECLS

/**
 * MesoPatientFact:
 *
 * A cell of the table of patients: one line, or two of which one explains the other.
 */
#define MESO_TYPE_PATIENT_FACT (meso_patient_fact_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientFact, meso_patient_fact, MESO, PATIENT_FACT, GtkWidget)

/* Widths in characters: at the least, and where there is room. With a sample (nullable) no line is ever cut short: the sample and whatever
 * is shown have room. */
GtkWidget *meso_patient_fact_new  (guint n_lines, guint min_chars, guint nat_chars, MesoFactSample *sample);
/* second (nullable): for a fact of one line. Both NULL while the patient isn't loaded */
void       meso_patient_fact_show (MesoPatientFact *self, const MesoMarkedText *first, const MesoMarkedText *second);

G_END_DECLS
