/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-log.h"
#include "meso-protocol-archive-repository.h"
#include "meso-protocol-version-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  const char *author;
  const char *action;
  const char *reason;
  const char *hash;
  MesoProtocolVersion *previous;
  guint number;
  const char *sql;
} World;

static void
world_init (World *world)
{
  *world = (World) { .store = meso_test_store_new () };
  world->protocol = meso_test_protocol_of_clinic ("", &world->documents);
  world->author = world->store->staff;
  world->action = "change";
  world->reason = "why";
  world->hash = meso_protocol_get_hash (world->protocol);
}

static void
world_clear (World *world)
{
  meso_protocol_unref (world->protocol);
  g_ptr_array_unref (world->documents);
  g_clear_pointer (&world->previous, meso_protocol_version_free);
  meso_test_store_free (world->store);
}

static gboolean
archive (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_protocol_archive_repository_store (context, world->store->staff, world->protocol, world->documents, error);
}

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  world->number = meso_protocol_version_repository_insert (context, world->author, world->previous, world->action, world->hash,
                                                           world->reason, error);
  return world->number > 0;
}

static gboolean
get_newest (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->previous, meso_protocol_version_free);
  world->previous = meso_protocol_version_repository_get_newest (context, error);
  return TRUE;
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_store_context_execute (context, error, world->sql, T (world->author), T (world->hash), T (context->now));
}

static gboolean
expect_list (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(GPtrArray) versions = meso_protocol_version_repository_list (context, error);
  g_autoptr(MesoProtocolVersion) first = meso_protocol_version_repository_get (context, 1, error);
  g_autoptr(GPtrArray) audit = meso_audit_log_list (context, "protocol", "2", 0, error);
  const MesoProtocolVersion *newest = g_ptr_array_index (versions, 0);
  const MesoAuditEntry *entry = g_ptr_array_index (audit, 0);

  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpuint (newest->number, ==, 2);
  g_assert_cmpuint (newest->previous, ==, 1);
  g_assert_cmpstr (newest->action, ==, "review");
  g_assert_cmpstr (newest->reason, ==, "");
  g_assert_cmpstr (newest->author, ==, world->store->staff);
  g_assert_cmpstr (newest->author_name, !=, "");
  g_assert_cmpstr (newest->hash, ==, world->hash);
  g_assert_cmpuint (first->number, ==, 1);
  g_assert_cmpuint (first->previous, ==, 0);
  g_assert_cmpstr (first->reason, ==, "why");
  g_assert_cmpstr (first->at_utc, <, newest->at_utc);
  g_assert_cmpuint (audit->len, ==, 1);
  g_assert_cmpstr (entry->action, ==, "review");
  return TRUE;
}

static gboolean
expect_third_missing (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoProtocolVersion) none = meso_protocol_version_repository_get (context, 3, error);

  return none != NULL;
}

static void
test_versions (void)
{
  World world;

  world_init (&world);
  meso_test_store_read (world.store, get_newest, &world);
  g_assert_null (world.previous);
  meso_test_store_write (world.store, archive, &world);
  meso_test_store_write (world.store, insert, &world);
  g_assert_cmpuint (world.number, ==, 1);
  meso_test_store_read (world.store, get_newest, &world);
  world.action = "review";
  world.reason = "";
  meso_test_store_write (world.store, insert, &world);
  g_assert_cmpuint (world.number, ==, 2);
  meso_test_store_read (world.store, expect_list, &world);
  meso_test_store_refuse (world.store, expect_third_missing, &world, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (world.store);
  world_clear (&world);
}

static void
test_refused (void)
{
  World world;

  world_init (&world);
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_write (world.store, archive, &world);
  world.author = world.store->nurse;
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  world.author = world.store->staff;
  world.reason = " ";
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  world.reason = "why";
  world.action = "wish";
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  world.action = "change";
  meso_test_store_write (world.store, insert, &world);

  /* Made of what there was before: somebody else was faster. */
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  world_clear (&world);
}

/* Not by SQL either. */
static void
test_append_only (void)
{
  static const char *const statements[] = {
    "UPDATE protocol_version SET author = $1, protocol = $2, at = $3",
    "DELETE FROM protocol_version WHERE $1 <> $2 AND at <= $3",
    "INSERT INTO protocol_version (number, previous, protocol, action, author, at, reason) VALUES (3, 2, $2, 'change', $1, $3, 'w')",
    "INSERT INTO protocol_version (number, previous, protocol, action, author, at, reason) VALUES (2, NULL, $2, 'change', $1, $3, 'w')",
    "INSERT INTO protocol_version (number, previous, protocol, action, author, at, reason) VALUES (1, NULL, $2, 'change', $1, $3, 'w')",
    "INSERT OR REPLACE INTO protocol_version (number, previous, protocol, action, author, at, reason)"
    " VALUES (1, NULL, $2, 'change', $1, $3, 'w')",
  };
  World world;

  world_init (&world);
  meso_test_store_write (world.store, archive, &world);
  meso_test_store_write (world.store, insert, &world);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      world.sql = statements[i];
      meso_test_store_refuse (world.store, run_sql, &world, MESO_STORE_ERROR_REFUSED);
    }
  world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol-version-repository/versions", test_versions);
  g_test_add_func ("/protocol-version-repository/refused", test_refused);
  g_test_add_func ("/protocol-version-repository/append-only", test_append_only);
  return g_test_run ();
}
