/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#define IN_MASS(attributes) INGREDIENT ("zinc", "dimension='mass' " attributes)
#define IN_UNITS(attributes) INGREDIENT ("zinc", "dimension='activity' " attributes)
#define RAW(attributes, content) "<ingredient " attributes FROM ">" content "</ingredient>"
#define MOLAR "molar-mass='65.38 mg/mmol'"
#define WITH_SALT(attributes, salt, content)                                                                          \
  RAW ("id='zinc' group='other' availability='on' dimension='mass' " attributes,                                      \
       NAMES "\n<salt " salt ">" content "</salt>")
#define NAMES "<name>N</name><benefit>B</benefit>"

static const FaultCase ingredients[] = {
  { "unknown-attribute", IN_MASS (""), IN_MASS ("dose='3 mg'"), "2:1: <ingredient> has no attribute “dose”" },
  { "same-id", MASS ("zinc") MASS ("iron"), MASS ("zinc") "\n" MASS ("zinc"), "3:1: “zinc” has been used before, in t.xml line 2" },
  { "no-group", MASS ("zinc"), RAW ("id='zinc' availability='on' dimension='mass'", NAMES),
    "2:1: <ingredient> needs the attribute “group”" },
  { "unknown-group", MASS ("zinc"), RAW ("id='zinc' group='metals' availability='on' dimension='mass'", NAMES),
    "2:1: “metals” can't be used as “group” of <ingredient>: it is one of minerals, vitamins, other" },
  { "no-availability", MASS ("zinc"), RAW ("id='zinc' group='other' dimension='mass'", NAMES),
    "2:1: <ingredient> needs the attribute “availability”" },
  { "unknown-availability", MASS ("zinc"), RAW ("id='zinc' group='other' availability='yes' dimension='mass'", NAMES),
    "2:1: “yes” can't be used as “availability” of <ingredient>: it is one of on, off, banned, own-syringe" },
  { "no-dimension", MASS ("zinc"), RAW ("id='zinc' group='other' availability='on'", NAMES),
    "2:1: <ingredient> needs the attribute “dimension”" },
  { "volume", MASS ("zinc"), RAW ("id='zinc' group='other' availability='on' dimension='volume'", NAMES),
    "2:1: “volume” can't be used as “dimension” of <ingredient>: it is one of mass, activity" },
  { "no-name", MASS ("zinc"), RAW ("id='zinc' group='other' availability='on' dimension='mass'", "<benefit>B</benefit>"),
    "2:1: <ingredient> needs the element <name>" },
  { "no-benefit", MASS ("zinc"), RAW ("id='zinc' group='other' availability='on' dimension='mass'", "<name>N</name>"),
    "2:1: <ingredient> needs the element <benefit>" },
  { "cap-dimension", IN_MASS ("cap='3 mg'"), IN_MASS ("cap='3 U'"),
    "2:1: “cap” is “3 U”, but the ingredient is measured in mass" },
  { "cap-per-kg-dimension", IN_UNITS ("cap-per-kg='3 U'"), IN_UNITS ("cap-per-kg='3 mg'"),
    "2:1: “cap-per-kg” is “3 mg”, but the ingredient is measured in activity" },
  { "empty-cap", IN_MASS ("cap='3 mg'"), IN_MASS ("cap=''"), "2:1: the attribute “cap” of <ingredient> is empty" },
  { "max-final-dimension", IN_MASS ("max-final='20 mg/mL'"), IN_MASS ("max-final='20 U/mL'"),
    "2:1: “max-final” is “20 U/mL”, but the ingredient is measured in mass" },
  { "stock-dimension", IN_UNITS ("stock-below='20 U/mL'"), IN_UNITS ("stock-below='2 %'"),
    "2:1: “stock-below” is “2 %”, but the ingredient is measured in activity" },
  { "source-of-nothing", IN_MASS ("cap-source='no source'"), IN_MASS ("cap-source='Label'"),
    "2:1: “cap-source” without “cap” or “cap-per-kg”" },
  { "severity-of-nothing", IN_MASS ("cap-severity='block' cap='1 mg'"), IN_MASS ("cap-severity='block'"),
    "2:1: “cap-severity” without “cap” or “cap-per-kg”" },
  { "unknown-severity", IN_MASS ("cap-severity='warn' cap='1 mg'"), IN_MASS ("cap-severity='stop' cap='1 mg'"),
    "2:1: “stop” can't be used as “cap-severity” of <ingredient>: it is one of warn, block" },
  { "anaesthetic-without-cap", IN_MASS ("anaesthetic='true' cap-per-kg='4.5 mg' cap-severity='block'"),
    IN_MASS ("anaesthetic='true'"), "2:1: an anaesthetic needs a cap that blocks: fractions of it are added up" },
  { "anaesthetic-that-warns", IN_MASS ("anaesthetic='true' cap='300 mg' cap-severity='block'"),
    IN_MASS ("anaesthetic='true' cap='300 mg'"), "2:1: an anaesthetic needs a cap that blocks: fractions of it are added up" },
  { "diluent-with-cap", IN_MASS ("diluent='true'"), IN_MASS ("diluent='true' cap='3 mg'"),
    "2:1: a diluent is neutral: it has no cap and is no anaesthetic" },
  { "molar-mass-unit", IN_MASS ("molar-mass='65.38 mg/mmol'"), IN_MASS ("molar-mass='65.38'"),
    "2:1: “65.38” isn't a molar mass such as “65.38 mg/mmol”" },
  { "molar-mass-number", IN_MASS ("molar-mass='65.38 g/mol'"), IN_MASS ("molar-mass='sixty mg/mmol'"),
    "2:1: “sixty” can't be used as “molar-mass”: it is a number from 0 to 1000000 with at most three decimals" },
  { "molar-mass-of-units", IN_MASS ("molar-mass='1 mg/mmol'"), IN_UNITS ("molar-mass='1 mg/mmol'"),
    "2:1: only an ingredient measured in mass has a “molar-mass”" },
  { "salt-without-element", IN_MASS ("molar-mass='65.38 mg/mmol'"), WITH_SALT ("", "id='s' molar-mass='287 g/mol'", "<name>S</name>"),
    "3:1: only an ingredient with a “molar-mass” has a <salt>" },
  { "salt-too-light", WITH_SALT (MOLAR, "id='s' molar-mass='65.381 g/mol'", "<name>S</name>"),
    WITH_SALT (MOLAR, "id='s' molar-mass='65.38 g/mol'", "<name>S</name>"),
    "3:1: a <salt> needs a “molar-mass” above that of what it holds of the ingredient" },
  { "salt-of-many", WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol' elements='4'", "<name>S</name>"),
    WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol' elements='5'", "<name>S</name>"),
    "3:1: a <salt> needs a “molar-mass” above that of what it holds of the ingredient" },
  { "salt-without-mass", WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol'", "<name>S</name>"), WITH_SALT (MOLAR, "id='s'", "<name>S</name>"),
    "3:1: a <salt> needs a “molar-mass” above that of what it holds of the ingredient" },
  { "salt-without-name", WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol'", "<name>S</name>"), WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol'", ""),
    "3:1: <salt> needs the element <name>" },
  { "excipient-id", IN_MASS ("excipients='sulfite alcohol-1'"), IN_MASS ("excipients='sulfite Alcohol'"),
    "2:1: “Alcohol” can't be used as “excipients”: write lower-case letters a–z, digits and hyphens, at most 64" },
  { "excipient-twice", IN_MASS ("excipients='sulfite alcohol'"), IN_MASS ("excipients='sulfite sulfite'"),
    "2:1: “sulfite” stands twice in “excipients”" },
};

