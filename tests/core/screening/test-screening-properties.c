/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The properties of screening-properties.c, tried on random responses to the content that ships and to random
 * protocols. */

#include "random-screening.h"
#include "screening-properties.h"
#include "screening-support.h"

/* Of each property, on the content and again on random protocols: more than a hundred thousand cases together, and of each
 * property alone with MESO_TEST_LONG in the environment. */
#define RESPONSES 4000
#define LONG_RESPONSES 100000
#define N_PROTOCOLS 400

static guint n_responses = RESPONSES;

/* (element-type utf8): the bodies of the random protocols; drawn once, since drawing takes longer than trying */
static GPtrArray *bodies;

/* The same property on every response, and a look that the responses were worth it. */

static gboolean
try_property (const ScreeningProperty *property,
              ScreeningTrial          *trial,
              guint                   *seen)
{
  g_autoptr (MesoQuestionnaireResponse) response = NULL;
  g_autoptr (MesoVerdict) verdict = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;
  g_autofree char *day = NULL;

  trial->today = random_screening_day (trial->rand);
  response = random_screening_response (trial->rand, trial->protocol, trial->today);
  trial->response = response;
  verdict = screening_trial_evaluate (trial, response);
  trial->verdict = verdict;
  seen[verdict->outcome]++;

  fault = property->check (trial);
  if (fault == NULL)
    return TRUE;

  day = meso_calendar_date_to_string (trial->today);
  input = screening_support_dump_response (response);
  output = screening_support_describe (verdict);
  g_test_fail_printf ("%s\n# on %s: %s\n# gave: %s", fault, day, input, output);

  return FALSE;
}

static void
assert_all_outcomes_seen (const guint *seen)
{
  for (int i = MESO_OUTCOME_SUITABLE; i <= MESO_OUTCOME_BLOCK; i++)
    g_assert_cmpuint (seen[i], >, 0);
}

static GRand *
new_rand (void)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", seed);

  return g_rand_new_with_seed (seed);
}

static void
test_on_built (gconstpointer data)
{
  const ScreeningProperty *property = data;
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  ScreeningTrial trial = { .rand = rand, .protocol = protocol };
  guint seen[MESO_OUTCOME_BLOCK + 1] = { 0 };

  for (guint i = 0; i < n_responses; i++)
    if (!try_property (property, &trial, seen))
      return;

  assert_all_outcomes_seen (seen);
}

static void
test_on_random (gconstpointer data)
{
  const ScreeningProperty *property = data;
  g_autoptr (GRand) rand = new_rand ();
  guint seen[MESO_OUTCOME_BLOCK + 1] = { 0 };

  for (guint i = 0; i < bodies->len; i++)
    {
      g_autoptr (MesoProtocol) protocol = screening_support_protocol (bodies->pdata[i]);
      ScreeningTrial trial = { .rand = rand, .protocol = protocol };

      for (guint j = 0; j < n_responses / N_PROTOCOLS; j++)
        if (!try_property (property, &trial, seen))
          {
            g_test_message ("protocol: %s", (const char *) bodies->pdata[i]);
            return;
          }
    }

  assert_all_outcomes_seen (seen);
}

#define QUESTIONS \
  "<question id='a' type='answer' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>" \
  "<question id='b' type='answer' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
#define CASE(outcome, condition) \
  "<case outcome='" outcome "'><when question=" condition "/><reason>R</reason><advice>A</advice></case>"

/* Invariant 2 rests on the protocol as well: with rules like these a yes could loosen a verdict. */
static void
test_loosening_rules_are_refused (void)
{
  g_assert_true (screening_support_is_sound (QUESTIONS "<rule id='R'" TEST_PROVENANCE ">" CASE ("defer", "'a' is='yes'")
                                             CASE ("caution", "'b' is='yes'") "</rule>"));

  /* Speaks because of a no, or of an unknown. */
  g_assert_false (screening_support_is_sound (QUESTIONS "<rule id='R'" TEST_PROVENANCE ">"
                                              CASE ("defer", "'a' is='no'") "</rule>"));
  g_assert_false (screening_support_is_sound (QUESTIONS "<rule id='R'" TEST_PROVENANCE ">"
                                              CASE ("defer", "'a' is='unknown'") "</rule>"));

  /* The milder finding would hide the stricter one. */
  g_assert_false (screening_support_is_sound (QUESTIONS "<rule id='R'" TEST_PROVENANCE ">" CASE ("caution", "'b' is='yes'")
                                              CASE ("defer", "'a' is='yes'") "</rule>"));
}

/* Invariant 9: signed rules conclude what unsigned ones do; only the flag for the banner differs. */
static void
test_review_changes_only_the_flag (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (guint i = 0; i < bodies->len; i++)
    {
      g_autoptr (MesoProtocol) unreviewed = screening_support_protocol (bodies->pdata[i]);
      g_autoptr (MesoProtocol) reviewed = screening_support_reviewed (bodies->pdata[i]);

      for (guint j = 0; j < n_responses / N_PROTOCOLS; j++)
        {
          MesoCalendarDate today = random_screening_day (rand);
          g_autoptr (MesoQuestionnaireResponse) response = random_screening_response (rand, reviewed, today);
          g_autoptr (MesoVerdict) first = meso_screening_engine_evaluate (unreviewed, response, today, NULL);
          g_autoptr (MesoVerdict) second = meso_screening_engine_evaluate (reviewed, response, today, NULL);
          g_autofree char *a = screening_support_describe (first);
          g_autofree char *b = screening_support_describe (second);

          g_assert_cmpstr (a, ==, b);
          g_assert_false (first->protocol_reviewed);
          g_assert_true (second->protocol_reviewed);
        }
    }
}

static void
draw_protocols (void)
{
  g_autoptr (GRand) rand = new_rand ();

  bodies = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < N_PROTOCOLS; i++)
    g_ptr_array_add (bodies, random_screening_protocol (rand));
}

/* Told, not asserted: a loaded machine is no fault of the engine. */
static void
test_speed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  MesoCalendarDate today = { 2026, 11, 22 };
  gint64 total = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = random_screening_response (rand, protocol, today);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MesoVerdict) verdict = meso_screening_engine_evaluate (protocol, response, today, NULL);

      total += g_get_monotonic_time () - start;
      g_assert_nonnull (verdict);
    }

  g_test_message ("one evaluation of the content that ships: %.3f ms (aim: below 1 ms)", (double) total / 1000 / 1000);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("MESO_TEST_LONG") != NULL)
    n_responses = LONG_RESPONSES;
  draw_protocols ();

  for (const ScreeningProperty *property = screening_properties; property->name != NULL; property++)
    {
      g_autofree char *built = g_strconcat ("/screening-properties/", property->name, "/content", NULL);
      g_autofree char *random = g_strconcat ("/screening-properties/", property->name, "/random-protocols", NULL);

      g_test_add_data_func (built, property, test_on_built);
      g_test_add_data_func (random, property, test_on_random);
    }

  g_test_add_func ("/screening-properties/invariant-2/loosening-rules-are-refused", test_loosening_rules_are_refused);
  g_test_add_func ("/screening-properties/invariant-9/review-changes-only-the-flag", test_review_changes_only_the_flag);
  g_test_add_func ("/screening-properties/speed", test_speed);

  result = g_test_run ();
  g_ptr_array_unref (bodies);

  return result;
}
