/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What no path may store, tried with random answers and random decisions: through the services as the window does, and past them
 * with SQL, as a tool of somebody's own would. */

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-decision-service.h"
#include "meso-screening-service.h"
#include "random-answers.h"

#define N_PATIENTS 120
#define N_DECISIONS 8
#define N_ROWS 6000

static const char *const reasons[] = { NULL, "", " ", "\t\n", "The patient was told of the risk." };

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

/* (nullable): a rule of the verdict, or one that it doesn't know of */
static char *
draw_rule (GRand             *rand,
           const MesoVerdict *verdict)
{
  guint i = (guint) g_rand_int_range (rand, 0, (int) verdict->findings->len + 2);

  if (i < verdict->findings->len)
    return g_strdup (((const MesoFinding *) g_ptr_array_index (verdict->findings, i))->rule);
  return i == verdict->findings->len ? NULL : g_strdup ("NONE");
}

static MesoScreeningDecision *
draw_decision (GRand             *rand,
               const char        *screening,
               const MesoVerdict *verdict)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  decision->screening = g_strdup (screening);
  decision->kind = (MesoDecisionKind) g_rand_int_range (rand, MESO_DECISION_SIGN, MESO_DECISION_WAIT + 1);
  decision->rule = draw_rule (rand, verdict);
  g_set_str (&decision->reason, reasons[g_rand_int_range (rand, 0, G_N_ELEMENTS (reasons))]);
  if (decision->kind == MESO_DECISION_CLEARANCE)
    {
      decision->clearance_from = g_strdup ("Dr Karimi");
      decision->clearance_document = g_strdup ("Letter");
      decision->clearance_date = clinic_fixture_day (TODAY);
      decision->clearance_expires = meso_calendar_date_add_months (decision->clearance_date, MESO_CLEARANCE_VALID_MONTHS);
    }
  return decision;
}

/* What invariant 5 leaves open: a block takes a wait and nothing else, an override has its reason. */
static gboolean
may_be_stored (const MesoScreeningDecision *decision,
               const MesoVerdict           *verdict)
{
  if (decision->kind == MESO_DECISION_WAIT)
    return TRUE;
  if (verdict->outcome == MESO_OUTCOME_BLOCK || verdict->outcome == MESO_OUTCOME_INCOMPLETE)
    return FALSE;
  if (decision->kind == MESO_DECISION_OVERRIDE && is_blank (decision->reason))
    return FALSE;
  return decision->kind != MESO_DECISION_SIGN || verdict->outcome == MESO_OUTCOME_SUITABLE || !is_blank (decision->reason);
}

/* Gives how many were stored. */
static guint
decide_at_random (ClinicFixture     *fixture,
                  GRand             *rand,
                  const char        *screening,
                  const MesoVerdict *verdict)
{
  guint n_stored = 0;

  for (int i = 0; i < N_DECISIONS; i++)
    {
      g_autoptr(MesoScreeningDecision) decision = draw_decision (rand, screening, verdict);
      g_autoptr(GError) error = NULL;
      g_autofree char *id = meso_decision_service_record (fixture->clinic, decision, clinic_fixture_day (TODAY), &error);

      g_assert_true ((id == NULL) == (error != NULL));
      g_assert_true (id == NULL || may_be_stored (decision, verdict));
      n_stored += id != NULL;
    }
  return n_stored;
}

static void
test_decisions (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  g_autoptr(GRand) rand = random_answers_new_rand ();
  guint seen[MESO_OUTCOME_BLOCK + 1] = { 0 };
  guint n_stored = 0;

  for (int i = 0; i < N_PATIENTS; i++)
    {
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
      g_autoptr(MesoQuestionnaireResponse) response = random_answers_draw (rand, protocol, MESO_FORM_FULL, g_rand_double (rand) * 0.08);
      g_autoptr(GError) error = NULL;
      g_autofree char *screening = NULL;
      g_autoptr(MesoVerdict) verdict = meso_screening_service_record (fixture->clinic, patient->id, response,
                                                                      clinic_fixture_day (TODAY), &screening, &error);
      g_autoptr(MesoChart) chart = NULL;

      g_assert_no_error (error);
      seen[verdict->outcome]++;
      n_stored += decide_at_random (fixture, rand, screening, verdict);

      /* Whatever was decided: nobody is treated on a block, or with a question open. */
      chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);
      g_assert_no_error (error);
      if (verdict->outcome == MESO_OUTCOME_BLOCK)
        g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_BLOCKED);
      if (verdict->outcome == MESO_OUTCOME_INCOMPLETE)
        g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_INCOMPLETE);
    }

  g_test_message ("%u blocks, %u incomplete, %u waits, %u clearances, %u suitable; %u decisions stored", seen[MESO_OUTCOME_BLOCK],
                  seen[MESO_OUTCOME_INCOMPLETE], seen[MESO_OUTCOME_DEFER], seen[MESO_OUTCOME_CLEARANCE],
                  seen[MESO_OUTCOME_SUITABLE], n_stored);
  g_assert_cmpuint (seen[MESO_OUTCOME_BLOCK], >, 0);
  g_assert_cmpuint (seen[MESO_OUTCOME_SUITABLE], >, 0);
  g_assert_cmpuint (n_stored, >, N_PATIENTS);
}

