/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Weeks of random visits: no session is ever stored without the questions of its own day, and what suspends a course suspends it
 * until a physician closes the matter, whatever anybody tries meanwhile. What is expected is worked out here from the answers alone. */

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-plan-service.h"
#include "meso-screening-service.h"
#include "meso-session-service.h"
#include "meso-short-form-service.h"
#include "meso-staff-service.h"
#include "random-answers.h"

#define N_PATIENTS 8
#define N_STEPS 60
#define N_ROWS 4000
#define SEVERE 3

static const char *const days[] = { "2026-11-19", "2026-11-20", "2026-11-21", TODAY };

typedef struct
{
  ClinicFixture *fixture;
  GRand *rand;
  char *physician;
  char *nurse;
  GPtrArray *patients;      /* MesoPatient */
  GPtrArray *screenings;    /* utf8: ids of all short forms of everybody */
  GPtrArray *sessions;      /* utf8: ids */
  const MesoPatient *patient;
  guint n_refused;
  guint n_suspended;
  guint n_closed;
} Walk;

static gboolean
chance (Walk   *walk,
        double  probability)
{
  return g_rand_double (walk->rand) < probability;
}

static MesoCalendarDate
draw_day (Walk *walk)
{
  return clinic_fixture_day (days[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (days))]);
}

/* (nullable) */
static const char *
draw_id (Walk            *walk,
         const GPtrArray *ids)
{
  return ids->len > 0 ? g_ptr_array_index (ids, (guint) g_rand_int_range (walk->rand, 0, (int) ids->len)) : NULL;
}

static MesoChart *
get_chart (const Walk       *walk,
           MesoCalendarDate  day)
{
  g_autoptr(GError) error = NULL;
  MesoChart *chart = meso_chart_service_get (walk->fixture->clinic, walk->patient->id, day, &error);

  g_assert_no_error (error);
  return chart;
}

static MesoCourseStatus
get_status (const Walk *walk)
{
  g_autoptr(MesoChart) chart = get_chart (walk, clinic_fixture_day (TODAY));

  return chart->course->status;
}

static void
seat (Walk       *walk,
      const char *staff)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_staff_service_take_desk (walk->fixture->clinic, staff, &error));
  g_assert_no_error (error);
}

static gboolean
says_yes (const MesoQuestionnaireResponse *answers,
          const char                      *question)
{
  const MesoAnswer *answer = meso_questionnaire_response_lookup (answers, question);

  return answer != NULL && answer->kind == MESO_ANSWER_YES;
}

/* A new bald patch, a lump, an abscess, or a severe reaction last time. */
static const char *const alarming[] = { "new-bald-patch", "nodule", "abscess", "severe-reaction" };

static gboolean
is_alarming (const MesoQuestionnaireResponse *answers)
{
  gboolean alarm = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (alarming); i++)
    alarm = alarm || says_yes (answers, alarming[i]);
  return alarm && says_yes (answers, "trouble-after");
}

static MesoQuestionnaireResponse *
draw_form (Walk     *walk,
           MesoForm  form)
{
  MesoQuestionnaireResponse *answers = random_answers_draw (walk->rand, meso_clinic_get_protocol (walk->fixture->clinic), form,
                                                            chance (walk, 0.7) ? 0 : 0.03);

  if (chance (walk, 0.15))
    {
      meso_questionnaire_response_set (answers, "trouble-after", meso_answer_new (MESO_ANSWER_YES));
      meso_questionnaire_response_set (answers, alarming[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (alarming))],
                                       meso_answer_new (MESO_ANSWER_YES));
    }
  return answers;
}

/* What becomes of a course: only one that is under way is suspended, and what is suspended stays so. */
static void
assert_status (Walk             *walk,
               MesoCourseStatus  before,
               gboolean          alarm)
{
  MesoCourseStatus expected = alarm && before == MESO_COURSE_ACTIVE ? MESO_COURSE_SUSPENDED : before;

  g_assert_cmpint (get_status (walk), ==, expected);
  walk->n_suspended += expected != before;
}

