/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-service.h"

#include "meso-record-service.h"
#include "meso-settings-service.h"
#include "meso-staff-service.h"
#include "meso-stock-service.h"
#include "stock-case.h"

#define INVALID MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID
#define REFUSED MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED

/**
 * Bench:
 * @lot: of what the patient's formula holds
 *
 * A patient with a formula of 1 mL of biotin, a nurse to check, and a lot of it.
 */
typedef struct
{
  Visit visit;
  char *nurse;
  char *lot;
} Bench;

static Bench
bench_begin_with (const char *ingredient)
{
  Bench bench = { stock_begin_visit (ingredient) };

  bench.nurse = clinic_fixture_employ (bench.visit.fixture, "Maryam", MESO_ROLE_NURSE);
  bench.lot = stock_receive (bench.visit.fixture, stock_type_lot ("A-1", ingredient));
  return bench;
}

static Bench
bench_begin (void)
{
  return bench_begin_with ("biotin");
}

static void
bench_end (Bench *bench)
{
  visit_end (&bench->visit);
  g_free (bench->nurse);
  g_free (bench->lot);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_end)

static MesoPreparationPlan *
plan (const Bench *bench)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = visit_get_chart (&bench->visit, TODAY);
  MesoPreparationPlan *found = meso_preparation_service_plan (bench->visit.fixture->clinic, chart->formula->formula_id, 0, "en",
                                                              clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return found;
}

static void
test_plan (void)
{
  g_auto(Bench) bench = bench_begin ();
  MesoLot *sooner = stock_type_lot ("B-2", "biotin");
  MesoLot *other = stock_type_lot ("C-3", "biotin");
  g_autofree char *sooner_id = NULL;
  g_autofree char *other_id = NULL;
  g_autoptr(MesoPreparationPlan) found = NULL;
  const MesoPreparationPart *part;
  const MesoPreparationDraw *pick;

  sooner->expiry = clinic_fixture_day ("2026-12-31");
  sooner_id = stock_receive (bench.visit.fixture, sooner);
  g_set_str (&((MesoProductComponent *) g_ptr_array_index (other->components, 0))->strength, "2 mg/mL");
  other_id = stock_receive (bench.visit.fixture, other);
  found = plan (&bench);
  g_assert_cmpint (found->bar, ==, MESO_PREPARATION_OPEN);
  g_assert_true (found->needs_check);
  g_assert_cmpstr (found->patient->id, ==, bench.visit.patient->id);
  g_assert_cmpuint (found->parts->len, ==, 1);
  part = g_ptr_array_index (found->parts, 0);
  g_assert_cmpint (part->volume_ul, ==, 1000);
  g_assert_cmpstr (part->name, ==, "Biotin");
  g_assert_cmpuint (part->candidates->len, ==, 2);
  g_assert_cmpint (part->short_ul, ==, 0);
  g_assert_cmpuint (part->picks->len, ==, 1);
  pick = g_ptr_array_index (part->picks, 0);
  g_assert_cmpstr (pick->lot, ==, sooner_id);
  g_assert_cmpstr (found->use_before, >, found->mixed_at);
}

static void
test_plan_says_why_not (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparationPlan) found = NULL;
  g_autoptr(GError) error = NULL;
  const MesoPreparationPart *part;

  g_assert_true (meso_stock_service_set_state (bench.visit.fixture->clinic, bench.lot, MESO_LOT_QUARANTINED, "Cloudy", &error));
  g_assert_no_error (error);
  found = plan (&bench);
  part = g_ptr_array_index (found->parts, 0);
  g_assert_cmpuint (part->candidates->len, ==, 1);
  g_assert_cmpint (((MesoPreparationCandidate *) g_ptr_array_index (part->candidates, 0))->use, ==, MESO_LOT_IS_QUARANTINED);
  g_assert_cmpuint (part->picks->len, ==, 0);
  g_assert_cmpint (part->short_ul, ==, 1000);
}

