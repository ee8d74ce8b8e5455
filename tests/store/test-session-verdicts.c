/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-eligibility.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "session-world.h"

/* On which screening a session may be recorded. */

#define SIGN session_world_decision (MESO_DECISION_SIGN, NULL)
#define WAIT session_world_decision (MESO_DECISION_WAIT, NULL)
#define OVERRIDE(rule) session_world_decision (MESO_DECISION_OVERRIDE, rule)
#define CLEARANCE(rule) session_world_decision (MESO_DECISION_CLEARANCE, rule)

#define NOT_SIGNED "this verdict has to be signed by a physician first"
#define NOT_OVERRIDDEN "no physician has overridden each reason"
#define NOT_CLEARED "a clearance that the verdict asks for"

static void
expect (SessionWorld *world, const char *screening, const char *why)
{
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *id = NULL;

  if (why != NULL)
    {
      session_world_refuse (world, session, NULL, why);
      return;
    }
  id = session_world_record (world, session, NULL);
  session_world_mark (world, id);
}

static void
decide (SessionWorld *world, const char *screening, MesoScreeningDecision *decision)
{
  g_free (session_world_decide (world, screening, decision));
}

static void
test_suitable (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);

  expect (world, screening, NULL);
  decide (world, screening, SIGN);
  expect (world, screening, NULL);
  decide (world, screening, WAIT);
  expect (world, screening, "a physician decided to wait, and none has signed since");
  decide (world, screening, SIGN);
  expect (world, screening, NULL);
}

static void
test_never (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *block = session_world_screen (world, world->leila, MESO_OUTCOME_BLOCK);
  g_autofree char *incomplete = session_world_screen (world, world->leila, MESO_OUTCOME_INCOMPLETE);

  expect (world, block, "nobody is treated on a block");
  expect (world, incomplete, "nobody is treated on an incomplete screening");
}

static void
test_caution (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_CAUTION);
  g_autofree char *sign = NULL;

  expect (world, screening, NOT_SIGNED);
  decide (world, screening, OVERRIDE (NULL));
  expect (world, screening, NOT_SIGNED);
  sign = session_world_decide (world, screening, SIGN);
  expect (world, screening, NULL);
  /* A signature under the wrong form is none. */
  session_world_run_sql (world, "INSERT INTO entered_in_error SELECT 'screening-decision', id, 'r', decided_at, 'UTC', decided_by"
                                " FROM screening_decision WHERE kind = 'sign'");
  expect (world, screening, NOT_SIGNED);
}

static void
test_defer (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_DEFER);

  expect (world, screening, NOT_OVERRIDDEN);
  /* Somebody else's clearance doesn't end a wait, although it lets a physician sign. */
  decide (world, screening, CLEARANCE (NULL));
  decide (world, screening, SIGN);
  expect (world, screening, NOT_OVERRIDDEN);
  /* Decided after the signature: it has to be signed again. */
  decide (world, screening, OVERRIDE ("a-rule"));
  expect (world, screening, NOT_OVERRIDDEN);
  decide (world, screening, SIGN);
  expect (world, screening, NULL);
  decide (world, screening, WAIT);
  expect (world, screening, "a physician decided to wait");
}

static void
test_clearance (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_CLEARANCE);
  MesoScreeningDecision *late = CLEARANCE (NULL);
  MesoScreeningDecision *over = CLEARANCE (NULL);

  expect (world, screening, NOT_CLEARED);
  late->clearance_date = (MesoCalendarDate) { 2026, 11, 23 };
  decide (world, screening, late);
  over->clearance_expires = (MesoCalendarDate) { 2026, 11, 21 };
  decide (world, screening, over);
  decide (world, screening, SIGN);
  expect (world, screening, NOT_CLEARED);
  over = CLEARANCE ("a-rule");
  over->clearance_expires = SESSION_WORLD_DAY;
  decide (world, screening, over);
  decide (world, screening, SIGN);
  expect (world, screening, NULL);
}

static void
test_which_screening (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *karims = session_world_screen (world, world->karim, MESO_OUTCOME_SUITABLE);
  g_autofree char *suitable = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, suitable);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *amended = NULL;

  expect (world, karims, "the screening is another patient's");
  session->date.day = 21;
  session_world_refuse (world, session, NULL, "the screening is of another day");
  session->date = SESSION_WORLD_DAY;
  first = session_world_record (world, session, NULL);
  amended = session_world_screen_as (world, world->leila,
                                     meso_test_verdict (MESO_OUTCOME_BLOCK, meso_protocol_get_hash (world->protocol), "1"), suitable);
  session->session_n = 4;
  session_world_refuse (world, session, NULL, "this screening was amended or entered in error");
  /* What was done that day can still be told rightly, on what was known then. */
  session->session_n = 3;
  session->points = 49;
  second = session_world_record (world, session, first);
}

static void
test_screening_in_error (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *suitable = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);

  session_world_run_sql (world, "INSERT INTO entered_in_error SELECT 'screening', id, 'r', recorded_at, 'UTC', recorded_by FROM screening");
  expect (world, suitable, "this screening was amended or entered in error");
}

/* The store and what the window says of a screening agree, over any findings and any decisions in any order. */

#define ROUNDS 250
#define MAX_FINDINGS 3
#define MAX_DECISIONS 7

static const char *const rules[MAX_FINDINGS] = { "rule-a", "rule-b", "rule-c" };

typedef struct
{
  SessionWorld *world;
  const char *screening;
  MesoScreeningDecision *decision;
  MesoTreatmentSession *session;
  MesoEligibility eligibility;
  gboolean allowed;
} Round;