static void
answer_short_form (Walk *walk)
{
  MesoCourseStatus before = get_status (walk);
  g_autoptr(MesoQuestionnaireResponse) answers = draw_form (walk, MESO_FORM_SHORT);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = meso_short_form_service_record (walk->fixture->clinic, walk->patient->id, answers, draw_day (walk),
                                                                   clinic_fixture_day (TODAY), &id, &error);

  g_assert_no_error (error);
  g_ptr_array_add (walk->screenings, g_steal_pointer (&id));
  assert_status (walk, before, is_alarming (answers));
}

static void
screen_again (Walk *walk)
{
  MesoCourseStatus before = get_status (walk);
  g_autoptr(MesoQuestionnaireResponse) answers = draw_form (walk, MESO_FORM_FULL);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = meso_screening_service_record (walk->fixture->clinic, walk->patient->id, answers,
                                                                  clinic_fixture_day ("2026-11-18"), &id, &error);

  g_assert_no_error (error);
  assert_status (walk, before, is_alarming (answers));
}

/* Signed, so that the walk goes on. */
static void
screen_well (Walk *walk)
{
  g_autofree char *id = clinic_fixture_screen (walk->fixture, walk->patient, "2026-11-18", "");

  seat (walk, walk->physician);
  clinic_fixture_decide (walk->fixture, id, MESO_DECISION_SIGN, NULL, NULL);
}

static MesoTreatmentSession *
draw_session (Walk *walk)
{
  g_autoptr(MesoChart) chart = get_chart (walk, clinic_fixture_day (TODAY));
  const MesoPlannedSession *next = meso_course_get_next_session (chart->course);
  MesoTreatmentSession *session = meso_treatment_session_new ();

  session->patient = g_strdup (walk->patient->id);
  session->date = draw_day (walk);
  session->minute = g_rand_int_range (walk->rand, 8 * 60, 20 * 60);
  session->operator = g_strdup (walk->physician);
  session->points = 40;
  session->volume_ul = 2000;
  if (next != NULL && chance (walk, 0.5))
    {
      session->plan = g_strdup (next->plan);
      session->session_n = next->n;
    }
  if (chance (walk, 0.3))
    session->screening = g_strdup (draw_id (walk, walk->screenings));
  if (chance (walk, 0.3))
    g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", g_rand_int_range (walk->rand, 1, MESO_REACTION_MAX_GRADE + 1),
                                                            NULL));
  return session;
}

static gboolean
is_severe (const MesoTreatmentSession *session)
{
  for (guint i = 0; i < session->reactions->len; i++)
    {
      if (((const MesoReaction *) g_ptr_array_index (session->reactions, i))->grade >= SEVERE)
        return TRUE;
    }
  return FALSE;
}

static MesoTreatmentSession *
get_session (const Walk *walk,
             const char *id)
{
  g_autoptr(GError) error = NULL;
  MesoTreatmentSession *session = meso_session_service_get (walk->fixture->clinic, id, &error);

  g_assert_no_error (error);
  return session;
}

/* The questions of its own day, of the person who was treated. */
static void
assert_has_form (Walk       *walk,
                 const char *id)
{
  g_autoptr(MesoTreatmentSession) stored = get_session (walk, id);
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoScreening) screening = meso_screening_service_get (walk->fixture->clinic, stored->screening, &decisions, &error);

  g_assert_no_error (error);
  g_assert_cmpint (meso_calendar_date_compare (screening->date, stored->date), ==, 0);
  g_assert_cmpstr (screening->patient, ==, stored->patient);
  g_assert_cmpint (screening->response->form, ==, MESO_FORM_SHORT);
  g_assert_false (is_alarming (screening->response));
}

