/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-records.h"

#include "meso-demo-health.h"
#include "meso-patient-bulk.h"

/* It was filled before the story begins. */
#define DAYS_AGO (3 * 365)
#define BETWEEN_REPORTS 256

/* Of the work that a record makes, this much is done when the row is there; the rest is the order and the search. */
#define ROWS_PERCENT 70

/**
 * meso_demo_card_clear:
 * @self: a card
 *
 * Lets go of what it holds.
 */
void
meso_demo_card_clear (MesoDemoCard *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->says, g_free);
}

static guint64
get_rows (const MesoDemoRecords *self)
{
  return (guint64) self->records * ROWS_PERCENT / 100;
}

static gboolean
tell_order (guint64  done,
            guint64  of,
            gpointer data)
{
  const MesoDemoRecords *self = data;
  guint64 rest = self->records - get_rows (self);

  return meso_operation_report (self->operation, get_rows (self) + (of > 0 ? rest * done / of : rest), self->total, NULL);
}

/* Evenly, one of so many */
static gboolean
comes (const MesoDemoRecords *self,
       guint64                i)
{
  return i * self->coming / self->records != (i + 1) * self->coming / self->records;
}

static gboolean
add (MesoDemoRecords          *self,
     MesoPatientBulk          *bulk,
     const MesoPatientRecord  *record,
     gboolean                  coming,
     GError                  **error)
{
  MesoDemoCard card = {
    .sex = record->patient->sex, .birth_date = meso_patient_get_latest_birth (record->patient),
    .weight_g = record->patient->weight_g,
  };

  if (!meso_patient_bulk_add_record (bulk, record, coming ? &card.id : NULL, error))
    return FALSE;
  if (!coming)
    return TRUE;
  card.says = meso_demo_health_dup_answers (record);
  g_array_append_val (self->cards, card);
  return TRUE;
}

static gboolean
add_all (MesoDemoRecords  *self,
         MesoDemoWorld    *world,
         MesoPatientBulk  *bulk,
         GError          **error)
{
  MesoCalendarDate day = meso_calendar_date_add_days (world->today, -DAYS_AGO);

  for (guint64 i = 0; i < self->records; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (world->people, day);

      if (i % BETWEEN_REPORTS == 0 && !meso_operation_report (self->operation, get_rows (self) * i / self->records, self->total, error))
        return FALSE;
      if (!add (self, bulk, record, comes (self, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_demo_records_bring:
 * @self: how many records are wanted; takes the cards of those who come
 * @world: the demo's world
 * @context: the unit of work that this happens in
 *
 * Returns: whether all of them are stored
 */
gboolean
meso_demo_records_bring (MesoDemoRecords   *self,
                         MesoDemoWorld     *world,
                         MesoStoreContext  *context,
                         GError           **error)
{
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, world->desk, self->records, error);

  return bulk != NULL && add_all (self, world, bulk, error) && meso_patient_bulk_finish (bulk, tell_order, self, error);
}
