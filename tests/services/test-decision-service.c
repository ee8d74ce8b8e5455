/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-decision-service.h"

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-screening-service.h"

#define WAITS "menstruating=yes period-started-on=2026-11-20"
#define CLEARS "tumour-history=yes"
#define CAUTIONS "endocrine-disorder=yes"

static MesoEligibility
judge (ClinicFixture     *fixture,
       const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return chart->eligibility;
}

static MesoScreeningDecision
decide (const char       *screening,
        MesoDecisionKind  kind,
        const char       *reason)
{
  return (MesoScreeningDecision) { .screening = (char *) screening, .kind = kind, .reason = (char *) reason };
}

static MesoScreeningDecision
clear (const char *screening)
{
  return (MesoScreeningDecision) {
    .screening = (char *) screening, .kind = MESO_DECISION_CLEARANCE, .rule = (char *) "TUM-H", .reason = (char *) "",
    .clearance_from = (char *) "Dr Oncologist", .clearance_document = (char *) "Letter 12",
    .clearance_date = clinic_fixture_day ("2026-11-01"), .clearance_expires = clinic_fixture_day ("2026-12-01"),
  };
}

static void
assert_recorded (ClinicFixture         *fixture,
                 MesoScreeningDecision  decision)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = meso_decision_service_record (fixture->clinic, &decision, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "decide", "screening-decision", id), ==, 1);
}

static void
assert_not_recorded (ClinicFixture         *fixture,
                     MesoScreeningDecision  decision,
                     MesoServicesError      code,
                     const char            *text)
{
  g_autoptr(GError) error = NULL;
  guint before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);

  g_assert_null (meso_decision_service_record (fixture->clinic, &decision, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, code, text);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
}

static void
test_only_a_physician_decides (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_autofree char *physician = NULL;

  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, ""), MESO_SERVICES_ERROR_REFUSED, "physician");
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_WAIT, ""), MESO_SERVICES_ERROR_REFUSED, "physician");
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_TO_SIGN);
  physician = clinic_fixture_seat_physician (fixture);
  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, ""));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_SIGNED);
}

static void
test_wait_takes_the_signature_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, ""));
  assert_recorded (fixture, decide (screening, MESO_DECISION_WAIT, "she feels unwell"));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_WAIT);
  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, ""));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_SIGNED);
}

static void
test_nothing_overrides_a_block (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes " CLEARS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "sure"), MESO_SERVICES_ERROR_REFUSED, "do not treat");
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_OVERRIDE, "sure"), MESO_SERVICES_ERROR_REFUSED, "do not treat");
  assert_not_recorded (fixture, clear (screening), MESO_SERVICES_ERROR_REFUSED, "do not treat");
  assert_recorded (fixture, decide (screening, MESO_DECISION_WAIT, ""));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_BLOCKED);
}

static void
test_incomplete (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=unknown");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "sure"), MESO_SERVICES_ERROR_REFUSED, "incomplete");
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_INCOMPLETE);
}

/* The wait is over: whatever was answered then is older than the facts. */
static void
test_too_old (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, "2026-11-10",
                                                      "menstruating=yes period-started-on=2026-11-09");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_UNSCREENED);
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_OVERRIDE, "light"), MESO_SERVICES_ERROR_REFUSED, "Screen again");
}

static void
test_override (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, WAITS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoScreeningDecision override = decide (screening, MESO_DECISION_OVERRIDE, "light bleeding");

  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "sure"), MESO_SERVICES_ERROR_REFUSED, "not now");
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_OVERRIDE, " "), MESO_SERVICES_ERROR_INVALID, "reason: ");
  override.rule = (char *) "TUM-H";
  assert_not_recorded (fixture, override, MESO_SERVICES_ERROR_INVALID, "rule: ");
  override.rule = (char *) "MENS";
  assert_recorded (fixture, override);
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_TO_SIGN);
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, ""), MESO_SERVICES_ERROR_INVALID, "reason: ");
  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "light bleeding"));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_SIGNED);
}

static void
test_clearance (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, CLEARS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoScreeningDecision decision = clear (screening);

  assert_not_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "sure"), MESO_SERVICES_ERROR_REFUSED, "written clearance");
  assert_not_recorded (fixture, decide (screening, MESO_DECISION_OVERRIDE, "sure"), MESO_SERVICES_ERROR_INVALID, "rule: ");
  decision.rule = (char *) "AA";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "rule: ");
  decision = clear (screening);
  decision.clearance_from = NULL;
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_from: ");
  decision = clear (screening);
  decision.clearance_document = (char *) " ";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_document: ");
  decision.clearance_document = (char *) "Letter \u202e21";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_document: ");
  decision = clear (screening);
  decision.clearance_from = (char *) "Dr \u2066Oncologist";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_from: ");
  decision.clearance_from = (char *) "Dr\nOncologist";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_from: ");
  decision = clear (screening);
  decision.reason = (char *) "seen \u202b by me";
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "reason: ");
  decision = clear (screening);
  decision.clearance_date = MESO_CALENDAR_DATE_NONE;
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_date: ");
  decision.clearance_date = clinic_fixture_day ("2026-11-23");
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_date: ");
  decision.clearance_date = clinic_fixture_day ("2026-11-01");
  decision.clearance_expires = MESO_CALENDAR_DATE_NONE;
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_expires: ");
  decision.clearance_expires = clinic_fixture_day ("2026-11-01");
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "clearance_expires: ");
  decision.clearance_expires = clinic_fixture_day ("2026-11-21");
  assert_not_recorded (fixture, decision, MESO_SERVICES_ERROR_INVALID, "run out");
  assert_recorded (fixture, clear (screening));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_TO_SIGN);
  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "letter on file"));
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_SIGNED);
}

