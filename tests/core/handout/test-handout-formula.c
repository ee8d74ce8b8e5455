/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The worksheet of a formula: each calculation written out, and nothing of it wrong; or lines to write on. */

#include <string.h>

#include "handout-fixture.h"
#include "meso-handout.h"

/* (transfer full): all that the sheet says, without marks of direction and with plain spaces */
static char *
read_sheet (const MesoHandoutSheet *sheet)
{
  g_autoptr (GPtrArray) strings = handout_fixture_strings (sheet, TRUE);
  GString *text = g_string_new ("");

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (strings, i));
  g_string_replace (text, "\u2066", "", 0);
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  g_string_replace (text, "\u00a0", " ", 0);
  return g_string_free (text, FALSE);
}

static void
assert_says (const MesoHandoutSheet *sheet,
             const char             *words,
             gboolean                expected)
{
  g_autofree char *text = read_sheet (sheet);

  if ((strstr (text, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "wrongly", text);
}

/* account: (transfer full) (nullable) */
static MesoHandoutSheet *
assemble (const char         *language,
          MesoFormulaAccount *account)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context (language, "2026-11-23");

  if (account != NULL)
    {
      g_set_str (&context->patient_name, "Leila Karimi");
      g_set_str (&context->file_number, "0417");
    }
  context->formula = account;
  return handout_fixture_assemble ("formula", context);
}

static void
recheck (MesoFormulaAccount *account)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&account->version->check, meso_formula_check_free);
  account->version->check = meso_formula_check_new (handout_fixture_protocol (), account->version->formula, account->version->facts,
                                                    "en", &error);
  g_assert_no_error (error);
}

static MesoFormulaItem *
get_item (MesoFormulaAccount *account,
          guint               i)
{
  return g_ptr_array_index (account->version->formula->items, i);
}

static void
test_steps (gconstpointer language)
{
  g_autoptr (MesoHandoutSheet) sheet = assemble (language, handout_fixture_formula ());
  static const char *const steps[] = {
    "3 mg ÷ 1 mg/mL = 3 mL", "1 mg/mL × 3 mL = 3 mg", "3 mg ÷ 5 mL = 0.6 mg/mL = 0.06 %", "3 mg × 0.05 mL ÷ 5 mL = 30 µg",
    "0.5 % = 5 mg/mL", "5 mg/mL × 1 mL = 5 mg", "5 mg ÷ 5 mL = 1 mg/mL = 0.1 %",
    "3 mL + 1 mL + 0.5 mL = 4.5 mL", "5 mL − 4.5 mL = 0.5 mL", "98 × 0.05 mL = 4.9 mL", "5 mL − 4.9 mL = 0.1 mL",
    "3 mg ÷ 3 mg = 100 %", "5 mg ÷ 500 mg = 1 %", "7 mg/kg × 64 kg = 448 mg", "5 mg ÷ 448 mg ≈ 1.2 %", "ZincLabel",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    assert_says (sheet, steps[i], TRUE);
  assert_says (sheet, "≈ 0.6 mg", FALSE);
}

static void
test_english (void)
{
  g_autoptr (MesoHandoutSheet) sheet = assemble ("en", handout_fixture_formula ());

  assert_says (sheet, "Hair mix 3, version 2 Dr N. Rahimi, Mon 9 Nov 2026", TRUE);
  assert_says (sheet, "Leila Karimi File 0417 · born 14 May 1988 · 64 kg", TRUE);
  assert_says (sheet, "Allergies None known. Ask again before you mix.", TRUE);
  assert_says (sheet, "No limit is known; there is no source for one.", TRUE);
  assert_says (sheet, "Source: none found", TRUE);
  assert_says (sheet, "are not approved", TRUE);
  assert_says (sheet, "recommends no drug and no dose", TRUE);
  assert_says (sheet, "Do not prepare", FALSE);
  g_assert_true (sheet->compact);
}

/* What was rounded says so, and nothing else does. */
static void
test_rounding (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  g_set_str (&get_item (account, 0)->amount, "1 mg");
  g_set_str (&get_item (account, 0)->strength, "3 mg/mL");
  recheck (account);
  sheet = assemble ("en", account);
  assert_says (sheet, "1 mg ÷ 3 mg/mL ≈ 0.333 mL", TRUE);
  assert_says (sheet, "3 mg/mL × 0.333 mL = 0.999 mg", TRUE);
  assert_says (sheet, "0.999 mg ÷ 5 mL = 0.1998 mg/mL = 0.01998 %", TRUE);
}

/* Of a salt both are said: what is weighed, and the element in it. */
static void
test_salt (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  get_item (account, 0)->salt = g_strdup ("zinc-sulfate-heptahydrate");
  g_set_str (&get_item (account, 0)->strength, "4.4 mg/mL");
  g_set_str (&get_item (account, 0)->amount, "۸٫۸ میلی\u200cگرم");
  recheck (account);
  sheet = assemble ("en", account);
  assert_says (sheet, "Zinc sulfate heptahydrate; 1.0", TRUE);
  assert_says (sheet, "Volume to draw: 8.8 mg ÷ 4.4 mg/mL = 2 mL", TRUE);
  assert_says (sheet, "Amount of the salt: 4.4 mg/mL × 2 mL = 8.8 mg", TRUE);
  assert_says (sheet, "Element in it: 8.8 mg × 65.38 ÷ 287.", TRUE);
}

#define FROM " origin='clinic' source='GK' grade='GK' review='unreviewed'"

/* (transfer full): the content that ships, with a vial of two components in it */
static MesoProtocol *
load_with_vial (void)
{
  static const char text[] =
    "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.0.0'>\n"
    "<product id='vial'" FROM "><name>Vial &amp; Co</name>"
    "<component ingredient='biotin' strength='5 mg/mL'/>"
    "<component ingredient='zinc' strength='0.44 %' salt='zinc-sulfate-heptahydrate'/></product>\n</protocol>\n";
  g_autoptr (GPtrArray) documents = handout_fixture_documents ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol;

  g_ptr_array_add (documents, meso_protocol_document_new ("vial.xml", bytes));
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  return protocol;
}

/* A vial of several components is drawn once, and each of them is worked out. */
static void
test_product (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoProtocol) protocol = load_with_vial ();
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  MesoFormulaItem *item = meso_formula_item_new ();

  item->product = g_strdup ("vial");
  item->volume = g_strdup ("0.5 mL");
  g_ptr_array_insert (account->version->formula->items, 1, item);
  g_clear_pointer (&account->version->check, meso_formula_check_free);
  account->version->check = meso_formula_check_new (protocol, account->version->formula, account->version->facts, "en", &error);
  g_assert_no_error (error);
  context->formula = account;
  sheet = meso_handout_assemble (protocol, "formula", context, &error);
  g_assert_no_error (error);
  assert_says (sheet, "Vial & Co", TRUE);
  assert_says (sheet, "Biotin: 5 mg/mL · Zinc: 0.44 %", TRUE);
  assert_says (sheet, "ready-made\n0.5 mL\n", TRUE);
  assert_says (sheet, "5 mg/mL × 0.5 mL = 2.5 mg", TRUE);
  assert_says (sheet, "0.44 % = 4.4 mg/mL", TRUE);
  assert_says (sheet, "4.4 mg/mL × 0.5 mL = 2.2 mg", TRUE);
  assert_says (sheet, "3 mL + 0.5 mL + 1 mL + 0.5 mL = 5 mL", TRUE);
  assert_says (sheet, "10 mg/mL × 0.5 mL = 5 mg", TRUE);
}

