/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-repository.h"

#include "meso-patient-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  MesoHandoutIssue *issue;
  char *id;
  MesoHandoutIssue *found;
  GPtrArray *all;
  const char *sql;
} World;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, world->store->staff, patient, error);

  g_set_str (&world->issue->patient, stored->id);
  return TRUE;
}

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_free (world->id);
  world->id = meso_handout_repository_insert (context, world->store->nurse, world->issue, error);
  return world->id != NULL;
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->found, meso_handout_issue_free);
  g_clear_pointer (&world->all, g_ptr_array_unref);
  world->found = meso_handout_repository_get (context, world->id, error);
  if (world->found != NULL)
    world->all = meso_handout_repository_list (context, world->issue->patient, error);
  return world->all != NULL;
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_sqlite_connection_run_script (context->connection, world->sql, error);
}

static void
test_sheet (void)
{
  static const char bytes[] = "%PDF-1.7\0\1\2\377 exactly as printed";
  static const char *const attempts[] = {
    "UPDATE handout_issue SET pdf = x'00'", "DELETE FROM handout_issue", "INSERT OR REPLACE INTO handout_issue SELECT * FROM handout_issue",
  };
  World world = { .store = meso_test_store_new (), .issue = meso_handout_issue_new () };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  meso_test_store_write (world.store, prepare, &world);
  world.issue->kind = g_strdup ("aftercare");
  world.issue->language = g_strdup ("fa");
  world.issue->paper = g_strdup ("a5");
  world.issue->sheet_date = (MesoCalendarDate) { 2026, 11, 24 };
  world.issue->pages = 1;
  world.issue->pdf = g_bytes_new_static (bytes, sizeof bytes);
  meso_test_store_write (world.store, insert, &world);
  meso_test_store_read (world.store, get, &world);
  g_assert_true (g_bytes_equal (world.found->pdf, world.issue->pdf));
  {
    g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, world.issue->pdf);
    g_assert_cmpstr (world.found->sha256, ==, sha256);
  }
  g_assert_cmpstr (world.found->sheet_time, ==, "");
  g_assert_cmpstr (world.found->issued_by, ==, world.store->nurse);
  g_assert_cmpuint (world.all->len, ==, 1);
  g_assert_null (((MesoHandoutIssue *) g_ptr_array_index (world.all, 0))->pdf);

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      world.sql = attempts[i];
      meso_test_store_refuse (world.store, run_sql, &world, MESO_STORE_ERROR_REFUSED);
    }
  g_set_str (&world.issue->sheet_time, "25:00");
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  g_set_str (&world.issue->sheet_time, "14:00");
  meso_test_store_write (world.store, insert, &world);
  world.issue->pages = 0;
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_REFUSED);
  world.issue->pages = 1;
  g_set_str (&world.issue->session_plan, "no such plan");
  meso_test_store_refuse (world.store, insert, &world, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (world.store);

  /* What was printed and isn't any more what was printed is found. */
  meso_test_store_close (world.store);
  meso_test_sqlite_write (world.store->path, "DROP TRIGGER handout_issue_update; UPDATE handout_issue SET pdf = x'25'"
                                             " WHERE sheet_time IS NULL");
  meso_test_store_open (world.store);
  problems = meso_store_check (world.store->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "the trigger “handout_issue_update” is missing");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 1), "the sheet"));

  meso_handout_issue_free (world.issue);
  meso_handout_issue_free (world.found);
  g_ptr_array_unref (world.all);
  g_free (world.id);
  meso_test_store_free (world.store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-repository/sheet", test_sheet);
  return g_test_run ();
}
