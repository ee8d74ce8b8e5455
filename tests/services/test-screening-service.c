/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-patient-service.h"
#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-chart-service.h"
#include "meso-screening-engine.h"
#include "meso-screening-repository.h"

static MesoVerdict *
record (ClinicFixture             *fixture,
        const MesoPatient         *patient,
        MesoQuestionnaireResponse *response)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  MesoVerdict *verdict;

  verdict = meso_screening_service_record (fixture->clinic, patient->id, response, clinic_fixture_day (TODAY), &id, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
  return verdict;
}

/* id NULL: all */
static void
assert_replay (ClinicFixture *fixture,
               const char    *id,
               guint          expected)
{
  g_autoptr(GError) error = NULL;
  guint replayed = 0;
  g_autoptr(GPtrArray) differences = meso_screening_service_replay (fixture->clinic, id, NULL, &replayed, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (differences, i));
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpuint (replayed, ==, expected);
}

typedef struct
{
  const char *id;
  MesoScreening *screening;
} Load;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Load *work = data;

  work->screening = meso_screening_repository_get (context, work->id, error);
  return work->screening != NULL;
}

static MesoScreening *
get_screening (ClinicFixture *fixture,
               const char    *id)
{
  Load work = { .id = id };
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_READ, load, &work, &error));
  g_assert_no_error (error);
  return work.screening;
}

static void
test_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoQuestionnaireResponse) response = NULL;
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoScreening) stored = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "menstruating=yes period-started-on=2026-11-20");
  response->weight_g = 61000;
  verdict = meso_screening_service_record (fixture->clinic, patient->file_number, response, clinic_fixture_day (TODAY), &id,
                                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_DEFER);
  g_assert_cmpint (meso_calendar_date_compare (verdict->until, clinic_fixture_day ("2026-11-27")), ==, 0);

  stored = get_screening (fixture, id);
  g_assert_cmpstr (stored->patient, ==, patient->id);
  g_assert_null (meso_verdict_describe_difference (stored->verdict, verdict));
  g_assert_cmpint (stored->response->weight_g, ==, 61000);
  g_assert_cmpuint (g_hash_table_size (stored->response->answers), ==, g_hash_table_size (response->answers));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "screening", id), ==, 1);
  assert_replay (fixture, id, 1);
}

static void
put_draft (ClinicFixture     *fixture,
           const char        *entity,
           const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (fixture->clinic, entity, patient->id, "{}", &error));
  g_assert_no_error (error);
}

static gboolean
has_draft (ClinicFixture     *fixture,
           const char        *entity,
           const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoDraft) draft = meso_draft_service_get (fixture->clinic, entity, patient->id, &error);

  g_assert_no_error (error);
  return draft != NULL;
}

/* What was answered in a screening that was begun isn't lost to the questions of a visit, nor the other way round. */
static void
test_each_form_ends_its_own_draft (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *of_visit = NULL;
  g_autofree char *full = NULL;

  put_draft (fixture, "screening", patient);
  put_draft (fixture, "short-form", patient);
  of_visit = clinic_fixture_screen_short (fixture, patient, TODAY, "");
  g_assert_true (has_draft (fixture, "screening", patient));
  g_assert_false (has_draft (fixture, "short-form", patient));

  put_draft (fixture, "short-form", patient);
  full = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_assert_false (has_draft (fixture, "screening", patient));
  g_assert_true (has_draft (fixture, "short-form", patient));
}

