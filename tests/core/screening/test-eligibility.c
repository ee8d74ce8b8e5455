/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-eligibility.h"

#define SEED 3
#define N_TRIALS 20000
#define SCREENED "2026-11-22"

static MesoCalendarDate
day (const char *text)
{
  MesoCalendarDate parsed = MESO_CALENDAR_DATE_NONE;

  g_assert_true (meso_calendar_date_parse (text, &parsed, NULL));
  return parsed;
}

/* "MENS defer 2026-11-27 overridable": rule, outcome, and what else there is */
static MesoFinding *
read_finding (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  MesoFinding *finding = meso_finding_new ();

  finding->rule = g_strdup (words[0]);
  g_assert_true (meso_outcome_from_string (words[1], &finding->outcome));
  for (guint i = 2; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "overridable"))
        finding->overridable = TRUE;
      else
        finding->until = day (words[i]);
    }
  return finding;
}

static void
add_finding (MesoScreening *screening,
             MesoFinding   *finding)
{
  g_ptr_array_add (screening->verdict->findings, finding);
  screening->verdict->outcome = MAX (screening->verdict->outcome, finding->outcome);
}

/* findings: apart by "; ", "" for none; the word "missing" leaves a question open */
static MesoScreening *
read_screening (const char *findings)
{
  MesoScreening *screening = g_new0 (MesoScreening, 1);
  g_auto(GStrv) parts = g_strsplit (findings, "; ", -1);

  screening->date = day (SCREENED);
  screening->response = meso_questionnaire_response_new ();
  screening->verdict = meso_verdict_new ();
  screening->verdict->outcome = MESO_OUTCOME_SUITABLE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_equal (parts[i], "missing"))
        {
          g_ptr_array_add (screening->verdict->missing, meso_missing_new ("pregnant", MESO_MISSING_UNKNOWN));
          screening->verdict->outcome = MAX (screening->verdict->outcome, MESO_OUTCOME_INCOMPLETE);
        }
      else
        {
          add_finding (screening, read_finding (parts[i]));
        }
    }
  return screening;
}

/* "clearance TUM-H +reason 2026-11-01/2026-11-30": kind, rule or "*", "+" and a reason, a paper's days */
static MesoScreeningDecision *
read_decision (const char *text,
               guint       moment)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  g_assert_true (meso_decision_kind_from_string (words[0], &decision->kind));
  decision->clearance_date = decision->kind == MESO_DECISION_CLEARANCE ? day (SCREENED) : MESO_CALENDAR_DATE_NONE;
  decision->decided_at = g_strdup_printf ("2026-11-22T08:30:%02u.000000Z", moment);
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (*words[i] == '+')
        g_set_str (&decision->reason, words[i] + 1);
      else if (g_ascii_isdigit (*words[i]))
        {
          g_auto(GStrv) days = g_strsplit (words[i], "/", 2);

          decision->clearance_date = day (days[0]);
          if (days[1] != NULL)
            decision->clearance_expires = day (days[1]);
        }
      else if (!g_str_equal (words[i], "*"))
        decision->rule = g_strdup (words[i]);
    }
  return decision;
}

/* apart by "; ", oldest first; "& " before one: at the same moment as the one before it */
static GPtrArray *
read_decisions (const char *text)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
  g_auto(GStrv) parts = g_strsplit (text, "; ", -1);
  guint moment = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean same = g_str_has_prefix (parts[i], "& ");

      g_ptr_array_add (decisions, read_decision (same ? parts[i] + 2 : parts[i], same ? moment : ++moment));
    }
  return decisions;
}

typedef struct
{
  const char *findings;
  const char *decisions;
  const char *today;
  const char *expected;
} Row;

