/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-protocol.h"

#include "meso-clinic-private.h"
#include "meso-protocol-archive-repository.h"

typedef struct
{
  const char *hash;
  GPtrArray *documents;
} LoadWork;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  LoadWork *work = data;

  work->documents = meso_protocol_archive_repository_load (context, work->hash, error);
  return work->documents != NULL;
}

/**
 * meso_screening_protocol_load:
 * @hash: SHA-256 of the content, as a stored verdict has it
 *
 * The content is kept with the first screening that was judged by it, so that a verdict can be read as it was signed in any later
 * version.
 *
 * Returns: (transfer full): the content, or %NULL with the reason
 */
MesoProtocol *
meso_screening_protocol_load (MesoClinic  *clinic,
                           const char  *hash,
                           GError     **error)
{
  MesoProtocol *in_use = meso_clinic_get_protocol (clinic);
  LoadWork work = { .hash = hash };
  MesoProtocol *protocol;

  if (g_strcmp0 (meso_protocol_get_hash (in_use), hash) == 0)
    return meso_protocol_ref (in_use);
  if (!meso_clinic_run (clinic, MESO_STORE_READ, load, &work, error))
    return NULL;
  protocol = meso_protocol_new (work.documents, error);
  g_ptr_array_unref (work.documents);
  return protocol;
}
