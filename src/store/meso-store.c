/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store.h"

#include "meso-store-news.h"
#include "meso-store-opening.h"
#include "meso-store-private.h"
#include "meso-store-schema.h"
#include "meso-store-time.h"
#include "meso-store-transaction.h"
#include "meso-store-worker.h"

struct _MesoStore
{
  GObject parent_instance;

  MesoStoreWorker *worker;      /* for life: other threads may ask while one closes */
  GMainContext *context;        /* where “changed” is told */
  MesoStoreOpening opening;     /* connection: on the worker's thread only */
  MesoStoreClock clock;
  gpointer clock_data;
  gboolean broken;              /* a rollback failed: nothing more is tried */
};

G_DEFINE_FINAL_TYPE (MesoStore, meso_store, G_TYPE_OBJECT)

static char *
read_clock (gpointer data)
{
  return meso_store_time_now ();
}

static void
meso_store_dispose (GObject *object)
{
  meso_store_close (MESO_STORE (object), NULL);
  G_OBJECT_CLASS (meso_store_parent_class)->dispose (object);
}

static void
meso_store_finalize (GObject *object)
{
  MesoStore *self = MESO_STORE (object);

  meso_store_worker_unref (self->worker);
  meso_store_opening_clear (&self->opening);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (meso_store_parent_class)->finalize (object);
}

static void
meso_store_class_init (MesoStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = meso_store_dispose;
  object_class->finalize = meso_store_finalize;

  /**
   * MesoStore::changed:
   * @what: what kind of record: "patient", "screening" …
   * @id: which one
   */
  g_signal_new ("changed", MESO_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
meso_store_init (MesoStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->clock = read_clock;
  self->worker = meso_store_worker_new ("meso-store");
}

/* Opening and closing */

typedef struct
{
  MesoStore *store;
  char *path;
  MesoStoreMode mode;
  const MesoSqliteMigration *migrations;
} OpenRequest;

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_clear_object (&request->store);
  g_free (request->path);
  g_free (request);
}

static gboolean
open_on_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  OpenRequest *request = data;
  MesoStoreOpening *opening = &request->store->opening;

  if (meso_store_opening_run (opening, request->path, request->mode, request->migrations, error))
    return TRUE;
  meso_store_opening_clear (opening);
  return FALSE;
}

/**
 * meso_store_open_with_migrations:
 * @migrations: (array zero-terminated=1): the steps to know of; they outlive the call
 *
 * The same as meso_store_open(), for tests of steps that don't ship.
 *
 * Returns: (transfer full): the open store
 */
MesoStore *
meso_store_open_with_migrations (const char *path, MesoStoreMode mode, const MesoSqliteMigration *migrations, GError **error)
{
  g_autoptr(MesoStore) self = g_object_new (MESO_TYPE_STORE, NULL);
  OpenRequest request = { self, (char *) path, mode, migrations };

  if (!meso_store_worker_run (self->worker, open_on_worker, &request, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * meso_store_open:
 * @path: the database file
 * @mode: whether it must be there, or must not
 *
 * Opens and locks a database, and brings an older one to this version after making a verified copy.
 * Waits. When it fails, no record has changed; after an upgrade that failed, the copy made before it lies beside the file.
 *
 * Returns: (transfer full): the open store
 */
MesoStore *
meso_store_open (const char *path, MesoStoreMode mode, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return meso_store_open_with_migrations (path, mode, meso_store_schema_get_migrations (), error);
}

/**
 * meso_store_open_async:
 *
 * The same as meso_store_open() without waiting. The callback always comes.
 */
void
meso_store_open_async (const char *path, MesoStoreMode mode, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  OpenRequest *request = g_new0 (OpenRequest, 1);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, meso_store_open_async);
  request->store = g_object_new (MESO_TYPE_STORE, NULL);
  request->path = g_strdup (path);
  request->mode = mode;
  request->migrations = meso_store_schema_get_migrations ();
  g_task_set_task_data (task, request, open_request_free);
  meso_store_worker_push (request->store->worker, open_on_worker, request, task);
}

/**
 * meso_store_open_finish:
 *
 * Returns: (transfer full): the open store
 */
MesoStore *
meso_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, meso_store_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (((OpenRequest *) g_task_get_task_data (G_TASK (result)))->store);
}

static gboolean
close_on_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  MesoStore *self = data;

  /* Whoever finds no lock file must find the file closed. */
  if (self->opening.connection != NULL && !meso_sqlite_connection_close (self->opening.connection, error))
    return FALSE;
  g_clear_pointer (&self->opening.connection, meso_sqlite_connection_free);
  g_clear_pointer (&self->opening.lock, meso_store_lock_free);
  return TRUE;
}

/**
 * meso_store_close:
 *
 * Does what is still queued, then closes the file; what comes later is answered with
 * %MESO_STORE_ERROR_CLOSED. Waits. Any thread may call it, any number of times.
 *
 * Returns: whether the file is closed; otherwise it stays locked until the store is let go of
 */
