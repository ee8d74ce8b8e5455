/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-making.h"

#include <glib/gstdio.h>

#include "meso-clinic-private.h"
#include "meso-store-place.h"

/* One name, so that what a kill left behind is found again. */
#define ENDING ".new"

/* What is there was never a clinic: its making was cut short. */
static gboolean
remove_left (const char  *beside,
             GError     **error)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal", "" };
  g_autoptr(MesoStoreLock) lock = meso_store_lock_take (beside, error);

  if (lock == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (beside, endings[i], NULL);

      g_unlink (name);
    }
  meso_store_lock_settle (lock);
  return TRUE;
}

static gboolean
make_beside (const char       *beside,
             MesoContent      *content,
             const MesoStaff  *first,
             MesoClinicFill    fill,
             gpointer          data,
             GError          **error)
{
  g_autoptr(MesoClinic) clinic = meso_clinic_create_with_staff (beside, content, first, error);

  return clinic != NULL && fill (clinic, data, error) && meso_clinic_close (clinic, error);
}

/**
 * meso_clinic_make_file:
 * @path: where nothing may be yet
 * @content: the clinical content
 * @first: who works there first
 * @fill: (scope call): what the clinic begins with
 *
 * Makes a clinic's file. A kill or a fault in between leaves no clinic at @path, and the next making begins anew.
 *
 * Returns: whether the whole clinic is at @path, and closed
 */
gboolean
meso_clinic_make_file (const char       *path,
                       MesoContent      *content,
                       const MesoStaff  *first,
                       MesoClinicFill    fill,
                       gpointer          data,
                       GError          **error)
{
  g_autofree char *place = NULL;
  g_autofree char *beside = NULL;

  meso_clinic_make_own_folder (path);
  place = meso_store_place_resolve (path, error);
  if (place == NULL || !meso_store_place_check_free (place, error) || !meso_store_place_check_folder (place, error))
    return FALSE;
  beside = g_strconcat (place, ENDING, NULL);
  if (!remove_left (beside, error))
    return FALSE;
  if (make_beside (beside, content, first, fill, data, error) && meso_store_place_publish (beside, place, FALSE, error))
    return TRUE;
  remove_left (beside, NULL);
  return FALSE;
}
