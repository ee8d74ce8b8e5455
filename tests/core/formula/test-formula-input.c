/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-fixture.h"

#include <string.h>

#include "meso-core-error.h"

static MesoProtocol *protocol;

static void
assert_refused (const char *line, const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoFormulaCheck) check = formula_fixture_check (protocol, line, &error);

  g_test_message ("%.80s: %s", line, error != NULL ? error->message : "accepted");
  g_assert_null (check);
  g_assert_nonnull (error);
  g_assert_true (error->domain == MESO_CORE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, part));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_bad_input_names_its_place (void)
{
#define OTHER "ingredient=biotin|strength=5 mg/mL|volume=1 mL|"
  static const struct { const char *path; const char *part; const char *line; } cases[] = {
    { "items: ", "empty", "" },
    { "items[0]: ", "neither", "item=" },
    { "items[1]: ", "neither", OTHER "item=" },
    { "items[0]: ", "both", "ingredient=zinc|also-product=vitamin-vial|volume=1 mL" },
    { "items[0].ingredient: ", "“zink”", "ingredient=zink|strength=1 mg/mL|volume=1 mL" },
    { "items[0].ingredient: ", "“Zinc”", "ingredient=Zinc|strength=1 mg/mL|volume=1 mL" },
    { "items[1].product: ", "“vial”", OTHER "product=vial|volume=1 mL" },
    { "items[1].product: ", "“zinc”", OTHER "product=zinc|volume=1 mL" },
    { "items[1].strength: ", "product", OTHER "product=vitamin-vial|strength=1 mg/mL|volume=1 mL" },
    { "items[1].amount: ", "product", OTHER "product=vitamin-vial|amount=1 mg" },
    { "items[1].volume: ", "missing", OTHER "product=vitamin-vial" },
    { "items[1].volume: ", "“1 mg”", OTHER "product=vitamin-vial|volume=1 mg" },
    { "items[1].strength: ", "missing", OTHER "ingredient=zinc|volume=1 mL" },
    { "items[1]: ", "neither a volume nor an amount", OTHER "ingredient=zinc|strength=1 mg/mL" },
    { "items[1]: ", "both a volume and an amount", OTHER "ingredient=zinc|strength=1 mg/mL|volume=1 mL|amount=1 mg" },
    { "items[0].strength: ", "“5 IU/mL”", "ingredient=zinc|strength=5 IU/mL|volume=1 mL" },
    { "items[0].strength: ", "activity", "ingredient=toxin|strength=5 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "activity", "ingredient=toxin|strength=5 %|volume=1 mL" },
    { "items[0].amount: ", "mass", "ingredient=zinc|strength=5 mg/mL|amount=5 IU" },
    { "items[0].amount: ", "activity", "ingredient=toxin|strength=5 U/mL|amount=5 mg" },
    { "items[0].amount: ", "“5 mL”", "ingredient=zinc|strength=5 mg/mL|amount=5 mL" },
    { "items[0].strength: ", "1000 mg/mL", "ingredient=zinc|strength=2000 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "1000 mg/mL", "ingredient=zinc|strength=101 %|volume=1 mL" },
    { "items[0].strength: ", "mmol", "ingredient=biotin|strength=1 mmol/mL|volume=1 mL" },
    { "items[0].strength: ", "“5 mg”", "ingredient=zinc|strength=5 mg|volume=1 mL" },
    { "items[0].strength: ", "“1.5.2 mg/mL”", "ingredient=zinc|strength=1.5.2 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“1,5,2 mg/mL”", "ingredient=zinc|strength=1,5,2 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“1٬500 mg/mL”", "ingredient=zinc|strength=1٬500 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“NaN”", "ingredient=zinc|strength=NaN|volume=1 mL" },
    { "items[0].strength: ", "“inf mg/mL”", "ingredient=zinc|strength=inf mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“1e3 mg/mL”", "ingredient=zinc|strength=1e3 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“-1 mg/mL”", "ingredient=zinc|strength=-1 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“0 mg/mL”", "ingredient=zinc|strength=0 mg/mL|volume=1 mL" },
    { "items[0].strength: ", "“”", "ingredient=zinc|strength=|volume=1 mL" },
    { "items[0].strength: ", "“MG/mL”", "ingredient=zinc|strength=5 MG/mL|volume=1 mL" },
    { "items[0].salt: ", "“zinc-oxide” isn't a salt of zinc", "ingredient=zinc|salt=zinc-oxide|strength=5 mg/mL|volume=1 mL" },
    { "items[0].salt: ", "“zinc-sulfate” isn't a salt of biotin", "ingredient=biotin|salt=zinc-sulfate|strength=5 mg/mL|volume=1 mL" },
    { "items[1].salt: ", "product", OTHER "product=vitamin-vial|salt=zinc-sulfate|volume=1 mL" },
    { "items[0].strength: ", "less zinc than", "ingredient=zinc|salt=zinc-sulfate|strength=0.000000002 ng/mL|volume=1 mL" },
    { "items[0].volume: ", "1 µL", "ingredient=zinc|strength=5 mg/mL|volume=0.0005 mL" },
    { "items[0].volume: ", "1 µL", "ingredient=zinc|strength=5 mg/mL|volume=1.0005 mL" },
    { "items[0].volume: ", "zero", "ingredient=zinc|strength=5 mg/mL|volume=0 mL" },
    { "items[0].volume: ", "sign", "ingredient=zinc|strength=5 mg/mL|volume=-1 mL" },
    { "items[0].volume: ", "unit", "ingredient=zinc|strength=5 mg/mL|volume=1" },
    { "items[0].volume: ", "too large", "ingredient=zinc|strength=5 mg/mL|volume=9999999999999999999 mL" },
    { "items[1].volume: ", "too large",
      "ingredient=zinc|strength=1 ng/mL|volume=9000000000000 L|ingredient=zinc|strength=1 ng/mL|volume=9000000000000 L" },
    { "items[0].volume: ", "too large", "ingredient=zinc|strength=1 g/mL|volume=9000000000000 L" },
    { "items[0].amount: ", "too large", "ingredient=zinc|strength=0.001 ng/mL|amount=9000000000 g" },
    { "items[0].amount: ", "less than 1 µL", "ingredient=zinc|strength=5 mg/mL|amount=1 µg" },
    { "items[0].amount: ", "zero", "ingredient=zinc|strength=5 mg/mL|amount=0 mg" },
    { "items[0].amount: ", "too large", "ingredient=zinc|strength=5 mg/mL|amount=9999999999999999999 mg" },
    { "diluent.ingredient: ", "“brine”", OTHER "diluent=brine|to=5 mL" },
    { "diluent.ingredient: ", "isn't a diluent", OTHER "diluent=zinc|to=5 mL" },
    { "diluent.ingredient: ", "missing", OTHER "to=5 mL" },
    { "diluent.to_volume: ", "missing", OTHER "diluent=saline" },
    { "diluent.to_volume: ", "“5 mg”", OTHER "diluent=saline|to=5 mg" },
    { "diluent.to_volume: ", "zero", OTHER "diluent=saline|to=0 mL" },
    { "points: ", "-1", OTHER "points=-1" },
    { "points: ", "100000", OTHER "points=100001" },
    { "volume_per_point: ", "zero", OTHER "per-point=0 mL" },
    { "volume_per_point: ", "“x”", OTHER "per-point=x" },
    { "volume_per_point: ", "too large", OTHER "points=100000|per-point=9000000000 L" },
    { "dead_space: ", "sign", OTHER "dead=-1 mL" },
    { "dead_space: ", "1 µL", OTHER "dead=0.0005 mL" },
    { "patient.allergies[0]: ", "names no substance", OTHER "allergies=." },
    { "patient.allergies[1]: ", "names no substance", OTHER "allergies=latex,  " },
    { "patient.excluded[0]: ", "“lidocain”", OTHER "excluded=lidocain" },
    { "patient.weight_kg: ", "body weight", OTHER "weight=-1" },
    { "patient.weight_kg: ", "body weight", OTHER "weight=1000001" },
  };
#undef OTHER

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].line, cases[i].path, cases[i].part);
}