static void
test_record (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autoptr(MesoPreparation) stored = stock_prepare (&bench.visit, draft);
  g_autoptr(MesoLot) lot = stock_get (bench.visit.fixture, bench.lot);
  g_autoptr(GPtrArray) ready = NULL;
  g_autoptr(MesoChart) chart = visit_get_chart (&bench.visit, TODAY);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (stored->prepared_by, ==, bench.visit.physician);
  g_assert_cmpstr (stored->checked_by, ==, bench.nurse);
  g_assert_cmpstr (stored->patient, ==, bench.visit.patient->id);
  g_assert_cmpstr (stored->mixed_at, <, stored->use_before);
  /* The rest of a single-dose vial is gone with it. */
  g_assert_cmpint (lot->balance_ul, ==, 8000);
  ready = meso_preparation_service_list_ready (bench.visit.fixture->clinic, bench.visit.patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ready->len, ==, 1);
  g_assert_true (chart->keeps_stock);
  g_assert_nonnull (chart->preparation);
  g_assert_cmpstr (chart->preparation->id, ==, stored->id);
}

static void
test_people (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, NULL);
  g_autofree char *desk = clinic_fixture_employ (bench.visit.fixture, "Nima", MESO_ROLE_DESK);
  g_autofree char *gone = clinic_fixture_employ (bench.visit.fixture, "Omid", MESO_ROLE_NURSE);
  MesoStaff left = { .id = gone, .name = (char *) "Omid", .role = MESO_ROLE_NURSE, .licence_number = (char *) "" };
  g_autoptr(MesoPreparation) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_staff_service_update (bench.visit.fixture->clinic, &left, &error));
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "checked_by: Somebody else has to check it");
  g_set_str (&draft->checked_by, bench.visit.physician);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "checked_by: Whoever prepared it");
  g_set_str (&draft->checked_by, gone);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "checked_by: This person no longer works here");
  g_set_str (&draft->checked_by, bench.nurse);
  draft->prepared_by = g_strdup (desk);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "prepared_by: Only a physician or a nurse");
  g_clear_pointer (&draft->prepared_by, g_free);
  g_clear_pointer (&draft->checked_by, g_free);
  clinic_fixture_set (bench.visit.fixture, "preparation-check", "no", NULL);
  stored = stock_prepare (&bench.visit, draft);
  g_assert_null (stored->checked_by);
}

static void
test_draws (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  MesoPreparationDraw *draw = g_ptr_array_index (draft->draws, 0);
  g_autofree char *zinc = stock_receive (bench.visit.fixture, stock_type_lot ("Z-9", "zinc"));
  g_autofree char *more = stock_receive (bench.visit.fixture, stock_type_lot ("A-2", "biotin"));
  g_autoptr(MesoPreparation) stored = NULL;
  g_autoptr(GError) error = NULL;

  draw->volume_ul = 999;
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws: The formula takes 1\u00a0mL of Biotin, and 0.999\u00a0mL is drawn");
  draw->volume_ul = 0;
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].volume_ul: ");
  draw->volume_ul = 1000;
  draw->item = 3;
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].item: ");
  draw->item = MESO_PREPARATION_DILUENT;
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].item: ");
  draw->item = 0;
  g_set_str (&draw->lot, zinc);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].lot: Lot Z-9 of Zinc");
  g_set_str (&draw->lot, bench.lot);
  draw->volume_ul = 20000;
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].volume_ul: There isn't so much left");
  /* Two lots together are as good as one. */
  draw->volume_ul = 400;
  meso_preparation_add_draw (draft, 0, more, NULL, 600);
  stored = stock_prepare (&bench.visit, draft);
  g_assert_cmpuint (stored->draws->len, ==, 2);
}