gboolean
meso_store_close (MesoStore *self, GError **error)
{
  g_autoptr(GError) failed = NULL;

  g_return_val_if_fail (MESO_IS_STORE (self), FALSE);

  if (meso_store_worker_is_current (self->worker))
    close_on_worker (self, NULL, &failed);
  else
    meso_store_worker_run (self->worker, close_on_worker, self, &failed);
  meso_store_worker_stop (self->worker);
  if (failed == NULL || g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * meso_store_get_path:
 *
 * Returns: (transfer none): where the file really is, links resolved
 */
const char *
meso_store_get_path (MesoStore *self)
{
  g_return_val_if_fail (MESO_IS_STORE (self), NULL);

  return self->opening.path;
}

/**
 * meso_store_get_schema_version:
 *
 * Returns: the version of the file's schema
 */
int
meso_store_get_schema_version (MesoStore *self)
{
  g_return_val_if_fail (MESO_IS_STORE (self), 0);

  return self->opening.version;
}

/**
 * meso_store_get_upgrade_backup:
 *
 * Returns: (transfer none) (nullable): the copy made before the file was brought to this version
 */
const char *
meso_store_get_upgrade_backup (MesoStore *self)
{
  g_return_val_if_fail (MESO_IS_STORE (self), NULL);

  return self->opening.upgrade_backup;
}

/**
 * meso_store_set_clock:
 * @clock: (scope forever): gives the time now, read once for each unit of work
 *
 * For tests.
 */
void
meso_store_set_clock (MesoStore *self, MesoStoreClock clock, gpointer data)
{
  g_return_if_fail (MESO_IS_STORE (self));

  self->clock = clock;
  self->clock_data = data;
}

/* Units of work */

typedef struct
{
  MesoStore *store;
  MesoStoreAccess access;
  MesoStoreWork work;
  MesoStoreRawWork raw_work;
  gpointer data;
  GDestroyNotify data_free;
} Unit;

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  if (unit->data_free != NULL)
    unit->data_free (unit->data);
  g_free (unit);
}

static gboolean
check_usable (MesoStore *self, GError **error)
{
  if (self->broken)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_IO, "The database stopped answering. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_IO));
  else if (self->opening.connection == NULL)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED, "The database has been closed. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_CLOSED));
  else
    return TRUE;
  return FALSE;
}

static gboolean
do_unit (gpointer data, GCancellable *cancellable, GError **error)
{
  Unit *unit = data;
  MesoStore *self = unit->store;
  g_autoptr(MesoStoreContext) context = NULL;
  gboolean done;

  if (!check_usable (self, error))
    return FALSE;
  context = meso_store_context_new (self->opening.connection, self->clock (self->clock_data));
  done = meso_store_transaction_run (context, unit->access, unit->work, unit->data, cancellable, &self->broken, error);
  if (done)
    meso_store_news_send (self, self->context, context->changes);
  return done;
}

static gboolean
do_raw (gpointer data, GCancellable *cancellable, GError **error)
{
  Unit *unit = data;

  return check_usable (unit->store, error) && unit->raw_work (unit->store->opening.connection, unit->data, error);
}

/**
 * meso_store_run:
 * @access: whether it only reads
 * @work: (scope call): what to do
 * @data: for @work
 *
 * Runs one unit of work on the store's thread and waits for it.
 *
 * Returns: whether it was done and, when writing, is on the disk
 */
gboolean
meso_store_run (MesoStore *self, MesoStoreAccess access, MesoStoreWork work, gpointer data, GError **error)
{
  Unit unit = { .store = self, .access = access, .work = work, .data = data };

  g_return_val_if_fail (MESO_IS_STORE (self), FALSE);

  return meso_store_worker_run (self->worker, do_unit, &unit, error);
}

/**
 * meso_store_run_raw:
 * @work: (scope call): what to do, with no transaction open
 *
 * Runs @work on the store's thread and waits for it.
 *
 * Returns: what @work did
 */
gboolean
meso_store_run_raw (MesoStore *self, MesoStoreRawWork work, gpointer data, GError **error)
{
  Unit unit = { .store = self, .raw_work = work, .data = data };

  return meso_store_worker_run (self->worker, do_raw, &unit, error);
}

/**
 * meso_store_run_async:
 * @access: whether it only reads
 * @work: what to do
 * @data: (transfer full): for @work; freed with @data_free when the result is
 *
 * Queues one unit of work. The callback always comes: done, failed, cancelled, or closed.
 */
void
meso_store_run_async (MesoStore *self, MesoStoreAccess access, MesoStoreWork work, gpointer data, GDestroyNotify data_free,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Unit *unit;

  g_return_if_fail (MESO_IS_STORE (self));

  unit = g_new0 (Unit, 1);
  unit->store = self;
  unit->access = access;
  unit->work = work;
  unit->data = data;
  unit->data_free = data_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, meso_store_run_async);
  g_task_set_task_data (task, unit, unit_free);
  meso_store_worker_push (self->worker, do_unit, unit, task);
}

/**
 * meso_store_run_finish:
 *
 * Returns: whether it was done and, when writing, is on the disk
 */
gboolean
meso_store_run_finish (MesoStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * meso_store_run_get_data:
 *
 * Returns: (transfer none): the data given to meso_store_run_async(), while @result lives
 */
gpointer
meso_store_run_get_data (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, meso_store_run_async), NULL);

  return ((Unit *) g_task_get_task_data (G_TASK (result)))->data;
}