/* A request that says neither is about the person of the record. */
static void
test_sex_and_birth_date_come_from_the_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) man = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoPatient) child = clinic_fixture_add (fixture, "Nima", "Rahimi", MESO_SEX_MALE, "2012-05-01", "");
  g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, MESO_SEX_MALE, "");
  g_autoptr(MesoVerdict) of_man = NULL;
  g_autoptr(MesoVerdict) of_child = NULL;

  response->sex = MESO_SEX_UNKNOWN;
  of_man = record (fixture, man, response);
  g_assert_cmpint (response->sex, ==, MESO_SEX_MALE);
  g_assert_cmpint (meso_calendar_date_compare (response->birth_date, man->birth_date), ==, 0);
  g_assert_cmpint (of_man->outcome, ==, MESO_OUTCOME_SUITABLE);

  response->sex = MESO_SEX_UNKNOWN;
  response->birth_date = MESO_CALENDAR_DATE_NONE;
  of_child = record (fixture, child, response);
  g_assert_cmpint (of_child->outcome, ==, MESO_OUTCOME_BLOCK);
  g_assert_cmpstr (((MesoFinding *) g_ptr_array_index (of_child->findings, 0))->rule, ==, "MINOR");
  assert_replay (fixture, NULL, 2);
}

/* Where the record is silent, what was said counts; it changes no record. */
static void
test_a_silent_record_is_filled_for_the_verdict_only (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_UNKNOWN, "", "");
  g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, MESO_SEX_MALE, "");
  g_autoptr(MesoVerdict) undated = record (fixture, patient, response);
  g_autoptr(MesoVerdict) verdict = NULL;

  g_assert_cmpint (undated->outcome, ==, MESO_OUTCOME_INCOMPLETE);
  g_assert_cmpstr (((MesoMissing *) g_ptr_array_index (undated->missing, 0))->question, ==, "birth-date");
  response->birth_date = clinic_fixture_day ("1990-05-01");
  verdict = record (fixture, patient, response);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_SUITABLE);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "patient", NULL), ==, 0);
  assert_replay (fixture, NULL, 2);
}

/* The record says male: the answer about a pregnancy contradicts it, and nobody guesses which is right. */
static void
test_male_and_pregnant_is_incomplete (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, MESO_SEX_UNKNOWN, "pregnant=yes");
  g_autoptr(MesoVerdict) verdict = record (fixture, patient, response);
  const MesoMissing *missing = g_ptr_array_index (verdict->missing, 0);

  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_INCOMPLETE);
  g_assert_cmpstr (missing->question, ==, "sex");
  g_assert_cmpint (missing->why, ==, MESO_MISSING_CONTRADICTION);
}

static void
assert_refused (ClinicFixture             *fixture,
                const char                *patient,
                MesoQuestionnaireResponse *response,
                GQuark                     domain,
                int                        code,
                const char                *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  char *id = NULL;

  g_assert_null (meso_screening_service_record (fixture->clinic, patient, response, clinic_fixture_day (TODAY), &id, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  g_assert_null (id);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  meso_questionnaire_response_free (response);
}

static void
test_contradictions_are_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoQuestionnaireResponse *response;

  assert_refused (fixture, patient->id, clinic_fixture_answer (fixture, MESO_SEX_MALE, ""), MESO_SERVICES_ERROR,
                  MESO_SERVICES_ERROR_INVALID, "patient.sex: ");
  response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "");
  response->birth_date = clinic_fixture_day ("1990-05-02");
  assert_refused (fixture, patient->id, response, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "patient.birth_date: ");
}

static void
test_nothing_is_stored_on_error (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoQuestionnaireResponse *response;

  assert_refused (fixture, "00000000-0000-4000-8000-000000000000", clinic_fixture_answer (fixture, MESO_SEX_FEMALE, ""),
                  MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "00000000-0000-4000-8000-000000000000");
  response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "pregnent=yes");
  assert_refused (fixture, patient->id, response, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "pregnent");
  response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "menstruating=yes period-started-on=2026-11-23");
  assert_refused (fixture, patient->id, response, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "period-started-on");
  response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "pregnant=2026-11-20");
  assert_refused (fixture, patient->id, response, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "pregnant");
  assert_replay (fixture, NULL, 0);
}

