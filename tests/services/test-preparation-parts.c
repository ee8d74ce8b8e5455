/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-parts.h"

#include "stock-case.h"

static void
add_item (MesoFormula *formula,
          const char  *product,
          const char  *ingredient,
          const char  *volume)
{
  MesoFormulaItem *item = meso_formula_item_new ();

  item->product = g_strdup (product);
  item->ingredient = g_strdup (ingredient);
  item->strength = ingredient != NULL ? g_strdup ("1 mg/mL") : NULL;
  item->volume = g_strdup (volume);
  g_ptr_array_add (formula->items, item);
}

static MesoFormulaVersion *
make_version (ClinicFixture *fixture)
{
  MesoFormulaVersion *version = meso_formula_version_new ();
  g_autoptr(MesoFormulaPatient) facts = meso_formula_patient_new ();
  g_autoptr(GError) error = NULL;

  version->formula = meso_formula_new ();
  add_item (version->formula, NULL, "biotin", "0.3 mL");
  add_item (version->formula, "vial", NULL, "1 mL");
  add_item (version->formula, "vial", NULL, "0.5 mL");
  add_item (version->formula, NULL, "zinc", "0.2 mL");
  version->formula->diluent = g_strdup ("saline");
  version->formula->to_volume = g_strdup ("5 mL");
  version->check = meso_formula_check_new (meso_clinic_get_protocol (fixture->clinic), version->formula, facts, "en", &error);
  g_assert_no_error (error);
  return version;
}

/* A product is drawn once, however many lines it expands into, and twice where it stands twice. */
static void
test_products (void)
{
  g_autoptr(ClinicFixture) fixture = stock_begin_with_product ();
  g_autoptr(MesoFormulaVersion) version = make_version (fixture);
  g_autoptr(GPtrArray) parts = meso_preparation_parts_list (meso_clinic_get_protocol (fixture->clinic), version, "en");
  static const struct { guint item; const char *name; gint64 volume_ul; } expected[] = {
    { 0, "Biotin", 300 }, { 1, "Vitamin vial", 1000 }, { 2, "Vitamin vial", 500 }, { 3, "Zinc", 200 },
    { MESO_PREPARATION_DILUENT, "Saline 0.9\u00a0%", 3000 },
  };
  g_autoptr(MesoLot) lot = stock_type_lot ("A-1", "biotin");

  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < parts->len; i++)
    {
      const MesoPreparationPart *part = g_ptr_array_index (parts, i);

      g_assert_cmpuint (part->item, ==, expected[i].item);
      g_assert_cmpstr (part->name, ==, expected[i].name);
      g_assert_cmpint (part->volume_ul, ==, expected[i].volume_ul);
      g_assert_cmpint (part->short_ul, ==, expected[i].volume_ul);
      g_assert_cmpint (meso_preparation_part_takes (part, meso_clinic_get_protocol (fixture->clinic), version->formula, lot), ==, i == 0);
    }
  g_assert_null (meso_preparation_parts_find (parts, 4));
}

static void
assert_limit (const MesoLot *lot,
              const char    *opening,
              const char    *mixed_at,
              const char    *expected)
{
  g_autoptr(GPtrArray) draws = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  g_autoptr(GPtrArray) lots = g_ptr_array_new ();
  g_autofree char *limit = NULL;

  g_ptr_array_add (lots, (gpointer) lot);
  g_ptr_array_add (draws, meso_preparation_draw_new (0, lot->id, opening, 100));
  limit = meso_preparation_parts_get_limit (draws, lots, mixed_at);
  g_assert_cmpstr (limit, ==, expected);
}

/* Four hours, and no longer than the container or the lot */
static void
test_limit (void)
{
  g_autoptr(MesoLot) lot = stock_type_lot ("A-1", "biotin");
  MesoOpening *opening = meso_opening_new ();

  lot->id = g_strdup ("lot");
  lot->expiry = clinic_fixture_day (TODAY);
  lot->multi_dose = TRUE;
  lot->opened_life_h = 3;
  opening->id = g_strdup ("open");
  opening->discard_by = g_strdup ("2026-11-22T09:30:00.000000Z");
  g_ptr_array_add (lot->openings, opening);
  assert_limit (lot, "open", "2026-11-22T08:00:00.000000Z", "2026-11-22T09:30:00.000000Z");
  assert_limit (lot, NULL, "2026-11-22T08:00:00.000000Z", "2026-11-22T11:00:00.000000Z");
  lot->opened_life_h = 48;
  assert_limit (lot, NULL, "2026-11-22T08:00:00.000000Z", "2026-11-22T12:00:00.000000Z");
  assert_limit (lot, NULL, "2026-11-22T22:00:00.000000Z", "2026-11-22T23:59:00.000000Z");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/preparation-parts/products", test_products);
  g_test_add_func ("/services/preparation-parts/limit", test_limit);
  return g_test_run ();
}