static const Row rows[] = {
  { "", "", SCREENED, "to-sign" },
  { "", "sign", SCREENED, "signed" },
  { "", "sign", "2027-11-22", "signed" },
  { "", "sign", "2027-11-23", "unscreened" },
  { "", "", "2027-11-23", "unscreened" },
  { "", "sign", "2026-11-21", "unscreened" },
  { "AA exclude", "sign", SCREENED, "signed" },

  /* Nothing answers a block or an open question, and neither runs out. */
  { "PREG block", "", SCREENED, "blocked" },
  { "PREG block overridable", "override * +really; sign +really", SCREENED, "blocked" },
  { "PREG block; MENS defer 2026-11-27", "", "2028-01-01", "blocked" },
  { "missing", "", SCREENED, "incomplete" },
  { "missing", "override * +really; sign +really", SCREENED, "incomplete" },
  { "missing; PREG block", "", SCREENED, "blocked" },
  { "missing; MENS defer 2026-11-27 overridable", "", "2026-12-01", "incomplete" },
  { "missing", "", "2028-01-01", "incomplete" },

  /* A wait lasts to its day, and then the answers are too old. */
  { "MENS defer 2026-11-27 overridable", "", "2026-11-26", "wait" },
  { "MENS defer 2026-11-27 overridable", "", "2026-11-27", "unscreened" },
  { "MENS defer 2026-11-27 overridable", "wait", "2026-11-27", "unscreened" },
  { "INF-S defer", "", "2027-01-01", "wait" },
  { "INF-S defer; MENS defer 2026-11-27", "", "2026-11-27", "wait" },
  { "INF-S defer", "override * +really; sign +really", SCREENED, "wait" },
  { "INF-S defer", "clearance * ; sign +really", SCREENED, "wait" },
  { "MENS defer 2026-11-27 overridable", "override MENS +light", SCREENED, "to-sign" },
  { "MENS defer 2026-11-27 overridable", "override MENS +light; sign +light", SCREENED, "signed" },
  { "MENS defer 2026-11-27 overridable", "override MENS +light; sign +light", "2026-12-01", "signed" },
  { "MENS defer 2026-11-27 overridable", "override MENS; sign +light", SCREENED, "wait" },
  { "MENS defer 2026-11-27 overridable", "override ENDO +light; sign +light", SCREENED, "wait" },
  { "MENS defer 2026-11-27 overridable", "sign +light", SCREENED, "wait" },

  /* A clearance is a paper with days. */
  { "TUM-H clearance", "", SCREENED, "to-clear" },
  { "TUM-H clearance", "override * +really; sign +really", SCREENED, "to-clear" },
  { "TUM-H clearance", "clearance TUM-H", SCREENED, "to-sign" },
  { "TUM-H clearance", "clearance TUM-H; sign +letter", SCREENED, "signed" },
  { "TUM-H clearance", "clearance *; sign +letter", SCREENED, "signed" },
  { "TUM-H clearance", "clearance AA; sign +letter", SCREENED, "to-clear" },
  { "TUM-H clearance", "clearance TUM-H 2026-11-01/2026-11-30; sign +letter", "2026-11-30", "signed" },
  { "TUM-H clearance", "clearance TUM-H 2026-11-01/2026-11-30; sign +letter", "2026-12-01", "to-clear" },
  /* One without an end, as papers were noted once, holds for a year. */
  { "TUM-H clearance", "clearance TUM-H 2026-03-01; sign +letter", "2027-03-01", "signed" },
  { "TUM-H clearance", "clearance TUM-H 2026-03-01; sign +letter", "2027-03-02", "to-clear" },
  { "TUM-H clearance", "clearance TUM-H 2026-11-25; sign +letter", "2026-11-24", "to-clear" },
  { "TUM-H clearance; AA clearance", "clearance TUM-H; sign +letter", SCREENED, "to-clear" },
  { "TUM-H clearance; AA clearance", "clearance TUM-H; clearance AA; sign +letters", SCREENED, "signed" },

  /* A signature is worth what lay before it. */
  { "TUM-H clearance", "sign +letter; clearance TUM-H", SCREENED, "to-sign" },
  { "TUM-H clearance", "clearance TUM-H 2026-11-01/2026-11-30; sign +letter; clearance TUM-H 2026-12-01", "2026-12-02", "to-sign" },
  { "TUM-H clearance", "clearance TUM-H 2026-11-01/2026-11-30; sign +letter; clearance TUM-H 2026-12-01; sign +letter", "2026-12-02",
    "signed" },
  { "TUM-H clearance", "clearance TUM-H; sign", SCREENED, "to-sign" },
  { "MENS defer 2026-11-27 overridable", "sign +light; & override MENS +light", SCREENED, "signed" },

  /* A caution is a physician's, with a reason. */
  { "ENDO caution", "", SCREENED, "to-decide" },
  { "ENDO caution", "sign", SCREENED, "to-decide" },
  { "ENDO caution", "sign +tested", SCREENED, "signed" },
  { "ENDO caution", "override ENDO +tested", SCREENED, "to-sign" },
  { "ENDO caution overridable", "override * +tested; sign +tested", SCREENED, "signed" },

  /* The strictest of what is open. */
  { "ENDO caution; TUM-H clearance; MENS defer 2026-11-27 overridable", "", SCREENED, "wait" },
  { "ENDO caution; TUM-H clearance; MENS defer 2026-11-27 overridable", "override MENS +light", SCREENED, "to-clear" },
  { "ENDO caution; TUM-H clearance; MENS defer 2026-11-27 overridable", "override MENS +light; clearance *", SCREENED, "to-decide" },
  { "ENDO caution; TUM-H clearance; MENS defer 2026-11-27 overridable", "override MENS +light; clearance *; sign +all", SCREENED,
    "signed" },

  /* Not now. */
  { "", "wait", SCREENED, "wait" },
  { "", "sign; wait", SCREENED, "wait" },
  { "", "sign; & wait", SCREENED, "wait" },
  { "", "wait; sign", SCREENED, "signed" },
  { "", "sign; wait; sign; wait", SCREENED, "wait" },
  { "PREG block", "wait", SCREENED, "blocked" },
  { "TUM-H clearance", "clearance TUM-H; sign +letter; wait; clearance TUM-H", SCREENED, "to-sign" },
  { "ENDO caution", "sign +tested; wait; override MENS +light", SCREENED, "to-decide" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MesoScreening) screening = read_screening (*rows[i].findings != '\0' ? rows[i].findings : "AA exclude");
      g_autoptr(GPtrArray) decisions = *rows[i].decisions != '\0' ? read_decisions (rows[i].decisions) : NULL;
      MesoEligibility eligibility = meso_eligibility_judge (screening, decisions, day (rows[i].today));

      if (!g_str_equal (meso_eligibility_to_string (eligibility), rows[i].expected))
        g_error ("[%s] [%s] %s: %s, not %s", rows[i].findings, rows[i].decisions, rows[i].today,
                 meso_eligibility_to_string (eligibility), rows[i].expected);
    }
}

