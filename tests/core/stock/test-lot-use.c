/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "../formula/formula-fixture.h"
#include "meso-lot-use.h"

#define TODAY ((MesoCalendarDate) { 2026, 11, 22 })
#define NOW "2026-11-22T08:00:00.000000Z"

static MesoLot *
make_lot (void)
{
  MesoLot *lot = meso_lot_new ();

  lot->expiry = TODAY;
  lot->multi_dose = TRUE;
  lot->container_ul = 1000;
  lot->balance_ul = 2000;
  return lot;
}

static MesoOpening *
add_opening (MesoLot *lot, gint64 left_ul, const char *discard_by)
{
  MesoOpening *opening = meso_opening_new ();

  opening->left_ul = left_ul;
  g_set_str (&opening->discard_by, discard_by);
  g_ptr_array_add (lot->openings, opening);
  return opening;
}

static void
expect (const MesoLot *lot, const char *use)
{
  g_assert_cmpstr (meso_lot_use_to_string (meso_lot_get_use (lot, TODAY, NOW)), ==, use);
}

/* It is used on its last day, and not after. */
static void
test_expiry (void)
{
  g_autoptr(MesoLot) lot = make_lot ();

  expect (lot, "usable");
  lot->expiry = (MesoCalendarDate) { 2026, 11, 21 };
  expect (lot, "expired");
}

static void
test_weightiest_reason (void)
{
  g_autoptr(MesoLot) lot = make_lot ();

  lot->expiry = (MesoCalendarDate) { 2026, 11, 21 };
  lot->balance_ul = 0;
  expect (lot, "empty");
  lot->state = MESO_LOT_QUARANTINED;
  expect (lot, "quarantined");
  lot->state = MESO_LOT_RECALLED;
  expect (lot, "recalled");
}

static void
test_opened (void)
{
  g_autoptr(MesoLot) lot = make_lot ();
  MesoOpening *opening = add_opening (lot, 2000, NOW);

  /* From that moment on. */
  expect (lot, "opened-too-long");
  g_assert_false (meso_lot_can_draw_from (lot, opening, NOW));
  g_assert_true (meso_lot_can_draw_from (lot, opening, "2026-11-22T07:59:59.999999Z"));
  /* What isn't opened still is there. */
  opening->left_ul = 1999;
  expect (lot, "usable");
  opening->left_ul = 2000;
  g_set_str (&opening->discard_by, "2026-11-22T08:00:00.000001Z");
  expect (lot, "usable");
  opening->left_ul = 0;
  g_assert_false (meso_lot_can_draw_from (lot, opening, NOW));
}

static void
test_single_dose (void)
{
  g_autoptr(MesoLot) lot = make_lot ();
  MesoOpening *opening = add_opening (lot, 2000, "2026-11-22T12:00:00.000000Z");

  lot->multi_dose = FALSE;
  expect (lot, "usable");
  opening->used = TRUE;
  expect (lot, "opened-too-long");
  lot->multi_dose = TRUE;
  expect (lot, "usable");
}

typedef struct
{
  const char *held;
  const char *held_salt;
  const char *asked;
  const char *asked_salt;
  gboolean fits;
} Strengths;

/* Of the formulary of formula-protocol.xml. */
static const Strengths strengths[] = {
  { "0.5 mg/mL", NULL, "0.5 mg/mL", NULL, TRUE },
  { "0.5 mg/mL", NULL, "۰٫۰۵ %", NULL, TRUE },
  { "500 µg/mL", NULL, "0.50 mg / mL", NULL, TRUE },
  { "0.5 mg/mL", NULL, "0.500000001 mg/mL", NULL, FALSE },
  { "0.5 mg/mL", NULL, "5 mg/mL", NULL, FALSE },
  { "500 IU/mL", NULL, "500 mg/mL", NULL, FALSE },
  { "", NULL, "0.5 mg/mL", NULL, FALSE },
  { "0.5 mg/mL", NULL, "half", NULL, FALSE },
  { "0.5 mg/mL", "no-such", "0.5 mg/mL", "no-such", FALSE },
};

static MesoFormulaItem *
ask (const char *ingredient, const char *product, const char *strength, const char *salt)
{
  MesoFormulaItem *item = meso_formula_item_new ();

  g_set_str (&item->ingredient, ingredient);
  g_set_str (&item->product, product);
  g_set_str (&item->strength, strength);
  g_set_str (&item->salt, salt);
  return item;
}

static gboolean
fits (const MesoProtocol *protocol, const char *held, const char *held_salt, const char *asked, const char *asked_salt)
{
  g_autoptr(MesoLot) lot = make_lot ();
  g_autoptr(MesoFormulaItem) item = ask ("zinc", NULL, asked, asked_salt);

  meso_lot_add_component (lot, "zinc", held)->salt = g_strdup (held_salt);
  return meso_lot_fits (lot, protocol, item, NULL);
}

static void
test_fits_strength (void)
{
  g_autoptr(MesoProtocol) protocol = formula_fixture_open ();

  for (gsize i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_test_message ("%s as %s", strengths[i].held, strengths[i].asked);
      g_assert_true (fits (protocol, strengths[i].held, strengths[i].held_salt, strengths[i].asked, strengths[i].asked_salt)
                     == strengths[i].fits);
    }
}

