/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-services-error.h"

#include <gio/gio.h>

#include "meso-core-error.h"
#include "meso-print-error.h"
#include "meso-store-error.h"

/* One domain a layer: what is refused here can't be taken for a fault of another layer. */
static void
test_domain (void)
{
  g_autoptr(GError) error = g_error_new_literal (MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "No.");

  g_assert_cmpstr (g_quark_to_string (MESO_SERVICES_ERROR), ==, "meso-services-error-quark");
  g_assert_true (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED));
  g_assert_false (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND));
}

static void
test_require (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_services_require (TRUE, "reason", "Write why.", &error));
  g_assert_no_error (error);

  g_assert_false (meso_services_require (FALSE, "reason", "Write why.", &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "reason: Write why.");
}

static void
test_reject (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_services_reject (&error, "draws[%u].lot: Lot %s is used up.", 1u, "A%s"));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "draws[1].lot: Lot A%s is used up.");
}

static void
test_refuse (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_services_refuse (&error, MESO_NOTHING_STORED, "File %s was erased.", "12%s"));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "File 12%s was erased. Nothing was stored.");
}

static void
assert_is (GQuark      domain,
           int         code,
           MesoProblem expected)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "No.");

  g_assert_cmpint (meso_services_error_classify (error), ==, expected);
}

static void
test_classify (void)
{
  assert_is (MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, MESO_PROBLEM_REFUSED);
  assert_is (MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, MESO_PROBLEM_NO_RECORD);
  assert_is (MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, MESO_PROBLEM_RANGE);
  assert_is (MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX, MESO_PROBLEM_CONTENT);
  assert_is (MESO_PRINT_ERROR, MESO_PRINT_ERROR_FONT, MESO_PROBLEM_FONT);
  assert_is (MESO_PRINT_ERROR, MESO_PRINT_ERROR_FAILED, MESO_PROBLEM_PAPER);
  assert_is (MESO_STORE_ERROR, MESO_STORE_ERROR_NEWER, MESO_PROBLEM_NEWER);
  assert_is (MESO_STORE_ERROR, MESO_STORE_ERROR_CHANGED, MESO_PROBLEM_CHANGED);
  assert_is (G_IO_ERROR, G_IO_ERROR_CANCELLED, MESO_PROBLEM_CANCELLED);
  assert_is (G_IO_ERROR, G_IO_ERROR_NO_SPACE, MESO_PROBLEM_DISK_FULL);
  assert_is (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, MESO_PROBLEM_FOLDER);
  assert_is (G_FILE_ERROR, G_FILE_ERROR_PERM, MESO_PROBLEM_FOLDER);
  assert_is (G_FILE_ERROR, G_FILE_ERROR_NOENT, MESO_PROBLEM_FILE_MISSING);
  assert_is (G_FILE_ERROR, G_FILE_ERROR_INVAL, MESO_PROBLEM_DISK);
  assert_is (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, MESO_PROBLEM_FAULT);
}

/* What the store says is never taken for a fault of the program, unless it is one; and no two of its codes are mixed up. */
static void
test_every_code_of_the_store (void)
{
  guint64 seen = 0;

  for (int code = 0; code < MESO_STORE_N_ERRORS; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (MESO_STORE_ERROR, code, "No.");
      MesoProblem problem = meso_services_error_classify (error);

      g_assert_cmpint (problem == MESO_PROBLEM_FAULT, ==, code == MESO_STORE_ERROR_INTERNAL);
      g_assert_cmpuint (seen & (G_GUINT64_CONSTANT (1) << problem), ==, 0);
      seen |= G_GUINT64_CONSTANT (1) << problem;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/error/domain", test_domain);
  g_test_add_func ("/services/error/require", test_require);
  g_test_add_func ("/services/error/reject", test_reject);
  g_test_add_func ("/services/error/refuse", test_refuse);
  g_test_add_func ("/services/error/classify", test_classify);
  g_test_add_func ("/services/error/every-code-of-the-store", test_every_code_of_the_store);

  return g_test_run ();
}
