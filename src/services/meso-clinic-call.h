/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/**
 * MesoClinicCall:
 * @request: what was handed to meso_clinic_call_async()
 *
 * A use case, or a few that belong together: calls services, which wait for the disk. Runs on the clinic's own thread.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with @error set; %NULL without an error is an answer too
 */
typedef gpointer (*MesoClinicCall) (MesoClinic *clinic, gpointer request, GError **error);

/* Calls of one clinic are done one after the other, in the order asked: nothing overtakes a save. Every call is answered,
 * on the caller's main context. request_free and result_free (nullable). */
void     meso_clinic_call_async  (MesoClinic          *self,
                                  MesoClinicCall       call,
                                  gpointer             request,
                                  GDestroyNotify       request_free,
                                  GDestroyNotify       result_free,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
/* (transfer full): what the call returned, or NULL with its error */
gpointer meso_clinic_call_finish (MesoClinic *self, GAsyncResult *result, GError **error);

G_END_DECLS
