/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "session-world.h"

#include <string.h>

#include "meso-formula-repository.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-store-private.h"

/* One unit of work: what goes in, and what came out of it. */
typedef struct
{
  SessionWorld *world;
  const char *patient;
  gboolean ok;
  MesoVerdict *verdict;
  MesoScreeningDecision *decision;
  const MesoTreatmentSession *session;
  const char *amends;
  const char *id;
  const char *sql;
  char *stored;
  MesoTreatmentSession *found;
  GPtrArray *all;
} Work;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  SessionWorld *world = data;
  const char *staff = world->store->staff;
  g_autoptr(MesoPatient) leila = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) karim = meso_test_patient ("Karim", "Rezaei");
  g_autoptr(MesoPatient) stored_leila = meso_patient_repository_insert (context, staff, leila, error);
  g_autoptr(MesoPatient) stored_karim = meso_patient_repository_insert (context, staff, karim, error);
  g_autoptr(MesoPlan) plan = meso_test_plan (4);

  world->leila = g_strdup (stored_leila->id);
  world->karim = g_strdup (stored_karim->id);
  world->leilas_plan = meso_plan_repository_insert (context, staff, world->leila, plan, error);
  world->karims_plan = meso_plan_repository_insert (context, staff, world->karim, plan, error);
  return meso_protocol_archive_repository_store (context, staff, world->protocol, world->documents, error);
}

SessionWorld *
session_world_new (void)
{
  SessionWorld *self = g_new0 (SessionWorld, 1);

  self->store = meso_test_store_new ();
  self->protocol = meso_test_protocol (&self->documents);
  meso_test_store_write (self->store, prepare, self);
  self->leilas_formula = session_world_add_formula (self, self->leila, TRUE);
  self->karims_formula = session_world_add_formula (self, self->karim, TRUE);
  return self;
}

void
session_world_free (SessionWorld *self)
{
  g_free (self->leila);
  g_free (self->leilas_plan);
  g_free (self->leilas_formula);
  g_free (self->karim);
  g_free (self->karims_plan);
  g_free (self->karims_formula);
  g_ptr_array_unref (self->documents);
  meso_protocol_unref (self->protocol);
  meso_test_store_free (self->store);
  g_free (self);
}

static gboolean
add_formula (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoFormulaVersion) draft = meso_test_formula (work->patient, meso_protocol_get_hash (work->world->protocol));
  g_autoptr(MesoFormulaVersion) stored = NULL;

  draft->check->ok = work->ok;
  stored = meso_formula_repository_insert (context, work->world->store->staff, draft, error);
  work->stored = stored != NULL ? g_strdup (stored->formula_id) : NULL;
  return stored != NULL;
}

char *
session_world_add_formula (SessionWorld *self, const char *patient, gboolean ok)
{
  Work work = { .world = self, .patient = patient, .ok = ok };

  meso_test_store_write (self->store, add_formula, &work);
  return work.stored;
}

static gboolean
screen (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoQuestionnaireResponse) response = meso_test_response ();

  response->form = MESO_FORM_SHORT;
  work->stored = meso_screening_repository_insert (context, work->world->store->nurse, work->patient, response, work->verdict,
                                                   work->amends, work->amends != NULL ? "misheard" : NULL, error);
  return work->stored != NULL;
}

char *
session_world_screen_as (SessionWorld *self, const char *patient, MesoVerdict *verdict, const char *amends)
{
  Work work = { .world = self, .patient = patient, .verdict = verdict, .amends = amends };

  meso_test_store_write (self->store, screen, &work);
  meso_verdict_free (verdict);
  return work.stored;
}

char *
session_world_screen (SessionWorld *self, const char *patient, MesoOutcome outcome)
{
  MesoVerdict *verdict = meso_test_verdict (outcome, meso_protocol_get_hash (self->protocol), "1");

  if (outcome != MESO_OUTCOME_SUITABLE)
    meso_test_verdict_add_finding (verdict, "a-rule", outcome, outcome < MESO_OUTCOME_BLOCK);
  return session_world_screen_as (self, patient, verdict, NULL);
}

MesoScreeningDecision *
session_world_decision (MesoDecisionKind kind, const char *rule)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  decision->kind = kind;
  decision->rule = g_strdup (rule);
  g_set_str (&decision->reason, "seen and weighed");
  if (kind == MESO_DECISION_CLEARANCE)
    {
      decision->clearance_from = g_strdup ("Dr. Azari, cardiology");
      decision->clearance_document = g_strdup ("letter 17");
      decision->clearance_date = (MesoCalendarDate) { 2026, 11, 20 };
    }
  return decision;
}

