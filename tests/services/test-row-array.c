/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-row-array.h"

#include <string.h>

/* A model around the rows, and a copy of it that only follows what is told. */
typedef struct
{
  GListStore *model;
  GPtrArray *rows;
  GPtrArray *mirror;
  guint told;
  guint came;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->mirror, (int) (position + i), g_ptr_array_index (fixture->rows, position + i));
  g_assert_cmpuint (fixture->mirror->len, ==, fixture->rows->len);
  fixture->told++;
  fixture->came += added;
}

static void
fixture_init (Fixture *fixture)
{
  *fixture = (Fixture) { g_list_store_new (MESO_TYPE_ROW), meso_row_array_new (), g_ptr_array_new (), 0, 0 };
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  g_object_unref (fixture->model);
  g_ptr_array_unref (fixture->mirror);
  g_ptr_array_unref (fixture->rows);
}

/* Each letter is the key of a row. */
static void
update (Fixture    *fixture,
        const char *letters)
{
  g_autoptr(GPtrArray) fresh = meso_row_array_new ();

  fixture->told = fixture->came = 0;
  for (const char *c = letters; *c != '\0'; c++)
    g_ptr_array_add (fresh, meso_row_new ((const char[]) { *c, '\0' }, NULL, NULL));
  meso_row_array_update (fixture->rows, fresh, G_LIST_MODEL (fixture->model));
  g_assert_cmpuint (fixture->rows->len, ==, strlen (letters));
  for (guint i = 0; i < fixture->rows->len; i++)
    {
      g_assert_cmpint (*meso_row_get_key (g_ptr_array_index (fixture->rows, i)), ==, letters[i]);
      g_assert_true (g_ptr_array_index (fixture->rows, i) == g_ptr_array_index (fixture->mirror, i));
    }
}

static void
test_only_what_differs_is_told (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  update (&fixture, "abcdef");
  g_assert_cmpuint (fixture.told, ==, 1);
  update (&fixture, "abcdef");
  g_assert_cmpuint (fixture.told, ==, 0);
  update (&fixture, "xabcdefy");
  g_assert_cmpuint (fixture.told, ==, 2);
  g_assert_cmpuint (fixture.came, ==, 2);
  update (&fixture, "xabCdeFy");
  g_assert_cmpuint (fixture.told, ==, 2);
  g_assert_cmpuint (fixture.came, ==, 2);
  /* One that moved comes and goes; all others stay. */
  update (&fixture, "abCdeFyx");
  g_assert_cmpuint (fixture.told, ==, 2);
  g_assert_cmpuint (fixture.came, ==, 1);
  update (&fixture, "");
  g_assert_cmpuint (fixture.told, ==, 1);
  fixture_clear (&fixture);
}

static void
test_equal_keys_keep_their_object (void)
{
  Fixture fixture;
  gpointer a;
  gpointer c;

  fixture_init (&fixture);
  update (&fixture, "abc");
  a = g_ptr_array_index (fixture.rows, 0);
  c = g_ptr_array_index (fixture.rows, 2);
  update (&fixture, "cxa");
  g_assert_true (g_ptr_array_index (fixture.rows, 0) == c);
  g_assert_true (g_ptr_array_index (fixture.rows, 2) == a);
  fixture_clear (&fixture);
}

/* Whatever comes after whatever, and keys that come twice. */
static void
test_any_order (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  for (int i = 0; i < 2000; i++)
    {
      char letters[13] = { 0 };
      int n = g_test_rand_int_range (0, 13);

      for (int j = 0; j < n; j++)
        letters[j] = (char) ('a' + g_test_rand_int_range (0, 9));
      update (&fixture, letters);
    }
  fixture_clear (&fixture);
}

static void
test_a_row_frees_its_value (void)
{
  GObject *value = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(MesoRow) row = meso_row_new ("key", value, g_object_unref);

  g_object_add_weak_pointer (value, (gpointer *) &value);
  g_assert_true (meso_row_get_value (row) == value);
  g_clear_object (&row);
  g_assert_null (value);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/row-array/only-what-differs-is-told", test_only_what_differs_is_told);
  g_test_add_func ("/services/row-array/equal-keys-keep-their-object", test_equal_keys_keep_their_object);
  g_test_add_func ("/services/row-array/any-order", test_any_order);
  g_test_add_func ("/services/row-array/a-row-frees-its-value", test_a_row_frees_its_value);

  return g_test_run ();
}
