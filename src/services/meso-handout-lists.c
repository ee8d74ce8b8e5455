/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-service.h"

#include "meso-clinic-private.h"
#include "meso-handout-repository.h"
#include "meso-overview.h"

typedef struct
{
  const char *id;
  guint limit;
  MesoHandoutIssue *issue;
  GPtrArray *list;
} Work;

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->issue = meso_handout_repository_get (context, work->id, error);
  return work->issue != NULL;
}

/**
 * meso_handout_service_get:
 * @id: a sheet that was handed out
 *
 * Returns: (transfer full): the sheet with its bytes, or %NULL
 */
MesoHandoutIssue *
meso_handout_service_get (MesoClinic  *clinic,
                          const char  *id,
                          GError     **error)
{
  Work work = { .id = id };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.issue : NULL;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->id, error);

  work->list = patient != NULL ? meso_handout_repository_list (context, patient->id, error) : NULL;
  return work->list != NULL;
}

/**
 * meso_handout_service_list:
 * @patient: an id or a file number
 *
 * Returns: (transfer full) (element-type MesoHandoutIssue): the patient's sheets without their bytes, newest first, or %NULL
 */
GPtrArray *
meso_handout_service_list (MesoClinic  *clinic,
                           const char  *patient,
                           GError     **error)
{
  Work work = { .id = patient };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.list : NULL;
}

static gboolean
list_recent (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;
  g_autoptr(GPtrArray) ids = meso_overview_list_handouts (context, work->limit, error);
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_issue_free);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      MesoHandoutIssue *sheet = meso_handout_repository_get (context, g_ptr_array_index (ids, i), error);

      if (sheet == NULL)
        return FALSE;
      g_clear_pointer (&sheet->pdf, g_bytes_unref);
      g_ptr_array_add (sheets, sheet);
    }
  work->list = ids != NULL ? g_steal_pointer (&sheets) : NULL;
  return work->list != NULL;
}

/**
 * meso_handout_service_list_recent:
 * @limit: how many at most, above zero
 *
 * Returns: (transfer full) (element-type MesoHandoutIssue): the sheets that were handed out last, without their bytes, newest
 *   first, or %NULL
 */
GPtrArray *
meso_handout_service_list_recent (MesoClinic  *clinic,
                                  guint        limit,
                                  GError     **error)
{
  Work work = { .limit = limit };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_recent, &work, error) ? work.list : NULL;
}
