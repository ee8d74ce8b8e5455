/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What a clinic may do to the formulary that ships, and what it may not. */

#include "formulary-fixture.h"

#define UNKNOWN_INGREDIENT "there is no ingredient “nope”"

/* sound: entries without a fault; broken: the same with one, whose place and words are fault */
typedef struct
{
  const char *name;
  const char *sound;
  const char *broken;
  const char *fault;
} LayerCase;

static const LayerCase cases[] = {
  { "banned", ADJUST ("banned", "availability='banned'"), ADJUST ("banned", "availability='off'"),
    "2:1: banned is banned, and stays so" },
  { "own-syringe", ADJUST ("plasma", "availability='off'"), ADJUST ("plasma", "availability='on'"),
    "2:1: plasma needs its own syringe: it can be switched off, and nothing else" },
  { "blocking-cap", ADJUST ("numbing", "cap='299 mg'"), ADJUST ("numbing", "cap='301 mg'"),
    "2:1: going over the cap of numbing blocks: it can be set below 300\u00a0mg, not above" },
  { "blocking-cap-per-kg", ADJUST ("numbing", "cap-per-kg='4.5 mg'"), ADJUST ("numbing", "cap-per-kg='4.501 mg'"),
    "2:1: going over the cap of numbing blocks: it can be set below 4.5\u00a0mg, not above" },
  { "severity", ADJUST ("zinc", "cap-severity='block'"), ADJUST ("numbing", "cap-severity='warn'"),
    "2:1: going over the cap of numbing blocks, and can't be made a warning" },
  { "severity-of-nothing", ADJUST ("iron", "cap='2 mg' cap-severity='block'"), ADJUST ("iron", "cap-severity='block'"),
    "2:1: “cap-severity” without “cap” or “cap-per-kg”" },
  { "diluent", ADJUST ("zinc", "cap='2 mg'"), ADJUST ("salt-water", "cap='2 mg'"),
    "2:1: a diluent is neutral: it has no cap and is no anaesthetic" },
  { "dimension", ADJUST ("zinc", "cap='2 mg'"), ADJUST ("zinc", "cap='2 U'"),
    "2:1: “cap” is “2 U”, but the ingredient is measured in mass" },
  { "nothing", ADJUST ("zinc", "cap='2 mg'"), ADJUST ("zinc", ""), "2:1: <adjust> changes nothing" },
  { "no-why", ADJUST ("zinc", "cap='2 mg'"), "<adjust ingredient='zinc' cap='2 mg'/>",
    "2:1: <adjust> needs the element <why>: the clinic's reason" },
  { "unknown", ADJUST ("zinc", "cap='2 mg'"), ADJUST ("nope", "cap='2 mg'"), "2:1: " UNKNOWN_INGREDIENT },
  { "twice", ADJUST ("zinc", "cap='2 mg'") ADJUST ("iron", "availability='on'"),
    ADJUST ("zinc", "cap='2 mg'") "\n" ADJUST ("zinc", "cap='1 mg'"), "3:1: “zinc” has been used before, in clinic.xml line 2" },
  { "own", OWN_INGREDIENT ("mine", "Mine"), OWN_INGREDIENT ("mine", "Mine") "\n" ADJUST ("mine", "availability='off'"),
    "3:1: mine is the clinic's own ingredient: change it itself" },
  { "chosen-otherwise", ADJUST ("iron", "availability='on' over='off; none; none; warn'"),
    ADJUST ("iron", "availability='on' over='off; 2 mg; none; warn'"),
    "2:1: what ships for iron is “off; none; none; warn” now and was “off; 2 mg; none; warn”: choose again" },
  { "raised-otherwise", ADJUST ("zinc", "cap='2 mg' over='on; 9 mg; none; warn'"),
    ADJUST ("zinc", "cap='4 mg' over='on; 9 mg; none; warn'"),
    "2:1: what ships for zinc is “on; 3\u00a0mg; none; warn” now and was “on; 9 mg; none; warn”: choose again" },
  { "shipped-again", OWN_INGREDIENT ("mine", "Mine"), OWN_INGREDIENT ("zinc", "Mine"),
    "2:1: “zinc” has been used before, in t.xml line 15" },
  { "same-name", OWN_INGREDIENT ("mine", "Mine"), OWN_INGREDIENT ("mine", "PLASMA"), "2:1: “PLASMA” is the name of plasma already" },
  { "banned-by-name", OWN_INGREDIENT ("mine", "Unbanned"), OWN_INGREDIENT ("mine", "My  Banned!"),
    "2:1: “My Banned!” is named like banned, which is banned" },
  { "banned-in-persian", OWN_INGREDIENT ("mine", "Mine</name><name xml:lang='fa'>من"),
    OWN_INGREDIENT ("mine", "Mine</name><name xml:lang='fa'>داروي ممنوع من"),
    "2:1: “داروي ممنوع من” is named like banned, which is banned" },
  { "says-article", OWN_INGREDIENT ("mine", "Mine"), INGREDIENT ("mine", "dimension='mass'"),
    "2:1: what a clinic adds comes from the clinic: its “origin” is clinic, not “research”" },
  { "product-of-banned-name", OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("zinc", "1 mg/mL")),
    OWN_PRODUCT ("vial", "Banned 10", OWN_COMPONENT ("zinc", "1 mg/mL")), "2:1: “Banned 10” is named like banned, which is banned" },
  { "product-of-unknown", OWN_INGREDIENT ("mine", "Mine") OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("mine", "1 mg/mL")),
    OWN_PRODUCT ("vial", "Vial", "\n" OWN_COMPONENT ("nope", "1 mg/mL")), "3:1: " UNKNOWN_INGREDIENT },
  { "product-dimension", OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("units", "1 U/mL")),
    OWN_PRODUCT ("vial", "Vial", "\n" OWN_COMPONENT ("units", "1 mg/mL")),
    "3:1: “1 mg/mL” isn't how “units” is measured: the ingredient's dimension is another" },
  { "product-twice", OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("zinc", "1 mg/mL")),
    OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("zinc", "1 mg/mL")) "\n" OWN_PRODUCT ("vial", "Other", OWN_COMPONENT ("zinc", "2 mg/mL")),
    "3:1: “vial” has been used before, in clinic.xml line 2" },
  { "looser-pair", OWN_PAIR ("zinc", "numbing", "incompatible"), OWN_PAIR ("numbing", "zinc", "compatible"),
    "2:1: what ships for numbing/zinc is “caution”: it can be made stricter, not looser" },
  { "equal-pair", OWN_PAIR ("zinc", "units", "compatible"), OWN_PAIR ("iron", "zinc", "incompatible"),
    "2:1: what ships for iron/zinc is “incompatible”: it can be made stricter, not looser" },
  { "pair-twice", OWN_PAIR ("zinc", "units", "caution"), OWN_PAIR ("zinc", "units", "caution") "\n" OWN_PAIR ("units", "zinc", "caution"),
    "3:1: “units/zinc” has been used before, in clinic.xml line 2" },
  { "pair-of-unknown", OWN_PAIR ("zinc", "units", "caution"), OWN_PAIR ("zinc", "nope", "caution"), "2:1: " UNKNOWN_INGREDIENT },
  { "pair-with-itself", OWN_PAIR ("zinc", "units", "caution"), OWN_PAIR ("zinc", "zinc", "caution"), "2:1: “zinc” is paired with itself" },
};

