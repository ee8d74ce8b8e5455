/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-service.h"

#include "meso-clinic-private.h"
#include "meso-setting-repository.h"
#include "meso-staff-repository.h"
#include "meso-text.h"

typedef struct
{
  const char *staff;
  gboolean active_only;
  const MesoStaff *person;
  const char *id;
  char *new_id;
  MesoStaff *result;
  GPtrArray *results;
} Work;

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  work->results = meso_staff_repository_list (context, work->active_only, error);
  return work->results != NULL;
}

/**
 * meso_staff_service_list:
 * @clinic: a clinic
 * @active_only: whether those who left are left out
 *
 * Returns: (transfer full) (element-type MesoStaff): who works here, in the order of entry
 */
GPtrArray *
meso_staff_service_list (MesoClinic  *clinic,
                         gboolean     active_only,
                         GError     **error)
{
  Work work = { .active_only = active_only };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.results : NULL;
}

/**
 * meso_staff_service_check:
 * @person: what was typed
 *
 * Returns: %FALSE with an error whose message starts with the field: "name: …", "licence-number: …", "role: …"
 */
gboolean
meso_staff_service_check (const MesoStaff  *person,
                          GError          **error)
{
  if (meso_text_is_empty (person->name))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                           "name: a name is expected here: it stands beside every record that they sign.");
      return FALSE;
    }
  if (person->role != MESO_ROLE_PHYSICIAN && person->role != MESO_ROLE_NURSE && person->role != MESO_ROLE_DESK)
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                           "role: it must be one of: physician, nurse, desk.");
      return FALSE;
    }
  return meso_text_check_line (person->name, MESO_STAFF_MAX_NAME_CHARACTERS, "name: the name", error) &&
         meso_text_check_line (person->licence_number, MESO_STAFF_MAX_LICENCE_CHARACTERS, "licence-number: the number", error);
}

static MesoStaff *
tidy (const MesoStaff *person)
{
  MesoStaff *tidied = meso_staff_copy (person);

  g_free (tidied->name);
  g_free (tidied->licence_number);
  tidied->name = meso_text_trim (person->name);
  tidied->licence_number = meso_text_trim (person->licence_number);
  return tidied;
}

static gboolean
add (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->new_id = meso_staff_repository_insert (context, work->staff, work->person, error);
  return work->new_id != NULL;
}

/**
 * meso_staff_service_add:
 * @clinic: a clinic
 * @person: who is new; spaces around the name and the licence number go
 *
 * Returns: (transfer full): the new id, or %NULL
 */
char *
meso_staff_service_add (MesoClinic       *clinic,
                        const MesoStaff  *person,
                        GError          **error)
{
  g_autoptr(MesoStaff) tidied = NULL;
  Work work = { .staff = meso_clinic_get_staff (clinic) };

  if (!meso_staff_service_check (person, error))
    return NULL;
  tidied = tidy (person);
  work.person = tidied;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, add, &work, error))
    g_clear_pointer (&work.new_id, g_free);
  return work.new_id;
}

/* Somebody must be left who can open the clinic, and whoever signs must be there. */
static gboolean
check_leaving (MesoStoreContext  *context,
               const Work        *work,
               GError           **error)
{
  g_autoptr(GPtrArray) active = meso_staff_repository_list (context, TRUE, error);

  if (active == NULL)
    return FALSE;
  if (active->len == 1 && g_str_equal (((MesoStaff *) g_ptr_array_index (active, 0))->id, work->person->id))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "active: nobody else works here. Add somebody first; nothing was changed.");
      return FALSE;
    }
  if (g_str_equal (work->person->id, work->staff))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "active: they are at the desk. Let somebody else take the desk first; nothing was changed.");
      return FALSE;
    }
  return TRUE;
}

static gboolean
update (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  if (!work->person->active && !check_leaving (context, work, error))
    return FALSE;
  return meso_staff_repository_update (context, work->staff, work->person, error);
}

/**
 * meso_staff_service_update:
 * @clinic: a clinic
 * @person: with the id that the list gave; name, role, licence number and whether they still work here are stored
 *
 * What was signed before keeps the role of its time.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_REFUSED when nobody would be left, or nobody at the desk
 */
gboolean
meso_staff_service_update (MesoClinic       *clinic,
                           const MesoStaff  *person,
                           GError          **error)
{
  g_autoptr(MesoStaff) tidied = NULL;
  Work work = { .staff = meso_clinic_get_staff (clinic) };

  if (!meso_staff_service_check (person, error))
    return FALSE;
  tidied = tidy (person);
  work.person = tidied;
  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, update, &work, error))
    return FALSE;
  if (g_str_equal (tidied->id, work.staff))
    meso_clinic_set_desk (clinic, tidied);
  return TRUE;
}

static gboolean
take_desk (MesoStoreContext  *context,
           gpointer           data,
           GError           **error)
{
  Work *work = data;

  work->result = meso_staff_repository_get (context, work->id, error);
  if (work->result == NULL)
    return FALSE;
  if (!work->result->active)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                   "%s doesn't work here any more, and can't sign. Nothing was changed.", work->result->name);
      return FALSE;
    }
  return meso_setting_repository_set (context, work->id, MESO_SETTING_DESK_STAFF, work->id, error);
}

/**
 * meso_staff_service_take_desk:
 * @clinic: a clinic
 * @id: an active member of staff
 *
 * From here on @id signs, at the next start too. The audit log says when, and names them: it is declared, not proved.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_NOT_FOUND or %MESO_SERVICES_ERROR_REFUSED; the desk stays as it was then
 */
gboolean
meso_staff_service_take_desk (MesoClinic  *clinic,
                              const char  *id,
                              GError     **error)
{
  Work work = { .id = id };
  gboolean taken = meso_clinic_run (clinic, MESO_STORE_WRITE, take_desk, &work, error);

  if (taken)
    meso_clinic_set_desk (clinic, work.result);
  g_clear_pointer (&work.result, meso_staff_free);
  return taken;
}

/**
 * meso_staff_service_dup_desk:
 * @clinic: a clinic
 *
 * Returns: (transfer full): who is at the desk; from memory, without waiting
 */
MesoStaff *
meso_staff_service_dup_desk (MesoClinic *clinic)
{
  return meso_clinic_dup_desk (clinic);
}