static void
test_replay (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) woman = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) man = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *blocked = clinic_fixture_screen (fixture, woman, TODAY, "pregnant=yes breastfeeding=unknown");
  g_autofree char *late = clinic_fixture_screen (fixture, woman, "2026-09-01", "tumour-history=yes");
  g_autofree char *spots = clinic_fixture_screen (fixture, man, TODAY, "localised-bald-spots=yes bald-spots-sudden=yes");
  g_autoptr(GError) error = NULL;
  guint replayed = 0;

  assert_replay (fixture, NULL, 3);
  assert_replay (fixture, blocked, 1);
  assert_replay (fixture, late, 1);
  assert_replay (fixture, spots, 1);
  g_assert_null (meso_screening_service_replay (fixture->clinic, "nothing", NULL, &replayed, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "nothing");
}

static void
assert_verdict_until (ClinicFixture     *fixture,
                      const MesoPatient *patient,
                      const char        *until)
{
  g_autoptr(MesoQuestionnaireResponse) response = NULL;
  g_autoptr(MesoVerdict) verdict = NULL;

  response = clinic_fixture_answer (fixture, patient->sex, "menstruating=yes period-started-on=2026-11-20");
  verdict = record (fixture, patient, response);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_DEFER);
  g_assert_cmpint (meso_calendar_date_compare (verdict->until, clinic_fixture_day (until)), ==, 0);
}

/* Content A waits nine days after a period, content B (the shipped) seven: each verdict stays with its own. */
static void
test_replay_after_the_content_changed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "a", "screening.xml", "days=\"7\"", "days=\"9\"");
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) other = meso_content_load_folder (folder, &error);
  g_autofree char *archived = NULL;

  g_assert_no_error (error);
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, other);
  assert_verdict_until (fixture, patient, "2026-11-29");
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, NULL);
  assert_replay (fixture, NULL, 1);

  assert_verdict_until (fixture, patient, "2026-11-27");
  assert_verdict_until (fixture, patient, "2026-11-27");
  assert_replay (fixture, NULL, 3);
  clinic_fixture_close (fixture);
  archived = clinic_fixture_shell (fixture->path, "SELECT count(*) FROM protocol_archive;");
  g_assert_cmpstr (archived, ==, "2");
  clinic_fixture_open (fixture, other);
  assert_replay (fixture, NULL, 3);
}

static char *
dup_sheet (ClinicFixture *fixture,
           const char    *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(MesoScreening) screening = meso_screening_service_get (fixture->clinic, id, &decisions, &error);
  const MesoVerdict *verdict = screening != NULL ? screening->verdict : NULL;
  g_autofree char *until = NULL;
  GString *sheet = g_string_new ("");

  g_assert_no_error (error);
  until = meso_calendar_date_to_string (verdict->until);
  g_string_append_printf (sheet, "%s %s %s %s %d\n", meso_outcome_to_string (verdict->outcome), until, verdict->protocol_version,
                          verdict->protocol_hash, verdict->protocol_reviewed);
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      g_string_append_printf (sheet, "%s %s %d %s %s %s %s\n", finding->rule, meso_outcome_to_string (finding->outcome),
                              finding->overridable, meso_local_text_get (finding->reason, "en"),
                              meso_local_text_get (finding->reason, "fa"), meso_local_text_get (finding->advice, "en"),
                              finding->source);
    }
  for (guint i = 0; i < decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (decisions, i);

      g_string_append_printf (sheet, "%s %s %s\n", meso_decision_kind_to_string (decision->kind), decision->reason,
                              decision->decided_at);
    }
  return g_string_free_and_steal (sheet);
}

