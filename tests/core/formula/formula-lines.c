/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The hand that the oracle drives: formulas as lines on standard input, what the check says of each as a line on
 * standard output. See formula-fixture.h for what goes in and formula-oracle.py for what comes out. */

#include "formula-fixture.h"

#include <stdio.h>

static void
print_check (const MesoFormulaCheck *check)
{
  g_autofree char *findings = formula_fixture_list_findings (check);

  printf ("%d\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t", check->ok, check->total_volume_ul,
          check->diluent_volume_ul);
  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      printf ("%s%s,%s,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%d,%" G_GINT64_FORMAT ",%s,%" G_GINT64_FORMAT, i > 0 ? " " : "",
              line->ingredient, line->product != NULL ? line->product : "", line->volume_ul, line->amount.value,
              line->exact, line->final_per_ml, line->salt != NULL ? line->salt : "", line->salt_amount_ng);
    }
  printf ("\t%s\n", findings);
}

int
main (int argc, char **argv)
{
  g_autoptr (MesoProtocol) protocol = NULL;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  g_assert_cmpint (argc, ==, 3);
  protocol = formula_fixture_load (argv[1], argv[2]);
  while ((length = getline (&line, &size, stdin)) > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoFormulaCheck) check = NULL;

      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      check = formula_fixture_check (protocol, line, &error);
      g_assert_true ((check == NULL) == (error != NULL));
      if (check != NULL)
        print_check (check);
      else
        printf ("error\t%s\n", error->message);
    }
  free (line);
  return 0;
}
