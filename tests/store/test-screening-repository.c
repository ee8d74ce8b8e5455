/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-repository.h"

#include "meso-patient-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* One test's world: a patient, archived content, and the last results. */
typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  char *patient;
  MesoVerdict *verdict;
  MesoQuestionnaireResponse *response;
  const char *amends;
  const char *reason;
  const char *id;
  char *stored;
  MesoScreening *screening;
  GPtrArray *found;
  MesoScreeningDecision *decision;
  const char *decided_by;
  const char *sql;
} World;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, world->store->staff, patient, error);

  world->patient = stored != NULL ? g_strdup (stored->id) : NULL;
  return stored != NULL
         && meso_protocol_archive_repository_store (context, world->store->staff, world->protocol, world->documents, error);
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);

  world->store = meso_test_store_new ();
  world->protocol = meso_test_protocol (&world->documents);
  meso_test_store_write (world->store, prepare, world);
  world->response = meso_test_response ();
  return world;
}

static void
world_free (World *world)
{
  g_clear_pointer (&world->screening, meso_screening_free);
  g_clear_pointer (&world->found, g_ptr_array_unref);
  g_clear_pointer (&world->verdict, meso_verdict_free);
  meso_questionnaire_response_free (world->response);
  g_ptr_array_unref (world->documents);
  meso_protocol_unref (world->protocol);
  g_free (world->patient);
  g_free (world->stored);
  meso_test_store_free (world->store);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_free (world->stored);
  world->stored = meso_screening_repository_insert (context, world->store->nurse, world->patient, world->response,
                                                    world->verdict, world->amends, world->reason, error);
  return world->stored != NULL;
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->screening, meso_screening_free);
  world->screening = meso_screening_repository_get (context, world->id, error);
  return world->screening != NULL;
}

static gboolean
get_latest (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->screening, meso_screening_free);
  world->screening = meso_screening_repository_latest (context, world->patient, error);
  return error == NULL || *error == NULL;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(GPtrArray) ids = meso_screening_repository_list_ids (context, error);

  g_clear_pointer (&world->found, g_ptr_array_unref);
  world->found = meso_screening_repository_list (context, world->patient, error);
  g_assert_cmpuint (ids->len, ==, world->found->len);
  return world->found != NULL;
}

static gboolean
decide (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_free (world->stored);
  world->stored = meso_screening_repository_decide (context, world->decided_by, world->decision, error);
  return world->stored != NULL;
}

static gboolean
list_decisions (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->found, g_ptr_array_unref);
  world->found = meso_screening_repository_list_decisions (context, world->id, error);
  return world->found != NULL;
}

static gboolean
mark (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_screening_repository_mark_entered_in_error (context, world->store->nurse, world->id, world->reason, error);
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_sqlite_connection_run_script (context->connection, world->sql, error);
}

static void
set_verdict (World *world, MesoOutcome outcome)
{
  g_clear_pointer (&world->verdict, meso_verdict_free);
  world->verdict = meso_test_verdict (outcome, meso_protocol_get_hash (world->protocol),
                                      meso_protocol_get_version (world->protocol));
}

/* (transfer full): a stored screening with one finding that gave its verdict */
static char *
add (World *world, MesoOutcome outcome, gboolean overridable)
{
  set_verdict (world, outcome);
  if (outcome != MESO_OUTCOME_SUITABLE && outcome != MESO_OUTCOME_INCOMPLETE)
    meso_test_verdict_add_finding (world->verdict, "RULE", outcome, overridable);
  if (outcome == MESO_OUTCOME_INCOMPLETE)
    g_ptr_array_add (world->verdict->missing, meso_missing_new ("pregnant", MESO_MISSING_UNKNOWN));
  meso_test_store_write (world->store, insert, world);
  return g_strdup (world->stored);
}

