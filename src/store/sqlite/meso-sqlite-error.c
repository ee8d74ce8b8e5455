/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-error.h"

#include <gio/gio.h>
#include <string.h>

#include "meso-store-error.h"

static MesoStoreError
map_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MESO_STORE_ERROR_BUSY;
    case SQLITE_NOMEM:
      return MESO_STORE_ERROR_NO_MEMORY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MESO_STORE_ERROR_READ_ONLY;
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
      return MESO_STORE_ERROR_IO;
    case SQLITE_CORRUPT:
      return MESO_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return MESO_STORE_ERROR_NOT_A_DATABASE;
    case SQLITE_NOTFOUND:
    case SQLITE_CANTOPEN:
      return MESO_STORE_ERROR_FOLDER;
    case SQLITE_FULL:
      return MESO_STORE_ERROR_FULL;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      return MESO_STORE_ERROR_REFUSED;
    default:
      return MESO_STORE_ERROR_INTERNAL;
    }
}

/* A constraint has a name, a trigger a sentence: both are written to be read. */
static void
set_refusal (GError **error, int code, const char *details)
{
  static const char check[] = "CHECK constraint failed: ";

  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DUPLICATE, "This is taken already (%s). %s",
                 strrchr (details, ' ') != NULL ? strrchr (details, ' ') + 1 : details,
                 meso_store_error_get_sentence (MESO_STORE_ERROR_DUPLICATE));
  else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD,
                 "The record names another one that isn't there. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_NO_RECORD));
  else
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED, "The record was refused: %s. %s",
                 g_str_has_prefix (details, check) ? details + strlen (check) : details,
                 meso_store_error_get_sentence (MESO_STORE_ERROR_REFUSED));
}

/**
 * meso_sqlite_error_set:
 * @connection: (nullable): knows the details
 * @code: what SQLite answered
 * @doing: (nullable): finishes the sentence “… while …”
 *
 * The one place where SQLite's codes become #MesoStoreError.
 */
void
meso_sqlite_error_set (GError **error, sqlite3 *connection, int code, const char *doing)
{
  const char *details = connection != NULL ? sqlite3_errmsg (connection) : sqlite3_errstr (code);
  MesoStoreError mapped = map_code (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was cancelled; nothing was changed.");
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    set_refusal (error, code, details);
  else
    g_set_error (error, MESO_STORE_ERROR, mapped, "The database reported “%s” (%d)%s%s. %s", details, code,
                 doing != NULL ? " while " : "", doing != NULL ? doing : "", meso_store_error_get_sentence (mapped));
}
