/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-weak.h"

/**
 * meso_weak_new:
 * @object: (type GObject): who waits for an answer
 *
 * Returns: (transfer full): what the callback is given
 */
GWeakRef *
meso_weak_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * meso_weak_take:
 * @weak: (transfer full): what the callback was given
 *
 * Returns: (transfer full) (nullable): who waited, or %NULL when they are gone
 */
gpointer
meso_weak_take (GWeakRef *weak)
{
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}