static void
test_comes_back_equal (void)
{
  g_autoptr(World) world = world_new ();
  const MesoVerdict *verdict;
  const MesoFinding *finding;
  GHashTableIter iter;
  gpointer question, answer;

  set_verdict (world, MESO_OUTCOME_DEFER);
  meso_test_verdict_add_finding (world->verdict, "MENS", MESO_OUTCOME_DEFER, TRUE);
  meso_test_verdict_add_finding (world->verdict, "BIOTIN", MESO_OUTCOME_EXCLUDE, FALSE);
  g_ptr_array_add (world->verdict->cleared, g_strdup ("endocrine-uncontrolled"));
  g_ptr_array_add (world->verdict->indications, g_strdup ("gradual-thinning"));
  meso_test_store_write (world->store, insert, world);
  world->id = world->stored;
  meso_test_store_read (world->store, get, world);

  g_assert_cmpstr (world->screening->patient, ==, world->patient);
  g_assert_cmpstr (world->screening->recorded_by, ==, world->store->nurse);
  g_assert_cmpstr (world->screening->recorded_at, ==, "2026-11-22T08:00:02.000000Z");
  g_assert_null (world->screening->amends);
  g_assert_null (world->screening->entered_in_error);
  verdict = world->screening->verdict;
  {
    g_autofree char *difference = meso_verdict_describe_difference (world->verdict, verdict);
    g_assert_cmpstr (difference, ==, NULL);
  }
  g_assert_cmpstr (verdict->protocol_hash, ==, world->verdict->protocol_hash);
  g_assert_cmpstr (verdict->protocol_version, ==, world->verdict->protocol_version);
  g_assert_cmpuint (verdict->findings->len, ==, 2);
  finding = g_ptr_array_index (verdict->findings, 0);
  g_assert_cmpstr (meso_local_text_get (finding->reason, "en"), ==, "A reason with <&\"' in it");
  g_assert_cmpstr (meso_local_text_get (finding->reason, "fa"), ==, "دلیل");
  g_assert_cmpstr (meso_local_text_get (finding->advice, "en"), ==, "What to do");
  g_assert_true (finding->overridable);
  g_assert_cmpstr (finding->source, ==, "article");
  g_assert_cmpint (meso_calendar_date_compare (verdict->until, world->verdict->until), ==, 0);

  g_assert_cmpint (world->screening->response->weight_g, ==, 61000);
  g_assert_cmpint (world->screening->response->form, ==, MESO_FORM_FULL);
  g_assert_cmpuint (g_hash_table_size (world->screening->response->answers), ==, g_hash_table_size (world->response->answers));
  g_hash_table_iter_init (&iter, world->response->answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    g_assert_true (meso_answer_equal (answer, meso_questionnaire_response_lookup (world->screening->response, question)));
  meso_test_store_check (world->store);
}

static void
test_signed_rows_never_change (void)
{
  static const char *const attempts[] = {
    "UPDATE screening SET verdict = 'suitable'", "DELETE FROM screening", "UPDATE screening_answer SET kind = 'no'",
    "DELETE FROM screening_answer", "UPDATE screening_finding SET outcome = 'caution'", "DELETE FROM screening_finding",
    "UPDATE screening_finding_text SET reason = ''", "DELETE FROM screening_finding_text",
    "UPDATE screening_list SET value = 'x'", "DELETE FROM screening_list", "DELETE FROM patient",
    "UPDATE patient SET id = lower (hex (randomblob (18)))", "DELETE FROM staff", "DELETE FROM protocol_document",
    "UPDATE protocol_document SET bytes = x''", "DELETE FROM protocol_archive", "UPDATE protocol_archive SET version = '9'",
    /* Nor is anything added to them later, or put over them. */
    "INSERT INTO screening_answer (screening, question, kind) SELECT id, 'late', 'no' FROM screening",
    "INSERT INTO screening_missing (screening, n, question, why) SELECT id, 9, 'late', 'unknown' FROM screening",
    "INSERT INTO screening_list (screening, list, n, value) SELECT id, 'cleared', 9, 'late' FROM screening",
    "INSERT INTO screening_finding SELECT screening, 9, rule, outcome, until, ingredient, source, 0 FROM screening_finding",
    "INSERT OR REPLACE INTO screening_answer (screening, question, kind) SELECT id, 'pregnant', 'yes' FROM screening",
    "INSERT OR REPLACE INTO screening SELECT id, patient, date, form, sex, birth_date, weight_g, protocol, protocol_reviewed,"
    " 'suitable', NULL, amends, reason, recorded_at, recorded_zone, recorded_by FROM screening",
    "INSERT INTO protocol_document SELECT hash, 'late.xml', x'00' FROM protocol_archive",
    "UPDATE number_sequence SET next = 1",
  };
  g_autoptr(World) world = world_new ();

  set_verdict (world, MESO_OUTCOME_DEFER);
  meso_test_verdict_add_finding (world->verdict, "MENS", MESO_OUTCOME_DEFER, TRUE);
  meso_test_verdict_add_finding (world->verdict, "BIOTIN", MESO_OUTCOME_EXCLUDE, FALSE);
  meso_test_store_write (world->store, insert, world);
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i]);
      world->sql = attempts[i];
      meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
    }
}

