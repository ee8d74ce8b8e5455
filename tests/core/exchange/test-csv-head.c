/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-head.h"

static void
assert_head (const char *bytes,
             gboolean    whole,
             char        asked,
             char        separator,
             gsize       length,
             guint64     line)
{
  g_autoptr(GString) text = g_string_new (bytes);
  MesoCsvHead head;

  g_assert_true (meso_csv_head_read (text, whole, asked, &head));
  g_assert_cmpint (head.separator, ==, separator);
  g_assert_cmpuint (head.length, ==, length);
  g_assert_cmpuint (head.line, ==, line);
}

static void
assert_needs_more (const char *bytes)
{
  g_autoptr(GString) text = g_string_new (bytes);
  MesoCsvHead head;

  g_assert_false (meso_csv_head_read (text, FALSE, 0, &head));
}

static void
test_separator (void)
{
  assert_head ("name,phone\n", FALSE, 0, ',', 0, 1);
  assert_head ("name;phone,mobile;sex\n", FALSE, 0, ';', 0, 1);
  assert_head ("name\tphone\n", FALSE, 0, '\t', 0, 1);
  assert_head ("\"a,b,c\";phone\n", FALSE, 0, ';', 0, 1);
  assert_head ("\r\n\nname;phone\n", FALSE, 0, ';', 0, 1);
  assert_head ("name\n", FALSE, 0, ',', 0, 1);
  assert_head ("name;phone\n", FALSE, ',', ',', 0, 1);
}

static void
test_what_stands_before (void)
{
  assert_head ("\xEF\xBB\xBFname;phone\n", FALSE, 0, ';', 3, 1);
  assert_head ("sep=\t\r\nname,phone\n", FALSE, 0, '\t', 7, 2);
  assert_head ("\xEF\xBB\xBFSEP=;\nname,phone\n", FALSE, ',', ';', 9, 2);
  assert_head ("sep=;name,phone\n", FALSE, 0, ',', 0, 1);
  assert_head ("sep=|\nname,phone\n", FALSE, 0, ',', 0, 1);
}

static void
test_line_break_after_return (void)
{
  g_autoptr(GString) text = g_string_new ("sep=;\rname\n");
  MesoCsvHead head;

  g_assert_true (meso_csv_head_read (text, FALSE, 0, &head));
  g_assert_true (head.after_return);
  g_string_assign (text, "sep=;\r\nname\n");
  g_assert_true (meso_csv_head_read (text, FALSE, 0, &head));
  g_assert_false (head.after_return);
}

static void
test_needs_more (void)
{
  assert_needs_more ("");
  assert_needs_more ("\n\n");
  assert_needs_more ("name;phone");
  assert_needs_more ("\"name\n;phone");

  assert_head ("", TRUE, 0, ',', 0, 1);
  assert_head ("name;phone", TRUE, 0, ';', 0, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-head/separator", test_separator);
  g_test_add_func ("/csv-head/what-stands-before", test_what_stands_before);
  g_test_add_func ("/csv-head/line-break-after-return", test_line_break_after_return);
  g_test_add_func ("/csv-head/needs-more", test_needs_more);

  return g_test_run ();
}
