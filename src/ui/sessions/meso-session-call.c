/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-call.h"

#include "meso-chart-service.h"
#include "meso-row.h"
#include "meso-session-service.h"
#include "meso-staff-service.h"

void
meso_session_request_free (MesoSessionRequest *self)
{
  g_free (self->patient);
  g_free (self->session_id);
  g_clear_pointer (&self->session, meso_treatment_session_free);
  g_free (self->reason);
  g_free (self);
}

static void
facts_free (gpointer data)
{
  MesoSessionFacts *self = data;

  g_clear_pointer (&self->chart, meso_chart_free);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->original, meso_treatment_session_free);
  g_free (self);
}

gpointer
meso_session_call_load (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoSessionRequest *request = data;
  MesoSessionFacts *facts = g_new0 (MesoSessionFacts, 1);
  g_autoptr(MesoRow) row = meso_row_new ("", facts, facts_free);
  MesoCalendarDate day = request->day;

  if (request->session_id != NULL)
    {
      facts->original = meso_session_service_get (clinic, request->session_id, error);
      if (facts->original == NULL)
        return NULL;
      day = facts->original->date;
    }
  facts->chart = meso_chart_service_get (clinic, request->patient, day, error);
  facts->staff = facts->chart != NULL ? meso_staff_service_list (clinic, TRUE, error) : NULL;
  return facts->staff != NULL ? g_steal_pointer (&row) : NULL;
}

gpointer
meso_session_call_sign (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoSessionRequest *request = data;

  if (request->session_id != NULL)
    return meso_session_service_amend (clinic, request->session_id, request->session, request->reason, request->today, error);
  return meso_session_service_record (clinic, request->session, request->today, error);
}
