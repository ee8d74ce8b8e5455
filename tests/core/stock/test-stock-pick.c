/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-use.h"
#include "meso-stock-pick.h"

#define TODAY ((MesoCalendarDate) { 2026, 11, 22 })
#define NOW "2026-11-22T08:00:00.000000Z"
#define ROUNDS 4000

static MesoLot *
make_lot (const char *id, int expiry_days, int received_days, gint64 balance_ul)
{
  MesoLot *lot = meso_lot_new ();

  g_set_str (&lot->id, id);
  lot->expiry = meso_calendar_date_add_days (TODAY, expiry_days);
  lot->received_on = meso_calendar_date_add_days (TODAY, received_days);
  lot->container_ul = 1000;
  lot->multi_dose = TRUE;
  lot->balance_ul = balance_ul;
  return lot;
}

/* Of what the lot holds. hour: of today, when it has to be discarded */
static void
add_opening (MesoLot *lot, const char *id, gint64 left_ul, int hour)
{
  MesoOpening *opening = meso_opening_new ();

  g_set_str (&opening->id, id);
  opening->n = lot->openings->len + 1;
  opening->left_ul = left_ul;
  opening->discard_by = g_strdup_printf ("2026-11-22T%02d:00:00.000000Z", hour);
  g_ptr_array_add (lot->openings, opening);
}

/* "lot/opening:volume lot:volume" */
static char *
show (const GPtrArray *draws)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);

      g_string_append_printf (text, "%s%s%s%s:%" G_GINT64_FORMAT, i > 0 ? " " : "", draw->lot, draw->opening != NULL ? "/" : "",
                              draw->opening != NULL ? draw->opening : "", draw->volume_ul);
    }
  return g_string_free (text, FALSE);
}

static void
expect (const GPtrArray *lots, const GPtrArray *taken, gint64 volume_ul, const char *picked, gint64 missing_ul)
{
  gint64 short_ul = -1;
  g_autoptr(GPtrArray) draws = meso_stock_pick (lots, 3, volume_ul, taken, TODAY, NOW, &short_ul);
  g_autofree char *text = show (draws);

  g_assert_cmpstr (text, ==, picked);
  g_assert_cmpint (short_ul, ==, missing_ul);
  for (guint i = 0; i < draws->len; i++)
    g_assert_cmpuint (((MesoPreparationDraw *) g_ptr_array_index (draws, i))->item, ==, 3);
}

static void
test_order (void)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  MesoLot *late = make_lot ("late", 90, -9, 5000);
  MesoLot *over = make_lot ("over", -1, -90, 5000);

  add_opening (late, "x", 300, 20);
  add_opening (late, "y", 200, 12);
  add_opening (late, "z", 100, 8);
  g_ptr_array_add (lots, late);
  g_ptr_array_add (lots, over);
  g_ptr_array_add (lots, make_lot ("soon", 9, -5, 2000));
  g_ptr_array_add (lots, make_lot ("soon-too", 9, -6, 1000));
  expect (lots, NULL, 100, "late/y:100", 0);
  expect (lots, NULL, 600, "late/y:200 late/x:300 soon-too:100", 0);
  expect (lots, NULL, 9000, "late/y:200 late/x:300 soon-too:1000 soon:2000 late:4400", 1100);
  g_ptr_array_add (taken, meso_preparation_draw_new (0, "late", "y", 150));
  g_ptr_array_add (taken, meso_preparation_draw_new (1, "late", "x", 300));
  g_ptr_array_add (taken, meso_preparation_draw_new (1, "soon-too", NULL, 900));
  expect (lots, taken, 200, "late/y:50 soon-too:100 soon:50", 0);
}

static void
test_nothing (void)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);

  expect (lots, NULL, 100, "", 100);
  g_ptr_array_add (lots, make_lot ("recalled", 90, -9, 5000));
  ((MesoLot *) lots->pdata[0])->state = MESO_LOT_RECALLED;
  g_ptr_array_add (lots, make_lot ("quarantined", 90, -9, 5000));
  ((MesoLot *) lots->pdata[1])->state = MESO_LOT_QUARANTINED;
  g_ptr_array_add (lots, make_lot ("empty", 90, -9, 0));
  expect (lots, NULL, 100, "", 100);
}

static GPtrArray *
make_random_lots (GRand *rand)
{
  GPtrArray *lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  int count = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < count; i++)
    {
      g_autofree char *id = g_strdup_printf ("lot-%d", i);
      MesoLot *lot = make_lot (id, g_rand_int_range (rand, -2, 5), g_rand_int_range (rand, -4, 0), g_rand_int_range (rand, 0, 4) * 1000);
      int openings = g_rand_int_range (rand, 0, 4);

      lot->state = g_rand_int_range (rand, 0, 5) == 0 ? (MesoLotState) g_rand_int_range (rand, 1, 3) : MESO_LOT_AVAILABLE;
      lot->multi_dose = g_rand_boolean (rand);
      for (int k = 0; k < openings; k++)
        {
          g_autofree char *opening = g_strdup_printf ("%s.%d", id, k);
          gint64 left_ul = g_rand_int_range (rand, 1, 1000);

          add_opening (lot, opening, left_ul, g_rand_int_range (rand, 5, 24));
          ((MesoOpening *) g_ptr_array_index (lot->openings, k))->used = g_rand_boolean (rand);
          lot->balance_ul += left_ul;
        }
      g_ptr_array_add (lots, lot);
    }
  return lots;
}

