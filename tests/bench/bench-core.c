/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long one verdict and one check of a formula take on the content that ships. The reference is the least that a
 * verdict can't do without: looking each question's answer up, once, in a bare hash table. */

#include "meso-answer-proposal.h"
#include "meso-bench.h"
#include "meso-content.h"
#include "meso-formula-check.h"
#include "meso-screening-engine.h"

#define WARM_UP 100
#define ROUNDS 2000
#define PARSE_ROUNDS 20

static const MesoCalendarDate today = { 2026, 11, 22 };

#define ONE_MILLISECOND { .p99_ms = 1 }

/* Verdicts */

typedef struct
{
  const MesoProtocol *protocol;
  MesoQuestionnaireResponse *response;
} Screening;

static MesoAnswer *
make_answer (const MesoQuestion *question, MesoAnswerKind kind)
{
  switch (question->type)
    {
    case MESO_QUESTION_ANSWER:
      return meso_answer_new (kind);
    case MESO_QUESTION_DATE:
      return meso_answer_new_date (meso_calendar_date_add_days (today, -12));
    case MESO_QUESTION_NUMBER:
      return meso_answer_new_number (question->min_milli);
    case MESO_QUESTION_CHOICE:
      return meso_answer_new_choice (((MesoChoice *) g_ptr_array_index (question->choices, 0))->id);
    default:
      g_assert_not_reached ();
    }
}

/* A yes or an unknown shows further questions, whose parents stand before or behind them: until nothing more is asked. */
static gboolean
answer_what_is_asked (const Screening *screening, MesoAnswerKind kind)
{
  const GPtrArray *questions = meso_protocol_get_questions (screening->protocol);
  gboolean answered = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (meso_questionnaire_response_lookup (screening->response, question->id) != NULL
          || !meso_screening_engine_asks (screening->protocol, screening->response, question))
        continue;
      meso_questionnaire_response_set (screening->response, question->id, make_answer (question, kind));
      answered = TRUE;
    }
  return answered;
}

static Screening *
screening_new (const MesoProtocol *protocol, MesoForm form, MesoAnswerKind kind)
{
  Screening *self = g_new0 (Screening, 1);

  self->protocol = protocol;
  self->response = meso_questionnaire_response_new ();
  self->response->sex = MESO_SEX_FEMALE;
  self->response->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  self->response->weight_g = 61000;
  self->response->form = form;
  while (answer_what_is_asked (self, kind))
    continue;
  return self;
}

static void
screening_free (Screening *self)
{
  meso_questionnaire_response_free (self->response);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Screening, screening_free)

