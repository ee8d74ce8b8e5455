/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What stands on paper: plans, evidence, lists, handouts and phrases. */

#include "protocol-fixture.h"

#define PLAN(numbers, steps) "<plan id='p' " numbers FROM "><name>N</name>" steps "</plan>"
#define STEP(attributes) "\n<step " attributes "/>"
#define SOUND_PLAN PLAN ("min-sessions='1' max-sessions='2' default-sessions='1'", STEP ("gap-days='14' repeats='1'"))
#define PLAN_OF(steps) PLAN ("min-sessions='1' max-sessions='4' default-sessions='2'", steps)

static const FaultCase plans[] = {
  { "unknown-attribute", SOUND_PLAN, PLAN_OF (STEP ("gap-days='14' repeats='0' weeks='2'")),
    "3:1: <step> has no attribute “weeks”" },
  { "two-gaps", PLAN_OF (STEP ("gap-months='3' repeats='0'")), PLAN_OF (STEP ("gap-days='14' gap-months='3' repeats='0'")),
    "3:1: <step> needs either “gap-days” or “gap-months”" },
  { "no-gap", PLAN_OF (STEP ("gap-days='14' repeats='0'")), PLAN_OF (STEP ("repeats='0'")),
    "3:1: <step> needs either “gap-days” or “gap-months”" },
  { "no-repeats", SOUND_PLAN, PLAN_OF (STEP ("gap-days='14'")),
    "3:1: <step> needs the attribute “repeats”" },
  { "gap-zero", PLAN_OF (STEP ("gap-days='1' repeats='0'")), PLAN_OF (STEP ("gap-days='0' repeats='0'")),
    "3:1: “0” can't be used as “gap-days”: it is a whole number from 1 to 365" },
  { "gap-too-long", PLAN_OF (STEP ("gap-months='24' repeats='0'")), PLAN_OF (STEP ("gap-months='25' repeats='0'")),
    "3:1: “25” can't be used as “gap-months”: it is a whole number from 1 to 24" },
  { "endless-before-the-end", PLAN_OF (STEP ("gap-days='7' repeats='2'") STEP ("gap-days='14' repeats='0'")),
    PLAN_OF (STEP ("gap-days='7' repeats='0'") STEP ("gap-days='14' repeats='9'")),
    "3:1: only the last step repeats without end (“repeats” 0)" },
  { "too-short", PLAN_OF (STEP ("gap-days='7' repeats='3'")), PLAN_OF (STEP ("gap-days='7' repeats='2'")),
    "2:1: the steps give 3 sessions, fewer than “max-sessions”" },
  { "no-step", SOUND_PLAN, PLAN_OF (""), "2:1: <plan> needs a <step>" },
  { "numbers-fall", PLAN ("min-sessions='2' max-sessions='2' default-sessions='2'", STEP ("gap-days='7' repeats='1'")),
    PLAN ("min-sessions='2' max-sessions='2' default-sessions='1'", STEP ("gap-days='7' repeats='1'")),
    "2:1: “min-sessions”, “default-sessions” and “max-sessions” don't rise" },
  { "no-sessions", SOUND_PLAN, PLAN ("min-sessions='0' max-sessions='2' default-sessions='1'", STEP ("gap-days='7' repeats='1'")),
    "2:1: “0” can't be used as “min-sessions”: it is a whole number from 1 to 100" },
  { "same-id", SOUND_PLAN, SOUND_PLAN "\n" SOUND_PLAN, "4:1: “p” has been used before, in t.xml line 2" },
};

#define EVIDENCE(attributes) "<evidence " attributes FROM "><claim>C</claim><study>S</study><result>R</result></evidence>"
#define ENTRY(attributes) "<entry " attributes FROM ">" TEXT "</entry>"

