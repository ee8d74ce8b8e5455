/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-import-service.h"

G_BEGIN_DECLS

/**
 * MesoImportWork:
 * @path: the file, or where a report goes
 * @sample: (nullable): the answer of meso_import_work_sample ()
 * @check: (nullable): the answer of meso_import_work_check (), or what is stored or told of, borrowed then
 * @result: the answer of meso_import_work_store ()
 *
 * What goes to the clinic's thread and comes back. An answer that nobody takes is thrown away: a check on that thread, since it is a file.
 */
typedef struct
{
  MesoClinic *clinic;
  char *path;
  MesoImportEncoding encoding;
  char separator;
  MesoPatientMapping *mapping;
  MesoCalendarDate today;
  MesoOperation *operation;
  MesoImportSample *sample;
  MesoImportCheck *check;
  gboolean owns_check;
  MesoImportChoices choices;
  MesoImportResult result;
} MesoImportWork;

/* operation (nullable) */
MesoImportWork *meso_import_work_new   (MesoClinic *clinic, const char *path, MesoOperation *operation);
void            meso_import_work_unref (gpointer work);
/* Throws a check away, after all that was asked of it before. */
void            meso_import_work_drop  (MesoClinic *clinic, MesoImportCheck *check);

/* #MesoClinicCall: the request is a #MesoImportWork, and so is the result. */
gpointer        meso_import_work_sample (MesoClinic *clinic, gpointer work, GError **error);
gpointer        meso_import_work_check  (MesoClinic *clinic, gpointer work, GError **error);
gpointer        meso_import_work_report (MesoClinic *clinic, gpointer work, GError **error);
gpointer        meso_import_work_store  (MesoClinic *clinic, gpointer work, GError **error);

G_END_DECLS