static const FaultCase strengths[] = {
  { "dimension", IN_MASS ("strengths='1 mg/mL; 2 %'"), IN_MASS ("strengths='1 mg/mL; 2 U/mL'"),
    "2:1: “strengths” is “2 U/mL”, but the ingredient is measured in mass" },
  { "twice", IN_UNITS ("strengths='1 U/mL;2 U/mL'"), IN_UNITS ("strengths='1 U/mL; 1 U/mL'"),
    "2:1: “1 U/mL” stands twice in “strengths”" },
  { "empty", IN_MASS ("strengths='1 mg/mL'"), IN_MASS ("strengths=' '"), "2:1: the attribute “strengths” of <ingredient> is empty" },
};

#define PAIR(a, b, severity) "\n<pair a='" a "' b='" b "' severity='" severity "'" FROM "><reason>R</reason></pair>"
#define CLASH(id, excipients, severity)                                                                               \
  "\n<excipient-pair id='" id "' ingredient='zinc' excipients='" excipients "' severity='" severity "'" FROM ">"       \
  "<reason>R</reason></excipient-pair>"
#define ALUM "<entry id='excipient-alum' list='excipient'" FROM "><text>Alum</text></entry>"
#define PRODUCT(content) "\n<product id='p'" FROM "><name>N</name>" content "</product>"
#define COMPONENT(ingredient, strength) "\n<component ingredient='" ingredient "' strength='" strength "'/>"

