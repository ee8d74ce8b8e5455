/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-content.h"
#include "meso-decision-service.h"
#include "meso-draft-service.h"
#include "meso-patient-repository.h"
#include "meso-plan-service.h"
#include "meso-record-service.h"

static MesoChart *
get (ClinicFixture *fixture,
     const char    *patient)
{
  g_autoptr(GError) error = NULL;
  MesoChart *chart = meso_chart_service_get (fixture->clinic, patient, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_nonnull (chart);
  return chart;
}

static void
assert_step (ClinicFixture     *fixture,
             const MesoPatient *patient,
             MesoNextStep       step)
{
  g_autoptr(MesoChart) chart = get (fixture, patient->id);

  g_assert_cmpstr (meso_next_step_to_string (chart->next_step), ==, meso_next_step_to_string (step));
}

static void
test_steps (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = NULL;
  g_autoptr(MesoChart) chart = NULL;

  assert_step (fixture, patient, MESO_NEXT_STEP_SCREEN);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  assert_step (fixture, patient, MESO_NEXT_STEP_SIGN);
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  assert_step (fixture, patient, MESO_NEXT_STEP_PLAN);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  assert_step (fixture, patient, MESO_NEXT_STEP_FORMULA);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  assert_step (fixture, patient, MESO_NEXT_STEP_SESSION);

  chart = get (fixture, patient->file_number);
  g_assert_cmpstr (chart->patient->id, ==, patient->id);
  g_assert_cmpstr (chart->screening->id, ==, screening);
  g_assert_cmpuint (chart->decisions->len, ==, 1);
  g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_SIGNED);
  g_assert_cmpstr (chart->course->template_id, ==, "noticeable");
  g_assert_cmpint (chart->treatments_planned, ==, 6);
  g_assert_cmpint (chart->treatments_done, ==, 0);
  g_assert_cmpint (chart->missed, ==, 0);
  g_assert_cmpint (chart->formula->version, ==, 1);
  g_assert_null (chart->last_session);
  g_assert_false (chart->draft_screening);
}

/* Today's full screening asked all that the short form asks, so it stands for it; that of another day doesn't. */
static void
test_short_form (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) today = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) before = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *full = clinic_fixture_screen (fixture, today, TODAY, "");
  g_autofree char *old = clinic_fixture_screen (fixture, before, "2026-11-21", "");
  g_autofree char *yesterday = clinic_fixture_screen_short (fixture, before, "2026-11-21", "");
  g_autofree char *newer = NULL;
  g_autoptr(MesoChart) of_today = get (fixture, today->id);
  g_autoptr(MesoChart) of_before = get (fixture, before->id);

  g_assert_cmpstr (of_today->short_form->id, ==, full);
  g_assert_cmpint (of_today->short_eligibility, ==, MESO_ELIGIBILITY_TO_SIGN);
  g_assert_null (of_before->short_form);
  g_assert_cmpint (of_before->short_eligibility, ==, MESO_ELIGIBILITY_UNSCREENED);
  g_assert_cmpstr (of_before->screening->id, ==, old);
  g_assert_cmpuint (of_before->short_decisions->len, ==, 0);

  newer = clinic_fixture_screen_short (fixture, before, TODAY, "");
  g_clear_pointer (&of_before, meso_chart_free);
  of_before = get (fixture, before->id);
  g_assert_cmpstr (of_before->short_form->id, ==, newer);
  g_assert_cmpstr (of_before->screening->id, ==, old);
}

/* What was signed in spring doesn't hide what is said today. */
static void
test_a_short_form_that_blocks (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, "2026-05-01", "");
  g_autofree char *fine = NULL;
  g_autofree char *pregnant = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  assert_step (fixture, patient, MESO_NEXT_STEP_SESSION);
  fine = clinic_fixture_screen_short (fixture, patient, TODAY, "");
  assert_step (fixture, patient, MESO_NEXT_STEP_SESSION);
  pregnant = clinic_fixture_screen_short (fixture, patient, TODAY, "pregnant=yes");
  assert_step (fixture, patient, MESO_NEXT_STEP_NONE);
}

/* A formula that holds what a later screening takes out is none to use. */
static void
test_an_excluded_ingredient (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = NULL;
  MesoScreeningDecision clearance = {
    .kind = MESO_DECISION_CLEARANCE, .rule = (char *) "AA", .reason = (char *) "", .clearance_from = (char *) "Dr Skin",
    .clearance_document = (char *) "Letter", .clearance_date = clinic_fixture_day (TODAY),
    .clearance_expires = clinic_fixture_day ("2027-11-01"),
  };

  clinic_fixture_store_formula (fixture, patient, "minoxidil", NULL);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "localised-bald-spots=yes bald-spots-sudden=yes");
  clearance.screening = screening;
  assert_step (fixture, patient, MESO_NEXT_STEP_DECIDE);
  clinic_fixture_clear (fixture, &clearance);
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, "letter on file");
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  assert_step (fixture, patient, MESO_NEXT_STEP_FORMULA);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  assert_step (fixture, patient, MESO_NEXT_STEP_SESSION);
}

