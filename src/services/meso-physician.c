/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-physician.h"

#include "meso-clinic-private.h"
#include "meso-staff-repository.h"

/**
 * meso_physician_check_desk:
 *
 * Returns: whether whoever is at the desk may decide as a physician
 */
gboolean
meso_physician_check_desk (MesoStoreContext  *context,
                           MesoClinic        *clinic,
                           GError           **error)
{
  g_autoptr(MesoStaff) person = meso_staff_repository_get (context, meso_clinic_get_staff (clinic), error);

  if (person == NULL)
    return FALSE;
  if (person->role == MESO_ROLE_PHYSICIAN && person->active)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
               "Only a physician decides this, and %s at the desk is not entered as one. Let a physician take the desk; nothing "
               "was stored.", person->name);
  return FALSE;
}