static void
test_every_way_to_type_a_number_is_the_same (void)
{
  static const char *const lines[] = {
    "ingredient=zinc|strength=1.5 mg/mL|volume=2.5 mL|allergies=",
    "ingredient=zinc|strength=1,5 mg/mL|volume=2,5mL|allergies=",
    "ingredient=zinc|strength=۱٫۵ mg/mL|volume=۲٫۵ ml|allergies=",
    "ingredient=zinc|strength=۱.۵\u00a0mg/ml|volume=٢,٥\u202fmL|allergies=",
    "ingredient=zinc|strength=1500 µg/mL|volume=2500 µL|allergies=",
    "ingredient=zinc|strength=0.15 %|volume=2500 uL|allergies=",
    "ingredient=zinc|strength=۰٫۱۵٪|volume=0.0025 L|allergies=",
    "ingredient=zinc|strength= 1.50 mg/mL |volume=\u20662.500 mL\u2069|allergies=",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoFormulaCheck) check = formula_fixture_check (protocol, lines[i], &error);
      const MesoFormulaLine *line;

      g_assert_no_error (error);
      line = g_ptr_array_index (check->lines, 0);
      g_assert_cmpint (line->volume_ul, ==, 2500);
      g_assert_cmpint (line->amount.value, ==, 3750000);
    }
}

static void
test_at_most_two_hundred_items (void)
{
  for (guint count = 200; count <= 201; count++)
    {
      g_autoptr (GString) line = g_string_new ("allergies=");
      g_autoptr (MesoFormulaCheck) check = NULL;

      for (guint i = 0; i < count; i++)
        g_string_append (line, "|ingredient=zinc|strength=1 µg/mL|volume=0.01 mL");
      check = formula_fixture_check (protocol, line->str, NULL);
      g_assert_true ((check != NULL) == (count == 200));
      if (check == NULL)
        assert_refused (line->str, "items: ", "201");
    }
}

/* Nobody can make a message of a megabyte, or one that shows backwards. */
static void
test_long_and_hostile_text_is_cut_in_messages (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *line = g_strdup_printf ("ingredient=%s", long_text);
  g_autoptr (GError) error = NULL;

  g_assert_null (formula_fixture_check (protocol, line, &error));
  g_assert_cmpuint (strlen (error->message), <, 400);
  g_clear_error (&error);
  g_assert_null (formula_fixture_check (protocol, "ingredient=zinc|strength=1 \u202emg/mL\n", &error));
  g_assert_null (strstr (error->message, "\u202e"));
  g_assert_null (strstr (error->message, "\n"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-input/bad", test_bad_input_names_its_place);
  g_test_add_func ("/formula-input/same", test_every_way_to_type_a_number_is_the_same);
  g_test_add_func ("/formula-input/many", test_at_most_two_hundred_items);
  g_test_add_func ("/formula-input/hostile", test_long_and_hostile_text_is_cut_in_messages);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
