/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-records.h"

#include "meso-patient-bulk.h"

/* It was filled before the story begins. */
#define DAYS_AGO (3 * 365)
#define BETWEEN_REPORTS 256

/* Of the work that a record makes, this much is done when the row is there; the rest is the order and the search. */
#define ROWS_PERCENT 70

typedef struct
{
  MesoOperation *operation;     /* (nullable) */
  guint64 rows;                 /* as much of total is the rows */
  guint64 records;
  guint64 total;
} Progress;

static gboolean
tell_order (guint64  done,
            guint64  of,
            gpointer data)
{
  const Progress *self = data;
  guint64 rest = self->records - self->rows;

  return meso_operation_report (self->operation, self->rows + (of > 0 ? rest * done / of : rest), self->total, NULL);
}

static gboolean
add_all (MesoDemoWorld    *world,
         MesoPatientBulk  *bulk,
         const Progress   *progress,
         GError          **error)
{
  MesoCalendarDate day = meso_calendar_date_add_days (world->today, -DAYS_AGO);

  for (guint64 i = 0; i < progress->records; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (world->people, day);

      if (i % BETWEEN_REPORTS == 0 &&
          !meso_operation_report (progress->operation, progress->rows * i / progress->records, progress->total, error))
        return FALSE;
      if (!meso_patient_bulk_add_record (bulk, record, error))
        return FALSE;
    }
  return TRUE;
}

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
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, world->desk, records, error);
  Progress progress = { operation, (guint64) records * ROWS_PERCENT / 100, records, total };

  return bulk != NULL && add_all (world, bulk, &progress, error) && meso_patient_bulk_finish (bulk, tell_order, &progress, error);
}
