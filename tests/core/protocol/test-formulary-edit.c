/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What the window wants of the clinic's formulary, and what a version of it has changed. */

#include "formulary-fixture.h"

#define OWN_WHOLE_INGREDIENT \
  "<ingredient id='mine' group='minerals' availability='off' dimension='mass' cap='3 mg' cap-per-kg='0.05 mg' cap-source='Label' " \
  "cap-severity='block' molar-mass='65.380 mg/mmol' max-final='20 mg/mL' stock-below='50 mg/mL' excipients='sulfite alcohol' " \
  "strengths='1 mg/mL; 3 %'" OWN "><name>Mine</name><name xml:lang='fa'>مال من</name><benefit>B</benefit><caution>C</caution>" \
  "<sold>S</sold><storage>T</storage><storage xml:lang='fa'>ن</storage>" \
  "<salt id='sulfate' molar-mass='287.540 mg/mmol'><name>Sulfate</name></salt></ingredient>"
#define OWN_WHOLE_PRODUCT \
  "<product id='vial' excipients='sulfite' maker='A &amp; B' licence='1/2' authority='FDA' form='gel' ph='6.05' container='2.5 mL' doses='multi' " \
  "opened-life-h='24'" OWN "><name>Vial</name><storage>Cold</storage><component ingredient='mine' strength='1 mg/mL' salt='sulfate'/>" \
  "<component ingredient='units' strength='5 U/mL'/></product>"
#define OWN_WHOLE_CHANGE \
  "<adjust ingredient='zinc' availability='own-syringe' cap='2 mg' cap-per-kg='0.1 mg' cap-severity='block'><benefit>Ours</benefit>" \
  "<caution>Mind</caution><why>W &lt; V</why></adjust>"
#define OWN_WHOLE OWN_WHOLE_INGREDIENT OWN_WHOLE_PRODUCT OWN_WHOLE_CHANGE OWN_PAIR ("mine", "units", "compatible")

static MesoProtocolClinic *
parse (const char *entries)
{
  g_autoptr (GBytes) bytes = layer_fixture_wrap (entries);
  g_autoptr (GError) error = NULL;
  MesoProtocolClinic *clinic = meso_protocol_clinic_parse ("clinic.xml", bytes, &error);

  g_assert_no_error (error);
  return clinic;
}

/* (transfer full): what ships with @clinic laid over it, which must be sound */
static MesoProtocol *
lay (const MesoProtocolClinic *clinic)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (FORMULARY_SHIPPED, NULL);
  g_autoptr (GBytes) bytes = meso_protocol_clinic_write (clinic, 1);
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol;

  g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  return protocol;
}

static void
edit (MesoProtocolClinic *clinic,
      MesoProtocolEdit   *wish)
{
  g_autoptr (MesoProtocolEdit) taken = wish;

  meso_protocol_clinic_edit (clinic, taken);
}

static void
assert_alike (const MesoProtocol *before,
              const MesoProtocol *after)
{
  g_autoptr (GPtrArray) differences = meso_protocol_compare (before, after);

  for (guint i = 0; i < differences->len; i++)
    {
      const MesoProtocolDifference *difference = g_ptr_array_index (differences, i);

      g_test_message ("%s %s: %s → %s", difference->id, difference->field, difference->old_value, difference->new_value);
    }
  g_assert_cmpuint (differences->len, ==, 0);
}

/* What was read can be written by the edits, and is the same again. */
static void
test_round_trip (void)
{
  g_autoptr (MesoProtocol) protocol = layer_fixture_new (FORMULARY_SHIPPED, OWN_WHOLE);
  g_autoptr (MesoProtocolClinic) clinic = meso_protocol_clinic_new ();
  g_autoptr (MesoProtocol) again = NULL;

  edit (clinic, meso_formulary_edit_new_ingredient (meso_protocol_lookup_ingredient (protocol, "mine")));
  edit (clinic, meso_formulary_edit_new_product (meso_protocol_lookup_product (protocol, "vial")));
  edit (clinic, meso_formulary_edit_new_pair (meso_protocol_lookup_pair (protocol, "mine", "units")));
  edit (clinic, meso_formulary_edit_new_change (meso_protocol_lookup_ingredient_change (protocol, "zinc")));
  again = lay (clinic);
  assert_alike (protocol, again);
  g_assert_cmpstr (meso_protocol_lookup_ingredient_change (again, "zinc")->why, ==, "W < V");
  g_assert_cmpstr (meso_protocol_lookup_product (again, "vial")->maker, ==, "A & B");
  g_assert_cmpint (meso_protocol_lookup_ingredient (again, "mine")->provenance.origin, ==, MESO_ORIGIN_CLINIC);
}

