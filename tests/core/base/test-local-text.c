/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-text.h"

static void
test_english_only (void)
{
  g_autoptr (MesoLocalText) text = meso_local_text_new ("Pain");

  g_assert_cmpstr (meso_local_text_get (text, "en"), ==, "Pain");
  g_assert_cmpstr (meso_local_text_get (text, "fa"), ==, "Pain");
  g_assert_cmpstr (meso_local_text_get (text, NULL), ==, "Pain");
  g_assert_true (meso_local_text_has (text, "en"));
  g_assert_false (meso_local_text_has (text, "fa"));
}

static void
test_translated (void)
{
  g_autoptr (MesoLocalText) text = meso_local_text_new ("Pain");

  meso_local_text_add (text, "fa", "درد");
  g_assert_cmpstr (meso_local_text_get (text, "fa"), ==, "درد");
  g_assert_cmpstr (meso_local_text_get (text, "en"), ==, "Pain");
  g_assert_cmpstr (meso_local_text_get (text, "de"), ==, "Pain");
  g_assert_true (meso_local_text_has (text, "fa"));
  g_assert_false (meso_local_text_has (text, "de"));

  meso_local_text_add (text, "fa", "سوزش");
  g_assert_cmpstr (meso_local_text_get (text, "fa"), ==, "سوزش");
}

static void
test_null (void)
{
  g_assert_cmpstr (meso_local_text_get (NULL, "fa"), ==, "");
  g_assert_false (meso_local_text_has (NULL, "en"));
}

static void
test_list (void)
{
  g_autoptr (MesoLocalText) text = meso_local_text_new ("Pain");
  g_autoptr (GPtrArray) nothing = meso_local_text_list (NULL);
  g_autoptr (GPtrArray) english = meso_local_text_list (text);
  g_autoptr (GPtrArray) all = NULL;

  meso_local_text_add (text, "fa", "درد");
  meso_local_text_add (text, "de", "Schmerz");
  all = meso_local_text_list (text);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (english->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (all->pdata[0], ==, "Pain");
  g_assert_cmpstr (all->pdata[1], ==, "Schmerz");
  g_assert_cmpstr (all->pdata[2], ==, "درد");
}

static void
test_references (void)
{
  MesoLocalText *text = meso_local_text_new ("Pain");
  g_autoptr (MesoLocalText) other = meso_local_text_ref (text);

  meso_local_text_unref (text);
  g_assert_cmpstr (meso_local_text_get (other, "en"), ==, "Pain");
}

static void
test_fill (void)
{
  g_autoptr (MesoLocalText) text = meso_local_text_new ("{a} or {b}, {a}");

  meso_local_text_add (text, "fa", "{b} یا {a}");
  g_assert_true (meso_local_text_get_template (text) == text);
  meso_local_text_fill (text, "a", 14);
  meso_local_text_fill (text, "b", 3);
  g_assert_cmpstr (meso_local_text_get (text, "en"), ==, "14 or 3, 14");
  g_assert_cmpstr (meso_local_text_get (text, "fa"), ==, "۳ یا ۱۴");
  g_assert_cmpstr (meso_local_text_get (meso_local_text_get_template (text), "fa"), ==, "{b} یا {a}");
  g_assert_null (meso_local_text_get_template (NULL));
}

static void
test_fill_with_one (void)
{
  static const struct { const char *text; int number; const char *filled; } samples[] = {
    { "Drunk in the last {n} days?", 1, "Drunk in the last day?" },
    { "Drunk in the last {n} days?", 2, "Drunk in the last 2 days?" },
    { "Wait for {n} days after it.", 1, "Wait for 1 day after it." },
    { "Wait for {n} days after it.", 11, "Wait for 11 days after it." },
    { "Within {n} days a fever, {n} alcohol.", 1, "Within 1 day a fever, 1 alcohol." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (MesoLocalText) text = meso_local_text_new (samples[i].text);

      meso_local_text_add (text, "fa", "{n} روز");
      meso_local_text_fill (text, "n", samples[i].number);
      g_assert_cmpstr (meso_local_text_get (text, "en"), ==, samples[i].filled);
      g_assert_true (g_str_has_suffix (meso_local_text_get (text, "fa"), " روز"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/local-text/english-only", test_english_only);
  g_test_add_func ("/local-text/translated", test_translated);
  g_test_add_func ("/local-text/null", test_null);
  g_test_add_func ("/local-text/list", test_list);
  g_test_add_func ("/local-text/references", test_references);
  g_test_add_func ("/local-text/fill", test_fill);
  g_test_add_func ("/local-text/fill-with-one", test_fill_with_one);

  return g_test_run ();
}
