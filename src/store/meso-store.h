/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>
#include "meso-store-context.h"
#include "meso-store-error.h"

G_BEGIN_DECLS

/**
 * MesoStoreMode:
 * @MESO_STORE_OPEN: the file must be there; it is never made, replaced or repaired
 * @MESO_STORE_CREATE: nothing may be there
 */
typedef enum {
  MESO_STORE_OPEN,
  MESO_STORE_CREATE,
} MesoStoreMode;

/**
 * MesoStoreAccess:
 * @MESO_STORE_READ: the unit of work sees one state of the file and changes nothing; a cancel stops it midway
 * @MESO_STORE_WRITE: the unit of work is stored as a whole or not at all; a cancel only counts before it begins
 */
typedef enum {
  MESO_STORE_READ,
  MESO_STORE_WRITE,
} MesoStoreAccess;

/**
 * MesoStoreWork:
 *
 * A unit of work: runs on the store's thread, inside one transaction. On %TRUE the transaction is
 * committed, on %FALSE (with @error set) it is rolled back. Results go into @data.
 */
typedef gboolean (*MesoStoreWork)  (MesoStoreContext *context, gpointer data, GError **error);
/* (transfer full): the time now in UTC, "2026-11-22T08:30:00.000000Z" */
typedef char    *(*MesoStoreClock) (gpointer data);

/**
 * MesoStore:
 *
 * One open database file: one thread, one connection, locked against every other program until it is
 * closed. Signal `changed (what, id)`: after a commit, on the main context of the thread that opened it, once
 * for each record that a unit of work changed; `what` is "patient", "screening", "formula", "plan", "session" …
 */
#define MESO_TYPE_STORE (meso_store_get_type ())
G_DECLARE_FINAL_TYPE (MesoStore, meso_store, MESO, STORE, GObject)

MesoStore  *meso_store_open         (const char *path, MesoStoreMode mode, GError **error);
void        meso_store_open_async   (const char *path, MesoStoreMode mode, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
MesoStore  *meso_store_open_finish  (GAsyncResult *result, GError **error);
/* Waits for what is queued, closes and unlocks the file. A second call does nothing. */
gboolean    meso_store_close        (MesoStore *self, GError **error);

const char *meso_store_get_path           (MesoStore *self);
int         meso_store_get_schema_version (MesoStore *self);
/* (nullable): the copy that was made before the file was brought to this version */
const char *meso_store_get_upgrade_backup (MesoStore *self);

/* Waits for the result. Not from within a unit of work. */
gboolean    meso_store_run        (MesoStore *self, MesoStoreAccess access, MesoStoreWork work, gpointer data, GError **error);
/* data is freed with data_free (nullable) together with the result; in the callback it is at hand through
 * meso_store_run_get_data (). */
void        meso_store_run_async  (MesoStore *self, MesoStoreAccess access, MesoStoreWork work, gpointer data,
                                   GDestroyNotify data_free, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean    meso_store_run_finish (MesoStore *self, GAsyncResult *result, GError **error);
gpointer    meso_store_run_get_data (GAsyncResult *result);

/* (transfer full) (element-type utf8): what is wrong with the file, one sentence each; empty when it is sound: pages,
 * tables and triggers, foreign keys, search index, audit chain. NULL when it couldn't be looked at. */
GPtrArray  *meso_store_check      (MesoStore *self, GError **error);

/* For tests: the clock that is read once for each unit of work. */
void        meso_store_set_clock  (MesoStore *self, MesoStoreClock clock, gpointer data);

G_END_DECLS