static void
test_verdict_must_agree (void)
{
  g_autoptr(World) world = world_new ();

  /* A finding that blocks, an answer that is missing: the header can't say otherwise. */
  set_verdict (world, MESO_OUTCOME_SUITABLE);
  meso_test_verdict_add_finding (world->verdict, "PREG", MESO_OUTCOME_BLOCK, FALSE);
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  set_verdict (world, MESO_OUTCOME_SUITABLE);
  g_ptr_array_add (world->verdict->missing, meso_missing_new ("pregnant", MESO_MISSING_UNKNOWN));
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  /* A block that says it may be overridden. */
  set_verdict (world, MESO_OUTCOME_BLOCK);
  meso_test_verdict_add_finding (world->verdict, "PREG", MESO_OUTCOME_BLOCK, TRUE);
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  /* Content that isn't in the archive could never be replayed. */
  set_verdict (world, MESO_OUTCOME_SUITABLE);
  world->verdict->protocol_hash[0] = world->verdict->protocol_hash[0] == '0' ? '1' : '0';
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_read (world->store, list, world);
  g_assert_cmpuint (world->found->len, ==, 0);
}

static void
test_amendment (void)
{
  g_autoptr(World) world = world_new ();
  g_autofree char *first = add (world, MESO_OUTCOME_SUITABLE, FALSE);
  g_autofree char *second = NULL;

  world->amends = first;
  world->reason = "";
  set_verdict (world, MESO_OUTCOME_BLOCK);
  meso_test_verdict_add_finding (world->verdict, "PREG", MESO_OUTCOME_BLOCK, FALSE);
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_REFUSED);
  world->reason = "answered for another patient";
  meso_test_store_write (world->store, insert, world);
  second = g_strdup (world->stored);
  meso_test_store_read (world->store, get_latest, world);
  g_assert_cmpstr (world->screening->id, ==, second);
  g_assert_cmpstr (world->screening->amends, ==, first);
  g_assert_cmpstr (world->screening->reason, ==, "answered for another patient");
  /* Only one correction of each: the next corrects the correction. */
  meso_test_store_refuse (world->store, insert, world, MESO_STORE_ERROR_DUPLICATE);
  meso_test_store_read (world->store, list, world);
  g_assert_cmpuint (world->found->len, ==, 2);

  world->id = second;
  world->reason = " ";
  meso_test_store_refuse (world->store, mark, world, MESO_STORE_ERROR_REFUSED);
  world->reason = "wrong person";
  meso_test_store_write (world->store, mark, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpstr (world->screening->entered_in_error, ==, "wrong person");
  meso_test_store_refuse (world->store, mark, world, MESO_STORE_ERROR_DUPLICATE);
  /* Neither the amended one nor the one in error counts. */
  meso_test_store_read (world->store, get_latest, world);
  g_assert_null (world->screening);
  world->id = "no such screening";
  meso_test_store_refuse (world->store, mark, world, MESO_STORE_ERROR_REFUSED);
  meso_test_store_refuse (world->store, get, world, MESO_STORE_ERROR_NO_RECORD);
}

