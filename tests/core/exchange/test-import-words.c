/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-words.h"

static void
test_sex (void)
{
  static const struct { const char *text; MesoSex sex; } words[] = {
    { "female", MESO_SEX_FEMALE }, { "F", MESO_SEX_FEMALE }, { "زن", MESO_SEX_FEMALE }, { "خانم", MESO_SEX_FEMALE },
    { "مؤنث", MESO_SEX_FEMALE }, { "Male", MESO_SEX_MALE }, { "m", MESO_SEX_MALE }, { "مرد", MESO_SEX_MALE },
    { "آقا", MESO_SEX_MALE }, { "مذكر", MESO_SEX_MALE }, { "other", MESO_SEX_OTHER }, { "unknown", MESO_SEX_UNKNOWN },
  };
  MesoSex sex;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      sex = MESO_SEX_OTHER;
      g_assert_true (meso_import_words_read_sex (words[i].text, &sex));
      g_assert_cmpint (sex, ==, words[i].sex);
    }
  /* Other programs count differently. */
  g_assert_false (meso_import_words_read_sex ("1", &sex));
  g_assert_false (meso_import_words_read_sex ("fem", &sex));
  g_assert_false (meso_import_words_read_sex ("", &sex));
}

static void
test_yes_no_and_language (void)
{
  gboolean yes = FALSE;
  const char *language = NULL;

  g_assert_true (meso_import_words_read_yes_no ("بله", &yes));
  g_assert_true (yes);
  g_assert_true (meso_import_words_read_yes_no ("No", &yes));
  g_assert_false (yes);
  g_assert_false (meso_import_words_read_yes_no ("maybe", &yes));
  g_assert_true (meso_import_words_read_language ("فارسی", &language));
  g_assert_cmpstr (language, ==, "fa");
  g_assert_true (meso_import_words_read_language ("English", &language));
  g_assert_cmpstr (language, ==, "en");
  g_assert_false (meso_import_words_read_language ("de", &language));
}

static void
test_blood_group (void)
{
  static const char *const words[][2] = {
    { "A+", "A+" }, { "+A", "A+" }, { "a positive", "A+" }, { "O−", "O-" }, { "AB neg", "AB-" }, { "B Rh+", "B+" }, { "o pos", "O+" },
  };
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (meso_import_words_read_blood_group (words[i][0], &group));
      g_assert_cmpstr (group, ==, words[i][1]);
    }
  g_assert_false (meso_import_words_read_blood_group ("A", &group));
  g_assert_false (meso_import_words_read_blood_group ("C+", &group));
  g_assert_false (meso_import_words_read_blood_group ("+", &group));
}

static void
test_numbers (void)
{
  static const struct { const char *text; gint64 grams; } weights[] = {
    { "61", 61000 }, { "61.5", 61500 }, { "۶۱٫۵", 61500 }, { "61.505 kg", 61505 }, { "0.5", 500 }, { "500", 500000 },
  };
  static const char *const no_weights[] = { "", "0", "0.4", "501", "61,5", "61.", "61.5055", "-3", "6e1", "61 lb", "1061" };
  static const char *const no_ages[] = { "", "-1", "131", "3.5", "0036", "x" };
  gint64 grams;
  int age;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_assert_true (meso_import_words_read_weight (weights[i].text, &grams));
      g_assert_cmpint (grams, ==, weights[i].grams);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_weights); i++)
    g_assert_false (meso_import_words_read_weight (no_weights[i], &grams));
  g_assert_true (meso_import_words_read_age ("۳۶", &age));
  g_assert_cmpint (age, ==, 36);
  g_assert_true (meso_import_words_read_age ("0", &age));
  g_assert_cmpint (age, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (no_ages); i++)
    g_assert_false (meso_import_words_read_age (no_ages[i], &age));
}

static void
test_none (void)
{
  g_assert_true (meso_import_words_say_none ("none known"));
  g_assert_true (meso_import_words_say_none ("NKDA"));
  g_assert_true (meso_import_words_say_none ("ندارد"));
  g_assert_false (meso_import_words_say_none (""));
  g_assert_false (meso_import_words_say_none ("unknown"));
  g_assert_false (meso_import_words_say_none ("none of the usual"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-words/sex", test_sex);
  g_test_add_func ("/import-words/yes-no-and-language", test_yes_no_and_language);
  g_test_add_func ("/import-words/blood-group", test_blood_group);
  g_test_add_func ("/import-words/numbers", test_numbers);
  g_test_add_func ("/import-words/none", test_none);
  return g_test_run ();
}
