/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-history-service.h"

#include "meso-clinic-private.h"
#include "meso-field-history.h"
#include "meso-patient-repository.h"
#include "meso-staff-names.h"

/**
 * meso_field_change_free:
 * @self: (transfer full) (nullable): a change
 */
void
meso_field_change_free (MesoFieldChange *self)
{
  if (self == NULL)
    return;
  g_free (self->at_utc);
  g_free (self->by);
  g_free (self->file_number);
  g_free (self->action);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->reason);
  g_free (self);
}

typedef struct
{
  const char *patient;
  const char *field;
  gint64 before;
  guint limit;
  GPtrArray *changes;
} Work;

/* The number of the record, which is the same for most rows. */
static const char *
find_file_number (MesoStoreContext  *context,
                  GHashTable        *file_numbers,
                  const char        *record,
                  GError           **error)
{
  const char *known = g_hash_table_lookup (file_numbers, record);
  g_autoptr(MesoPatient) patient = NULL;

  if (known != NULL)
    return known;
  patient = meso_patient_repository_get (context, record, error);
  if (patient == NULL)
    return NULL;
  g_hash_table_insert (file_numbers, g_strdup (record), g_strdup (patient->file_number));
  return g_hash_table_lookup (file_numbers, record);
}

/* row: its texts are taken */
static MesoFieldChange *
take_change (MesoFieldChangeRow *row,
             GHashTable         *names,
             const char         *file_number)
{
  MesoFieldChange *change = g_new0 (MesoFieldChange, 1);

  change->seq = row->seq;
  change->at_utc = g_steal_pointer (&row->at_utc);
  change->by = meso_staff_names_dup (names, row->staff);
  change->file_number = g_strdup (file_number);
  change->action = g_steal_pointer (&row->action);
  change->field = g_steal_pointer (&row->field);
  change->old_value = g_steal_pointer (&row->old_value);
  change->new_value = g_steal_pointer (&row->new_value);
  change->reason = g_steal_pointer (&row->reason);
  change->erased = row->erased;
  return change;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(GHashTable) file_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) names = meso_staff_names_load (context, error);
  g_autoptr(MesoPatient) patient = names != NULL ? meso_clinic_find_patient (context, work->patient, error) : NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (patient == NULL)
    return FALSE;
  rows = meso_field_history_list (context, patient->id, work->field, work->before, work->limit, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MesoFieldChangeRow *row = g_ptr_array_index (rows, i);
      const char *file_number = find_file_number (context, file_numbers, row->record, error);

      if (file_number == NULL)
        return FALSE;
      g_ptr_array_add (work->changes, take_change (row, names, file_number));
    }
  return rows != NULL;
}

/**
 * meso_patient_history_service_list:
 * @clinic: a clinic
 * @patient: an id or a file number, followed through merges; what was changed in records merged into it is there too
 * @field: (nullable): only this field, by its stable name; for the lists "allergies", "medicines" and "conditions"
 * @before: only what is older than this row of the log, 0 from the newest on
 * @limit: so many rows of the log at most, 0 for all
 *
 * Who changed what, when, from what. What a legal erasure took away shows as erased, whatever @field it was.
 *
 * Returns: (transfer full) (element-type MesoFieldChange): newest first; the next page begins before the last one's row
 */
GPtrArray *
meso_patient_history_service_list (MesoClinic  *clinic,
                                   const char  *patient,
                                   const char  *field,
                                   gint64       before,
                                   guint        limit,
                                   GError     **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_field_change_free);
  Work work = { .patient = patient, .field = field, .before = before, .limit = limit, .changes = changes };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? g_steal_pointer (&changes) : NULL;
}
