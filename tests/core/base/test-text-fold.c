/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-fold.h"

#include <string.h>

#define SEED 77

static void
assert_folded (const char *text,
               const char *expected)
{
  g_autofree char *folded = meso_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
assert_alike (const char *a,
              const char *b)
{
  g_autofree char *folded_a = meso_text_fold (a);
  g_autofree char *folded_b = meso_text_fold (b);

  g_assert_cmpstr (folded_a, ==, folded_b);
  g_assert_cmpstr (folded_a, !=, "");
}

static void
assert_different (const char *a,
                  const char *b)
{
  g_autofree char *folded_a = meso_text_fold (a);
  g_autofree char *folded_b = meso_text_fold (b);

  g_assert_cmpstr (folded_a, !=, folded_b);
}

static void
test_letters (void)
{
  assert_alike ("كريمي", "کریمی");
  assert_alike ("موسى", "موسی");
  assert_alike ("فاطمة", "فاطمه");
  assert_alike ("خانۀ", "خانه");
  assert_alike ("خانه\u0654", "خانه");
  assert_alike ("خانہ", "خانه");
  assert_alike ("آرش", "ارش");
  assert_alike ("أحمد", "احمد");
  assert_alike ("إبراهیم", "ابراهیم");
  assert_alike ("ٱلله", "الله");
  assert_alike ("مؤمن", "مومن");
  assert_alike ("رئیسی", "رییسی");
  assert_different ("پری", "بری");
  assert_different ("گلی", "کلی");
  assert_different ("ژاله", "زاله");
}

static void
test_dropped (void)
{
  assert_alike ("مُحَمَّد", "محمد");
  assert_alike ("رضـــا", "رضا");
  assert_alike ("رحمٰن", "رحمن");
  assert_alike ("\u200Fسارا\u200E", "سارا");
  assert_alike ("\u202Bسا\u202Cرا\u2067\u2069\u061C", "سارا");
  assert_alike ("سا\u00ADرا", "سارا");
}

static void
test_presentation_forms (void)
{
  assert_alike ("\uFEE3\uFEA4\uFEE4\uFEAA", "محمد");
  assert_alike ("\uFEFB", "لا");
  assert_alike ("م\uFE77حمد", "محمد");
  assert_alike ("م\uFC60حمد", "محمد");
  assert_alike ("\uFF33\uFF41\uFF52\uFF41", "Sara");
}

static void
test_digits (void)
{
  assert_folded ("۰۹۱۲٣٤٥", "0912345");
  assert_folded ("\uFF11\uFF12", "12");
  assert_folded ("१२", "12");
}

static void
test_latin (void)
{
  assert_alike ("SARA", "sara");
  assert_alike ("Zoë Müller", "zoe muller");
  assert_alike ("Zoe\u0308", "zoe");
  assert_alike ("Straße", "STRASSE");
  assert_alike ("Łukasz Øre Ægir Þór", "lukasz ore aegir thor");
  assert_alike ("Ἀθηνᾶ", "ἀθηνᾶ");
  assert_alike ("ИВАН", "иван");
}

static void
test_turkish_i (void)
{
  assert_alike ("İpek Işık", "ipek isik");
}

static void
test_marks (void)
{
  assert_alike ("O'Brien", "obrien");
  assert_alike ("O’Brien", "OBrien");
  assert_alike ("O\u02BCBrien", "obrien");
  assert_alike ("O`Brien", "obrien");
  assert_folded ("Al-Ahmadi", "al ahmadi");
  assert_folded ("A & B", "a b");
  assert_folded ("<b>\"x\"</b>", "b x b");
  assert_folded ("a,b;c/d.e_f+g(h)«i»،ک؛ل", "a b c d e f g h i ک ل");
  assert_folded ("  a \t\n b  ", "a b");
  assert_folded ("علی\u200Cرضا", "علی رضا");
  assert_folded ("😀 ♥ !", "");
  assert_folded ("", "");
  assert_folded ("a\xff" "b", "a b");
}

static void
test_words (void)
{
  g_autofree char *long_text = g_strnfill (200, 'x');
  g_autoptr (GPtrArray) words = meso_text_fold_words ("Sara  علی‌پور");
  g_autoptr (GPtrArray) cut = meso_text_fold_words (long_text);
  g_autoptr (GPtrArray) none = meso_text_fold_words (" - ");

  g_assert_cmpuint (words->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (words, 0), ==, "sara");
  g_assert_cmpstr (g_ptr_array_index (words, 1), ==, "علی");
  g_assert_cmpstr (g_ptr_array_index (words, 2), ==, "پور");
  g_assert_cmpuint (strlen (g_ptr_array_index (cut, 0)), ==, MESO_TEXT_FOLD_WORD_MAX);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_index (void)
{
  g_autofree char *one = meso_text_fold_index ("Sara");
  g_autofree char *three = meso_text_fold_index ("علی‌رضا محمدی");
  g_autofree char *none = meso_text_fold_index (" ");

  g_assert_cmpstr (one, ==, "sara");
  g_assert_cmpstr (three, ==, "علی رضا محمدی علیرضامحمدی رضامحمدی");
  g_assert_cmpstr (none, ==, "");
}

static gboolean
begins_a_word (const char *index,
               const char *part)
{
  g_auto (GStrv) words = g_strsplit (index, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], part))
      return TRUE;

  return FALSE;
}