/* An allergy that became known since blocks a formula that was in order. */
static void
test_facts_of_now (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  account->facts = meso_formula_patient_copy (account->version->facts);
  g_ptr_array_add (account->facts->allergies, g_strdup ("procaine"));
  g_ptr_array_add (account->facts->allergies, g_strdup ("Procaine"));
  g_ptr_array_add (account->facts->allergies, g_strdup ("A & B <i>"));
  sheet = assemble ("en", account);
  assert_says (sheet, "Allergies Procaine, A & B <i> Ask again", TRUE);
  assert_says (sheet, "Do not prepare this formula", TRUE);
  assert_says (sheet, "Blocks", TRUE);
  assert_says (sheet, "The patient is recorded as allergic to “procaine”.", TRUE);
}

static void
test_not_asked (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  g_clear_pointer (&account->version->facts->allergies, g_ptr_array_unref);
  account->version->facts->weight_g = 0;
  recheck (account);
  sheet = assemble ("en", account);
  assert_says (sheet, "Allergies Nobody has asked yet.", TRUE);
  assert_says (sheet, "The limit is 7 mg per kg of body weight, and the weight isn’t known.", TRUE);
  assert_says (sheet, "Warning", TRUE);
  assert_says (sheet, " kg", TRUE);
  assert_says (sheet, "· 0 kg", FALSE);
}

