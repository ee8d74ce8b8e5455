/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-patient-glance.h"

G_BEGIN_DECLS

/**
 * MesoPatientRowForm:
 * @MESO_PATIENT_ROW_CELL: the name alone, where the rest has columns of its own
 * @MESO_PATIENT_ROW_WIDE: all of it, what comes next at the end
 * @MESO_PATIENT_ROW_NARROW: all of it, one below the other
 */
typedef enum {
  MESO_PATIENT_ROW_CELL,
  MESO_PATIENT_ROW_WIDE,
  MESO_PATIENT_ROW_NARROW,
} MesoPatientRowForm;

/**
 * MesoPatientRow:
 *
 * A patient in a long list, with what was typed to find them marked. It draws its lines itself: at a key all rows change, and each widget
 * less in them is felt.
 */
#define MESO_TYPE_PATIENT_ROW (meso_patient_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientRow, meso_patient_row, MESO, PATIENT_ROW, GtkWidget)

/* item: the item of the list that the row is the child of, and that outlives it */
GtkWidget   *meso_patient_row_new      (GtkListItem *item);
GtkListItem *meso_patient_row_get_item (MesoPatientRow *self);
/* glance (nullable): NULL while the patient isn't loaded. What is shown already costs nothing */
void         meso_patient_row_show     (MesoPatientRow *self, const MesoGlance *glance, MesoPatientRowForm form);

G_END_DECLS
