/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-names.h"

#include "meso-staff-repository.h"

/**
 * meso_staff_names_load:
 * @context: the unit of work that this happens in
 *
 * Returns: (transfer full) (element-type utf8 utf8): id → name of everybody who ever worked here, or %NULL
 */
GHashTable *
meso_staff_names_load (MesoStoreContext  *context,
                       GError           **error)
{
  g_autoptr(GPtrArray) staff = meso_staff_repository_list (context, FALSE, error);
  GHashTable *names;

  if (staff == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      g_hash_table_insert (names, g_strdup (person->id), g_strdup (person->name));
    }
  return names;
}

/**
 * meso_staff_names_dup:
 * @names: (element-type utf8 utf8): what meso_staff_names_load() gave
 * @staff: an id
 *
 * Returns: (transfer full): the name; the id itself of somebody unknown
 */
char *
meso_staff_names_dup (GHashTable *names,
                      const char *staff)
{
  const char *name = g_hash_table_lookup (names, staff);

  return g_strdup (name != NULL ? name : staff);
}
