/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-import-file.h"
#include "meso-import-row.h"
#include "meso-import-twin.h"
#include "meso-operation.h"
#include "meso-patient-mapping.h"

G_BEGIN_DECLS

/* How patients come in from a file, in three steps: a look at its first rows; all rows are read, checked and laid ready in a file of
 * ours, with nothing stored; then they are stored, all of them or none. */

/* 1. A look */

/**
 * MesoImportSample:
 * @path: the file
 * @separator: what stands between its cells
 * @guess: what its bytes look like; another than @encoding is worth asking about
 * @mapping: what each column likely becomes, and how dates are written where the first rows prove it; the caller's to change
 * @rows: (element-type MesoImportSampleRow): the first rows
 * @fault: (nullable): why the file can't be read further; the rows before it are there
 *
 * What the first rows of a file look like.
 */
typedef struct
{
  char *path;
  MesoImportEncoding encoding;
  char separator;
  MesoImportEncoding guess;
  guint64 size;
  MesoPatientMapping *mapping;
  GPtrArray *rows;
  MesoImportFault *fault;
} MesoImportSample;

/* cells: (array length=n_cells): with their places; n_cells is the number of columns. fault (nullable): why the row has no cells */
typedef struct
{
  MesoImportFault *fault;
  MesoCsvCell *cells;
  guint n_cells;
} MesoImportSampleRow;

/* Needs no clinic and waits for the disk; a row with another number of cells than the header is a fault here.
 * separator: 0 to find out; max_rows: 1000 is plenty */
MesoImportSample *meso_import_service_sample (const char *path, MesoImportEncoding encoding, char separator, guint max_rows,
                                              GError **error);
void              meso_import_sample_free    (MesoImportSample *self);
/* (transfer full) (element-type MesoImportRow): what each row of the sample would become. Quick: for each change in the form */
GPtrArray        *meso_import_sample_read    (const MesoImportSample *self, const MesoPatientMapping *mapping, MesoCalendarDate today);

/* 2. All rows */

/* So many faults and twins are kept to be shown; the others are counted, and in the report. */
#define MESO_IMPORT_SHOWN 1000

/**
 * MesoImportCheck:
 * @n_rows: rows read, blank ones and the header aside
 * @n_good: rows that can be stored
 * @n_refused: rows that can't
 * @n_remarks: remarks on rows that can
 * @n_twins: good rows that are likely somebody on file, or of an earlier row
 * @n_forms: how often dates were written in each way; both calendars at once are worth a word
 * @fatal: (nullable): why the file as a whole can't be trusted: nothing of it can be stored then
 * @faults: (element-type MesoImportFault): the first of them in the order of lines, remarks too
 * @twins: (element-type MesoImportTwin): the first of them
 *
 * What is in a file: all its rows were read with one mapping and lie ready. Nothing is stored yet.
 */
typedef struct _MesoImportReady MesoImportReady;

typedef struct
{
  char *path;
  char *sha256;
  guint64 size;
  guint64 n_rows;
  guint64 n_good;
  guint64 n_refused;
  guint64 n_remarks;
  guint64 n_twins;
  guint64 n_forms[MESO_N_IMPORT_DATE_FORMS];
  MesoImportFault *fatal;
  GPtrArray *faults;
  GPtrArray *twins;
  MesoImportReady *ready;
} MesoImportCheck;

/* Reads all rows. MESO_SERVICES_ERROR_INVALID for a mapping with a problem, or a file whose header isn't the mapping's any more;
 * faults of the file are no error, they are told in the result. operation (nullable). One check of a clinic at a time:
 * MESO_STORE_ERROR_BUSY. Free it before the clinic is closed. */
MesoImportCheck *meso_import_service_check (MesoClinic *clinic, const char *path, MesoImportEncoding encoding, char separator,
                                            const MesoPatientMapping *mapping, MesoCalendarDate today, MesoOperation *operation,
                                            GError **error);
/* Throws away what lay ready. */
void             meso_import_check_free    (MesoImportCheck *self);

/**
 * MesoImportWords:
 *
 * Returns: (transfer full): a fault as a sentence in the reader's language, for the report
 */
typedef char *(*MesoImportWords) (const MesoImportFault *fault, gpointer data);

/* Writes all faults and remarks as comma-separated values: line, column, field, what, and the text of the row. words (nullable):
 * English */
gboolean         meso_import_service_save_faults (MesoImportCheck *check, const char *path, MesoImportWords words, gpointer data,
                                                  GError **error);

/* 3. Storing */

/**
 * MesoImportChoices:
 * @skip_refused: leave out the rows that can't be stored, instead of refusing the file
 * @skip_twins: leave out those that are likely on file, instead of storing them all (the clinic's list of likely twins shows them then)
 */
typedef struct
{
  gboolean skip_refused;
  gboolean skip_twins;
} MesoImportChoices;

typedef struct
{
  guint64 n_imported;
  guint64 n_skipped_twins;
  guint64 n_skipped_refused;
  guint64 n_renumbered;      /* got another file number than the file says */
} MesoImportResult;

/* All or nothing, once per check. MESO_SERVICES_ERROR_INVALID when rows are refused and not to be left out, or the file can't be
 * trusted; result is filled in on success. */
gboolean         meso_import_service_store (MesoClinic *clinic, MesoImportCheck *check, const MesoImportChoices *choices,
                                            MesoOperation *operation, MesoImportResult *result_out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportSample, meso_import_sample_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoImportCheck, meso_import_check_free)

G_END_DECLS
