/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-private.h"

#include "meso-protocol-archive-repository.h"
#include "meso-protocol-version-repository.h"
#include "meso-setting-repository.h"
#include "meso-staff-repository.h"

/* Whoever was there last; in a clinic where nobody ever took the desk, who was entered first. */
static const MesoStaff *
choose_staff (const GPtrArray *staff,
              const char      *last)
{
  const MesoStaff *chosen = NULL;

  for (guint i = 0; i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (person->active && (chosen == NULL || g_strcmp0 (person->id, last) == 0))
        chosen = person;
    }
  return chosen;
}

typedef struct
{
  MesoClinicDesk *desk;
  const MesoStaff *first;
} Beginning;

static gboolean
find_staff (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Beginning *beginning = data;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *last = meso_setting_repository_get (context, MESO_SETTING_DESK_STAFF, &local_error);
  g_autoptr(GPtrArray) staff = NULL;
  const MesoStaff *chosen;

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  staff = meso_staff_repository_list (context, FALSE, error);
  if (staff == NULL)
    return FALSE;
  chosen = choose_staff (staff, last);
  if (chosen != NULL)
    meso_clinic_desk_set (beginning->desk, chosen);
  if (staff->len == 0 || chosen != NULL)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                       "Nobody works at this clinic any more: all of its staff are inactive. No record was changed.");
  return FALSE;
}

static gboolean
enter_first_staff (MesoStoreContext  *context,
                   gpointer           data,
                   GError           **error)
{
  Beginning *beginning = data;
  g_autoptr(MesoStaff) person = meso_staff_copy (beginning->first);

  person->active = TRUE;
  g_free (person->id);
  person->id = meso_staff_repository_insert (context, NULL, person, error);
  if (person->id == NULL)
    return FALSE;
  meso_clinic_desk_set (beginning->desk, person);
  return TRUE;
}

typedef struct
{
  guint number;
  GBytes *document;
} OwnProtocol;

static gboolean
find_protocol (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  OwnProtocol *own = data;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoProtocolVersion) newest = meso_protocol_version_repository_get_newest (context, &local_error);
  g_autoptr(GPtrArray) documents = NULL;

  if (newest == NULL)
    return !meso_clinic_take_error (&local_error, error);
  documents = meso_protocol_archive_repository_load (context, newest->hash, error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);

      if (document->clinic)
        own->document = g_bytes_ref (document->bytes);
    }
  own->number = newest->number;
  return documents != NULL;
}

/* The clinic's own protocol, laid over what ships with this version of the program. */
static gboolean
begin_protocol (MesoClinic  *self,
                GError     **error)
{
  OwnProtocol own = { 0 };
  g_autoptr(GBytes) document = NULL;
  g_autoptr(MesoContent) content = NULL;

  if (!meso_clinic_run (self, MESO_STORE_READ, find_protocol, &own, error))
    return FALSE;
  document = own.document;
  if (document == NULL)
    return TRUE;
  content = meso_content_new_for_clinic (meso_clinic_get_content (self), own.number, document, error);
  if (content == NULL)
    return FALSE;
  meso_clinic_set_content (self, content);
  return TRUE;
}

/**
 * meso_clinic_begin:
 * @self: a clinic
 * @first: (nullable): who is entered where the clinic has no staff yet; %NULL for the front desk
 *
 * Finds out who is at the desk, and lays the clinic's own protocol over what ships.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_INVALID when nobody of the staff is active
 */
gboolean
meso_clinic_begin (MesoClinic       *self,
                   const MesoStaff  *first,
                   GError          **error)
{
  const MesoStaff front_desk = { .name = (char *) "Front desk", .role = MESO_ROLE_DESK, .licence_number = (char *) "" };
  Beginning beginning = { meso_clinic_get_desk (self), first != NULL ? first : &front_desk };

  if (!meso_clinic_run (self, MESO_STORE_READ, find_staff, &beginning, error) || !begin_protocol (self, error))
    return FALSE;
  /* A new file, or one whose making was cut short just before this. */
  return meso_clinic_get_staff (self) != NULL ||
         meso_clinic_run (self, MESO_STORE_WRITE, enter_first_staff, &beginning, error);
}
