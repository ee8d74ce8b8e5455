/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-operation.h"

#define STEPS 10000

static void
count (GObject    *object,
       GParamSpec *pspec,
       guint      *told)
{
  (*told)++;
}

static gpointer
work (gpointer operation)
{
  for (guint i = 1; i <= STEPS; i++)
    g_assert_true (meso_operation_report (operation, i, STEPS, NULL));
  return NULL;
}

static void
test_progress_from_another_thread (void)
{
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  guint told = 0;

  g_signal_connect (operation, "notify::fraction", G_CALLBACK (count), &told);
  g_thread_join (g_thread_new ("work", work, operation));
  g_assert_cmpuint (told, ==, 0);
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Ten thousand steps, one turn of the main loop. */
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_operation_report (operation, 1, 2, &error));
  g_cancellable_cancel (meso_operation_get_cancellable (operation));
  g_assert_false (meso_operation_report (operation, 2, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What nobody watches goes on; what has no steps isn't done. */
static void
test_edges (void)
{
  g_autoptr(MesoOperation) operation = meso_operation_new ();

  g_assert_true (meso_operation_report (NULL, 1, 2, NULL));
  g_assert_true (meso_operation_report (operation, 0, 0, NULL));
  g_assert_true (meso_operation_report (operation, 3, 2, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 1);
}

/* The last who holds it may be the one who tells. */
static void
test_gone_before_it_is_told (void)
{
  MesoOperation *operation = meso_operation_new ();

  g_object_add_weak_pointer (G_OBJECT (operation), (gpointer *) &operation);
  g_assert_true (meso_operation_report (operation, 1, 2, NULL));
  g_object_unref (operation);
  g_assert_nonnull (operation);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (operation);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/operation/progress-from-another-thread", test_progress_from_another_thread);
  g_test_add_func ("/services/operation/cancel", test_cancel);
  g_test_add_func ("/services/operation/edges", test_edges);
  g_test_add_func ("/services/operation/gone-before-it-is-told", test_gone_before_it_is_told);

  return g_test_run ();
}
