/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#include <string.h>

#define CHILD(id, forms, parent) "<question id='" id "' type='answer' forms='" forms "' parent='" parent "'" FROM ">" TEXT \
                                 "<find-out>F</find-out></question>"

#define SEXED(id, sex, attributes) "<question id='" id "' type='answer' forms='full' unless-sex='" sex "' " attributes FROM ">" \
                                   TEXT "<find-out>F</find-out></question>"

#define READING(id, attributes) "<question id='" id "' type='number' min='1' max='9' forms='full'" attributes FROM ">" TEXT "</question>"

static const FaultCase questions[] = {
  { "no-parent", ANSWER ("a") CHILD ("b", "full", "a"), ANSWER ("a") "\n" CHILD ("b", "full", "x"),
    "3:1: there is no question “x”" },
  { "parent-of-date", ANSWER ("a") CHILD ("b", "full", "a"), DATE ("a") "\n" CHILD ("b", "full", "a"),
    "3:1: the parent “a” isn't of type answer, so no answer to it is a no" },
  { "form-without-parent", CHILD ("b", "full", "a") CHILD ("c", "full", "b") ANSWER ("a"),
    ANSWER ("a") CHILD ("b", "full", "a") "\n" CHILD ("c", "full short", "b"),
    "3:1: a form asks this question without its parent “b”" },
  { "own-parent", ANSWER ("a"), CHILD ("a", "full", "a"), 
    "2:1: the parents of “a” lead back to one of them, or are more than 32" },
  { "below-nothing", READING ("a", "") READING ("b", " below='a'"), READING ("a", "") "\n" READING ("b", " below='c'"),
    "3:1: there is no question “c”" },
  { "below-itself", READING ("b", " below='a'") READING ("a", ""), "\n" READING ("a", " below='a'"),
    "3:1: “a” isn't another question of type number, whose answer could be the greater one" },
  { "below-a-day", DATE ("c") READING ("a", "") READING ("b", " below='a'"), DATE ("a") "\n" READING ("b", " below='a'"),
    "3:1: “a” isn't another question of type number, whose answer could be the greater one" },
  { "for-nobody", SEXED ("a", "male", "") SEXED ("b", "male", "parent='a'"),
    SEXED ("a", "male", "") "\n" SEXED ("b", "female", "parent='a'"),
    "3:1: neither men nor women are asked this question: “a”, or a parent of it, is left out for the others" },
  { "for-nobody-below", SEXED ("a", "female", "") CHILD ("b", "full", "a") SEXED ("c", "female", "parent='b'"),
    SEXED ("a", "female", "") CHILD ("b", "full", "a") "\n" SEXED ("c", "male", "parent='b'"),
    "3:1: neither men nor women are asked this question: “b”, or a parent of it, is left out for the others" },
};

static void
test_circle (void)
{
  g_autoptr (GPtrArray) faults = protocol_fixture_validate (CHILD ("a", "full", "c") "\n" CHILD ("b", "full", "a") "\n"
                                                            CHILD ("c", "full", "b") "\n" CHILD ("d", "full", "c"));

  /* Everyone of the circle, and who hangs on it: none of them can ever be asked. */
  g_assert_cmpuint (faults->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *expected = g_strdup_printf ("t.xml:%u:1: the parents of “%c” lead back to one of them, or are more "
                                                   "than 32", i + 2, 'a' + i);

      g_assert_cmpstr (g_ptr_array_index (faults, i), ==, expected);
    }
}

static void
test_long_chain (void)
{
  g_autoptr (GString) entries = g_string_new ("");

  for (guint i = 0; i <= 33; i++)
    {
      g_string_append_printf (entries, "<question id='q%u' type='answer' forms='full'" FROM, i);
      if (i > 0)
        g_string_append_printf (entries, " parent='q%u'", i - 1);
      g_string_append (entries, ">" TEXT "<find-out>F</find-out></question>\n");
      if (i == 32)
        protocol_fixture_assert_sound (entries->str);
    }

  protocol_fixture_assert_fault (entries->str, "35:1: the parents of “q33” lead back to one of them, or are more than 32");
}

