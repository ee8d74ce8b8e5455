/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-saving.h"

#include <glib/gi18n.h>

#include "meso-audit-service.h"
#include "meso-patient-words.h"
#include "meso-record-service.h"
#include "meso-text.h"

/* How far back in the log the change is looked for: it was made while a form was open. */
#define AUDIT_ROWS 500

MesoPatientSave *
meso_patient_save_new (MesoPatientRecord *record,
                       MesoCalendarDate  today)
{
  MesoPatientSave *self = g_new0 (MesoPatientSave, 1);

  self->record = record;
  self->today = today;
  return self;
}

void
meso_patient_save_free (MesoPatientSave *self)
{
  meso_patient_record_free (self->record);
  g_free (self);
}

void
meso_patient_saved_free (MesoPatientSaved *self)
{
  g_clear_pointer (&self->record, meso_patient_record_free);
  g_free (self->changed_by);
  g_free (self);
}

char *
meso_patient_saved_dup_words (const MesoPatientSaved *self,
                              MesoContext            *context,
                              gboolean                is_new)
{
  const MesoPatient *patient = self->record->patient;
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *who = meso_words_isolate (name);
  g_autofree char *number = meso_context_localise_digits (context, patient->file_number);
  g_autofree char *file = meso_text_isolate (number);

  /* Translators: the number of a new record, and a patient's name, which may be too long for all of it to be seen */
  return is_new ? g_strdup_printf (_("On file as %s: %s"), file, who) : g_strdup_printf (_("The record of %s was changed"), who);
}

/* (transfer full) (nullable) */
static char *
find_who_changed (MesoClinic *clinic,
                  const char *id)
{
  g_autoptr(GPtrArray) rows = meso_audit_service_list (clinic, AUDIT_ROWS, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MesoAuditRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->entity, "patient") == 0 && g_strcmp0 (row->entity_id, id) == 0 && g_strcmp0 (row->action, "update") == 0)
        return g_strdup (row->staff);
    }
  return NULL;
}

/* A refusal because of the revision is an answer; every other one an error. */
static MesoPatientSaved *
look_at_conflict (MesoClinic       *clinic,
                  MesoPatientSave  *save,
                  GError           *refusal,
                  GError          **error)
{
  g_autoptr(MesoPatientRecord) on_file = meso_record_service_get (clinic, save->record->patient->id, NULL);
  MesoPatientSaved *saved;

  if (on_file == NULL || on_file->patient->revision == save->record->patient->revision)
    {
      g_propagate_error (error, refusal);
      return NULL;
    }
  g_error_free (refusal);
  saved = g_new0 (MesoPatientSaved, 1);
  saved->changed_by = find_who_changed (clinic, on_file->patient->id);
  saved->record = g_steal_pointer (&on_file);
  return saved;
}

gpointer
meso_patient_save_run (MesoClinic  *clinic,
                       gpointer     request,
                       GError     **error)
{
  MesoPatientSave *save = request;
  MesoPatientSaved *saved;
  GError *local_error = NULL;
  MesoPatientRecord *record;

  if (save->record->patient->id == NULL)
    record = meso_record_service_add (clinic, save->record, save->today, error);
  else
    {
      record = meso_record_service_update (clinic, save->record, save->today, &local_error);
      if (g_error_matches (local_error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED))
        return look_at_conflict (clinic, save, local_error, error);
      if (local_error != NULL)
        g_propagate_error (error, local_error);
    }
  if (record == NULL)
    return NULL;
  saved = g_new0 (MesoPatientSaved, 1);
  saved->record = record;
  saved->stored = TRUE;
  return saved;
}
