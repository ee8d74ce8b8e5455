/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What stands on the label of a preparation. */

#include <string.h>

#include "label-fixture.h"
#include "meso-core-error.h"

/* (transfer full): without marks of direction, with plain spaces */
static char *
strip (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\u2066", "", 0);
  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free (plain, FALSE);
}

static void
assert_text (const char *text,
             const char *expected)
{
  g_autofree char *plain = strip (text);

  g_assert_cmpstr (plain, ==, expected);
}

static void
assert_items (const GPtrArray   *items,
              const char *const *expected)
{
  g_assert_cmpuint (items->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < items->len; i++)
    assert_text (g_ptr_array_index (items, i), expected[i]);
}

static void
test_english (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = label_fixture_assemble (fixture);
  const MesoLabelText *text = g_ptr_array_index (sheet->texts, 0);

  g_assert_cmpuint (sheet->texts->len, ==, 1);
  assert_items (sheet->names, (const char *const[]) { "Leila Karimi", NULL });
  assert_text (sheet->file_number, "0417");
  assert_text (sheet->mixture, "Hair mix 3, v2");
  assert_text (sheet->volume, "5 mL");
  assert_items (text->contents, (const char *const[]) { "Zinc: 3 mg", "Biotin: 5 mg", "Procaine: 5 mg", "Saline 0.9 %: 0.5 mL",
                                                        "Scalp only", NULL });
  assert_items (text->lots, (const char *const[]) { "Lots B24K118", "DX7702", "ZN0931", NULL });
  assert_text (text->mixed, "Mixed 23 Nov 2026, 13:35");
  assert_text (text->use_before, "Use before 17:35");
  assert_text (text->use_before_day, "23 Nov 2026");
  assert_items (text->people, (const char *const[]) { "Prepared by P. Amini", "Checked by S. Moradi", NULL });
  g_assert_cmpstr (sheet->watermark, ==, "");
}

static void
test_persian (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_persian);
  g_autoptr (MesoLabelSheet) sheet = label_fixture_assemble (fixture);
  const MesoLabelText *text = g_ptr_array_index (sheet->texts, 0);

  assert_text (sheet->file_number, "۰۴۱۷");
  assert_text (sheet->volume, "5 mL");
  assert_text (g_ptr_array_index (text->contents, 0), "روی (زینک): 3 mg");
  /* Two numbers that only a space parted would be read as one of another. */
  assert_text (g_ptr_array_index (text->contents, 3), "سرم نمکی 0.9 %: 0.5 mL");
  assert_text (g_ptr_array_index (text->lots, 1), "DX7702");
  assert_text (text->use_before, "مصرف تا ۱۷:۳۵");
  g_assert_nonnull (strstr (text->mixed, "آذر"));
  g_assert_true (text->rtl);
}

/* Once in Latin letters, as on the vials; all that is read in a hurry in both. */
static void
test_both (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_both);
  g_autoptr (MesoLabelSheet) sheet = NULL;
  const MesoLabelText *english, *persian;

  fixture->contents.patient_name = "لیلا کریمی";
  fixture->contents.other_name = "Leila Karimi";
  sheet = label_fixture_assemble (fixture);
  english = g_ptr_array_index (sheet->texts, 0);
  persian = g_ptr_array_index (sheet->texts, 1);
  assert_items (sheet->names, (const char *const[]) { "Leila Karimi", "لیلا کریمی", NULL });
  g_assert_cmpuint (english->contents->len, ==, 5);
  assert_items (persian->contents, (const char *const[]) { "فقط پوست سر", NULL });
  g_assert_cmpuint (persian->lots->len, ==, 0);
  g_assert_cmpuint (persian->people->len, ==, 0);
  g_assert_cmpuint (english->people->len, ==, 2);
  assert_text (english->use_before, "Use before 17:35");
  assert_text (persian->use_before, "مصرف تا ۱۷:۳۵");
}

/* After midnight a time alone would be read as today's. */
static void
test_over_midnight (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;

  g_set_str (&fixture->preparation->mixed_at, "2026-11-23T22:00:00.000000Z");
  g_set_str (&fixture->preparation->use_before, "2026-11-24T02:00:00.000000Z");
  sheet = label_fixture_assemble (fixture);
  assert_text (((const MesoLabelText *) g_ptr_array_index (sheet->texts, 0))->use_before, "Use before 24 Nov 2026, 02:00");
}

static void
test_lots_once (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;

  meso_preparation_add_draw (fixture->preparation, 1, "lot-0", NULL, 500);
  sheet = label_fixture_assemble (fixture);
  g_assert_cmpuint (((const MesoLabelText *) g_ptr_array_index (sheet->texts, 0))->lots->len, ==, 3);
}

static void
test_unchecked (void)
{
  g_autoptr (LabelFixture) fixture = label_fixture_new (label_fixture_english);
  g_autoptr (MesoLabelSheet) sheet = NULL;

  fixture->contents.checked_by = "";
  fixture->contents.demo = TRUE;
  sheet = label_fixture_assemble (fixture);
  assert_items (((const MesoLabelText *) g_ptr_array_index (sheet->texts, 0))->people,
                (const char *const[]) { "Prepared by P. Amini", "Not checked by a second person", NULL });
  g_assert_cmpstr (sheet->watermark, ==, "DEMO");
}

static void
test_unknown_language (void)
{
  static const char *const languages[] = { "de", NULL };
  g_autoptr (LabelFixture) fixture = label_fixture_new (languages);
  g_autoptr (GError) error = NULL;

  g_assert_null (meso_label_sheet_assemble (&fixture->contents, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/label-sheet/english", test_english);
  g_test_add_func ("/core/label-sheet/persian", test_persian);
  g_test_add_func ("/core/label-sheet/both", test_both);
  g_test_add_func ("/core/label-sheet/over-midnight", test_over_midnight);
  g_test_add_func ("/core/label-sheet/lots-once", test_lots_once);
  g_test_add_func ("/core/label-sheet/unchecked", test_unchecked);
  g_test_add_func ("/core/label-sheet/unknown-language", test_unknown_language);
  status = g_test_run ();
  handout_fixture_clear ();
  return status;
}
