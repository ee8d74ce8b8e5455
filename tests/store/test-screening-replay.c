/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-screening-engine.h"
#include "meso-screening-repository.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* Whatever the engine concludes from the content that ships, the schema takes it, and what is loaded again gives the same verdict
 * with the content that was archived. */

typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  GRand *rand;
  char *patient;
  int trials;
  guint seen[MESO_OUTCOME_BLOCK + 1];
} World;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, world->store->staff, patient, error);

  world->patient = g_strdup (stored->id);
  return meso_protocol_archive_repository_store (context, world->store->staff, world->protocol, world->documents, error);
}

static MesoAnswer *
make_answer (GRand *rand, const MesoQuestion *question, gboolean careful)
{
  MesoCalendarDate today = { 2026, 11, 22 };

  switch (question->type)
    {
    case MESO_QUESTION_ANSWER:
      if (careful)
        return meso_answer_new (g_rand_int_range (rand, 0, 20) == 0 ? MESO_ANSWER_YES : MESO_ANSWER_NO);
      return meso_answer_new ((MesoAnswerKind) g_rand_int_range (rand, MESO_ANSWER_NO, MESO_ANSWER_UNKNOWN + 1));
    case MESO_QUESTION_DATE:
      return meso_answer_new_date (meso_calendar_date_add_days (today, -g_rand_int_range (rand, 0, 400)));
    case MESO_QUESTION_NUMBER:
      return meso_answer_new_number (question->min_milli
                                     + (gint64) (g_rand_double (rand) * (double) (question->max_milli - question->min_milli)));
    case MESO_QUESTION_CHOICE:
      return meso_answer_new_choice (((MesoChoice *) g_ptr_array_index (question->choices, g_rand_int_range (rand, 0,
                                                                        (gint32) question->choices->len)))->id);
    default:
      g_assert_not_reached ();
    }
}

static MesoQuestionnaireResponse *
make_response (World *world)
{
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  const GPtrArray *questions = meso_protocol_get_questions (world->protocol);
  gboolean careful = g_rand_boolean (world->rand);

  response->sex = (MesoSex) g_rand_int_range (world->rand, MESO_SEX_UNKNOWN, MESO_SEX_OTHER + 1);
  response->form = g_rand_boolean (world->rand) ? MESO_FORM_FULL : MESO_FORM_SHORT;
  if (careful || g_rand_boolean (world->rand))
    response->birth_date = (MesoCalendarDate) { (gint16) g_rand_int_range (world->rand, 1940, 2020), 5, 1 };
  response->weight_g = g_rand_boolean (world->rand) ? 61000 : 0;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (careful ? meso_screening_engine_asks (world->protocol, response, question) : g_rand_boolean (world->rand))
        {
          MesoAnswer *answer = make_answer (world->rand, question, careful);
          const MesoAnswer *upper = question->below != NULL ? meso_questionnaire_response_lookup (response, question->below) : NULL;

          /* Numbers in each other's place are refused before they are judged. */
          if (upper != NULL && answer->milli >= upper->milli)
            answer->milli = upper->milli - 1;
          meso_questionnaire_response_set (response, question->id, answer);
        }
    }
  return response;
}

static gboolean
try_one (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  MesoCalendarDate today = { 2026, 11, 22 };
  g_autoptr(MesoQuestionnaireResponse) response = make_response (world);
  g_autoptr(MesoVerdict) verdict = meso_screening_engine_evaluate (world->protocol, response, today, error);
  g_autoptr(MesoScreening) screening = NULL;
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(MesoProtocol) archived = NULL;
  g_autoptr(MesoVerdict) again = NULL;
  g_autofree char *id = NULL;
  g_autofree char *difference = NULL;

  if (verdict == NULL)
    return FALSE;
  world->seen[verdict->outcome]++;
  id = meso_screening_repository_insert (context, world->store->nurse, world->patient, response, verdict, NULL, NULL, error);
  if (id == NULL)
    return FALSE;
  screening = meso_screening_repository_get (context, id, error);
  g_assert_nonnull (screening);
  difference = meso_verdict_describe_difference (verdict, screening->verdict);
  g_assert_cmpstr (difference, ==, NULL);
  if (world->trials % 20 == 0)
    {
      documents = meso_protocol_archive_repository_load (context, screening->verdict->protocol_hash, error);
      archived = meso_protocol_new (documents, error);
      g_assert_nonnull (archived);
    }
  again = meso_screening_engine_evaluate (archived != NULL ? archived : world->protocol, screening->response, screening->date,
                                          error);
  g_assert_nonnull (again);
  difference = meso_verdict_describe_difference (screening->verdict, again);
  g_assert_cmpstr (difference, ==, NULL);
  return TRUE;
}

static void
test_replay (void)
{
  World world = { .store = meso_test_store_new () };
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  world.rand = g_rand_new_with_seed (seed);
  world.protocol = meso_test_protocol (&world.documents);
  meso_test_store_write (world.store, prepare, &world);
  for (world.trials = 0; world.trials < 300; world.trials++)
    meso_test_store_write (world.store, try_one, &world);
  for (MesoOutcome outcome = MESO_OUTCOME_SUITABLE; outcome <= MESO_OUTCOME_BLOCK; outcome++)
    g_test_message ("%s: %u", meso_outcome_to_string (outcome), world.seen[outcome]);
  meso_test_store_check (world.store);
  g_rand_free (world.rand);
  g_ptr_array_unref (world.documents);
  meso_protocol_unref (world.protocol);
  g_free (world.patient);
  meso_test_store_free (world.store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening-replay/stored-is-what-was-concluded", test_replay);
  return g_test_run ();
}
