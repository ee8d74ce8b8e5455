/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-bulk.h"

#include "meso-health-item-rows.h"
#include "meso-patient-changes.h"
#include "meso-patient-index.h"
#include "meso-patient-twin-index.h"
#include "meso-record-repository.h"
#include "meso-store-private.h"

/* Fewer are put into the index of names one by one. */
#define MANY 1000

/* So many are written at a time. */
#define LOT 256

/* The middle of an id counts: so many bits. */
#define COUNT_BITS 24

struct _MesoPatientBulk
{
  MesoStoreContext *context;
  char *staff;
  gint64 before;          /* the highest row there was */
  guint64 people;         /* in the order of names when it began */
  guint64 added;
  gint64 milliseconds;
  char *names_index;      /* (nullable): how the index of names is made again, while there is none */
  gboolean has_twin_keys; /* somebody knew them, and gave them */
  GPtrArray *patients;    /* MesoPatient: the last that were added, complete, not written yet */
  GPtrArray *bodies;      /* MesoAuditBody of each */
  GPtrArray *items;       /* GPtrArray of MesoHealthItem, (nullable), of each */
  gboolean brought;       /* whether one of them brought its file number */
  gint64 first_number;    /* the next file number when it began, and now: kept here, and written when all are in */
  gint64 next_number;
};

static gboolean
get_int (MesoPatientBulk *self, const char *sql, gint64 *value_out, GError **error)
{
  return meso_sqlite_connection_get_int (self->context->connection, sql, value_out, error);
}

/* An index that is filled in no order at all takes longer by far than one that is made of what is there. */
static gboolean
drop_names_index (MesoPatientBulk *self, GError **error)
{
  {
    g_autoptr(MesoSqliteStatement) row = meso_store_context_query_plain (self->context, error,
      "SELECT sql FROM sqlite_schema WHERE name = 'patient_by_name'");

    if (row == NULL)
      return FALSE;
    if (meso_sqlite_statement_next (row))
      self->names_index = meso_sqlite_statement_dup_text (row, 0);
    if (!meso_sqlite_statement_finish (row, error))
      return FALSE;
  }
  return meso_sqlite_connection_run_script (self->context->connection, "DROP INDEX patient_by_name", error);
}

static gboolean
is_most (MesoPatientBulk *self, guint64 added)
{
  return added > MANY && added > self->people / 2;
}

static void
free_items (GPtrArray *items)
{
  g_clear_pointer (&items, g_ptr_array_unref);
}

/**
 * meso_patient_bulk_begin:
 * @context: a unit of work that writes, with no statement in use
 * @staff: who enters them
 * @expected: about how many will come; 0 when that isn't known
 *
 * Returns: (transfer full): what takes them
 */
MesoPatientBulk *
meso_patient_bulk_begin (MesoStoreContext *context, const char *staff, guint64 expected, GError **error)
{
  g_autoptr(MesoPatientBulk) self = g_new0 (MesoPatientBulk, 1);
  gint64 people = 0;

  self->context = context;
  self->staff = g_strdup (staff);
  self->milliseconds = g_get_real_time () / 1000;
  self->patients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_audit_body_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_items);
  if (!get_int (self, "SELECT max (number) FROM patient", &self->before, error)
      || !get_int (self, "SELECT count(*) FROM patient_order", &people, error))
    return NULL;
  self->people = (guint64) people;
  if (!get_int (self, "SELECT next FROM number_sequence WHERE name = 'file-number'", &self->first_number, error))
    return NULL;
  self->next_number = self->first_number;
  if (is_most (self, expected) && !drop_names_index (self, error))
    return NULL;
  meso_sqlite_connection_set_large (context->connection, TRUE);
  return g_steal_pointer (&self);
}

/**
 * meso_patient_bulk_free:
 * @self: (transfer full): a bulk; without meso_patient_bulk_finish (), the unit of work must have failed
 */
void
meso_patient_bulk_free (MesoPatientBulk *self)
{
  meso_sqlite_connection_set_large (self->context->connection, FALSE);
  g_ptr_array_unref (self->patients);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->items);
  g_free (self->staff);
  g_free (self->names_index);
  g_free (self);
}