/* Two salts are two substances; one that isn't named is compared by its element. */
static void
test_fits_salt (void)
{
  g_autoptr(MesoProtocol) protocol = formula_fixture_open ();
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (protocol, "zinc");
  const MesoSalt *salt = g_ptr_array_index (zinc->salts, 0);
  g_autofree char *element_of_salt = NULL;
  MesoStrength of_salt, elemental;

  g_assert_true (meso_strength_parse ("10 mg/mL", &of_salt, NULL));
  g_assert_true (meso_salt_to_elemental (salt, zinc->molar_mass_ug_per_mmol, of_salt, &elemental));
  element_of_salt = meso_strength_format (elemental);
  g_assert_true (fits (protocol, "10 mg/mL", salt->id, "1 %", salt->id));
  g_assert_false (fits (protocol, "10 mg/mL", salt->id, "10 mg/mL", NULL));
  g_assert_false (fits (protocol, "10 mg/mL", NULL, "10 mg/mL", salt->id));
  g_assert_true (fits (protocol, "10 mg/mL", salt->id, element_of_salt, NULL));
  g_assert_true (fits (protocol, element_of_salt, NULL, "10 mg/mL", salt->id));
  for (guint i = 1; i < zinc->salts->len; i++)
    g_assert_false (fits (protocol, "10 mg/mL", salt->id, "10 mg/mL", ((MesoSalt *) g_ptr_array_index (zinc->salts, i))->id));
}

static void
test_fits_what (void)
{
  g_autoptr(MesoProtocol) protocol = formula_fixture_open ();
  g_autoptr(MesoLot) lot = make_lot ();
  g_autoptr(MesoFormulaItem) zinc = ask ("zinc", NULL, "1 mg/mL", NULL);
  g_autoptr(MesoFormulaItem) vial = ask (NULL, "a-vial", NULL, NULL);

  meso_lot_add_component (lot, "zinc", "1 mg/mL");
  g_assert_true (meso_lot_fits (lot, protocol, zinc, NULL));
  g_assert_false (meso_lot_fits (lot, protocol, vial, NULL));
  g_assert_false (meso_lot_fits (lot, protocol, NULL, "saline"));
  g_assert_true (meso_lot_fits (lot, protocol, NULL, "zinc"));
  g_assert_false (meso_lot_fits (lot, protocol, NULL, NULL));
  g_assert_false (meso_lot_fits (lot, protocol, NULL, "no-such"));
  g_set_str (&lot->product, "a-vial");
  g_assert_true (meso_lot_fits (lot, protocol, vial, NULL));
  g_assert_true (meso_lot_fits (lot, protocol, zinc, NULL));
  /* More than it was asked for is something else. */
  meso_lot_add_component (lot, "copper", "1 mg/mL");
  g_assert_true (meso_lot_fits (lot, protocol, vial, NULL));
  g_assert_false (meso_lot_fits (lot, protocol, zinc, NULL));
  g_assert_false (meso_lot_fits (lot, protocol, NULL, "zinc"));
  g_set_str (&vial->product, "another-vial");
  g_assert_false (meso_lot_fits (lot, protocol, vial, NULL));
}

static MesoLot *
make_salt_vial (const char *copper, const char *salt, const char *zinc)
{
  MesoLot *lot = make_lot ();

  g_set_str (&lot->product, "salt-vial");
  meso_lot_add_component (lot, "zinc", zinc);
  if (copper != NULL)
    meso_lot_add_component (lot, "copper", copper)->salt = g_strdup (salt);
  return lot;
}

/* A product that the formulary describes otherwise by now than what was received. */
static void
test_fits_product_of_now (void)
{
  g_autoptr(MesoProtocol) protocol = formula_fixture_open ();
  g_autoptr(MesoFormulaItem) vial = ask (NULL, "salt-vial", NULL, NULL);
  g_autoptr(MesoLot) same = make_salt_vial ("700 µg/mL", "copper-twice", "0.1 %");
  g_autoptr(MesoLot) stronger = make_salt_vial ("0.7 mg/mL", "copper-twice", "2 mg/mL");
  g_autoptr(MesoLot) element = make_salt_vial ("0.7 mg/mL", NULL, "1 mg/mL");
  g_autoptr(MesoLot) less = make_salt_vial (NULL, NULL, "1 mg/mL");

  g_assert_true (meso_lot_fits (same, protocol, vial, NULL));
  g_assert_false (meso_lot_fits (stronger, protocol, vial, NULL));
  g_assert_false (meso_lot_fits (element, protocol, vial, NULL));
  g_assert_false (meso_lot_fits (less, protocol, vial, NULL));
  meso_lot_add_component (same, "biotin", "1 mg/mL");
  g_assert_false (meso_lot_fits (same, protocol, vial, NULL));
}

/* One container is over, the rest is usable: both are said. */
static void
test_overdue_opening (void)
{
  g_autoptr(MesoLot) lot = make_lot ();

  g_assert_false (meso_lot_has_overdue_opening (lot, NOW));
  add_opening (lot, 500, "2026-11-22T08:00:00.000001Z");
  g_assert_false (meso_lot_has_overdue_opening (lot, NOW));
  add_opening (lot, 0, NOW);
  g_assert_false (meso_lot_has_overdue_opening (lot, NOW));
  add_opening (lot, 500, NOW);
  g_assert_true (meso_lot_has_overdue_opening (lot, NOW));
  expect (lot, "usable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lot-use/expiry", test_expiry);
  g_test_add_func ("/lot-use/weightiest-reason", test_weightiest_reason);
  g_test_add_func ("/lot-use/opened", test_opened);
  g_test_add_func ("/lot-use/overdue-opening", test_overdue_opening);
  g_test_add_func ("/lot-use/single-dose", test_single_dose);
  g_test_add_func ("/lot-use/fits-strength", test_fits_strength);
  g_test_add_func ("/lot-use/fits-salt", test_fits_salt);
  g_test_add_func ("/lot-use/fits-what", test_fits_what);
  g_test_add_func ("/lot-use/fits-product-of-now", test_fits_product_of_now);
  return g_test_run ();
}
