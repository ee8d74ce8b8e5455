/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-patient-fields.h"

G_BEGIN_DECLS

/* The pages of a patient's form that hold plain fields. */
typedef enum {
  MESO_PATIENT_PART_CONTACT,
  MESO_PATIENT_PART_HAIR,
  MESO_PATIENT_PART_NOTES,
  MESO_PATIENT_PARTS,
} MesoPatientPart;

/* "contact", "hair", "notes" */
const char *meso_patient_part_get_tag     (MesoPatientPart part);
const char *meso_patient_part_get_title   (MesoPatientPart part);
const char *meso_patient_part_get_icon    (MesoPatientPart part);
/* rows: of all fields. (transfer full): what stands in them, in a line; "" for nothing */
char       *meso_patient_part_dup_summary (MesoPatientPart part, GtkWidget *const *rows);
/* (transfer floating): an AdwNavigationPage that takes those of the rows that are its own */
GtkWidget  *meso_patient_part_page_new    (MesoPatientPart part, GtkWidget *const *rows);

G_END_DECLS
