/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-change.h"

#include "meso-plan-service.h"

static const char *const names[] = { "move", "missed", "cancel", "done", "plan", "resume", "stop" };

gboolean
meso_session_change_from_string (const char        *text,
                                 MesoSessionChange *change_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], text))
        {
          *change_out = (MesoSessionChange) i;
          return TRUE;
        }
    }
  return FALSE;
}

MesoSessionChangeRequest *
meso_session_change_request_new (const MesoPlannedSession *session,
                                 const char               *name,
                                 MesoSessionChange         change)
{
  MesoSessionChangeRequest *self = g_new0 (MesoSessionChangeRequest, 1);

  self->change = change;
  self->plan = g_strdup (session->plan);
  self->n = session->n;
  self->name = g_strdup (name);
  self->from = (MesoCivilTime) { session->date, session->minute };
  self->to = self->from;
  self->reason = g_strdup ("");
  return self;
}

MesoSessionChangeRequest *
meso_session_change_request_copy (const MesoSessionChangeRequest *self)
{
  MesoSessionChangeRequest *copy = g_memdup2 (self, sizeof *self);

  copy->plan = g_strdup (self->plan);
  copy->name = g_strdup (self->name);
  copy->reason = g_strdup (self->reason);
  return copy;
}

MesoSessionChangeRequest *
meso_session_change_request_invert (const MesoSessionChangeRequest *self)
{
  MesoSessionChangeRequest *back;

  /* Closed days bend the way of those that moved along: the same number of days back isn't where they were. */
  if (self->change == MESO_SESSION_CHANGE_RESUME || self->change == MESO_SESSION_CHANGE_STOP ||
      self->change == MESO_SESSION_CHANGE_PLAN || self->following)
    return NULL;
  back = meso_session_change_request_copy (self);
  if (self->change == MESO_SESSION_CHANGE_MOVE)
    {
      back->from = self->to;
      back->to = self->from;
    }
  else
    back->change = MESO_SESSION_CHANGE_PLAN;
  g_set_str (&back->reason, "");
  return back;
}

void
meso_session_change_request_free (MesoSessionChangeRequest *self)
{
  g_free (self->plan);
  g_free (self->name);
  g_free (self->reason);
  g_free (self);
}

static gboolean
run (MesoClinic                      *clinic,
     const MesoSessionChangeRequest  *self,
     GError                         **error)
{
  static const MesoPlannedStatus statuses[] = {
    [MESO_SESSION_CHANGE_MISSED] = MESO_MISSED,
    [MESO_SESSION_CHANGE_CANCEL] = MESO_CANCELLED,
    [MESO_SESSION_CHANGE_DONE] = MESO_DONE,
    [MESO_SESSION_CHANGE_PLAN] = MESO_PLANNED,
  };

  if (self->change == MESO_SESSION_CHANGE_RESUME)
    return meso_plan_service_resume (clinic, self->plan, self->reason, error);
  if (self->change == MESO_SESSION_CHANGE_STOP)
    return meso_plan_service_stop (clinic, self->plan, self->reason, error);
  if (self->change == MESO_SESSION_CHANGE_MOVE)
    return meso_plan_service_move (clinic, self->plan, self->n, self->to, self->following, self->reason, error);
  return meso_plan_service_set_status (clinic, self->plan, self->n, statuses[self->change], self->reason, error);
}

gpointer
meso_session_change_run (MesoClinic  *clinic,
                         gpointer     request,
                         GError     **error)
{
  return run (clinic, request, error) ? meso_session_change_request_copy (request) : NULL;
}
