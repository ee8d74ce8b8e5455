/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Random documents of clinics, laid over the content that ships: what only makes stricter never loosens a verdict, and whatever a
 * clinic may do, the engine keeps its invariants. */

#include <gio/gio.h>

#include "meso-protocol-clinic.h"
#include "meso-protocol-layer.h"
#include "random-screening.h"
#include "screening-properties.h"
#include "screening-support.h"

#define N_CLINICS 120
#define N_RESPONSES 40

#define OWN_ENTRIES \
  "<question id='own-question' type='answer' forms='full short'" TEST_PROVENANCE "><text>T</text><find-out>F</find-out></question>" \
  "<rule id='OWN-RULE'" TEST_PROVENANCE "><case outcome='caution'><when question='own-question' is='yes'/><reason>R</reason>" \
  "<advice>A</advice></case></rule>"

typedef struct
{
  GRand *rand;
  GPtrArray *documents;
  MesoProtocol *shipped;
} World;

static void
world_init (World *world)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autofree char *folder = g_build_filename (g_getenv ("MESOCLINIC_DATA_DIR"), "protocol", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_message ("seed %u", seed);
  world->rand = g_rand_new_with_seed (seed);
  world->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      bytes = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (world->documents, meso_protocol_document_new (name, bytes));
    }
  world->shipped = meso_protocol_new (world->documents, &error);
  g_assert_no_error (error);
}

static void
world_clear (World *world)
{
  g_rand_free (world->rand);
  g_ptr_array_unref (world->documents);
  meso_protocol_unref (world->shipped);
}

static void
take_edit (MesoProtocolClinic *clinic,
           MesoProtocolEdit   *edit)
{
  meso_protocol_clinic_edit (clinic, edit);
  meso_protocol_edit_free (edit);
}

static void
change_case (World                   *world,
             MesoProtocolClinic      *clinic,
             const MesoScreeningRule *rule,
             guint                    index,
             gboolean                 only_stricter)
{
  static const MesoOutcome outcomes[] = { MESO_OUTCOME_CAUTION, MESO_OUTCOME_CLEARANCE, MESO_OUTCOME_DEFER, MESO_OUTCOME_BLOCK };
  const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, index);
  MesoOutcome outcome = outcomes[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (outcomes))];
  int days = -1;
  int from;
  int to;

  if (!meso_protocol_may_set_outcome (rule, rule_case, outcome) || (only_stricter && outcome < rule_case->outcome))
    outcome = rule_case->outcome;
  if (meso_protocol_get_days_range (rule, rule_case, &from, &to) && outcome == MESO_OUTCOME_DEFER)
    {
      from = only_stricter ? rule_case->days : from;
      days = g_rand_int_range (world->rand, from, MIN (to, from + 60) + 1);
    }
  if (outcome != rule_case->outcome || days >= 0)
    take_edit (clinic, meso_protocol_edit_new_change (rule->id, index + 1, outcome, days, "why"));
}

