/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"

G_DEFINE_QUARK (meso-core-error-quark, meso_core_error)

/**
 * meso_core_error_at:
 * @field: the stable name of a field: "given_name"
 * @fine: whether a check of its value held; when it didn't, @error says why
 * @error: (nullable): where that check put what is wrong
 *
 * Puts `field: ` before what is said of it, so that a form or a script knows the place. A check stands as its argument:
 * `meso_core_error_at ("phone", check_phone (text, error), error) && …`.
 *
 * Returns: @fine
 */
gboolean
meso_core_error_at (const char  *field,
                    gboolean     fine,
                    GError     **error)
{
  g_return_val_if_fail (field != NULL, fine);

  if (!fine)
    g_prefix_error (error, "%s: ", field);

  return fine;
}