static void
test_lots (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  MesoClinic *clinic = bench.visit.fixture->clinic;
  g_autoptr(MesoPreparation) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_stock_service_set_state (clinic, bench.lot, MESO_LOT_RECALLED, "The maker's letter", &error));
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].lot: Lot A-1 of Biotin was recalled");
  g_assert_true (meso_stock_service_set_state (clinic, bench.lot, MESO_LOT_QUARANTINED, "Asked the maker", &error));
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].lot: Lot A-1 of Biotin is in quarantine");
  g_assert_true (meso_stock_service_set_state (clinic, bench.lot, MESO_LOT_AVAILABLE, "It wasn't ours", &error));
  g_assert_no_error (error);
  stored = stock_prepare (&bench.visit, draft);
  g_assert_nonnull (stored);
}

static void
test_times (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autoptr(MesoPreparation) stored = NULL;

  draft->mixed_at = g_strdup ("2026-11-22T23:00:00Z");
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "mixed_at: That is still to come");
  g_set_str (&draft->mixed_at, "this morning");
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "mixed_at: This is no moment");
  g_set_str (&draft->mixed_at, "2026-11-22T07:30:00+00:00");
  draft->use_before = g_strdup ("2026-11-22T11:30:01Z");
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "use_before: It can be used for 4 hours");
  g_set_str (&draft->use_before, "2026-11-22T07:30:00Z");
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "use_before: ");
  g_clear_pointer (&draft->use_before, g_free);
  stored = stock_prepare (&bench.visit, draft);
  g_assert_cmpstr (stored->mixed_at, ==, "2026-11-22T07:30:00.000000Z");
  g_assert_cmpstr (stored->use_before, ==, "2026-11-22T11:30:00.000000Z");
}

