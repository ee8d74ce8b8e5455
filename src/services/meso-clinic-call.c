/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-call.h"

#include "meso-clinic-private.h"

typedef struct
{
  MesoClinic *clinic;           /* the task's source holds it */
  MesoClinicCall call;
  gpointer request;
  GDestroyNotify request_free;
  gpointer result;
  GDestroyNotify result_free;
} Call;

static void
clear_result (Call *call)
{
  gpointer result = g_steal_pointer (&call->result);

  if (result != NULL && call->result_free != NULL)
    call->result_free (result);
}

static void
call_free (gpointer data)
{
  Call *call = data;

  clear_result (call);
  if (call->request_free != NULL && call->request != NULL)
    call->request_free (call->request);
  g_free (call);
}

/* Nobody waits any more for what was only read. What was stored is stored, and is never told as undone. */
static gboolean
do_call (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Call *call = data;
  g_autoptr(GError) local_error = NULL;

  meso_clinic_set_wrote (call->clinic, FALSE);
  call->result = call->call (call->clinic, call->request, &local_error);
  if (local_error == NULL && !meso_clinic_get_wrote (call->clinic))
    g_cancellable_set_error_if_cancelled (cancellable, &local_error);
  if (local_error == NULL)
    return TRUE;
  clear_result (call);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * meso_clinic_call_async:
 * @self: a clinic, which lives until the answer came
 * @call: (scope async): what to do, on the clinic's own thread, where it may wait for the disk
 * @request: (transfer full) (nullable): for @call
 * @request_free: (nullable): how @request is freed, on the caller's main context
 * @result_free: (nullable): how a result that nobody fetched is freed
 * @cancellable: (nullable): says that nobody waits for the answer any more
 * @callback: always comes, on the caller's main context
 *
 * Does @call without waiting. Calls are done one after the other, in the order asked.
 *
 * A call that was cancelled before its turn is not done, and one that only read is answered with %G_IO_ERROR_CANCELLED. One
 * that had stored something by then is answered with what it did: so @callback must hold a reference to whatever it
 * touches, and look whether its page is still there. When the clinic is closed, the calls asked before are done
 * first; later ones are answered with the store's “closed”.
 */
void
meso_clinic_call_async (MesoClinic          *self,
                        MesoClinicCall       call,
                        gpointer             request,
                        GDestroyNotify       request_free,
                        GDestroyNotify       result_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Call *work;

  g_return_if_fail (MESO_IS_CLINIC (self));
  g_return_if_fail (call != NULL);

  work = g_new0 (Call, 1);
  work->clinic = self;
  work->call = call;
  work->request = request;
  work->request_free = request_free;
  work->result_free = result_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, meso_clinic_call_async);
  g_task_set_static_name (task, "MesoClinic call");
  g_task_set_task_data (task, work, call_free);
  meso_store_worker_push (meso_clinic_get_worker (self), do_call, work, task);
}

/**
 * meso_clinic_call_finish:
 * @self: a clinic
 *
 * Returns: (transfer full) (nullable): what the call returned; %NULL with the error it failed with. %NULL without an error
 *   when that is what it returned
 */
gpointer
meso_clinic_call_finish (MesoClinic    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  Call *call;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, meso_clinic_call_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  call = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&call->result);
}
