/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text.h"

#include "meso-core-error.h"

static void
assert_taken (char       *actual,
              const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_format (void)
{
  assert_taken (meso_text_format ("No names", "a", "x", NULL), "No names");
  assert_taken (meso_text_format ("{a} before {b}", "a", "zinc", "b", "biotin", NULL), "zinc before biotin");
  assert_taken (meso_text_format ("{b} پس از {a}، {b}", "a", "1", "b", "2", NULL), "2 پس از 1، 2");
  assert_taken (meso_text_format ("{last-dose}{n_2}", "last-dose", "x", "n_2", "y", NULL), "xy");
  assert_taken (meso_text_format ("{a}", "a", NULL, NULL), "");
  assert_taken (meso_text_format ("", "a", "b", NULL), "");
}

/* What a patient is called never fills in another value. */
static void
test_format_never_looks_into_values (void)
{
  assert_taken (meso_text_format ("{a}|{b}", "a", "{b}", "b", "{a}{", NULL), "{b}|{a}{");
  assert_taken (meso_text_format ("{a}", "a", "%s<b>&\"", NULL), "%s<b>&\"");
}

static void
test_format_keeps_braces (void)
{
  assert_taken (meso_text_format ("{", "a", "x", NULL), "{");
  assert_taken (meso_text_format ("{}", "", "x", NULL), "{}");
  assert_taken (meso_text_format ("{a", "a", "x", NULL), "{a");
  assert_taken (meso_text_format ("{a b} {{a}}", "a", "x", NULL), "{a b} {x}");
}

static void
test_format_reports_a_missing_value (void)
{
  g_test_expect_message ("MesoClinic", G_LOG_LEVEL_CRITICAL, "*No value for {b}*");
  assert_taken (meso_text_format ("{a} {b}", "a", "x", NULL), "x {b}");
  g_test_assert_expected_messages ();
}

static void
test_digits (void)
{
  assert_taken (meso_text_localise_digits ("0.5 mg, 1234567890", "fa"), "۰.۵ mg, ۱۲۳۴۵۶۷۸۹۰");
  assert_taken (meso_text_localise_digits ("٣ و ۴ و 5", "fa"), "۳ و ۴ و ۵");
  assert_taken (meso_text_localise_digits ("۱۴:۰۰", "en"), "14:00");
  assert_taken (meso_text_localise_digits ("12", NULL), "12");
  assert_taken (meso_text_localise_number ("0.5\u00a0mg/mL", "fa"), "۰٫۵\u00a0mg/mL");
  assert_taken (meso_text_localise_number ("12.5\u00a0%", "fa"), "۱۲٫۵٪");
  assert_taken (meso_text_localise_number ("۱۲.5\u00a0%", "en"), "12.5\u00a0%");
  assert_taken (meso_text_ascii_digits ("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 0123456789"), "0123456789 0123456789 0123456789");
  /* The neighbours of the digits in both blocks, and the decimal marks, aren't digits. */
  assert_taken (meso_text_ascii_digits ("ۯۺ٪٫٬ی"), "ۯۺ٪٫٬ی");
  assert_taken (meso_text_ascii_digits ("۱\xdb"), "1\xdb");
}

static void
test_isolate (void)
{
  assert_taken (meso_text_isolate ("-5.5"), "\u2066-5.5\u2069");
  assert_taken (meso_text_isolate (""), "\u2066\u2069");
}

static void
test_quote (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *quoted = meso_text_quote (long_text);

  g_assert_cmpint (g_utf8_strlen (quoted, -1), ==, 63);
  g_assert_true (g_str_has_suffix (quoted, "x…”"));
  assert_taken (meso_text_quote (NULL), "“”");
  assert_taken (meso_text_quote ("زینک"), "“زینک”");
  assert_taken (meso_text_quote ("a\nb\x1b[31m\u202E"), "“a\uFFFDb\uFFFD[31m\uFFFD”");
  assert_taken (meso_text_quote ("a\xff"), "“a\uFFFD”");
}

static void
test_trim (void)
{
  assert_taken (meso_text_trim ("  Sara \t\n"), "Sara");
  assert_taken (meso_text_trim ("\u00A0\u200C\u200Fسارا علوی\u200C\u200E "), "سارا علوی");
  assert_taken (meso_text_trim ("علی‌رضا"), "علی‌رضا");
  assert_taken (meso_text_trim (" \u200B\uFEFF"), "");
  assert_taken (meso_text_trim (""), "");
  assert_taken (meso_text_trim (" \xff "), " \xff ");
}

static void
test_empty (void)
{
  g_assert_true (meso_text_is_empty (NULL));
  g_assert_true (meso_text_is_empty (""));
  g_assert_true (meso_text_is_empty (" \t\r\n\u00A0"));
  g_assert_true (meso_text_is_empty ("\u200C\u200F \u2028"));

  g_assert_false (meso_text_is_empty ("0"));
  g_assert_false (meso_text_is_empty (" \u200Cب "));
  g_assert_false (meso_text_is_empty ("\xff"));
}

static void
test_holds_word (void)
{
  g_assert_true (meso_text_holds_word ("days", "days"));
  g_assert_true (meso_text_holds_word ("days days-from days-to", "days"));
  g_assert_true (meso_text_holds_word ("days days-from days-to", "days-from"));
  g_assert_true (meso_text_holds_word ("days days-from days-to", "days-to"));

  g_assert_false (meso_text_holds_word ("", "days"));
  g_assert_false (meso_text_holds_word ("days-from birthdays", "days"));
  g_assert_false (meso_text_holds_word ("days", "Days"));
  g_assert_false (meso_text_holds_word ("day", "days"));
}

static void
test_line_accepted (void)
{
  static const char *const good[] = {
    "", "A & B", "<b>\"x\"</b>", "O'Brien", "علی‌رضا Smith", "مُحَمَّد", "Zoë 😀", "\u200Fسارا", "Robert'); DROP TABLE patient;--", "%s%n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (meso_text_check_line (good[i], 200, "The name", NULL));
}

static void
test_line_refused (void)
{
  static const char *const bad[] = {
    "a\nb", "a\rb", "a\tb", "a\x01", "a\x7f", "a\xc2\x85", "a\xc2\x9f", "a\u2028", "a\u2029", "a\u202A", "a\u202B", "a\u202C", "a\u202D",
    "a\u202E", "a\u2066", "a\u2067", "a\u2068", "a\u2069", "a\xff", "\xc0\x80", "\xed\xa0\x80"
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (meso_text_check_line (bad[i], 200, "The name", &error));
      g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "The name "));
    }
}

