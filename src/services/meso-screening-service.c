/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-service.h"

#include "meso-clinic-private.h"
#include "meso-core-error.h"
#include "meso-protocol-archive-repository.h"
#include "meso-screening-engine.h"
#include "meso-screening-recording.h"
#include "meso-screening-repository.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  MesoQuestionnaireResponse *response;
  MesoCalendarDate today;
  MesoVerdict *verdict;
  char *id;
} RecordWork;

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  RecordWork *work = data;

  work->verdict = meso_screening_recording_store (context, work->clinic, work->patient, work->response, work->today, &work->id,
                                                  error);
  return work->verdict != NULL;
}

/**
 * meso_screening_service_record:
 * @patient: an id or a file number
 * @response: what was answered; sex and birth date are taken from the record
 * @today: the day of the screening
 * @id_out: (out): the stored screening's id
 *
 * Evaluates the answers and stores them with the verdict and the protocol they were judged by. The patient's draft of
 * that form has done its duty and goes. A finding that suspends stops the course until a physician closes it.
 *
 * Returns: (transfer full): the verdict, or %NULL; nothing is stored then
 */
MesoVerdict *
meso_screening_service_record (MesoClinic                 *clinic,
                               const char                 *patient,
                               MesoQuestionnaireResponse  *response,
                               MesoCalendarDate            today,
                               char                      **id_out,
                               GError                    **error)
{
  RecordWork work = { .clinic = clinic, .patient = patient, .response = response, .today = today };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    {
      g_clear_pointer (&work.verdict, meso_verdict_free);
      g_free (work.id);
      return NULL;
    }
  *id_out = work.id;
  return work.verdict;
}

typedef struct
{
  const char *id;
  MesoScreening *screening;
  GPtrArray *decisions;
} GetWork;

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  GetWork *work = data;

  work->screening = meso_screening_repository_get (context, work->id, error);
  work->decisions = work->screening != NULL ? meso_screening_repository_list_decisions (context, work->id, error) : NULL;
  return work->decisions != NULL;
}

/**
 * meso_screening_service_get:
 * @id: a stored screening's id
 * @decisions_out: (out) (optional) (transfer full) (element-type MesoScreeningDecision): what was decided about it, oldest first
 *
 * Returns: (transfer full): the screening as it was stored, or %NULL
 */
MesoScreening *
meso_screening_service_get (MesoClinic  *clinic,
                            const char  *id,
                            GPtrArray  **decisions_out,
                            GError     **error)
{
  GetWork work = { .id = id };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error))
    {
      g_clear_pointer (&work.screening, meso_screening_free);
      return NULL;
    }
  if (decisions_out != NULL)
    *decisions_out = g_steal_pointer (&work.decisions);
  g_clear_pointer (&work.decisions, g_ptr_array_unref);
  return work.screening;
}

typedef struct
{
  const char *id;
  MesoOperation *operation;   /* (nullable) */
  GHashTable *protocols;      /* hash → MesoProtocol */
  GPtrArray *differences;
  guint replayed;
} ReplayWork;

static MesoProtocol *
load_archived (ReplayWork        *work,
               MesoStoreContext  *context,
               const char        *hash,
               GError           **error)
{
  MesoProtocol *protocol = g_hash_table_lookup (work->protocols, hash);
  g_autoptr(GPtrArray) documents = NULL;

  if (protocol != NULL)
    return protocol;
  documents = meso_protocol_archive_repository_load (context, hash, error);
  protocol = documents != NULL ? meso_protocol_new (documents, error) : NULL;
  if (protocol != NULL)
    g_hash_table_insert (work->protocols, g_strdup (hash), protocol);
  return protocol;
}

static gboolean
replay_one (ReplayWork        *work,
            MesoStoreContext  *context,
            const char        *id,
            GError           **error)
{
  g_autoptr(MesoScreening) screening = meso_screening_repository_get (context, id, error);
  g_autoptr(MesoVerdict) again = NULL;
  g_autofree char *difference = NULL;
  g_autoptr(GError) local_error = NULL;
  MesoProtocol *protocol;

  if (screening == NULL)
    return FALSE;
  protocol = load_archived (work, context, screening->verdict->protocol_hash, &local_error);
  if (protocol != NULL)
    again = meso_screening_engine_evaluate (protocol, screening->response, screening->date, &local_error);
  if (again != NULL)
    difference = meso_verdict_describe_difference (screening->verdict, again);
  else if (local_error->domain == MESO_CORE_ERROR)
    difference = g_strdup_printf ("can't be evaluated any more: %s", local_error->message);
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (difference != NULL)
    g_ptr_array_add (work->differences, g_strdup_printf ("%s: %s", id, difference));
  work->replayed++;
  return TRUE;
}

static gboolean
replay (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  ReplayWork *work = data;
  g_autoptr(GPtrArray) ids = NULL;

  if (work->id != NULL)
    return replay_one (work, context, work->id, error);
  ids = meso_screening_repository_list_ids (context, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!replay_one (work, context, g_ptr_array_index (ids, i), error) ||
          !meso_operation_report (work->operation, i + 1, ids->len, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_screening_service_replay:
 * @id: (nullable): a stored screening, %NULL for all
 * @operation: (nullable): is told how far it is, and may stop it
 * @replayed_out: (out): how many were looked at
 *
 * Evaluates stored screenings again, each by the protocol of its time. One that can't be evaluated any more is told of as well,
 * and doesn't keep the others from it.
 *
 * Returns: (transfer full) (element-type utf8): what differs, or %NULL
 */
GPtrArray *
meso_screening_service_replay (MesoClinic     *clinic,
                               const char     *id,
                               MesoOperation  *operation,
                               guint          *replayed_out,
                               GError        **error)
{
  g_autoptr(GHashTable) protocols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify) meso_protocol_unref);
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  ReplayWork work = { .id = id, .operation = operation, .protocols = protocols, .differences = differences };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, replay, &work, error))
    return NULL;
  *replayed_out = work.replayed;
  return g_steal_pointer (&differences);
}