/* A paper holds up to its last day, and that day too; on the day after, what asked for it is open again. */
static void
test_clearance_runs_out (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, CLEARS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoScreeningDecision decision = clear (screening);
  static const struct
  {
    const char *day;
    MesoEligibility eligibility;
  } cases[] = {
    { "2026-11-22", MESO_ELIGIBILITY_SIGNED },
    { "2026-12-24", MESO_ELIGIBILITY_SIGNED },
    { "2026-12-25", MESO_ELIGIBILITY_TO_CLEAR },
  };

  decision.clearance_expires = clinic_fixture_day ("2026-12-24");
  assert_recorded (fixture, decision);
  assert_recorded (fixture, decide (screening, MESO_DECISION_SIGN, "letter on file"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (cases[i].day), &error);

      g_assert_no_error (error);
      g_assert_cmpint (chart->eligibility, ==, cases[i].eligibility);
    }
}

static gboolean
override_and_sign (ClinicFixture  *fixture,
                   const char     *screening,
                   const char     *rule,
                   const char     *reason,
                   const char     *other,
                   const char     *other_reason,
                   GError        **error)
{
  g_autoptr(GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (reasons, (gpointer) rule, (gpointer) reason);
  if (other != NULL)
    g_hash_table_insert (reasons, (gpointer) other, (gpointer) other_reason);
  return meso_decision_service_override_and_sign (fixture->clinic, screening, reasons, clinic_fixture_day (TODAY), error);
}

static void
test_override_and_sign (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, WAITS " " CAUTIONS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoScreening) kept = NULL;
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (override_and_sign (fixture, screening, "ENDO", "tested in May", "MENS", "light", &error));
  g_assert_no_error (error);
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_SIGNED);
  kept = meso_screening_service_get (fixture->clinic, screening, &decisions, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decisions->len, ==, 3);
  for (guint i = 0; i < decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->kind == MESO_DECISION_SIGN)
        g_assert_cmpstr (decision->reason, ==, "light\ntested in May");
    }
}

static void
test_override_and_sign_is_all_or_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, WAITS " " CLEARS);
  g_autofree char *physician = NULL;
  g_autoptr(GError) error = NULL;
  guint before;

  g_assert_false (override_and_sign (fixture, screening, "MENS", "light", NULL, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "physician");
  physician = clinic_fixture_seat_physician (fixture);
  before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);
  g_assert_false (override_and_sign (fixture, screening, "MENS", "light", NULL, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "written clearance");
  g_assert_false (override_and_sign (fixture, screening, "MENS", "", NULL, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "MENS: ");
  g_assert_false (override_and_sign (fixture, screening, "MENS", "light", "TUM-H", "sure", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "TUM-H: ");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
}

/* Neither the rule that blocks nor any other beside it can be overridden, one by one or all at once. */
static void
test_block_has_no_override_and_sign (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes " WAITS);
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  guint before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (override_and_sign (fixture, screening, "MENS", "light", NULL, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
  g_assert_false (override_and_sign (fixture, screening, "PREG", "sure", "MENS", "light", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
  g_assert_cmpint (judge (fixture, patient), ==, MESO_ELIGIBILITY_BLOCKED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/decision/only-a-physician-decides", test_only_a_physician_decides);
  g_test_add_func ("/services/decision/wait-takes-the-signature-back", test_wait_takes_the_signature_back);
  g_test_add_func ("/services/decision/nothing-overrides-a-block", test_nothing_overrides_a_block);
  g_test_add_func ("/services/decision/incomplete", test_incomplete);
  g_test_add_func ("/services/decision/too-old", test_too_old);
  g_test_add_func ("/services/decision/override", test_override);
  g_test_add_func ("/services/decision/clearance", test_clearance);
  g_test_add_func ("/services/decision/clearance-runs-out", test_clearance_runs_out);
  g_test_add_func ("/services/decision/override-and-sign", test_override_and_sign);
  g_test_add_func ("/services/decision/override-and-sign-is-all-or-nothing", test_override_and_sign_is_all_or_nothing);
  g_test_add_func ("/services/decision/block-has-no-override-and-sign", test_block_has_no_override_and_sign);

  return g_test_run ();
}
