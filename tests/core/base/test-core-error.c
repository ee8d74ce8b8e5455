/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "It is too long.");
  return FALSE;
}

static void
test_at (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_core_error_at ("phone", TRUE, &error));
  g_assert_no_error (error);

  g_assert_false (meso_core_error_at ("phone", refuse (&error), &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, "phone: It is too long.");

  g_assert_false (meso_core_error_at ("phone", refuse (NULL), NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core-error/at", test_at);

  return g_test_run ();
}
