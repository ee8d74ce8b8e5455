/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-list.h"
#include "meso-patient-places.h"
#include "meso-patient-shelf.h"

G_BEGIN_DECLS

struct _MesoPatientList
{
  GObject parent_instance;

  GMainContext *context;
  MesoClinic *clinic;
  char *text;
  char *without;                /* (nullable): a record that is left out */
  MesoPatientFilter filter;
  MesoCalendarDate today;
  MesoPatientPlaces places;
  MesoPatientShelf *shelf;
  GArray *within;               /* (nullable): places of those who pass the filter */
  gboolean sorted;              /* whether the places rise */
  guint serial;                 /* of what was asked last: an answer to anything else is late */
  GCancellable *cancellable;    /* (nullable): while it waits for that answer */
  GSource *due;                 /* (nullable): asks again in the next turn */
  GSource *rest_due;            /* (nullable): asks for all who match */
  gboolean loading;
  gboolean counted;
  gboolean complete;
  guint64 total;
  GError *error;
};

/* Private to the list: what it asks the store, and what it makes of the answers. */

/* Nobody waits any more for what was asked before. */
void meso_patient_list_give_up     (MesoPatientList *self);
void meso_patient_list_ask_first   (MesoPatientList *self);
/* data: the list. Whom a place belongs to may change */
void meso_patient_list_on_replaced (gint64 place, gpointer data);

G_END_DECLS
