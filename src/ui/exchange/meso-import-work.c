/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-work.h"

#include "meso-exchange-words.h"

/* So many rows are looked at before the columns are chosen. */
#define SAMPLE_ROWS 1000

static gpointer
throw_away (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_clear_pointer ((MesoImportCheck **) request, meso_import_check_free);
  return NULL;
}

static void
free_held (gpointer held)
{
  g_clear_pointer ((MesoImportCheck **) held, meso_import_check_free);
  g_free (held);
}

void
meso_import_work_drop (MesoClinic      *clinic,
                       MesoImportCheck *check)
{
  MesoImportCheck **held = g_new (MesoImportCheck *, 1);

  *held = check;
  meso_clinic_call_async (clinic, throw_away, held, free_held, NULL, NULL, NULL, NULL);
}

static void
clear (gpointer data)
{
  MesoImportWork *work = data;

  if (work->owns_check && work->check != NULL)
    meso_import_work_drop (work->clinic, work->check);
  g_object_unref (work->clinic);
  g_free (work->path);
  g_clear_pointer (&work->mapping, meso_patient_mapping_free);
  g_clear_pointer (&work->sample, meso_import_sample_free);
  g_clear_object (&work->operation);
}

void
meso_import_work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, clear);
}

MesoImportWork *
meso_import_work_new (MesoClinic    *clinic,
                      const char    *path,
                      MesoOperation *operation)
{
  MesoImportWork *work = g_atomic_rc_box_new0 (MesoImportWork);

  work->clinic = g_object_ref (clinic);
  work->path = g_strdup (path);
  g_set_object (&work->operation, operation);
  return work;
}

gpointer
meso_import_work_sample (MesoClinic  *clinic,
                         gpointer     request,
                         GError     **error)
{
  MesoImportWork *work = request;

  work->sample = meso_import_service_sample (work->path, work->encoding, 0, SAMPLE_ROWS, error);
  return work->sample != NULL ? g_atomic_rc_box_acquire (work) : NULL;
}

gpointer
meso_import_work_check (MesoClinic  *clinic,
                        gpointer     request,
                        GError     **error)
{
  MesoImportWork *work = request;

  work->owns_check = TRUE;
  work->check = meso_import_service_check (clinic, work->path, work->encoding, work->separator, work->mapping, work->today,
                                           work->operation, error);
  return work->check != NULL ? g_atomic_rc_box_acquire (work) : NULL;
}

gpointer
meso_import_work_report (MesoClinic  *clinic,
                         gpointer     request,
                         GError     **error)
{
  MesoImportWork *work = request;

  return meso_import_service_save_faults (work->check, work->path, meso_exchange_words_report, NULL, error)
           ? g_atomic_rc_box_acquire (work) : NULL;
}

gpointer
meso_import_work_store (MesoClinic  *clinic,
                        gpointer     request,
                        GError     **error)
{
  MesoImportWork *work = request;

  return meso_import_service_store (clinic, work->check, &work->choices, work->operation, &work->result, error)
           ? g_atomic_rc_box_acquire (work) : NULL;
}
