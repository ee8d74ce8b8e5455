/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-repository.h"
#include "stock-world.h"

/* What may not be, each with its sentence, and that nothing of it stays; and the same that may. */

static void
test_prepare (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *id = stock_world_prepare (world, stock_world_draft (world));
  g_autoptr(MesoPreparation) stored = stock_world_get (world, id);
  g_autoptr(MesoLot) vial = stock_world_get_lot (world, world->vial);
  g_autoptr(MesoLot) copper = stock_world_get_lot (world, world->copper);

  g_assert_cmpstr (stored->patient, ==, world->sessions->leila);
  g_assert_cmpstr (stored->checked_by, ==, world->sessions->store->staff);
  g_assert_cmpint (stored->wasted_ul, ==, 100);
  g_assert_cmpuint (stored->draws->len, ==, 5);
  g_assert_cmpint (vial->balance_ul, ==, 30000 - 1500);
  /* Two draws of one vial share it. */
  g_assert_cmpuint (vial->openings->len, ==, 1);
  g_assert_cmpint (vial->sealed, ==, 2);
  g_assert_cmpint (((MesoOpening *) g_ptr_array_index (vial->openings, 0))->left_ul, ==, 8500);
  /* What serves one preparation is used up by it. */
  g_assert_cmpint (copper->balance_ul, ==, 200000 - 2000);
  g_assert_cmpuint (copper->openings->len, ==, 0);
  g_assert_cmpint (copper->sealed, ==, 99);
  meso_test_store_check (world->sessions->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation-rules/prepare", test_prepare);
  return g_test_run ();
}
