/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-service.h"

#include "meso-preparation-service.h"
#include "meso-stock-service.h"
#include "stock-case.h"

#define INVALID MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID
#define REFUSED MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED

/**
 * Given:
 * @made: what was prepared for the visit, at eight in the morning
 * @session: of nine in the morning, as it would be typed
 */
typedef struct
{
  Visit visit;
  char *nurse;
  char *lot;
  MesoPreparation *made;
  MesoTreatmentSession *session;
} Given;

static Given
given_begin (void)
{
  Given given = { stock_begin_visit ("biotin") };
  g_autoptr(MesoPreparation) draft = NULL;

  given.nurse = clinic_fixture_employ (given.visit.fixture, "Maryam", MESO_ROLE_NURSE);
  given.lot = stock_receive (given.visit.fixture, stock_type_lot ("A-1", "biotin"));
  draft = stock_type_preparation (&given.visit, given.nurse);
  given.made = stock_prepare (&given.visit, draft);
  given.session = visit_type_session (&given.visit);
  given.session->minute = 9 * 60;
  given.session->preparation = g_strdup (given.made->id);
  return given;
}

static void
given_end (Given *given)
{
  visit_end (&given->visit);
  g_free (given->nurse);
  g_free (given->lot);
  meso_preparation_free (given->made);
  meso_treatment_session_free (given->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_end)

static void
test_given (void)
{
  g_auto(Given) given = given_begin ();
  g_autofree char *id = NULL;
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoPreparation) made = NULL;
  g_autoptr(GError) error = NULL;

  /* What was prepared says what was given. */
  g_clear_pointer (&given.session->formula, g_free);
  given.session->formula_version = 0;
  id = visit_record (&given.visit, given.session);
  stored = meso_session_service_get (given.visit.fixture->clinic, id, &error);
  g_assert_cmpstr (stored->preparation, ==, given.made->id);
  g_assert_cmpstr (stored->formula, ==, given.made->formula);
  g_assert_cmpint (stored->formula_version, ==, given.made->formula_version);
  made = meso_preparation_service_get (given.visit.fixture->clinic, given.made->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->session, ==, id);
}

static void
test_once (void)
{
  g_auto(Given) given = given_begin ();
  g_autofree char *id = visit_record (&given.visit, given.session);
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;

  given.session->session_n = 2;
  visit_assert_refused (&given.visit, given.session, INVALID, "preparation: This preparation was given in another session");
  /* The correction of that session stands on it too. */
  given.session->session_n = 1;
  given.session->pain = 3;
  again = meso_session_service_amend (given.visit.fixture->clinic, id, given.session, "Pain was left out", clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
}

static void
test_late (void)
{
  g_auto(Given) given = given_begin ();

  given.session->minute = 12 * 60 + 1;
  visit_assert_refused (&given.visit, given.session, INVALID, "preparation: It had to be used before that time");
}

static void
test_gone (void)
{
  g_auto(Given) given = given_begin ();
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_preparation_service_discard (given.visit.fixture->clinic, given.made->id, "Fell", &error));
  g_assert_no_error (error);
  visit_assert_refused (&given.visit, given.session, INVALID, "preparation: This preparation was thrown away");
}

static void
test_other_patient (void)
{
  g_auto(Given) given = given_begin ();
  g_autoptr(MesoPatient) other = clinic_fixture_add (given.visit.fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (given.visit.fixture, other, TODAY, "");

  clinic_fixture_decide (given.visit.fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  g_set_str (&given.session->patient, other->id);
  g_clear_pointer (&given.session->plan, g_free);
  given.session->session_n = 0;
  g_clear_pointer (&given.session->formula, g_free);
  given.session->formula_version = 0;
  visit_assert_refused (&given.visit, given.session, REFUSED, "isn't this patient's");
}

static void
test_recalled (void)
{
  g_auto(Given) given = given_begin ();
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_stock_service_set_state (given.visit.fixture->clinic, given.lot, MESO_LOT_RECALLED, "Letter", &error));
  visit_assert_refused (&given.visit, given.session, REFUSED, "Lot A-1 of Biotin, which is in this preparation, was recalled");
  g_assert_true (meso_stock_service_set_state (given.visit.fixture->clinic, given.lot, MESO_LOT_AVAILABLE, "Not ours", &error));
  g_assert_no_error (error);
  id = visit_record (&given.visit, given.session);
}

static void
test_needed (void)
{
  g_auto(Given) given = given_begin ();
  g_autofree char *id = NULL;

  g_clear_pointer (&given.session->preparation, g_free);
  clinic_fixture_set (given.visit.fixture, "session-needs-preparation", "yes", NULL);
  visit_assert_refused (&given.visit, given.session, INVALID, "preparation: Say which preparation was given");
  clinic_fixture_set (given.visit.fixture, "session-needs-preparation", "no", NULL);
  id = visit_record (&given.visit, given.session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/session-preparation/given", test_given);
  g_test_add_func ("/services/session-preparation/once", test_once);
  g_test_add_func ("/services/session-preparation/late", test_late);
  g_test_add_func ("/services/session-preparation/gone", test_gone);
  g_test_add_func ("/services/session-preparation/other-patient", test_other_patient);
  g_test_add_func ("/services/session-preparation/recalled", test_recalled);
  g_test_add_func ("/services/session-preparation/needed", test_needed);
  return g_test_run ();
}