/* A file that asks for as much work as eight megabytes can. */
static void
test_hostile_size (void)
{
  g_autoptr (GString) entries = g_string_new (RULE ("", ""));
  gint64 start = g_get_monotonic_time ();

  g_string_truncate (entries, entries->len - strlen ("</rule>"));
  for (guint i = 0; i < 40000; i++)
    g_string_append (entries, "<case outcome='caution'><when question='q' is='yes'/><reason>R</reason><advice>A</advice></case>");
  g_string_append (entries, "</rule>");
  {
    g_autoptr (GPtrArray) faults = protocol_fixture_validate (entries->str);

    g_assert_true (g_str_has_suffix (g_ptr_array_index (faults, faults->len - 1), "<rule> holds more than 100 <case>"));
  }

  g_string_assign (entries, "");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (entries, "<question id='q%u' type='answer' forms='full' parent='q%u'" FROM ">" TEXT
                            "</question>", i, i + 1);
  {
    g_autoptr (GPtrArray) faults = protocol_fixture_validate (entries->str);

    g_assert_cmpuint (faults->len, >, 50000);
  }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

#define ALL ANSWER ("q") ANSWER ("r") DATE ("d") DATE ("e") NUMBER ("n") CHOICE ("c") MASS ("zinc") MASS ("iron")
#define ONE(whens) ALL RULE ("", CASE ("outcome='caution'", whens))
#define SHORT_ONLY "<question id='s' type='answer' forms='short'" FROM ">" TEXT "<find-out>F</find-out></question>"
#define FULL_ONLY "<question id='f' type='answer' forms='full'" FROM ">" TEXT "<find-out>F</find-out></question>"

static const FaultCase conditions[] = {
  { "unknown-question", ONE (YES ("q")), ONE (YES ("x")), "5:1: there is no question “x”" },
  { "date-is-yes", ONE (YES ("q")), ONE (YES ("d")), "5:1: “d” is of type date: it is never answered yes" },
  { "choice-is-yes", ONE (WHEN ("question='c' is='a'")), ONE (YES ("c")),
    "5:1: “c” is of type choice: it is never answered yes" },
  { "no-such-choice", ONE (WHEN ("question='c' is='b'")), ONE (WHEN ("question='c' is='x'")),
    "5:1: “x” isn't an answer to “c”" },
  { "choice-of-answer", ONE (YES ("q")), ONE (WHEN ("question='q' is='a'")), "5:1: “a” isn't an answer to “q”" },
  { "answer-at-least", ONE (WHEN ("question='n' at-least='20'")), ONE (WHEN ("question='q' at-least='20'")),
    "5:1: “q” is of type answer, which can't be compared so" },
  { "date-at-least", ONE (WHEN ("question='d' days-ago-at-least='20'")), ONE (WHEN ("question='d' at-least='20'")),
    "5:1: “d” is of type date, which can't be compared so" },
  { "number-days-ago", ONE (WHEN ("question='n' below='20'")), ONE (WHEN ("question='n' days-ago-below='20'")),
    "5:1: “n” is of type number, which can't be compared so" },
  { "at-least-above-max", ONE (WHEN ("question='n' at-least='300'")), ONE (WHEN ("question='n' at-least='300.001'")),
    "5:1: the condition can never hold: “n” is a number from “min” to “max”" },
  { "below-min", ONE (WHEN ("question='n' below='10.001'")), ONE (WHEN ("question='n' below='10'")),
    "5:1: the condition can never hold: “n” is a number from “min” to “max”" },
  { "two-choices", ONE (WHEN ("question='c' is='a'")),
    ONE (WHEN ("question='c' is='a'") WHEN ("question='c' is='b'")),
    "6:1: the case can never hold: this contradicts an earlier condition on “c”" },
  { "empty-range", ONE (WHEN ("question='n' at-least='20'") WHEN ("question='n' below='20.001'")),
    ONE (WHEN ("question='n' at-least='20'") WHEN ("question='n' below='20'")),
    "6:1: the case can never hold: this contradicts an earlier condition on “n”" },
  { "empty-ages", ONE (WHEN ("fact='age' below='18'") WHEN ("fact='age' at-least='17'")),
    ONE (WHEN ("fact='age' below='18'") WHEN ("fact='age' at-least='18'")),
    "6:1: the case can never hold: this contradicts an earlier condition on “age”" },
  { "twice", ONE (YES ("q") YES ("r")), ONE (YES ("q") YES ("q")),
    "6:1: of this condition and an earlier one on “q” only one says anything" },
  { "narrower", ONE (WHEN ("question='n' at-least='20'") WHEN ("question='n' below='30'")),
    ONE (WHEN ("question='n' at-least='20'") WHEN ("question='n' at-least='30'")),
    "6:1: of this condition and an earlier one on “n” only one says anything" },
  { "no-common-form", SHORT_ONLY ANSWER ("q") RULE ("", CASE ("outcome='caution'", YES ("s") YES ("q"))),
    SHORT_ONLY FULL_ONLY RULE ("", CASE ("outcome='caution'", YES ("s") YES ("f"))),
    "4:1: the case can never hold: no form asks all of its questions" },
};

#define TWO(findings, first, second) ALL RULE ("findings='" findings "'", CASE (first, YES ("q")) CASE (second, YES ("r")))

static const FaultCase rules[] = {
  { "unknown-event", ALL RULE ("", CASE ("outcome='defer' event='d' days='1'", YES ("q"))),
    ALL RULE ("", CASE ("outcome='defer' event='x' days='1'", YES ("q"))), "4:1: there is no question “x”" },
  { "event-not-a-date", ALL RULE ("", CASE ("outcome='defer' event='d' days='1'", YES ("q"))),
    ALL RULE ("", CASE ("outcome='defer' event='n' days='1'", YES ("q"))),
    "4:1: the event “n” is of type number; it must be a date" },
  { "unknown-ingredient", ALL RULE ("", CASE ("outcome='exclude' ingredient='zinc'", YES ("q"))),
    ALL RULE ("", CASE ("outcome='exclude' ingredient='x'", YES ("q"))), "4:1: there is no ingredient “x”" },
  { "overridable-block", ALL RULE ("overridable='true'", CASE ("outcome='defer'", YES ("q"))),
    ALL RULE ("overridable='true' findings='all'", CASE ("outcome='caution'", YES ("q"))
              CASE ("outcome='block'", YES ("r"))), "3:1: a rule that blocks can't be overridable" },
  { "stricter-later", TWO ("all", "outcome='caution'", "outcome='block'"),
    TWO ("first", "outcome='caution'", "outcome='block'"),
    "6:1: with “findings” first the cases stand strictest first, and this one is stricter than one before it" },
  { "hidden-exclusion", TWO ("all", "outcome='caution'", "outcome='exclude' ingredient='zinc'"),
    TWO ("first", "outcome='caution'", "outcome='exclude' ingredient='zinc'"),
    "6:1: an earlier case could hide this exclusion: let the rule give “findings” all" },
  { "two-exclusions", TWO ("first", "outcome='exclude' ingredient='zinc'", "outcome='exclude' ingredient='zinc'"),
    TWO ("first", "outcome='exclude' ingredient='zinc'", "outcome='exclude' ingredient='iron'"),
    "6:1: an earlier case could hide this exclusion: let the rule give “findings” all" },
  { "dated-before-undated", TWO ("first", "outcome='defer'", "outcome='defer' event='d' days='1'"),
    TWO ("first", "outcome='defer' event='d' days='1'", "outcome='defer'"),
    "6:1: a case that defers without a date is stricter than one with a date, and stands before it" },
  { "two-events", TWO ("all", "outcome='defer' event='d' days='1'", "outcome='defer' event='e' days='1'"),
    TWO ("first", "outcome='defer' event='d' days='1'", "outcome='defer' event='e' days='1'"),
    "6:1: an earlier case could hide the later date of this one: let the rule give “findings” all" },
  { "longer-later", TWO ("first", "outcome='defer' event='d' days='9'", "outcome='defer' event='d' days='8'"),
    TWO ("first", "outcome='defer' event='d' days='8'", "outcome='defer' event='d' days='9'"),
    "6:1: this case defers for longer than one before it, and must stand before it" },
  { "shadowed", ALL RULE ("", CASE ("outcome='block'", YES ("q") YES ("r")) CASE ("outcome='caution'", YES ("q"))),
    ALL RULE ("", CASE ("outcome='block'", YES ("q")) CASE ("outcome='caution'", YES ("r") YES ("q"))),
    "6:1: the case can never speak: whenever it holds, one before it does" },
  { "shadowed-number",
    ALL RULE ("", CASE ("outcome='block'", WHEN ("question='n' at-least='180'"))
              CASE ("outcome='caution'", WHEN ("question='n' at-least='140'"))),
    ALL RULE ("", CASE ("outcome='block'", WHEN ("question='n' at-least='140'"))
              CASE ("outcome='caution'", WHEN ("question='n' at-least='180'"))),
    "6:1: the case can never speak: whenever it holds, one before it does" },
};

#define PAIR(a, b) "<pair a='" a "' b='" b "' severity='caution'" FROM "><reason>R</reason></pair>"
#define PRODUCT(strength) "<product id='p'" FROM "><name>N</name>\n<component ingredient='zinc' strength='" strength \
                          "'/></product>"
#define EVIDENCE(ingredients) "<evidence id='e' found='false' ingredients='" ingredients "'" FROM \
                              "><claim>C</claim><study>S</study><result>R</result></evidence>"
#define HANDOUT(ingredient) "<handout kind='h' text-version='1'" FROM "><title>T</title>\n<item id='i' section='do' " \
                            "when-ingredient='" ingredient "'" FROM ">" TEXT "</item></handout>"

#define BORN(forms, parent) "<question id='born' type='date' forms='" forms "' parent='" parent "'" FROM ">" TEXT "</question>"
#define WAIT(whens) RULE ("findings='all'", CASE ("outcome='defer' event='born' days='90'", whens))

/* The day that a wait is counted from must be there whenever the case holds. */
static const FaultCase events[] = {
  { "asked-after-another-yes", ANSWER ("q") ANSWER ("r") BORN ("full short", "q") WAIT (YES ("q")),
    ANSWER ("q") ANSWER ("r") BORN ("full short", "q") WAIT (YES ("r")),
    "4:1: the event “born” is only asked for after “q”: without a condition on it a yes there could end a wait that has no day" },
  { "asked-after-a-parent", ANSWER ("q") CHILD ("r", "full short", "q") BORN ("full short", "q") WAIT (YES ("r")),
    ANSWER ("q") CHILD ("r", "full short", "q") BORN ("full short", "r") WAIT (YES ("q")),
    "4:1: the event “born” is only asked for after “r”: without a condition on it a yes there could end a wait that has no day" },
  { "by-its-own-day", ANSWER ("q") ANSWER ("r") BORN ("full short", "q") WAIT (YES ("r") WHEN ("question='born' days-ago-below='9'")),
    ANSWER ("q") ANSWER ("r") BORN ("full short", "q") WAIT (YES ("r") WHEN ("fact='age' at-least='9'")),
    "4:1: the event “born” is only asked for after “q”: without a condition on it a yes there could end a wait that has no day" },
  { "not-in-every-form", CHILD ("r", "full", "q") ANSWER ("q") BORN ("full", "q") WAIT (YES ("r")),
    ANSWER ("q") BORN ("full", "q") WAIT (YES ("q")),
    "4:1: a form that asks the questions of this case doesn't ask for its event “born”" },
};

#define MAN "<question id='m' type='answer' forms='full' unless-sex='female'" FROM ">" TEXT "<find-out>F</find-out></question>"
#define WOMAN "<question id='w' type='answer' forms='full' unless-sex='male'" FROM ">" TEXT "<find-out>F</find-out></question>"

static const FaultCase speaking[] = {
  { "for-nobody", MAN WOMAN ANSWER ("q") RULE ("", CASE ("outcome='caution'", YES ("w") YES ("q"))),
    MAN WOMAN CHILD ("q", "full", "m") RULE ("", CASE ("outcome='caution'", YES ("w") YES ("q"))),
    "4:1: the case can never hold: it needs answers that men are not asked for, and others that women are not asked for" },
  { "wait-hides-clearance",
    ALL RULE ("overridable='false'", CASE ("outcome='defer'", YES ("q")) CASE ("outcome='clearance'", YES ("r"))),
    ALL RULE ("overridable='true'", CASE ("outcome='defer'", YES ("q")) CASE ("outcome='clearance'", YES ("r"))),
    "6:1: a wait that a physician may end could hide this clearance: let the rule give “findings” all" },
  { "repeated",
    ALL RULE ("findings='all'", CASE ("outcome='caution'", YES ("q") YES ("r")) CASE ("outcome='clearance'", YES ("r") YES ("q"))),
    ALL RULE ("findings='all'", CASE ("outcome='caution'", YES ("q") YES ("r")) CASE ("outcome='caution'", YES ("r") YES ("q"))),
    "7:1: the case repeats one before it" },
  { "repeated-exclusion", TWO ("all", "outcome='exclude' ingredient='zinc'", "outcome='exclude' ingredient='iron'"),
    ALL RULE ("findings='all'", CASE ("outcome='exclude' ingredient='zinc'", YES ("q"))
              CASE ("outcome='exclude' ingredient='zinc'", YES ("q"))), "6:1: the case repeats one before it" },
  { "suspends-by-full-form", SHORT_ONLY RULE ("suspends='true'", CASE ("outcome='caution'", YES ("s"))),
    FULL_ONLY RULE ("suspends='true'", CASE ("outcome='caution'", YES ("f"))),
    "3:1: the rule can never suspend a course: no case of it stops anything by what the short form asks" },
  { "suspends-by-exclusion",
    ALL RULE ("suspends='true' findings='all'", CASE ("outcome='exclude' ingredient='zinc'", YES ("q")) CASE ("outcome='caution'", YES ("q"))),
    ALL RULE ("suspends='true'", CASE ("outcome='exclude' ingredient='zinc'", YES ("q"))),
    "3:1: the rule can never suspend a course: no case of it stops anything by what the short form asks" },
};

static const FaultCase references[] = {
  { "pair-a", MASS ("zinc") MASS ("iron") PAIR ("zinc", "iron"), MASS ("zinc") MASS ("iron") "\n" PAIR ("x", "iron"),
    "3:1: there is no ingredient “x”" },
  { "pair-b", PAIR ("zinc", "x"), MASS ("zinc") MASS ("iron") "\n" PAIR ("zinc", "x"), "3:1: there is no ingredient “x”" },
  { "component", PRODUCT ("1 mg/mL"), MASS ("iron") "\n" PRODUCT ("1 mg/mL"), "4:1: there is no ingredient “zinc”" },
  { "component-dimension", MASS ("zinc") PRODUCT ("1 mg/mL"), MASS ("zinc") PRODUCT ("1 U/mL"),
    "3:1: “1 U/mL” isn't how “zinc” is measured: the ingredient's dimension is another" },
  { "evidence", MASS ("zinc") EVIDENCE ("zinc"), MASS ("zinc") "\n" EVIDENCE ("zinc iron"),
    "3:1: there is no ingredient “iron”" },
  { "handout", MASS ("zinc") HANDOUT ("zinc"), MASS ("zinc") HANDOUT ("x"), "3:1: there is no ingredient “x”" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  protocol_fixture_add_cases ("/protocol-check/question", questions, G_N_ELEMENTS (questions));
  g_test_add_func ("/protocol-check/question/circle", test_circle);
  g_test_add_func ("/protocol-check/question/long-chain", test_long_chain);
  g_test_add_func ("/protocol-check/hostile-size", test_hostile_size);
  protocol_fixture_add_cases ("/protocol-check/condition", conditions, G_N_ELEMENTS (conditions));
  protocol_fixture_add_cases ("/protocol-check/rule", rules, G_N_ELEMENTS (rules));
  protocol_fixture_add_cases ("/protocol-check/event", events, G_N_ELEMENTS (events));
  protocol_fixture_add_cases ("/protocol-check/speaking", speaking, G_N_ELEMENTS (speaking));
  protocol_fixture_add_cases ("/protocol-check/reference", references, G_N_ELEMENTS (references));

  return g_test_run ();
}
