/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-records.h"

#include "meso-record-repository.h"

/* It was filled before the story begins. */
#define DAYS_AGO (3 * 365)
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
  MesoCalendarDate day = meso_calendar_date_add_days (world->today, -DAYS_AGO);

  for (guint i = 0; i < records; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (world->people, day);
      g_autoptr(MesoPatientRecord) stored = NULL;

      if (i % BETWEEN_REPORTS == 0 && !meso_operation_report (operation, i, total, error))
        return FALSE;
      stored = meso_record_repository_insert (context, world->desk, record, error);
      if (stored == NULL)
        return FALSE;
    }
  return TRUE;
}