/* Written anew, without anything of what is tested: is it drawn from at all, and how much is there? */
static gint64
find_available (const MesoLot *lot, const MesoOpening *opening)
{
  gint64 sealed_ul = lot->balance_ul;

  if (lot->state != MESO_LOT_AVAILABLE || meso_calendar_date_days_between (TODAY, lot->expiry) < 0)
    return 0;
  if (opening != NULL)
    return g_strcmp0 (opening->discard_by, NOW) > 0 && !(opening->used && !lot->multi_dose) ? opening->left_ul : 0;
  for (guint i = 0; i < lot->openings->len; i++)
    sealed_ul -= ((MesoOpening *) g_ptr_array_index (lot->openings, i))->left_ul;
  return sealed_ul;
}

static gint64
sum_available (const GPtrArray *lots)
{
  gint64 sum_ul = 0;

  for (guint i = 0; i < lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (lots, i);

      sum_ul += find_available (lot, NULL);
      for (guint k = 0; k < lot->openings->len; k++)
        sum_ul += find_available (lot, g_ptr_array_index (lot->openings, k));
    }
  return sum_ul;
}

/* How a draw ranks: lower is to be used first. */
static char *
rank (const MesoLot *lot, const MesoOpening *opening)
{
  g_autofree char *expiry = meso_calendar_date_to_string (lot->expiry);
  g_autofree char *received = meso_calendar_date_to_string (lot->received_on);

  return g_strdup_printf ("%d %s %s %s %s %u", opening == NULL, opening != NULL ? opening->discard_by : "", expiry, received, lot->id,
                          opening != NULL ? opening->n : 0);
}

static void
find_source (const GPtrArray *lots, const MesoPreparationDraw *draw, const MesoLot **lot_out, const MesoOpening **opening_out)
{
  *opening_out = NULL;
  for (guint i = 0; i < lots->len; i++)
    if (g_strcmp0 (((MesoLot *) g_ptr_array_index (lots, i))->id, draw->lot) == 0)
      *lot_out = g_ptr_array_index (lots, i);
  for (guint i = 0; draw->opening != NULL && i < (*lot_out)->openings->len; i++)
    if (g_strcmp0 (((MesoOpening *) g_ptr_array_index ((*lot_out)->openings, i))->id, draw->opening) == 0)
      *opening_out = g_ptr_array_index ((*lot_out)->openings, i);
}

/* Nothing unusable, no more than is there, nothing twice, nothing lost, in order, and each source emptied before the next. */
static void
check_pick (const GPtrArray *lots, gint64 volume_ul, const GPtrArray *draws, gint64 short_ul)
{
  g_autofree char *before = NULL;
  gint64 sum_ul = 0;

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);
      const MesoLot *lot = NULL;
      const MesoOpening *opening = NULL;
      g_autofree char *place = NULL;

      find_source (lots, draw, &lot, &opening);
      place = rank (lot, opening);
      g_assert_cmpint (draw->volume_ul, >, 0);
      g_assert_cmpint (draw->volume_ul, <=, find_available (lot, opening));
      if (i + 1 < draws->len)
        g_assert_cmpint (draw->volume_ul, ==, find_available (lot, opening));
      g_assert_cmpint (g_strcmp0 (before, place), <, 0);
      g_set_str (&before, place);
      sum_ul += draw->volume_ul;
    }
  g_assert_cmpint (sum_ul + short_ul, ==, volume_ul);
  g_assert_cmpint (sum_ul, ==, MIN (volume_ul, sum_available (lots)));
}

static void
test_properties (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr(GPtrArray) lots = make_random_lots (rand);
      gint64 volume_ul = g_rand_int_range (rand, 1, 9000);
      gint64 short_ul = -1;
      g_autoptr(GPtrArray) draws = meso_stock_pick (lots, 0, volume_ul, NULL, TODAY, NOW, &short_ul);
      g_autoptr(GPtrArray) rest = NULL;
      gint64 rest_short_ul;

      check_pick (lots, volume_ul, draws, short_ul);
      /* A second item that takes its turn gets what the first left. */
      rest = meso_stock_pick (lots, 1, 100000, draws, TODAY, NOW, &rest_short_ul);
      g_assert_cmpint (100000 - rest_short_ul, ==, sum_available (lots) - (volume_ul - short_ul));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock-pick/order", test_order);
  g_test_add_func ("/stock-pick/nothing", test_nothing);
  g_test_add_func ("/stock-pick/properties", test_properties);
  return g_test_run ();
}