static void
assert_decision (World *world, const char *screening, MesoDecisionKind kind, const char *reason, const char *staff,
                 int expected_error)
{
  g_autoptr(MesoScreeningDecision) decision = meso_screening_decision_new ();

  decision->screening = g_strdup (screening);
  decision->kind = kind;
  g_set_str (&decision->reason, reason);
  if (kind == MESO_DECISION_CLEARANCE)
    {
      decision->clearance_from = g_strdup ("Dr. Ahmadi");
      decision->clearance_document = g_strdup ("letter of 20 November");
      decision->clearance_date = (MesoCalendarDate) { 2026, 11, 20 };
      decision->clearance_expires = (MesoCalendarDate) { 2027, 5, 20 };
    }
  world->decision = decision;
  world->decided_by = staff;
  if (expected_error < 0)
    meso_test_store_write (world->store, decide, world);
  else
    meso_test_store_refuse (world->store, decide, world, (MesoStoreError) expected_error);
}

static void
test_decisions (void)
{
  g_autoptr(World) world = world_new ();
  const char *physician = world->store->staff;
  const char *nurse = world->store->nurse;
  const int refused = MESO_STORE_ERROR_REFUSED, stored = -1;
  g_autofree char *suitable = add (world, MESO_OUTCOME_SUITABLE, FALSE);
  g_autofree char *caution = add (world, MESO_OUTCOME_CAUTION, FALSE);
  g_autofree char *defer = add (world, MESO_OUTCOME_DEFER, TRUE);
  g_autofree char *fixed_defer = add (world, MESO_OUTCOME_DEFER, FALSE);
  g_autofree char *clearance = add (world, MESO_OUTCOME_CLEARANCE, FALSE);
  g_autofree char *incomplete = add (world, MESO_OUTCOME_INCOMPLETE, FALSE);
  g_autofree char *block = add (world, MESO_OUTCOME_BLOCK, FALSE);
  MesoScreeningDecision *decision;

  assert_decision (world, suitable, MESO_DECISION_SIGN, "", physician, stored);
  assert_decision (world, suitable, MESO_DECISION_SIGN, "", nurse, refused);
  assert_decision (world, suitable, MESO_DECISION_SIGN, "", "nobody", MESO_STORE_ERROR_NO_RECORD);
  assert_decision (world, caution, MESO_DECISION_SIGN, "", physician, refused);
  assert_decision (world, caution, MESO_DECISION_SIGN, "seen, low dose", physician, stored);
  assert_decision (world, defer, MESO_DECISION_SIGN, "x", physician, refused);
  assert_decision (world, defer, MESO_DECISION_OVERRIDE, " ", physician, refused);
  assert_decision (world, defer, MESO_DECISION_OVERRIDE, "light, patient asks", nurse, refused);
  assert_decision (world, defer, MESO_DECISION_OVERRIDE, "light, patient asks", physician, stored);
  assert_decision (world, defer, MESO_DECISION_SIGN, "as decided", physician, stored);
  assert_decision (world, fixed_defer, MESO_DECISION_OVERRIDE, "x", physician, refused);
  assert_decision (world, fixed_defer, MESO_DECISION_WAIT, "", physician, stored);
  assert_decision (world, clearance, MESO_DECISION_SIGN, "x", physician, refused);
  assert_decision (world, clearance, MESO_DECISION_OVERRIDE, "x", physician, refused);
  assert_decision (world, clearance, MESO_DECISION_CLEARANCE, "", physician, stored);
  assert_decision (world, clearance, MESO_DECISION_SIGN, "cleared", physician, stored);
  assert_decision (world, incomplete, MESO_DECISION_SIGN, "x", physician, refused);
  assert_decision (world, incomplete, MESO_DECISION_OVERRIDE, "x", physician, refused);
  /* Nothing overrides a block. */
  assert_decision (world, block, MESO_DECISION_SIGN, "x", physician, refused);
  assert_decision (world, block, MESO_DECISION_OVERRIDE, "x", physician, refused);
  assert_decision (world, block, MESO_DECISION_CLEARANCE, "x", physician, refused);
  assert_decision (world, block, MESO_DECISION_WAIT, "x", physician, stored);

  world->id = clearance;
  meso_test_store_read (world->store, list_decisions, world);
  g_assert_cmpuint (world->found->len, ==, 2);
  decision = g_ptr_array_index (world->found, 0);
  g_assert_cmpint (decision->kind, ==, MESO_DECISION_CLEARANCE);
  g_assert_cmpstr (decision->clearance_from, ==, "Dr. Ahmadi");
  g_assert_cmpint (decision->clearance_expires.year, ==, 2027);
  g_assert_cmpstr (decision->decided_by, ==, physician);

  /* What was entered in error is on file, and counts no more. */
  world->sql = "INSERT INTO entered_in_error SELECT 'screening-decision', id, 'wrong patient', decided_at, decided_zone,"
               " decided_by FROM screening_decision WHERE kind = 'clearance'";
  meso_test_store_write (world->store, run_sql, world);
  meso_test_store_read (world->store, list_decisions, world);
  g_assert_cmpuint (world->found->len, ==, 1);
  g_assert_cmpint (((MesoScreeningDecision *) g_ptr_array_index (world->found, 0))->kind, ==, MESO_DECISION_SIGN);

  /* Not by SQL either, and never taken back. */
  world->sql = "UPDATE screening_decision SET reason = 'other'";
  meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
  world->sql = "DELETE FROM screening_decision";
  meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
  world->sql = "UPDATE staff SET active = 0 WHERE role = 'physician'";
  meso_test_store_write (world->store, run_sql, world);
  assert_decision (world, suitable, MESO_DECISION_SIGN, "", physician, refused);
  meso_test_store_check (world->store);
}

