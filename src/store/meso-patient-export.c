/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-export.h"

#include "meso-health-item-rows.h"
#include "meso-patient-rows.h"
#include "meso-store-private.h"

/* $1: whether current ones, $2: whether archived ones */
#define THOSE \
  " FROM patient p WHERE p.erased_at IS NULL AND (p.archived = 0 AND $1 OR p.archived = 1 AND $2)" \
  " AND NOT EXISTS (SELECT 1 FROM patient_link l WHERE l.duplicate = p.id AND l.unlinked_at IS NULL)"

/**
 * meso_patient_export_count:
 * @who: whom
 * @count_out: (out): how many there are
 *
 * Returns: whether they could be counted
 */
gboolean
meso_patient_export_count (MesoStoreContext *context, MesoPatientExportWho who, gint64 *count_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error, "SELECT count(*)" THOSE,
    I (who != MESO_PATIENT_EXPORT_ARCHIVED), I (who != MESO_PATIENT_EXPORT_CURRENT));

  if (row == NULL)
    return FALSE;
  *count_out = meso_sqlite_statement_next (row) ? meso_sqlite_statement_get_int (row, 0) : 0;
  return meso_sqlite_statement_finish (row, error);
}

/* What a merged record says of its person's health stands with the one that is kept. */
static gboolean
may_have_items (const MesoPatient *patient, gboolean merged)
{
  return merged || patient->allergies_asked == MESO_ASKED_LISTED || patient->medicines_asked == MESO_ASKED_LISTED
         || patient->conditions_asked == MESO_ASKED_LISTED;
}

static gboolean
tell_one (MesoStoreContext *context, MesoSqliteStatement *row, MesoPatientExportFunc func, gpointer data, GError **error)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_rows_read (row));

  if (may_have_items (record->patient, meso_sqlite_statement_get_int (row, MESO_PATIENT_N_COLUMNS) > 0))
    {
      GPtrArray *items = meso_health_item_rows_list (context, record->patient->id, error);

      if (items == NULL)
        return FALSE;
      g_ptr_array_unref (record->items);
      record->items = items;
    }
  return func (record, data, error);
}

/**
 * meso_patient_export_each:
 * @who: whom
 * @func: (scope call): gets them one after the other
 *
 * Returns: whether all were told
 */
gboolean
meso_patient_export_each (MesoStoreContext *context, MesoPatientExportWho who, MesoPatientExportFunc func, gpointer data,
                          GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " MESO_PATIENT_COLUMNS ", EXISTS (SELECT 1 FROM patient_link k WHERE k.kept = p.id AND k.unlinked_at IS NULL)"
    THOSE " ORDER BY p.number",
    I (who != MESO_PATIENT_EXPORT_ARCHIVED), I (who != MESO_PATIENT_EXPORT_CURRENT));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    if (!tell_one (context, rows, func, data, error))
      return FALSE;
  return meso_sqlite_statement_finish (rows, error);
}
