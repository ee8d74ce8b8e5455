/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoServicesError:
 * @MESO_SERVICES_ERROR_NOT_FOUND: there is no such record
 * @MESO_SERVICES_ERROR_INVALID: what was asked can't be, or contradicts the record
 * @MESO_SERVICES_ERROR_REFUSED: a rule of the clinic says no
 * @MESO_SERVICES_ERROR_CONTENT: the clinical content can't be found or read
 *
 * What a use case refuses. Faults of the file come up as the store made them.
 */
typedef enum {
  MESO_SERVICES_ERROR_NOT_FOUND,
  MESO_SERVICES_ERROR_INVALID,
  MESO_SERVICES_ERROR_REFUSED,
  MESO_SERVICES_ERROR_CONTENT,
} MesoServicesError;

#define MESO_SERVICES_ERROR (meso_services_error_quark ())
GQuark meso_services_error_quark (void);

/* Returns @fine; when it isn't, MESO_SERVICES_ERROR_INVALID says "field: sentence" */
gboolean meso_services_require (gboolean fine, const char *field, const char *sentence, GError **error);
/* Returns FALSE, with MESO_SERVICES_ERROR_INVALID; the sentence names its field first: "draws[1].lot: …" */
gboolean meso_services_reject  (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

#define MESO_NOTHING_STORED "Nothing was stored."
/* Returns FALSE, with MESO_SERVICES_ERROR_REFUSED. outcome: the sentence after it: MESO_NOTHING_STORED */
gboolean meso_services_refuse  (GError **error, const char *outcome, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * MesoProblem:
 * @MESO_PROBLEM_CANCELLED: somebody stopped it
 * @MESO_PROBLEM_INPUT: what was typed or asked can't be
 * @MESO_PROBLEM_RANGE: it could be, but is too much, too little, too long
 * @MESO_PROBLEM_CONTENT: the clinical content can't be found or read
 * @MESO_PROBLEM_NO_RECORD: there is no such record
 * @MESO_PROBLEM_REFUSED: a rule of the clinic or of the record says no
 * @MESO_PROBLEM_CHANGED: someone else changed the record meanwhile
 * @MESO_PROBLEM_DUPLICATE: something that must be unique is taken
 * @MESO_PROBLEM_FILE_MISSING: there is no such file, @MESO_PROBLEM_FILE_EXISTS: there is one already
 * @MESO_PROBLEM_NOT_A_CLINIC: the file is something else
 * @MESO_PROBLEM_NEWER: a newer version of the program wrote it
 * @MESO_PROBLEM_TRUNCATED: the file's end is missing, @MESO_PROBLEM_DAMAGED: its content contradicts itself
 * @MESO_PROBLEM_READ_ONLY: it may not be written, @MESO_PROBLEM_FOLDER: its folder isn't there or may not be
 * @MESO_PROBLEM_REMOTE: it lies on a network drive or in a synchronised folder
 * @MESO_PROBLEM_ALREADY_OPEN: another program has it open, @MESO_PROBLEM_BUSY: the other side stayed busy
 * @MESO_PROBLEM_DISK_FULL: no space, @MESO_PROBLEM_DISK: the disk refused, @MESO_PROBLEM_NO_MEMORY: no memory
 * @MESO_PROBLEM_UPGRADE: the file couldn't be brought to this version
 * @MESO_PROBLEM_BACKUP: a copy wasn't equal, @MESO_PROBLEM_CLOSED: the clinic's file was closed
 * @MESO_PROBLEM_FONT: the font of the sheets is missing, @MESO_PROBLEM_PAPER: a page couldn't be made
 * @MESO_PROBLEM_FAULT: a fault of this program; what isn't known counts as one
 *
 * What went wrong, whatever layer said so: all that the window needs to know to find words for it.
 */
typedef enum {
  MESO_PROBLEM_CANCELLED,
  MESO_PROBLEM_INPUT,
  MESO_PROBLEM_RANGE,
  MESO_PROBLEM_CONTENT,
  MESO_PROBLEM_NO_RECORD,
  MESO_PROBLEM_REFUSED,
  MESO_PROBLEM_CHANGED,
  MESO_PROBLEM_DUPLICATE,
  MESO_PROBLEM_FILE_MISSING,
  MESO_PROBLEM_FILE_EXISTS,
  MESO_PROBLEM_NOT_A_CLINIC,
  MESO_PROBLEM_NEWER,
  MESO_PROBLEM_TRUNCATED,
  MESO_PROBLEM_DAMAGED,
  MESO_PROBLEM_READ_ONLY,
  MESO_PROBLEM_FOLDER,
  MESO_PROBLEM_REMOTE,
  MESO_PROBLEM_ALREADY_OPEN,
  MESO_PROBLEM_BUSY,
  MESO_PROBLEM_DISK_FULL,
  MESO_PROBLEM_DISK,
  MESO_PROBLEM_NO_MEMORY,
  MESO_PROBLEM_UPGRADE,
  MESO_PROBLEM_BACKUP,
  MESO_PROBLEM_CLOSED,
  MESO_PROBLEM_FONT,
  MESO_PROBLEM_PAPER,
  MESO_PROBLEM_FAULT,
} MesoProblem;

#define MESO_N_PROBLEMS (MESO_PROBLEM_FAULT + 1)

MesoProblem meso_services_error_classify (const GError *error);

G_END_DECLS
