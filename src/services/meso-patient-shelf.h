/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-item.h"

G_BEGIN_DECLS

/**
 * MesoPatientShelf:
 *
 * Private to services: the items of a list by their places. It knows an item as long as somebody holds it, and reads who stands
 * there, in the next turn and without waiting.
 */
typedef struct _MesoPatientShelf MesoPatientShelf;

/* The place has another item from now on. */
typedef void (*MesoPatientShelfReplaced) (gint64 place, gpointer data);

MesoPatientShelf *meso_patient_shelf_new    (MesoClinic *clinic, MesoPatientShelfReplaced replaced, gpointer data);
void              meso_patient_shelf_free   (MesoPatientShelf *self);
/* (transfer full): the item of that place, the same for all who hold it */
MesoPatientItem  *meso_patient_shelf_take   (MesoPatientShelf *self, gint64 place);
/* (transfer full) (nullable): the item of a place that nobody holds one of yet, else NULL; takes *patient, who was just read there */
MesoPatientItem  *meso_patient_shelf_add    (MesoPatientShelf *self, gint64 place, MesoPatient **patient);
/* patient (transfer full) (nullable): who was just read there */
void              meso_patient_shelf_put    (MesoPatientShelf *self, gint64 place, MesoPatient *patient);
/* What all items show is read again. */
void              meso_patient_shelf_expire (MesoPatientShelf *self);

/* What it makes of items. items: place → item, not held; patient (transfer full) (nullable): as it was just read */
MesoPatientItem  *meso_patient_item_new         (gint64 place, GHashTable *items);
void              meso_patient_item_leave       (MesoPatientItem *self);
gint64            meso_patient_item_get_place   (MesoPatientItem *self);
/* FALSE when it had that one */
gboolean          meso_patient_item_set_turn    (MesoPatientItem *self, guint turn);
void              meso_patient_item_set_patient (MesoPatientItem *self, MesoPatient *patient);

G_END_DECLS