/* Digits of doses are those on the vial, whoever typed them how; counts are those of the language, in what the check says too. */
static void
test_persian_digits (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  MesoFormula *formula = account->version->formula;
  g_autoptr (GPtrArray) strings = NULL;
  gboolean isolated = FALSE;
  static const char *const counted[] = { "amino-acids", "hyaluronic-acid", "selenium" };
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  formula->points = 120;
  g_set_str (&formula->volume_per_point, "۰٫۰۵ mL");
  g_set_str (&get_item (account, 0)->amount, "۳ mg");
  g_set_str (&get_item (account, 1)->strength, "۰٫۵ %");
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      MesoFormulaItem *item = meso_formula_item_new ();

      item->ingredient = g_strdup (counted[i]);
      item->strength = g_strdup ("۱۰ µg/mL");
      item->volume = g_strdup ("۰٫۱ mL");
      g_ptr_array_add (formula->items, item);
    }
  recheck (account);
  sheet = assemble ("fa", account);
  assert_says (sheet, "۱۲۰ نقطه، هر کدام 0.05 mL", TRUE);
  assert_says (sheet, "0.5 % = 5 mg/mL", TRUE);
  assert_says (sheet, "سرم نمکی 0.9 %", TRUE);
  assert_says (sheet, "۰٫", FALSE);
  assert_says (sheet, "۶ mL", FALSE);
  /* what is needed, and how many things that takes: by the check */
  assert_says (sheet, "برای ۱۲۰ نقطه با 0.05 mL", TRUE);
  assert_says (sheet, "بیش از ۵ ماده", TRUE);
  /* no line turns it round */
  strings = handout_fixture_strings (sheet, TRUE);
  for (guint i = 0; i < strings->len; i++)
    isolated = isolated || strstr (g_ptr_array_index (strings, i), "سرم نمکی \u20660.9 %\u2069\u2069") != NULL;
  g_assert_true (isolated);
}

static void
test_persian (void)
{
  MesoFormulaAccount *account = handout_fixture_formula ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  account->version->formula->points = 120;
  recheck (account);
  sheet = assemble ("fa", account);
  assert_says (sheet, "۱۲۰ نقطه، هر کدام 0.05 mL", TRUE);
  assert_says (sheet, "6 mL − 5 mL = 1 mL", TRUE);
  assert_says (sheet, "6 mL", TRUE);
  assert_says (sheet, "۶ mL", FALSE);
  assert_says (sheet, "این فرمول را آماده نکنید", TRUE);
  g_assert_true (sheet->rtl);
}

static const MesoHandoutBlock *
find_grid (const MesoHandoutSheet *sheet,
           guint                   n)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      if (block->type == MESO_HANDOUT_BLOCK_GRID && n-- == 0)
        return block;
    }
  g_error ("there are too few grids");
}

/* Whatever is drawn has a place for its lot, its expiry and two ticks; the sum has none. */
static void
test_places_to_write (void)
{
  g_autoptr (MesoHandoutSheet) sheet = assemble ("en", handout_fixture_formula ());
  const MesoHandoutBlock *grid = find_grid (sheet, 0);

  g_assert_cmpuint (grid->rows->len, ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (grid->rows, i);

      g_assert_cmpuint (row->cells->len, ==, 6);
      for (guint j = 2; j < 6; j++)
        g_assert_cmpstr (g_ptr_array_index (row->cells, j), ==, "");
    }
  g_assert_cmpuint (((const MesoHandoutRow *) g_ptr_array_index (grid->rows, 4))->cells->len, ==, 2);
  g_assert_cmpuint (find_grid (sheet, 1)->rows->len, ==, 5);
}

static void
test_blank (gconstpointer language)
{
  g_autoptr (MesoHandoutSheet) sheet = assemble (language, NULL);
  const MesoHandoutBlock *grid = find_grid (sheet, 0);
  const MesoHandoutRow *first = g_ptr_array_index (grid->rows, 0);

  g_assert_cmpstr (first->lead, ==, "");
  g_assert_cmpuint (first->cells->len, ==, grid->columns->len - 1);
  g_assert_cmpuint (sheet->facts->len, ==, 0);
  assert_says (sheet, "mg/mL", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/handout/formula/steps/en", "en", test_steps);
  g_test_add_data_func ("/core/handout/formula/steps/fa", "fa", test_steps);
  g_test_add_func ("/core/handout/formula/english", test_english);
  g_test_add_func ("/core/handout/formula/rounding", test_rounding);
  g_test_add_func ("/core/handout/formula/salt", test_salt);
  g_test_add_func ("/core/handout/formula/product", test_product);
  g_test_add_func ("/core/handout/formula/facts-of-now", test_facts_of_now);
  g_test_add_func ("/core/handout/formula/not-asked", test_not_asked);
  g_test_add_func ("/core/handout/formula/persian", test_persian);
  g_test_add_func ("/core/handout/formula/persian-digits", test_persian_digits);
  g_test_add_func ("/core/handout/formula/places-to-write", test_places_to_write);
  g_test_add_data_func ("/core/handout/formula/blank/en", "en", test_blank);
  g_test_add_data_func ("/core/handout/formula/blank/fa", "fa", test_blank);
  status = g_test_run ();
  handout_fixture_clear ();
  return status;
}
