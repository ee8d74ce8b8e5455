/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart.h"

#include "meso-preparation-service.h"
#include "meso-stock-service.h"
#include "stock-case.h"

typedef struct
{
  Visit visit;
  char *nurse;
  char *lot;
  char *other;
  MesoPreparation *made;
} Given;

/* What was prepared for today's session, from the older of two lots. */
static Given
given_begin (void)
{
  Given given = { stock_begin_visit ("biotin") };
  MesoLot *later = stock_type_lot ("A-2", "biotin");
  g_autoptr(MesoPreparation) draft = NULL;

  later->expiry = clinic_fixture_day ("2028-01-31");
  given.nurse = clinic_fixture_employ (given.visit.fixture, "Maryam", MESO_ROLE_NURSE);
  given.lot = stock_receive (given.visit.fixture, stock_type_lot ("A-1", "biotin"));
  given.other = stock_receive (given.visit.fixture, later);
  draft = stock_type_preparation (&given.visit, given.nurse);
  given.made = stock_prepare (&given.visit, draft);
  return given;
}

static void
given_end (Given *given)
{
  visit_end (&given->visit);
  g_free (given->nurse);
  g_free (given->lot);
  g_free (given->other);
  meso_preparation_free (given->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_end)

/* The session is to be recorded. */
static void
assert_prepared (const Given           *given,
                 const MesoPreparation *made)
{
  g_autoptr(MesoChart) chart = visit_get_chart (&given->visit, TODAY);

  g_assert_cmpstr (meso_next_step_to_string (chart->next_step), ==, "session");
  g_assert_cmpstr (chart->preparation->id, ==, made->id);
  g_assert_null (chart->lapsed);
  g_assert_null (chart->barred_lot);
}

/* It is to be prepared anew. number (nullable): of the lot that bars what was made */
static void
assert_lapsed (const Given *given,
               const char  *day,
               const char  *number)
{
  g_autoptr(MesoChart) chart = visit_get_chart (&given->visit, day);

  g_assert_cmpstr (meso_next_step_to_string (chart->next_step), ==, "prepare");
  g_assert_null (chart->preparation);
  g_assert_cmpstr (chart->lapsed->id, ==, given->made->id);
  g_assert_cmpstr (chart->barred_lot != NULL ? chart->barred_lot->number : NULL, ==, number);
}

static void
set_state (const Given  *given,
           MesoLotState  state)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_stock_service_set_state (given->visit.fixture->clinic, given->lot, state, "Letter", &error));
  g_assert_no_error (error);
}

static void
test_lot_barred (void)
{
  g_auto(Given) given = given_begin ();
  g_autoptr(MesoPreparation) draft = NULL;
  g_autoptr(MesoPreparation) again = NULL;

  assert_prepared (&given, given.made);
  set_state (&given, MESO_LOT_QUARANTINED);
  assert_lapsed (&given, TODAY, "A-1");
  set_state (&given, MESO_LOT_RECALLED);
  assert_lapsed (&given, TODAY, "A-1");
  set_state (&given, MESO_LOT_AVAILABLE);
  assert_prepared (&given, given.made);
  /* Prepared anew, from the other lot. */
  set_state (&given, MESO_LOT_RECALLED);
  draft = stock_type_preparation (&given.visit, given.nurse);
  again = stock_prepare (&given.visit, draft);
  assert_prepared (&given, again);
}

/* The label was read again: it had expired before. */
static void
test_expiry_corrected (void)
{
  g_auto(Given) given = given_begin ();
  g_autoptr(MesoLot) lot = stock_get (given.visit.fixture, given.lot);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&given.visit);

  lot->expiry = clinic_fixture_day ("2026-11-21");
  g_assert_true (meso_stock_service_amend (given.visit.fixture->clinic, lot, "Misread", clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  assert_lapsed (&given, TODAY, "A-1");
  session->minute = 9 * 60;
  session->preparation = g_strdup (given.made->id);
  visit_assert_refused (&given.visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                        "Lot A-1 of Biotin, which is in this preparation, has expired");
}

static void
test_time_over (void)
{
  g_auto(Given) given = given_begin ();
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_set_clock (given.visit.fixture, "2026-11-23");
  assert_lapsed (&given, TODAY, NULL);
  /* What is gone isn't spoken of any more. */
  g_assert_true (meso_preparation_service_discard (given.visit.fixture->clinic, given.made->id, "Late", &error));
  g_assert_no_error (error);
  chart = visit_get_chart (&given.visit, TODAY);
  g_assert_cmpstr (meso_next_step_to_string (chart->next_step), ==, "prepare");
  g_assert_null (chart->lapsed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/chart-preparation/lot-barred", test_lot_barred);
  g_test_add_func ("/services/chart-preparation/expiry-corrected", test_expiry_corrected);
  g_test_add_func ("/services/chart-preparation/time-over", test_time_over);
  return g_test_run ();
}