/* (transfer full): what ships with a document drawn at random over it */
static MesoProtocol *
draw_clinic (World    *world,
             gboolean  only_stricter)
{
  static const char own[] = "<protocol xmlns='https://example.org/mesoclinic/protocol'>" OWN_ENTRIES "</protocol>";
  g_autoptr (GBytes) start = g_bytes_new_static (own, sizeof own - 1);
  g_autoptr (MesoProtocolClinic) clinic = meso_protocol_clinic_parse ("x", start, NULL);
  const GPtrArray *rules = meso_protocol_get_rules (world->shipped);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol;

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (!only_stricter && meso_protocol_may_switch_off (rule) && g_rand_int_range (world->rand, 0, 8) == 0)
        take_edit (clinic, meso_protocol_edit_new_switch_off (rule->id, "why"));
      else
        for (guint j = 0; j < rule->cases->len; j++)
          if (g_rand_int_range (world->rand, 0, 3) == 0)
            change_case (world, clinic, rule, j, only_stricter);
    }

  bytes = meso_protocol_clinic_write (clinic, 1);
  g_ptr_array_add (world->documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
  protocol = meso_protocol_new (world->documents, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (world->documents, world->documents->len - 1);
  return protocol;
}

/* Whether @verdict says of @finding's rule the same, or something stricter. */
static gboolean
says_as_much (const MesoVerdict *verdict,
              const MesoFinding *finding)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *candidate = g_ptr_array_index (verdict->findings, i);

      if (g_str_equal (candidate->rule, finding->rule) && candidate->outcome >= finding->outcome &&
          (finding->outcome != MESO_OUTCOME_EXCLUDE || candidate->outcome == MESO_OUTCOME_BLOCK ||
           g_strcmp0 (candidate->ingredient, finding->ingredient) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
assert_no_looser (const MesoVerdict *before,
                  const MesoVerdict *after)
{
  g_assert_cmpint (after->outcome, >=, before->outcome);
  for (guint i = 0; i < before->findings->len; i++)
    g_assert_true (says_as_much (after, g_ptr_array_index (before->findings, i)));
  for (guint i = 0; i < before->excluded_ingredients->len; i++)
    g_assert_true (after->outcome == MESO_OUTCOME_BLOCK ||
                   g_ptr_array_find_with_equal_func (after->excluded_ingredients,
                                                     g_ptr_array_index (before->excluded_ingredients, i), g_str_equal, NULL));

  if (before->outcome != MESO_OUTCOME_DEFER || after->outcome != MESO_OUTCOME_DEFER || !meso_calendar_date_is_set (after->until))
    return;
  g_assert_true (meso_calendar_date_is_set (before->until));
  g_assert_cmpint (meso_calendar_date_compare (after->until, before->until), >=, 0);
}

static void
test_stricter_never_loosens (void)
{
  static const MesoAnswerKind kinds[] = { MESO_ANSWER_NO, MESO_ANSWER_NO, MESO_ANSWER_YES, MESO_ANSWER_UNKNOWN };
  World world;
  guint n_stricter = 0;

  world_init (&world);
  for (guint i = 0; i < N_CLINICS; i++)
    {
      g_autoptr (MesoProtocol) protocol = draw_clinic (&world, TRUE);

      for (guint j = 0; j < N_RESPONSES; j++)
        {
          MesoCalendarDate today = random_screening_day (world.rand);
          g_autoptr (MesoQuestionnaireResponse) response = random_screening_response (world.rand, world.shipped, today);
          g_autoptr (MesoVerdict) before = meso_screening_engine_evaluate (world.shipped, response, today, NULL);
          g_autoptr (MesoVerdict) after = NULL;

          meso_questionnaire_response_set (response, "own-question",
                                           meso_answer_new (kinds[g_rand_int_range (world.rand, 0, G_N_ELEMENTS (kinds))]));
          after = meso_screening_engine_evaluate (protocol, response, today, NULL);
          assert_no_looser (before, after);
          n_stricter += after->outcome > before->outcome;
        }
    }

  g_test_message ("%u of %u verdicts were stricter", n_stricter, N_CLINICS * N_RESPONSES);
  g_assert_cmpuint (n_stricter, >, N_CLINICS);
  world_clear (&world);
}

static void
try_properties (World        *world,
                MesoProtocol *protocol)
{
  MesoCalendarDate today = random_screening_day (world->rand);
  g_autoptr (MesoQuestionnaireResponse) response = random_screening_response (world->rand, protocol, today);
  ScreeningTrial trial = { .rand = world->rand, .protocol = protocol, .response = response, .today = today };
  g_autoptr (MesoVerdict) verdict = screening_trial_evaluate (&trial, response);

  trial.verdict = verdict;
  for (const ScreeningProperty *property = screening_properties; property->name != NULL; property++)
    {
      g_autofree char *fault = property->check (&trial);

      g_assert_cmpstr (fault, ==, NULL);
    }
}

static void
test_invariants_hold (void)
{
  World world;

  world_init (&world);
  for (guint i = 0; i < N_CLINICS; i++)
    {
      g_autoptr (MesoProtocol) protocol = draw_clinic (&world, FALSE);

      for (guint j = 0; j < N_RESPONSES; j++)
        try_properties (&world, protocol);
    }
  world_clear (&world);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinic-properties/stricter-never-loosens", test_stricter_never_loosens);
  g_test_add_func ("/clinic-properties/invariants-hold", test_invariants_hold);

  return g_test_run ();
}