static void
test_line_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append (text, "ی");
  g_assert_true (meso_text_check_line (text->str, 200, "The name", NULL));

  g_string_append (text, "ی");
  g_assert_false (meso_text_check_line (text->str, 200, "The name", &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, "The name has 201 characters; at most 200 are possible.");
}

static void
test_note (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_strnfill (MESO_TEXT_NOTE_MAX_BYTES, 'x');
  g_autofree char *over = g_strnfill (MESO_TEXT_NOTE_MAX_BYTES + 1, 'x');

  g_assert_true (meso_text_check_note ("first\nsecond\r\n\tthird", "The note", NULL));
  g_assert_true (meso_text_check_note (full, "The note", NULL));
  g_assert_false (meso_text_check_note (over, "The note", &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);

  g_assert_false (meso_text_check_note ("a\x0b", "The note", NULL));
  g_assert_false (meso_text_check_note ("a\u202E", "The note", NULL));
  g_assert_false (meso_text_check_note ("a\xff", "The note", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/format", test_format);
  g_test_add_func ("/text/format-never-looks-into-values", test_format_never_looks_into_values);
  g_test_add_func ("/text/format-keeps-braces", test_format_keeps_braces);
  g_test_add_func ("/text/format-reports-a-missing-value", test_format_reports_a_missing_value);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/quote", test_quote);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/holds-word", test_holds_word);
  g_test_add_func ("/text/line-accepted", test_line_accepted);
  g_test_add_func ("/text/line-refused", test_line_refused);
  g_test_add_func ("/text/line-length", test_line_length);
  g_test_add_func ("/text/note", test_note);

  return g_test_run ();
}
