/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-repository.h"

#include "meso-lot-finding.h"
#include "meso-store-private.h"

/* $1: a lot, or a patient. One row for each preparation and lot. What is looked up isn't joined: all there is would be gone through. */
#define ENTRIES(condition) \
  "SELECT draw.lot, p.id, sum (draw.volume_ul), p.mixed_at, substr (p.mixed_local, 1, 10)," \
  " EXISTS (SELECT 1 FROM preparation later WHERE later.amends = p.id)," \
  " EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'preparation' AND entity_id = p.id)," \
  " EXISTS (SELECT 1 FROM preparation_discard WHERE batch = p.batch)," \
  " (SELECT session FROM preparation_session given WHERE given.batch = p.batch)," \
  " (SELECT date FROM preparation_session given WHERE given.batch = p.batch)," \
  " p.patient, person.id, person.file_number, person.given_name, person.family_name, person.phone, person.second_phone, person.language" \
  " FROM preparation_draw draw JOIN preparation p ON p.id = draw.preparation" \
  " JOIN patient person ON person.id = (SELECT person FROM patient_person WHERE patient = p.patient)" \
  " WHERE " condition " GROUP BY draw.lot, p.id ORDER BY p.mixed_at, p.recorded_at, p.id, draw.lot"

static void
read_person (MesoRecallEntry *entry, MesoSqliteStatement *row)
{
  entry->patient = meso_sqlite_statement_dup_text (row, 10);
  entry->person = meso_sqlite_statement_dup_text (row, 11);
  entry->file_number = meso_sqlite_statement_dup_text (row, 12);
  entry->given_name = meso_sqlite_statement_dup_text (row, 13);
  entry->family_name = meso_sqlite_statement_dup_text (row, 14);
  entry->phone = meso_sqlite_statement_dup_text (row, 15);
  entry->second_phone = meso_sqlite_statement_dup_text (row, 16);
  entry->language = meso_sqlite_statement_dup_text (row, 17);
}

static MesoRecallEntry *
read_entry (MesoSqliteStatement *row)
{
  MesoRecallEntry *entry = g_new0 (MesoRecallEntry, 1);

  entry->lot = meso_sqlite_statement_dup_text (row, 0);
  entry->preparation = meso_sqlite_statement_dup_text (row, 1);
  entry->volume_ul = meso_sqlite_statement_get_int (row, 2);
  entry->mixed_at = meso_sqlite_statement_dup_text (row, 3);
  entry->mixed_on = meso_sqlite_statement_get_date (row, 4);
  entry->amended = meso_sqlite_statement_get_int (row, 5) != 0;
  entry->in_error = meso_sqlite_statement_get_int (row, 6) != 0;
  entry->discarded = meso_sqlite_statement_get_int (row, 7) != 0;
  entry->session = meso_sqlite_statement_dup_text (row, 8);
  entry->session_date = meso_sqlite_statement_get_date (row, 9);
  read_person (entry, row);
  return entry;
}

static gboolean
read_all (MesoSqliteStatement *rows, MesoRecall *recall, GError **error)
{
  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (recall->entries, read_entry (rows));
  return meso_sqlite_statement_finish (rows, error);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MesoRecallEntry *one = a, *other = b;

  return g_strcmp0 (one->mixed_at, other->mixed_at);
}

/**
 * meso_recall_repository_trace:
 * @id_or_number: a lot's id, or a number that lots bear or bore
 *
 * Lot → preparations, also those that were amended, discarded or entered in error → sessions → patients. Of a person with several
 * records, the one that is kept says how to reach them.
 *
 * Returns: (transfer full): the lots and where they went; %MESO_STORE_ERROR_NO_RECORD when there is no such lot
 */
MesoRecall *
meso_recall_repository_trace (MesoStoreContext *context, const char *id_or_number, GError **error)
{
  g_autoptr(MesoRecall) recall = meso_recall_new ();
  GPtrArray *lots = meso_lot_finding_find (context, id_or_number, error);

  if (lots == NULL)
    return NULL;
  g_ptr_array_unref (recall->lots);
  recall->lots = lots;
  if (lots->len == 0)
    {
      meso_store_context_set_no_record (error, "lot", id_or_number);
      return NULL;
    }
  for (guint i = 0; i < lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (lots, i);
      g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error, ENTRIES ("draw.lot = $1"), T (lot->id));

      if (!read_all (rows, recall, error))
        return NULL;
    }
  g_ptr_array_sort_values (recall->entries, compare_entries);
  return g_steal_pointer (&recall);
}

/**
 * meso_recall_repository_trace_person:
 * @patient: any record of the person
 *
 * Returns: (transfer full): all that was drawn for somebody, in the order of mixing, and the lots it came from
 */
MesoRecall *
meso_recall_repository_trace_person (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoRecall) recall = meso_recall_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, ENTRIES ("p.patient " IS_OF_PERSON ("$1")), T (patient));

  if (!read_all (rows, recall, error))
    return NULL;
  for (guint i = 0; i < recall->entries->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (recall->entries, i);
      MesoLot *lot;

      if (!g_hash_table_add (seen, entry->lot))
        continue;
      lot = meso_lot_finding_get (context, entry->lot, error);
      if (lot == NULL)
        return NULL;
      g_ptr_array_add (recall->lots, lot);
    }
  return g_steal_pointer (&recall);
}