static gboolean
decide (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored = meso_screening_repository_decide (context, work->world->store->staff, work->decision, error);
  return work->stored != NULL;
}

char *
session_world_decide (SessionWorld *self, const char *screening, MesoScreeningDecision *decision)
{
  Work work = { .world = self, .decision = decision };

  g_set_str (&decision->screening, screening);
  meso_test_store_write (self->store, decide, &work);
  meso_screening_decision_free (decision);
  return work.stored;
}

MesoTreatmentSession *
session_world_session (SessionWorld *self, const char *screening)
{
  MesoTreatmentSession *session = meso_treatment_session_new ();

  session->patient = g_strdup (self->leila);
  session->plan = g_strdup (self->leilas_plan);
  session->session_n = 3;
  session->date = SESSION_WORLD_DAY;
  session->minute = 14 * 60 + 5;
  session->operator = g_strdup (self->store->nurse);
  session->physician = g_strdup (self->store->staff);
  session->screening = g_strdup (screening);
  session->formula = g_strdup (self->leilas_formula);
  session->formula_version = 1;
  session->points = 50;
  session->volume_ul = 5000;
  session->wasted_ul = 250;
  session->pain = 3;
  session->before = (MesoBloodPressure) { 121, 79 };
  session->after = (MesoBloodPressure) { 118, 80 };
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", 1, NULL));
  g_ptr_array_add (session->reactions, meso_reaction_new (MESO_REACTION_OTHER, 2, "dizzy <1 min & pale"));
  g_set_str (&session->notes, "Sat up slowly.\nآرام نشست");
  return session;
}

static gboolean
record (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored = meso_session_repository_insert (context, work->world->store->nurse, work->session, work->amends,
                                                 work->amends != NULL ? "counted again" : NULL, error);
  return work->stored != NULL;
}

char *
session_world_record (SessionWorld *self, const MesoTreatmentSession *session, const char *amends)
{
  Work work = { .world = self, .session = session, .amends = amends };

  meso_test_store_write (self->store, record, &work);
  return work.stored;
}

static void
expect_refusal (SessionWorld *self, MesoStoreWork unit, Work *work, const char *why)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_store_run (self->store->store, MESO_STORE_WRITE, unit, work, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, why);
  g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (MESO_STORE_ERROR_REFUSED)));
}

void
session_world_refuse (SessionWorld *self, const MesoTreatmentSession *session, const char *amends, const char *why)
{
  Work work = { .world = self, .session = session, .amends = amends };

  expect_refusal (self, record, &work, why);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_session_repository_get (context, work->id, error);
  return work->found != NULL;
}

MesoTreatmentSession *
session_world_get (SessionWorld *self, const char *id)
{
  Work work = { .world = self, .id = id };

  meso_test_store_read (self->store, get, &work);
  return work.found;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->all = meso_session_repository_list (context, work->patient, error);
  return work->all != NULL;
}

GPtrArray *
session_world_list (SessionWorld *self, const char *patient)
{
  Work work = { .world = self, .patient = patient };

  meso_test_store_read (self->store, list, &work);
  return work.all;
}

static gboolean
get_latest (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_session_repository_latest (context, work->patient, error);
  return *error == NULL;
}

MesoTreatmentSession *
session_world_latest (SessionWorld *self, const char *patient)
{
  Work work = { .world = self, .patient = patient };

  meso_test_store_read (self->store, get_latest, &work);
  return work.found;
}

static gboolean
mark (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_session_repository_mark_entered_in_error (context, work->world->store->nurse, work->id, "another patient's", error);
}

void
session_world_mark (SessionWorld *self, const char *id)
{
  Work work = { .world = self, .id = id };

  meso_test_store_write (self->store, mark, &work);
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_sqlite_connection_run_script (context->connection, work->sql, error);
}

void
session_world_run_sql (SessionWorld *self, const char *sql)
{
  Work work = { .world = self, .sql = sql };

  meso_test_store_write (self->store, run_sql, &work);
}

void
session_world_refuse_sql (SessionWorld *self, const char *sql, const char *why)
{
  Work work = { .world = self, .sql = sql };

  expect_refusal (self, run_sql, &work, why);
}
