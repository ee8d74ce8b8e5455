/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-fixture.h"

#include <string.h>

#define ROUNDS 3000

static MesoProtocol *protocol;

/* A formula of mass ingredients and vials: what can be mixed at all, in any order and amount */
static char *
make_line (GRand *rand, const char *end)
{
  static const char *const ingredients[] = { "zinc", "copper", "biotin", "selenium", "vitamin-c", "lidocaine", "procaine" };
  g_autoptr (GString) line = g_string_new (NULL);
  int count = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < count; i++)
    {
      if (g_rand_int_range (rand, 0, 6) == 0)
        g_string_append_printf (line, "product=vitamin-vial|volume=%d µL|", g_rand_int_range (rand, 1, 3000));
      else
        g_string_append_printf (line, "ingredient=%s|strength=%d.%03d mg/mL|volume=%d µL|",
                                ingredients[g_rand_int_range (rand, 0, G_N_ELEMENTS (ingredients))],
                                g_rand_int_range (rand, 0, 30), g_rand_int_range (rand, 1, 1000),
                                g_rand_int_range (rand, 1, 3000));
    }
  g_string_append (line, end);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static MesoFormulaCheck *
check_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  MesoFormulaCheck *check = formula_fixture_check (protocol, line, &error);

  g_assert_no_error (error);
  return check;
}

static GRand *
new_rand (void)
{
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

/* Volume is neither made nor lost: what is drawn and the diluent make the whole. A vial is drawn once. */
static void
test_volumes_are_conserved (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *end = g_strdup_printf ("diluent=saline|to=%d µL|allergies=|weight=60000",
                                              g_rand_int_range (rand, 1, 20000));
      g_autofree char *line = make_line (rand, end);
      g_autoptr (MesoFormulaCheck) check = check_line (line);
      gint64 sum = 0;

      for (guint j = 0; j < check->lines->len; j++)
        {
          const MesoFormulaLine *one = g_ptr_array_index (check->lines, j);

          /* of the vial's three components only the first counts */
          if (one->product == NULL || strcmp (one->ingredient, "biotin") == 0)
            sum += one->volume_ul;
        }
      g_assert_cmpint (sum + check->diluent_volume_ul, ==, check->total_volume_ul);
      g_assert_cmpint (check->diluent_volume_ul, >=, 0);
    }
}

/* What the finished syringe holds in all its mL is what went in, to half a unit a mL. */
static void
test_amounts_are_conserved (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *line = make_line (rand, "allergies=|weight=60000");
      g_autoptr (MesoFormulaCheck) check = check_line (line);

      for (guint j = 0; j < check->lines->len; j++)
        {
          const MesoFormulaLine *one = g_ptr_array_index (check->lines, j);
          gint64 twice_difference =
            2 * (one->final_per_ml * check->total_volume_ul - one->amount.value * 1000);

          g_assert_cmpint (ABS (twice_difference), <=, check->total_volume_ul + 1000);
        }
    }
}