#define SALTED(entries) WITH_SALT (MOLAR, "id='s' molar-mass='287 g/mol'", "<name>S</name>") entries

static const FaultCase mixtures[] = {
  { "pair-with-itself", PAIR ("zinc", "iron", "caution"), PAIR ("zinc", "zinc", "caution"), "3:1: “zinc” is paired with itself" },
  { "pair-twice", PAIR ("a", "b", "caution") PAIR ("a", "c", "caution"), PAIR ("a", "b", "caution") PAIR ("a", "b", "compatible"),
    "4:1: “a/b” has been used before, in t.xml line 3" },
  { "pair-turned", PAIR ("a", "b", "caution") PAIR ("c", "a", "caution"), PAIR ("a", "b", "caution") PAIR ("b", "a", "compatible"),
    "4:1: “a/b” has been used before, in t.xml line 3" },
  { "pair-severity", PAIR ("a", "b", "compatible"), PAIR ("a", "b", "fine"),
    "3:1: “fine” can't be used as “severity” of <pair>: it is one of incompatible, caution, compatible" },
  { "pair-no-reason", PAIR ("a", "b", "compatible"), "<pair a='a' b='b' severity='caution'" FROM "/>",
    "2:1: <pair> needs the element <reason>" },
  { "pair-no-b", PAIR ("a", "b", "compatible"), "<pair a='a' severity='caution'" FROM "><reason>R</reason></pair>",
    "2:1: <pair> needs the attribute “b”" },
  { "excipient-pair-twice", CLASH ("x", "alum", "caution") CLASH ("y", "alum", "caution"),
    CLASH ("x", "alum", "caution") CLASH ("x", "alum", "caution"), "4:1: “x” has been used before, in t.xml line 3" },
  { "excipient-pair-compatible", CLASH ("x", "alum", "incompatible"), CLASH ("x", "alum", "compatible"),
    "3:1: “compatible” can't be used as “severity” of <excipient-pair>: it is one of incompatible, caution" },
  { "excipient-pair-nothing", CLASH ("x", "alum", "caution"), CLASH ("x", "", "caution"),
    "3:1: <excipient-pair> needs the attribute “excipients”" },
  { "excipient-pair-unnamed", ALUM CLASH ("x", "alum salt", "caution"), ALUM CLASH ("x", "salt alum", "caution"),
    "3:1: there is no entry “excipient-salt”" },
  { "excipient-pair-ingredient", MASS ("zinc") CLASH ("x", "zinc", "caution"), MASS ("iron") CLASH ("x", "iron", "caution"),
    "3:1: there is no ingredient “zinc”" },
  { "no-component", PRODUCT (COMPONENT ("zinc", "1 mg/mL")), PRODUCT (""), "3:1: <product> needs a <component>" },
  { "component-twice", PRODUCT (COMPONENT ("zinc", "1 %") COMPONENT ("iron", "1 %")),
    PRODUCT (COMPONENT ("zinc", "1 %") COMPONENT ("zinc", "2 %")), "5:1: “zinc” has been used before, in t.xml line 4" },
  { "no-strength", PRODUCT (COMPONENT ("zinc", "1 %")), PRODUCT ("\n<component ingredient='zinc'/>"),
    "4:1: <component> needs the attribute “strength”" },
  { "component-salt", SALTED (PRODUCT ("\n<component ingredient='zinc' strength='1 %' salt='s'/>")),
    SALTED (PRODUCT ("\n<component ingredient='zinc' strength='1 %' salt='t'/>")), "5:1: “t” isn't a salt of “zinc”" },
  { "product-twice", PRODUCT (COMPONENT ("zinc", "1 %")), PRODUCT (COMPONENT ("zinc", "1 %")) PRODUCT (COMPONENT ("zinc", "1 %")),
    "5:1: “p” has been used before, in t.xml line 3" },
};

