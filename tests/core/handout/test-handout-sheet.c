/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What stands around the instructions: letterhead, names, footer, and the general sheets. */

#include <string.h>

#include "handout-fixture.h"

static void
test_neutral (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("information", context);

  g_assert_cmpstr (sheet->clinic_name, ==, "Hair mesotherapy");
  g_assert_cmpstr (sheet->phone, ==, "");
  g_assert_cmpuint (sheet->address->len, ==, 0);
  g_assert_cmpuint (sheet->facts->len, ==, 0);
  g_assert_cmpstr (sheet->running_end, ==, sheet->title);
  g_assert_cmpstr (sheet->watermark, ==, "");
}

static void
test_letterhead (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutFact *patient = g_ptr_array_index (sheet->facts, 0);
  const MesoHandoutFact *treated = g_ptr_array_index (sheet->facts, 1);

  g_assert_cmpstr (sheet->clinic_name, ==, "کلینیک مو و پوست نارون");
  g_assert_cmpstr (g_ptr_array_index (sheet->address, 1), ==, "پلاک ۱۲، طبقهٔ ۲");
  g_assert_cmpstr (patient->value, ==, "لیلا کریمی");
  g_assert_cmpstr (patient->detail, ==, "پروندهٔ ۰۴۱۷");
  g_assert_cmpstr (treated->detail, ==, "جلسهٔ ۲ از ۶، دکتر نسرین رحیمی");
  g_assert_cmpstr (sheet->running_end, ==, "\u2068لیلا کریمی\u2069، پروندهٔ ۰۴۱۷ · درمان: دوشنبه ۲ آذر ۱۴۰۵");
}

/* A name is one line, whatever was imported, and can't turn the rest of the line around. */
static void
test_nasty_name (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  const MesoHandoutFact *patient;

  g_set_str (&context->patient_name, " A\n<b>\t&\"\u202eB\u2069  ی ");
  sheet = handout_fixture_assemble ("aftercare", context);
  patient = g_ptr_array_index (sheet->facts, 0);

  g_assert_cmpstr (patient->value, ==, "A <b> &\"B ی");
  g_assert_true (g_str_has_prefix (sheet->running_end, "\u2068A <b> &\"B ی\u2069, file 0417"));
}

static void
test_only_control_characters (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  g_set_str (&context->patient_name, "\n\u202e");
  sheet = handout_fixture_assemble ("aftercare", context);

  g_assert_cmpuint (sheet->facts->len, ==, 1);
}

static void
test_review_state (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) draft = handout_fixture_assemble ("aftercare", context);
  g_autoptr (MesoHandoutSheet) reviewed = NULL;
  g_autoptr (MesoHandoutSheet) undated = NULL;

  context->reviewed = TRUE;
  g_set_str (&context->reviewed_by, "Dr N. Rahimi");
  undated = handout_fixture_assemble ("aftercare", context);
  context->reviewed_on = (MesoCalendarDate) { 2026, 11, 1 };
  reviewed = handout_fixture_assemble ("aftercare", context);

  g_assert_true (g_str_has_prefix (draft->draft, "Draft text."));
  g_assert_null (strstr (draft->imprint, "checked by"));
  g_assert_cmpstr (reviewed->draft, ==, "");
  g_assert_nonnull (strstr (reviewed->imprint, "checked by \u2068Dr N. Rahimi\u2069, Sun 1 Nov 2026"));
  g_assert_nonnull (strstr (undated->imprint, "checked by \u2068Dr N. Rahimi\u2069 · "));
  g_assert_nonnull (strstr (draft->imprint, "printed Mon 23 Nov 2026, 14:00"));
}

/* Every sheet, in every language, says to consult a qualified physician. */
static void
test_notice (void)
{
  static const char *const kinds[] = { "before", "aftercare", "information", "side-effects", "formula" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MesoHandoutContext) english = handout_fixture_context ("en", "");
      g_autoptr (MesoHandoutContext) persian = handout_fixture_context ("fa", "");
      g_autoptr (MesoHandoutSheet) english_sheet = handout_fixture_assemble (kinds[i], english);
      g_autoptr (MesoHandoutSheet) persian_sheet = handout_fixture_assemble (kinds[i], persian);

      g_assert_nonnull (strstr (english_sheet->notice, "qualified physician"));
      g_assert_nonnull (strstr (persian_sheet->notice, "پزشک واجد صلاحیت"));
      g_assert_cmpstr (english_sheet->title, !=, persian_sheet->title);
    }
}

static void
test_demo (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  context->demo = TRUE;
  sheet = handout_fixture_assemble ("aftercare", context);
  g_assert_nonnull (strstr (sheet->watermark, "DEMO"));
}