static void
treat (Walk *walk)
{
  MesoCourseStatus before = get_status (walk);
  g_autoptr(MesoTreatmentSession) session = draw_session (walk);
  gboolean with_answers = chance (walk, 0.4);
  g_autoptr(MesoQuestionnaireResponse) answers = with_answers ? draw_form (walk, MESO_FORM_SHORT) : NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  MesoCalendarDate today = clinic_fixture_day (TODAY);

  if (with_answers && chance (walk, 0.8))
    g_clear_pointer (&session->screening, g_free);
  id = with_answers ? meso_session_service_record_with_answers (walk->fixture->clinic, session, answers, today, &error)
                    : meso_session_service_record (walk->fixture->clinic, session, today, &error);
  g_assert_true ((id == NULL) == (error != NULL));
  if (id == NULL)
    {
      g_assert_true (error->domain == MESO_SERVICES_ERROR);
      assert_status (walk, before, FALSE);
      walk->n_refused++;
      return;
    }
  g_assert_cmpint (before, !=, MESO_COURSE_SUSPENDED);
  g_assert_true (answers == NULL || !is_alarming (answers));
  assert_has_form (walk, id);
  assert_status (walk, before, is_severe (session));
  g_ptr_array_add (walk->sessions, g_steal_pointer (&id));
}

/* Another day, or another reaction, than was written first. */
static void
correct (Walk *walk)
{
  MesoCourseStatus before = get_status (walk);
  const char *which = draw_id (walk, walk->sessions);
  g_autoptr(MesoTreatmentSession) old = which != NULL ? get_session (walk, which) : NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (old == NULL || g_strcmp0 (old->patient, walk->patient->id) != 0)
    return;
  session = draw_session (walk);
  g_set_str (&session->plan, old->plan);
  session->session_n = old->session_n;
  id = meso_session_service_amend (walk->fixture->clinic, old->id, session, "looked up again", clinic_fixture_day (TODAY), &error);
  if (id == NULL)
    {
      walk->n_refused++;
      assert_status (walk, before, FALSE);
      return;
    }
  assert_has_form (walk, id);
  assert_status (walk, before, is_severe (session) && !is_severe (old));
  g_ptr_array_add (walk->sessions, g_steal_pointer (&id));
}

static void
close_matter (Walk *walk)
{
  static const char *const reasons[] = { NULL, "", " \t\n", "Seen, nothing there." };
  MesoCourseStatus before = get_status (walk);
  const char *reason = reasons[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (reasons))];
  gboolean physician = chance (walk, 0.7);
  g_autoptr(MesoChart) chart = get_chart (walk, clinic_fixture_day (TODAY));
  g_autoptr(GError) error = NULL;
  gboolean may = before == MESO_COURSE_SUSPENDED && physician && reason == reasons[G_N_ELEMENTS (reasons) - 1];

  seat (walk, physician ? walk->physician : walk->nurse);
  if (meso_plan_service_resume (walk->fixture->clinic, chart->course->id, reason, &error))
    {
      g_assert_true (may);
      g_assert_cmpint (get_status (walk), ==, MESO_COURSE_ACTIVE);
      walk->n_closed++;
    }
  else
    {
      g_assert_false (may);
      assert_status (walk, before, FALSE);
    }
}

static void
step (Walk *walk)
{
  walk->patient = g_ptr_array_index (walk->patients, (guint) g_rand_int_range (walk->rand, 0, (int) walk->patients->len));
  seat (walk, chance (walk, 0.5) ? walk->nurse : walk->physician);
  switch (g_rand_int_range (walk->rand, 0, 10))
    {
    case 0:
    case 1:
      answer_short_form (walk);
      break;
    case 2:
      correct (walk);
      break;
    case 3:
      if (chance (walk, 0.3))
        screen_again (walk);
      else
        screen_well (walk);
      break;
    case 4:
    case 5:
      close_matter (walk);
      break;
    default:
      treat (walk);
    }
}

