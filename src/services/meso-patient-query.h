/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientQuery:
 * @serial: the asker's own number of it
 * @text: what is looked for; "" for everyone, in the order of names
 * @counts: whether @total is asked for too: how many patients are on file
 * @patients: (nullable) (element-type MesoPatient): the answer
 *
 * Private to services: what a list of patients asks of the store at once.
 */
typedef struct
{
  guint serial;
  char *text;
  guint offset;
  guint limit;
  gboolean counts;
  GPtrArray *patients;
  guint64 total;
} MesoPatientQuery;

/* A unit of work, and what frees its data. */
gboolean meso_patient_query_run  (MesoStoreContext *context, gpointer query, GError **error);
void     meso_patient_query_free (gpointer query);

G_END_DECLS
