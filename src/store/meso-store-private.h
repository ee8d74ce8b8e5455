/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store.h"
#include "sqlite/meso-sqlite-connection.h"
#include "sqlite/meso-sqlite-migrator.h"

G_BEGIN_DECLS

/* Private: what repositories and the backup see of the store. */

struct _MesoStoreContext
{
  MesoSqliteConnection *connection;
  char *now;
  char *zone;
  GPtrArray *changes;           /* MesoStoreChange, in the order they were made */
  GHashTable *changed;          /* the same as "what id", to name each once */
};

typedef struct
{
  const char *what;             /* static */
  char *id;
} MesoStoreChange;

MesoStoreContext *meso_store_context_new  (MesoSqliteConnection *connection, char *now);
void              meso_store_context_free (MesoStoreContext *self);
/* what is static text. Told to listeners after the commit, once each. */
void              meso_store_context_changed (MesoStoreContext *self, const char *what, const char *id);
void              meso_store_context_set_no_record (GError **error, const char *what, const char *id);

/* Finishes "… patient ": any record of the person that a record (an SQL expression) is about. */
#define IS_OF_PERSON(record) \
  "IN (SELECT patient FROM patient_person WHERE person = (SELECT person FROM patient_person WHERE patient = " record "))"

#define meso_store_context_query(self, error, sql, ...) \
  meso_sqlite_connection_query ((self)->connection, sql, meso_sqlite_values (__VA_ARGS__), error)
#define meso_store_context_execute(self, error, sql, ...) \
  meso_sqlite_connection_execute ((self)->connection, sql, meso_sqlite_values (__VA_ARGS__), error)
#define meso_store_context_query_plain(self, error, sql) \
  meso_sqlite_connection_query ((self)->connection, sql, meso_sqlite_no_values, error)

/* Runs on the store's thread with no transaction open. */
typedef gboolean (*MesoStoreRawWork) (MesoSqliteConnection *connection, gpointer data, GError **error);
gboolean          meso_store_run_raw (MesoStore *self, MesoStoreRawWork work, gpointer data, GError **error);

/* For tests: other migrations than those that ship. */
MesoStore        *meso_store_open_with_migrations (const char *path, MesoStoreMode mode, const MesoSqliteMigration *migrations,
                                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStoreContext, meso_store_context_free)

G_END_DECLS