static void
test_clearance_needs_its_paper (void)
{
  g_autoptr(World) world = world_new ();
  g_autofree char *clearance = add (world, MESO_OUTCOME_CLEARANCE, FALSE);
  g_autoptr(MesoScreeningDecision) decision = meso_screening_decision_new ();

  decision->screening = g_strdup (clearance);
  decision->kind = MESO_DECISION_CLEARANCE;
  world->decision = decision;
  world->decided_by = world->store->staff;
  meso_test_store_refuse (world->store, decide, world, MESO_STORE_ERROR_REFUSED);
  decision->clearance_from = g_strdup ("Dr. Ahmadi");
  decision->clearance_date = (MesoCalendarDate) { 2026, 11, 20 };
  meso_test_store_refuse (world->store, decide, world, MESO_STORE_ERROR_REFUSED);
  decision->clearance_document = g_strdup ("letter");
  decision->clearance_expires = (MesoCalendarDate) { 2026, 11, 1 };
  meso_test_store_refuse (world->store, decide, world, MESO_STORE_ERROR_REFUSED);
  decision->clearance_expires = MESO_CALENDAR_DATE_NONE;
  meso_test_store_write (world->store, decide, world);
  g_set_str (&decision->rule, "NO-SUCH-RULE");
  meso_test_store_refuse (world->store, decide, world, MESO_STORE_ERROR_REFUSED);
  /* A signature doesn't carry a clearance's fields. */
  g_clear_pointer (&decision->rule, g_free);
  decision->kind = MESO_DECISION_WAIT;
  meso_test_store_refuse (world->store, decide, world, MESO_STORE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening-repository/comes-back-equal", test_comes_back_equal);
  g_test_add_func ("/screening-repository/signed-rows-never-change", test_signed_rows_never_change);
  g_test_add_func ("/screening-repository/verdict-must-agree", test_verdict_must_agree);
  g_test_add_func ("/screening-repository/amendment", test_amendment);
  g_test_add_func ("/screening-repository/decisions", test_decisions);
  g_test_add_func ("/screening-repository/clearance-needs-its-paper", test_clearance_needs_its_paper);
  return g_test_run ();
}
