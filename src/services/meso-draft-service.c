/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-service.h"

#include "meso-clinic-private.h"
#include "meso-draft-repository.h"

typedef struct
{
  const char *staff;
  const char *entity;
  const char *key;
  const char *text;
  MesoDraft *draft;
} Work;

static gboolean
put (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  return meso_draft_repository_put (context, work->staff, work->entity, work->key, work->text, error);
}

/**
 * meso_draft_service_put:
 * @clinic: a clinic
 * @entity: what is being written: "patient", "screening" …
 * @key: which one: "new", or an id
 * @text: its content as JSON, known to the form only
 *
 * Keeps what someone is typing, in the place of what was kept before. Leaves no audit row: nothing of it is a record yet.
 *
 * Returns: whether it is on the disk
 */
gboolean
meso_draft_service_put (MesoClinic  *clinic,
                        const char  *entity,
                        const char  *key,
                        const char  *text,
                        GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .entity = entity, .key = key, .text = text };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, put, &work, error);
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  g_autoptr(GError) local_error = NULL;

  work->draft = meso_draft_repository_get (context, work->entity, work->key, &local_error);
  return !meso_clinic_take_error (&local_error, error);
}

/**
 * meso_draft_service_get:
 * @clinic: a clinic
 *
 * Returns: (transfer full) (nullable): what was kept, or %NULL without an error when nothing was
 */
MesoDraft *
meso_draft_service_get (MesoClinic  *clinic,
                        const char  *entity,
                        const char  *key,
                        GError     **error)
{
  Work work = { .entity = entity, .key = key };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.draft : NULL;
}

static gboolean
forget (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  return meso_draft_repository_remove (context, work->entity, work->key, error);
}

/**
 * meso_draft_service_remove:
 * @clinic: a clinic
 *
 * Forgets what was typed: it was stored, or thrown away. Nothing there is fine too.
 *
 * Returns: whether it is gone
 */
gboolean
meso_draft_service_remove (MesoClinic  *clinic,
                           const char  *entity,
                           const char  *key,
                           GError     **error)
{
  Work work = { .entity = entity, .key = key };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, forget, &work, error);
}
