/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-history.h"

#include <stdlib.h>

#include "clinic-fixture.h"
#include "meso-agenda-service.h"
#include "meso-audit-service.h"
#include "meso-demo-cast.h"
#include "meso-demo-clinic.h"
#include "meso-demo-mix.h"
#include "meso-preparation-service.h"
#include "meso-recall-service.h"
#include "meso-screening-service.h"
#include "meso-stock-service.h"

#define PEOPLE 120
#define MANY 3000
#define SEED 22

static void
fill (ClinicFixture *fixture,
      guint          patients,
      guint32        seed,
      const char    *today)
{
  g_autoptr(GError) error = NULL;
  const MesoDemoHistory history = { .patients = patients, .seed = seed, .today = clinic_fixture_day (today), .language = "en" };

  g_assert_true (meso_demo_history_fill (fixture->clinic, &history, NULL, &error));
  g_assert_no_error (error);
}

/* What the sqlite3 shell answers about a clinic that is open. */
static char *
ask (ClinicFixture *fixture,
     const char    *sql)
{
  char *answer;

  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, sql);
  clinic_fixture_open (fixture, NULL);
  return answer;
}

static void
assert_answer (ClinicFixture *fixture,
               const char    *expected,
               const char    *sql)
{
  g_autofree char *answer = ask (fixture, sql);

  if (!g_str_equal (answer, expected))
    g_error ("%s\n%s\ninstead of %s", sql, answer, expected);
}

static void
assert_at_least (ClinicFixture *fixture,
                 int            least,
                 const char    *sql)
{
  g_autofree char *answer = ask (fixture, sql);

  if (atoi (answer) < least)
    g_error ("%s\n%s, and not at least %d", sql, answer, least);
}