static void
clear_walk (Walk *walk)
{
  g_clear_pointer (&walk->fixture, clinic_fixture_free);
  g_clear_pointer (&walk->rand, g_rand_free);
  g_clear_pointer (&walk->patients, g_ptr_array_unref);
  g_clear_pointer (&walk->screenings, g_ptr_array_unref);
  g_clear_pointer (&walk->sessions, g_ptr_array_unref);
  g_clear_pointer (&walk->physician, g_free);
  g_clear_pointer (&walk->nurse, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static Walk
begin (void)
{
  Walk walk = {
    .fixture = clinic_fixture_new (), .rand = random_answers_new_rand (),
    .patients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free),
    .screenings = g_ptr_array_new_with_free_func (g_free), .sessions = g_ptr_array_new_with_free_func (g_free),
  };

  walk.physician = clinic_fixture_seat_physician (walk.fixture);
  walk.nurse = clinic_fixture_employ (walk.fixture, "Nurse", MESO_ROLE_NURSE);
  for (int i = 0; i < N_PATIENTS; i++)
    {
      MesoPatient *patient = clinic_fixture_add (walk.fixture, "Leila", "Karimi", i % 2 == 0 ? MESO_SEX_FEMALE : MESO_SEX_MALE,
                                                 "1990-05-01", "");

      g_ptr_array_add (walk.patients, patient);
      walk.patient = patient;
      screen_well (&walk);
      clinic_fixture_plan (walk.fixture, patient, "noticeable", "2026-11-18");
    }
  return walk;
}

/* What lies in the file, whichever way it came there. */
static guint64
count (const Walk *walk,
       const char *condition)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM treatment_session t LEFT JOIN screening s ON s.id = t.screening WHERE ",
                                      condition, ";", NULL);
  g_autofree char *answer = clinic_fixture_shell (walk->fixture->path, sql);

  return g_ascii_strtoull (answer, NULL, 10);
}

#define WITHOUT_FORM "s.id IS NULL OR s.date <> t.date OR s.patient <> t.patient"

/* A copy of a session with another day, and somebody's answers of some day or none, as no page of the program would write it. */
static void
write_row (Walk    *walk,
           GString *sql)
{
  g_autofree char *id = g_uuid_string_random ();
  const char *screening = chance (walk, 0.9) ? draw_id (walk, walk->screenings) : NULL;
  g_autofree char *quoted = screening != NULL ? g_strdup_printf ("'%s'", screening) : g_strdup ("NULL");

  g_string_append_printf (sql, "DROP TABLE IF EXISTS temp.copy;\nCREATE TEMP TABLE copy AS SELECT * FROM treatment_session WHERE id = '%s';\n"
                          "UPDATE copy SET id = '%s', plan = NULL, session_n = NULL, amends = NULL, reason = '', date = '%s',"
                          " screening = %s;\nINSERT INTO treatment_session SELECT * FROM copy;\n",
                          draw_id (walk, walk->sessions), id, days[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (days))], quoted);
}

static void
write_past_services (Walk *walk)
{
  g_autoptr(GString) sql = g_string_new ("PRAGMA foreign_keys = ON;\n");
  guint64 before;

  clinic_fixture_close (walk->fixture);
  before = count (walk, "1");
  g_assert_cmpuint (before, ==, walk->sessions->len);
  g_assert_cmpuint (count (walk, WITHOUT_FORM), ==, 0);
  for (int i = 0; i < N_ROWS; i++)
    write_row (walk, sql);
  clinic_fixture_run_on (walk->fixture->path, sql->str);
  g_assert_cmpuint (count (walk, "1"), >, before);
  g_assert_cmpuint (count (walk, "1"), <, before + N_ROWS);
  g_assert_cmpuint (count (walk, WITHOUT_FORM), ==, 0);
}

static void
test_walk (void)
{
  g_auto(Walk) walk = begin ();

  for (int i = 0; i < N_PATIENTS * N_STEPS; i++)
    step (&walk);
  g_test_message ("%u sessions, %u refused; %u suspended, %u closed", walk.sessions->len, walk.n_refused, walk.n_suspended,
                  walk.n_closed);
  g_assert_cmpuint (walk.sessions->len, >, 10);
  g_assert_cmpuint (walk.n_refused, >, 10);
  g_assert_cmpuint (walk.n_suspended, >, 3);
  g_assert_cmpuint (walk.n_closed, >, 0);
  write_past_services (&walk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/session-invariants/walk", test_walk);

  return g_test_run ();
}
