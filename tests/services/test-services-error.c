/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-services-error.h"

/* One domain a layer: what is refused here can't be taken for a fault of another layer. */
static void
test_domain (void)
{
  g_autoptr(GError) error = g_error_new_literal (MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "No.");

  g_assert_cmpstr (g_quark_to_string (MESO_SERVICES_ERROR), ==, "meso-services-error-quark");
  g_assert_true (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED));
  g_assert_false (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/error/domain", test_domain);

  return g_test_run ();
}
