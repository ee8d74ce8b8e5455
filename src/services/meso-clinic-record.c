/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-private.h"

#include "meso-patient-repository.h"

/**
 * meso_clinic_find_record:
 * @context: the unit of work that this happens in
 * @id_or_file_number: what a person or a script calls the record
 *
 * Looks a record up, whatever it was merged into.
 *
 * Returns: (transfer full): the record, or %NULL with %MESO_STORE_ERROR_NO_RECORD
 */
MesoPatient *
meso_clinic_find_record (MesoStoreContext  *context,
                         const char        *id_or_file_number,
                         GError           **error)
{
  return g_uuid_string_is_valid (id_or_file_number)
           ? meso_patient_repository_get (context, id_or_file_number, error)
           : meso_patient_repository_get_by_file_number (context, id_or_file_number, error);
}

/**
 * meso_clinic_find_patient:
 * @context: the unit of work that this happens in
 * @id_or_file_number: what a person or a script calls the patient
 *
 * Looks a record up and follows it through any number of merges, so that old file numbers stay good.
 *
 * Returns: (transfer full): the record, or %NULL with %MESO_STORE_ERROR_NO_RECORD
 */
MesoPatient *
meso_clinic_find_patient (MesoStoreContext  *context,
                          const char        *id_or_file_number,
                          GError           **error)
{
  g_autoptr(MesoPatient) found = meso_clinic_find_record (context, id_or_file_number, error);
  g_autofree char *id = NULL;

  if (found == NULL)
    return NULL;
  id = meso_patient_repository_resolve (context, found->id, error);
  if (id == NULL)
    return NULL;
  if (g_str_equal (id, found->id))
    return g_steal_pointer (&found);
  return meso_patient_repository_get (context, id, error);
}

/**
 * meso_clinic_take_error:
 * @from: (inout) (transfer full): what a look-up set that gives %NULL both when it finds nothing and when it fails
 * @error: where it goes
 *
 * Hands the error of such a look-up on to the caller.
 *
 * Returns: whether there was one
 */
gboolean
meso_clinic_take_error (GError **from,
                        GError **error)
{
  if (*from == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (from));
  return TRUE;
}

/**
 * meso_clinic_agree_on_sex:
 * @patient: the record
 * @said: what the request says; %MESO_SEX_UNKNOWN when it says nothing
 * @agreed: (out): what both know; the request's where the record has none. Unset on failure
 *
 * The record knows the sex: a request that says another is about somebody else, or mistyped, and on it
 * hangs which questions are asked.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_INVALID when the two contradict each other
 */
gboolean
meso_clinic_agree_on_sex (const MesoPatient  *patient,
                          MesoSex             said,
                          MesoSex            *agreed,
                          GError            **error)
{
  if (said != MESO_SEX_UNKNOWN && patient->sex != MESO_SEX_UNKNOWN && said != patient->sex)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "patient.sex: the record of file %s says %s, not %s. Correct one of them; nothing was stored.",
                   patient->file_number, meso_sex_to_string (patient->sex), meso_sex_to_string (said));
      return FALSE;
    }
  *agreed = patient->sex != MESO_SEX_UNKNOWN ? patient->sex : said;
  return TRUE;
}