static GPtrArray *
find_faults (const char *entries)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (FORMULARY_SHIPPED, entries);

  return meso_protocol_validate (documents);
}

static void
test_case (gconstpointer data)
{
  const LayerCase *layer_case = data;
  g_autoptr (GPtrArray) none = find_faults (layer_case->sound);
  g_autoptr (GPtrArray) faults = find_faults (layer_case->broken);
  g_autofree char *expected = g_strconcat ("clinic.xml:", layer_case->fault, NULL);

  for (guint i = 0; i < none->len; i++)
    g_test_message ("sound: %s", (const char *) g_ptr_array_index (none, i));
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("broken: %s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, expected);
}

static void
test_adjusted (void)
{
  g_autoptr (MesoProtocol) protocol =
    layer_fixture_new (FORMULARY_SHIPPED, ADJUST ("iron", "availability='on'")
                       "<adjust ingredient='zinc' cap='4 mg'><benefit>Ours</benefit><why>Label B</why></adjust>");
  const MesoIngredient *iron = meso_protocol_lookup_ingredient (protocol, "iron");
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (protocol, "zinc");
  const MesoIngredientChange *change = meso_protocol_lookup_ingredient_change (protocol, "zinc");

  g_assert_cmpint (iron->availability, ==, MESO_AVAILABILITY_ON);
  g_assert_cmpint (iron->provenance.origin, ==, MESO_ORIGIN_RESEARCH);
  g_assert_cmpstr (iron->cap_source, ==, "no source");
  g_assert_cmpint (zinc->cap.value, ==, 4000000);
  g_assert_cmpstr (zinc->cap_source, ==, "clinic");
  g_assert_cmpstr (meso_local_text_get (zinc->benefit, "en"), ==, "Ours");
  g_assert_false (zinc->cap_blocks);
  g_assert_cmpstr (change->why, ==, "Label B");
  g_assert_false (change->has_availability);
  g_assert_null (meso_protocol_lookup_ingredient_change (protocol, "numbing"));
}

static void
test_pairs (void)
{
  g_autoptr (MesoProtocol) protocol =
    layer_fixture_new (FORMULARY_SHIPPED, OWN_PAIR ("numbing", "zinc", "incompatible") OWN_PAIR ("zinc", "units", "compatible"));
  const MesoIngredientPair *stricter = meso_protocol_lookup_pair (protocol, "zinc", "numbing");
  const MesoIngredientPair *known = meso_protocol_lookup_pair (protocol, "units", "zinc");

  g_assert_cmpint (stricter->severity, ==, MESO_PAIR_INCOMPATIBLE);
  g_assert_cmpint (stricter->provenance.origin, ==, MESO_ORIGIN_CLINIC);
  g_assert_cmpint (known->severity, ==, MESO_PAIR_COMPATIBLE);
  g_assert_null (meso_protocol_lookup_pair (protocol, "units", "numbing"));
  g_assert_cmpuint (meso_protocol_get_pairs (protocol)->len, ==, 3);
}

/* Content that no longer fits is left out, never looser than what ships. */
static void
test_fitting (void)
{
  g_autoptr (GPtrArray) shipped = layer_fixture_documents (FORMULARY_SHIPPED, NULL);
  g_autoptr (GBytes) clinic = layer_fixture_wrap (ADJUST ("numbing", "cap='400 mg'") ADJUST ("zinc", "cap='1 mg'")
                                                  OWN_PRODUCT ("vial", "Vial", OWN_COMPONENT ("gone", "1 mg/mL"))
                                                  OWN_PAIR ("iron", "zinc", "compatible"));
  g_autoptr (GPtrArray) set_aside = NULL;
  g_autoptr (GBytes) fitted = NULL;
  g_autoptr (MesoProtocol) protocol = meso_protocol_new_fitting (shipped, clinic, &set_aside, &fitted, NULL);

  g_assert_cmpuint (set_aside->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (set_aside, 0), ==, "<product> vial: there is no ingredient “gone”");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (set_aside, 1), "<adjust> numbing: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (set_aside, 2), "<pair> iron/zinc: "));
  g_assert_cmpint (meso_protocol_lookup_ingredient (protocol, "zinc")->cap.value, ==, 1000000);
  g_assert_cmpint (meso_protocol_lookup_ingredient (protocol, "numbing")->cap.value, ==, 300000000);
  g_assert_cmpint (meso_protocol_lookup_pair (protocol, "iron", "zinc")->severity, ==, MESO_PAIR_INCOMPATIBLE);
}

/* A choice that is looser is known again by what it was made over. */
static void
test_bind (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (FORMULARY_SHIPPED, ADJUST ("iron", "availability='on'"));
  g_autoptr (GBytes) bytes = layer_fixture_wrap (ADJUST ("iron", "availability='on'"));
  g_autoptr (MesoProtocolClinic) clinic = meso_protocol_clinic_parse ("clinic.xml", bytes, NULL);
  g_autoptr (GBytes) bound = NULL;

  meso_protocol_clinic_bind (clinic, protocol);
  bound = meso_protocol_clinic_write (clinic, 1);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bound, NULL), g_bytes_get_size (bound), "over=\"off; none; none; warn\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/formulary-layer/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/formulary-layer/adjusted", test_adjusted);
  g_test_add_func ("/formulary-layer/pairs", test_pairs);
  g_test_add_func ("/formulary-layer/fitting", test_fitting);
  g_test_add_func ("/formulary-layer/bind", test_bind);

  return g_test_run ();
}
