/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-file.h"

#include "meso-draft-service.h"
#include "meso-patient-service.h"
#include "meso-screening-protocol.h"
#include "meso-staff-service.h"

MesoScreeningRequest *
meso_screening_request_new (const char       *patient,
                            const char       *screening,
                            MesoCalendarDate  today)
{
  MesoScreeningRequest *self = g_new0 (MesoScreeningRequest, 1);

  self->patient = g_strdup (patient);
  self->screening = g_strdup (screening);
  self->today = today;
  return self;
}

void
meso_screening_request_free (gpointer request)
{
  MesoScreeningRequest *self = request;

  g_free (self->patient);
  g_free (self->screening);
  g_clear_pointer (&self->response, meso_questionnaire_response_free);
  g_clear_pointer (&self->record, meso_patient_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_free (self);
}

void
meso_screening_file_free (gpointer file)
{
  MesoScreeningFile *self = file;

  if (self == NULL)
    return;
  g_clear_pointer (&self->patient, meso_patient_free);
  g_clear_pointer (&self->chart, meso_chart_free);
  g_clear_pointer (&self->screening, meso_screening_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->protocol, meso_protocol_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self->draft);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreeningFile, meso_screening_file_free)

static gboolean
load_stored (MesoScreeningFile     *self,
             MesoClinic            *clinic,
             MesoScreeningRequest  *request,
             GError               **error)
{
  g_autoptr(MesoDraft) draft = NULL;

  self->screening = meso_screening_service_get (clinic, request->screening, &self->decisions, error);
  if (self->screening == NULL)
    return FALSE;
  /* What the findings say is stored with them: without the words around them they can still be read. */
  self->protocol = meso_screening_protocol_load (clinic, self->screening->verdict->protocol_hash, NULL);
  if (self->protocol == NULL)
    self->protocol = meso_protocol_ref (meso_clinic_get_protocol (clinic));
  self->eligibility = meso_eligibility_judge (self->screening, self->decisions, request->today);
  /* Reasons that can't be read are written again. */
  draft = meso_draft_service_get (clinic, MESO_DECISION_DRAFT, request->screening, NULL);
  if (draft != NULL)
    self->draft = g_strdup (draft->text);
  return TRUE;
}

gpointer
meso_screening_call_load (MesoClinic  *clinic,
                          gpointer     data,
                          GError     **error)
{
  MesoScreeningRequest *request = data;
  g_autoptr(MesoScreeningFile) self = g_new0 (MesoScreeningFile, 1);
  const char *patient;

  if (request->screening != NULL && !load_stored (self, clinic, request, error))
    return NULL;
  patient = self->screening != NULL ? self->screening->patient : request->patient;
  self->patient = meso_patient_service_get (clinic, patient, error);
  self->chart = self->patient != NULL ? meso_chart_service_get (clinic, patient, request->today, error) : NULL;
  self->staff = self->chart != NULL ? meso_staff_service_list (clinic, FALSE, error) : NULL;
  return self->staff != NULL ? g_steal_pointer (&self) : NULL;
}

gpointer
meso_screening_call_update (MesoClinic  *clinic,
                            gpointer     data,
                            GError     **error)
{
  MesoScreeningRequest *request = data;

  return meso_patient_service_update (clinic, request->record, request->today, error);
}

gpointer
meso_screening_call_record (MesoClinic  *clinic,
                            gpointer     data,
                            GError     **error)
{
  MesoScreeningRequest *request = data;
  char *id = NULL;
  g_autoptr(MesoVerdict) verdict = meso_screening_service_record (clinic, request->patient, request->response, request->today, &id,
                                                                  error);

  return verdict != NULL ? id : NULL;
}

gpointer
meso_screening_call_decide (MesoClinic  *clinic,
                            gpointer     data,
                            GError     **error)
{
  MesoScreeningRequest *request = data;

  if (request->reasons != NULL)
    {
      meso_decision_service_override_and_sign (clinic, request->screening, request->reasons, request->today, error);
      return NULL;
    }
  for (guint i = 0; i < request->decisions->len; i++)
    {
      g_autofree char *id = meso_decision_service_record (clinic, g_ptr_array_index (request->decisions, i), request->today, error);

      if (id == NULL)
        return NULL;
    }
  return NULL;
}
