/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One piece of work, on the worker's thread. */
typedef gboolean (*MesoStoreWorkerFunc) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * MesoStoreWorker:
 *
 * One thread that does what it is given, one after the other, in the order given. Every piece of work is answered: done,
 * failed, cancelled before it began, or refused because the worker had stopped.
 */
typedef struct _MesoStoreWorker MesoStoreWorker;

MesoStoreWorker *meso_store_worker_new  (const char *name);
/* Does what is still queued, then ends. Waits for that, unless called on the worker's own thread. Again does nothing more. */
void             meso_store_worker_stop (MesoStoreWorker *self);
void             meso_store_worker_unref (MesoStoreWorker *self);
gboolean         meso_store_worker_is_current (MesoStoreWorker *self);

/* Waits for the answer. */
gboolean         meso_store_worker_run  (MesoStoreWorker *self, MesoStoreWorkerFunc func, gpointer data, GError **error);
/* Answers task (transfer full), a boolean one, on its own main context; it is never let go of on the worker's thread. */
void             meso_store_worker_push (MesoStoreWorker *self, MesoStoreWorkerFunc func, gpointer data, GTask *task);

G_END_DECLS
