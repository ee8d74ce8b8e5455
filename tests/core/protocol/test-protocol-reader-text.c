/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#define PHRASE(content) "<phrase id='p'>" content "</phrase>"

static const FaultCase texts[] = {
  { "empty", PHRASE (TEXT), PHRASE ("<text> \n </text>"), "2:16: <text> is empty" },
  { "empty-twin", PHRASE (TEXT "<text xml:lang='fa'>ت</text>"), PHRASE (TEXT "<text xml:lang='fa'/>"),
    "2:30: <text> is empty" },
  { "no-english", PHRASE (TEXT "<text xml:lang='fa'>ت</text>"), PHRASE ("<text xml:lang='fa'>ت</text>"),
    "2:16: <text> in “fa” has no English text before it" },
  { "english-twice", PHRASE ("<text xml:lang='en'>T</text>"), PHRASE (TEXT TEXT), "2:30: <text> stands twice in English" },
  { "persian-twice", PHRASE (TEXT "<text xml:lang='fa'>ت</text><text xml:lang='ar'>ت</text>"),
    PHRASE (TEXT "<text xml:lang='fa'>ت</text><text xml:lang='fa'>ت</text>"), "2:58: <text> stands twice in “fa”" },
  { "no-language", PHRASE (TEXT "<text xml:lang='fa'>ت</text>"), PHRASE (TEXT "<text xml:lang='1'>ت</text>"),
    "2:30: “1” isn't the code of a language, such as “fa”" },
  { "attribute", PHRASE ("<text note='n' context='c'>T</text>"), PHRASE ("<text lang='en'>T</text>"),
    "2:16: <text> has no attribute “lang”" },
  { "element", PHRASE ("<text>T &lt;b&gt;</text>"), PHRASE ("<text>T <b>x</b></text>"),
    "2:24: <b> isn't known inside <text>" },
  { "lacks-placeholder", PHRASE ("<text>{a} {b-1}</text><text xml:lang='fa'>{b-1} و {a} و {a}</text>"),
    PHRASE ("<text>{a} {b-1}</text>\n<text xml:lang='fa'>{b-1}</text>"),
    "3:1: the translation lacks {a}, which the English text has" },
  { "other-placeholder", PHRASE ("<text>{a}</text><text xml:lang='fa'>{a}</text>"),
    PHRASE ("<text>{a}</text>\n<text xml:lang='fa'>{a} {b}</text>"),
    "3:1: the translation has {b}, which the English text lacks" },
  { "open-brace", PHRASE ("<text>{a}</text>"), PHRASE ("<text>{a</text>"), "2:16: a brace in <text> is not part of a {name}" },
  { "closed-brace", PHRASE ("<text>{a}</text>"), PHRASE ("<text>a}</text>"), "2:16: a brace in <text> is not part of a {name}" },
  { "empty-brace", PHRASE ("<text>{a_1}</text>"), PHRASE ("<text>{}</text>"), "2:16: a brace in <text> is not part of a {name}" },
  { "spaced-brace", PHRASE ("<text>{a}</text>"), PHRASE ("<text>{ a }</text>"),
    "2:16: a brace in <text> is not part of a {name}" },
  { "persian-brace", PHRASE ("<text>{a}</text><text xml:lang='fa'>{a}</text>"),
    PHRASE ("<text>{a}</text>\n<text xml:lang='fa'>{الف} {a}</text>"), "3:1: a brace in <text> is not part of a {name}" },
  { "override", PHRASE ("<text>5 \u2067mg\u2069</text>"), PHRASE ("<text>5 \u202emg\u202c</text>"),
    "2:16: <text> holds an invisible mark that turns the writing around (U+202A to U+202E); isolates (U+2066 to U+2069) do without" },
  { "open-isolate", PHRASE ("<text>\u20665 mg\u2069</text>"), PHRASE ("<text>\u20665 mg</text>"),
    "2:16: <text> opens a direction isolate (U+2066 to U+2068) that it doesn't close, or closes one that it hasn't "
    "opened (U+2069)" },
  { "closed-isolate", PHRASE ("<text>\u2067\u20685\u2069\u2069</text>"), PHRASE ("<text>\u20695\u2068</text>"),
    "2:16: <text> opens a direction isolate (U+2066 to U+2068) that it doesn't close, or closes one that it hasn't "
    "opened (U+2069)" },
};

/* Rule X counts days from `a-day`, and from `b-day` too with @more. */
#define COUNTING(more, words) ANSWER ("ill") DATE ("a-day") DATE ("b-day") \
  "<rule id='X' findings='all'" FROM ">" CASE ("outcome='defer' event='a-day' days='7'", YES ("ill")) more "</rule>\n" \
  PHRASE ("<text>" words "</text>")
#define MORE CASE ("outcome='defer' event='b-day' days='9'", YES ("ill"))

static const FaultCase days[] = {
  { "rule", COUNTING ("", "{days:X}"), COUNTING ("", "{days:Y}"), "5:1: there is no rule “Y”" },
  { "no-name", COUNTING ("", "{days:X}"), COUNTING ("", "{days:}"), "5:16: a brace in <text> is not part of a {name}" },
  { "several", COUNTING (MORE, "{days:X/b-day}"), COUNTING (MORE, "{days:X}"),
    "7:1: several cases of X count days: write which, as {days:X/a-day}" },
  { "event", COUNTING (MORE, "{days:X/b-day}"), COUNTING (MORE, "{days:X/c}"), "7:1: no case of X counts days from “c”" },
  { "other-slash", PHRASE ("<text>{a}</text>"), PHRASE ("<text>{a/b}</text>"), "2:16: a brace in <text> is not part of a {name}" },
};

static void
test_persian_before_the_fault (void)
{
  /* A ZWNJ and a letter beyond the Basic Multilingual Plane are one character each. */
  protocol_fixture_assert_fault ("<phrase id='p'><text>T</text><text xml:lang='fa'>می‌روم به 𝒳انه</text><hint/></phrase>",
                                 "2:71: <hint> isn't known inside <phrase>");
}

static void
assert_text (const char *content,
             const char *expected)
{
  g_autofree char *entries = g_strconcat ("<phrase id='p'><text>", content, "</text></phrase>", NULL);
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (entries);

  g_assert_cmpstr (meso_protocol_get_phrase (protocol, "p", "en"), ==, expected);
}

/* The same as gettext makes of it: msgfmt finds the translation of a text only by equal words. */
static void
test_white_space (void)
{
  assert_text ("\n    one\t two \r\n  three\n  ", "one two three");
  assert_text ("one <!-- remark --> two", "one two");
  assert_text ("5\u00a0mg  \u00a0 x", "5\u00a0mg \u00a0 x");
  assert_text ("می\u200cروم", "می\u200cروم");
  assert_text ("<![CDATA[ a < b ]]>", "a < b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  protocol_fixture_add_cases ("/protocol-reader-text", texts, G_N_ELEMENTS (texts));
  protocol_fixture_add_cases ("/protocol-reader-text/days", days, G_N_ELEMENTS (days));
  g_test_add_func ("/protocol-reader-text/persian-before-the-fault", test_persian_before_the_fault);
  g_test_add_func ("/protocol-reader-text/white-space", test_white_space);

  return g_test_run ();
}