static MesoVerdict *
evaluate (const Screening *screening)
{
  g_autoptr(GError) error = NULL;
  MesoVerdict *verdict = meso_screening_engine_evaluate (screening->protocol, screening->response, today, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
run_verdict (gpointer data, guint batch)
{
  for (guint i = 0; i < batch; i++)
    meso_verdict_free (evaluate (data));
}

static void
run_lookups (gpointer data, guint batch)
{
  const Screening *screening = data;
  const GPtrArray *questions = meso_protocol_get_questions (screening->protocol);
  static volatile guint found;

  for (guint n = 0; n < batch; n++)
    for (guint i = 0; i < questions->len; i++)
      found += g_hash_table_lookup (screening->response->answers,
                                    ((MesoQuestion *) g_ptr_array_index (questions, i))->id) != NULL;
}

static void
bench_verdicts (const MesoProtocol *protocol)
{
  g_autoptr(Screening) no = screening_new (protocol, MESO_FORM_FULL, MESO_ANSWER_NO);
  g_autoptr(Screening) yes = screening_new (protocol, MESO_FORM_FULL, MESO_ANSWER_YES);
  g_autoptr(Screening) unknown = screening_new (protocol, MESO_FORM_FULL, MESO_ANSWER_UNKNOWN);
  g_autoptr(Screening) shorter = screening_new (protocol, MESO_FORM_SHORT, MESO_ANSWER_NO);
  MesoBenchCase cases[] = {
    { "reference: look every answer up", run_lookups, no, 10 },
    { "verdict, full form, every answer no", run_verdict, no, 1, ONE_MILLISECOND },
    { "verdict, full form, every answer yes", run_verdict, yes, 1, ONE_MILLISECOND },
    { "verdict, full form, every answer unknown", run_verdict, unknown, 1, ONE_MILLISECOND },
    { "verdict, short form, every answer no", run_verdict, shorter, 1, ONE_MILLISECOND },
  };
  g_autoptr(MesoVerdict) verdict = evaluate (yes);
  g_autofree char *title =
    g_strdup_printf ("One verdict: %u questions, %u rules; %u findings when every answer is yes",
                     meso_protocol_get_questions (protocol)->len, meso_protocol_get_rules (protocol)->len,
                     verdict->findings->len);

  meso_bench_compare (title, cases, G_N_ELEMENTS (cases), WARM_UP, ROUNDS);
}

/* What the record proposes */

typedef struct
{
  const MesoProtocol *protocol;
  GPtrArray *health;
} Record;

static void
run_proposals (gpointer data, guint batch)
{
  const Record *record = data;

  for (guint i = 0; i < batch; i++)
    g_ptr_array_unref (meso_answer_proposal_list (record->protocol, record->health, 61000, MESO_SEX_FEMALE, MESO_FORM_FULL));
}

static void
bench_proposals (const MesoProtocol *protocol)
{
  static const char *const medicines[] = { "Warfarin 5 mg", "Levothyroxine", "Vitamin D", "قرص آسپرین ۸۰", "Metformin" };
  g_autoptr(GPtrArray) health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  g_autoptr(Screening) no = screening_new (protocol, MESO_FORM_FULL, MESO_ANSWER_NO);
  Record record = { protocol, health };
  MesoBenchCase cases[] = {
    { "reference: look every answer up", run_lookups, no, 10 },
    { "proposals from five medicines", run_proposals, &record, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (medicines); i++)
    g_ptr_array_add (health, meso_health_item_new (MESO_HEALTH_MEDICINE, medicines[i]));
  meso_bench_compare ("What a record proposes as answers", cases, G_N_ELEMENTS (cases), 2, PARSE_ROUNDS);
}

/* Formulas */

typedef struct
{
  const MesoProtocol *protocol;
  MesoFormula *formula;
  MesoFormulaPatient patient;
  const char *language;
} Check;

static void
add_item (MesoFormula *formula, const char *ingredient, const char *strength, const char *volume, const char *amount)
{
  MesoFormulaItem *item = meso_formula_item_new ();

  item->ingredient = g_strdup (ingredient);
  item->strength = g_strdup (strength);
  item->volume = g_strdup (volume);
  item->amount = g_strdup (amount);
  g_ptr_array_add (formula->items, item);
}

/* Five items under as many limits as there are: two anaesthetics over their caps, a final strength, pairs of every kind, amounts
 * that are rounded, an allergy, an exclusion, points that don't fit. */
static MesoFormula *
make_formula (void)
{
  MesoFormula *formula = meso_formula_new ();

  add_item (formula, "lidocaine", "20 mg/mL", NULL, "333.333 mg");
  add_item (formula, "procaine", "2 %", "1.5 mL", NULL);
  add_item (formula, "minoxidil", "5 mg/mL", NULL, "12.345 mg");
  add_item (formula, "zinc", "1 mg/mL", "4 mL", NULL);
  add_item (formula, "vitamin-c", "100 mg/mL", "1 mL", NULL);
  formula->diluent = g_strdup ("saline");
  formula->to_volume = g_strdup ("30 mL");
  formula->points = 50;
  formula->volume_per_point = g_strdup ("0.15 mL");
  formula->dead_space = g_strdup ("0.1 mL");
  return formula;
}

static MesoFormulaCheck *
check (const Check *self)
{
  g_autoptr(GError) error = NULL;
  MesoFormulaCheck *result = meso_formula_check_new (self->protocol, self->formula, &self->patient, self->language, &error);

  g_assert_no_error (error);
  return result;
}

static void
run_check (gpointer data, guint batch)
{
  for (guint i = 0; i < batch; i++)
    meso_formula_check_free (check (data));
}

static void
bench_formulas (const MesoProtocol *protocol)
{
  g_autoptr(Screening) no = screening_new (protocol, MESO_FORM_FULL, MESO_ANSWER_NO);
  g_autoptr(MesoFormula) formula = make_formula ();
  g_autoptr(GPtrArray) allergies = g_ptr_array_new ();
  g_autoptr(GPtrArray) excluded = g_ptr_array_new ();
  MesoFormulaPatient patient = { .sex = MESO_SEX_FEMALE, .weight_g = 61000, .allergies = allergies, .excluded = excluded };
  Check english = { protocol, formula, patient, "en" };
  Check persian = { protocol, formula, patient, "fa" };
  MesoBenchCase cases[] = {
    { "reference: look every answer up", run_lookups, no, 10 },
    { "formula check, English", run_check, &english, 1, ONE_MILLISECOND },
    { "formula check, Persian", run_check, &persian, 1, ONE_MILLISECOND },
  };
  g_autoptr(MesoFormulaCheck) result = NULL;
  g_autofree char *title = NULL;

  g_ptr_array_add (allergies, (char *) "lidocaine");
  g_ptr_array_add (excluded, (char *) "minoxidil");
  result = check (&english);
  title = g_strdup_printf ("One check of a formula: %u items, %u findings", formula->items->len, result->findings->len);
  meso_bench_compare (title, cases, G_N_ELEMENTS (cases), WARM_UP, ROUNDS);
}

/* What every start of the program pays */

static void
run_parse (gpointer data, guint batch)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < batch; i++)
    {
      g_autoptr(MesoProtocol) protocol = meso_protocol_new (data, &error);

      g_assert_no_error (error);
    }
}

static void
bench_parsing (MesoContent *content)
{
  MesoBenchCase one = { "read and check all documents", run_parse, (gpointer) meso_content_get_documents (content), 1 };

  meso_bench_compare ("The content, from bytes to values", &one, 1, 2, PARSE_ROUNDS);
}

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);

  if (content == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  bench_verdicts (meso_content_get_protocol (content));
  bench_proposals (meso_content_get_protocol (content));
  bench_formulas (meso_content_get_protocol (content));
  bench_parsing (content);
  return 0;
}