/* What the header says of a match, word for word. */
static gboolean
finds (const char *query,
       const char *name)
{
  g_autoptr (GPtrArray) alternatives = meso_text_fold_query (query);
  g_autofree char *index = meso_text_fold_index (name);

  for (guint i = 0; i < alternatives->len; i++)
    {
      GStrv words = g_ptr_array_index (alternatives, i);
      gboolean all = TRUE;

      for (guint j = 0; words[j] != NULL; j++)
        all = all && begins_a_word (index, words[j]);
      if (all)
        return TRUE;
    }

  return FALSE;
}

/* ZWNJ, space and nothing are alike, whichever is stored and whichever is typed. */
static void
test_joints_are_alike (void)
{
  static const char *const forms[] = { "علی\u200Cرضا", "علی رضا", "علیرضا", "علي\u200Cرضا", "علی-رضا" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        g_autofree char *stored = g_strconcat (forms[i], " محمدی", NULL);
        g_autofree char *reversed = g_strconcat ("محمدی ", forms[j], NULL);

        g_assert_true (finds (forms[j], stored));
        g_assert_true (finds (reversed, stored));
      }

  g_assert_true (finds ("علیرضا محمدی‌نژاد", "علی رضا محمدینژاد"));
  g_assert_true (finds ("علی رضا محمدی نژاد", "علیرضا محمدینژاد"));
  g_assert_true (finds ("al ahmadi", "Alahmadi"));
  g_assert_true (finds ("alahmadi", "Al-Ahmadi"));
}

static void
test_words_are_prefixes (void)
{
  g_assert_true (finds ("sa alv", "Sara Alavi-Alvand"));
  g_assert_true (finds ("محم", "محمدی"));
  g_assert_true (finds ("alavi sara", "Sara Alavi"));
  g_assert_false (finds ("ara", "Sara"));
  g_assert_false (finds ("sara k", "Sara Alavi"));
  g_assert_false (finds ("رضا", "علیرضا"));
  g_assert_false (finds ("", "Sara"));
  g_assert_false (finds ("!", "Sara"));
}

static void
test_query_stays_small (void)
{
  g_autoptr (GPtrArray) one = meso_text_fold_query ("sara");
  g_autoptr (GPtrArray) three = meso_text_fold_query ("a b c");
  g_autoptr (GPtrArray) many = meso_text_fold_query ("a b c d e f g h i j k l m n o p");
  GStrv words = g_ptr_array_index (three, 0);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (three->len, ==, 4);
  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_assert_cmpuint (many->len, ==, 32);
  g_assert_true (finds ("a b c d e f g h", "a b c d e f g h"));
}

static void
test_long_names (void)
{
  g_autofree char *long_word = g_strnfill (200, 'x');
  g_autofree char *pieces = g_strdup_printf ("%.50s %.50s %.50s", long_word, long_word, long_word);

  g_assert_true (finds (long_word, long_word));
  g_assert_true (finds (long_word, pieces));
  g_assert_true (finds (pieces, long_word));
}

static char *
make_random_name (GRand *rand)
{
  static const char *const pieces[] = {
    "ا", "آ", "ي", "ی", "ى", "ك", "ک", "ه", "ة", "ۀ", "ئ", "ؤ", "\u0654", "\u064E", "\u0670", "ـ", "\u200C", "\u200F", " ", "-", "'", "’",
    "a", "É", "ß", "İ", "Ø", "۱", "٢", "3", "\uFE77", "\uFEFB", "\uFDFA", "½", "й", "😀", "\u0301", "ŉ", "ﬁ", "&", "\u202E", "中"
  };
  GString *name = g_string_new (NULL);
  int n_pieces = g_rand_int_range (rand, 1, 12);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (name, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (name, FALSE);
}

static gboolean
is_clean (const char *folded)
{
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' ? (p == folded || p[1] == ' ' || p[1] == '\0') : !g_unichar_isalnum (c) || g_unichar_isupper (c))
        return FALSE;
    }

  return TRUE;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *name = make_random_name (rand);
      g_autofree char *folded = meso_text_fold (name);
      g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
      g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
      g_autofree char *joined = g_strdelimit (g_strdup (folded), " ", '\t');

      g_assert_true (is_clean (folded));
      assert_folded (folded, folded);
      assert_folded (composed, folded);
      assert_folded (decomposed, folded);
      if (*folded != '\0')
        {
          g_auto (GStrv) words = g_strsplit (folded, " ", -1);
          g_autofree char *in_one = g_strjoinv ("", words);

          g_assert_true (finds (name, name));
          g_assert_true (finds (joined, name));
          if (g_strv_length (words) <= 6)
            g_assert_true (finds (name, in_one));
          g_assert_true (finds (in_one, name));
        }
    }
}

