/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MesoOperation:
 *
 * Long work under way: how far it is, and a way to stop it. Property `fraction`, 0 to 1, is notified on the main context that made
 * it, whatever thread reports.
 */
#define MESO_TYPE_OPERATION (meso_operation_get_type ())
G_DECLARE_FINAL_TYPE (MesoOperation, meso_operation, MESO, OPERATION, GObject)

MesoOperation *meso_operation_new             (void);
GCancellable  *meso_operation_get_cancellable (MesoOperation *self);
double         meso_operation_get_fraction    (MesoOperation *self);
/* From any thread. FALSE with G_IO_ERROR_CANCELLED once it was cancelled: the work then stops. self (nullable) */
gboolean       meso_operation_report          (MesoOperation *self, guint64 done, guint64 total, GError **error);

G_END_DECLS
