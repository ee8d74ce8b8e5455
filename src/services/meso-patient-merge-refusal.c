/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-refusal.h"

#include "meso-services-error.h"

gboolean
meso_merge_refuse (GError     **error,
                   const char  *format,
                   ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "%s Nothing was stored.", sentence);
  return FALSE;
}

gboolean
meso_merge_check_not_erased (const MesoPatient  *patient,
                             GError            **error)
{
  return !patient->erased || meso_merge_refuse (error, "File %s was erased.", patient->file_number);
}

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