/* Whether products of the second commonly hold what the first must be kept from, and no pair says so already */
static gboolean
asks_for_the_label (const char *ingredient, const char *carrier, const MesoIngredientPair *pair)
{
  static const char *const asking[][2] = {
    { "hyaluronic-acid", "saline" }, { "procaine", "biotin" }, { "copper", "zinc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    if (g_str_equal (asking[i][0], ingredient) && g_str_equal (asking[i][1], carrier))
      return pair == NULL || pair->severity == MESO_PAIR_COMPATIBLE;
  return FALSE;
}

/* Two components that the content says nothing of are always said to be without data, in either order; a neutral carrier
 * is none. */
static void
test_an_absent_pair_is_never_compatible (void)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);

  for (guint i = 0; i < ingredients->len; i++)
    for (guint j = 0; j < ingredients->len; j++)
      {
        const MesoIngredient *a = g_ptr_array_index (ingredients, i);
        const MesoIngredient *b = g_ptr_array_index (ingredients, j);
        const MesoIngredientPair *pair = meso_protocol_lookup_pair (protocol, a->id, b->id);
        g_autofree char *line =
          g_strdup_printf ("ingredient=%s|strength=1 %s/mL|volume=1 µL|ingredient=%s|strength=1 %s/mL|volume=1 µL",
                           a->id, a->dimension == MESO_DIMENSION_MASS ? "ng" : "IU",
                           b->id, b->dimension == MESO_DIMENSION_MASS ? "ng" : "IU");
        g_autofree char *findings = NULL;
        g_autofree char *no_data = g_strdup_printf ("info:no-data:%s+%s", a->id, b->id);
        g_autofree char *caution = g_strdup_printf ("warn:caution-pair:%s+%s", a->id, b->id);
        g_autofree char *incompatible = g_strdup_printf ("block:incompatible:%s+%s", a->id, b->id);
        g_autoptr (MesoFormulaCheck) check = check_line (line);

        findings = formula_fixture_list_findings (check);
        g_assert_true ((strstr (findings, no_data) != NULL) ==
                       (a != b && pair == NULL && !a->diluent && !b->diluent));
        g_assert_true ((strstr (findings, caution) != NULL) ==
                       ((pair != NULL && pair->severity == MESO_PAIR_CAUTION) ||
                        asks_for_the_label (a->id, b->id, pair)));
        g_assert_true ((strstr (findings, incompatible) != NULL) ==
                       (pair != NULL && pair->severity == MESO_PAIR_INCOMPATIBLE));
      }
}

/* The same input gives the same answer, and the language changes the words only. */
static void
test_language_changes_words_only (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (int i = 0; i < ROUNDS / 10; i++)
    {
      g_autofree char *line = make_line (rand, "points=20|per-point=150 µL");
      g_autofree char *persian_line = g_strconcat (line, "|language=fa", NULL);
      g_autoptr (MesoFormulaCheck) check = check_line (line);
      g_autoptr (MesoFormulaCheck) again = check_line (line);
      g_autoptr (MesoFormulaCheck) persian = check_line (persian_line);
      g_autofree char *findings = formula_fixture_list_findings (check);
      g_autofree char *findings_again = formula_fixture_list_findings (again);
      g_autofree char *findings_persian = formula_fixture_list_findings (persian);

      g_assert_cmpstr (findings, ==, findings_again);
      g_assert_cmpstr (findings, ==, findings_persian);
      for (guint j = 0; j < check->findings->len; j++)
        {
          const MesoFormulaFinding *one = g_ptr_array_index (check->findings, j);
          const MesoFormulaFinding *other = g_ptr_array_index (again->findings, j);

          g_assert_cmpstr (one->message, ==, other->message);
          g_assert_cmpstr (one->source, !=, "");
          g_assert_null (strchr (one->message, '{'));
        }
    }
}

/* More in the syringe never takes a finding away; but it dilutes, which is what a limit on strength asks for. */
static void
test_more_is_never_safer (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *line = make_line (rand, "allergies=|weight=60000");
      g_autofree char *more_line =
        g_strconcat ("ingredient=lidocaine|strength=20 mg/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=1 mL|",
                     line, NULL);
      g_autoptr (MesoFormulaCheck) check = check_line (line);
      g_autoptr (MesoFormulaCheck) more = check_line (more_line);
      g_autofree char *findings = formula_fixture_list_findings (check);

      if (strstr (findings, "strength-limit") != NULL)
        continue;
      g_assert_true (check->ok || !more->ok);
      g_assert_cmpuint (more->findings->len, >=, check->findings->len);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-properties/volumes", test_volumes_are_conserved);
  g_test_add_func ("/formula-properties/amounts", test_amounts_are_conserved);
  g_test_add_func ("/formula-properties/absent-pairs", test_an_absent_pair_is_never_compatible);
  g_test_add_func ("/formula-properties/language", test_language_changes_words_only);
  g_test_add_func ("/formula-properties/more", test_more_is_never_safer);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
