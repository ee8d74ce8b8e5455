/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-refusal.h"

#include "meso-services-error.h"

/**
 * meso_merge_check_not_erased:
 * @patient: one of the two records
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_REFUSED for a tombstone
 */
gboolean
meso_merge_check_not_erased (const MesoPatient  *patient,
                             GError            **error)
{
  return !patient->erased || meso_services_refuse (error, MESO_NOTHING_STORED, "File %s was erased.", patient->file_number);
}

/**
 * meso_merge_check_reason:
 * @reason: why two records become one, or two again
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_INVALID where nothing is said
 */
gboolean
meso_merge_check_reason (const char  *reason,
                         GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (reason));

  if (*trimmed != '\0')
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "reason: write why; it stays on file with the two records. Nothing was stored.");
  return FALSE;
}
