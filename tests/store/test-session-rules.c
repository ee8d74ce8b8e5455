/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "session-world.h"

/* What may not be recorded, whoever asks for it: every constraint and trigger, and beside it what just may. */

#define NEW_ID "'00000000-0000-4000-8000-000000000000'"

/* Stores a copy of the one session there is, without its place in the plan, and with something changed behind the repository's
 * back. */
static char *
make_copy_sql (const char *change)
{
  return g_strconcat ("DROP TABLE IF EXISTS temp.copy; CREATE TEMP TABLE copy AS SELECT * FROM treatment_session LIMIT 1;"
                      " UPDATE temp.copy SET id = " NEW_ID ", plan = NULL, session_n = NULL;"
                      " UPDATE temp.copy SET ", change, "; INSERT INTO treatment_session SELECT * FROM temp.copy", NULL);
}

static const struct { const char *change; const char *why; } refused_values[] = {
  { "id = 'short'", "an id is a UUID" },
  { "session_n = 1", "a plan comes with the number of its session" },
  { "plan = (SELECT plan FROM treatment_session)", "a plan comes with the number of its session" },
  { "date = '2026-02-30'", "the screening is of another day" },
  { "time = '24:00'", "a time is HH:MM" },
  { "time = '9:00'", "a time is HH:MM" },
  { "operator_role = 'desk'", "a physician or a nurse treats" },
  { "formula = NULL", "a formula comes with its version" },
  { "formula_version = NULL", "a formula comes with its version" },
  { "points = -1", "points are never negative" },
  { "volume_ul = -1", "volumes are never negative" },
  { "wasted_ul = -1", "volumes are never negative" },
  { "pain = 11", "pain is 0 to 10" },
  { "pain = -1", "pain is 0 to 10" },
  { "systolic_before = NULL", "blood pressure before is two values that can be" },
  { "diastolic_before = NULL", "blood pressure before is two values that can be" },
  { "systolic_before = 301", "blood pressure before is two values that can be" },
  { "diastolic_before = 19", "blood pressure before is two values that can be" },
  { "systolic_before = 79", "blood pressure before is two values that can be" },
  { "systolic_after = NULL", "blood pressure after is two values that can be" },
  { "diastolic_after = NULL", "blood pressure after is two values that can be" },
  { "systolic_after = 301", "blood pressure after is two values that can be" },
  { "diastolic_after = 19", "blood pressure after is two values that can be" },
  { "systolic_after = 80", "blood pressure after is two values that can be" },
  { "amends = (SELECT id FROM treatment_session), reason = ' '", "an amendment needs a reason" },
  { "amends = 'nothing', reason = 'r'", "a session can only amend one of the same patient" },
  { "recorded_at = '2026-11-22 08:00'", "a moment is UTC" },
};

static const char *const accepted_values[] = {
  "plan = (SELECT plan FROM treatment_session), session_n = 2", "time = NULL", "time = '23:59'", "operator_role = 'physician'",
  "formula = NULL, formula_version = NULL", "points = 0", "volume_ul = 0, wasted_ul = 0", "pain = 0", "pain = 10", "pain = NULL",
  "systolic_before = NULL, diastolic_before = NULL", "systolic_before = 300, diastolic_before = 20",
  "systolic_after = NULL, diastolic_after = NULL", "systolic_after = 81, diastolic_after = 80", "physician = NULL",
  "amends = (SELECT id FROM treatment_session), reason = 'counted again'",
};

static void
test_values (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *id = session_world_record (world, session, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refused_values); i++)
    {
      g_autofree char *sql = make_copy_sql (refused_values[i].change);
      g_test_message ("%s", refused_values[i].change);
      session_world_refuse_sql (world, sql, refused_values[i].why);
    }
  /* Each stored, and taken back again. */
  for (gsize i = 0; i < G_N_ELEMENTS (accepted_values); i++)
    {
      g_autofree char *sql = make_copy_sql (accepted_values[i]);
      g_autofree char *tried = g_strconcat ("SAVEPOINT try; ", sql, "; ROLLBACK TO try; RELEASE try", NULL);
      session_world_run_sql (world, tried);
    }
}

static void
test_reactions (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  MesoReaction *other = g_ptr_array_index (session->reactions, 1);
  g_autofree char *id = NULL;

  g_set_str (&other->note, " ");
  session_world_refuse (world, session, NULL, "another reaction needs a note");
  g_set_str (&other->note, "pale");
  other->grade = 0;
  session_world_refuse (world, session, NULL, "a grade is 1 to 5");
  other->grade = 6;
  session_world_refuse (world, session, NULL, "a grade is 1 to 5");
  other->grade = 5;
  g_set_str (&other->term, " ");
  session_world_refuse (world, session, NULL, "a reaction has a name");
  g_set_str (&other->term, "other");
  id = session_world_record (world, session, NULL);
}

