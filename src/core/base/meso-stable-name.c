/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stable-name.h"

/**
 * meso_stable_name_get:
 * @names: (array zero-terminated=1): the names of an enumeration's values
 * @value: one of them
 *
 * Returns: its name; the first one for a value that there isn't
 */
const char *
meso_stable_name_get (const char *const *names,
                      guint              value)
{
  g_return_val_if_fail (value < g_strv_length ((char **) names), names[0]);

  return names[value];
}

/**
 * meso_stable_name_find:
 * @names: (array zero-terminated=1): the names of an enumeration's values
 * @text: (nullable): a name
 * @value_out: (out): which one it is; not touched on failure
 *
 * Returns: whether @text is one of them
 */
gboolean
meso_stable_name_find (const char *const *names,
                       const char        *text,
                       guint             *value_out)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (text, names[i]) == 0)
        {
          *value_out = i;
          return TRUE;
        }
    }

  return FALSE;
}