/* One letter beyond ASCII and the Arabic block sends the whole text through ICU's Latin-ASCII: what is before it must fold as it
 * does without. */
static void
assert_same_beside_latin (const char *text)
{
  g_autofree char *folded = meso_text_fold (text);
  g_autofree char *longer = g_strconcat (text, " é", NULL);
  g_autofree char *expected = g_strconcat (folded, *folded != '\0' ? " e" : "e", NULL);

  assert_folded (longer, expected);
}

/* The n-th character of ASCII, then of the Arabic block. */
static gunichar
get_plain_character (int n)
{
  return n < 0x7F ? n + 1 : n - 0x7F + 0x600;
}

static void
test_plain_letters (void)
{
  const int n_plain = 0x7F + 0x100;

  for (int a = 0; a < n_plain; a++)
    {
      g_autoptr (GString) pairs = g_string_new (NULL);

      for (int b = 0; b < n_plain; b++)
        {
          g_string_append_unichar (pairs, get_plain_character (a));
          g_string_append_unichar (pairs, get_plain_character (b));
          g_string_append (pairs, " | ");
        }
      assert_same_beside_latin (pairs->str);
    }
}

static void
test_plain_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int length = g_rand_int_range (rand, 0, 24); length > 0; length--)
        g_string_append_unichar (text, get_plain_character (g_rand_int_range (rand, 0, 0x7F + 0x100)));
      assert_same_beside_latin (text->str);
    }
}

static void
assert_sorted (const char *before,
               const char *after)
{
  g_autoptr (GBytes) key_before = meso_text_sort_key (before);
  g_autoptr (GBytes) key_after = meso_text_sort_key (after);

  g_assert_cmpint (g_bytes_compare (key_before, key_after), <, 0);
}

/* The alphabet as Persian readers know it; code points have پ چ ژ ک گ ی out of place. */
static void
test_sorting (void)
{
  static const char *const alphabet[] = {
    "ا", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
    "ک", "گ", "ل", "م", "ن", "و", "ه", "ی"
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (alphabet); i++)
    assert_sorted (alphabet[i], alphabet[i + 1]);

  assert_sorted ("پری", "تارا");
  assert_sorted ("گلی", "لاله");
  assert_sorted ("كريمي", "گلی");
  assert_sorted ("", "ا");
  assert_sorted ("alavi", "Brown");
}

static void
test_collator_version (void)
{
  g_autofree char *version = meso_text_collator_version ();
  g_autofree char *again = meso_text_collator_version ();

  g_assert_cmpstr (version, !=, "");
  g_assert_cmpstr (version, ==, again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-fold/letters", test_letters);
  g_test_add_func ("/text-fold/dropped", test_dropped);
  g_test_add_func ("/text-fold/presentation-forms", test_presentation_forms);
  g_test_add_func ("/text-fold/digits", test_digits);
  g_test_add_func ("/text-fold/latin", test_latin);
  g_test_add_func ("/text-fold/plain-letters", test_plain_letters);
  g_test_add_func ("/text-fold/plain-texts", test_plain_texts);
  g_test_add_func ("/text-fold/turkish-i", test_turkish_i);
  g_test_add_func ("/text-fold/marks", test_marks);
  g_test_add_func ("/text-fold/words", test_words);
  g_test_add_func ("/text-fold/index", test_index);
  g_test_add_func ("/text-fold/joints-are-alike", test_joints_are_alike);
  g_test_add_func ("/text-fold/words-are-prefixes", test_words_are_prefixes);
  g_test_add_func ("/text-fold/query-stays-small", test_query_stays_small);
  g_test_add_func ("/text-fold/long-names", test_long_names);
  g_test_add_func ("/text-fold/random", test_random);
  g_test_add_func ("/text-fold/sorting", test_sorting);
  g_test_add_func ("/text-fold/collator-version", test_collator_version);

  return g_test_run ();
}