static const FaultCase library[] = {
  { "found-nowhere", EVIDENCE ("id='e' found='true' reference='doi:1'"), EVIDENCE ("id='e' found='true'"),
    "2:1: a study that was found needs a “reference”" },
  { "lost-somewhere", EVIDENCE ("id='e' found='false' reference=''"), EVIDENCE ("id='e' found='false' reference='doi:1'"),
    "2:1: a study that wasn't found can't have a “reference”" },
  { "no-found", EVIDENCE ("id='e' found='false'"), EVIDENCE ("id='e'"), "2:1: <evidence> needs the attribute “found”" },
  { "no-result", EVIDENCE ("id='e' found='false'"),
    "<evidence id='e' found='false'" FROM "><claim>C</claim><study>S</study></evidence>",
    "2:1: <evidence> needs the element <result>" },
  { "same-evidence", EVIDENCE ("id='e' found='false'"), EVIDENCE ("id='e' found='false'") "\n" EVIDENCE ("id='e' found='false'"),
    "3:1: “e” has been used before, in t.xml line 2" },
  { "unknown-list", ENTRY ("id='e' list='benefit'"), ENTRY ("id='e' list='benefits'"),
    "2:1: “benefits” can't be used as “list” of <entry>: it is one of side-effect, benefit, indication, "
    "excipient" },
  { "same-entry", ENTRY ("id='e' list='benefit'") ENTRY ("id='f' list='benefit'"),
    ENTRY ("id='e' list='benefit'") "\n" ENTRY ("id='e' list='indication'"), "3:1: “e” has been used before, in t.xml line 2" },
};

#define HANDOUT(attributes, items) "<handout " attributes FROM "><title>T</title>" items "</handout>"
#define ITEM(attributes) "\n<item " attributes FROM ">" TEXT "</item>"
#define SHEET(items) HANDOUT ("kind='before' text-version='1'", items)
#define LASTS(duration) SHEET (ITEM ("id='i' section='do' duration='" duration "'"))
#define PHRASE(id) "\n<phrase id='" id "'>" TEXT "</phrase>"

static const FaultCase handouts[] = {
  { "no-item", SHEET (ITEM ("id='i' section='do'")), SHEET (""), "2:1: <handout> needs an <item>" },
  { "no-title", SHEET (ITEM ("id='i' section='do'")),
    "<handout kind='before' text-version='1'" FROM ">" ITEM ("id='i' section='do'") "</handout>",
    "2:1: <handout> needs the element <title>" },
  { "no-section", SHEET (ITEM ("id='i' section='do'")), SHEET (ITEM ("id='i'")), "3:1: <item> needs the attribute “section”" },
  { "same-item", SHEET (ITEM ("id='i' section='do'") ITEM ("id='j' section='do'")),
    SHEET (ITEM ("id='i' section='do'") ITEM ("id='i' section='call'")), "4:1: “i” has been used before, in t.xml line 3" },
  { "same-kind", SHEET (ITEM ("id='i' section='do'")) HANDOUT ("kind='after' text-version='1'", ITEM ("id='i' section='do'")),
    SHEET (ITEM ("id='i' section='do'")) "\n" SHEET (ITEM ("id='i' section='do'")),
    "4:1: “before” has been used before, in t.xml line 2" },
  { "version-zero", SHEET (ITEM ("id='i' section='do'")), HANDOUT ("kind='before' text-version='0'", ITEM ("id='i' section='do'")),
    "2:1: “0” can't be used as “text-version”: it is a whole number from 1 to 10000" },
  { "weeks", LASTS ("P14D"), LASTS ("P2W"), "3:1: “P2W” isn't a duration such as “PT24H” or “P7D”" },
  { "hours-of-days", LASTS ("PT24H"), LASTS ("P24H"), "3:1: “P24H” isn't a duration such as “PT24H” or “P7D”" },
  { "days-of-hours", LASTS ("P1D"), LASTS ("PT1D"), "3:1: “PT1D” isn't a duration such as “PT24H” or “P7D”" },
  { "mixed-duration", LASTS ("P1D"), LASTS ("P1DT2H"), "3:1: “P1DT2H” isn't a duration such as “PT24H” or “P7D”" },
  { "no-time", LASTS ("PT1H"), LASTS ("PT0H"), "3:1: “PT0H” isn't a duration such as “PT24H” or “P7D”" },
  { "signed-duration", LASTS ("P1D"), LASTS ("P-1D"), "3:1: “P-1D” isn't a duration such as “PT24H” or “P7D”" },
  { "bare-duration", LASTS ("P1D"), LASTS ("P"), "3:1: “P” isn't a duration such as “PT24H” or “P7D”" },
  { "icon-path", SHEET (ITEM ("id='i' section='do' icon='shower'")), SHEET (ITEM ("id='i' section='do' icon='../x'")),
    "3:1: “../x” can't be used as “icon”: write lower-case letters a–z, digits and hyphens, at most 64" },
  { "same-phrase", PHRASE ("a") PHRASE ("b"), PHRASE ("a") PHRASE ("a"), "4:1: “a” has been used before, in t.xml line 3" },
  { "phrase-with-source", PHRASE ("a"), "<phrase id='a' source='GK'>" TEXT "</phrase>", "2:1: <phrase> has no attribute “source”" },
  { "phrase-without-text", PHRASE ("a"), "<phrase id='a'/>", "2:1: <phrase> needs the element <text>" },
};