/* Whatever the content says since: what was signed reads as it was signed, and stays signed. */
static void
test_signed_verdict_in_a_later_version (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *id = clinic_fixture_screen (fixture, patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_autofree char *later_folder = clinic_fixture_copy_content (fixture, "later", "screening.xml", "bruises may form",
                                                               "bruises will form");
  g_autofree char *longer_folder = clinic_fixture_copy_content (fixture, "longer", "screening.xml", "days=\"7\"", "days=\"9\"");
  const char *const folders[] = { later_folder, longer_folder };
  g_autofree char *signed_sheet = NULL;

  clinic_fixture_decide (fixture, id, MESO_DECISION_OVERRIDE, "MENS", "light bleeding");
  clinic_fixture_decide (fixture, id, MESO_DECISION_SIGN, NULL, "light bleeding");
  signed_sheet = dup_sheet (fixture, id);
  g_assert_nonnull (strstr (signed_sheet, "bruises may form"));
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoContent) later = meso_content_load_folder (folders[i], &error);
      g_autoptr(MesoChart) chart = NULL;
      g_autofree char *sheet = NULL;

      g_assert_no_error (error);
      clinic_fixture_close (fixture);
      clinic_fixture_open (fixture, later);
      sheet = dup_sheet (fixture, id);
      g_assert_cmpstr (sheet, ==, signed_sheet);
      g_assert_null (strstr (sheet, meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic))));
      chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);
      g_assert_no_error (error);
      g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_SIGNED);
      assert_replay (fixture, id, 1);
      clinic_fixture_close (fixture);
      clinic_fixture_open (fixture, NULL);
    }
}

static void
assert_tampering_is_found (const char *answers,
                           const char *sql,
                           const char *text)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *sound = clinic_fixture_screen (fixture, patient, "2026-10-01", "");
  g_autofree char *id = clinic_fixture_screen (fixture, patient, TODAY, answers);
  g_autoptr(GString) statement = g_string_new (sql);
  g_autofree char *answer = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GError) error = NULL;
  guint replayed = 0;

  assert_replay (fixture, NULL, 2);
  g_assert_cmpuint (g_string_replace (statement, "{id}", id, 0), ==, 1);
  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, statement->str);
  clinic_fixture_open (fixture, NULL);
  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replayed, ==, 2);
  g_assert_cmpuint (differences->len, ==, 1);
  g_test_message ("%s", (char *) g_ptr_array_index (differences, 0));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (differences, 0), id));
  g_assert_nonnull (strstr (g_ptr_array_index (differences, 0), text));
  assert_replay (fixture, sound, 1);
}

/* Somebody edits the file with a tool of their own: the answers and the verdict no longer agree. */
static void
test_tampering_is_found (void)
{
  assert_tampering_is_found ("pregnant=yes",
                             "DROP TRIGGER screening_update; UPDATE screening SET verdict = 'suitable' WHERE id = '{id}';",
                             "suitable");
  assert_tampering_is_found ("menstruating=yes period-started-on=2026-11-20",
                             "DROP TRIGGER screening_update; UPDATE screening SET until = '2026-11-23' WHERE id = '{id}';",
                             "2026-11-23");
  assert_tampering_is_found ("pregnant=yes",
                             "DROP TRIGGER screening_finding_update; UPDATE screening_finding SET rule = 'LACT' "
                             "WHERE screening = '{id}';",
                             "LACT");
  assert_tampering_is_found ("pregnant=no",
                             "DROP TRIGGER screening_answer_update; UPDATE screening_answer SET kind = 'yes' "
                             "WHERE question = 'pregnant' AND screening = '{id}';",
                             "PREG");

  /* One that can't be judged at all keeps nobody from looking at the others. */
  assert_tampering_is_found ("pregnant=no",
                             "DROP TRIGGER screening_answer_update; UPDATE screening_answer SET question = 'pregnat' "
                             "WHERE question = 'pregnant' AND screening = '{id}';",
                             "can't be evaluated any more: answers.pregnat");
}

