/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation.h"

static MesoPreparation *
make (void)
{
  MesoPreparation *preparation = meso_preparation_new ();

  g_set_str (&preparation->use_before, "2026-11-22T12:00:00.000000Z");
  meso_preparation_add_draw (preparation, 0, "a lot", NULL, 500);
  meso_preparation_add_draw (preparation, MESO_PREPARATION_DILUENT, "another", "a vial", 1500);
  return preparation;
}

static void
test_copy (void)
{
  g_autoptr(MesoPreparation) preparation = make ();
  g_autoptr(MesoPreparation) copy = meso_preparation_copy (preparation);
  const MesoPreparationDraw *draw;

  g_set_str (&preparation->use_before, "");
  g_ptr_array_set_size (preparation->draws, 0);
  g_assert_cmpstr (copy->use_before, ==, "2026-11-22T12:00:00.000000Z");
  g_assert_cmpuint (copy->draws->len, ==, 2);
  draw = g_ptr_array_index (copy->draws, 1);
  g_assert_cmpuint (draw->item, ==, MESO_PREPARATION_DILUENT);
  g_assert_cmpstr (draw->lot, ==, "another");
  g_assert_cmpstr (draw->opening, ==, "a vial");
  g_assert_cmpint (draw->volume_ul, ==, 1500);
}

static gboolean
is_ready (const MesoPreparation *preparation)
{
  return meso_preparation_is_ready (preparation, "2026-11-22T12:00:00.000000Z");
}

static void
test_ready (void)
{
  g_autoptr(MesoPreparation) preparation = make ();

  g_assert_true (meso_preparation_counts (preparation));
  g_assert_true (is_ready (preparation));
  g_assert_false (meso_preparation_is_ready (preparation, "2026-11-22T12:00:00.000001Z"));
  g_set_str (&preparation->session, "given");
  g_assert_false (is_ready (preparation));
  g_assert_true (meso_preparation_counts (preparation));
  g_set_str (&preparation->session, NULL);
  g_set_str (&preparation->discarded_at, "2026-11-22T11:00:00.000000Z");
  g_assert_false (is_ready (preparation));
  g_assert_true (meso_preparation_counts (preparation));
  g_set_str (&preparation->discarded_at, NULL);
  g_set_str (&preparation->amended_by, "later");
  g_assert_false (is_ready (preparation));
  g_assert_false (meso_preparation_counts (preparation));
  g_set_str (&preparation->amended_by, NULL);
  g_set_str (&preparation->error_reason, "another patient's");
  g_assert_false (is_ready (preparation));
  g_assert_false (meso_preparation_counts (preparation));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation/copy", test_copy);
  g_test_add_func ("/preparation/ready", test_ready);
  return g_test_run ();
}
