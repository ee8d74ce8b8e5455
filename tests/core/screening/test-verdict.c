/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-verdict.h"

static const MesoCalendarDate first_day = { 2026, 11, 27 };
static const MesoCalendarDate later_day = { 2026, 12, 1 };

static MesoFinding *
add_finding (MesoVerdict      *verdict,
             const char       *rule,
             MesoOutcome       outcome,
             MesoCalendarDate  until)
{
  MesoFinding *finding = meso_finding_new ();

  finding->rule = g_strdup (rule);
  finding->outcome = outcome;
  finding->until = until;
  g_ptr_array_add (verdict->findings, finding);

  return finding;
}

/* A verdict with something in every part. */
static MesoVerdict *
make_verdict (void)
{
  MesoVerdict *verdict = meso_verdict_new ();

  verdict->outcome = MESO_OUTCOME_INCOMPLETE;
  add_finding (verdict, "MENS", MESO_OUTCOME_DEFER, first_day)->reason = meso_local_text_new ("Menstruating");
  add_finding (verdict, "MENS", MESO_OUTCOME_CLEARANCE, MESO_CALENDAR_DATE_NONE);
  add_finding (verdict, "THIA", MESO_OUTCOME_EXCLUDE, MESO_CALENDAR_DATE_NONE)->ingredient = g_strdup ("thiamine");
  g_ptr_array_add (verdict->excluded_ingredients, g_strdup ("thiamine"));
  g_ptr_array_add (verdict->missing, meso_missing_new ("breastfeeding", MESO_MISSING_UNKNOWN));
  g_ptr_array_add (verdict->cleared, g_strdup ("period-started-on"));

  return verdict;
}

static void
assert_difference (const MesoVerdict *stored,
                   const MesoVerdict *again,
                   const char        *expected)
{
  g_autofree char *difference = meso_verdict_describe_difference (stored, again);

  g_assert_cmpstr (difference, ==, expected);
}

static void
test_why_names (void)
{
  g_assert_cmpstr (meso_missing_why_to_string (MESO_MISSING_NOT_ASKED), ==, "not-asked");
  g_assert_cmpstr (meso_missing_why_to_string (MESO_MISSING_UNKNOWN), ==, "unknown");
  g_assert_cmpstr (meso_missing_why_to_string (MESO_MISSING_CONTRADICTION), ==, "contradiction");
}

static void
test_empty_verdict_is_not_a_good_one (void)
{
  g_autoptr (MesoVerdict) verdict = meso_verdict_new ();

  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_INCOMPLETE);
}

static void
test_no_difference (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) again = make_verdict ();
  MesoFinding *finding = again->findings->pdata[0];

  /* Wording, the day of evaluation and the protocol's hash are no conclusions. */
  g_clear_pointer (&finding->reason, meso_local_text_unref);
  finding->reason = meso_local_text_new ("You are menstruating");
  again->date = later_day;
  again->protocol_hash = g_strdup ("0");
  assert_difference (stored, again, NULL);
}

static void
test_rule_differs (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) again = make_verdict ();
  MesoFinding *finding = again->findings->pdata[0];

  finding->until = later_day;
  assert_difference (stored, again,
                     "MENS: was clearance and defer until 2026-11-27, is now clearance and defer until 2026-12-01");

  finding->until = MESO_CALENDAR_DATE_NONE;
  assert_difference (stored, again, "MENS: was clearance and defer until 2026-11-27, is now clearance and defer");

  finding->until = first_day;
  finding->outcome = MESO_OUTCOME_BLOCK;
  assert_difference (stored, again,
                     "MENS: was clearance and defer until 2026-11-27, is now block until 2026-11-27 and clearance");
}

static void
test_rule_gone_or_new (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) again = make_verdict ();

  again->outcome = MESO_OUTCOME_BLOCK;
  add_finding (again, "PREG", MESO_OUTCOME_BLOCK, MESO_CALENDAR_DATE_NONE);

  /* The rule is named rather than the verdict that follows from it. */
  assert_difference (stored, again, "PREG: was nothing, is now block");
  assert_difference (again, stored, "PREG: was block, is now nothing");
}

static void
test_ingredient_differs (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) again = make_verdict ();
  MesoFinding *finding = again->findings->pdata[2];

  g_free (finding->ingredient);
  finding->ingredient = g_strdup ("zinc");
  assert_difference (stored, again, "THIA: was exclude thiamine, is now exclude zinc");
}

static void
test_lists_differ (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) missing = make_verdict ();
  g_autoptr (MesoVerdict) excluded = make_verdict ();
  g_autoptr (MesoVerdict) cleared = make_verdict ();

  ((MesoMissing *) missing->missing->pdata[0])->why = MESO_MISSING_NOT_ASKED;
  assert_difference (stored, missing, "missing question breastfeeding: was unknown, is now not-asked");

  g_ptr_array_set_size (missing->missing, 0);
  assert_difference (stored, missing, "missing question breastfeeding: was unknown, is now nothing");
  assert_difference (missing, stored, "missing question breastfeeding: was nothing, is now unknown");

  g_ptr_array_add (excluded->excluded_ingredients, g_strdup ("zinc"));
  assert_difference (stored, excluded, "excluded ingredient zinc: was nothing, is now listed");

  g_ptr_array_set_size (cleared->cleared, 0);
  assert_difference (stored, cleared, "cleared answer period-started-on: was listed, is now nothing");
}

static void
test_conclusion_differs (void)
{
  g_autoptr (MesoVerdict) stored = make_verdict ();
  g_autoptr (MesoVerdict) again = make_verdict ();

  again->outcome = MESO_OUTCOME_SUITABLE;
  assert_difference (stored, again, "verdict: was incomplete, is now suitable");

  stored->outcome = again->outcome = MESO_OUTCOME_DEFER;
  again->until = first_day;
  assert_difference (stored, again, "verdict: was defer, is now defer until 2026-11-27");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verdict/why-names", test_why_names);
  g_test_add_func ("/verdict/empty-is-not-a-good-one", test_empty_verdict_is_not_a_good_one);
  g_test_add_func ("/verdict/difference/none", test_no_difference);
  g_test_add_func ("/verdict/difference/rule", test_rule_differs);
  g_test_add_func ("/verdict/difference/rule-gone-or-new", test_rule_gone_or_new);
  g_test_add_func ("/verdict/difference/ingredient", test_ingredient_differs);
  g_test_add_func ("/verdict/difference/lists", test_lists_differ);
  g_test_add_func ("/verdict/difference/conclusion", test_conclusion_differs);

  return g_test_run ();
}
