/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-error.h"

#include "meso-core-error.h"
#include "meso-services-error.h"

G_DEFINE_QUARK (meso-ctl-error-quark, meso_ctl_error)

/**
 * meso_ctl_error_get_exit:
 *
 * Returns: the exit status that an error of any layer leads to: what was typed or handed in is bad
 *   input, a rule's refusal is a no; everything else could not be done
 */
MesoCtlExit
meso_ctl_error_get_exit (const GError *error)
{
  if (error->domain == MESO_CTL_ERROR)
    return error->code;
  if (error->domain == MESO_CORE_ERROR || error->domain == G_OPTION_ERROR)
    return MESO_CTL_BAD_INPUT;
  if (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND) ||
      g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID))
    return MESO_CTL_BAD_INPUT;
  if (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED))
    return MESO_CTL_NO;
  return MESO_CTL_COULD_NOT;
}
