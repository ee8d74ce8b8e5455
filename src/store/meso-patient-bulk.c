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

/* As for one patient; but a million times the same row would be written, and one that is in the way is rare. */
static gboolean
give_file_number (MesoPatientBulk *self, MesoPatient *stored, GError **error)
{
  gboolean taken = TRUE;

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

/* stored gets its id and file number; body has what the audit is to know beside it. */
static gboolean
enter (MesoPatientBulk *self, MesoPatient *stored, MesoAuditBody *body, GError **error)
{
  gint64 number = 0;

  if ((stored->file_number == NULL || *stored->file_number == '\0') && !give_file_number (self, stored, error))
    return FALSE;
  stored->id = make_id (self);
  if (!meso_patient_changes_enter (self->context, self->staff, stored, body, &number, error))
    return FALSE;
  self->added++;
  return TRUE;
}

/**
 * meso_patient_bulk_add:
 * @patient: a checked and normalised record without an id; without a file number, one is given out
 * @id_out: (out) (optional) (transfer full): what id it got
 * @file_number_out: (out) (optional) (transfer full): under what number it is on file
 *
 * Returns: whether the row is there
 */
gboolean
meso_patient_bulk_add (MesoPatientBulk *self, const MesoPatient *patient, char **id_out, char **file_number_out, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  g_return_val_if_fail (patient->id == NULL, FALSE);

  if (!enter (self, stored, body, error))
    return FALSE;
  if (id_out != NULL)
    *id_out = g_steal_pointer (&stored->id);
  if (file_number_out != NULL)
    *file_number_out = g_steal_pointer (&stored->file_number);
  return TRUE;
}

/**
 * meso_patient_bulk_add_record:
 * @record: a checked and normalised record of which nothing has an id
 * @id_out: (out) (optional) (transfer full): what id it got
 *
 * The same, together with what is known of the patient's health; the audit row names both.
 *
 * Returns: whether the rows are there
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
  if (!enter (self, stored, body, error))
    return FALSE;
  for (guint i = 0; i < record->items->len; i++)
    if (!meso_health_item_rows_insert (self->context, self->staff, stored->id, g_ptr_array_index (record->items, i), error))
      return FALSE;
  if (id_out != NULL)
    *id_out = g_steal_pointer (&stored->id);
  return TRUE;
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
  if (!meso_patient_twin_index_add_all (self->context->connection, self->before, error))
    return FALSE;
  if (is_most (self, self->added))
    return meso_patient_index_line_up (self->context->connection, progress, data, error);
  return put_each (self, progress, data, error);
}
