/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* A formula's worksheet: which formula it tells, of what is known now, and that it is kept. */

#include "formula-case.h"
#include "handout-case.h"

static void
test_newest (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "formula");
  g_autoptr(MesoIssuedHandout) blank = handout_issue (fixture, &request);
  g_autoptr(MesoIssuedHandout) newest = NULL;
  g_autoptr(MesoIssuedHandout) older = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  /* staff work from it: it isn't written in the patient's language */
  g_assert_cmpstr (blank->language, ==, "en");
  handout_assert_words (fixture, blank, "Leila Karimi", TRUE);
  handout_assert_words (fixture, blank, "Final strength: ", FALSE);

  meso_formula_check_free (formula_record (fixture, patient, formula_of ("zinc", "1 mg/mL", "2 mL"), NULL, &first));
  meso_formula_check_free (formula_record (fixture, patient, formula_of ("zinc", "1 mg/mL", "3 mL"), NULL, &second));
  newest = handout_issue (fixture, &request);
  handout_assert_words (fixture, newest, "× 3 mL = 3 mg", TRUE);
  handout_assert_words (fixture, newest, "version 2", TRUE);

  request.formula = first;
  older = handout_issue (fixture, &request);
  handout_assert_words (fixture, older, "× 2 mL = 2 mg", TRUE);
  kept = meso_handout_service_get (fixture->clinic, older->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, older->pdf));
  g_assert_nonnull (kept->formula_id);
  g_assert_cmpint (kept->formula_version, ==, 1);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "print", "handout", older->issue), ==, 1);
}

static void
test_of_somebody_else (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (reza, "formula");
  g_autofree char *hers = NULL;
  g_autoptr(GError) error = NULL;

  meso_formula_check_free (formula_record (fixture, leila, formula_of ("zinc", "1 mg/mL", "2 mL"), NULL, &hers));
  request.formula = hers;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, hers);
  request.formula = "a/b";
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  g_assert_nonnull (error);
}

/* The weight that was said with the formula counts, until the record knows one. */
static void
test_weight (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoFormulaPatient) said = meso_formula_patient_new ();
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "formula");
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autofree char *version = NULL;

  said->weight_g = 64000;
  meso_formula_check_free (formula_record (fixture, patient, formula_of ("procaine", "1 %", "1 mL"), said, &version));
  handout = handout_issue (fixture, &request);
  handout_assert_words (fixture, handout, "64 kg = 448 mg", TRUE);
  handout_assert_words (fixture, handout, "Do not prepare", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/handout/formula/newest", test_newest);
  g_test_add_func ("/services/handout/formula/of-somebody-else", test_of_somebody_else);
  g_test_add_func ("/services/handout/formula/weight", test_weight);
  return g_test_run ();
}
