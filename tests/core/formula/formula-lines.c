/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The hand that the oracle drives: formulas as lines on standard input, what the check says of each as a line on
 * standard output. See formula-fixture.h for what goes in and formula-oracle.py for what comes out. A line may begin with
 * `scale=VOLUME|`, `marks=SIZE|` (0: any), `split=COUNT/STEP|` or `fill=VOLUME|` (all in µL): what that makes of the formula is
 * said instead. */

#include "formula-fixture.h"

#include <stdio.h>
#include <string.h>

#include "meso-formula-adjust.h"

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

/* The adjustments, then the check of what has become of the formula */
static void
print_adjusted (const MesoProtocol *protocol, const MesoFormula *formula, const GPtrArray *adjustments)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const MesoFormulaPatient nobody = { .allergies = none };
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoFormulaCheck) check = meso_formula_check_new (protocol, formula, &nobody, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < adjustments->len; i++)
    {
      const MesoFormulaAdjustment *adjustment = g_ptr_array_index (adjustments, i);

      printf ("%s%d,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%d,%d", i > 0 ? " " : "",
              adjustment->item == MESO_FORMULA_FILL_UP ? -1 : (int) adjustment->item, adjustment->before_ul,
              adjustment->after_ul, adjustment->exact, adjustment->too_little);
    }
  printf ("\t");
  print_check (check);
}

static void
adjust (const MesoProtocol *protocol, const char *what, gint64 volume_ul, const char *line)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (line);
  g_autoptr (MesoFormula) adjusted = NULL;
  g_autoptr (GPtrArray) adjustments = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (what, "scale") == 0)
    adjusted = meso_formula_scale (protocol, formula, volume_ul, &adjustments, &error);
  else
    adjusted = meso_formula_round_to_marks (protocol, formula, meso_syringe_find (volume_ul), &adjustments, &error);
  g_assert_true ((adjusted == NULL) == (error != NULL));
  if (adjusted != NULL)
    print_adjusted (protocol, adjusted, adjustments);
  else
    printf ("error\t%s\n", error->message);
}

static void
split (const MesoProtocol *protocol, const char *what, gint64 number, gint64 step_ul, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoFormulaCheck) check = formula_fixture_check (protocol, line, &error);
  MesoSyringeSplit result = { 0 };
  gboolean fine;

  if (check == NULL)
    {
      printf ("error\t%s\n", error->message);
      return;
    }
  fine = strcmp (what, "split") == 0 ? meso_syringe_split_evenly (check->total_volume_ul, number, step_ul, &result)
                                     : meso_syringe_split_by_size (check->total_volume_ul, number, &result);
  printf ("%d,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "\n", fine, result.count, result.each_ul,
          result.rest_ul);
}

/* Whether the line asked for more than a check */
static gboolean
do_more (const MesoProtocol *protocol, const char *line)
{
  static const char *const all[] = { "scale", "marks", "split", "fill" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_has_prefix (line, all[i]) && line[strlen (all[i])] == '=')
      {
        char *end;
        gint64 number = g_ascii_strtoll (line + strlen (all[i]) + 1, &end, 10);
        gint64 step = *end == '/' ? g_ascii_strtoll (end + 1, &end, 10) : 1;

        g_assert_cmpint (*end, ==, '|');
        if (i < 2)
          adjust (protocol, all[i], number, end + 1);
        else
          split (protocol, all[i], number, step, end + 1);
        return TRUE;
      }
  return FALSE;
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
      if (do_more (protocol, line))
        continue;
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