/* (transfer full): a UUID of version 7: it begins with the time and goes on with a count, so that the index of ids is filled at
 * its end. The last 48 bits are chance. */
static char *
make_id (MesoPatientBulk *self)
{
  guint64 count = self->added & ((1u << COUNT_BITS) - 1);
  gint64 milliseconds = self->milliseconds + (gint64) (self->added >> COUNT_BITS);

  return g_strdup_printf ("%08x-%04x-7%03x-8%03x-%04x%08x", (guint) (milliseconds >> 16), (guint) (milliseconds & 0xffff),
                          (guint) (count >> 12), (guint) (count & 0xfff), g_random_int () & 0xffff, g_random_int ());
}

static gboolean
write_items (MesoPatientBulk *self, const char *id, const GPtrArray *items, GError **error)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!meso_health_item_rows_insert (self->context, self->staff, id, g_ptr_array_index (items, i), error))
      return FALSE;
  return TRUE;
}

/* What was added and isn't written yet. */
static gboolean
write_lot (MesoPatientBulk *self, GError **error)
{
  gint64 first = self->before + (gint64) (self->added - self->patients->len) + 1;

  if (!meso_patient_changes_enter_many (self->context, self->staff, self->patients, self->bodies, first, error))
    return FALSE;
  for (guint i = 0; i < self->patients->len; i++)
    if (!write_items (self, ((MesoPatient *) g_ptr_array_index (self->patients, i))->id, g_ptr_array_index (self->items, i), error))
      return FALSE;
  g_ptr_array_set_size (self->patients, 0);
  g_ptr_array_set_size (self->bodies, 0);
  g_ptr_array_set_size (self->items, 0);
  self->brought = FALSE;
  return TRUE;
}

/* As for one patient; but a million times the same row would be written, and one that is in the way is rare. */
static gboolean
give_file_number (MesoPatientBulk *self, MesoPatient *stored, GError **error)
{
  gboolean taken = TRUE;

  /* Those that somebody typed are looked for among the rows. */
  if (self->brought && !write_lot (self, error))
    return FALSE;
  while (taken)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, self->next_number++);
      g_autoptr(MesoSqliteStatement) row =
        meso_store_context_query (self->context, error, "SELECT 1 FROM patient WHERE file_number_key = $1", T (key));

      if (row == NULL)
        return FALSE;
      taken = meso_sqlite_statement_next (row);
      if (!meso_sqlite_statement_finish (row, error))
        return FALSE;
    }
  g_free (stored->file_number);
  stored->file_number = g_strdup_printf ("%04" G_GINT64_FORMAT, self->next_number - 1);
  return TRUE;
}

static gboolean
store_next_number (MesoPatientBulk *self, GError **error)
{
  return self->next_number == self->first_number
         || meso_store_context_execute (self->context, error, "UPDATE number_sequence SET next = $1 WHERE name = 'file-number'",
                                        I (self->next_number));
}

/* Gives stored its id and file number; body has what the audit is to know beside it. */
static gboolean
complete (MesoPatientBulk *self, MesoPatient *stored, MesoAuditBody *body, GError **error)
{
  if (stored->file_number != NULL && *stored->file_number != '\0')
    self->brought = TRUE;
  else if (!give_file_number (self, stored, error))
    return FALSE;
  stored->id = make_id (self);
  meso_patient_changes_complete (stored, body);
  return TRUE;
}

/* stored and body: (transfer full): complete. items: (nullable) */
static gboolean
enter (MesoPatientBulk *self, MesoPatient *stored, MesoAuditBody *body, GPtrArray *items, GError **error)
{
  g_ptr_array_add (self->patients, stored);
  g_ptr_array_add (self->bodies, body);
  g_ptr_array_add (self->items, items != NULL ? g_ptr_array_ref (items) : NULL);
  self->added++;
  return self->patients->len < LOT || write_lot (self, error);
}

/**
 * meso_patient_bulk_add:
 * @patient: a checked and normalised record without an id; without a file number, one is given out
 * @id_out: (out) (optional) (transfer full): what id it got
 * @file_number_out: (out) (optional) (transfer full): under what number it is on file
 *
 * Rows are written several at a time, the last ones by meso_patient_bulk_finish ().
 *
 * Returns: whether all goes well so far
 */
