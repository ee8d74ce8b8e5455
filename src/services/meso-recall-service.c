/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-service.h"

#include "meso-clinic-private.h"
#include "meso-export-file.h"
#include "meso-patient-repository.h"
#include "meso-recall-csv.h"
#include "meso-recall-note.h"
#include "meso-recall-repository.h"

typedef struct
{
  MesoClinic *clinic;
  const char *id;
  const MesoRecall *given;
  const char *path;
  const char *recipient;        /* (nullable) */
  const char *reason;           /* (nullable) */
  MesoRecall *recall;
} Work;

static gboolean
note (MesoStoreContext  *context,
      const Work        *work,
      const MesoRecall  *recall,
      const char        *action,
      GError           **error)
{
  return meso_recall_note (context, meso_clinic_get_staff (work->clinic), action, recall, work->path, work->recipient, work->reason,
                           error);
}

static gboolean
trace (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Work *work = data;

  work->recall = meso_recall_repository_trace (context, work->id, error);
  return work->recall != NULL && note (context, work, work->recall, "read", error);
}

/**
 * meso_recall_service_trace:
 * @lot: its id, or its number in any case, spacing and digits
 *
 * Into whom a lot went. That it was looked up is written into the log.
 *
 * Returns: (transfer full): all lots that bear or bore the number, and where they went; %NULL with %MESO_SERVICES_ERROR_NOT_FOUND when
 *   there is no such lot
 */
MesoRecall *
meso_recall_service_trace (MesoClinic  *clinic,
                           const char  *lot,
                           GError     **error)
{
  Work work = { .clinic = clinic, .id = lot };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, trace, &work, error))
    g_clear_pointer (&work.recall, meso_recall_free);
  return work.recall;
}

static gboolean
trace_person (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->id, error);

  work->recall = patient != NULL ? meso_recall_repository_trace_person (context, patient->id, error) : NULL;
  return work->recall != NULL;
}

/**
 * meso_recall_service_list_lots_of_patient:
 * @patient: an id or a file number
 *
 * The other way round: what was drawn for somebody.
 *
 * Returns: (transfer full): the lots, and for which preparation each was drawn from; or %NULL
 */
MesoRecall *
meso_recall_service_list_lots_of_patient (MesoClinic  *clinic,
                                          const char  *patient,
                                          GError     **error)
{
  Work work = { .clinic = clinic, .id = patient };

  return meso_clinic_run (clinic, MESO_STORE_READ, trace_person, &work, error) ? work.recall : NULL;
}

/**
 * meso_recall_service_write_csv:
 * @recall: where lots went
 * @separator: what stands between cells: `,` `;` or a tab
 * @byte_order_mark: whether Excel shall see by a mark that it is UTF-8
 *
 * Returns: (transfer full): the list to call by, see meso_recall_csv_write()
 */
GBytes *
meso_recall_service_write_csv (const MesoRecall *recall,
                               char              separator,
                               gboolean          byte_order_mark)
{
  return g_string_free_to_bytes (meso_recall_csv_write (recall, separator, byte_order_mark));
}

static gboolean
note_export (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;

  return note (context, work, work->given, "export", error);
}

/**
 * meso_recall_service_write_file:
 * @recall: where lots went
 * @path: the name that the file gets
 * @separator: what stands between cells
 * @byte_order_mark: whether Excel shall see by a mark that it is UTF-8
 * @replace: whether a file that is there may give way
 * @recipient: (nullable): who gets it
 * @reason: (nullable): what for
 *
 * Writes the list into a file that is private and gets its name when it is whole; the log says that it was given out.
 *
 * Returns: whether the file is there
 */
gboolean
meso_recall_service_write_file (MesoClinic        *clinic,
                                const MesoRecall  *recall,
                                const char        *path,
                                char               separator,
                                gboolean           byte_order_mark,
                                gboolean           replace,
                                const char        *recipient,
                                const char        *reason,
                                GError           **error)
{
  g_autoptr(MesoExportFile) file = meso_export_file_new (path, replace, error);
  g_autoptr(GBytes) csv = meso_recall_service_write_csv (recall, separator, byte_order_mark);
  Work work = { .clinic = clinic, .given = recall, .path = path, .recipient = recipient, .reason = reason };

  return file != NULL && meso_export_file_write (file, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), error) &&
         meso_clinic_run (clinic, MESO_STORE_WRITE, note_export, &work, error) && meso_export_file_finish (file, error);
}
