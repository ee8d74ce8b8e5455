/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-guard.h"

static void
assert_written (const char *text, const char *expected)
{
  g_autoptr(GString) row = g_string_new (NULL);

  meso_csv_append_cell (row, text, ',');
  g_assert_cmpstr (row->str, ==, expected);
}

static void
test_formulas (void)
{
  assert_written ("=1+1", "'=1+1");
  assert_written ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  assert_written ("+1-1", "'+1-1");
  assert_written ("-2", "'-2");
  assert_written ("@SUM(A1)", "'@SUM(A1)");
  assert_written ("\tx", "'\tx");
  assert_written ("\rx", "\"'\rx\"");
  assert_written ("＝1", "'＝1");
  assert_written ("a=1", "a=1");
  assert_written ("", "");
  assert_written ("O'Neill", "O'Neill");
}

/* A phone number is a number to every spreadsheet; anything else that begins with a plus might be a formula. */
static void
test_phones (void)
{
  assert_written ("+989123456789", "+989123456789");
  assert_written ("+98 21 8888", "'+98 21 8888");
  assert_written ("+98+1", "'+98+1");
  assert_written ("+1", "'+1");
  assert_written ("+", "'+");
}

static void
test_quoting (void)
{
  assert_written ("a,b", "\"a,b\"");
  assert_written ("a;b", "a;b");
  assert_written ("a\"b", "\"a\"\"b\"");
  assert_written ("a\nb", "\"a\nb\"");
  assert_written (" a", "\" a\"");
  assert_written ("a ", "\"a \"");
}

static void
test_there_and_back (void)
{
  const char *const pieces[] = { "=", "+", "-", "@", "'", "''", "\t", "\n", "9", "+98", "علی", "x", "" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pieces); j++)
      for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
        {
          g_autofree char *text = g_strconcat (pieces[i], pieces[j], pieces[k], NULL);
          g_autofree char *guarded = meso_csv_guard (text);

          g_assert_cmpstr (meso_csv_unguard (guarded != NULL ? guarded : text), ==, text);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-guard/formulas", test_formulas);
  g_test_add_func ("/csv-guard/phones", test_phones);
  g_test_add_func ("/csv-guard/quoting", test_quoting);
  g_test_add_func ("/csv-guard/there-and-back", test_there_and_back);
  return g_test_run ();
}