gboolean
meso_patient_bulk_add (MesoPatientBulk *self, const MesoPatient *patient, char **id_out, char **file_number_out, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  g_return_val_if_fail (patient->id == NULL, FALSE);

  if (!complete (self, stored, body, error))
    return FALSE;
  if (id_out != NULL)
    *id_out = g_strdup (stored->id);
  if (file_number_out != NULL)
    *file_number_out = g_strdup (stored->file_number);
  return enter (self, g_steal_pointer (&stored), g_steal_pointer (&body), NULL, error);
}

/**
 * meso_patient_bulk_add_record:
 * @record: a checked and normalised record of which nothing has an id
 * @id_out: (out) (optional) (transfer full): what id it got
 *
 * The same, together with what is known of the patient's health; the audit row names both. The items of @record are held, and must
 * not be changed any more.
 *
 * Returns: whether all goes well so far
 */
gboolean
meso_patient_bulk_add_record (MesoPatientBulk *self, const MesoPatientRecord *record, char **id_out, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (record->patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  g_return_val_if_fail (record->patient->id == NULL, FALSE);

  meso_patient_changes_settle_asked (NULL, stored);
  if (record->items->len > 0)
    meso_record_repository_describe_lists (body, NULL, record);
  if (!complete (self, stored, body, error))
    return FALSE;
  if (id_out != NULL)
    *id_out = g_strdup (stored->id);
  return enter (self, g_steal_pointer (&stored), g_steal_pointer (&body), record->items, error);
}

/**
 * meso_patient_bulk_get_last_number:
 *
 * Returns: the number of the row of who was added last
 */
gint64
meso_patient_bulk_get_last_number (MesoPatientBulk *self)
{
  return self->before + (gint64) self->added;
}

/**
 * meso_patient_bulk_add_twin_keys:
 * @keys: what those that were added are found by as twins, in the order of keys
 *
 * For who knows them already: all of them, in as many parts as may be; otherwise they are made at the end.
 *
 * Returns: whether they are there
 */
gboolean
meso_patient_bulk_add_twin_keys (MesoPatientBulk *self, const MesoPatientTwinKey *keys, gsize n_keys, GError **error)
{
  self->has_twin_keys = TRUE;
  return meso_patient_twin_index_insert (self->context->connection, keys, n_keys, error);
}

/* (transfer full) (element-type utf8): ids, in the order of names */
static GPtrArray *
list_added (MesoPatientBulk *self, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (self->context, error,
    /* +: they are few; the index of names would lead past everyone. */
    "SELECT id FROM patient WHERE number > $1 ORDER BY +sort_key, +file_number", I (self->before));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (ids, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
put_each (MesoPatientBulk *self, MesoPatientBulkProgress progress, gpointer data, GError **error)
{
  g_autoptr(GPtrArray) ids = list_added (self, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (progress != NULL && !progress (i, ids->len, data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was cancelled; nothing was changed.");
          return FALSE;
        }
      if (!meso_patient_index_renew (self->context->connection, g_ptr_array_index (ids, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_patient_bulk_finish:
 * @progress: (nullable) (scope call): told how far it is
 *
 * Makes places and words of all that were added; of everyone when those are the most.
 *
 * Returns: whether they can be found
 */
gboolean
meso_patient_bulk_finish (MesoPatientBulk *self, MesoPatientBulkProgress progress, gpointer data, GError **error)
{
  if (!write_lot (self, error))
    return FALSE;
  if (self->names_index != NULL)
    {
      if (!meso_sqlite_connection_run_script (self->context->connection, self->names_index, error))
        return FALSE;
      g_clear_pointer (&self->names_index, g_free);
    }
  if (self->added == 0)
    return TRUE;
  if (!store_next_number (self, error))
    return FALSE;
  meso_store_context_changed (self->context, "patient", "");
  if (!self->has_twin_keys && !meso_patient_twin_index_add_all (self->context->connection, self->before, error))
    return FALSE;
  if (is_most (self, self->added))
    return meso_patient_index_line_up (self->context->connection, progress, data, error);
  return put_each (self, progress, data, error);
}
