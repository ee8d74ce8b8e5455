/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course.h"

static const char *const status_names[] = { "planned", "done", "missed", "cancelled" };

/**
 * meso_planned_status_to_string:
 *
 * Returns: (transfer none): the name as it is stored and printed
 */
const char *
meso_planned_status_to_string (MesoPlannedStatus status)
{
  g_return_val_if_fail ((gsize) status < G_N_ELEMENTS (status_names), NULL);

  return status_names[status];
}

/**
 * meso_planned_status_from_string:
 *
 * Returns: whether @text names a state
 */
gboolean
meso_planned_status_from_string (const char *text, MesoPlannedStatus *status_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_names); i++)
    if (g_strcmp0 (text, status_names[i]) == 0)
      {
        *status_out = (MesoPlannedStatus) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * meso_planned_session_free:
 * @self: (transfer full): a session
 */
void
meso_planned_session_free (MesoPlannedSession *self)
{
  g_free (self->plan);
  g_free (self->patient);
  g_free (self->reason);
  g_free (self);
}

/**
 * meso_course_free:
 * @self: (transfer full): a course
 */
void
meso_course_free (MesoCourse *self)
{
  g_free (self->id);
  g_free (self->patient);
  g_free (self->template_id);
  g_free (self->created_at);
  g_free (self->created_by);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self);
}