/* The second one takes the place of the first; a pair in either order. */
static void
test_put (void)
{
  g_autoptr (MesoProtocolClinic) clinic = parse (OWN_WHOLE OWN_INGREDIENT ("last", "Last"));
  g_autoptr (MesoProtocol) first = lay (clinic);
  MesoIngredientPair pair = *meso_protocol_lookup_pair (first, "mine", "units");
  MesoIngredient mine = *meso_protocol_lookup_ingredient (first, "mine");
  g_autoptr (MesoProtocol) second = NULL;
  const GPtrArray *ingredients;

  pair.a = (char *) "units";
  pair.b = (char *) "mine";
  pair.severity = MESO_PAIR_CAUTION;
  mine.availability = MESO_AVAILABILITY_ON;
  edit (clinic, meso_formulary_edit_new_pair (&pair));
  edit (clinic, meso_formulary_edit_new_ingredient (&mine));
  second = lay (clinic);
  ingredients = meso_protocol_get_ingredients (second);

  g_assert_cmpint (meso_protocol_lookup_pair (second, "mine", "units")->severity, ==, MESO_PAIR_CAUTION);
  g_assert_cmpint (meso_protocol_lookup_ingredient (second, "mine")->availability, ==, MESO_AVAILABILITY_ON);
  g_assert_cmpstr (((const MesoIngredient *) g_ptr_array_index (ingredients, ingredients->len - 1))->id, ==, "last");
}

static void
test_reset (void)
{
  g_autoptr (MesoProtocol) shipped = layer_fixture_new (FORMULARY_SHIPPED, NULL);
  g_autoptr (MesoProtocolClinic) clinic = parse (OWN_WHOLE_CHANGE ADJUST ("iron", "availability='on'") OWN_PAIR ("zinc", "numbing", "incompatible"));
  g_autoptr (MesoProtocol) half = NULL;
  g_autoptr (MesoProtocol) whole = NULL;

  edit (clinic, meso_protocol_edit_new_reset_ingredient ("zinc"));
  edit (clinic, meso_protocol_edit_new_reset_pair ("numbing", "zinc"));
  half = lay (clinic);
  g_assert_cmpint (meso_protocol_lookup_ingredient (half, "zinc")->cap.value, ==, 3000000);
  g_assert_cmpint (meso_protocol_lookup_ingredient (half, "iron")->availability, ==, MESO_AVAILABILITY_ON);
  g_assert_cmpint (meso_protocol_lookup_pair (half, "zinc", "numbing")->severity, ==, MESO_PAIR_CAUTION);

  edit (clinic, meso_protocol_edit_new_reset_ingredient ("iron"));
  g_assert_true (meso_protocol_clinic_is_empty (clinic));
  whole = lay (clinic);
  assert_alike (shipped, whole);
}

/* Its pairs go with an ingredient. */
static void
test_remove (void)
{
  g_autoptr (MesoProtocolClinic) clinic = parse (OWN_WHOLE);

  edit (clinic, meso_protocol_edit_new_remove ("vial"));
  edit (clinic, meso_protocol_edit_new_remove ("mine"));
  edit (clinic, meso_protocol_edit_new_reset_ingredient ("zinc"));
  g_assert_true (meso_protocol_clinic_is_empty (clinic));
}

static void
test_new_id (void)
{
  g_autofree char *id = meso_formulary_dup_new_id ();
  g_autofree char *other = meso_formulary_dup_new_id ();
  g_autofree char *entry = g_strconcat ("<ingredient id='", id, "' group='other' availability='on' dimension='mass'" OWN
                                        "><name>N</name><benefit>B</benefit></ingredient>", NULL);

  g_assert_cmpstr (id, !=, other);
  protocol_fixture_assert_sound (entry);
}

/* field (nullable): of a difference as a whole */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *id;
  const char *field;
  const char *old_value;
  const char *new_value;
  MesoProtocolDifferenceKind kind;
  MesoProtocolEffect effect;
} CompareCase;

