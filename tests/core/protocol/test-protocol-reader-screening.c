/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#define QUESTION(attributes, content) "<question " attributes FROM ">" content "</question>"
#define Q "id='q' type='answer' forms='full'"
#define FIND "<find-out>F</find-out>"
#define CHOICES "<choice id='a'>" TEXT "</choice><choice id='b'>" TEXT "</choice>"

#define KNOWN(attributes, words) "<known " attributes "><text>" words "</text></known>"
#define KNOWN_FA(attributes, words, persian) "<known " attributes "><text>" words "</text><text xml:lang='fa'>" persian \
                                             "</text></known>"
#define UNIT(unit) QUESTION ("id='q' type='number' forms='full' min='1' max='2' unit='" unit "'", TEXT)

static const FaultCase questions[] = {
  { "unknown-attribute", QUESTION (Q, TEXT FIND), QUESTION (Q " colour='red'", TEXT FIND),
    "2:1: <question> has no attribute “colour”" },
  { "unknown-element", QUESTION (Q, TEXT FIND), QUESTION (Q, TEXT "\n" FIND "\n<hint/>"),
    "4:1: <hint> isn't known inside <question>" },
  { "stray-text", QUESTION (Q, TEXT FIND), QUESTION (Q, TEXT FIND "\nسلام"),
    "3:1: text isn't allowed directly inside <question>" },
  { "unknown-entry", ANSWER ("q"), ANSWER ("q") "\n<!-- پرسش --> <quiz/>", "3:15: <quiz> isn't known inside <protocol>" },
  { "no-id", QUESTION (Q, TEXT FIND), QUESTION ("type='answer' forms='full'", TEXT FIND),
    "2:1: <question> needs the attribute “id”" },
  { "empty-id", QUESTION (Q, TEXT FIND), QUESTION ("id=' ' type='answer' forms='full'", TEXT FIND),
    "2:1: the attribute “id” of <question> is empty" },
  { "upper-case-id", QUESTION (Q, TEXT FIND), QUESTION ("id='Q' type='answer' forms='full'", TEXT FIND),
    "2:1: “Q” can't be used as “id”: write lower-case letters a–z, digits and hyphens, at most 64" },
  { "hyphen-at-end", ANSWER ("q-1"), ANSWER ("q-"),
    "2:1: “q-” can't be used as “id”: write lower-case letters a–z, digits and hyphens, at most 64" },
  { "reserved-id", ANSWER ("ages"), ANSWER ("age"),
    "2:1: “age” can't be the id of a question: it is known of the patient" },
  { "same-id", ANSWER ("q") ANSWER ("r"), ANSWER ("q") "\n" ANSWER ("q"),
    "3:1: “q” has been used before, in t.xml line 2" },
  { "no-type", QUESTION (Q, TEXT FIND), QUESTION ("id='q' forms='full'", TEXT FIND),
    "2:1: <question> needs the attribute “type”" },
  { "unknown-type", QUESTION (Q, TEXT FIND), QUESTION ("id='q' type='text' forms='full'", TEXT FIND),
    "2:1: “text” can't be used as “type” of <question>: it is one of answer, date, number, choice" },
  { "no-forms", QUESTION (Q, TEXT FIND), QUESTION ("id='q' type='answer'", TEXT FIND),
    "2:1: <question> needs the attribute “forms”: full, short, or both" },
  { "unknown-form", QUESTION (Q, TEXT FIND), QUESTION ("id='q' type='answer' forms='full long'", TEXT FIND),
    "2:1: “long” isn't a form: it is one of full, short" },
  { "form-twice", QUESTION (Q, TEXT FIND), QUESTION ("id='q' type='answer' forms='full full'", TEXT FIND),
    "2:1: “full” stands twice in “forms”" },
  { "no-boolean", QUESTION (Q " required='false'", TEXT FIND), QUESTION (Q " required='0'", TEXT FIND),
    "2:1: “0” can't be used as “required” of <question>: it is one of false, true" },
  { "no-sex", QUESTION (Q " unless-sex='female'", TEXT FIND), QUESTION (Q " unless-sex='unknown'", TEXT FIND),
    "2:1: “unknown” can't be used as “unless-sex” of <question>: it is one of male, female" },
  { "unit-of-answer", UNIT ("mmHg"), QUESTION (Q " unit='mmHg'", TEXT FIND),
    "2:1: only a question of type number has a “unit”" },
  { "unit-of-two-words", UNIT ("kg/m²"), UNIT ("mm Hg"),
    "2:1: “mm Hg” can't be a “unit”: write one word of at most 12 characters" },
  { "unit-too-long", UNIT ("میلی‌مترجیو"), UNIT ("millimetresHg"),
    "2:1: “millimetresHg” can't be a “unit”: write one word of at most 12 characters" },
  { "below-of-answer", UNIT ("mmHg"), QUESTION (Q " below='q'", TEXT FIND),
    "2:1: only a question of type number is “below” another" },
  { "unknown-fact", QUESTION ("id='q' type='number' forms='full' min='20' max='300' unit='kg' known='weight'", TEXT),
    QUESTION ("id='q' type='number' forms='full' min='20' max='300' unit='kg' known='height'", TEXT),
    "2:1: “height” can't be used as “known” of <question>: it is one of weight" },
  { "weight-in-pounds", QUESTION ("id='q' type='number' forms='full' min='20' max='300' unit='kg' known='weight'", TEXT),
    QUESTION ("id='q' type='number' forms='full' min='20' max='300' unit='lb' known='weight'", TEXT),
    "2:1: the weight on record is in kilograms: its “unit” is kg" },
  { "weight-of-answer", QUESTION (Q, TEXT FIND), QUESTION (Q " known='weight'", TEXT FIND),
    "2:1: only a question of type number has the weight for its answer" },
  { "known-of-choice", CHOICE ("q"), QUESTION ("id='q' type='choice' forms='full'", TEXT CHOICES KNOWN ("in='condition'", "HIV")),
    "2:1: <known> proposes a yes, so that only a question of type answer has it" },
  { "known-without-list", QUESTION (Q, TEXT FIND KNOWN ("in='allergy'", "latex")), QUESTION (Q, TEXT FIND "\n" KNOWN ("", "latex")),
    "3:1: <known> needs the attribute “in”" },
  { "known-unknown-list", QUESTION (Q, TEXT FIND KNOWN ("in='medicine' ended='true'", "heparin")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='medicines'", "heparin")),
    "3:1: “medicines” can't be used as “in” of <known>: it is one of medicine, condition, allergy" },
  { "known-origin", QUESTION (Q, TEXT FIND KNOWN ("in='medicine' origin='self-chosen'", "aspirin; vitamin E")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='condition' origin='prescribed'", "diabetes")),
    "3:1: only a medicine has an “origin”: who chose it" },
  { "known-unknown-origin", QUESTION (Q, TEXT FIND KNOWN ("in='medicine' origin='prescribed'", "warfarin")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='medicine' origin='unknown'", "warfarin")),
    "3:1: “unknown” can't be used as “origin” of <known>: it is one of prescribed, self-chosen" },
  { "known-without-words", QUESTION (Q, TEXT FIND KNOWN ("in='medicine'", "heparin")),
    QUESTION (Q, TEXT FIND "\n<known in='medicine'/>"), "3:1: <known> needs the element <text>" },
  { "known-empty-word", QUESTION (Q, TEXT FIND KNOWN ("in='medicine'", "heparin; HIV")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='medicine'", "heparin; ;HIV")),
    "3:1: “” is too short to look for in a record: words of <known> have at least 2 letters, and a semicolon between them" },
  { "known-short-word", QUESTION (Q, TEXT FIND KNOWN ("in='condition'", "MS")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='condition'", "M-")),
    "3:1: “M-” is too short to look for in a record: words of <known> have at least 2 letters, and a semicolon between them" },
  { "known-word-twice", QUESTION (Q, TEXT FIND KNOWN ("in='condition'", "lupus; SLE")),
    QUESTION (Q, TEXT FIND "\n" KNOWN ("in='condition'", "lupus; SLE; LUPUS")),
    "3:1: “LUPUS” stands twice in one <known>" },
  { "known-translated-badly", QUESTION (Q, TEXT FIND KNOWN_FA ("in='condition'", "fever", "تب؛ لرز")),
    QUESTION (Q, TEXT FIND "\n" KNOWN_FA ("in='condition'", "fever", "تب؛؛لرز")),
    "3:1: “” is too short to look for in a record: words of <known> have at least 2 letters, and a semicolon between them" },
  { "no-text", QUESTION (Q, TEXT FIND), QUESTION (Q, FIND), "2:1: <question> needs the element <text>" },
  { "no-find-out", QUESTION (Q, TEXT FIND), QUESTION (Q, TEXT), "2:1: <question> needs the element <find-out>" },
  { "find-out-not-for-indications", QUESTION (Q " indication='true'", TEXT), QUESTION (Q " indication='false'", TEXT),
    "2:1: <question> needs the element <find-out>" },
  { "date-as-indication", QUESTION ("id='q' type='date' forms='full'", TEXT),
    QUESTION ("id='q' type='date' forms='full' indication='true'", TEXT),
    "2:1: an indication is a question of type answer" },
  { "no-bounds", NUMBER ("q"), QUESTION ("id='q' type='number' forms='full' min='1'", TEXT),
    "2:1: <question> needs the attribute “max”" },
  { "bounds-turned", NUMBER ("q"), QUESTION ("id='q' type='number' forms='full' min='7' max='7'", TEXT),
    "2:1: “min” isn't below “max”" },
  { "bounds-of-answer", QUESTION (Q, TEXT FIND), QUESTION (Q " min='1'", TEXT FIND),
    "2:1: only a question of type number has “min” and “max”" },
  { "bound-too-fine", QUESTION ("id='q' type='number' forms='full' min='0.001' max='2'", TEXT),
    QUESTION ("id='q' type='number' forms='full' min='0.0001' max='2'", TEXT),
    "2:1: “0.0001” can't be used as “min”: it is a number from 0 to 1000000 with at most three decimals" },
  { "bound-negative", QUESTION ("id='q' type='number' forms='full' min='0' max='2'", TEXT),
    QUESTION ("id='q' type='number' forms='full' min='-1' max='2'", TEXT),
    "2:1: “-1” can't be used as “min”: it is a number from 0 to 1000000 with at most three decimals" },
  { "one-choice", CHOICE ("q"), QUESTION ("id='q' type='choice' forms='full'", TEXT "<choice id='a'>" TEXT "</choice>"),
    "2:1: a question of type choice needs two choices or more" },
  { "choices-of-date", CHOICE ("q"), QUESTION ("id='q' type='date' forms='full'", TEXT CHOICES),
    "2:1: only a question of type choice has choices" },
  { "same-choice", CHOICE ("q"), QUESTION ("id='q' type='choice' forms='full'", TEXT CHOICES
    "\n<choice id='b'>" TEXT "</choice>"), "3:1: “b” has been used before, in t.xml line 2" },
  { "choice-unknown", CHOICE ("q"), QUESTION ("id='q' type='choice' forms='full'", TEXT CHOICES
    "\n<choice id='unknown'>" TEXT "</choice>"),
    "3:1: “unknown” can't be the id of a choice: it is an answer to every question" },
  { "no-origin", ANSWER ("q"), "<question " Q " source='GK' grade='GK' review='unreviewed'>" TEXT FIND "</question>",
    "2:1: <question> needs the attribute “origin”" },
  { "unknown-origin", ANSWER ("q"),
    "<question " Q " origin='web' source='GK' grade='GK' review='unreviewed'>" TEXT FIND "</question>",
    "2:1: “web” can't be used as “origin” of <question>: it is one of article, research, clinic" },
  { "empty-source", ANSWER ("q"),
    "<question " Q " origin='clinic' source='' grade='GK' review='unreviewed'>" TEXT FIND "</question>",
    "2:1: the attribute “source” of <question> is empty" },
  { "unknown-grade", ANSWER ("q"),
    "<question " Q " origin='clinic' source='GK' grade='D' review='unreviewed'>" TEXT FIND "</question>",
    "2:1: “D” can't be used as “grade” of <question>: it is one of A, B, C, GK" },
  { "unknown-review", ANSWER ("q"),
    "<question " Q " origin='clinic' source='GK' grade='C' review='approved'>" TEXT FIND "</question>",
    "2:1: “approved” can't be used as “review” of <question>: it is one of unreviewed, reviewed" },
};

#define SOUND ANSWER ("q") DATE ("d") NUMBER ("n") CHOICE ("c") RULE ("", CASE ("outcome='caution'", YES ("q")))
#define BROKEN(attributes, whens) ANSWER ("q") DATE ("d") NUMBER ("n") CHOICE ("c") RULE ("", CASE (attributes, whens))
#define CAUTION(whens) BROKEN ("outcome='caution'", whens)

static const FaultCase rules[] = {
  { "lower-case-id", "<rule id='X-1'" FROM ">" CASE ("outcome='caution'", YES ("q")) "</rule>",
    "<rule id='x'" FROM ">" CASE ("outcome='caution'", YES ("q")) "</rule>",
    "2:1: “x” can't be the id of a rule: write upper-case letters A–Z, digits and hyphens" },
  { "same-id", SOUND, SOUND RULE ("", CASE ("outcome='caution'", YES ("q"))),
    "6:1: “X” has been used before, in t.xml line 3" },
  { "no-case", SOUND, RULE ("", ""), "3:1: a rule without a <case> can never speak" },
  { "unknown-findings", SOUND, ANSWER ("q") RULE ("findings='some'", CASE ("outcome='caution'", YES ("q"))),
    "3:1: “some” can't be used as “findings” of <rule>: it is one of first, all" },
  { "no-outcome", SOUND, BROKEN ("", YES ("q")), "4:1: <case> needs the attribute “outcome”" },
  { "outcome-suitable", SOUND, BROKEN ("outcome='suitable'", YES ("q")),
    "4:1: “suitable” can't be used as “outcome” of <case>: it is one of block, defer, clearance, caution, exclude" },
  { "no-when", SOUND, CAUTION (""), "4:1: a case needs a <when>: without one it holds for everybody" },
  { "no-reason", SOUND, ANSWER ("q") RULE ("", "\n<case outcome='caution'>" YES ("q") "<advice>A</advice></case>"),
    "4:1: <case> needs the element <reason>" },
  { "no-advice", SOUND, ANSWER ("q") RULE ("", "\n<case outcome='caution'>" YES ("q") "<reason>A</reason></case>"),
    "4:1: <case> needs the element <advice>" },
  { "days-without-event", BROKEN ("outcome='defer' event='d' days='3'", YES ("q")),
    BROKEN ("outcome='defer' days='3'", YES ("q")), "4:1: “days” needs an “event” to count from" },
  { "event-without-days", BROKEN ("outcome='defer'", YES ("q")), BROKEN ("outcome='defer' event='d'", YES ("q")),
    "4:1: “event” needs “days”: how long to wait from it" },
  { "days-of-caution", SOUND, BROKEN ("outcome='caution' event='d' days='3'", YES ("q")),
    "4:1: only a case that defers has “event” and “days”" },
  { "too-many-days", BROKEN ("outcome='defer' event='d' days='3650'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='3651'", YES ("q")),
    "4:1: “3651” can't be used as “days”: it is a whole number from 0 to 3650" },
  { "negative-days", BROKEN ("outcome='defer' event='d' days='0'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='-1'", YES ("q")),
    "4:1: “-1” can't be used as “days”: it is a whole number from 0 to 3650" },
  { "suspends-perhaps", ANSWER ("q") RULE ("suspends='true'", CASE ("outcome='caution'", YES ("q"))),
    ANSWER ("q") RULE ("suspends='perhaps'", CASE ("outcome='caution'", YES ("q"))),
    "3:1: “perhaps” can't be used as “suspends” of <rule>: it is one of false, true" },
  { "choose-suitable", BROKEN ("outcome='caution' choose='clearance'", YES ("q")),
    BROKEN ("outcome='caution' choose='suitable'", YES ("q")),
    "4:1: “suitable” can't be used as “choose” of <case>: it is one of block, defer, clearance, caution" },
  { "choose-the-same", BROKEN ("outcome='block' choose='defer'", YES ("q")), BROKEN ("outcome='defer' choose='defer'", YES ("q")),
    "4:1: “choose” names another outcome than the case's own" },
  { "choose-for-exclusion", BROKEN ("outcome='exclude' ingredient='zinc'", YES ("q")),
    BROKEN ("outcome='exclude' ingredient='zinc' choose='caution'", YES ("q")),
    "4:1: an ingredient that is excluded leaves nothing to choose" },
  { "days-from-alone", BROKEN ("outcome='defer' event='d' days='3' days-from='3' days-to='3'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='3' days-from='2'", YES ("q")), "4:1: “days-from” and “days-to” belong together" },
  { "days-to-alone", BROKEN ("outcome='defer' event='d' days='3' days-from='1' days-to='9'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='3' days-to='9'", YES ("q")), "4:1: “days-from” and “days-to” belong together" },
  { "range-without-days", BROKEN ("outcome='defer' event='d' days='0' days-from='0' days-to='9'", YES ("q")),
    BROKEN ("outcome='defer' days-from='0' days-to='9'", YES ("q")),
    "4:1: “days-from” and “days-to” say between which numbers “days” may be set" },
  { "days-below-range", BROKEN ("outcome='defer' event='d' days='3' days-from='3' days-to='9'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='2' days-from='3' days-to='9'", YES ("q")),
    "4:1: “days” isn't between “days-from” and “days-to”" },
  { "days-above-range", BROKEN ("outcome='defer' event='d' days='9' days-from='3' days-to='9'", YES ("q")),
    BROKEN ("outcome='defer' event='d' days='10' days-from='3' days-to='9'", YES ("q")),
    "4:1: “days” isn't between “days-from” and “days-to”" },
  { "exclude-nothing", BROKEN ("outcome='exclude' ingredient='zinc'", YES ("q")), BROKEN ("outcome='exclude'", YES ("q")),
    "4:1: a case that excludes needs an “ingredient”" },
  { "caution-ingredient", SOUND, BROKEN ("outcome='caution' ingredient='zinc'", YES ("q")),
    "4:1: only a case that excludes has an “ingredient”" },
  { "when-nothing", SOUND, CAUTION (WHEN ("is='yes'")), "5:1: <when> needs either “question” or “fact”" },
  { "when-both", CAUTION (WHEN ("fact='age' below='18'")), CAUTION (WHEN ("fact='age' question='q' below='18'")),
    "5:1: <when> needs either “question” or “fact”" },
  { "no-operator", SOUND, CAUTION (WHEN ("question='q'")),
    "5:1: <when> needs one of “is”, “at-least”, “below”, “days-ago-at-least”, “days-ago-below”" },
  { "two-operators", CAUTION (WHEN ("question='n' at-least='20'")),
    CAUTION (WHEN ("question='n' at-least='20' below='30'")),
    "5:1: <when> needs one of “is”, “at-least”, “below”, “days-ago-at-least”, “days-ago-below”" },
  /* A rule that needed a no would let a yes loosen the verdict. */
  { "is-no", SOUND, CAUTION (WHEN ("question='q' is='no'")),
    "5:1: a condition can't be “no”: no is the safe answer, and a yes or an unknown must never loosen the verdict" },
  { "is-unknown", SOUND, CAUTION (WHEN ("question='q' is='unknown'")),
    "5:1: a condition can't be “unknown”: no is the safe answer, and a yes or an unknown must never loosen the verdict" },
  { "unknown-fact", CAUTION (WHEN ("fact='age' at-least='75'")), CAUTION (WHEN ("fact='weight' below='40'")),
    "5:1: “weight” can't be used as “fact” of <when>: it is one of age" },
  { "age-is", CAUTION (WHEN ("fact='age' below='18'")), CAUTION (WHEN ("fact='age' is='yes'")),
    "5:1: the age is compared with “at-least” or “below”, in years" },
  { "age-below-zero", CAUTION (WHEN ("fact='age' below='1'")), CAUTION (WHEN ("fact='age' below='0'")),
    "5:1: “0” can't be used as “below”: it is a whole number from 1 to 150" },
  { "days-ago-below-zero", CAUTION (WHEN ("question='d' days-ago-below='1'")),
    CAUTION (WHEN ("question='d' days-ago-below='0'")),
    "5:1: “0” can't be used as “days-ago-below”: it is a whole number from 1 to 36500" },
};

static void
test_values (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, "ill-since");
  const MesoQuestion *number = meso_protocol_lookup_question (protocol, "systolic");
  const GPtrArray *rules_read = meso_protocol_get_rules (protocol);
  const MesoScreeningRule *rule = g_ptr_array_index (rules_read, 6);
  const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, 0);
  const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, 1);

  g_assert_cmpint (question->type, ==, MESO_QUESTION_DATE);
  g_assert_cmpint (question->forms, ==, MESO_FORM_FULL);
  g_assert_false (question->required);
  g_assert_cmpstr (question->parent, ==, "ill");
  g_assert_cmpstr (meso_local_text_get (question->text, "fa"), ==, "از کی؟");
  g_assert_cmpstr (question->provenance.source, ==, "GK");
  g_assert_cmpstr (question->provenance.grade, ==, "GK");
  g_assert_cmpint (question->provenance.origin, ==, MESO_ORIGIN_RESEARCH);
  g_assert_cmpint (number->min_milli, ==, 40000);
  g_assert_cmpint (number->max_milli, ==, 299500);
  g_assert_cmpint (number->forms, ==, MESO_FORM_SHORT);
  g_assert_cmpstr (number->unit, ==, "kg");
  g_assert_true (number->known_weight);
  g_assert_cmpuint (number->known->len, ==, 0);
  g_assert_null (question->unit);
  g_assert_false (question->known_weight);
  g_assert_cmpint (question->hidden_for, ==, MESO_SEX_FEMALE);

  g_assert_cmpstr (rule->id, ==, "ILL-1");
  g_assert_true (rule->overridable);
  g_assert_true (rule->suspends);
  g_assert_true (rule->first_case_only);
  g_assert_cmpint (meso_screening_rule_get_strictest (rule), ==, MESO_OUTCOME_DEFER);
  g_assert_cmpint (rule_case->outcome, ==, MESO_OUTCOME_DEFER);
  g_assert_cmpstr (rule_case->event, ==, "ill-since");
  g_assert_cmpint (rule_case->days, ==, 14);
  g_assert_cmpint (rule_case->choose, ==, MESO_OUTCOME_CLEARANCE);
  g_assert_cmpint (rule_case->days_from, ==, 7);
  g_assert_cmpint (rule_case->days_to, ==, 28);
  g_assert_cmpint (condition->kind, ==, MESO_CONDITION_BELOW);
  g_assert_cmpint (condition->bound, ==, 14);

  rule = g_ptr_array_index (rules_read, 7);
  g_assert_false (rule->first_case_only);
  g_assert_false (rule->overridable);
  g_assert_false (rule->suspends);
  rule_case = g_ptr_array_index (rule->cases, 0);
  g_assert_cmpint (rule_case->choose, ==, MESO_OUTCOME_BLOCK);
  g_assert_cmpint (rule_case->days_to, ==, MESO_RULE_MAX_DAYS);
  condition = g_ptr_array_index (rule_case->conditions, 0);
  g_assert_cmpint (condition->kind, ==, MESO_CONDITION_AT_LEAST);
  g_assert_cmpint (condition->bound, ==, 180000);
  rule_case = g_ptr_array_index (rule->cases, 1);
  g_assert_cmpstr (rule_case->ingredient, ==, "zinc");
  condition = g_ptr_array_index (rule_case->conditions, 0);
  g_assert_cmpint (condition->answer->kind, ==, MESO_ANSWER_CHOICE);
  g_assert_cmpstr (condition->answer->choice, ==, "dry");
  condition = g_ptr_array_index (rule_case->conditions, 1);
  g_assert_cmpstr (condition->question, ==, "age");
  g_assert_cmpint (condition->bound, ==, 18);
}

static void
test_known (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  const MesoQuestion *ill = meso_protocol_lookup_question (protocol, "ill");
  const MesoKnown *medicine = g_ptr_array_index (ill->known, 0);
  const MesoKnown *condition = g_ptr_array_index (ill->known, 1);

  g_assert_cmpuint (ill->known->len, ==, 2);
  g_assert_cmpint (medicine->kind, ==, MESO_HEALTH_MEDICINE);
  g_assert_cmpint (medicine->origin, ==, MESO_MEDICINE_PRESCRIBED);
  g_assert_false (medicine->ended);
  g_assert_cmpstr (meso_local_text_get (medicine->words, "en"), ==, "warfarin; heparin");
  g_assert_cmpstr (meso_local_text_get (medicine->words, "fa"), ==, "وارفارین؛ هپارین");
  g_assert_cmpint (condition->kind, ==, MESO_HEALTH_CONDITION);
  g_assert_cmpint (condition->origin, ==, MESO_MEDICINE_ORIGIN_UNKNOWN);
  g_assert_true (condition->ended);
}

static void
test_known_split (void)
{
  g_autoptr (GPtrArray) words = meso_known_split (" vitamin E;ginkgo ؛ زالو;");

  g_assert_cmpuint (words->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (words, 0), ==, "vitamin E");
  g_assert_cmpstr (g_ptr_array_index (words, 1), ==, "ginkgo");
  g_assert_cmpstr (g_ptr_array_index (words, 2), ==, "زالو");
  g_assert_cmpstr (g_ptr_array_index (words, 3), ==, "");
}

/* Somebody whose sex is another one, or not known, is asked everything. */
static void
test_hidden_for (void)
{
  static const struct { MesoSex hidden_for, sex; gboolean hidden; } cases[] = {
    { MESO_SEX_MALE, MESO_SEX_MALE, TRUE }, { MESO_SEX_MALE, MESO_SEX_FEMALE, FALSE },
    { MESO_SEX_MALE, MESO_SEX_OTHER, FALSE }, { MESO_SEX_MALE, MESO_SEX_UNKNOWN, FALSE },
    { MESO_SEX_FEMALE, MESO_SEX_FEMALE, TRUE }, { MESO_SEX_FEMALE, MESO_SEX_MALE, FALSE },
    { MESO_SEX_FEMALE, MESO_SEX_OTHER, FALSE }, { MESO_SEX_FEMALE, MESO_SEX_UNKNOWN, FALSE },
    { MESO_SEX_UNKNOWN, MESO_SEX_UNKNOWN, FALSE }, { MESO_SEX_UNKNOWN, MESO_SEX_MALE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MesoQuestion question = { .id = (char *) "q", .hidden_for = cases[i].hidden_for };

      g_assert_cmpint (meso_question_is_hidden_for (&question, cases[i].sex), ==, cases[i].hidden);
    }
}

static void
test_asked_when (void)
{
  static const struct { MesoQuestion question; const char *words; } cases[] = {
    { { .id = (char *) "q" }, "" },
    { { .id = (char *) "q", .hidden_for = MESO_SEX_MALE }, "sex != male" },
    { { .id = (char *) "q", .hidden_for = MESO_SEX_FEMALE }, "sex != female" },
    { { .id = (char *) "q", .parent = (char *) "p" }, "p != no" },
    { { .id = (char *) "q", .hidden_for = MESO_SEX_MALE, .parent = (char *) "menstruating" },
      "sex != male and menstruating != no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = meso_question_dup_asked_when (&cases[i].question);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (meso_question_type_to_string (MESO_QUESTION_ANSWER), ==, "answer");
  g_assert_cmpstr (meso_question_type_to_string (MESO_QUESTION_DATE), ==, "date");
  g_assert_cmpstr (meso_question_type_to_string (MESO_QUESTION_NUMBER), ==, "number");
  g_assert_cmpstr (meso_question_type_to_string (MESO_QUESTION_CHOICE), ==, "choice");
  g_assert_cmpstr (meso_origin_to_string (MESO_ORIGIN_ARTICLE), ==, "article");
  g_assert_cmpstr (meso_origin_to_string (MESO_ORIGIN_RESEARCH), ==, "research");
  g_assert_cmpstr (meso_origin_to_string (MESO_ORIGIN_CLINIC), ==, "clinic");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  protocol_fixture_add_cases ("/protocol-reader-screening/question", questions, G_N_ELEMENTS (questions));
  protocol_fixture_add_cases ("/protocol-reader-screening/rule", rules, G_N_ELEMENTS (rules));
  g_test_add_func ("/protocol-reader-screening/values", test_values);
  g_test_add_func ("/protocol-reader-screening/known", test_known);
  g_test_add_func ("/protocol-reader-screening/known-split", test_known_split);
  g_test_add_func ("/protocol-reader-screening/hidden-for", test_hidden_for);
  g_test_add_func ("/protocol-reader-screening/asked-when", test_asked_when);
  g_test_add_func ("/protocol-reader-screening/names", test_names);

  return g_test_run ();
}