static void
test_no_screening (void)
{
  g_autoptr(MesoScreening) screening = read_screening ("AA exclude");
  g_autoptr(GPtrArray) decisions = read_decisions ("sign");

  g_assert_cmpint (meso_eligibility_judge (NULL, NULL, day (SCREENED)), ==, MESO_ELIGIBILITY_UNSCREENED);
  g_assert_cmpint (meso_eligibility_judge (screening, decisions, day (SCREENED)), ==, MESO_ELIGIBILITY_SIGNED);
  screening->entered_in_error = g_strdup ("another patient");
  g_assert_cmpint (meso_eligibility_judge (screening, decisions, day (SCREENED)), ==, MESO_ELIGIBILITY_UNSCREENED);
}

/* A verdict that says more than its findings is believed. */
static void
test_verdict_without_its_finding (void)
{
  g_autoptr(GPtrArray) decisions = read_decisions ("override * +really; clearance *; sign +really");
  const struct { MesoOutcome outcome; MesoEligibility expected; } strange[] = {
    { MESO_OUTCOME_BLOCK, MESO_ELIGIBILITY_BLOCKED }, { MESO_OUTCOME_INCOMPLETE, MESO_ELIGIBILITY_INCOMPLETE },
    { MESO_OUTCOME_DEFER, MESO_ELIGIBILITY_WAIT }, { MESO_OUTCOME_CLEARANCE, MESO_ELIGIBILITY_TO_CLEAR },
    { MESO_OUTCOME_CAUTION, MESO_ELIGIBILITY_TO_DECIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr(MesoScreening) screening = read_screening ("AA exclude");

      screening->verdict->outcome = strange[i].outcome;
      g_assert_cmpint (meso_eligibility_judge (screening, decisions, day (SCREENED)), ==, strange[i].expected);
    }
}

static void
test_open_findings (void)
{
  g_autoptr(MesoScreening) screening = read_screening ("TUM-H clearance; AA clearance; AA exclude; ENDO caution");
  g_autoptr(GPtrArray) decisions = read_decisions ("clearance AA 2026-11-01/2026-11-30");
  const gboolean expected[] = { TRUE, FALSE, FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MesoFinding *finding = g_ptr_array_index (screening->verdict->findings, i);

      g_assert_cmpint (meso_eligibility_is_open (finding, decisions, day (SCREENED)), ==, expected[i]);
      g_assert_cmpint (meso_eligibility_is_open (finding, decisions, day ("2026-12-01")), ==,
                       finding->outcome != MESO_OUTCOME_EXCLUDE);
    }
}

static void
test_allows_session (void)
{
  g_autoptr(MesoScreening) suitable = read_screening ("AA exclude");
  g_autoptr(MesoScreening) caution = read_screening ("ENDO caution");

  g_assert_false (meso_eligibility_allows_session (NULL, MESO_ELIGIBILITY_UNSCREENED));
  g_assert_true (meso_eligibility_allows_session (suitable, MESO_ELIGIBILITY_TO_SIGN));
  g_assert_false (meso_eligibility_allows_session (suitable, MESO_ELIGIBILITY_WAIT));
  g_assert_false (meso_eligibility_allows_session (caution, MESO_ELIGIBILITY_TO_SIGN));
  g_assert_true (meso_eligibility_allows_session (caution, MESO_ELIGIBILITY_SIGNED));
}

/* How near treatment is: none of the first four is nearer than another. */
static int
get_nearness (MesoEligibility eligibility)
{
  return MAX ((int) eligibility, MESO_ELIGIBILITY_WAIT);
}

static char *
draw_finding (GRand *rand)
{
  static const char *const rules[] = { "MENS", "ENDO", "AA", "TUM-H" };
  static const char *const outcomes[] = { "exclude", "caution", "clearance", "defer", "defer 2026-11-27", "defer 2026-12-24",
                                          "block" };
  const char *outcome = outcomes[g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 6 : G_N_ELEMENTS (outcomes))];

  return g_strdup_printf ("%s %s%s", rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], outcome,
                          g_rand_boolean (rand) && !g_str_equal (outcome, "block") ? " overridable" : "");
}

