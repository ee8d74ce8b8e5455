/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-filter.h"
#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientQuery:
 * @serial: the asker's own number of it
 * @text: what is looked for; "" for everyone, in the order of names
 * @within: (nullable) (element-type gint64): places of those who pass @filter, where they are known already; filled in where a
 *   filter is set
 * @without: (nullable): a record that is left out
 * @limit: at most so many places, 0 for all
 * @n_read: so many of the first are read at once
 * @counts: whether @total is asked for too: how many patients are on file
 * @places: (nullable) (element-type gint64): where those are who fit; or those that are to be read
 * @complete: whether @places are all
 * @patients: (nullable) (element-type MesoPatient) (nullable elements): who stands at the first places
 *
 * Private to services: what a list of patients asks of the store at once.
 */
typedef struct
{
  guint serial;
  char *text;
  MesoPatientFilter filter;
  MesoCalendarDate today;
  GArray *within;
  char *without;
  guint limit;
  guint n_read;
  gboolean counts;
  GArray *places;
  gboolean complete;
  GPtrArray *patients;
  guint64 total;
} MesoPatientQuery;

/* Units of work, and what frees their data. */
gboolean meso_patient_query_find (MesoStoreContext *context, gpointer query, GError **error);
/* Those at places, all of them. */
gboolean meso_patient_query_read (MesoStoreContext *context, gpointer query, GError **error);
void     meso_patient_query_free (gpointer query);

G_END_DECLS