static const CompareCase compared[] = {
  { "off", "", ADJUST ("zinc", "availability='off'"), "zinc", "availability", "on", "off", MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_STRICTER },
  { "on", "", ADJUST ("iron", "availability='on'"), "iron", "availability", "off", "on", MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_LOOSER },
  { "lower", ADJUST ("zinc", "cap='2.5 mg'"), ADJUST ("zinc", "cap='2 mg'"), "zinc", "cap", "2.5\u00a0mg", "2\u00a0mg",
    MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_STRICTER },
  { "higher", ADJUST ("zinc", "cap='4 mg'"), ADJUST ("zinc", "cap='5 mg'"), "zinc", "cap", "4\u00a0mg", "5\u00a0mg",
    MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_LOOSER },
  { "blocks", "", ADJUST ("zinc", "cap-severity='block'"), "zinc", "cap-severity", "warn", "block", MESO_PROTOCOL_DIFFERENCE_MEANING,
    MESO_PROTOCOL_EFFECT_STRICTER },
  { "words", "", "<adjust ingredient='zinc'><caution>Mind</caution><why>W</why></adjust>", "zinc", "caution", NULL, NULL,
    MESO_PROTOCOL_DIFFERENCE_WORDS, MESO_PROTOCOL_EFFECT_NONE },
  { "added", "", OWN_INGREDIENT ("mine", "Mine"), "mine", NULL, NULL, NULL, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_UNKNOWN },
  { "removed", OWN_INGREDIENT ("mine", "Mine"), "", "mine", NULL, NULL, NULL, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_STRICTER },
  { "pair", "", OWN_PAIR ("numbing", "zinc", "incompatible"), "numbing", "severity", "caution", "incompatible",
    MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_STRICTER },
  { "pair-added", "", OWN_PAIR ("units", "zinc", "compatible"), "units", "severity", NULL, "compatible",
    MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_LOOSER },
  { "pair-removed", OWN_PAIR ("units", "zinc", "caution"), "", "units", "severity", "caution", NULL,
    MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_LOOSER },
  { "product", OWN_PRODUCT ("vial", "V", OWN_COMPONENT ("zinc", "1 mg/mL")), OWN_PRODUCT ("vial", "V", OWN_COMPONENT ("zinc", "2 mg/mL")),
    "vial", "component", "zinc 1 mg/mL", "zinc 2 mg/mL", MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_UNKNOWN },
  { "product-added", "", OWN_PRODUCT ("vial", "V", OWN_COMPONENT ("zinc", "1 mg/mL")), "vial", NULL, NULL, NULL,
    MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_UNKNOWN },
};

static void
test_compare (gconstpointer data)
{
  const CompareCase *compare_case = data;
  g_autoptr (MesoProtocol) before = layer_fixture_new (FORMULARY_SHIPPED, compare_case->before);
  g_autoptr (MesoProtocol) after = layer_fixture_new (FORMULARY_SHIPPED, compare_case->after);
  g_autoptr (GPtrArray) differences = meso_protocol_compare (before, after);
  const MesoProtocolDifference *found = NULL;

  /* The source of a cap that the clinic sets follows from it. */
  for (guint i = 0; i < differences->len; i++)
    {
      const MesoProtocolDifference *difference = g_ptr_array_index (differences, i);

      if (g_strcmp0 (difference->field, "cap-source") == 0)
        continue;
      g_assert_null (found);
      found = difference;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (found->id, ==, compare_case->id);
  g_assert_cmpstr (found->field, ==, compare_case->field);
  g_assert_cmpstr (found->old_value, ==, compare_case->old_value);
  g_assert_cmpstr (found->new_value, ==, compare_case->new_value);
  g_assert_cmpint (found->kind, ==, compare_case->kind);
  g_assert_cmpint (found->effect, ==, compare_case->effect);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formulary-edit/round-trip", test_round_trip);
  g_test_add_func ("/formulary-edit/put", test_put);
  g_test_add_func ("/formulary-edit/reset", test_reset);
  g_test_add_func ("/formulary-edit/remove", test_remove);
  g_test_add_func ("/formulary-edit/new-id", test_new_id);
  for (gsize i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      g_autofree char *name = g_strconcat ("/formulary-edit/compare/", compared[i].name, NULL);

      g_test_add_data_func (name, &compared[i], test_compare);
    }

  return g_test_run ();
}
