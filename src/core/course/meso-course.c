/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course.h"

static const char *const status_names[] = { "planned", "done", "missed", "cancelled" };
static const char *const course_status_names[] = { "active", "suspended", "finished", "stopped" };

static gboolean
find_name (const char *const *names, gsize n_names, const char *text, gsize *index_out)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *index_out = i;
        return TRUE;
      }
  return FALSE;
}

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
  gsize index;

  if (!find_name (status_names, G_N_ELEMENTS (status_names), text, &index))
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
  g_return_val_if_fail ((gsize) status < G_N_ELEMENTS (course_status_names), NULL);

  return course_status_names[status];
}

/**
 * meso_course_status_from_string:
 *
 * Returns: whether @text names a state
 */
gboolean
meso_course_status_from_string (const char *text, MesoCourseStatus *status_out)
{
  gsize index;

  if (!find_name (course_status_names, G_N_ELEMENTS (course_status_names), text, &index))
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
  g_free (self->created_at);
  g_free (self->created_by);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self);
}
