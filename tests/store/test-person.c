/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-store-private.h"
#include "session-world.h"

/* Records that were merged are one person's: what was kept at one is found from each, and goes on from each. */

typedef struct
{
  SessionWorld *world;
  const char *from;
  const char *to;
  const char *patient;
  guint counts[5];
  char *latest[5];
  const char *formula;
  const char *screening;
} Work;

static gboolean
merge_unit (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_patient_repository_link (context, work->world->store->staff, work->from, work->to, "same phone", error);
}

static gboolean
part_unit (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_patient_repository_unlink (context, work->world->store->staff, work->from, "a cousin", error);
}

static void
merge (SessionWorld *world, const char *from, const char *to)
{
  Work work = { .world = world, .from = from, .to = to };

  meso_test_store_write (world->store, merge_unit, &work);
}

static void
part (SessionWorld *world, const char *from)
{
  Work work = { .world = world, .from = from };

  meso_test_store_write (world->store, part_unit, &work);
}

static guint
count (GPtrArray *list)
{
  guint length = list->len;

  g_ptr_array_unref (list);
  return length;
}

static gboolean
look (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoScreening) screening = meso_screening_repository_latest (context, work->patient, error);
  g_autoptr(MesoFormulaVersion) formula = meso_formula_repository_latest_of_patient (context, work->patient, error);
  g_autoptr(MesoCourse) course = meso_plan_repository_latest_of_patient (context, work->patient, error);
  g_autoptr(MesoTreatmentSession) session = meso_session_repository_latest (context, work->patient, error);
  g_autoptr(MesoPlannedSession) next = meso_plan_repository_next_of_patient (context, work->patient, SESSION_WORLD_DAY, error);

  work->counts[0] = count (meso_screening_repository_list (context, work->patient, error));
  work->counts[1] = count (meso_formula_repository_list (context, work->patient, error));
  work->counts[2] = count (meso_plan_repository_list (context, work->patient, error));
  work->counts[3] = count (meso_session_repository_list (context, work->patient, error));
  work->counts[4] = count (meso_handout_repository_list (context, work->patient, error));
  work->latest[0] = screening != NULL ? g_strdup (screening->id) : NULL;
  work->latest[1] = formula != NULL ? g_strdup (formula->formula_id) : NULL;
  work->latest[2] = course != NULL ? g_strdup (course->id) : NULL;
  work->latest[3] = session != NULL ? g_strdup (session->id) : NULL;
  work->latest[4] = next != NULL ? g_strdup (next->plan) : NULL;
  return error == NULL || *error == NULL;
}

/* counts: "screenings formulas plans sessions sheets"; latest (nullable) of the first four and the plan of the next session. */
static void
expect (SessionWorld *world, const char *patient, const char *counts, const char *const latest[5])
{
  Work work = { .world = world, .patient = patient };
  g_autofree char *found = NULL;

  meso_test_store_read (world->store, look, &work);
  found = g_strdup_printf ("%u %u %u %u %u", work.counts[0], work.counts[1], work.counts[2], work.counts[3], work.counts[4]);
  g_assert_cmpstr (found, ==, counts);
  for (gsize i = 0; i < 5; i++)
    {
      g_assert_cmpstr (work.latest[i], ==, latest[i]);
      g_free (work.latest[i]);
    }
}

static gboolean
print (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoHandoutIssue) issue = meso_handout_issue_new ();
  g_autofree char *id = NULL;

  issue->patient = g_strdup (work->patient);
  issue->kind = g_strdup ("aftercare");
  issue->language = g_strdup ("fa");
  issue->paper = g_strdup ("a5");
  issue->sheet_date = SESSION_WORLD_DAY;
  issue->pages = 1;
  issue->pdf = g_bytes_new_static ("%PDF", 4);
  id = meso_handout_repository_insert (context, work->world->store->nurse, issue, error);
  return id != NULL;
}

