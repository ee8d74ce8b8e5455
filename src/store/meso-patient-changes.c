/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-changes.h"

#include "meso-audit-log.h"
#include "meso-patient-index.h"
#include "meso-patient-record.h"
#include "meso-patient-rows.h"
#include "meso-patient-twin-index.h"
#include "meso-store-private.h"

static gboolean
take_next_number (MesoStoreContext *context, gint64 *number_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "UPDATE number_sequence SET next = next + 1 WHERE name = $1 RETURNING next - 1", T ("file-number"));

  if (row == NULL)
    return FALSE;
  if (!meso_sqlite_statement_next (row))
    {
      if (meso_sqlite_statement_finish (row, error))
        meso_store_context_set_no_record (error, "number sequence", "file-number");
      return FALSE;
    }
  *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
is_number_taken (MesoStoreContext *context, gint64 number, gboolean *taken_out, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT 1 FROM patient WHERE file_number_key = $1", T (key));

  if (row == NULL)
    return FALSE;
  *taken_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/* Numbers are given out once. Those that someone typed may be in the way, however many: then the next. */
static char *
allocate_file_number (MesoStoreContext *context, GError **error)
{
  gboolean taken = TRUE;
  gint64 number = 0;

  while (taken)
    if (!take_next_number (context, &number, error) || !is_number_taken (context, number, &taken, error))
      return NULL;
  return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
}

static void
fill_texts (MesoPatient *patient)
{
  char **text;

  for (guint i = 0; (text = meso_patient_get_text (patient, i)) != NULL; i++)
    if (*text == NULL)
      *text = g_strdup ("");
}

/* (transfer none): what each field holds of somebody of whom nothing was said; the same for everyone who comes */
static const GPtrArray *
get_blank_fields (void)
{
  static GPtrArray *blank;

  if (g_once_init_enter_pointer (&blank))
    {
      g_autoptr(MesoPatient) nobody = meso_patient_new ();
      GPtrArray *made = g_ptr_array_new ();

      for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
        g_ptr_array_add (made, meso_patient_dup_field (nobody, *field));
      g_once_init_leave_pointer (&blank, made);
    }
  return blank;
}

/* old is NULL for someone new: of them, only what was said is told. */
static void
describe (MesoAuditBody *body, const MesoPatient *old, const MesoPatient *patient)
{
  const GPtrArray *blank = get_blank_fields ();
  const char *const *fields = meso_patient_fields ();

  for (guint i = 0; i < blank->len; i++)
    {
      g_autofree char *before = old != NULL ? meso_patient_dup_field (old, fields[i]) : NULL;
      g_autofree char *after = meso_patient_dup_field (patient, fields[i]);

      meso_audit_body_add (body, fields[i], old != NULL ? before : g_ptr_array_index (blank, i), after);
    }
}

static gboolean
has_no_file_number (const MesoPatient *patient)
{
  return patient->file_number == NULL || *patient->file_number == '\0';
}

void
meso_patient_changes_complete (MesoPatient *stored, MesoAuditBody *body)
{
  stored->revision = 1;
  fill_texts (stored);
  describe (body, NULL, stored);
}

gboolean
meso_patient_changes_enter_many (MesoStoreContext *context, const char *staff, const GPtrArray *patients, const GPtrArray *bodies,
                                 gint64 first, GError **error)
{
  g_autoptr(GArray) notes = g_array_sized_new (FALSE, FALSE, sizeof (MesoAuditNote), patients->len);

  for (guint i = 0; i < patients->len; i++)
    {
      const MesoPatient *stored = g_ptr_array_index (patients, i);
      MesoAuditNote note = { stored->id, meso_audit_body_get (g_ptr_array_index (bodies, i)) };

      g_array_append_val (notes, note);
    }
  return meso_patient_rows_insert_many (context, staff, patients, first, error)
         && meso_audit_log_append_many (context, staff, "create", "patient", notes, error);
}

gboolean
meso_patient_changes_insert (MesoStoreContext *context, const char *staff, MesoPatient *stored, MesoAuditBody *body,
                             gint64 *number_out, GError **error)
{
  if (stored->id == NULL)
    stored->id = g_uuid_string_random ();
  if (has_no_file_number (stored))
    {
      g_free (stored->file_number);
      stored->file_number = allocate_file_number (context, error);
      if (stored->file_number == NULL)
        return FALSE;
    }
  meso_patient_changes_complete (stored, body);
  if (!meso_patient_rows_insert (context, staff, stored, number_out, error)
      || !meso_audit_log_append (context, staff, "create", "patient", stored->id, "", meso_audit_body_get (body), error)
      || !meso_patient_twin_index_add (context->connection, *number_out, stored, error))
    return FALSE;
  meso_store_context_changed (context, "patient", stored->id);
  return TRUE;
}

gboolean
meso_patient_changes_is_current (const MesoPatient *on_file, const MesoPatient *edited, GError **error)
{
  if (on_file->revision == edited->revision)
    return TRUE;
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CHANGED, "The record %s was changed by someone else meanwhile. %s",
               on_file->file_number, meso_store_error_get_sentence (MESO_STORE_ERROR_CHANGED));
  return FALSE;
}

void
meso_patient_changes_settle_asked (const MesoPatient *on_file, MesoPatient *edited)
{
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      MesoAsked *asked = meso_patient_asked_of (edited, kind);

      if (*asked != MESO_ASKED_NONE)
        *asked = on_file != NULL && *meso_patient_asked_of ((MesoPatient *) on_file, kind) == MESO_ASKED_LISTED ? MESO_ASKED_LISTED
                                                                                                             : MESO_ASKED_NOT;
    }
}

gboolean
meso_patient_changes_update (MesoStoreContext *context, const char *staff, const MesoPatient *old, MesoPatient *stored,
                             MesoAuditBody *body, const char *reason, GError **error)
{
  gint64 number = 0;

  fill_texts (stored);
  if (has_no_file_number (stored))
    g_set_str (&stored->file_number, old->file_number);
  describe (body, old, stored);
  if (meso_audit_body_is_empty (body))
    return TRUE;
  meso_store_context_changed (context, "patient", stored->id);
  return meso_patient_rows_update (context, staff, stored, &number, error)
         && meso_patient_twin_index_remove (context->connection, number, old, error)
         && meso_patient_twin_index_add (context->connection, number, stored, error)
         && meso_audit_log_append (context, staff, "update", "patient", stored->id, reason, meso_audit_body_get (body), error)
         /* last, as in an insertion */
         && meso_patient_index_renew (context->connection, stored->id, error);
}
