/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-query.h"

#include "meso-patient-search.h"

/**
 * meso_patient_query_free:
 * @query: (transfer full): a query, and its answer
 */
void
meso_patient_query_free (gpointer query)
{
  MesoPatientQuery *self = query;

  g_clear_pointer (&self->patients, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * meso_patient_query_run:
 * @context: the unit of work that this happens in
 * @query: what is asked; the answer is put into it
 *
 * Returns: whether it is answered
 */
gboolean
meso_patient_query_run (MesoStoreContext  *context,
                        gpointer           query,
                        GError           **error)
{
  MesoPatientQuery *self = query;

  self->patients = *self->text != '\0'
                     ? meso_patient_search_find (context, self->text, self->limit, error)
                     : meso_patient_search_list (context, self->offset, self->limit, error);
  return self->patients != NULL && (!self->counts || meso_patient_search_count (context, &self->total, error));
}
