/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-body-weight.h"

#include "meso-core-error.h"

static void
test_read (void)
{
  static const struct { const char *text; gint64 weight_g; } good[] = {
    { "72.5", 72500 }, { " ۷۲٫۵ ", 72500 }, { "٧٢,٥", 72500 }, { "72.5 kg", 72500 }, { "72 کیلوگرم", 72000 },
    { "62,125", 62125 }, { "20", 20000 }, { "400", 400000 }, { "400.000", 400000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 weight_g = -1;

      g_assert_true (meso_body_weight_parse (good[i].text, &weight_g, &error));
      g_assert_no_error (error);
      g_assert_cmpint (weight_g, ==, good[i].weight_g);
    }
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } bad[] = {
    { "1,000", MESO_CORE_ERROR_RANGE }, { "1", MESO_CORE_ERROR_RANGE }, { "0", MESO_CORE_ERROR_RANGE },
    { "19.999", MESO_CORE_ERROR_RANGE }, { "400.001", MESO_CORE_ERROR_RANGE }, { "725", MESO_CORE_ERROR_RANGE },
    { "72.5001", MESO_CORE_ERROR_RANGE }, { "99999999999999999999999999", MESO_CORE_ERROR_RANGE },
    { NULL, MESO_CORE_ERROR_INVALID }, { "", MESO_CORE_ERROR_INVALID }, { "kg", MESO_CORE_ERROR_INVALID },
    { "-70", MESO_CORE_ERROR_INVALID }, { "70 lb", MESO_CORE_ERROR_INVALID }, { "7e1", MESO_CORE_ERROR_INVALID },
    { "70 mg", MESO_CORE_ERROR_INVALID }, { "\xff", MESO_CORE_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 weight_g = -1;

      g_assert_false (meso_body_weight_parse (bad[i].text, &weight_g, &error));
      g_assert_error (error, MESO_CORE_ERROR, bad[i].code);
      g_assert_cmpint (weight_g, ==, -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-weight/read", test_read);
  g_test_add_func ("/body-weight/refused", test_refused);
  return g_test_run ();
}
