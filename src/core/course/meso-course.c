/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course.h"

#include "meso-stable-name.h"

static const char *const status_names[] = { "planned", "done", "missed", "cancelled", NULL };
static const char *const course_status_names[] = { "active", "suspended", "finished", "stopped", NULL };

/**
 * meso_planned_status_to_string:
 *
 * Returns: (transfer none): the name as it is stored and printed
 */
const char *
meso_planned_status_to_string (MesoPlannedStatus status)
{
  return meso_stable_name_get (status_names, status);
}

/**
 * meso_planned_status_from_string:
 *
 * Returns: whether @text names a state
 */
gboolean
meso_planned_status_from_string (const char *text, MesoPlannedStatus *status_out)
{
  guint index;

  if (!meso_stable_name_find (status_names, text, &index))
    return FALSE;
  *status_out = (MesoPlannedStatus) index;
  return TRUE;
}

/**
 * meso_course_status_to_string:
 *
 * Returns: (transfer none): the name as it is stored and printed
 */
const char *
meso_course_status_to_string (MesoCourseStatus status)
{
  return meso_stable_name_get (course_status_names, status);
}

/**
 * meso_course_status_from_string:
 *
 * Returns: whether @text names a state
 */
gboolean
meso_course_status_from_string (const char *text, MesoCourseStatus *status_out)
{
  guint index;

  if (!meso_stable_name_find (course_status_names, text, &index))
    return FALSE;
  *status_out = (MesoCourseStatus) index;
  return TRUE;
}

/**
 * meso_planned_session_free:
 * @self: (transfer full) (nullable): a session
 */
void
meso_planned_session_free (MesoPlannedSession *self)
{
  if (self == NULL)
    return;
  g_free (self->plan);
  g_free (self->patient);
  g_free (self->reason);
  g_free (self);
}

/**
 * meso_course_free:
 * @self: (transfer full) (nullable): a course
 */
void
meso_course_free (MesoCourse *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->template_id);
  g_free (self->status_reason);
  g_free (self->status_at);
  g_free (self->status_by);
  g_free (self->created_at);
  g_free (self->created_by);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self);
}
