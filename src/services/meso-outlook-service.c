/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-service.h"

#include "meso-clinic-private.h"
#include "meso-outlook-repository.h"

typedef struct
{
  const char *const *patients;
  GPtrArray *outlooks;
} Work;

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  for (guint i = 0; work->patients[i] != NULL; i++)
    {
      MesoPatientOutlook *outlook = meso_outlook_repository_get (context, work->patients[i], error);

      if (outlook == NULL)
        return FALSE;
      g_ptr_array_add (work->outlooks, outlook);
    }
  return TRUE;
}

/**
 * meso_outlook_service_list:
 * @patients: (array zero-terminated=1): ids of records, as many as are in sight
 *
 * What a long list says of patients beside their records: what comes next, and what must not be overlooked.
 *
 * Returns: (transfer full) (element-type MesoPatientOutlook): one for each, in the same order, or %NULL
 */
GPtrArray *
meso_outlook_service_list (MesoClinic         *clinic,
                           const char *const  *patients,
                           GError            **error)
{
  Work work = { .patients = patients };

  work.outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_outlook_free);
  if (!meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error))
    g_clear_pointer (&work.outlooks, g_ptr_array_unref);
  return work.outlooks;
}
