/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-note.h"
#include "meso-lot.h"

static MesoOpening *
add_opening (MesoLot *lot, const char *id, gint64 left_ul)
{
  MesoOpening *opening = meso_opening_new ();

  g_set_str (&opening->id, id);
  opening->left_ul = left_ul;
  g_ptr_array_add (lot->openings, opening);
  return opening;
}

static void
test_copy (void)
{
  g_autoptr(MesoLot) lot = meso_lot_new ();
  g_autoptr(MesoLot) copy = NULL;

  g_set_str (&lot->number, "AB-12");
  meso_lot_add_component (lot, "zinc", "44 mg/mL")->salt = g_strdup ("sulfate");
  g_ptr_array_add (lot->excipients, g_strdup ("benzyl-alcohol"));
  add_opening (lot, "one", 700);
  copy = meso_lot_copy (lot);
  g_set_str (&lot->number, "other");
  g_ptr_array_set_size (lot->components, 0);
  g_ptr_array_set_size (lot->openings, 0);
  g_assert_cmpstr (copy->number, ==, "AB-12");
  g_assert_cmpstr (((MesoProductComponent *) g_ptr_array_index (copy->components, 0))->salt, ==, "sulfate");
  g_assert_cmpstr (g_ptr_array_index (copy->excipients, 0), ==, "benzyl-alcohol");
  g_assert_cmpint (((MesoOpening *) g_ptr_array_index (copy->openings, 0))->left_ul, ==, 700);
}

static void
test_sealed (void)
{
  g_autoptr(MesoLot) lot = meso_lot_new ();

  lot->balance_ul = 25000;
  g_assert_cmpint (meso_lot_get_sealed_ul (lot), ==, 25000);
  add_opening (lot, "one", 700);
  add_opening (lot, "two", 4300);
  g_assert_cmpint (meso_lot_get_sealed_ul (lot), ==, 20000);
}

/* Five received, two opened: three can be sealed, each a fifth over its label. */
static void
test_most (void)
{
  g_autoptr(MesoLot) lot = meso_lot_new ();
  const MesoOpening *one;

  lot->container_ul = 2000;
  lot->containers = 5;
  lot->opened = 2;
  lot->balance_ul = 6700;
  one = add_opening (lot, "one", 700);
  g_assert_cmpint (meso_lot_get_most_sealed (lot), ==, 3);
  g_assert_cmpint (meso_lot_get_most_ul (lot, NULL), ==, 7900);
  g_assert_cmpint (meso_lot_get_most_ul (lot, one), ==, 2400);
  lot->opened = 6;
  g_assert_cmpint (meso_lot_get_most_sealed (lot), ==, 0);
  g_assert_cmpint (meso_lot_get_most_ul (lot, NULL), ==, 700);
}

static void
test_find (void)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);

  g_assert_null (meso_lot_find (lots, "one"));
  for (guint i = 0; i < 3; i++)
    {
      MesoLot *lot = meso_lot_new ();

      lot->id = g_strdup_printf ("id-%u", i);
      g_ptr_array_add (lots, lot);
      g_assert_true (meso_lot_find (lots, lot->id) == lot);
    }
  g_assert_true (meso_lot_find (lots, "id-1") == g_ptr_array_index (lots, 1));
  g_assert_null (meso_lot_find (lots, "id-3"));
  g_assert_null (meso_lot_find (lots, NULL));
}

static void
test_opened_life (void)
{
  g_autoptr(MesoLot) lot = meso_lot_new ();

  g_assert_cmpint (meso_lot_get_opened_life_h (lot), ==, 4);
  lot->multi_dose = TRUE;
  g_assert_cmpint (meso_lot_get_opened_life_h (lot), ==, 28 * 24);
  lot->opened_life_h = 24;
  g_assert_cmpint (meso_lot_get_opened_life_h (lot), ==, 24);
}

static void
test_names (void)
{
  static const char *const states[] = { "available", "quarantined", "recalled" };
  MesoLotState state = MESO_LOT_RECALLED;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_true (meso_lot_state_from_string (states[i], &state));
      g_assert_cmpuint (state, ==, i);
      g_assert_cmpstr (meso_lot_state_to_string (state), ==, states[i]);
    }
  g_assert_false (meso_lot_state_from_string ("Recalled", &state));
  g_assert_false (meso_lot_state_from_string (NULL, &state));
  g_assert_cmpuint (state, ==, MESO_LOT_RECALLED);
  g_assert_cmpstr (meso_lot_note_kind_to_string (MESO_LOT_NOTE_RECEIVED), ==, "received");
  g_assert_cmpstr (meso_lot_note_kind_to_string (MESO_LOT_NOTE_THROWN_AWAY), ==, "thrown-away");
  g_assert_cmpstr (meso_lot_note_kind_to_string (MESO_LOT_NOTE_AMENDED), ==, "amended");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lot/copy", test_copy);
  g_test_add_func ("/lot/sealed", test_sealed);
  g_test_add_func ("/lot/most", test_most);
  g_test_add_func ("/lot/find", test_find);
  g_test_add_func ("/lot/opened-life", test_opened_life);
  g_test_add_func ("/lot/names", test_names);
  return g_test_run ();
}
