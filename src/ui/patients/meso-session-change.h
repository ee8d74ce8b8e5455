/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic-call.h"
#include "meso-course.h"

G_BEGIN_DECLS

/**
 * MesoSessionChange:
 * @MESO_SESSION_CHANGE_DONE: a check-up was made; nothing is asked
 * @MESO_SESSION_CHANGE_PLAN: missed or cancelled, and planned again; nothing is asked
 * @MESO_SESSION_CHANGE_RESUME: the whole course goes on, by a physician's word
 * @MESO_SESSION_CHANGE_STOP: the whole course ends before its last session
 */
typedef enum {
  MESO_SESSION_CHANGE_MOVE,
  MESO_SESSION_CHANGE_MISSED,
  MESO_SESSION_CHANGE_CANCEL,
  MESO_SESSION_CHANGE_DONE,
  MESO_SESSION_CHANGE_PLAN,
  MESO_SESSION_CHANGE_RESUME,
  MESO_SESSION_CHANGE_STOP,
} MesoSessionChange;

/* "move", "missed", "cancel", "done", "plan", "resume", "stop": the targets of menus */
gboolean meso_session_change_from_string (const char *text, MesoSessionChange *change_out);

/**
 * MesoSessionChangeRequest:
 * @name: whose session it is
 * @from: when it was planned, and @to (of a move) the new time, with @following sessions
 */
typedef struct
{
  MesoSessionChange change;
  char *plan;
  int n;
  char *name;
  MesoCivilTime from;
  MesoCivilTime to;
  gboolean following;
  char *reason;
} MesoSessionChangeRequest;

MesoSessionChangeRequest *meso_session_change_request_new    (const MesoPlannedSession *session, const char *name,
                                                              MesoSessionChange change);
MesoSessionChangeRequest *meso_session_change_request_copy   (const MesoSessionChangeRequest *self);
/* (nullable): what takes it back; NULL where that isn't one change */
MesoSessionChangeRequest *meso_session_change_request_invert (const MesoSessionChangeRequest *self);
void                      meso_session_change_request_free   (MesoSessionChangeRequest *self);
/* A #MesoClinicCall; (transfer full): the request as it was done */
gpointer                  meso_session_change_run            (MesoClinic *clinic, gpointer request, GError **error);

G_END_DECLS
