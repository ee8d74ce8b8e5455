/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-desk.h"

struct _MesoClinicDesk
{
  GMutex lock;                  /* guards all of it */
  MesoStaff *person;            /* (nullable) */
  GHashTable *ids;              /* of all who were here: work that one began is still signed with theirs */
};

/**
 * meso_clinic_desk_new:
 *
 * Returns: (transfer full): a desk with nobody at it
 */
MesoClinicDesk *
meso_clinic_desk_new (void)
{
  MesoClinicDesk *self = g_new0 (MesoClinicDesk, 1);

  g_mutex_init (&self->lock);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * meso_clinic_desk_free:
 * @self: (transfer full): a desk
 */
void
meso_clinic_desk_free (MesoClinicDesk *self)
{
  g_clear_pointer (&self->person, meso_staff_free);
  g_hash_table_unref (self->ids);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * meso_clinic_desk_set:
 * @self: a desk
 * @person: who is at it from here on
 */
void
meso_clinic_desk_set (MesoClinicDesk  *self,
                      const MesoStaff *person)
{
  MesoStaff *copy = meso_staff_copy (person);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->person, meso_staff_free);
  self->person = copy;
  if (!g_hash_table_contains (self->ids, copy->id))
    g_hash_table_add (self->ids, g_strdup (copy->id));
  g_mutex_unlock (&self->lock);
}

/**
 * meso_clinic_desk_get_id:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): who is at it now; stays good as long as @self, whoever comes next
 */
const char *
meso_clinic_desk_get_id (MesoClinicDesk *self)
{
  gpointer id = NULL;

  g_mutex_lock (&self->lock);
  if (self->person != NULL)
    g_hash_table_lookup_extended (self->ids, self->person->id, &id, NULL);
  g_mutex_unlock (&self->lock);
  return id;
}

/**
 * meso_clinic_desk_dup:
 * @self: a desk
 *
 * Returns: (transfer full) (nullable): who is at it now
 */
MesoStaff *
meso_clinic_desk_dup (MesoClinicDesk *self)
{
  MesoStaff *copy;

  g_mutex_lock (&self->lock);
  copy = self->person != NULL ? meso_staff_copy (self->person) : NULL;
  g_mutex_unlock (&self->lock);
  return copy;
}
