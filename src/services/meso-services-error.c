/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-services-error.h"

#include <gio/gio.h>

#include "meso-core-error.h"
#include "meso-print-error.h"
#include "meso-store-error.h"

G_DEFINE_QUARK (meso-services-error-quark, meso_services_error)

/**
 * meso_services_require:
 * @fine: whether a condition of a use case holds
 * @field: the stable name of the field that it is about: "clearance_date"
 * @sentence: what is wrong with it, and what to do
 * @error: return location
 *
 * The field comes first, so that a form or a script knows the place.
 *
 * Returns: @fine; when it isn't, @error is %MESO_SERVICES_ERROR_INVALID with "field: sentence"
 */
gboolean
meso_services_require (gboolean     fine,
                       const char  *field,
                       const char  *sentence,
                       GError     **error)
{
  g_return_val_if_fail (field != NULL && sentence != NULL, FALSE);

  if (!fine)
    g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s: %s", field, sentence);

  return fine;
}

/**
 * meso_services_reject:
 * @error: return location
 * @format: what can't be, and what to do; the stable name of its field comes first: "draws[%u].lot: Lot %s …"
 *
 * Returns: %FALSE, with %MESO_SERVICES_ERROR_INVALID
 */
gboolean
meso_services_reject (GError     **error,
                      const char  *format,
                      ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * meso_services_refuse:
 * @error: return location
 * @outcome: a sentence that follows: what was not done, or %MESO_NOTHING_STORED
 * @format: which rule says no, and what to do
 *
 * Returns: %FALSE, with %MESO_SERVICES_ERROR_REFUSED
 */
gboolean
meso_services_refuse (GError     **error,
                      const char  *outcome,
                      const char  *format,
                      ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "%s %s", sentence, outcome);
  return FALSE;
}

static MesoProblem
classify_store (MesoStoreError code)
{
  switch (code)
    {
    case MESO_STORE_ERROR_NOT_FOUND: return MESO_PROBLEM_FILE_MISSING;
    case MESO_STORE_ERROR_EXISTS: return MESO_PROBLEM_FILE_EXISTS;
    case MESO_STORE_ERROR_NOT_A_DATABASE: return MESO_PROBLEM_NOT_A_CLINIC;
    case MESO_STORE_ERROR_NEWER: return MESO_PROBLEM_NEWER;
    case MESO_STORE_ERROR_TRUNCATED: return MESO_PROBLEM_TRUNCATED;
    case MESO_STORE_ERROR_DAMAGED: return MESO_PROBLEM_DAMAGED;
    case MESO_STORE_ERROR_READ_ONLY: return MESO_PROBLEM_READ_ONLY;
    case MESO_STORE_ERROR_FOLDER: return MESO_PROBLEM_FOLDER;
    case MESO_STORE_ERROR_REMOTE: return MESO_PROBLEM_REMOTE;
    case MESO_STORE_ERROR_ALREADY_OPEN: return MESO_PROBLEM_ALREADY_OPEN;
    case MESO_STORE_ERROR_BUSY: return MESO_PROBLEM_BUSY;
    case MESO_STORE_ERROR_FULL: return MESO_PROBLEM_DISK_FULL;
    case MESO_STORE_ERROR_IO: return MESO_PROBLEM_DISK;
    case MESO_STORE_ERROR_NO_MEMORY: return MESO_PROBLEM_NO_MEMORY;
    case MESO_STORE_ERROR_NO_RECORD: return MESO_PROBLEM_NO_RECORD;
    case MESO_STORE_ERROR_DUPLICATE: return MESO_PROBLEM_DUPLICATE;
    case MESO_STORE_ERROR_REFUSED: return MESO_PROBLEM_REFUSED;
    case MESO_STORE_ERROR_CHANGED: return MESO_PROBLEM_CHANGED;
    case MESO_STORE_ERROR_MIGRATION: return MESO_PROBLEM_UPGRADE;
    case MESO_STORE_ERROR_BACKUP: return MESO_PROBLEM_BACKUP;
    case MESO_STORE_ERROR_CLOSED: return MESO_PROBLEM_CLOSED;
    case MESO_STORE_ERROR_INTERNAL: return MESO_PROBLEM_FAULT;
    default: return MESO_PROBLEM_FAULT;
    }
}

