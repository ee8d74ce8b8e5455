/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-fixture.h"

#include <string.h>

static MesoProtocol *protocol;

static MesoFormulaCheck *
check_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  MesoFormulaCheck *check = formula_fixture_check (protocol, line, &error);

  g_assert_no_error (error);
  return check;
}

static const MesoFormulaFinding *
find (const MesoFormulaCheck *check, const char *code)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      if (strcmp (finding->code, code) == 0)
        return finding;
    }
  return NULL;
}

static void
test_the_contracts_own_example (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line (
    "ingredient=zinc|strength=1 mg/mL|volume=2 mL|ingredient=biotin|strength=5 mg/mL|amount=10 mg"
    "|diluent=saline|to=5 mL|points=50|per-point=0.1 mL|dead=0 mL|weight=61000|allergies=lidocaine");
  const MesoFormulaLine *zinc = g_ptr_array_index (check->lines, 0);
  const MesoFormulaLine *biotin = g_ptr_array_index (check->lines, 1);

  g_assert_true (check->ok);
  g_assert_cmpint (check->total_volume_ul, ==, 5000);
  g_assert_cmpint (check->diluent_volume_ul, ==, 1000);
  g_assert_cmpuint (check->findings->len, ==, 0);
  g_assert_cmpuint (check->lines->len, ==, 2);
  g_assert_cmpstr (zinc->ingredient, ==, "zinc");
  g_assert_null (zinc->product);
  g_assert_cmpint (zinc->volume_ul, ==, 2000);
  g_assert_cmpint (zinc->amount.value, ==, 2000000);
  g_assert_cmpint (zinc->amount.dimension, ==, MESO_DIMENSION_MASS);
  g_assert_true (zinc->exact);
  g_assert_cmpint (zinc->final_per_ml, ==, 400000);
  g_assert_cmpint (biotin->volume_ul, ==, 2000);
  g_assert_cmpint (biotin->amount.value, ==, 10000000);
}

#define QUIET "|weight=60000|allergies="