#define BOX(attributes) "\n<product id='p' " attributes FROM "><name>N</name>" COMPONENT ("zinc", "1 %") "</product>"

static const FaultCase boxes[] = {
  { "ph-decimals", BOX ("ph='7.25'"), BOX ("ph='7.255'"),
    "3:1: “7.255” isn't a pH: it is a number from 0 to 14 with at most two decimals" },
  { "ph-range", BOX ("ph='14'"), BOX ("ph='14.01'"),
    "3:1: “14.01” isn't a pH: it is a number from 0 to 14 with at most two decimals" },
  { "ph-number", BOX ("ph='0'"), BOX ("ph='acid'"),
    "3:1: “acid” can't be used as “ph”: it is a number from 0 to 1000000 with at most three decimals" },
  { "form", BOX ("form='gel'"), BOX ("form='cream'"),
    "3:1: “cream” can't be used as “form” of <product>: it is one of solution, powder, emulsion, gel" },
  { "container", BOX ("container='1 L'"), BOX ("container='1001 mL'"), "3:1: “container” is “1001 mL”: it can be 1 L at most" },
  { "container-mass", BOX ("container='2 mL'"), BOX ("container='2 mg'"), "3:1: “container” is “2 mg”, which isn't a volume" },
  { "doses", BOX ("doses='single'"), BOX ("doses='two'"), "3:1: “two” can't be used as “doses” of <product>: it is one of single, multi" },
  { "opened-life", BOX ("opened-life-h='87600'"), BOX ("opened-life-h='0'"),
    "3:1: “0” can't be used as “opened-life-h”: it is a whole number from 1 to 87600" },
  { "authority", BOX ("licence='1' authority='FDA'"), BOX ("authority='FDA'"),
    "3:1: “authority” without “licence”: it is who gave the licence" },
  { "maker", BOX ("maker='M &amp; M'"), BOX ("maker=''"), "3:1: the attribute “maker” of <product> is empty" },
};

/* The sentence of a quantity that can't be read is the parser's; only its place and beginning are ours. */
static void
assert_begins (const char *entries,
               const char *fault)
{
  g_autoptr (GPtrArray) faults = protocol_fixture_validate (entries);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), fault));
}

static void
test_unreadable_quantities (void)
{
  assert_begins (IN_MASS ("cap='3 mgs'"), "t.xml:2:1: “cap”: ");
  assert_begins (IN_MASS ("cap='0 mg'"), "t.xml:2:1: “cap”: ");
  assert_begins (IN_MASS ("cap='-1 mg'"), "t.xml:2:1: “cap”: ");
  assert_begins (IN_MASS ("cap-per-kg='four mg'"), "t.xml:2:1: “cap-per-kg”: ");
  assert_begins (IN_MASS ("max-final='20 mg'"), "t.xml:2:1: “max-final”: ");
  assert_begins (IN_MASS ("stock-below='many'"), "t.xml:2:1: “stock-below”: ");
  assert_begins (PRODUCT (COMPONENT ("zinc", "1 mg")), "t.xml:4:1: “strength”: ");
  assert_begins (PRODUCT (COMPONENT ("zinc", "0 mg/mL")), "t.xml:4:1: “strength”: ");
  assert_begins (PRODUCT (COMPONENT ("zinc", "1000.001 mg/mL")), "t.xml:4:1: “strength”: ");
  protocol_fixture_assert_sound (PRODUCT (COMPONENT ("zinc", "1000 mg/mL")));
  assert_begins (IN_MASS ("strengths='1 mg/mL;'"), "t.xml:2:1: “strengths”: ");
  assert_begins (IN_MASS ("strengths='1001 mg/mL'"), "t.xml:2:1: “strengths”: ");
  assert_begins (BOX ("container='0 mL'"), "t.xml:3:1: “container”: ");
}