static MesoProblem
classify_services (MesoServicesError code)
{
  switch (code)
    {
    case MESO_SERVICES_ERROR_NOT_FOUND: return MESO_PROBLEM_NO_RECORD;
    case MESO_SERVICES_ERROR_INVALID: return MESO_PROBLEM_INPUT;
    case MESO_SERVICES_ERROR_REFUSED: return MESO_PROBLEM_REFUSED;
    case MESO_SERVICES_ERROR_CONTENT: return MESO_PROBLEM_CONTENT;
    default: return MESO_PROBLEM_FAULT;
    }
}

static MesoProblem
classify_core (MesoCoreError code)
{
  switch (code)
    {
    case MESO_CORE_ERROR_INVALID: return MESO_PROBLEM_INPUT;
    case MESO_CORE_ERROR_RANGE: return MESO_PROBLEM_RANGE;
    case MESO_CORE_ERROR_SYNTAX: return MESO_PROBLEM_CONTENT;
    default: return MESO_PROBLEM_FAULT;
    }
}

/* What a file dialog, a printer or the file system says to the window itself. */
static MesoProblem
classify_file (const GError *error)
{
  static const struct
  {
    GIOErrorEnum io;
    GFileError file;
    MesoProblem problem;
  } files[] = {
    { G_IO_ERROR_NOT_FOUND, G_FILE_ERROR_NOENT, MESO_PROBLEM_FILE_MISSING },
    { G_IO_ERROR_EXISTS, G_FILE_ERROR_EXIST, MESO_PROBLEM_FILE_EXISTS },
    { G_IO_ERROR_PERMISSION_DENIED, G_FILE_ERROR_ACCES, MESO_PROBLEM_FOLDER },
    { G_IO_ERROR_PERMISSION_DENIED, G_FILE_ERROR_PERM, MESO_PROBLEM_FOLDER },
    { G_IO_ERROR_NOT_DIRECTORY, G_FILE_ERROR_NOTDIR, MESO_PROBLEM_FOLDER },
    { G_IO_ERROR_IS_DIRECTORY, G_FILE_ERROR_ISDIR, MESO_PROBLEM_FOLDER },
    { G_IO_ERROR_READ_ONLY, G_FILE_ERROR_ROFS, MESO_PROBLEM_READ_ONLY },
    { G_IO_ERROR_NO_SPACE, G_FILE_ERROR_NOSPC, MESO_PROBLEM_DISK_FULL },
    { G_IO_ERROR_BUSY, G_FILE_ERROR_AGAIN, MESO_PROBLEM_BUSY },
    { G_IO_ERROR_TIMED_OUT, G_FILE_ERROR_AGAIN, MESO_PROBLEM_BUSY },
    { G_IO_ERROR_FAILED, G_FILE_ERROR_IO, MESO_PROBLEM_DISK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      if (error->code == (error->domain == G_IO_ERROR ? (int) files[i].io : (int) files[i].file))
        return files[i].problem;
    }
  return MESO_PROBLEM_DISK;
}

/**
 * meso_services_error_classify:
 * @error: what a call of any service, or of GIO, said
 *
 * Returns: what went wrong, for who may not know the layers below
 */
MesoProblem
meso_services_error_classify (const GError *error)
{
  g_return_val_if_fail (error != NULL, MESO_PROBLEM_FAULT);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MESO_PROBLEM_CANCELLED;
  if (error->domain == MESO_STORE_ERROR)
    return classify_store ((MesoStoreError) error->code);
  if (error->domain == MESO_SERVICES_ERROR)
    return classify_services ((MesoServicesError) error->code);
  if (error->domain == MESO_CORE_ERROR)
    return classify_core ((MesoCoreError) error->code);
  if (error->domain == MESO_PRINT_ERROR)
    return error->code == MESO_PRINT_ERROR_FONT ? MESO_PROBLEM_FONT : MESO_PROBLEM_PAPER;
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return classify_file (error);
  return MESO_PROBLEM_FAULT;
}