static void
test_draft (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autofree char *screening = NULL;
  g_autoptr(MesoChart) begun = NULL;
  g_autoptr(MesoChart) done = NULL;

  g_assert_true (meso_draft_service_put (fixture->clinic, "screening", patient->id, "{}", &error));
  begun = get (fixture, patient->id);
  g_assert_true (begun->draft_screening);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  done = get (fixture, patient->id);
  g_assert_false (done->draft_screening);
}

/* What was answered and left may say already: do not treat. A signature of before doesn't cover it. */
static void
test_draft_that_forbids (void)
{
  static const struct { const char *entity; const char *text; const char *forbids; } drafts[] = {
    { "screening", "{ \"date\": \"" TODAY "\", \"says\": \"block\" }", "screening" },
    { "short-form", "{ \"date\": \"2026-11-01\", \"says\": \"block\" }", "short-form" },
    { "screening", "{ \"date\": \"" TODAY "\" }", NULL },
    { "screening", "{ \"date\": \"2027-01-01\", \"says\": \"block\" }", NULL },
    { "screening", "{ \"says\": \"block\" }", NULL },
    { "screening", "{ \"date\": 7, \"says\": [] }", NULL },
    { "screening", "[ 1, 2 ]", NULL },
    { "formula", "{ \"date\": \"" TODAY "\", \"says\": \"block\" }", NULL },
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoChart) chart = NULL;

      g_assert_true (meso_draft_service_put (fixture->clinic, drafts[i].entity, patient->id, drafts[i].text, &error));
      chart = get (fixture, patient->id);
      g_assert_cmpstr (chart->draft_forbids, ==, drafts[i].forbids);
      if (drafts[i].forbids != NULL)
        g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_SCREEN);
      g_assert_true (meso_draft_service_remove (fixture->clinic, drafts[i].entity, patient->id, &error));
    }
}

static void
test_counts (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) kept_up = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoChart) recalls = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-01");
  chart = get (fixture, patient->id);
  g_assert_true (meso_plan_service_set_status (fixture->clinic, chart->course->id, 1, MESO_MISSED, NULL, &error));
  g_assert_true (meso_plan_service_set_status (fixture->clinic, chart->course->id, 2, MESO_CANCELLED, "on a journey", &error));
  g_assert_no_error (error);
  g_clear_pointer (&chart, meso_chart_free);
  chart = get (fixture, patient->id);
  g_assert_cmpint (chart->treatments_planned, ==, 5);
  g_assert_cmpint (chart->missed, ==, 1);

  clinic_fixture_plan (fixture, kept_up, "maintenance", "2026-11-24");
  recalls = get (fixture, kept_up->id);
  g_assert_cmpint (recalls->treatments_planned, >, 0);
}

typedef struct
{
  ClinicFixture *fixture;
  const char *duplicate;
  const char *kept;
} Link;

static gboolean
link_records (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Link *work = data;

  return meso_patient_repository_link (context, meso_clinic_get_staff (work->fixture->clinic), work->duplicate, work->kept,
                                       "entered twice", error);
}

static void
test_merged (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  Link work = { fixture, duplicate->id, kept->id };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, link_records, &work, &error));
  g_assert_no_error (error);
  chart = get (fixture, duplicate->file_number);
  g_assert_cmpstr (chart->patient->id, ==, kept->id);
  g_assert_cmpstr (chart->screening->id, ==, screening);
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_PLAN);
}

static void
test_nobody (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_chart_service_get (fixture->clinic, "999", clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
}

static void
test_health (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoChart) before = get (fixture, patient->id);
  g_autoptr(MesoChart) after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, &error);

  g_assert_cmpuint (before->health->len, ==, 0);
  g_assert_cmpint (before->allergies_asked, ==, MESO_ASKED_NOT);
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, "Latex"));
  record->patient->medicines_asked = MESO_ASKED_NONE;
  meso_patient_record_free (meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  after = get (fixture, patient->id);
  g_assert_cmpuint (after->health->len, ==, 1);
  g_assert_cmpstr (((MesoHealthItem *) g_ptr_array_index (after->health, 0))->what, ==, "Latex");
  g_assert_cmpint (after->allergies_asked, ==, MESO_ASKED_LISTED);
  g_assert_cmpint (after->medicines_asked, ==, MESO_ASKED_NONE);
  g_assert_cmpint (after->conditions_asked, ==, MESO_ASKED_NOT);
}

