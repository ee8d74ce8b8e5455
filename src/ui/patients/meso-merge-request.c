/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-merge-request.h"

#include "meso-patient-twins-service.h"

MesoMergeRequest *
meso_merge_request_new (const char *duplicate,
                        const char *kept,
                        const char *reason)
{
  MesoMergeRequest *self = g_new0 (MesoMergeRequest, 1);

  self->duplicate = g_strdup (duplicate);
  self->kept = g_strdup (kept);
  self->reason = g_strdup (reason);
  return self;
}

void
meso_merge_request_free (gpointer self)
{
  MesoMergeRequest *request = self;

  g_free (request->duplicate);
  g_free (request->kept);
  g_strfreev (request->fields);
  g_free (request->reason);
  g_free (request);
}

gpointer
meso_merge_request_preview (MesoClinic  *clinic,
                            gpointer     self,
                            GError     **error)
{
  const MesoMergeRequest *request = self;

  return meso_patient_merge_service_preview (clinic, request->duplicate, request->kept, error);
}

gpointer
meso_merge_request_run (MesoClinic  *clinic,
                        gpointer     self,
                        GError     **error)
{
  const MesoMergeRequest *request = self;

  return meso_patient_merge_service_merge (clinic, request->duplicate, request->kept, (const char *const *) request->fields,
                                           request->reason, error);
}

gpointer
meso_merge_request_take_back (MesoClinic  *clinic,
                              gpointer     self,
                              GError     **error)
{
  const MesoMergeRequest *request = self;
  g_autoptr(MesoUnmerge) done = meso_patient_merge_service_unmerge (clinic, request->duplicate, request->reason, error);

  return NULL;
}

gpointer
meso_merge_request_set_different (MesoClinic  *clinic,
                                  gpointer     self,
                                  GError     **error)
{
  const MesoMergeRequest *request = self;

  meso_patient_twins_service_set_different (clinic, request->duplicate, request->kept, request->reason, error);
  return NULL;
}

gpointer
meso_merge_request_set_open (MesoClinic  *clinic,
                             gpointer     self,
                             GError     **error)
{
  const MesoMergeRequest *request = self;

  meso_patient_twins_service_take_back (clinic, request->duplicate, request->kept, error);
  return NULL;
}