/* What became known since the formula was stored counts when it is made. */
static void
test_checked_again (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autoptr(MesoPreparationPlan) found = NULL;
  g_autoptr(GError) error = NULL;
  MesoHealthItem *allergy = meso_health_item_new (MESO_HEALTH_ALLERGY, "biotin");
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (bench.visit.fixture->clinic, bench.visit.patient->id, &error);

  g_set_str (&allergy->ingredient, "biotin");
  g_ptr_array_add (record->items, allergy);
  meso_patient_record_free (meso_record_service_update (bench.visit.fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  found = plan (&bench);
  g_assert_cmpint (found->bar, ==, MESO_PREPARATION_FORBIDDEN);
  g_assert_nonnull (strstr (found->forbids, "iotin"));
  stock_assert_not_prepared (&bench.visit, draft, REFUSED, "isn't right for this patient any more");
}

/* What the label of one box names is kept from who reacts to it, whatever the formulary says of the ingredient. */
static void
test_excipients (void)
{
  g_auto(Bench) bench = bench_begin ();
  MesoLot *other = stock_type_lot ("B-2", "biotin");
  g_autofree char *other_id = NULL;
  MesoHealthItem *allergy = meso_health_item_new (MESO_HEALTH_ALLERGY, "Benzyl alcohol");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (bench.visit.fixture->clinic, bench.visit.patient->id, &error);
  g_autoptr(MesoPreparation) draft = NULL;
  g_autoptr(MesoPreparation) stored = NULL;
  g_autoptr(MesoPreparationPlan) found = NULL;
  const MesoPreparationPart *part;

  other->expiry = clinic_fixture_day ("2026-12-31");
  g_ptr_array_add (other->excipients, g_strdup ("benzyl-alcohol"));
  other_id = stock_receive (bench.visit.fixture, other);
  draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_assert_cmpstr (((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, ==, other_id);
  g_ptr_array_add (record->items, allergy);
  meso_patient_record_free (meso_record_service_update (bench.visit.fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  found = plan (&bench);
  g_assert_cmpint (found->bar, ==, MESO_PREPARATION_OPEN);
  part = g_ptr_array_index (found->parts, 0);
  g_assert_cmpstr (((MesoPreparationDraw *) g_ptr_array_index (part->picks, 0))->lot, ==, bench.lot);
  g_assert_null (meso_preparation_candidate_get_bar (g_ptr_array_index (part->candidates, 0)));
  g_assert_cmpstr (meso_preparation_candidate_get_bar (g_ptr_array_index (part->candidates, 1))->code, ==, "allergy");
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].lot: Lot B-2 must not be drawn from. The patient is recorded as "
                             "allergic to “Benzyl alcohol”, and Biotin contains");
  g_set_str (&((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, bench.lot);
  stored = stock_prepare (&bench.visit, draft);
  g_assert_nonnull (stored);
}

/* What the label of one box names is kept from what it destroys, or is destroyed by, whatever the formulary says of the ingredient. */
static void
test_label_against_the_mixture (void)
{
  g_auto(Bench) bench = bench_begin_with ("hyaluronic-acid");
  MesoLot *other = stock_type_lot ("B-2", "hyaluronic-acid");
  g_autofree char *other_id = NULL;
  g_autoptr(MesoPreparation) draft = NULL;
  g_autoptr(MesoPreparationPlan) found = NULL;
  const MesoPreparationPart *part;

  other->expiry = clinic_fixture_day ("2026-12-31");
  g_ptr_array_add (other->excipients, g_strdup ("benzalkonium-chloride"));
  other_id = stock_receive (bench.visit.fixture, other);
  draft = stock_type_preparation (&bench.visit, bench.nurse);
  found = plan (&bench);
  g_assert_cmpint (found->bar, ==, MESO_PREPARATION_OPEN);
  part = g_ptr_array_index (found->parts, 0);
  g_assert_cmpuint (part->picks->len, ==, 1);
  g_assert_cmpstr (((MesoPreparationDraw *) g_ptr_array_index (part->picks, 0))->lot, ==, bench.lot);
  g_assert_cmpstr (meso_preparation_candidate_get_bar (g_ptr_array_index (part->candidates, 1))->code, ==, "incompatible");
  g_set_str (&((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, other_id);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "draws[0].lot: Lot B-2 must not be drawn from. Hyaluronic acid contains");
  g_set_str (&((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, bench.lot);
  meso_preparation_free (stock_prepare (&bench.visit, draft));
}

/* What is only a reason to take care is said, and left to who prepares. */
static void
test_label_asks_for_care (void)
{
  g_auto(Bench) bench = bench_begin_with ("zinc");
  MesoLot *other = stock_type_lot ("B-2", "zinc");
  g_autofree char *other_id = NULL;
  g_autoptr(MesoPreparation) draft = NULL;
  g_autoptr(MesoPreparationPlan) found = NULL;
  const MesoPreparationCandidate *candidate;

  other->expiry = clinic_fixture_day ("2026-12-31");
  g_ptr_array_add (other->excipients, g_strdup ("phosphate-buffer"));
  other_id = stock_receive (bench.visit.fixture, other);
  found = plan (&bench);
  candidate = g_ptr_array_index (((MesoPreparationPart *) g_ptr_array_index (found->parts, 0))->candidates, 0);
  g_assert_cmpstr (candidate->lot->id, ==, other_id);
  g_assert_cmpuint (candidate->findings->len, ==, 1);
  g_assert_cmpstr (((MesoFormulaFinding *) g_ptr_array_index (candidate->findings, 0))->code, ==, "caution-pair");
  g_assert_null (meso_preparation_candidate_get_bar (candidate));
  draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_assert_cmpstr (((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, ==, other_id);
  meso_preparation_free (stock_prepare (&bench.visit, draft));
}

static void
test_do_not_treat (void)
{
  g_auto(Bench) bench = bench_begin ();
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autofree char *pregnant = clinic_fixture_screen (bench.visit.fixture, bench.visit.patient, TODAY, "pregnant=yes");
  g_autoptr(MesoPreparationPlan) found = plan (&bench);

  g_assert_cmpint (found->bar, ==, MESO_PREPARATION_DO_NOT_TREAT);
  stock_assert_not_prepared (&bench.visit, draft, REFUSED, "do not treat");
}

static void
test_amend (void)
{
  g_auto(Bench) bench = bench_begin ();
  MesoClinic *clinic = bench.visit.fixture->clinic;
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autoptr(MesoPreparation) stored = stock_prepare (&bench.visit, draft);
  g_autofree char *more = stock_receive (bench.visit.fixture, stock_type_lot ("A-2", "biotin"));
  g_autoptr(MesoPreparation) right = NULL;
  g_autoptr(MesoPreparation) old = NULL;
  g_autoptr(MesoLot) lot = NULL;
  g_autoptr(GError) error = NULL;

  draft->amends = g_strdup (stored->id);
  stock_assert_not_prepared (&bench.visit, draft, INVALID, "reason: ");
  g_set_str (&draft->reason, "It was the other box");
  g_set_str (&((MesoPreparationDraw *) g_ptr_array_index (draft->draws, 0))->lot, more);
  g_clear_pointer (&draft->checked_by, g_free);
  right = stock_prepare (&bench.visit, draft);
  g_assert_cmpstr (right->checked_by, ==, bench.nurse);
  g_assert_cmpstr (right->mixed_at, ==, stored->mixed_at);
  old = meso_preparation_service_get (clinic, stored->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (old->amended_by, ==, right->id);
  lot = stock_get (bench.visit.fixture, more);
  g_assert_cmpint (lot->balance_ul, ==, 8000);
  stock_assert_not_prepared (&bench.visit, draft, REFUSED, "amended already");
}

static void
test_ends (void)
{
  g_auto(Bench) bench = bench_begin ();
  MesoClinic *clinic = bench.visit.fixture->clinic;
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&bench.visit, bench.nurse);
  g_autoptr(MesoPreparation) first = stock_prepare (&bench.visit, draft);
  g_autoptr(MesoPreparation) second = stock_prepare (&bench.visit, draft);
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_preparation_service_discard (clinic, first->id, " ", &error));
  clinic_fixture_assert_error (&error, INVALID, "reason: ");
  g_assert_true (meso_preparation_service_discard (clinic, first->id, "The patient fell ill", &error));
  g_assert_true (meso_preparation_service_mark_entered_in_error (clinic, second->id, "Pressed twice", &error));
  g_assert_no_error (error);
  waiting = meso_preparation_service_list_waiting (clinic, &error);
  g_assert_cmpuint (waiting->len, ==, 0);
  all = meso_preparation_service_list (clinic, bench.visit.patient->id, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((MesoPreparation *) g_ptr_array_index (all, 0))->error_reason, ==, "Pressed twice");
  g_assert_cmpstr (((MesoPreparation *) g_ptr_array_index (all, 1))->discard_reason, ==, "The patient fell ill");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/preparation/plan", test_plan);
  g_test_add_func ("/services/preparation/plan-says-why-not", test_plan_says_why_not);
  g_test_add_func ("/services/preparation/record", test_record);
  g_test_add_func ("/services/preparation/people", test_people);
  g_test_add_func ("/services/preparation/draws", test_draws);
  g_test_add_func ("/services/preparation/lots", test_lots);
  g_test_add_func ("/services/preparation/times", test_times);
  g_test_add_func ("/services/preparation/checked-again", test_checked_again);
  g_test_add_func ("/services/preparation/excipients", test_excipients);
  g_test_add_func ("/services/preparation/label-against-the-mixture", test_label_against_the_mixture);
  g_test_add_func ("/services/preparation/label-asks-for-care", test_label_asks_for_care);
  g_test_add_func ("/services/preparation/do-not-treat", test_do_not_treat);
  g_test_add_func ("/services/preparation/amend", test_amend);
  g_test_add_func ("/services/preparation/ends", test_ends);
  return g_test_run ();
}