static GPtrArray *
draw_decisions (GRand *rand)
{
  static const char *const drawn[] = {
    "sign", "sign +why", "override MENS +why", "override * +why", "override ENDO", "clearance TUM-H", "clearance *",
    "clearance AA 2026-11-01/2026-11-30", "wait", "& sign +why", "& override AA +why",
  };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *text = NULL;

  g_strv_builder_add (builder, drawn[g_rand_int_range (rand, 0, 9)]);
  for (gint32 left = g_rand_int_range (rand, 0, 6); left > 0; left--)
    g_strv_builder_add (builder, drawn[g_rand_int_range (rand, 0, G_N_ELEMENTS (drawn))]);
  parts = g_strv_builder_end (builder);
  text = g_strjoinv ("; ", parts);
  return read_decisions (text);
}

static MesoScreening *
draw_screening (GRand *rand)
{
  MesoScreening *screening = read_screening ("AA exclude");

  for (gint32 left = g_rand_int_range (rand, 0, 4); left > 0; left--)
    {
      g_autofree char *text = draw_finding (rand);

      add_finding (screening, read_finding (text));
    }
  return screening;
}

/* Whatever was decided: one finding more never brings treatment nearer, and nothing gets past a block. */
static void
test_a_finding_more (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  guint n_signed = 0;

  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_autoptr(MesoScreening) screening = draw_screening (rand);
      g_autoptr(GPtrArray) decisions = draw_decisions (rand);
      MesoCalendarDate today = meso_calendar_date_add_days (day (SCREENED), g_rand_int_range (rand, 0, 40));
      MesoEligibility before = meso_eligibility_judge (screening, decisions, today);
      g_autofree char *more = draw_finding (rand);
      MesoEligibility after;

      n_signed += before == MESO_ELIGIBILITY_SIGNED;
      g_assert_true ((before == MESO_ELIGIBILITY_BLOCKED) == (screening->verdict->outcome == MESO_OUTCOME_BLOCK));
      add_finding (screening, read_finding (more));
      after = meso_eligibility_judge (screening, decisions, today);
      g_assert_cmpint (get_nearness (after), <=, get_nearness (before));
      if (screening->verdict->outcome == MESO_OUTCOME_BLOCK)
        g_assert_cmpint (after, ==, MESO_ELIGIBILITY_BLOCKED);
    }
  g_assert_cmpuint (n_signed, >, N_TRIALS / 50);
}

/* Without the physician's signature nothing is signed; with it, nothing is open. */
static void
test_signed_means_all_is_answered (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_autoptr(MesoScreening) screening = draw_screening (rand);
      g_autoptr(GPtrArray) decisions = draw_decisions (rand);
      gboolean has_sign = FALSE;

      if (meso_eligibility_judge (screening, decisions, day (SCREENED)) != MESO_ELIGIBILITY_SIGNED)
        continue;
      for (guint j = 0; j < decisions->len; j++)
        has_sign |= ((MesoScreeningDecision *) g_ptr_array_index (decisions, j))->kind == MESO_DECISION_SIGN;
      g_assert_true (has_sign);
      for (guint j = 0; j < screening->verdict->findings->len; j++)
        g_assert_false (meso_eligibility_is_open (g_ptr_array_index (screening->verdict->findings, j), decisions, day (SCREENED)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/eligibility/rows", test_rows);
  g_test_add_func ("/core/eligibility/no-screening", test_no_screening);
  g_test_add_func ("/core/eligibility/verdict-without-its-finding", test_verdict_without_its_finding);
  g_test_add_func ("/core/eligibility/open-findings", test_open_findings);
  g_test_add_func ("/core/eligibility/allows-session", test_allows_session);
  g_test_add_func ("/core/eligibility/a-finding-more", test_a_finding_more);
  g_test_add_func ("/core/eligibility/signed-means-all-is-answered", test_signed_means_all_is_answered);

  return g_test_run ();
}
