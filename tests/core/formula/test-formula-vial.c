/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What the label of one vial says, against all that will be in the syringe with it. */

#include "meso-formula-vial.h"

#include <string.h>

#include "formula-fixture.h"

static MesoProtocol *protocol;

static GPtrArray *
split (const char *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (parts[i]));
  return list;
}

/* expected: "code ingredient", with " | " between; excipients and supposed: ids with spaces between, NULL for none */
static void
assert_findings (const char *line, const char *excipients, const char *supposed, const char *expected)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (line);
  g_autoptr (MesoFormulaPatient) patient = formula_fixture_read_patient (line);
  g_autoptr (GPtrArray) held = split (excipients);
  g_autoptr (GPtrArray) common = supposed != NULL ? split (supposed) : NULL;
  const MesoFormulaVial vial = { "Box & Co", held, common };
  g_autoptr (GPtrArray) findings = meso_formula_vial_check (&vial, protocol, formula, patient, "en");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (findings, i);

      g_assert_nonnull (strstr (finding->message, "Box & Co"));
      g_string_append_printf (found, "%s%s %s", i > 0 ? " | " : "", finding->code,
                              finding->ingredients->len > 0 ? (char *) g_ptr_array_index (finding->ingredients, 0) : "-");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

#define COPPER "ingredient=copper|strength=1 mg/mL|volume=0.1 mL|"
#define SELENIUM "ingredient=selenium|strength=10 µg/mL|volume=1 mL|"
#define HYALURONIC "ingredient=hyaluronic-acid|strength=1 mg/mL|volume=1 mL|"

static void
test_fires (void)
{
  assert_findings (SELENIUM "allergies=", "sodium-metabisulfite", NULL, "incompatible selenium");
  assert_findings (COPPER "allergies=", "sodium-bicarbonate", NULL, "caution-pair copper");
  /* whichever of the vials it is that holds it, and what of a product shares the syringe */
  assert_findings (HYALURONIC "diluent=saline|to=5 mL|allergies=", "cetrimide", NULL, "incompatible hyaluronic-acid");
  assert_findings ("product=vitamin-vial|volume=1 mL|" SELENIUM "allergies=", "sulfites", NULL, "incompatible selenium");
  /* what blocks stands first */
  assert_findings (COPPER SELENIUM "allergies=", "sodium-bicarbonate bisulfite", NULL, "incompatible selenium | caution-pair copper");
  /* an amount that can't be read changes nothing */
  assert_findings ("ingredient=selenium|strength=much|volume=|allergies=", "bisulfite", NULL, "incompatible selenium");
}

static void
test_stays_silent (void)
{
  assert_findings (SELENIUM "allergies=", "mannitol", NULL, "");
  assert_findings (COPPER "allergies=", "sodium-metabisulfite", NULL, "");
  /* What was only taken over isn't certain; what the label adds is. */
  assert_findings (SELENIUM "allergies=", "sulfites", "sulfites", "");
  assert_findings (SELENIUM "allergies=", "sulfites sodium-metabisulfite", "sulfites", "incompatible selenium");
}

static void
test_allergy (void)
{
  assert_findings (COPPER "allergies=benzyl alcohol", "benzyl-alcohol", "benzyl-alcohol", "allergy -");
  assert_findings (SELENIUM "allergies=Cetrimide,parabens", "paraben bisulfite", NULL, "allergy - | incompatible selenium");
  assert_findings (COPPER "allergies=", "benzyl-alcohol", NULL, "");
  /* nobody has asked: that is said of the formula, not of each vial */
  assert_findings (COPPER "weight=60000", "benzyl-alcohol", NULL, "");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-vial/fires", test_fires);
  g_test_add_func ("/formula-vial/stays-silent", test_stays_silent);
  g_test_add_func ("/formula-vial/allergy", test_allergy);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
