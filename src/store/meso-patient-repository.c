/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"

#include "meso-patient-changes.h"
#include "meso-patient-index.h"
#include "meso-patient-terms.h"
#include "meso-patient-rows.h"
#include "meso-store-private.h"

/**
 * meso_patient_repository_insert:
 * @staff: who enters it
 * @patient: a checked and normalised record without an id; without a file number, one is given out
 *
 * Returns: (transfer full): the record as stored
 */
MesoPatient *
meso_patient_repository_insert (MesoStoreContext *context, const char *staff, const MesoPatient *patient, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  gint64 number = 0;

  g_return_val_if_fail (patient->id == NULL, NULL);

  meso_patient_changes_settle_asked (NULL, stored);
  return meso_patient_changes_insert (context, staff, stored, body, &number, error)
         && meso_patient_index_add (context->connection, number, stored, error) ? g_steal_pointer (&stored) : NULL;
}

/**
 * meso_patient_repository_update:
 * @patient: the record as it shall be, checked and normalised, with the revision that it was read at
 * @reason: (nullable): why, when someone said
 *
 * Changes a record; old and new values of what changed go into the audit. When someone else changed it since it was read, nothing
 * is overwritten: %MESO_STORE_ERROR_CHANGED.
 */
gboolean
meso_patient_repository_update (MesoStoreContext *context, const char *staff, const MesoPatient *patient, const char *reason,
                                GError **error)
{
  g_autoptr(MesoPatient) old = meso_patient_rows_find (context, patient->id, error);
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (old == NULL || !meso_patient_changes_is_current (old, patient, error))
    return FALSE;
  meso_patient_changes_settle_asked (old, stored);
  return meso_patient_changes_update (context, staff, old, stored, body, reason, error);
}

/**
 * meso_patient_repository_get:
 *
 * Returns: (transfer full): the record; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoPatient *
meso_patient_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  return meso_patient_rows_find (context, id, error);
}

/**
 * meso_patient_repository_get_by_file_number:
 *
 * Returns: (transfer full): the record; any digit form, leading zeros alike
 */
MesoPatient *
meso_patient_repository_get_by_file_number (MesoStoreContext *context, const char *file_number, GError **error)
{
  g_autofree char *key = meso_patient_terms_file_number_key (file_number);
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT " MESO_PATIENT_COLUMNS " FROM patient p WHERE p.file_number_key = $1", T (key));

  return row != NULL ? meso_patient_rows_read_one (row, file_number, error) : NULL;
}
