/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-row.h"

G_BEGIN_DECLS

/**
 * MesoPatientList:
 *
 * A #GListModel of #MesoRow of #MesoPatient: what matches the text, or everyone in the order of names, a page at a time. Only the newest
 * text is answered. Properties: `loading`, `error`, `complete` (no further page), `total` (patients on file).
 */
#define MESO_TYPE_PATIENT_LIST (meso_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientList, meso_patient_list, MESO, PATIENT_LIST, GObject)

MesoPatientList *meso_patient_list_new          (MesoClinic *clinic);
void             meso_patient_list_set_text     (MesoPatientList *self, const char *text);
const char      *meso_patient_list_get_text     (MesoPatientList *self);
void             meso_patient_list_load_more    (MesoPatientList *self);
gboolean         meso_patient_list_get_loading  (MesoPatientList *self);
gboolean         meso_patient_list_get_complete (MesoPatientList *self);
guint64          meso_patient_list_get_total    (MesoPatientList *self);
const GError    *meso_patient_list_get_error    (MesoPatientList *self);

G_END_DECLS
