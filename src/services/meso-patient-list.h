/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-filter.h"
#include "meso-patient-item.h"

G_BEGIN_DECLS

/**
 * MesoPatientList:
 *
 * A #GListModel of #MesoPatientItem: those who match text and filter, the best first, or by name where there is no text. It holds
 * the place of everyone in the list and the records of those that somebody looks at, so that any part of a million is at hand. Only
 * the newest text is answered: first the best, then, where there are more, how many there are in all. Where records change, the
 * list follows, and tells of no more than what differs.
 *
 * Properties: `loading` (the rows aren't those that were asked for yet), `complete` (all who match are in the list), `error`,
 * `total` (patients on file, without archived ones).
 */
#define MESO_TYPE_PATIENT_LIST (meso_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientList, meso_patient_list, MESO, PATIENT_LIST, GObject)

MesoPatientList  *meso_patient_list_new          (MesoClinic *clinic);
void              meso_patient_list_set_text     (MesoPatientList *self, const char *text);
const char       *meso_patient_list_get_text     (MesoPatientList *self);
void              meso_patient_list_set_filter   (MesoPatientList *self, MesoPatientFilter filter);
MesoPatientFilter meso_patient_list_get_filter   (MesoPatientList *self);
/* patient (nullable): isn't in the list, as for somebody who is to be chosen beside them. */
void              meso_patient_list_leave_out    (MesoPatientList *self, const char *patient);
/* The clinic's day, for what is due; this computer's unless it is said. */
void              meso_patient_list_set_today    (MesoPatientList *self, MesoCalendarDate today);
void              meso_patient_list_reload       (MesoPatientList *self);
gboolean          meso_patient_list_get_loading  (MesoPatientList *self);
gboolean          meso_patient_list_get_complete (MesoPatientList *self);
guint64           meso_patient_list_get_total    (MesoPatientList *self);
const GError     *meso_patient_list_get_error    (MesoPatientList *self);

G_END_DECLS
