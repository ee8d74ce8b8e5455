/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MesoPatientPlaces:
 * @now: (element-type gint64): the places in the list
 * @before: (nullable) (element-type gint64): while it changes, what @now takes the place of
 * @n_now: while it changes, so many of @now are told
 * @n_before: while it changes, so many of @before are gone
 *
 * Private to services: the places that a list shows, which change bit by bit: listeners see a list that is as they were told.
 */
typedef struct
{
  GArray *now;
  GArray *before;
  guint n_now;
  guint n_before;
} MesoPatientPlaces;

void     meso_patient_places_init  (MesoPatientPlaces *self);
void     meso_patient_places_clear (MesoPatientPlaces *self);
guint    meso_patient_places_count (const MesoPatientPlaces *self);
/* position: below the count */
gint64   meso_patient_places_get   (const MesoPatientPlaces *self, guint position);
/* FALSE when the list doesn't have it */
gboolean meso_patient_places_find  (const MesoPatientPlaces *self, gint64 place, guint *position_out);
/* Makes it fresh, and tells model's listeners of what differs. sorted: whether both rise */
void     meso_patient_places_set   (MesoPatientPlaces *self, GArray *fresh, gboolean sorted, GListModel *model);

G_END_DECLS