static void
test_sealed (void)
{
  static const struct { const char *sql; const char *why; } changes[] = {
    { "UPDATE treatment_session SET points = 60", "a signed session never changes" },
    { "DELETE FROM treatment_session", "a signed session is never deleted" },
    { "UPDATE session_reaction SET grade = 1", "a signed session never changes" },
    { "DELETE FROM session_reaction", "a signed session is never deleted" },
    { "INSERT INTO session_reaction SELECT id, 9, 'effect-pain', 1, '' FROM treatment_session", "a signed session never changes" },
    { "INSERT INTO entered_in_error VALUES ('session', 'none', 'r', '2026-11-22T08:00:00.000000Z', 'UTC',"
      " (SELECT id FROM staff))", "there is no such record to mark" },
    { "INSERT INTO entered_in_error VALUES ('treatment', (SELECT id FROM treatment_session), 'r', '2026-11-22T08:00:00.000000Z',"
      " 'UTC', (SELECT id FROM staff))", "" },
    { "INSERT INTO entered_in_error VALUES ('session', (SELECT id FROM treatment_session), ' ', '2026-11-22T08:00:00.000000Z',"
      " 'UTC', (SELECT id FROM staff))", "marking an error needs a reason" },
    { "INSERT INTO entered_in_error VALUES ('session', (SELECT id FROM treatment_session), 'r', '2026-11-22', 'UTC',"
      " (SELECT id FROM staff))", "a moment is UTC" },
  };
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *id = session_world_record (world, session, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    session_world_refuse_sql (world, changes[i].sql, changes[i].why);
  session_world_mark (world, id);
  session_world_refuse_sql (world, "UPDATE entered_in_error SET reason = 'another'", "a mark of error never changes");
  session_world_refuse_sql (world, "DELETE FROM entered_in_error", "a mark of error is never deleted");
}

static void
test_plan (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_set_str (&session->plan, world->karims_plan);
  session_world_refuse (world, session, NULL, "the plan is another patient's");
  g_set_str (&session->plan, world->leilas_plan);
  session_world_run_sql (world, "UPDATE plan SET status = 'suspended', status_reason = 'a new bald patch'");
  session_world_refuse (world, session, NULL, "the plan is suspended");
  session_world_run_sql (world, "UPDATE plan SET status = 'active', status_reason = ''");
  first = session_world_record (world, session, NULL);
  session_world_refuse (world, session, NULL, "on record already");
  /* What happened is amended even while the plan is suspended. */
  session_world_run_sql (world, "UPDATE plan SET status = 'suspended', status_reason = 'a new bald patch'");
  second = session_world_record (world, session, first);
  session_world_run_sql (world, "UPDATE plan SET status = 'active', status_reason = ''");
  session_world_refuse (world, session, NULL, "on record already");
  /* Taken back, its place is free. */
  session_world_mark (world, second);
  third = session_world_record (world, session, NULL);
}

static void
test_formula (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autofree char *blocked = session_world_add_formula (world, world->leila, FALSE);
  g_autofree char *clinics = session_world_add_formula (world, NULL, TRUE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_set_str (&session->formula, world->karims_formula);
  session_world_refuse (world, session, NULL, "the formula is another patient's");
  g_set_str (&session->formula, blocked);
  session_world_refuse (world, session, NULL, "this version of the formula is blocked");
  g_set_str (&session->formula, clinics);
  first = session_world_record (world, session, NULL);
  g_set_str (&session->formula, world->leilas_formula);
  session_world_run_sql (world, "INSERT INTO entered_in_error SELECT 'formula', id, 'r', created_at, 'UTC', created_by FROM formula");
  session->session_n = 4;
  session_world_refuse (world, session, NULL, "this formula was entered in error");
  /* But it was what went in. */
  g_set_str (&session->formula, clinics);
  session->session_n = 3;
  session->points = 49;
  second = session_world_record (world, session, first);
  g_set_str (&session->formula, NULL);
  session->formula_version = 0;
  third = session_world_record (world, session, second);
}

static void
test_excluded (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  MesoVerdict *verdict = meso_test_verdict (MESO_OUTCOME_SUITABLE, meso_protocol_get_hash (world->protocol), "1");
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autofree char *biotin = NULL;
  g_autofree char *zinc = NULL;
  g_autofree char *id = NULL;

  /* The formula holds zinc. */
  meso_test_verdict_add_finding (verdict, "no-biotin", MESO_OUTCOME_EXCLUDE, FALSE);
  biotin = session_world_screen_as (world, world->leila, verdict, NULL);
  verdict = meso_test_verdict (MESO_OUTCOME_SUITABLE, meso_protocol_get_hash (world->protocol), "1");
  g_ptr_array_add (verdict->excluded_ingredients, g_strdup ("zinc"));
  zinc = session_world_screen_as (world, world->leila, verdict, NULL);
  session = session_world_session (world, zinc);
  session_world_refuse (world, session, NULL, "an ingredient that the screening of that day excludes");
  g_set_str (&session->screening, biotin);
  id = session_world_record (world, session, NULL);
}

static void
test_amendment (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autofree char *karims_screening = session_world_screen (world, world->karim, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autoptr(MesoTreatmentSession) karims = session_world_session (world, karims_screening);
  g_autofree char *id = session_world_record (world, session, NULL);

  g_set_str (&karims->patient, world->karim);
  g_set_str (&karims->plan, world->karims_plan);
  g_set_str (&karims->formula, world->karims_formula);
  session_world_refuse (world, karims, id, "a session can only amend one of the same patient");
  session_world_mark (world, id);
  session_world_refuse (world, session, id, "what was entered in error isn't amended");
}

static void
test_physician (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_set_str (&session->physician, world->store->nurse);
  session_world_refuse (world, session, NULL, "only a physician is in charge of a session");
  g_set_str (&session->physician, world->store->staff);
  first = session_world_record (world, session, NULL);
  /* Who they were that day counts. */
  session_world_run_sql (world, "UPDATE staff SET role = 'desk'");
  session->points = 49;
  second = session_world_record (world, session, first);
  session->session_n = 4;
  session_world_refuse (world, session, NULL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-rules/values", test_values);
  g_test_add_func ("/session-rules/reactions", test_reactions);
  g_test_add_func ("/session-rules/sealed", test_sealed);
  g_test_add_func ("/session-rules/plan", test_plan);
  g_test_add_func ("/session-rules/formula", test_formula);
  g_test_add_func ("/session-rules/excluded", test_excluded);
  g_test_add_func ("/session-rules/amendment", test_amendment);
  g_test_add_func ("/session-rules/physician", test_physician);
  return g_test_run ();
}
