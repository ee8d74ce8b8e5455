/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-repository.h"

#include "meso-core-error.h"
#include "meso-health-item-rows.h"
#include "meso-patient-changes.h"
#include "meso-patient-index.h"
#include "meso-patient-rows.h"
#include "meso-store-private.h"
#include "meso-text.h"

/**
 * meso_record_repository_get:
 *
 * Returns: (transfer full): the record; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoPatientRecord *
meso_record_repository_get (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoPatientRecord) record = NULL;
  MesoPatient *found = meso_patient_rows_find (context, patient, error);
  GPtrArray *items;

  if (found == NULL)
    return NULL;
  record = meso_patient_record_new (found);
  items = meso_health_item_rows_list (context, patient, error);
  if (items == NULL)
    return NULL;
  g_ptr_array_unref (record->items);
  record->items = items;
  return g_steal_pointer (&record);
}

/* (transfer full): a list of one kind, a line each, with what became of it. What was replaced stands there as it is now. */
static char *
write_list (const MesoPatientRecord *record, MesoHealthKind kind)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);
      g_autofree char *line = NULL;

      if (item->kind != kind || item->status == MESO_HEALTH_REPLACED)
        continue;
      line = meso_health_item_dup_line (item);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      if (item->status != MESO_HEALTH_ACTIVE)
        g_string_append_printf (lines, " (%s%s%s)", meso_health_status_to_string (item->status),
                                *item->reason != '\0' ? ": " : "", item->reason);
    }
  return g_string_free (lines, FALSE);
}

/**
 * meso_record_repository_describe_lists:
 * @old: (nullable): the record as it was; %NULL for someone new
 *
 * Notes what changed in the lists of a record, for its audit row.
 */
void
meso_record_repository_describe_lists (MesoAuditBody *body, const MesoPatientRecord *old, const MesoPatientRecord *record)
{
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      g_autofree char *before = old != NULL ? write_list (old, kind) : g_strdup ("");
      g_autofree char *after = write_list (record, kind);

      meso_audit_body_add (body, meso_health_kind_to_list (kind), before, after);
    }
}

static gboolean
is_new (const MesoHealthItem *item, GError **error)
{
  if (item->id == NULL && item->status != MESO_HEALTH_REPLACED && item->status != MESO_HEALTH_ENTERED_IN_ERROR)
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "%s: what is newly listed holds, or held once.",
               meso_health_kind_to_list (item->kind));
  return FALSE;
}

/**
 * meso_record_repository_insert:
 * @record: a record of which nothing is stored yet
 *
 * Returns: (transfer full): the record as stored
 */
MesoPatientRecord *
meso_record_repository_insert (MesoStoreContext *context, const char *staff, const MesoPatientRecord *record, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (record->patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  gint64 number = 0;

  g_return_val_if_fail (record->patient->id == NULL, NULL);

  meso_patient_changes_settle_asked (NULL, stored);
  meso_record_repository_describe_lists (body, NULL, record);
  if (!meso_patient_changes_insert (context, staff, stored, body, &number, error))
    return NULL;
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      if (!is_new (item, error) || !meso_health_item_rows_insert (context, staff, stored->id, item, error))
        return NULL;
    }
  if (!meso_patient_index_add (context->connection, number, stored, error))
    return NULL;
  return meso_record_repository_get (context, stored->id, error);
}

static const MesoHealthItem *
find_item (const GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return NULL;
}

/* What was replaced or entered in error stays as it is, whatever a list says of it. */
static gboolean
change_item (MesoStoreContext *context, const char *staff, const MesoHealthItem *on_file, const MesoHealthItem *item, GError **error)
{
  gboolean same = meso_health_item_says_same (on_file, item);

  if (on_file->status == MESO_HEALTH_REPLACED || on_file->status == MESO_HEALTH_ENTERED_IN_ERROR
      || (same && item->status == on_file->status))
    return TRUE;
  if (item->status == MESO_HEALTH_ENTERED_IN_ERROR || (same && item->status == MESO_HEALTH_ENDED))
    return meso_health_item_rows_end (context, staff, on_file->id, item->status, item->reason, error);
  if (item->status == MESO_HEALTH_REPLACED)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "%s: a line is replaced by another one, not by saying so.",
                   meso_health_kind_to_list (item->kind));
      return FALSE;
    }
  return meso_health_item_rows_replace (context, staff, on_file, item, error);
}

static gboolean
keep_items (MesoStoreContext *context, const char *staff, const MesoPatientRecord *old, const MesoPatientRecord *record,
            GError **error)
{
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);
      const MesoHealthItem *on_file = item->id != NULL ? find_item (old->items, item->id) : NULL;
      gboolean ok;

      if (item->id == NULL)
        ok = is_new (item, error) && meso_health_item_rows_insert (context, staff, old->patient->id, item, error);
      else if (on_file != NULL && on_file->kind == item->kind)
        ok = change_item (context, staff, on_file, item, error);
      else
        {
          meso_store_context_set_no_record (error, meso_health_kind_to_string (item->kind), item->id);
          return FALSE;
        }
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_items (MesoStoreContext *context, const char *staff, const MesoPatientRecord *old, const MesoPatientRecord *record, GError **error)
{
  for (guint i = 0; i < old->items->len; i++)
    {
      const MesoHealthItem *on_file = g_ptr_array_index (old->items, i);

      if (on_file->status != MESO_HEALTH_ACTIVE || find_item (record->items, on_file->id) != NULL)
        continue;
      if (on_file->kind == MESO_HEALTH_ALLERGY)
        {
          g_autofree char *what = meso_text_quote (on_file->what);

          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "allergies: %s is on file and missing here. Keep it, or say why it doesn't hold any more.", what);
          return FALSE;
        }
      if (!meso_health_item_rows_end (context, staff, on_file->id, MESO_HEALTH_ENDED, "", error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_record_repository_update:
 * @record: the record as it shall be
 * @reason: (nullable): why, when someone said
 *
 * Returns: (transfer full): the record as stored
 */
MesoPatientRecord *
meso_record_repository_update (MesoStoreContext *context, const char *staff, const MesoPatientRecord *record, const char *reason,
                               GError **error)
{
  g_autoptr(MesoPatientRecord) old = meso_record_repository_get (context, record->patient->id, error);
  g_autoptr(MesoPatient) stored = meso_patient_copy (record->patient);
  g_autoptr(MesoPatientRecord) listed = NULL;
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (old == NULL || !meso_patient_changes_is_current (old->patient, record->patient, error)
      || !keep_items (context, staff, old, record, error) || !end_items (context, staff, old, record, error))
    return NULL;
  listed = meso_record_repository_get (context, old->patient->id, error);
  if (listed == NULL)
    return NULL;
  meso_patient_changes_settle_asked (listed->patient, stored);
  meso_record_repository_describe_lists (body, old, listed);
  if (!meso_patient_changes_update (context, staff, old->patient, stored, body, reason, error))
    return NULL;
  return meso_record_repository_get (context, old->patient->id, error);
}