/* A fault in an entry doesn't hide the next: the name is taken even by an entry that lacks its words. */
static void
test_all_faults (void)
{
  g_autoptr (GPtrArray) faults = protocol_fixture_validate ("<phrase id='a'/>" PHRASE ("a"));

  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "t.xml:2:1: <phrase> needs the element <text>");
  g_assert_cmpstr (g_ptr_array_index (faults, 1), ==, "t.xml:3:1: “a” has been used before, in t.xml line 2");
}

static void
test_values (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  const MesoPlanTemplate *plan = meso_protocol_lookup_plan (protocol, "mild");
  const MesoPlanStep *step = g_ptr_array_index (plan->steps, 0);
  const MesoHandoutText *handout = meso_protocol_lookup_handout (protocol, "aftercare");
  const MesoHandoutItem *item = g_ptr_array_index (handout->items, 0);
  const GPtrArray *studies = meso_protocol_get_evidence (protocol);
  const MesoEvidence *study = g_ptr_array_index (studies, 0);
  const MesoListEntry *entry = g_ptr_array_index (meso_protocol_get_lists (protocol), 0);

  g_assert_false (plan->maintenance);
  g_assert_cmpint (plan->min_sessions, ==, 2);
  g_assert_cmpint (plan->max_sessions, ==, 6);
  g_assert_cmpint (plan->default_sessions, ==, 4);
  g_assert_cmpint (step->gap_days, ==, 14);
  g_assert_cmpint (step->gap_months, ==, 0);
  g_assert_cmpint (step->repeats, ==, 3);
  step = g_ptr_array_index (plan->steps, 1);
  g_assert_cmpint (step->gap_days, ==, 0);
  g_assert_cmpint (step->gap_months, ==, 3);
  g_assert_cmpint (step->repeats, ==, 0);

  g_assert_cmpint (handout->text_version, ==, 2);
  g_assert_cmpstr (item->section, ==, "avoid");
  g_assert_cmpint (item->duration_hours, ==, 24);
  g_assert_cmpint (item->duration_days, ==, 0);
  g_assert_cmpstr (item->icon, ==, "shower");
  g_assert_true (item->avoid);
  g_assert_cmpstr (item->when_ingredient, ==, "zinc");
  g_assert_cmpstr (item->when_flag, ==, "own");
  item = g_ptr_array_index (handout->items, 1);
  g_assert_cmpint (item->duration_hours, ==, 0);
  g_assert_cmpint (item->duration_days, ==, 7);
  g_assert_null (item->icon);
  g_assert_null (item->when_flag);
  g_assert_null (item->detail);

  g_assert_true (study->found);
  g_assert_cmpstr (study->reference, ==, "doi:10.1/x");
  g_assert_cmpuint (study->ingredients->len, ==, 2);
  study = g_ptr_array_index (studies, 1);
  g_assert_false (study->found);
  g_assert_null (study->reference);

  g_assert_cmpstr (entry->list, ==, "side-effect");
  g_assert_cmpstr (meso_local_text_get (entry->detail, "fa"), ==, "ج");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  protocol_fixture_add_cases ("/protocol-reader-sheets/plan", plans, G_N_ELEMENTS (plans));
  protocol_fixture_add_cases ("/protocol-reader-sheets/library", library, G_N_ELEMENTS (library));
  protocol_fixture_add_cases ("/protocol-reader-sheets/handout", handouts, G_N_ELEMENTS (handouts));
  g_test_add_func ("/protocol-reader-sheets/all-faults", test_all_faults);
  g_test_add_func ("/protocol-reader-sheets/values", test_values);

  return g_test_run ();
}
