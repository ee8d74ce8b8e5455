/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff.h"

#include "meso-stable-name.h"

static const char *const role_names[] = { "physician", "nurse", "desk", NULL };

/**
 * meso_role_to_string:
 *
 * Returns: (transfer none): the name as it is stored and printed
 */
const char *
meso_role_to_string (MesoRole role)
{
  return meso_stable_name_get (role_names, role);
}

/**
 * meso_role_from_string:
 *
 * Returns: whether @text names a role
 */
gboolean
meso_role_from_string (const char *text, MesoRole *role_out)
{
  guint value;

  if (!meso_stable_name_find (role_names, text, &value))
    return FALSE;
  *role_out = (MesoRole) value;
  return TRUE;
}

/**
 * meso_staff_new:
 *
 * Returns: (transfer full): nobody yet: active, at the desk
 */
MesoStaff *
meso_staff_new (void)
{
  MesoStaff *self = g_new0 (MesoStaff, 1);

  self->name = g_strdup ("");
  self->licence_number = g_strdup ("");
  self->role = MESO_ROLE_DESK;
  self->active = TRUE;
  return self;
}

/**
 * meso_staff_copy:
 * @self: a member of staff
 *
 * Returns: (transfer full): the same
 */
MesoStaff *
meso_staff_copy (const MesoStaff *self)
{
  MesoStaff *copy = g_new0 (MesoStaff, 1);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->role = self->role;
  copy->licence_number = g_strdup (self->licence_number);
  copy->active = self->active;
  return copy;
}

/**
 * meso_staff_free:
 * @self: (transfer full) (nullable): a member of staff
 */
void
meso_staff_free (MesoStaff *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->licence_number);
  g_free (self);
}