static void
test_one_history (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  Work work = { .world = world, .patient = world->karim };
  g_autofree char *leilas_screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autofree char *karims_screening = session_world_screen (world, world->karim, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, leilas_screening);
  g_autofree char *id = session_world_record (world, session, NULL);

  meso_test_store_write (world->store, print, &work);
  expect (world, world->leila, "1 1 1 1 0",
          (const char *const[]) { leilas_screening, world->leilas_formula, world->leilas_plan, id, world->leilas_plan });
  expect (world, world->karim, "1 1 1 0 1",
          (const char *const[]) { karims_screening, world->karims_formula, world->karims_plan, NULL, world->karims_plan });
  merge (world, world->leila, world->karim);
  for (int i = 0; i < 2; i++)
    {
      const char *record = i == 0 ? world->leila : world->karim;
      Work either = { .world = world, .patient = record };

      meso_test_store_read (world->store, look, &either);
      g_assert_cmpuint (either.counts[0], ==, 2);
      g_assert_cmpuint (either.counts[1], ==, 2);
      g_assert_cmpuint (either.counts[2], ==, 2);
      g_assert_cmpuint (either.counts[3], ==, 1);
      g_assert_cmpuint (either.counts[4], ==, 1);
      g_assert_cmpstr (either.latest[0], ==, karims_screening);
      g_assert_cmpstr (either.latest[1], ==, world->karims_formula);
      g_assert_cmpstr (either.latest[3], ==, id);
      for (gsize n = 0; n < 5; n++)
        g_free (either.latest[n]);
    }
  part (world, world->leila);
  expect (world, world->leila, "1 1 1 1 0",
          (const char *const[]) { leilas_screening, world->leilas_formula, world->leilas_plan, id, world->leilas_plan });
}

static gboolean
make_formula (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoFormulaVersion) draft = meso_test_formula (work->patient, meso_protocol_get_hash (work->world->protocol));
  g_autoptr(MesoFormulaVersion) stored = NULL;

  draft->formula_id = g_strdup (work->formula);
  draft->screening = g_strdup (work->screening);
  stored = meso_formula_repository_insert (context, work->world->store->staff, draft, error);
  return stored != NULL;
}

static gboolean
amend_screening (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoQuestionnaireResponse) response = meso_test_response ();
  g_autoptr(MesoVerdict) verdict =
    meso_test_verdict (MESO_OUTCOME_SUITABLE, meso_protocol_get_hash (work->world->protocol), "1");
  g_autofree char *id = meso_screening_repository_insert (context, work->world->store->nurse, work->patient, response, verdict,
                                                          work->screening, "misheard", error);

  return id != NULL;
}

/* The record that is kept goes on with what the other has: its plan, its formula, its screening of today. */
static void
test_goes_on (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  Work work = { .world = world, .patient = world->karim, .formula = world->leilas_formula, .screening = screening };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *own = NULL;

  g_set_str (&session->patient, world->karim);
  session_world_refuse (world, session, NULL, "another patient's");
  meso_test_store_refuse (world->store, make_formula, &work, MESO_STORE_ERROR_REFUSED);
  work.formula = NULL;
  meso_test_store_refuse (world->store, make_formula, &work, MESO_STORE_ERROR_REFUSED);
  meso_test_store_refuse (world->store, amend_screening, &work, MESO_STORE_ERROR_REFUSED);

  merge (world, world->leila, world->karim);
  first = session_world_record (world, session, NULL);
  second = session_world_record (world, session, first);
  meso_test_store_write (world->store, make_formula, &work);
  work.formula = world->leilas_formula;
  meso_test_store_write (world->store, make_formula, &work);
  meso_test_store_write (world->store, amend_screening, &work);

  /* Parted, hers is hers again. */
  part (world, world->leila);
  own = session_world_screen (world, world->karim, MESO_OUTCOME_SUITABLE);
  g_set_str (&session->screening, own);
  session_world_refuse (world, session, NULL, "another patient's");
  meso_test_store_check (world->store);
}

static gboolean
add_third (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) third = meso_test_patient ("Leyla", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, work->world->store->staff, third, error);

  work->latest[0] = stored != NULL ? g_strdup (stored->id) : NULL;
  return stored != NULL;
}

/* Merged into one that was merged itself, and another beside. */
static void
test_over_steps (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  Work work = { .world = world };
  g_autofree char *third = NULL;

  meso_test_store_write (world->store, add_third, &work);
  third = work.latest[0];
  merge (world, world->leila, world->karim);
  merge (world, world->karim, third);
  work.patient = third;
  meso_test_store_read (world->store, look, &work);
  g_assert_cmpstr (work.latest[0], ==, screening);
  g_assert_cmpuint (work.counts[1], ==, 2);
  for (gsize n = 0; n < 5; n++)
    g_free (work.latest[n]);
  meso_test_store_close (world->store);
  {
    g_autofree char *pairs = meso_test_sqlite (world->store->path,
      "SELECT count(*), count(DISTINCT patient), count(DISTINCT person), max(person) = (SELECT id FROM patient WHERE number = 3)"
      " FROM patient_person");
    g_assert_cmpstr (pairs, ==, "3|3|1|1");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/one-history", test_one_history);
  g_test_add_func ("/person/goes-on", test_goes_on);
  g_test_add_func ("/person/over-steps", test_over_steps);
  return g_test_run ();
}