static char *
quote (const char *text)
{
  return text != NULL ? g_strdup_printf ("'%s'", text) : g_strdup ("NULL");
}

static void
write_row (GRand      *rand,
           GString    *sql,
           const char *screening,
           const char *physician)
{
  static const char *const kinds[] = { "sign", "override", "clearance", "wait" };
  static const char *const rules[] = { NULL, "PREG", "MENS", "ENDO", "TUM-H" };
  const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  gboolean papers = g_rand_boolean (rand);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *rule = quote (rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))]);
  g_autofree char *reason = quote (reasons[g_rand_int_range (rand, 0, G_N_ELEMENTS (reasons))]);

  g_string_append_printf (sql, "INSERT INTO screening_decision (id, screening, kind, rule, reason, clearance_from, clearance_document,"
                          " clearance_date, role, licence_number, decided_at, decided_zone, decided_by) VALUES ('%s', '%s', '%s', %s,"
                          " %s, %s, %s, %s, '%s', '1', '2026-11-22T09:00:00.000000Z', '+00:00', '%s');\n", id, screening, kind, rule,
                          reason, papers ? "'Dr Karimi'" : "NULL", papers ? "'Letter'" : "NULL", papers ? "'2026-11-22'" : "NULL",
                          g_rand_int_range (rand, 0, 4) == 0 ? "nurse" : "physician", physician);
}

static void
assert_count (ClinicFixture *fixture,
              const char    *condition,
              gboolean       some)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM screening_decision d JOIN screening s ON s.id = d.screening WHERE %s;",
                                          condition);
  g_autofree char *count = clinic_fixture_shell (fixture->path, sql);

  g_test_message ("%s: %s", condition, count);
  g_assert_true (g_str_equal (count, "0") != some);
}

static void
test_schema (void)
{
  static const char *const answers[] = { "", "pregnant=yes", "menstruating=yes period-started-on=2026-11-20", "tumour-history=yes",
                                         "pregnant=unknown", "endocrine-disorder=yes endocrine-uncontrolled=no" };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GPtrArray) screenings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(GRand) rand = random_answers_new_rand ();

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");

      g_ptr_array_add (screenings, clinic_fixture_screen (fixture, patient, TODAY, answers[i]));
    }
  clinic_fixture_close (fixture);

  for (int i = 0; i < N_ROWS; i++)
    write_row (rand, sql, g_ptr_array_index (screenings, (guint) g_rand_int_range (rand, 0, (int) screenings->len)), physician);
  clinic_fixture_run_on (fixture->path, sql->str);

  assert_count (fixture, "d.kind = 'override'", TRUE);
  assert_count (fixture, "d.kind = 'sign'", TRUE);
  assert_count (fixture, "s.verdict = 'block' AND d.kind = 'wait'", TRUE);
  assert_count (fixture, "s.verdict = 'block' AND d.kind <> 'wait'", FALSE);
  assert_count (fixture, "d.kind = 'override' AND (d.reason IS NULL OR trim (d.reason) = '')", FALSE);
  assert_count (fixture, "s.verdict = 'incomplete' AND d.kind IN ('sign', 'override')", FALSE);
  assert_count (fixture, "s.verdict <> 'suitable' AND d.kind = 'sign' AND (d.reason IS NULL OR trim (d.reason) = '')", FALSE);
  assert_count (fixture, "d.role <> 'physician'", FALSE);
  assert_count (fixture, "d.kind = 'clearance' AND d.clearance_document IS NULL", FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/screening-invariants/decisions", test_decisions);
  g_test_add_func ("/services/screening-invariants/schema", test_schema);

  return g_test_run ();
}
