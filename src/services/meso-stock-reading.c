/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-service.h"

#include "meso-clinic-private.h"
#include "meso-lot-repository.h"
#include "meso-staff-names.h"
#include "meso-stock-repository.h"

/* What is asked of the stock; meso-stock-service.c has what is done to it. */

typedef struct
{
  const char *id;
  const MesoPreparation *preparation;
  gboolean with_used_up;
  MesoLot *found;
  GPtrArray *list;
} Work;

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->list = meso_lot_repository_list (context, work->with_used_up, error);
  return work->list != NULL;
}

/**
 * meso_stock_service_list:
 * @with_used_up: whether lots are wanted of which nothing is left
 *
 * Returns: (transfer full) (element-type MesoLot): the lots, the first to expire first, or %NULL
 */
GPtrArray *
meso_stock_service_list (MesoClinic  *clinic,
                         gboolean     with_used_up,
                         GError     **error)
{
  Work work = { .with_used_up = with_used_up };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.list : NULL;
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->found = meso_lot_repository_get (context, work->id, error);
  return work->found != NULL;
}

/**
 * meso_stock_service_get:
 * @lot: its id
 *
 * Returns: (transfer full): the lot as it is now, or %NULL
 */
MesoLot *
meso_stock_service_get (MesoClinic  *clinic,
                        const char  *lot,
                        GError     **error)
{
  Work work = { .id = lot };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.found : NULL;
}

static gboolean
gather (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  for (guint i = 0; i < work->preparation->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (work->preparation->draws, i);
      MesoLot *lot;

      if (meso_lot_find (work->list, draw->lot) != NULL)
        continue;
      lot = meso_lot_repository_get (context, draw->lot, error);
      if (lot == NULL)
        return FALSE;
      g_ptr_array_add (work->list, lot);
    }
  return TRUE;
}

/**
 * meso_stock_service_gather:
 * @preparation: a stored one
 * @lots: (element-type MesoLot): lots that are known already; those that it draws from besides are added, as they are now
 *
 * Returns: whether each was found; where one wasn't, @lots is as it was
 */
gboolean
meso_stock_service_gather (MesoClinic             *clinic,
                           const MesoPreparation  *preparation,
                           GPtrArray              *lots,
                           GError                **error)
{
  Work work = { .preparation = preparation, .list = lots };
  guint known = lots->len;

  if (meso_clinic_run (clinic, MESO_STORE_READ, gather, &work, error))
    return TRUE;
  g_ptr_array_set_size (lots, (int) known);
  return FALSE;
}

static gboolean
find (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->list = meso_lot_repository_find (context, work->id, error);
  if (work->list == NULL || work->list->len > 0)
    return work->list != NULL;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "There is no lot “%s” on file.", work->id);
  return FALSE;
}

/**
 * meso_stock_service_find:
 * @lot: its id, or its number in any case, spacing and digits
 *
 * Returns: (transfer full) (element-type MesoLot): all lots that bear or bore it, at least one; or %NULL with
 *   %MESO_SERVICES_ERROR_NOT_FOUND
 */
GPtrArray *
meso_stock_service_find (MesoClinic  *clinic,
                         const char  *lot,
                         GError     **error)
{
  Work work = { .id = lot };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, find, &work, error))
    g_clear_pointer (&work.list, g_ptr_array_unref);
  return work.list;
}

/* note (transfer full) */
static gboolean
add_event (Work              *work,
           MesoStoreContext  *context,
           GHashTable        *names,
           MesoLotNote       *note,
           GError           **error)
{
  MesoLotEvent *event = g_new0 (MesoLotEvent, 1);
  g_autoptr(MesoPatient) patient = NULL;

  event->note = note;
  event->who = meso_staff_names_dup (names, note->by);
  g_ptr_array_add (work->list, event);
  if (note->patient == NULL)
    return TRUE;
  patient = meso_clinic_find_patient (context, note->patient, error);
  if (patient == NULL)
    return FALSE;
  event->patient_name = meso_patient_dup_full_name (patient);
  event->file_number = g_strdup (patient->file_number);
  return TRUE;
}

static gboolean
list_history (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = meso_lot_repository_get (context, work->id, error);
  g_autoptr(GPtrArray) notes = lot != NULL ? meso_stock_repository_list_notes (context, work->id, error) : NULL;
  g_autoptr(GHashTable) names = notes != NULL ? meso_staff_names_load (context, error) : NULL;

  if (names == NULL)
    return FALSE;
  work->list = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_event_free);
  while (notes->len > 0)
    {
      if (!add_event (work, context, names, g_ptr_array_steal_index (notes, 0), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_stock_service_list_history:
 * @lot: which lot
 *
 * Returns: (transfer full) (element-type MesoLotEvent): all that happened to it, the oldest first, or %NULL
 */
GPtrArray *
meso_stock_service_list_history (MesoClinic  *clinic,
                                 const char  *lot,
                                 GError     **error)
{
  Work work = { .id = lot };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, list_history, &work, error))
    g_clear_pointer (&work.list, g_ptr_array_unref);
  return work.list;
}
