/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoStoreError:
 * @MESO_STORE_ERROR_NOT_FOUND: there is no file at that path
 * @MESO_STORE_ERROR_EXISTS: there is a file at that path already, and it isn't replaced
 * @MESO_STORE_ERROR_NOT_A_DATABASE: the file isn't a database, or is another program's
 * @MESO_STORE_ERROR_NEWER: written by a newer version of this program
 * @MESO_STORE_ERROR_TRUNCATED: the file is shorter than its own header says
 * @MESO_STORE_ERROR_DAMAGED: the content contradicts itself
 * @MESO_STORE_ERROR_READ_ONLY: the file may not be written
 * @MESO_STORE_ERROR_FOLDER: the folder doesn't exist or may not be written
 * @MESO_STORE_ERROR_REMOTE: the file lies on a network drive or in a folder that a program synchronises
 * @MESO_STORE_ERROR_ALREADY_OPEN: another program, or another window of this one, has the file open
 * @MESO_STORE_ERROR_BUSY: the other side stayed busy for too long
 * @MESO_STORE_ERROR_FULL: the disk is full
 * @MESO_STORE_ERROR_IO: the disk refused to read or write
 * @MESO_STORE_ERROR_NO_MEMORY: the computer is out of memory
 * @MESO_STORE_ERROR_NO_RECORD: there is no such record
 * @MESO_STORE_ERROR_DUPLICATE: something that must be unique, such as a file number, is taken
 * @MESO_STORE_ERROR_REFUSED: a rule of the record says no (signed rows never change, an override needs a reason …)
 * @MESO_STORE_ERROR_CHANGED: the record isn't any more what the change began with: someone else changed it meanwhile
 * @MESO_STORE_ERROR_MIGRATION: the file couldn't be brought to this version; it is unchanged
 * @MESO_STORE_ERROR_BACKUP: the copy isn't equal to the database, and was thrown away
 * @MESO_STORE_ERROR_CLOSED: the database has been closed
 * @MESO_STORE_ERROR_INTERNAL: a fault of this program
 *
 * Why the store couldn't. A cancelled task is %G_IO_ERROR_CANCELLED instead.
 */
typedef enum {
  MESO_STORE_ERROR_NOT_FOUND,
  MESO_STORE_ERROR_EXISTS,
  MESO_STORE_ERROR_NOT_A_DATABASE,
  MESO_STORE_ERROR_NEWER,
  MESO_STORE_ERROR_TRUNCATED,
  MESO_STORE_ERROR_DAMAGED,
  MESO_STORE_ERROR_READ_ONLY,
  MESO_STORE_ERROR_FOLDER,
  MESO_STORE_ERROR_REMOTE,
  MESO_STORE_ERROR_ALREADY_OPEN,
  MESO_STORE_ERROR_BUSY,
  MESO_STORE_ERROR_FULL,
  MESO_STORE_ERROR_IO,
  MESO_STORE_ERROR_NO_MEMORY,
  MESO_STORE_ERROR_NO_RECORD,
  MESO_STORE_ERROR_DUPLICATE,
  MESO_STORE_ERROR_REFUSED,
  MESO_STORE_ERROR_CHANGED,
  MESO_STORE_ERROR_MIGRATION,
  MESO_STORE_ERROR_BACKUP,
  MESO_STORE_ERROR_CLOSED,
  MESO_STORE_ERROR_INTERNAL,
} MesoStoreError;

#define MESO_STORE_N_ERRORS (MESO_STORE_ERROR_INTERNAL + 1)

#define MESO_STORE_ERROR (meso_store_error_quark ())
GQuark      meso_store_error_quark        (void);
/* What is safe and what to do, in one or two plain sentences: every message of the domain ends with them. */
const char *meso_store_error_get_sentence (MesoStoreError code);

G_END_DECLS
