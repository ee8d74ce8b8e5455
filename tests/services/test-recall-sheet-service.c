/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The call list of a recall: whom to call, and that it was printed or given out. */

#include "meso-recall-sheet-service.h"

#include "handout-case.h"
#include "meso-stock-service.h"
#include "stock-case.h"

static MesoRecallSheet *
make (ClinicFixture                *fixture,
      const MesoRecallSheetRequest *request,
      GError                      **error)
{
  g_autoptr(GDateTime) creation = g_date_time_new_utc (2026, 11, 22, 8, 30, 0);
  MesoRecallSheetRequest dated = *request;

  dated.creation = creation;
  dated.printed_at = (MesoCivilTime) { clinic_fixture_day (TODAY), 8 * 60 + 30 };
  return meso_recall_sheet_service_make (fixture->clinic, &dated, error);
}

static void
test_make (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  g_autofree char *lot = stock_receive (visit.fixture, stock_type_lot ("AB 12-3", "biotin"));
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&visit, nurse);
  g_autoptr(MesoPreparation) given = stock_prepare (&visit, draft);
  MesoRecallSheetRequest request = { .lot = "ab12-3" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoRecallSheet) sheet = NULL;
  g_autoptr(MesoRecallSheet) released = NULL;
  MesoIssuedHandout handout = { NULL };

  g_assert_nonnull (given);
  g_assert_true (meso_stock_service_set_state (visit.fixture->clinic, lot, MESO_LOT_RECALLED, "Glass in a vial", &error));
  g_assert_no_error (error);
  sheet = make (visit.fixture, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->patients, ==, 1);
  g_assert_cmpstr (sheet->paper, ==, "a4");
  g_assert_cmpstr (sheet->language, ==, "en");
  handout.pdf = sheet->pdf;
  handout_assert_words (visit.fixture, &handout, "Glass in a vial", TRUE);
  handout_assert_words (visit.fixture, &handout, "AB 12-3", TRUE);
  handout_assert_words (visit.fixture, &handout, visit.patient->family_name, TRUE);
  handout_assert_words (visit.fixture, &handout, "Patients to call: 1", TRUE);
  handout_assert_words (visit.fixture, &handout, "Page 1 of 1", TRUE);
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, "print", "lot", lot), ==, 1);

  request.recipient = "The ministry";
  request.reason = "Asked for";
  request.language = "fa";
  released = make (visit.fixture, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (released->language, ==, "fa");
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, "release", "lot", lot), ==, 1);
}

static void
test_unknown (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const MesoRecallSheetRequest request = { .lot = "no-such" };
  guint before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (make (fixture, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "no-such");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/recall-sheet/make", test_make);
  g_test_add_func ("/services/recall-sheet/unknown", test_unknown);
  return g_test_run ();
}
