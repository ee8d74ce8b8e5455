/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-repository.h"

#include "meso-test-store.h"

typedef struct
{
  MesoTestStore *store;
  MesoStaff *person;
  const char *id;
  char *stored_id;
  MesoStaff *found;
  GPtrArray *people;
  gboolean active_only;
} Work;

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored_id = meso_staff_repository_insert (context, work->store->staff, work->person, error);
  return work->stored_id != NULL;
}

static gboolean
update (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_staff_repository_update (context, work->store->staff, work->person, error);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_staff_repository_get (context, work->id, error);
  return work->found != NULL;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->people, g_ptr_array_unref);
  work->people = meso_staff_repository_list (context, work->active_only, error);
  return work->people != NULL;
}

static void
test_roles (void)
{
  MesoRole role = MESO_ROLE_DESK;

  for (MesoRole i = MESO_ROLE_PHYSICIAN; i <= MESO_ROLE_DESK; i++)
    {
      g_assert_true (meso_role_from_string (meso_role_to_string (i), &role));
      g_assert_cmpint (role, ==, i);
    }
  g_assert_false (meso_role_from_string ("surgeon", &role));
  g_assert_false (meso_role_from_string (NULL, &role));
}

static void
test_people (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(MesoStaff) person = meso_staff_new ();
  Work work = { .store = store, .person = person, .id = store->staff };
  g_autofree char *audit = NULL;

  meso_test_store_read (store, get, &work);
  g_assert_cmpstr (work.found->name, ==, "Dr. Sara Rahimi");
  g_assert_cmpstr (work.found->licence_number, ==, "12345");
  g_assert_cmpint (work.found->role, ==, MESO_ROLE_PHYSICIAN);
  g_assert_true (work.found->active);
  meso_staff_free (work.found);

  g_set_str (&person->name, "Omid");
  meso_test_store_write (store, insert, &work);
  g_set_str (&person->id, work.stored_id);
  person->active = FALSE;
  meso_test_store_write (store, update, &work);
  meso_test_store_write (store, update, &work);
  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.people->len, ==, 3);
  work.active_only = TRUE;
  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.people->len, ==, 2);
  g_assert_cmpstr (((MesoStaff *) g_ptr_array_index (work.people, 1))->id, ==, store->nurse);
  g_ptr_array_unref (work.people);

  g_set_str (&person->name, "  ");
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_REFUSED);
  g_set_str (&person->id, "nobody");
  meso_test_store_refuse (store, update, &work, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (store);
  meso_test_store_close (store);
  /* The first entered themself. */
  audit = meso_test_sqlite (store->path, "SELECT group_concat (action || ' ' || (staff = entity_id), ', ') FROM audit");
  g_assert_cmpstr (audit, ==, "create 1, create 0, create 0, update 0");
  g_free (work.stored_id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staff-repository/roles", test_roles);
  g_test_add_func ("/staff-repository/people", test_people);
  return g_test_run ();
}