/* What a physician has signed holds until a fact changes, and then nothing more can be built on it. */
static void
test_a_fact_that_changes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, &error);
  g_autoptr(MesoChart) before = NULL;
  g_autoptr(MesoChart) after = NULL;
  MesoScreeningDecision sign = { .screening = screening, .kind = MESO_DECISION_SIGN };
  const MesoCivilTime long_ago = { clinic_fixture_day ("2020-01-01"), MESO_CIVIL_TIME_NO_MINUTE };

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  before = get (fixture, patient->id);
  g_assert_cmpint (before->eligibility, ==, MESO_ELIGIBILITY_SIGNED);
  g_assert_cmpint (before->changed, ==, MESO_CHANGED_NOTHING);

  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_CONDITION, "Lupus"));
  meso_patient_record_free (meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);

  after = get (fixture, patient->id);
  g_assert_cmpint (after->eligibility, ==, MESO_ELIGIBILITY_UNSCREENED);
  g_assert_cmpint (after->changed, ==, MESO_CHANGED_HEALTH);
  g_assert_cmpstr (after->changed_item->what, ==, "Lupus");
  g_assert_cmpint (after->next_step, ==, MESO_NEXT_STEP_SCREEN);

  /* What is noted now says nothing of a session of long ago. */
  g_assert_cmpint (meso_screening_find_change (after->screening, after->patient, after->health, protocol, "2020-01-02T00:00:00.000Z",
                                               NULL), ==, MESO_CHANGED_NOTHING);
  g_assert_cmpint (meso_chart_judge_at (before, protocol, long_ago), ==, meso_chart_judge_at (after, protocol, long_ago));

  /* A signature would count for nothing. */
  g_assert_null (meso_decision_service_record (fixture->clinic, &sign, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "older than the facts");
}

/* The content that ships and one question more. */
static MesoProtocol *
load_with_question (MesoClinic *clinic)
{
  static const char xml[] =
    "<protocol xmlns='https://example.org/mesoclinic/protocol' version='%s'>"
    "<question id='my-thinner' type='answer' forms='short' origin='clinic' source='GK' grade='GK' review='unreviewed'>"
    "<text>T</text><find-out>F</find-out><known in='medicine'><text>warfarin</text></known></question></protocol>";
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  const GPtrArray *shipped = meso_content_get_documents (content);
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();
  g_autofree char *text = g_strdup_printf (xml, meso_protocol_get_version (meso_clinic_get_protocol (clinic)));
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(MesoProtocolDocument) own = meso_protocol_document_new ("own.xml", bytes);
  MesoProtocol *protocol;

  for (guint i = 0; i < shipped->len; i++)
    g_ptr_array_add (documents, g_ptr_array_index (shipped, i));
  g_ptr_array_add (documents, own);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  return protocol;
}

static void
test_what_the_record_proposes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoProtocol) protocol = load_with_question (fixture->clinic);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, &error);
  g_autoptr(MesoChart) before = get (fixture, patient->id);
  g_autoptr(GPtrArray) nothing = meso_chart_propose (before, protocol, MESO_FORM_SHORT);
  g_autoptr(MesoChart) after = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  const MesoAnswerProposal *proposal;

  g_assert_cmpuint (nothing->len, ==, 0);
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_MEDICINE, "Warfarin 5 mg"));
  meso_patient_record_free (meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);

  after = get (fixture, patient->id);
  proposals = meso_chart_propose (after, protocol, MESO_FORM_SHORT);
  proposal = meso_answer_proposal_find (proposals, "my-thinner");
  g_assert_nonnull (proposal);
  g_assert_cmpint (proposal->answer->kind, ==, MESO_ANSWER_YES);
  g_assert_cmpstr (((MesoHealthItem *) g_ptr_array_index (proposal->items, 0))->what, ==, "Warfarin 5 mg");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/chart/steps", test_steps);
  g_test_add_func ("/services/chart/short-form", test_short_form);
  g_test_add_func ("/services/chart/a-short-form-that-blocks", test_a_short_form_that_blocks);
  g_test_add_func ("/services/chart/an-excluded-ingredient", test_an_excluded_ingredient);
  g_test_add_func ("/services/chart/draft", test_draft);
  g_test_add_func ("/services/chart/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/services/chart/counts", test_counts);
  g_test_add_func ("/services/chart/merged", test_merged);
  g_test_add_func ("/services/chart/nobody", test_nobody);

  g_test_add_func ("/services/chart/health", test_health);
  g_test_add_func ("/services/chart/a-fact-that-changes", test_a_fact_that_changes);
  g_test_add_func ("/services/chart/what-the-record-proposes", test_what_the_record_proposes);

  return g_test_run ();
}