static MesoVerdict *
random_verdict (SessionWorld *world, GRand *rand)
{
  static const MesoOutcome outcomes[] = { MESO_OUTCOME_CAUTION, MESO_OUTCOME_CLEARANCE, MESO_OUTCOME_DEFER };
  MesoVerdict *verdict = meso_test_verdict (MESO_OUTCOME_SUITABLE, meso_protocol_get_hash (world->protocol), "1");
  gint n_findings = g_rand_int_range (rand, 0, MAX_FINDINGS + 1);

  for (int i = 0; i < n_findings; i++)
    {
      MesoOutcome outcome = outcomes[g_rand_int_range (rand, 0, G_N_ELEMENTS (outcomes))];

      meso_test_verdict_add_finding (verdict, rules[i], outcome, g_rand_boolean (rand));
      verdict->outcome = MAX (verdict->outcome, outcome);
    }
  if (verdict->outcome == MESO_OUTCOME_DEFER)
    verdict->until = (MesoCalendarDate) { 2026, 11, 27 };
  return verdict;
}

static MesoScreeningDecision *
random_decision (GRand *rand)
{
  MesoDecisionKind kind = (MesoDecisionKind) g_rand_int_range (rand, MESO_DECISION_SIGN, MESO_DECISION_WAIT + 1);
  gboolean of_all = kind == MESO_DECISION_SIGN || kind == MESO_DECISION_WAIT || g_rand_int_range (rand, 0, 3) == 0;
  MesoScreeningDecision *decision =
    session_world_decision (kind, of_all ? NULL : rules[g_rand_int_range (rand, 0, MAX_FINDINGS)]);

  if (kind == MESO_DECISION_CLEARANCE && g_rand_int_range (rand, 0, 4) == 0)
    decision->clearance_expires = (MesoCalendarDate) { 2026, 11, 21 };
  /* Noted without an end, as was possible once: a year to the day, or a day longer ago. */
  else if (kind == MESO_DECISION_CLEARANCE && g_rand_int_range (rand, 0, 3) == 0)
    {
      decision->clearance_date = (MesoCalendarDate) { 2025, 11, g_rand_boolean (rand) ? 22 : 21 };
      decision->clearance_expires = MESO_CALENDAR_DATE_NONE;
    }
  return decision;
}

/* Some are refused themselves: of a finding that isn't there, of one that can't be overridden. */
static gboolean
try_decision (MesoStoreContext *context, gpointer data, GError **error)
{
  Round *round = data;
  g_autofree char *id = meso_screening_repository_decide (context, round->world->store->staff, round->decision, error);

  return id != NULL;
}

static gboolean
try_session (MesoStoreContext *context, gpointer data, GError **error)
{
  Round *round = data;
  g_autofree char *id = meso_session_repository_insert (context, round->world->store->nurse, round->session, NULL, NULL, error);

  return id != NULL
         && meso_session_repository_mark_entered_in_error (context, round->world->store->nurse, id, "only tried", error);
}

static gboolean
was_told_to_wait (const GPtrArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    if (((const MesoScreeningDecision *) g_ptr_array_index (decisions, i))->kind == MESO_DECISION_WAIT)
      return TRUE;
  return FALSE;
}

/* The store lets a suitable verdict pass unsigned, unless someone said wait; in all else both are one. */
static gboolean
judge (MesoStoreContext *context, gpointer data, GError **error)
{
  Round *round = data;
  g_autoptr(MesoScreening) screening = meso_screening_repository_get (context, round->screening, error);
  g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (context, round->screening, error);

  round->eligibility = meso_eligibility_judge (screening, decisions, SESSION_WORLD_DAY);
  round->allowed = round->eligibility == MESO_ELIGIBILITY_SIGNED
                   || (screening->verdict->outcome == MESO_OUTCOME_SUITABLE && !was_told_to_wait (decisions));
  return TRUE;
}

static void
check_round (Round *round)
{
  g_autoptr(GError) error = NULL;
  gboolean stored;

  meso_test_store_read (round->world->store, judge, round);
  stored = meso_store_run (round->world->store->store, MESO_STORE_WRITE, try_session, round, &error);
  if (stored != round->allowed)
    g_error ("the store %s what is %s: %s", stored ? "stored" : "refused", meso_eligibility_to_string (round->eligibility),
             error != NULL ? error->message : "");
}

static void
test_agrees_with_eligibility (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint allowed = 0, checks = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *screening = session_world_screen_as (world, world->leila, random_verdict (world, rand), NULL);
      g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
      Round round = { .world = world, .screening = screening, .session = session };

      check_round (&round);
      for (int n = g_rand_int_range (rand, 0, MAX_DECISIONS + 1); n > 0; n--)
        {
          round.decision = random_decision (rand);
          g_set_str (&round.decision->screening, screening);
          meso_store_run (world->store->store, MESO_STORE_WRITE, try_decision, &round, NULL);
          meso_screening_decision_free (round.decision);
          check_round (&round);
          allowed += round.allowed;
          checks++;
        }
    }
  g_test_message ("%u of %u allowed", allowed, checks);
  /* Both ways were gone often. */
  g_assert_cmpuint (allowed, >, checks / 20);
  g_assert_cmpuint (allowed, <, checks - checks / 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-verdicts/suitable", test_suitable);
  g_test_add_func ("/session-verdicts/never", test_never);
  g_test_add_func ("/session-verdicts/caution", test_caution);
  g_test_add_func ("/session-verdicts/defer", test_defer);
  g_test_add_func ("/session-verdicts/clearance", test_clearance);
  g_test_add_func ("/session-verdicts/which-screening", test_which_screening);
  g_test_add_func ("/session-verdicts/screening-in-error", test_screening_in_error);
  g_test_add_func ("/session-verdicts/agrees-with-eligibility", test_agrees_with_eligibility);
  return g_test_run ();
}