static void
test_replay_tells_how_far_it_is (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *first = clinic_fixture_screen (fixture, patient, "2026-10-01", "");
  g_autofree char *second = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes");
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(MesoOperation) stopped = meso_operation_new ();
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GError) error = NULL;
  guint replayed = 0;

  differences = meso_screening_service_replay (fixture->clinic, NULL, operation, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replayed, ==, 2);
  while (meso_operation_get_fraction (operation) < 1)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (meso_operation_get_cancellable (stopped));
  g_assert_null (meso_screening_service_replay (fixture->clinic, NULL, stopped, &replayed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_get (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *id = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_autoptr(MesoScreening) screening = NULL;
  g_autoptr(MesoScreening) alone = NULL;
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_decide (fixture, id, MESO_DECISION_SIGN, NULL, NULL);
  screening = meso_screening_service_get (fixture->clinic, id, &decisions, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (screening->patient, ==, patient->id);
  g_assert_cmpint (screening->verdict->outcome, ==, MESO_OUTCOME_SUITABLE);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (((MesoScreeningDecision *) g_ptr_array_index (decisions, 0))->decided_by, ==, physician);
  alone = meso_screening_service_get (fixture->clinic, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (alone->id, ==, id);
  g_assert_null (meso_screening_service_get (fixture->clinic, patient->id, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, patient->id);
}

/* Where only an age was told, the patient is as young as they can be: 17 for as long as that is possible. */
static void
test_age_of_the_record (void)
{
  static const struct { int age; const char *told_on; const char *born; gboolean too_young; } ages[] = {
    { 18, TODAY, "2008-11-22", FALSE }, { 17, TODAY, "2009-11-22", TRUE }, { 17, "2026-01-01", "2009-01-01", TRUE },
    { 17, "2025-11-22", "2008-11-22", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
      g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "");
      g_autoptr(MesoVerdict) verdict = NULL;
      g_autofree char *id = NULL;
      g_autofree char *born = NULL;
      g_autoptr(GError) error = NULL;

      patient->age = ages[i].age;
      patient->age_on = clinic_fixture_day (ages[i].told_on);
      meso_patient_free (meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error));
      g_assert_no_error (error);
      response->birth_date = MESO_CALENDAR_DATE_NONE;
      verdict = meso_screening_service_record (fixture->clinic, patient->id, response, clinic_fixture_day (TODAY), &id, &error);
      g_assert_no_error (error);
      born = meso_calendar_date_to_string (response->birth_date);
      g_assert_cmpstr (born, ==, ages[i].born);
      g_assert_true ((verdict->outcome != MESO_OUTCOME_SUITABLE) == ages[i].too_young);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/screening/record", test_record);
  g_test_add_func ("/services/screening/each-form-ends-its-own-draft", test_each_form_ends_its_own_draft);
  g_test_add_func ("/services/screening/sex-and-birth-date-come-from-the-record", test_sex_and_birth_date_come_from_the_record);
  g_test_add_func ("/services/screening/a-silent-record-is-filled-for-the-verdict-only",
                   test_a_silent_record_is_filled_for_the_verdict_only);
  g_test_add_func ("/services/screening/male-and-pregnant-is-incomplete", test_male_and_pregnant_is_incomplete);
  g_test_add_func ("/services/screening/contradictions-are-refused", test_contradictions_are_refused);
  g_test_add_func ("/services/screening/nothing-is-stored-on-error", test_nothing_is_stored_on_error);
  g_test_add_func ("/services/screening/replay", test_replay);
  g_test_add_func ("/services/screening/replay-tells-how-far-it-is", test_replay_tells_how_far_it_is);
  g_test_add_func ("/services/screening/replay-after-the-content-changed", test_replay_after_the_content_changed);
  g_test_add_func ("/services/screening/signed-verdict-in-a-later-version", test_signed_verdict_in_a_later_version);
  g_test_add_func ("/services/screening/tampering-is-found", test_tampering_is_found);
  g_test_add_func ("/services/screening/get", test_get);

  g_test_add_func ("/services/screening/age-of-the-record", test_age_of_the_record);

  return g_test_run ();
}