/* One code at a time: what raises it, with its severity, and the nearest that does not. */
static const struct { const char *code; const char *fires; const char *line; } code_cases[] = {
  { "excluded", "block:excluded:zinc", "ingredient=zinc|strength=1 mg/mL|volume=1 mL|excluded=zinc" QUIET },
  { "excluded", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|excluded=copper" QUIET },
  { "excluded", "block:excluded:saline",
      "ingredient=zinc|strength=1 mg/mL|volume=1 mL|diluent=saline|to=2 mL|excluded=saline" QUIET },
  { "excluded", "block:excluded:biotin", "product=vitamin-vial|volume=1 mL|excluded=biotin" QUIET },
  { "allergy", "block:allergy:lidocaine",
      "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=Lidocaine" },
  { "allergy", "block:allergy:lidocaine",
      "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=allergic to lidocaine" },
  { "allergy", "block:allergy:lidocaine",
      "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=penicillin,Lidocain" },
  { "allergy", "block:allergy:lidocaine",
      "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=ليدوكائين" },
  { "allergy", "block:allergy:biotin", "ingredient=biotin|strength=1 %|volume=1 mL|allergies=Benzyl alcohol" },
  { "allergy", "block:allergy:biotin", "ingredient=biotin|strength=1 %|volume=1 mL|allergies=paraben" },
  { "allergy", "block:allergy:biotin+vitamin-b12+zinc",
      "product=vitamin-vial|volume=1 mL|allergies=sodium metabisulfite" },
  { "allergy", "block:allergy:saline",
      "ingredient=zinc|strength=1 mg/mL|volume=1 mL|diluent=saline|to=2 mL|allergies=benzalkonium" },
  { "allergy", NULL, "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=penicillin" },
  { "allergy", NULL, "ingredient=lidocaine|strength=1 %|volume=1 mL|weight=60000|allergies=procaine" },
  { "allergy", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|allergies=zin" },
  { "allergies-unknown", "warn:allergies-unknown:", "ingredient=zinc|strength=1 mg/mL|volume=1 mL" },
  { "allergies-unknown", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|allergies=" },
  { "banned", "block:banned:buflomedil", "ingredient=buflomedil|strength=10 mg/mL|volume=1 mL" QUIET },
  { "banned", NULL, "ingredient=iron|strength=10 mg/mL|volume=1 mL" QUIET },
  { "off-by-default", "block:off-by-default:iron", "ingredient=iron|strength=20 mg/mL|volume=1 mL" QUIET },
  { "off-by-default", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
  { "incompatible", "block:incompatible:vitamin-b12+vitamin-c",
      "ingredient=vitamin-b12|strength=1 mg/mL|volume=1 mL|ingredient=vitamin-c|strength=10 %|volume=1 mL" QUIET },
  { "incompatible", "block:incompatible:hyaluronic-acid+water",
      "ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|diluent=water|to=2 mL" QUIET },
  { "incompatible", NULL,
      "ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|diluent=saline|to=2 mL" QUIET },
  { "caution-pair", "warn:caution-pair:copper+zinc",
      "ingredient=copper|strength=0.1 mg/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
  { "caution-pair", NULL,
      "ingredient=biotin|strength=5 mg/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
    /* What a product holds besides, as its label has it: another's, its own, and what its pH says */
  { "incompatible", "block:incompatible:selenium+biotin+vitamin-b12+zinc",
      "ingredient=selenium|strength=1 µg/mL|volume=1 mL|product=vitamin-vial|volume=1 mL" QUIET },
  { "incompatible", "block:incompatible:hyaluronic-acid+biotin", "product=preserved-vial|volume=1 mL" QUIET },
  { "incompatible", "block:incompatible:hyaluronic-acid+biotin",
      "ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|product=preserved-vial|volume=1 mL" QUIET },
  { "incompatible", NULL, "ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|product=buffered-vial|volume=1 mL" QUIET },
  { "incompatible", NULL, "ingredient=selenium|strength=1 µg/mL|volume=1 mL|product=neutral-vial|volume=1 mL" QUIET },
  { "caution-pair", "warn:caution-pair:copper+articaine",
      "ingredient=copper|strength=0.1 mg/mL|volume=1 mL|product=alkaline-vial|volume=1 mL" QUIET },
  { "caution-pair", "warn:caution-pair:copper+articaine",
      "ingredient=copper|strength=0.1 mg/mL|volume=1 mL|product=buffered-vial|volume=1 mL" QUIET },
  { "caution-pair", NULL, "ingredient=copper|strength=0.1 mg/mL|volume=1 mL|product=neutral-vial|volume=1 mL" QUIET },
    /* What products of an ingredient commonly hold: a label to read, whatever the severity, unless the two are known */
  { "caution-pair", "warn:caution-pair:hyaluronic-acid+saline",
      "ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|diluent=saline|to=2 mL" QUIET },
  { "caution-pair", "warn:caution-pair:procaine+biotin",
      "ingredient=biotin|strength=5 mg/mL|volume=1 mL|ingredient=procaine|strength=1 %|volume=1 mL" QUIET },
  { "incompatible", NULL, "ingredient=biotin|strength=5 mg/mL|volume=1 mL|ingredient=procaine|strength=1 %|volume=1 mL" QUIET },
  { "incompatible", NULL, "ingredient=copper|strength=0.1 mg/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
  { "caution-pair", NULL, "ingredient=procaine|strength=1 %|volume=1 mL|diluent=saline|to=2 mL" QUIET },
  { "own-syringe", "block:own-syringe:toxin",
      "ingredient=toxin|strength=20 U/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
  { "own-syringe", NULL, "ingredient=toxin|strength=20 U/mL|volume=1 mL|diluent=saline|to=2 mL" QUIET },
  { "own-syringe", NULL,
      "ingredient=toxin|strength=20 U/mL|volume=1 mL|ingredient=toxin|strength=50 U/mL|volume=1 mL" QUIET },
  { "over-volume", "block:over-volume:", "ingredient=zinc|strength=1 mg/mL|volume=2 mL|diluent=saline|to=1.999 mL" QUIET },
  { "over-volume", NULL, "ingredient=zinc|strength=1 mg/mL|volume=2 mL|diluent=saline|to=2 mL" QUIET },
  { "weight-missing", "block:weight-missing:lidocaine", "ingredient=lidocaine|strength=1 %|volume=1 mL|allergies=" },
  { "weight-missing", "block:weight-missing:copper", "ingredient=copper|strength=1 µg/mL|volume=1 mL|allergies=" },
  { "weight-missing", "warn:weight-missing:lidocaine", "ingredient=lidocaine|strength=1 %|volume=1 mL|allergies=|anybody=yes" },
  { "weight-missing", NULL, "ingredient=lidocaine|strength=1 %|volume=1 mL" QUIET },
  { "weight-missing", NULL, "ingredient=articaine|strength=4 %|volume=1 mL|allergies=" },
  { "strength-limit", "block:strength-limit:minoxidil", "ingredient=minoxidil|strength=5 %|volume=0.1 mL|diluent=saline|to=5 mL" QUIET },
  { "strength-limit", "block:strength-limit:minoxidil", "ingredient=minoxidil|strength=20.001 mg/mL|volume=0.1 mL" QUIET },
  { "strength-limit", NULL, "ingredient=minoxidil|strength=2 %|volume=0.1 mL" QUIET },
    /* over by a millionth of a millionth of what is allowed */
  { "strength-limit", "block:strength-limit:minoxidil",
      "ingredient=minoxidil|strength=2 %|volume=0.1 mL|ingredient=minoxidil|strength=20.000000000000001 mg/mL|volume=0.001 mL" QUIET },
  { "strength-limit", NULL, "ingredient=minoxidil|strength=49.999 mg/mL|volume=0.1 mL|diluent=saline|to=1 mL" QUIET },
  { "anaesthetic-fraction", "warn:anaesthetic-fraction:lidocaine",
      "ingredient=lidocaine|strength=2 %|amount=135.02 mg" QUIET },
  { "anaesthetic-fraction", NULL, "ingredient=lidocaine|strength=2 %|amount=135 mg" QUIET },
  { "anaesthetic-fraction", "warn:anaesthetic-fraction:lidocaine+procaine",
      "ingredient=lidocaine|strength=2 %|amount=135 mg|ingredient=procaine|strength=2 %|amount=210 mg" QUIET },
  { "anaesthetic-fraction", "block:anaesthetic-fraction:lidocaine+procaine",
      "ingredient=lidocaine|strength=2 %|amount=135 mg|ingredient=procaine|strength=2 %|amount=210.02 mg" QUIET },
  { "anaesthetic-fraction", "block:anaesthetic-fraction:lidocaine", "ingredient=lidocaine|strength=2 %|amount=301 mg|allergies=" },
  { "total-volume", NULL, "ingredient=zinc|strength=0.1 mg/mL|volume=5 mL" QUIET },
  { "total-volume", "warn:total-volume:", "ingredient=zinc|strength=0.1 mg/mL|volume=5.001 mL" QUIET },
  { "total-volume", "warn:total-volume:", "ingredient=zinc|strength=0.1 mg/mL|volume=1 mL|diluent=saline|to=10 mL" QUIET },
  { "total-volume", "block:total-volume:", "ingredient=zinc|strength=0.1 mg/mL|volume=10.001 mL" QUIET },
  { "point-volume", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|per-point=0.1 mL" QUIET },
  { "point-volume", "warn:point-volume:", "ingredient=zinc|strength=1 mg/mL|volume=1 mL|per-point=0.101 mL" QUIET },
  { "point-volume", "warn:point-volume:", "ingredient=zinc|strength=1 mg/mL|volume=1 mL|per-point=0.2 mL" QUIET },
  { "point-volume", "block:point-volume:", "ingredient=zinc|strength=1 mg/mL|volume=1 mL|per-point=0.201 mL" QUIET },
  { "points-mismatch", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=20|per-point=0.05 mL" QUIET },
  { "points-mismatch", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=20" QUIET },
  { "points-mismatch", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|per-point=0.05 mL" QUIET },
  { "points-mismatch", NULL, "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=19|per-point=0.05 mL|dead=0.05 mL" QUIET },
  { "points-mismatch", "warn:points-mismatch:",
      "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=19|per-point=0.05 mL|dead=0.049 mL" QUIET },
  { "points-mismatch", "warn:points-mismatch:", "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=1|per-point=0.05 mL" QUIET },
  { "points-mismatch", "block:points-mismatch:",
      "ingredient=zinc|strength=1 mg/mL|volume=1 mL|points=21|per-point=0.05 mL" QUIET },
  { "cap", NULL, "ingredient=zinc|strength=1 mg/mL|volume=3 mL" QUIET },
  { "cap", "warn:cap:zinc", "ingredient=zinc|strength=1 mg/mL|volume=3.001 mL" QUIET },
  { "cap", "warn:cap:zinc", "ingredient=zinc|strength=1 mg/mL|volume=2 mL|ingredient=zinc|strength=0.001 µg/mL|volume=1 mL"
                              "|ingredient=zinc|strength=1 mg/mL|volume=1 mL" QUIET },
  { "cap", "block:cap:minoxidil", "ingredient=minoxidil|strength=5 mg/mL|volume=2.001 mL" QUIET },
  { "cap", NULL, "ingredient=minoxidil|strength=5 mg/mL|volume=2 mL" QUIET },
  { "cap", "block:cap:toxin", "ingredient=toxin|strength=50 U/mL|volume=3.001 mL" QUIET },
  { "weight-cap", NULL, "ingredient=lidocaine|strength=2 %|amount=270 mg" QUIET },
  { "weight-cap", "block:weight-cap:lidocaine", "ingredient=lidocaine|strength=2 %|amount=270.02 mg" QUIET },
  { "weight-cap", "warn:weight-cap:copper", "ingredient=copper|strength=0.2 mg/mL|amount=0.4202 mg" QUIET },
  { "weight-cap", NULL, "ingredient=copper|strength=0.2 mg/mL|amount=0.42 mg" QUIET },
  { "components", "warn:components:zinc+biotin+copper+vitamin-c+selenium+articaine",
      "ingredient=zinc|strength=1 mg/mL|volume=0.1 mL|ingredient=biotin|strength=1 mg/mL|volume=0.1 mL"
      "|ingredient=copper|strength=1 mg/mL|volume=0.1 mL|ingredient=vitamin-c|strength=1 mg/mL|volume=0.1 mL"
      "|ingredient=selenium|strength=10 µg/mL|volume=0.1 mL|ingredient=articaine|strength=1 mg/mL|volume=0.1 mL" QUIET },
  { "components", NULL,
      "ingredient=zinc|strength=1 mg/mL|volume=0.1 mL|ingredient=biotin|strength=1 mg/mL|volume=0.1 mL"
      "|ingredient=copper|strength=1 mg/mL|volume=0.1 mL|ingredient=vitamin-c|strength=1 mg/mL|volume=0.1 mL"
      "|ingredient=selenium|strength=10 µg/mL|volume=0.1 mL|ingredient=zinc|strength=1 mg/mL|volume=0.1 mL"
      "|ingredient=water|strength=1 mg/mL|volume=0.1 mL|diluent=saline|to=2 mL" QUIET },
  { "rounding", NULL, "ingredient=biotin|strength=5 mg/mL|amount=10 mg" QUIET },
  { "rounding", "warn:rounding:biotin", "ingredient=biotin|strength=3 mg/mL|amount=10 mg" QUIET },
  { "rounding", "warn:rounding:biotin", "ingredient=biotin|strength=0.5 ng/mL|volume=1 mL" QUIET },
  { "rounding", "warn:rounding:zinc", "product=vitamin-vial|volume=0.001 mL" QUIET },
  { "no-data", "info:no-data:biotin+selenium",
      "ingredient=biotin|strength=5 mg/mL|volume=1 mL|ingredient=selenium|strength=10 µg/mL|volume=1 mL" QUIET },
  { "no-data", NULL, "ingredient=biotin|strength=5 mg/mL|volume=1 mL|diluent=saline|to=2 mL" QUIET },
  { "no-data", NULL, "ingredient=biotin|strength=5 mg/mL|volume=1 mL|diluent=water|to=2 mL" QUIET },
};
#undef QUIET

static void
test_every_code_fires_and_does_not (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (code_cases); i++)
    {
      g_autoptr (MesoFormulaCheck) check = check_line (code_cases[i].line);
      g_autofree char *findings = formula_fixture_list_findings (check);
      g_autofree char *padded = g_strdup_printf (" %s ", findings);
      g_autofree char *wanted = g_strdup_printf (" %s ", code_cases[i].fires != NULL ? code_cases[i].fires : "");
      const MesoFormulaFinding *finding = find (check, code_cases[i].code);

      g_test_message ("%s: %s", code_cases[i].line, findings);
      g_assert_true ((finding != NULL) == (code_cases[i].fires != NULL));
      if (finding != NULL)
        g_assert_nonnull (strstr (padded, wanted));
      g_assert_cmpint (check->ok, ==, strstr (findings, "block:") == NULL);
    }
}

/* The contract's table (CTL.md), in its own words; and what only a recipe of the clinic can have, which is nobody's yet */
static const char *const contract[] = {
  "block:excluded", "block:allergy", "block:banned", "block:incompatible", "block:own-syringe", "block:off-by-default",
  "block:over-volume", "block:weight-missing", "block:strength-limit", "block:anaesthetic-fraction", "block:total-volume",
  "block:point-volume", "block:cap", "block:weight-cap", "block:points-mismatch", "warn:cap", "warn:weight-cap",
  "warn:weight-missing", "warn:caution-pair", "warn:total-volume", "warn:point-volume", "warn:points-mismatch", "warn:components",
  "warn:anaesthetic-fraction", "warn:allergies-unknown", "warn:rounding", "info:no-data",
};

/* No code without a row that raises it in each severity that it has, and one that doesn't raise it. */
static void
test_no_code_lacks_a_row (void)
{
  MesoSeverity severity;
  const char *code;
  guint n;

  for (n = 0; (code = meso_formula_finding_get_code (n, &severity)) != NULL; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s:%s", meso_severity_to_string (severity), code);
      g_autofree char *raised = g_strconcat (name, ":", NULL);
      gboolean fires = FALSE, stays_away = FALSE;

      g_assert_cmpuint (n, <, G_N_ELEMENTS (contract));
      g_assert_cmpstr (name, ==, contract[n]);
      for (guint i = 0; i < G_N_ELEMENTS (code_cases); i++)
        {
          fires = fires || (code_cases[i].fires != NULL && g_str_has_prefix (code_cases[i].fires, raised));
          stays_away = stays_away || (code_cases[i].fires == NULL && g_str_equal (code_cases[i].code, code));
        }
      if (!fires || !stays_away)
        g_error ("%s has no row that %s", name, fires ? "doesn't raise it" : "raises it");
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (contract));
}

static void
assert_message (const char *line, const char *code, const char *message, const char *source)
{
  g_autoptr (MesoFormulaCheck) check = check_line (line);
  const MesoFormulaFinding *finding = find (check, code);

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->message, ==, message);
  g_assert_cmpstr (finding->source, ==, source);
}

static void
test_sentences_and_sources (void)
{
  assert_message ("ingredient=zinc|strength=0.1 %|volume=3.001 mL|allergies=", "cap",
                  "Zinc: 3.001\u00a0mg in all is over the cautious limit of 3\u00a0mg in one session. "
                  "Check whether less is enough.", "ZincLabel");
  assert_message ("ingredient=lidocaine|strength=2 %|amount=280 mg|weight=60500|allergies=", "weight-cap",
                  "Lidocaine hydrochloride: 280\u00a0mg in all is over the limit of 272.25\u00a0mg for a body weight of "
                  "60.5\u00a0kg (4.5\u00a0mg per kg). Use less.", "LidoLabel");
  assert_message ("ingredient=copper|strength=1 mg/mL|volume=1 mL|allergies=", "weight-missing",
                  "The limit for Copper is 7\u00a0\u00b5g per kg of body weight, and the weight isn’t known. "
                  "Weigh the patient and enter the weight.", "no source");
  assert_message ("ingredient=minoxidil|strength=5 %|volume=0.1 mL|diluent=saline|to=5 mL|allergies=", "strength-limit",
                  "A stock of Minoxidil with 50\u00a0mg/mL must not be injected, diluted or not. Use one that is "
                  "made for injection, and keep to the most that the finished syringe may hold.", "MinoxLabel");
  assert_message ("ingredient=minoxidil|strength=40 mg/mL|volume=0.2 mL|diluent=saline|to=0.3 mL|allergies=",
                  "strength-limit",
                  "Minoxidil would have 26.667\u00a0mg/mL in the finished syringe; at most 20\u00a0mg/mL is allowed. "
                  "Use less of it, or fill up to a larger volume.", "MinoxLabel");
  assert_message ("ingredient=vitamin-c|strength=10 %|volume=1 mL|ingredient=vitamin-b12|strength=1 mg/mL|volume=1 mL"
                  "|allergies=", "incompatible",
                  "Vitamin C and Vitamin B12 must not be mixed. Put them into separate syringes, or leave one out. "
                  "Why: Vitamin C destroys it.", "YakuZ80");
  assert_message ("ingredient=selenium|strength=1 µg/mL|volume=1 mL|product=vitamin-vial|volume=1 mL|allergies=", "incompatible",
                  "Vitamin vial contains sodium metabisulfite, and Selenium must not come into one syringe with it. "
                  "Choose a product without it, or leave one of the two out. Why: For the tests.", "GK");
  assert_message ("ingredient=copper|strength=1 µg/mL|volume=1 mL|product=alkaline-vial|volume=1 mL|allergies=", "caution-pair",
                  "Alkaline vial contains Alkaline: take care when Copper is in the same syringe. Why: It may cloud.", "GK");
  assert_message ("ingredient=hyaluronic-acid|strength=2 mg/mL|volume=1 mL|diluent=saline|to=2 mL|allergies=", "caution-pair",
                  "Products of Saline often contain Benzalkonium. Read the label before Hyaluronic acid comes into the same "
                  "syringe. Why: It falls out.", "HAprecip");
  assert_message ("ingredient=biotin|strength=3 mg/mL|amount=10 mg|ingredient=biotin|strength=7 mg/mL|amount=1 mg|allergies=",
                  "rounding",
                  "Biotin: you asked for “10 mg” from a stock of 3\u00a0mg/mL. 3.333\u00a0mL is the nearest volume that "
                  "can be drawn, and it holds 9.999\u00a0mg. Biotin: you asked for “1 mg” from a stock of 7\u00a0mg/mL. "
                  "0.143\u00a0mL is the nearest volume that can be drawn, and it holds 1.001\u00a0mg.", "arithmetic");
  assert_message ("ingredient=biotin|strength=1 %|volume=1 mL|allergies=benzyl alcohol", "allergy",
                  "The patient is recorded as allergic to “benzyl alcohol”, and Biotin contains benzyl alcohol. "
                  "Choose a stock without it, or take it out of the formula.", "Mesohyal");
  assert_message ("ingredient=biotin|strength=1 %|volume=1 mL|ingredient=selenium|strength=1 µg/mL|volume=1 mL"
                  "|diluent=water|to=3 mL|allergies=", "no-data",
                  "Nothing is known about mixing: Biotin + Selenium. That doesn’t mean they are compatible; a physician decides.",
                  "no source");
  assert_message ("ingredient=lidocaine|strength=2 %|amount=270.02 mg|weight=60000|allergies=", "anaesthetic-fraction",
                  "The local anaesthetics (Lidocaine hydrochloride) together reach 100.1\u00a0% of their limits. "
                  "Use less: together they must not go over the whole.", "GK");
}

/* In a right-to-left line every dose and Latin name is isolated; doses have Persian digits, and names keep
 * what they are written with. */
static void
test_persian_sentences_isolate_doses (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line (
    "ingredient=zinc|strength=1 mg/mL|volume=4 mL|ingredient=selenium|strength=1 mg/mL|volume=1 mL|allergies=|language=fa");
  const MesoFormulaFinding *cap = find (check, "cap");
  const MesoFormulaFinding *limit = find (check, "strength-limit");
  g_autoptr (MesoFormulaCheck) others = check_line (
    "ingredient=lidocaine|strength=2 %|amount=270.02 mg|weight=60000|allergies=|language=fa");

  g_assert_nonnull (strstr (find (others, "anaesthetic-fraction")->message, "\u2066۱۰۰٫۱٪\u2069"));
  g_assert_nonnull (strstr (cap->message, "روی: "));
  g_assert_nonnull (strstr (cap->message, "\u2066۴\u00a0mg\u2069"));
  g_assert_nonnull (strstr (limit->message, "\u2066Selenium\u2069"));
  g_assert_nonnull (strstr (limit->message, "\u2066۰٫۲\u00a0mg/mL\u2069"));
}

static void
test_findings_stand_in_the_contracts_order (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line (
    "ingredient=lidocaine|strength=2 %|volume=20 mL|ingredient=iron|strength=1 mg/mL|volume=0.1 mL"
    "|ingredient=buflomedil|strength=1 mg/mL|volume=0.1 mL|ingredient=toxin|strength=100 U/mL|volume=2 mL"
    "|ingredient=vitamin-c|strength=30 %|volume=2 mL|ingredient=vitamin-b12|strength=3 mg/mL|amount=1 mg"
    "|ingredient=minoxidil|strength=5 %|volume=1 mL|ingredient=procaine|strength=1 %|volume=1 mL"
    "|diluent=saline|to=1 mL|points=1000|per-point=0.3 mL|excluded=procaine,iron");
  g_autofree char *findings = formula_fixture_list_findings (check);

  g_assert_cmpstr (findings, ==,
                   "block:excluded:iron block:excluded:procaine block:banned:buflomedil "
                   "block:incompatible:vitamin-c+vitamin-b12 block:own-syringe:toxin block:off-by-default:iron "
                   "block:over-volume: block:weight-missing:lidocaine block:weight-missing:procaine "
                   "block:strength-limit:minoxidil block:anaesthetic-fraction:lidocaine+procaine block:total-volume: "
                   "block:point-volume: block:cap:lidocaine block:cap:toxin block:cap:minoxidil block:points-mismatch: "
                   "warn:cap:vitamin-c warn:caution-pair:lidocaine+procaine "
                   "warn:components:lidocaine+iron+buflomedil+toxin+vitamin-c+vitamin-b12+minoxidil+procaine "
                   "warn:allergies-unknown: warn:rounding:vitamin-b12 "
                   "info:no-data:lidocaine+iron+buflomedil+toxin+vitamin-c+vitamin-b12+minoxidil+procaine");
}

static void
test_a_product_expands_but_is_drawn_once (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line ("product=vitamin-vial|volume=2 mL|diluent=saline|to=3 mL|allergies=");
  const MesoFormulaLine *zinc = g_ptr_array_index (check->lines, 2);

  g_assert_cmpint (check->total_volume_ul, ==, 3000);
  g_assert_cmpint (check->diluent_volume_ul, ==, 1000);
  g_assert_cmpuint (check->lines->len, ==, 3);
  g_assert_cmpstr (zinc->ingredient, ==, "zinc");
  g_assert_cmpstr (zinc->product, ==, "vitamin-vial");
  g_assert_cmpint (zinc->volume_ul, ==, 2000);
  g_assert_cmpint (zinc->amount.value, ==, 666);
  g_assert_cmpint (zinc->final_per_ml, ==, 222);
}

static void
test_activity_is_held_in_miu (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line ("ingredient=toxin|strength=20 U/mL|amount=50 IU|allergies=");
  const MesoFormulaLine *toxin = g_ptr_array_index (check->lines, 0);

  g_assert_cmpint (toxin->amount.dimension, ==, MESO_DIMENSION_ACTIVITY);
  g_assert_cmpint (toxin->amount.value, ==, 50000);
  g_assert_cmpint (toxin->volume_ul, ==, 2500);
  g_assert_cmpint (toxin->final_per_ml, ==, 20000);
  g_assert_true (check->ok);
}

/* 10 mg of zinc sulfate heptahydrate, of a stock of 22 mg/mL: the volume follows from what is weighed, and everything that
 * is compared with a limit is zinc. 22 × 65.38 / 287.541 = 5.002277935737860…; times 0.455 mL that is 2.2760… mg. */
static void
test_a_salt_counts_by_its_element (void)
{
  g_autoptr (MesoFormulaCheck) check = check_line (
    "ingredient=zinc|salt=zinc-sulfate|strength=22 mg/mL|amount=10.01 mg|diluent=saline|to=5 mL|allergies=");
  g_autoptr (MesoFormulaCheck) bare = check_line ("ingredient=zinc|strength=22 mg/mL|amount=10.01 mg|allergies=");
  g_autoptr (MesoFormulaCheck) two_atoms = check_line (
    "ingredient=copper|salt=copper-twice|strength=1 mg/mL|volume=1 mL|weight=90000|allergies=");
  g_autoptr (MesoFormulaCheck) vial = check_line ("product=salt-vial|volume=1 mL|weight=90000|allergies=");
  const MesoFormulaLine *zinc = g_ptr_array_index (check->lines, 0);
  const MesoFormulaLine *copper = g_ptr_array_index (two_atoms->lines, 0);
  const MesoFormulaLine *from_vial = g_ptr_array_index (vial->lines, 0);

  g_assert_cmpstr (zinc->salt, ==, "zinc-sulfate");
  g_assert_cmpint (zinc->salt_amount_ng, ==, 10010000);
  g_assert_cmpint (zinc->volume_ul, ==, 455);
  g_assert_cmpint (zinc->amount.value, ==, 2276036);
  g_assert_cmpint (zinc->final_per_ml, ==, 455207);
  g_assert_true (zinc->exact);
  g_assert_null (find (check, "cap"));
  g_assert_null (find (check, "rounding"));
  g_assert_nonnull (find (bare, "cap"));

  g_assert_cmpint (copper->amount.value, ==, 423639);
  g_assert_cmpint (copper->salt_amount_ng, ==, 1000000);
  g_assert_cmpint (from_vial->amount.value, ==, 296547);
  g_assert_cmpstr (from_vial->salt, ==, "copper-twice");
  g_assert_null (((const MesoFormulaLine *) g_ptr_array_index (vial->lines, 1))->salt);
}

/* What is said of rounding is said of what is weighed; and an allergy to one salt is heeded whichever is used. */
static void
test_sentences_of_a_salt (void)
{
  assert_message ("ingredient=zinc|salt=zinc-sulfate|strength=3 mg/mL|amount=1 mg|allergies=", "rounding",
                  "Zinc sulfate heptahydrate: you asked for “1 mg” from a stock of 3\u00a0mg/mL. 0.333\u00a0mL is the nearest "
                  "volume that can be drawn, and it holds 0.999\u00a0mg.", "arithmetic");
  assert_message ("ingredient=selenium|strength=10 µg/mL|volume=1 mL|allergies=selenious acid", "allergy",
                  "The patient is recorded as allergic to “selenious acid”. Take Selenium out of the formula.", "Mesohyal");
}

/* Half of a microlitre, and half of a nanogram, go to the even neighbour. */
static void
test_halves_are_rounded_to_even (void)
{
  static const struct { const char *line; gint64 volume_ul; gint64 amount; gboolean exact; } cases[] = {
    { "ingredient=biotin|strength=2 mg/mL|amount=1 µg|allergies=", 0, 0, FALSE },
    { "ingredient=biotin|strength=2 mg/mL|amount=3 µg|allergies=", 2, 4000, FALSE },
    { "ingredient=biotin|strength=2 mg/mL|amount=5 µg|allergies=", 2, 4000, FALSE },
    { "ingredient=biotin|strength=2 mg/mL|amount=4 µg|allergies=", 2, 4000, TRUE },
    { "ingredient=biotin|strength=0.5 µg/mL|volume=0.001 mL|allergies=", 1, 0, FALSE },
    { "ingredient=biotin|strength=1.5 µg/mL|volume=0.001 mL|allergies=", 1, 2, FALSE },
    { "ingredient=biotin|strength=2.5 µg/mL|volume=0.001 mL|allergies=", 1, 2, FALSE },
    { "ingredient=biotin|strength=0.3 µg/mL|amount=1.5 ng|allergies=", 5, 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MesoFormulaCheck) check = formula_fixture_check (protocol, cases[i].line, NULL);
      const MesoFormulaLine *line;

      g_assert_true ((check == NULL) == (cases[i].volume_ul == 0));
      if (check == NULL)
        continue;
      line = g_ptr_array_index (check->lines, 0);
      g_assert_cmpint (line->volume_ul, ==, cases[i].volume_ul);
      g_assert_cmpint (line->amount.value, ==, cases[i].amount);
      g_assert_cmpint (line->exact, ==, cases[i].exact);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-check/example", test_the_contracts_own_example);
  g_test_add_func ("/formula-check/every-code", test_every_code_fires_and_does_not);
  g_test_add_func ("/formula-check/no-code-without-a-row", test_no_code_lacks_a_row);
  g_test_add_func ("/formula-check/sentences", test_sentences_and_sources);
  g_test_add_func ("/formula-check/persian", test_persian_sentences_isolate_doses);
  g_test_add_func ("/formula-check/order", test_findings_stand_in_the_contracts_order);
  g_test_add_func ("/formula-check/product", test_a_product_expands_but_is_drawn_once);
  g_test_add_func ("/formula-check/activity", test_activity_is_held_in_miu);
  g_test_add_func ("/formula-check/salt", test_a_salt_counts_by_its_element);
  g_test_add_func ("/formula-check/salt-sentences", test_sentences_of_a_salt);
  g_test_add_func ("/formula-check/halves", test_halves_are_rounded_to_even);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
