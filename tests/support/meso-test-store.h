/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-staff-repository.h"
#include "meso-store.h"

G_BEGIN_DECLS

/**
 * MesoTestStore:
 * @folder: a temporary folder of its own, removed in the end
 * @path: the database in it
 * @store: open on it; %NULL between close and open
 * @staff: id of a physician, and @nurse of a nurse, in that order of entry
 *
 * A new database for one test. Its clock stands at 2026-11-22T08:00:00Z and goes on by a second with each unit of work.
 */
typedef struct
{
  char *folder;
  char *path;
  MesoStore *store;
  char *staff;
  char *nurse;
  int seconds;
} MesoTestStore;

MesoTestStore *meso_test_store_new   (void);
void           meso_test_store_free  (MesoTestStore *self);
void           meso_test_store_close (MesoTestStore *self);
void           meso_test_store_open  (MesoTestStore *self);
/* (transfer full): a name in the folder */
char          *meso_test_store_name  (MesoTestStore *self, const char *name);

/* Both fail the test when the work fails. */
void           meso_test_store_write (MesoTestStore *self, MesoStoreWork work, gpointer data);
void           meso_test_store_read  (MesoTestStore *self, MesoStoreWork work, gpointer data);
/* The work must fail with this code of MESO_STORE_ERROR, with its sentence at the end. */
void           meso_test_store_refuse (MesoTestStore *self, MesoStoreWork work, gpointer data, MesoStoreError code);
/* Fails the test unless meso_store_check () finds nothing. */
void           meso_test_store_check (MesoTestStore *self);

/* (transfer full): what the sqlite3 command answers, without the last newline: an oracle that isn't our code. The database must be
 * closed. Must succeed. */
char          *meso_test_sqlite      (const char *path, const char *sql);
/* The same, for what must change a file behind our back. */
void           meso_test_sqlite_write (const char *path, const char *sql);
void           meso_test_remove_tree (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTestStore, meso_test_store_free)

G_END_DECLS
