/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-difference.h"

#include <string.h>

#include "formula-fixture.h"

static MesoProtocol *protocol;

static MesoFormulaVersion *
version_of (const char *name, const char *line)
{
  MesoFormulaVersion *version = meso_formula_version_new ();
  g_autoptr (GError) error = NULL;

  version->name = g_strdup (name);
  version->formula = formula_fixture_read (line);
  version->check = formula_fixture_check (protocol, line, &error);
  g_assert_no_error (error);
  return version;
}

/* (transfer full): "part subject: before → after" in lines */
static char *
compare (const char *before_line, const char *after_line)
{
  g_autoptr (MesoFormulaVersion) before = version_of ("Mix", before_line);
  g_autoptr (MesoFormulaVersion) after = version_of ("Mix", after_line);
  g_autoptr (GPtrArray) list = meso_formula_difference_list (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const MesoFormulaDifference *one = g_ptr_array_index (list, i);
      gboolean finding = one->part == MESO_FORMULA_PART_FINDING;

      g_string_append_printf (text, "%d %s: %s → %s\n", one->part, one->subject != NULL ? one->subject : "",
                              one->before == NULL ? "" : finding ? "was" : one->before,
                              one->after == NULL ? "" : finding ? "is" : one->after);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define ZINC "ingredient=zinc|strength=1 mg/mL|volume=2 mL|"
#define BIOTIN "ingredient=biotin|strength=5 mg/mL|amount=10 mg|"

static void
assert_differences (const char *before, const char *after, const char *expected)
{
  g_autofree char *found = compare (before, after);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_the_same_says_nothing (void)
{
  assert_differences (ZINC BIOTIN "diluent=saline|to=5 mL|points=50|allergies=",
                      BIOTIN ZINC "diluent=saline|to=5 mL|points=50|allergies=", "");
  assert_differences (ZINC "allergies=", "ingredient=zinc|strength=0.1 %|volume=۲٫۰ mL|allergies=", "");
  assert_differences (ZINC "allergies=", "ingredient=zinc|strength=1000 µg/mL|volume=2000 µL|allergies=", "");
}

static void
test_items (void)
{
  assert_differences (ZINC "allergies=", ZINC BIOTIN "allergies=", "1 biotin:  → 5 mg/mL, 10 mg\n");
  assert_differences (ZINC BIOTIN "allergies=", BIOTIN "allergies=", "1 zinc: 1 mg/mL, 2 mL → \n");
  assert_differences (ZINC "allergies=", "ingredient=zinc|strength=2 mg/mL|amount=2 mg|allergies=",
                      "3 zinc: 1 mg/mL → 2 mg/mL\n4 zinc: 2 mL → \n5 zinc:  → 2 mg\n");
  assert_differences (ZINC "allergies=", "ingredient=zinc|salt=zinc-sulfate|strength=1 mg/mL|volume=2 mL|allergies=",
                      "2 zinc:  → zinc-sulfate\n");
  assert_differences (BIOTIN "allergies=", BIOTIN "ingredient=zinc|salt=zinc-sulfate|strength=1 mg/mL|volume=2 mL|allergies=",
                      "1 zinc:  → 1 mg/mL, 2 mL\n2 zinc:  → zinc-sulfate\n");
  /* one of two equal items */
  assert_differences (ZINC ZINC "allergies=", ZINC "allergies=", "1 zinc: 1 mg/mL, 2 mL → \n11 cap: was → \n");
  assert_differences (BIOTIN "allergies=", BIOTIN "product=vitamin-vial|volume=1 mL|allergies=",
                      "1 vitamin-vial:  → 1 mL\n11 no-data:  → is\n");
}

static void
test_the_whole_and_findings (void)
{
  assert_differences (ZINC "allergies=", ZINC "diluent=saline|to=5 mL|points=50|per-point=0.1 mL|dead=0.1 mL|allergies=",
                      "6 :  → saline\n7 :  → 5 mL\n8 :  → 50\n9 :  → 0.1 mL\n10 :  → 0.1 mL\n");
  /* The same finding with another number is a change of it. */
  assert_differences ("ingredient=zinc|strength=1 mg/mL|volume=4 mL|allergies=",
                      "ingredient=zinc|strength=1 mg/mL|volume=4.5 mL|allergies=", "4 zinc: 4 mL → 4.5 mL\n11 cap: was → is\n");
  assert_differences (BIOTIN "ingredient=selenium|strength=10 µg/mL|volume=1 mL|allergies=",
                      BIOTIN "ingredient=copper|strength=10 µg/mL|volume=1 mL|weight=60000|allergies=",
                      "1 copper:  → 10 µg/mL, 1 mL\n1 selenium: 10 µg/mL, 1 mL → \n11 no-data: was → is\n");
  assert_differences ("ingredient=zinc|strength=1 mg/mL|volume=4 mL|allergies=", ZINC "allergies=",
                      "4 zinc: 4 mL → 2 mL\n11 cap: was → \n");
}

/* Whoever stored it in which language: the same version says the same, in the language of who reads it. */
static void
test_language (void)
{
  static const char line[] = ZINC "ingredient=zinc|strength=1 mg/mL|volume=4 mL|" BIOTIN
                             "ingredient=selenium|strength=10 µg/mL|volume=1 mL|allergies=|excluded=zinc,biotin";
  g_autofree char *persian_line = g_strconcat (line, "|language=fa", NULL);
  g_autoptr (MesoFormulaVersion) english = version_of ("Mix", line);
  g_autoptr (MesoFormulaVersion) persian = version_of ("Mix", persian_line);
  g_autoptr (GPtrArray) before = meso_formula_difference_list (english, persian);
  g_autoptr (GPtrArray) after = NULL;
  const MesoFormulaFinding *finding = g_ptr_array_index (english->check->findings, 0);

  g_assert_cmpuint (before->len, >, 2);
  english->facts = formula_fixture_read_patient (line);
  meso_formula_version_retell (english, protocol, "fa");
  g_assert_nonnull (strstr (finding->message, "روی"));
  after = meso_formula_difference_list (english, persian);
  g_assert_cmpuint (after->len, ==, 0);
  /* What the check doesn't find again stays as it was said. */
  g_ptr_array_set_size (english->facts->excluded, 1);
  meso_formula_version_retell (english, protocol, NULL);
  g_assert_nonnull (strstr (finding->message, "Zinc"));
  g_assert_nonnull (strstr (((const MesoFormulaFinding *) g_ptr_array_index (english->check->findings, 1))->message, "بیوتین"));
}

static void
test_severity_and_name (void)
{
  g_autoptr (MesoFormulaVersion) before = version_of ("Mix", ZINC "allergies=");
  g_autoptr (MesoFormulaVersion) after = version_of ("", "ingredient=zinc|strength=1 mg/mL|volume=11 mL|allergies=");
  g_autoptr (GPtrArray) list = meso_formula_difference_list (before, after);
  const MesoFormulaDifference *name = g_ptr_array_index (list, 0);
  const MesoFormulaDifference *total = g_ptr_array_index (list, 2);

  g_assert_cmpint (name->part, ==, MESO_FORMULA_PART_NAME);
  g_assert_cmpstr (name->before, ==, "Mix");
  g_assert_null (name->after);
  g_assert_cmpstr (total->subject, ==, "total-volume");
  g_assert_cmpint (total->severity, ==, MESO_SEVERITY_BLOCK);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-difference/same", test_the_same_says_nothing);
  g_test_add_func ("/formula-difference/items", test_items);
  g_test_add_func ("/formula-difference/whole", test_the_whole_and_findings);
  g_test_add_func ("/formula-difference/language", test_language);
  g_test_add_func ("/formula-difference/severity-and-name", test_severity_and_name);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
