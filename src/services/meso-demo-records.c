/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-records.h"

#include "meso-demo-person.h"
#include "meso-patient-repository.h"

#define BETWEEN_REPORTS 256

/**
 * meso_demo_records_bring:
 * @world: the demo's world
 * @context: the unit of work that this happens in
 * @records: how many
 * @operation: (nullable): told how far it is, and stops it
 * @total: what @operation counts to
 *
 * Returns: whether all of them are stored
 */
gboolean
meso_demo_records_bring (MesoDemoWorld     *world,
                         MesoStoreContext  *context,
                         guint              records,
                         MesoOperation     *operation,
                         guint64            total,
                         GError           **error)
{
  for (guint i = 0; i < records; i++)
    {
      g_autoptr(MesoPatient) person = meso_demo_person_new (world->rand, world->today);
      g_autoptr(MesoPatient) stored = NULL;

      if (i % BETWEEN_REPORTS == 0 && !meso_operation_report (operation, i, total, error))
        return FALSE;
      stored = meso_patient_repository_insert (context, world->desk, person, error);
      if (stored == NULL)
        return FALSE;
    }
  return TRUE;
}