static void
assert_everything_holds (ClinicFixture *fixture,
                         guint          patients)
{
  g_autoptr(GError) error = NULL;
  guint replayed = 0;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(MesoAuditReport) audit = NULL;
  g_autoptr(MesoClinicInfo) info = NULL;

  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpuint (replayed, >=, MIN (patients, 1000) / 2);
  problems = meso_clinic_check (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  audit = meso_audit_service_verify (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpint (audit->first_bad, ==, 0);
  info = meso_clinic_get_info (fixture->clinic, &error);
  g_assert_true (info->demo);
  g_assert_cmpuint (info->patients, ==, patients);
}

static void
test_everything_holds (void)
{
  static const guint numbers[] = { 0, 1, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

      fill (fixture, numbers[i], SEED, TODAY);
      assert_everything_holds (fixture, numbers[i]);
    }
}

/* More than may all have a history of their own: light ones, and records that came with the card index. Today is told by the cast
 * alone all the same. */
static void
test_many_people (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoDemoMix mix = meso_demo_mix_new (MANY);
  g_autofree char *records = g_strdup_printf ("%u", mix.records);

  g_assert_cmpuint (mix.records, >, 0);
  g_assert_cmpuint (mix.whole + mix.courses + mix.screened + mix.records, ==, MANY);
  fill (fixture, MANY, SEED, TODAY);
  assert_everything_holds (fixture, MANY);
  assert_answer (fixture, records, "SELECT count(*) FROM patient p WHERE NOT EXISTS (SELECT 1 FROM screening WHERE patient = p.id)"
                                   " AND p.created_at = (SELECT min(created_at) FROM patient);");
  assert_at_least (fixture, (int) (mix.whole + mix.courses) / 2, "SELECT count(DISTINCT patient) FROM plan;");
  assert_answer (fixture, "8", "SELECT count(*) FROM plan_session WHERE date = '" TODAY "' AND kind <> 'check';");
  assert_answer (fixture, "0", "SELECT count(*) FROM plan_session WHERE strftime('%w', date) = '5';");
  assert_answer (fixture, "0", "SELECT count(*) FROM patient p JOIN audit a ON a.entity_id = p.id AND a.action = 'create'"
                               " WHERE a.at_utc <> p.created_at;");
}

/* Whoever is made up is found again by name, in either script. */
static void
test_records (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  fill (fixture, PEOPLE, SEED, TODAY);
  assert_at_least (fixture, PEOPLE / 2, "SELECT count(*) FROM patient WHERE other_family_name <> '' AND national_id <> '';");
  assert_at_least (fixture, 5, "SELECT count(*) FROM health_item WHERE kind = 'allergy';");
  assert_at_least (fixture, 10, "SELECT count(*) FROM health_item WHERE kind = 'medicine';");
  assert_at_least (fixture, 10, "SELECT count(*) FROM health_item WHERE kind = 'condition';");
  assert_at_least (fixture, 1, "SELECT count(*) FROM patient WHERE age IS NOT NULL;");
  assert_answer (fixture, "0", "SELECT count(*) FROM patient WHERE weight_on > substr(updated_at, 1, 10);");
  /* No formula holds what the record says is not borne. */
  assert_answer (fixture, "0", "SELECT count(*) FROM formula_line l JOIN formula f ON f.id = l.formula"
                               " JOIN health_item h ON h.patient = f.patient AND h.kind = 'allergy' AND h.ingredient = l.ingredient;");
}

/* Names and words as the clinic speaks; what it is called and who has a part today are the same in both. */
static void
test_languages (void)
{
  g_autoptr(ClinicFixture) english = clinic_fixture_new ();
  g_autoptr(ClinicFixture) persian = clinic_fixture_new ();
  const MesoDemoHistory history = { .patients = PEOPLE, .seed = SEED, .today = clinic_fixture_day (TODAY), .language = "fa" };
  g_autoptr(GError) error = NULL;

  fill (english, PEOPLE, SEED, TODAY);
  g_assert_true (meso_demo_history_fill (persian->clinic, &history, NULL, &error));
  g_assert_no_error (error);
  assert_answer (english, "0", "SELECT count(*) FROM staff WHERE unicode(name) > 127;");
  assert_answer (persian, "4", "SELECT count(*) FROM staff WHERE unicode(name) > 127;");
  assert_answer (persian, "persian", "SELECT value FROM clinic_setting WHERE key = 'calendar';");
  assert_at_least (english, PEOPLE / 2, "SELECT count(*) FROM patient WHERE unicode(family_name) < 128;");
  assert_at_least (persian, PEOPLE * 3 / 4, "SELECT count(*) FROM patient WHERE unicode(family_name) > 127;");
  assert_answer (persian, "Karimi|کریمی", "SELECT family_name, other_family_name FROM patient p JOIN plan l ON l.patient = p.id"
                                         " JOIN plan_session s ON s.plan = l.id WHERE s.date = '" TODAY "' AND s.time = '09:00';");
  /* Switched to the other language, the staff are called by it too. */
  g_assert_true (meso_demo_clinic_set_language (persian->clinic, "en", &error));
  g_assert_no_error (error);
  assert_answer (persian, "0", "SELECT count(*) FROM staff WHERE unicode(name) > 127;");
}

static void
test_histories (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  fill (fixture, PEOPLE, SEED, TODAY);
  assert_answer (fixture, "desk\nnurse\nphysician", "SELECT DISTINCT role FROM staff ORDER BY 1;");
  assert_at_least (fixture, 2, "SELECT count(DISTINCT language) FROM patient;");
  assert_answer (fixture, "0", "SELECT count(*) FROM patient WHERE phone = '';");
  assert_answer (fixture, "block\ncaution\nclearance\ndefer\nincomplete\nsuitable",
                 "SELECT DISTINCT verdict FROM screening WHERE form = 'full' ORDER BY 1;");
  assert_answer (fixture, "clearance\noverride\nsign", "SELECT DISTINCT kind FROM screening_decision ORDER BY 1;");
  assert_answer (fixture, "cancelled\ndone\nmissed\nplanned", "SELECT DISTINCT status FROM plan_session ORDER BY 1;");
  assert_answer (fixture, "active\nfinished\nsuspended", "SELECT DISTINCT status FROM plan ORDER BY 1;");
  assert_at_least (fixture, 3, "SELECT count(DISTINCT template) FROM plan;");
  assert_at_least (fixture, PEOPLE, "SELECT count(*) FROM treatment_session;");
  assert_at_least (fixture, 20, "SELECT count(*) FROM session_reaction;");
  assert_at_least (fixture, 10, "SELECT count(*) FROM formula_version WHERE version = 2;");
  assert_answer (fixture, "1", "SELECT min(ok) FROM formula_version;");
  assert_at_least (fixture, 5, "SELECT count(*) FROM handout_issue;");
  assert_at_least (fixture, 3, "SELECT count(*) FROM plan_session WHERE kind = 'check' AND status = 'planned' AND date <= '" TODAY "';");
  assert_answer (fixture, "screening", "SELECT entity FROM draft;");
}

/* Each thing is written down on its day, none on a Friday or in the future, and the file tells them in order. */
static void
test_days (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  fill (fixture, PEOPLE, SEED, TODAY);
  assert_answer (fixture, "0", "SELECT count(*) FROM plan_session WHERE strftime('%w', date) = '5';");
  assert_answer (fixture, "0", "SELECT count(*) FROM treatment_session WHERE strftime('%w', date) = '5' OR date > '" TODAY "';");
  assert_answer (fixture, "0", "SELECT count(*) FROM screening WHERE strftime('%w', date) = '5' OR date > '" TODAY "';");
  assert_answer (fixture, "0", "SELECT count(*) FROM screening WHERE date < '" TODAY "' AND date <> substr(recorded_at, 1, 10);");
  assert_answer (fixture, "0",
                 "SELECT count(*) FROM treatment_session WHERE date < '" TODAY "' AND date <> substr(recorded_at, 1, 10);");
  assert_at_least (fixture, 500, "SELECT julianday('" TODAY "') - julianday(min(date)) FROM screening;");
  /* Who was treated had a time, and the session of the plan says so. */
  assert_answer (fixture, "0",
                 "SELECT count(*) FROM treatment_session t JOIN plan_session p ON p.plan = t.plan AND p.n = t.session_n"
                 " WHERE p.status <> 'done' OR p.date <> t.date OR t.time IS NULL;");
}

/* The day that the demo opens on has something of everything. */
static void
test_today (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  fill (fixture, PEOPLE, SEED, TODAY);
  assert_answer (fixture,
                 "09:00|Karimi|done|active\n09:45|حسینی|done|active\n10:30|Ahmadi|planned|active\n"
                 "11:15|شیرازی|planned|active\n12:00|مرادی|planned|active\n14:15|Moradi|planned|active\n"
                 "15:00|Jamali|planned|active\n16:30|تهرانی|planned|suspended",
                 "SELECT s.time, p.family_name, s.status, l.status FROM plan_session s JOIN plan l ON l.id = s.plan"
                 " JOIN patient p ON p.id = l.patient WHERE s.date = '" TODAY "' AND s.kind <> 'check' ORDER BY 1;");
  assert_answer (fixture, "Karimi",
                 "SELECT p.family_name FROM handout_issue h JOIN patient p ON p.id = h.patient WHERE h.sheet_date = '" TODAY "';");
  assert_answer (fixture, "lidocaine",
                 "SELECT DISTINCT value FROM formula_version v JOIN formula f ON f.id = v.formula JOIN patient p ON p.id = f.patient"
                 " JOIN formula_fact a ON a.formula = v.formula AND a.list = 'allergy' WHERE p.family_name = 'Ahmadi'"
                 " AND p.given_name = 'Leila';");
}

/* Lots in every state, some of what was recalled already in patients, and nothing that doesn't add up. */
static void
test_stock (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(MesoRecall) recall = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");
  gboolean seen[MESO_STOCK_NOTE_LOW + 1] = { FALSE };

  fill (fixture, PEOPLE, SEED, text);
  notes = meso_stock_service_list_attention (fixture->clinic, clinic_fixture_day (text), "en", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    seen[((MesoStockNote *) g_ptr_array_index (notes, i))->kind] = TRUE;
  g_assert_true (seen[MESO_STOCK_NOTE_RECALLED] && seen[MESO_STOCK_NOTE_EXPIRED] && seen[MESO_STOCK_NOTE_EXPIRING]);
  g_assert_true (seen[MESO_STOCK_NOTE_LOW]);
  recall = meso_recall_service_trace (fixture->clinic, "zn0417", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meso_recall_count_patients (recall), >, 3);
  waiting = meso_preparation_service_list_waiting (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting->len, ==, 1);
  assert_at_least (fixture, 40, "SELECT count(*) FROM treatment_session WHERE preparation IS NOT NULL;");
  assert_at_least (fixture, 1, "SELECT count(*) FROM preparation_discard;");
  assert_at_least (fixture, 10, "SELECT count(*) FROM opening;");
  assert_answer (fixture, "quarantined", "SELECT state FROM lot_now WHERE number = 'BC-81';");
  faults = meso_clinic_check (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

typedef struct
{
  gboolean steps[MESO_NEXT_STEP_NONE + 1];
  gboolean eligibilities[MESO_ELIGIBILITY_SIGNED + 1];
} Seen;

/* Takes entries, at least so many. */
static void
note_entries (Seen      *seen,
              GPtrArray *entries,
              guint      least)
{
  g_assert_nonnull (entries);
  g_assert_cmpuint (entries->len, >=, least);
  for (guint i = 0; i < entries->len; i++)
    {
      const MesoAgendaEntry *entry = g_ptr_array_index (entries, i);

      seen->steps[entry->chart->next_step] = TRUE;
      seen->eligibilities[entry->chart->eligibility] = TRUE;
    }
  g_ptr_array_unref (entries);
}

/* Every step that the primary button offers is there to be tried, and every answer to whether somebody may be treated but one:
 * the content that ships cautions of nothing. By the real day, which is when the demo is made. */
static void
test_every_next_step (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");
  MesoCalendarDate today = clinic_fixture_day (text);
  g_autoptr(GPtrArray) drafts = NULL;
  Seen seen = { 0 };

  fill (fixture, PEOPLE, SEED, text);
  note_entries (&seen, meso_agenda_service_list_day (fixture->clinic, today, today, NULL), 8);
  note_entries (&seen, meso_agenda_service_list_due (fixture->clinic, today, 100, NULL), 3);
  note_entries (&seen, meso_agenda_service_list_overdue (fixture->clinic, today, 100, NULL), 0);
  note_entries (&seen, meso_agenda_service_list_begun (fixture->clinic, today, 100, NULL), 6);
  for (guint i = 0; i < G_N_ELEMENTS (seen.steps); i++)
    if (!seen.steps[i])
      g_error ("nobody's next step is “%s”", meso_next_step_to_string (i));
  for (guint i = 0; i < G_N_ELEMENTS (seen.eligibilities); i++)
    if (!seen.eligibilities[i] && i != MESO_ELIGIBILITY_TO_DECIDE)
      g_error ("nobody is “%s”", meso_eligibility_to_string (i));
  drafts = meso_agenda_service_list_drafts (fixture->clinic, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((MesoDraftNote *) g_ptr_array_index (drafts, 0))->patient->family_name, ==, "جعفری");
}

static char *
describe (ClinicFixture *fixture)
{
  return ask (fixture,
              "SELECT number, file_number, given_name, family_name, other_given_name, other_family_name, sex, birth_date, age, age_on,"
              " phone, second_phone, email, national_id, national_id_reason, address, language, next_of_kin_name,"
              " next_of_kin_relation, next_of_kin_phone, referred_by, weight_g, weight_on, blood_group, hair_since, hair_onset,"
              " hair_family, hair_treatments, hair_notes, allergies_asked, medicines_asked, conditions_asked, notes"
              " FROM patient ORDER BY number;"
              "SELECT p.number, h.n, h.kind, h.what, h.ingredient, h.detail, h.severity, h.origin, h.status FROM health_item h"
              " JOIN patient p ON p.id = h.patient ORDER BY 1, 2;"
              "SELECT p.number, s.date, s.form, s.weight_g, s.verdict, s.until FROM screening s JOIN patient p ON p.id = s.patient"
              " ORDER BY 1, 2, 3, 4, 5, 6;"
              "SELECT p.number, s.date, s.form, a.question, a.kind, a.date FROM screening_answer a JOIN screening s"
              " ON s.id = a.screening JOIN patient p ON p.id = s.patient ORDER BY 1, 2, 3, 4, 5, 6;"
              "SELECT p.number, s.date, d.kind, d.rule, d.reason FROM screening_decision d JOIN screening s ON s.id = d.screening"
              " JOIN patient p ON p.id = s.patient ORDER BY 1, 2, 3, 4;"
              "SELECT p.number, i.version, i.n, i.ingredient, i.strength, i.volume FROM formula_item i JOIN formula f"
              " ON f.id = i.formula JOIN patient p ON p.id = f.patient ORDER BY 1, 2, 3;"
              "SELECT p.number, h.kind, h.sheet_date, h.language FROM handout_issue h JOIN patient p ON p.id = h.patient"
              " ORDER BY 1, 2, 3;"
              "SELECT action, entity, count(*) FROM audit GROUP BY 1, 2;"
              "SELECT p.number, n.n, n.date, n.time, n.status FROM plan_session n JOIN plan l ON l.id = n.plan"
              " JOIN patient p ON p.id = l.patient ORDER BY 1, 2;"
              "SELECT p.number, t.date, t.pain, t.volume_ul FROM treatment_session t JOIN patient p ON p.id = t.patient"
              " ORDER BY 1, 2;");
}

static void
test_equal_seeds_give_equal_histories (void)
{
  g_autoptr(ClinicFixture) first = clinic_fixture_new ();
  g_autoptr(ClinicFixture) second = clinic_fixture_new ();
  g_autoptr(ClinicFixture) other = clinic_fixture_new ();
  g_autofree char *of_first = NULL;
  g_autofree char *of_second = NULL;
  g_autofree char *of_other = NULL;

  fill (first, 40, SEED, TODAY);
  fill (second, 40, SEED, TODAY);
  fill (other, 40, SEED + 1, TODAY);
  of_first = describe (first);
  of_second = describe (second);
  of_other = describe (other);
  g_assert_cmpstr (of_first, ==, of_second);
  g_assert_cmpstr (of_first, !=, of_other);
}

/* Whatever the day: each of a week, the ends of months and years, and the fridays of them. */
static void
test_any_day (void)
{
  static const char *const days[] = {
    "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2027-01-01", "2028-02-29",
    "2027-03-31", "2026-12-31",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM plan_session WHERE date = '%s' AND kind <> 'check'", days[i]);
      guint n_roles;

      meso_demo_cast_get (&n_roles);
      fill (fixture, n_roles, SEED, days[i]);
      assert_answer (fixture, "8", sql);
    }
}

/* Fewer people than have a part to play, and none. */
static void
test_few_people (void)
{
  for (guint people = 0; people < 5; people += 2)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
      g_autoptr(MesoClinicInfo) info = NULL;

      fill (fixture, people, SEED, TODAY);
      info = meso_clinic_get_info (fixture->clinic, NULL);
      g_assert_cmpuint (info->patients, ==, people);
    }
}

static void
test_a_clinic_with_patients_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  const MesoDemoHistory history = { .patients = 3, .seed = SEED, .today = clinic_fixture_day (TODAY), .language = "en" };

  g_assert_false (meso_demo_history_fill (fixture->clinic, &history, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "demo");
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Work in the demo goes on by the real clock. */
static void
test_the_clock_runs_again (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *before = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(GPtrArray) audit = NULL;
  g_autoptr(GError) error = NULL;

  fill (fixture, 20, SEED, TODAY);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  audit = meso_audit_service_list (fixture->clinic, 1, &error);
  g_assert_cmpstr (((MesoAuditRow *) g_ptr_array_index (audit, 0))->at_utc, >=, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-history/everything-holds", test_everything_holds);
  g_test_add_func ("/services/demo-history/many-people", test_many_people);
  g_test_add_func ("/services/demo-history/records", test_records);
  g_test_add_func ("/services/demo-history/languages", test_languages);
  g_test_add_func ("/services/demo-history/histories", test_histories);
  g_test_add_func ("/services/demo-history/days", test_days);
  g_test_add_func ("/services/demo-history/today", test_today);
  g_test_add_func ("/services/demo-history/stock", test_stock);
  g_test_add_func ("/services/demo-history/every-next-step", test_every_next_step);
  g_test_add_func ("/services/demo-history/equal-seeds-give-equal-histories", test_equal_seeds_give_equal_histories);
  g_test_add_func ("/services/demo-history/any-day", test_any_day);
  g_test_add_func ("/services/demo-history/few-people", test_few_people);
  g_test_add_func ("/services/demo-history/a-clinic-with-patients-is-refused", test_a_clinic_with_patients_is_refused);
  g_test_add_func ("/services/demo-history/the-clock-runs-again", test_the_clock_runs_again);

  return g_test_run ();
}