static void
test_values (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (protocol, "zinc");
  const MesoIngredient *lidocaine = meso_protocol_lookup_ingredient (protocol, "lidocaine");
  const MesoIngredient *toxin = meso_protocol_lookup_ingredient (protocol, "toxin");
  const MesoSalt *salt = meso_ingredient_find_salt (zinc, "zinc-salt");
  const MesoProduct *product = meso_protocol_lookup_product (protocol, "mix-1");
  const MesoProductComponent *component = g_ptr_array_index (product->components, 1);

  g_assert_cmpint (zinc->group, ==, MESO_INGREDIENT_MINERALS);
  g_assert_cmpint (zinc->availability, ==, MESO_AVAILABILITY_OFF);
  g_assert_cmpint (zinc->cap.value, ==, 3000000);
  g_assert_cmpint (zinc->cap_per_kg.value, ==, 50000);
  g_assert_cmpstr (zinc->cap_source, ==, "Label");
  g_assert_false (zinc->cap_blocks);
  g_assert_cmpint (zinc->molar_mass_ug_per_mmol, ==, 65380);
  g_assert_cmpint (zinc->max_final.mantissa, >, 0);
  g_assert_cmpint (zinc->stock_below.mantissa, >, 0);
  g_assert_cmpuint (zinc->excipients->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (zinc->excipients, 1), ==, "sulfite");
  g_assert_cmpstr (meso_local_text_get (zinc->name, "fa"), ==, "روی");
  g_assert_cmpuint (zinc->salts->len, ==, 1);
  g_assert_cmpint (salt->molar_mass_ug_per_mmol, ==, 287541);
  g_assert_cmpint (salt->elements, ==, 1);
  g_assert_cmpstr (meso_local_text_get (salt->name, "fa"), ==, "نمک");
  g_assert_null (meso_ingredient_find_salt (zinc, "salt"));
  g_assert_null (meso_ingredient_find_salt (zinc, NULL));

  g_assert_true (lidocaine->anaesthetic);
  g_assert_true (lidocaine->cap_blocks);
  g_assert_cmpint (lidocaine->cap.value, ==, 0);
  g_assert_cmpstr (lidocaine->cap_source, ==, "no source");
  g_assert_cmpint (lidocaine->max_final.mantissa, ==, 0);
  g_assert_null (lidocaine->caution);
  g_assert_true (meso_protocol_lookup_ingredient (protocol, "saline")->diluent);
  g_assert_cmpint (toxin->dimension, ==, MESO_DIMENSION_ACTIVITY);
  g_assert_cmpint (toxin->cap.value, ==, 100000);
  g_assert_cmpint (toxin->cap.dimension, ==, MESO_DIMENSION_ACTIVITY);

  g_assert_cmpuint (zinc->strengths->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (zinc->strengths, 1), ==, "3 mg/mL");
  g_assert_cmpstr (meso_local_text_get (zinc->sold, "fa"), ==, "و");
  g_assert_cmpstr (meso_local_text_get (zinc->storage, "en"), ==, "E");
  g_assert_cmpuint (toxin->strengths->len, ==, 0);
  g_assert_null (toxin->storage);

  g_assert_cmpstr (component->ingredient, ==, "toxin");
  g_assert_cmpstr (component->strength, ==, "50 U/mL");
  g_assert_null (component->salt);
  g_assert_cmpstr (((const MesoProductComponent *) g_ptr_array_index (product->components, 0))->salt, ==, "zinc-salt");
}