static void
test_page_label (void)
{
  g_autoptr (MesoHandoutContext) english = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutContext) persian = handout_fixture_context ("fa", "");
  g_autoptr (MesoHandoutSheet) english_sheet = handout_fixture_assemble ("before", english);
  g_autoptr (MesoHandoutSheet) persian_sheet = handout_fixture_assemble ("before", persian);
  g_autofree char *english_label = meso_handout_sheet_dup_page_label (english_sheet, 1, 12);
  g_autofree char *persian_label = meso_handout_sheet_dup_page_label (persian_sheet, 1, 12);

  g_assert_cmpstr (english_label, ==, "Page 1 of 12");
  g_assert_cmpstr (persian_label, ==, "صفحهٔ ۱ از ۱۲");
}

static guint
count_rows_under (const MesoHandoutSheet *sheet,
                  const char             *heading)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      if (g_str_equal (block->heading, heading))
        return block->rows->len;
    }

  return 0;
}

/* The article's lists stand on the information sheet, whole, with the limits of the evidence beside the hopes. */
static void
test_information (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("information", context);
  static const char *const ingredients[] = { "Zinc, copper, selenium", "Iron, potassium", "Biotin, B complex, pantothenic acid",
                                             "Amino acids, hyaluronic acid, antioxidants" };
  g_autoptr (GPtrArray) strings = handout_fixture_strings (sheet, TRUE);
  g_autofree char *text = NULL;

  g_assert_cmpuint (count_rows_under (sheet, "Who may benefit"), ==, 4);
  g_assert_cmpuint (count_rows_under (sheet, "When to keep away from it"), ==, 5);
  g_assert_cmpuint (count_rows_under (sheet, "What is hoped for"), ==, 5);
  g_assert_cmpuint (count_rows_under (sheet, "Possible side effects"), ==, 5);
  g_assert_cmpuint (count_rows_under (sheet, "How many sessions"), ==, 3);
  g_assert_cmpuint (count_rows_under (sheet, "What is known, and what is not"), >=, 3);

  g_ptr_array_add (strings, NULL);
  text = g_strjoinv ("\n", (char **) strings->pdata);
  for (gsize i = 0; i < G_N_ELEMENTS (ingredients); i++)
    g_assert_nonnull (strstr (text, ingredients[i]));
}

/* What a formula never holds by default says so. */
static void
test_information_iron (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("information", context);
  const MesoHandoutRow *iron = handout_fixture_find_row (sheet, "iron");
  const MesoHandoutRow *zinc = handout_fixture_find_row (sheet, "zinc");

  g_assert_nonnull (strstr (iron->text, "Not used unless"));
  g_assert_null (strstr (zinc->text, "Not used unless"));
}

/* The rare harm and the medicines stand on the sheet that people decide by. */
static void
test_information_risks (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("information", context);
  g_autoptr (GPtrArray) strings = handout_fixture_strings (sheet, TRUE);
  g_autofree char *text = NULL;

  g_ptr_array_add (strings, NULL);
  text = g_strjoinv ("\n", (char **) strings->pdata);
  g_assert_nonnull (strstr (text, "infection weeks later, new bald patches or scars, severe allergy, fainting"));
  g_assert_nonnull (strstr (text, "need not hold all of these. It may also hold medicines (minoxidil, dutasteride"));
  g_assert_nonnull (strstr (text, "once a doctor has found the cause"));
  g_assert_nonnull (strstr (text, "Under 18, scalp infection or wound"));
}

static void
test_side_effects (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("side-effects", context);

  g_assert_cmpuint (count_rows_under (sheet, "What is normal"), ==, 5);
  g_assert_cmpuint (count_rows_under (sheet, "Rare, but important"), ==, 3);
  g_assert_nonnull (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL));
}

static void
test_pure (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) first = handout_fixture_assemble ("aftercare", context);
  g_autoptr (MesoHandoutSheet) second = handout_fixture_assemble ("aftercare", context);
  g_autoptr (GPtrArray) first_strings = handout_fixture_strings (first, TRUE);
  g_autoptr (GPtrArray) second_strings = handout_fixture_strings (second, TRUE);

  g_assert_cmpuint (first_strings->len, ==, second_strings->len);
  for (guint i = 0; i < first_strings->len; i++)
    g_assert_cmpstr (g_ptr_array_index (first_strings, i), ==, g_ptr_array_index (second_strings, i));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-sheet/neutral", test_neutral);
  g_test_add_func ("/handout-sheet/letterhead", test_letterhead);
  g_test_add_func ("/handout-sheet/nasty-name", test_nasty_name);
  g_test_add_func ("/handout-sheet/only-control-characters", test_only_control_characters);
  g_test_add_func ("/handout-sheet/review-state", test_review_state);
  g_test_add_func ("/handout-sheet/notice", test_notice);
  g_test_add_func ("/handout-sheet/demo", test_demo);
  g_test_add_func ("/handout-sheet/page-label", test_page_label);
  g_test_add_func ("/handout-sheet/information", test_information);
  g_test_add_func ("/handout-sheet/information-iron", test_information_iron);
  g_test_add_func ("/handout-sheet/information-risks", test_information_risks);
  g_test_add_func ("/handout-sheet/side-effects", test_side_effects);
  g_test_add_func ("/handout-sheet/pure", test_pure);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
