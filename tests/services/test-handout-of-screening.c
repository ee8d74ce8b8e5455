/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* A screening's sheet: which verdict it tells, and that it is kept. */

#include "handout-case.h"

static void
test_newest (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "screening");
  g_autofree char *blocked = NULL;
  g_autofree char *suitable = NULL;
  g_autoptr(MesoIssuedHandout) questions = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) newest = NULL;
  g_autoptr(MesoIssuedHandout) older = NULL;
  g_autoptr(MesoIssuedHandout) of_the_day = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(GError) error = NULL;

  handout_assert_words (fixture, questions, "Screening questions", TRUE);
  blocked = clinic_fixture_screen (fixture, patient, "2026-11-01", "pregnant=yes");
  suitable = clinic_fixture_screen (fixture, patient, TODAY, "");
  newest = handout_issue (fixture, &request);
  handout_assert_words (fixture, newest, "Screening result", TRUE);
  handout_assert_words (fixture, newest, "Suitable", TRUE);
  handout_assert_words (fixture, newest, "Do not treat", FALSE);

  request.screening = blocked;
  older = handout_issue (fixture, &request);
  handout_assert_words (fixture, older, "Do not treat", TRUE);
  kept = meso_handout_service_get (fixture->clinic, older->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, older->pdf));
  g_assert_cmpint (meso_calendar_date_compare (kept->sheet_date, clinic_fixture_day ("2026-11-01")), ==, 0);
  g_assert_null (kept->formula_id);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "print", "handout", older->issue), ==, 1);

  request.screening = NULL;
  request.when.date = clinic_fixture_day ("2026-11-10");
  of_the_day = handout_issue (fixture, &request);
  handout_assert_words (fixture, of_the_day, "Do not treat", TRUE);
}

/* A short form that found nothing takes nothing back. */
static void
test_short_form (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *full = clinic_fixture_screen (fixture, patient, "2026-11-01", "tumour-history=yes");
  g_autofree char *harmless = clinic_fixture_screen_short (fixture, patient, "2026-11-10", "");
  g_autofree char *strict = NULL;
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "screening");
  g_autoptr(MesoIssuedHandout) first = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) second = NULL;

  handout_assert_words (fixture, first, "written clearance", TRUE);
  handout_assert_words (fixture, first, "full form", TRUE);
  strict = clinic_fixture_screen_short (fixture, patient, TODAY, "pregnant=yes");
  second = handout_issue (fixture, &request);
  handout_assert_words (fixture, second, "Do not treat", TRUE);
  handout_assert_words (fixture, second, "what the full screening found holds on beside it", TRUE);
}

static void
test_decided (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "endocrine-disorder=yes");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "screening");
  g_autoptr(MesoIssuedHandout) before = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) after = NULL;

  handout_assert_words (fixture, before, "Nothing has been decided yet.", TRUE);
  clinic_fixture_decide (fixture, screening, MESO_DECISION_OVERRIDE, "ENDO", "Thyroid & <b>stable</b>");
  after = handout_issue (fixture, &request);
  handout_assert_words (fixture, after, "Nothing has been decided yet.", FALSE);
  handout_assert_words (fixture, after, "Thyroid & <b>stable</b>", TRUE);
  handout_assert_words (fixture, after, "Overridden", TRUE);
}

static void
test_of_somebody_else (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *hers = clinic_fixture_screen (fixture, leila, TODAY, "");
  g_auto(MesoHandoutRequest) request = handout_request_for (reza, "screening");
  g_autoptr(GError) error = NULL;

  request.screening = hers;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, hers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/handout/screening/newest", test_newest);
  g_test_add_func ("/services/handout/screening/short-form", test_short_form);
  g_test_add_func ("/services/handout/screening/decided", test_decided);
  g_test_add_func ("/services/handout/screening/of-somebody-else", test_of_somebody_else);
  return g_test_run ();
}