static void
test_box (void)
{
  g_autoptr (MesoProtocol) whole = protocol_fixture_new (protocol_fixture_everything);
  g_autoptr (MesoProtocol) bare = protocol_fixture_new (MASS ("zinc") PRODUCT (COMPONENT ("zinc", "1 %")));
  const MesoProduct *product = meso_protocol_lookup_product (whole, "mix-1");
  const MesoProduct *plain = meso_protocol_lookup_product (bare, "p");
  g_autofree char *ph = meso_product_dup_ph (product);
  g_autofree char *none = meso_product_dup_ph (plain);

  g_assert_cmpstr (product->maker, ==, "Maker");
  g_assert_cmpstr (product->licence, ==, "123");
  g_assert_cmpstr (product->authority, ==, "FDA");
  g_assert_cmpint (product->form, ==, MESO_PRODUCT_FORM_EMULSION);
  g_assert_cmpstr (ph, ==, "6.5");
  g_assert_cmpint (product->container_ul, ==, 2500);
  g_assert_true (product->multi_dose);
  g_assert_cmpint (product->opened_life_h, ==, 672);
  g_assert_cmpstr (meso_local_text_get (product->storage, "en"), ==, "E");

  g_assert_null (plain->maker);
  g_assert_null (none);
  g_assert_cmpint (plain->form, ==, MESO_PRODUCT_FORM_UNKNOWN);
  g_assert_cmpint (plain->container_ul, ==, 0);
  g_assert_false (plain->multi_dose);
  g_assert_cmpint (plain->opened_life_h, ==, 0);
}

static void
test_ph (void)
{
  static const struct { int centi; const char *text; } cases[] = {
    { 0, "0" }, { 5, "0.05" }, { 50, "0.5" }, { 705, "7.05" }, { 1400, "14" }, { MESO_PRODUCT_PH_UNKNOWN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = meso_product_dup_ph (&(MesoProduct) { .ph_centi = cases[i].centi });

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (meso_product_form_to_string (MESO_PRODUCT_FORM_UNKNOWN), ==, "");
  g_assert_cmpstr (meso_product_form_to_string (MESO_PRODUCT_FORM_SOLUTION), ==, "solution");
  g_assert_cmpstr (meso_product_form_to_string (MESO_PRODUCT_FORM_POWDER), ==, "powder");
  g_assert_cmpstr (meso_product_form_to_string (MESO_PRODUCT_FORM_EMULSION), ==, "emulsion");
  g_assert_cmpstr (meso_product_form_to_string (MESO_PRODUCT_FORM_GEL), ==, "gel");
  g_assert_cmpstr (meso_ingredient_group_to_string (MESO_INGREDIENT_MINERALS), ==, "minerals");
  g_assert_cmpstr (meso_ingredient_group_to_string (MESO_INGREDIENT_VITAMINS), ==, "vitamins");
  g_assert_cmpstr (meso_ingredient_group_to_string (MESO_INGREDIENT_OTHER), ==, "other");
  g_assert_cmpstr (meso_availability_to_string (MESO_AVAILABILITY_ON), ==, "on");
  g_assert_cmpstr (meso_availability_to_string (MESO_AVAILABILITY_OFF), ==, "off");
  g_assert_cmpstr (meso_availability_to_string (MESO_AVAILABILITY_BANNED), ==, "banned");
  g_assert_cmpstr (meso_availability_to_string (MESO_AVAILABILITY_OWN_SYRINGE), ==, "own-syringe");
  g_assert_cmpstr (meso_pair_severity_to_string (MESO_PAIR_COMPATIBLE), ==, "compatible");
  g_assert_cmpstr (meso_pair_severity_to_string (MESO_PAIR_CAUTION), ==, "caution");
  g_assert_cmpstr (meso_pair_severity_to_string (MESO_PAIR_INCOMPATIBLE), ==, "incompatible");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  protocol_fixture_add_cases ("/protocol-reader-formulary/ingredient", ingredients, G_N_ELEMENTS (ingredients));
  protocol_fixture_add_cases ("/protocol-reader-formulary/mixture", mixtures, G_N_ELEMENTS (mixtures));
  protocol_fixture_add_cases ("/protocol-reader-formulary/strengths", strengths, G_N_ELEMENTS (strengths));
  protocol_fixture_add_cases ("/protocol-reader-formulary/box", boxes, G_N_ELEMENTS (boxes));
  g_test_add_func ("/protocol-reader-formulary/box-values", test_box);
  g_test_add_func ("/protocol-reader-formulary/ph", test_ph);
  g_test_add_func ("/protocol-reader-formulary/unreadable-quantities", test_unreadable_quantities);
  g_test_add_func ("/protocol-reader-formulary/values", test_values);
  g_test_add_func ("/protocol-reader-formulary/names", test_names);

  return g_test_run ();
}
