/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-course-suspension.h"

#include "meso-clinic-private.h"
#include "meso-plan-repository.h"
#include "meso-setting-repository.h"

/**
 * meso_course_suspension_begin:
 * @patient: the record's id; what belongs to records merged into it belongs to it
 * @reason: what happened
 *
 * A course that is suspended already keeps the reason it has; one that is over stays so.
 *
 * Returns: whether that is done
 */
gboolean
meso_course_suspension_begin (MesoStoreContext  *context,
                              MesoClinic        *clinic,
                              const char        *patient,
                              const char        *reason,
                              GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoCourse) course = meso_plan_repository_latest_of_patient (context, patient, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (course == NULL || course->status != MESO_COURSE_ACTIVE)
    return TRUE;
  return meso_plan_repository_set_plan_status (context, meso_clinic_get_staff (clinic), course->id, MESO_COURSE_SUSPENDED, reason,
                                               error);
}

/**
 * meso_course_suspension_dup_language:
 * @context: a unit of work
 *
 * Returns: (transfer full): the language that reasons are written in, the clinic's ("en" where none was chosen), or %NULL
 */
char *
meso_course_suspension_dup_language (MesoStoreContext  *context,
                                     GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *language = meso_setting_repository_get (context, MESO_SETTING_LANGUAGE, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return NULL;
  return language != NULL ? g_steal_pointer (&language) : g_strdup ("en");
}
