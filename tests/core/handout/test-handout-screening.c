/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The sheet of a screening: what was concluded, or the questions to be answered with a pen. */

#include <string.h>

#include "handout-fixture.h"
#include "meso-handout.h"
#include "meso-screening-engine.h"

static MesoCalendarDate
day (const char *text)
{
  MesoCalendarDate date;
  g_autoptr(GError) error = NULL;

  meso_calendar_date_parse (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

/* (transfer full): all that the blocks say, a line each */
static char *
read_blocks (const MesoHandoutSheet *sheet)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      g_string_append_printf (text, "# %s\n", block->heading);
      for (guint j = 0; j < block->rows->len; j++)
        {
          const MesoHandoutRow *row = g_ptr_array_index (block->rows, j);

          g_string_append_printf (text, "%s | %s\n", row->lead, row->text);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_says (const MesoHandoutSheet *sheet,
             const char             *words,
             gboolean                expected)
{
  g_autofree char *text = read_blocks (sheet);

  if ((strstr (text, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "wrongly", text);
}

/* Everything is answered with no but what the case says. */
static MesoQuestionnaireResponse *
answer (void)
{
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  const GPtrArray *questions = meso_protocol_get_questions (handout_fixture_protocol ());

  response->sex = MESO_SEX_FEMALE;
  response->birth_date = day ("1990-05-01");
  response->weight_g = 61000;
  response->form = MESO_FORM_FULL;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type == MESO_QUESTION_ANSWER)
        meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
    }
  return response;
}

/* response: (transfer full) */
static MesoHandoutContext *
make_context (const char                *language,
              MesoQuestionnaireResponse *response)
{
  MesoHandoutContext *context = handout_fixture_context (language, "2026-11-22");
  MesoScreening *screening = g_new0 (MesoScreening, 1);
  g_autoptr(GError) error = NULL;

  screening->id = g_strdup ("a");
  screening->patient = g_strdup ("b");
  screening->date = day ("2026-11-22");
  screening->recorded_by = g_strdup ("nurse");
  screening->recorded_at = g_strdup ("");
  screening->response = response;
  screening->verdict = meso_screening_engine_evaluate (handout_fixture_protocol (), response, screening->date, &error);
  g_assert_no_error (error);
  g_set_str (&context->patient_name, "Leila Karimi");
  g_set_str (&context->file_number, "0417");
  context->sex = MESO_SEX_FEMALE;
  context->account = meso_screening_account_new (screening);
  context->account->recorded_on = day ("2026-11-23");
  return context;
}

static MesoHandoutSheet *
assemble (const MesoHandoutContext *context)
{
  g_autoptr(GError) error = NULL;
  MesoHandoutSheet *sheet = meso_handout_assemble (handout_fixture_protocol (), "screening", context, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_suitable (void)
{
  g_autoptr(MesoHandoutContext) context = make_context ("en", answer ());
  g_autoptr(MesoHandoutSheet) sheet = assemble (context);

  g_assert_cmpstr (sheet->title, ==, "Screening result");
  g_assert_cmpuint (sheet->facts->len, ==, 2);
  g_assert_nonnull (strstr (sheet->running_end, "22 Nov"));
  g_assert_cmpstr (sheet->draft, ==, "No physician of this clinic has reviewed these rules yet.");
  assert_says (sheet, "# Suitable\n", TRUE);
  assert_says (sheet, "None of the answers speaks against the treatment.", TRUE);
  assert_says (sheet, "# What was found", FALSE);
  assert_says (sheet, "No reason for the treatment was marked.", TRUE);
  assert_says (sheet, "Nothing has been decided yet.", TRUE);
  assert_says (sheet, "\342\201\250nurse\342\201\251, Mon 23 Nov 2026", TRUE);
}

/* A result says itself that it counts no more. */
static void
test_outdated (void)
{
  g_autoptr(MesoHandoutContext) context = make_context ("en", answer ());
  g_autoptr(MesoHandoutSheet) sheet = NULL;
  g_autoptr(MesoHandoutSheet) later = NULL;

  context->printed_at.date = day ("2026-12-22");
  sheet = assemble (context);
  assert_says (sheet, "they count no more", FALSE);
  context->printed_at.date = day ("2027-12-22");
  later = assemble (context);
  assert_says (later, "None of the answers speaks against the treatment.", FALSE);
  assert_says (later, "# Suitable\nThese answers are older than the facts: they count no more. | ", TRUE);
}

/* What is stricter stands first; what is left out stands apart; each with its rule and source. */
static void
test_findings (void)
{
  MesoQuestionnaireResponse *response = answer ();
  g_autoptr(MesoHandoutContext) context = NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;
  g_autofree char *text = NULL;
  const char *first;

  meso_questionnaire_response_set (response, "menstruating", meso_answer_new (MESO_ANSWER_YES));
  meso_questionnaire_response_set (response, "period-started-on", meso_answer_new_date (day ("2026-11-20")));
  meso_questionnaire_response_set (response, "may-become-pregnant", meso_answer_new (MESO_ANSWER_YES));
  meso_questionnaire_response_set (response, "gradual-thinning", meso_answer_new (MESO_ANSWER_YES));
  context = make_context ("en", response);
  sheet = assemble (context);
  text = read_blocks (sheet);
  first = strstr (text, "# Not now; earliest date: Friday 27 November 2026\n");
  g_assert_nonnull (first);
  assert_says (sheet, "# What was found\nNot now | ", TRUE);
  assert_says (sheet, "Earliest date: Fri 27 Nov 2026\nWhat to do: ", TRUE);
  assert_says (sheet, "Source: the clinic’s article · Evidence: weak, a clinic’s page · rule \342\201\246MENS\342\201\251", TRUE);
  assert_says (sheet, "# Left out of the formula\n", TRUE);
  g_assert_true (strstr (text, "# What was found") < strstr (text, "# Left out of the formula"));
  assert_says (sheet, "Is the hair thinning little by little?", TRUE);
}

static MesoScreeningDecision *
make_decision (MesoDecisionKind  kind,
               const char       *rule,
               const char       *reason)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  decision->kind = kind;
  decision->rule = g_strdup (rule);
  decision->decided_by = g_strdup ("physician");
  g_set_str (&decision->reason, reason);
  return decision;
}

static void
test_decisions (void)
{
  MesoQuestionnaireResponse *response = answer ();
  MesoScreeningDecision *clearance;
  g_autoptr(MesoHandoutContext) context = NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;

  meso_questionnaire_response_set (response, "tumour-history", meso_answer_new (MESO_ANSWER_YES));
  context = make_context ("en", response);
  context->account->staff = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (context->account->staff, (gpointer) "physician", (gpointer) "Dr <b>Rahimi</b>");
  clearance = make_decision (MESO_DECISION_CLEARANCE, "TUM-H", "");
  clearance->clearance_from = g_strdup ("Dr Oncologist");
  clearance->clearance_document = g_strdup ("Letter 7");
  clearance->clearance_date = day ("2026-11-21");
  clearance->clearance_expires = day ("2027-02-21");
  meso_screening_account_add_decision (context->account, clearance, day ("2026-11-22"));
  meso_screening_account_add_decision (context->account, make_decision (MESO_DECISION_SIGN, NULL, "Seen today"), day ("2026-11-24"));
  context->account->amended = TRUE;
  context->account->screening->entered_in_error = g_strdup ("Wrong patient");
  sheet = assemble (context);
  assert_says (sheet, "# Needs another physician's written clearance\nEntered in error | ", TRUE);
  assert_says (sheet, "Wrong patient", TRUE);
  assert_says (sheet, "Corrected by a later entry", TRUE);
  assert_says (sheet, "Cleared | About: ", TRUE);
  assert_says (sheet, "Letter 7\342\201\251, by \342\201\250Dr Oncologist\342\201\251, Sat 21 Nov 2026 · valid until Sun 21 Feb 2027",
               TRUE);
  assert_says (sheet, "Signed | Reason: \342\201\250Seen today\342\201\251\n\342\201\250Dr <b>Rahimi</b>\342\201\251, "
                      "Tue 24 Nov 2026", TRUE);
  assert_says (sheet, "Nothing has been decided yet.", FALSE);
}

static void
test_missing (void)
{
  MesoQuestionnaireResponse *response = answer ();
  g_autoptr(MesoHandoutContext) context = NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;

  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_UNKNOWN));
  meso_questionnaire_response_set (response, "breastfeeding", NULL);
  context = make_context ("en", response);
  sheet = assemble (context);
  assert_says (sheet, "# Incomplete: answer what is missing\n", TRUE);
  assert_says (sheet, "Is the patient pregnant, or possibly pregnant? | Answer not known; find out before treating\n"
                      "How to find out: ", TRUE);
  assert_says (sheet, "Is the patient breastfeeding? | Not answered yet", TRUE);
  assert_says (sheet, "None of the answers speaks against the treatment.", FALSE);
}

static guint
count_form_rows (const MesoHandoutSheet *sheet)
{
  guint count = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      for (guint j = 0; block->type == MESO_HANDOUT_BLOCK_FORM && j < block->rows->len; j++)
        count += ((const MesoHandoutRow *) g_ptr_array_index (block->rows, j))->id[0] != '\0';
    }
  return count;
}

static const MesoHandoutRow *
find_row (const MesoHandoutSheet *sheet,
          const char             *id)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      for (guint j = 0; j < block->rows->len; j++)
        {
          const MesoHandoutRow *row = g_ptr_array_index (block->rows, j);

          if (g_str_equal (row->id, id))
            return row;
        }
    }
  return NULL;
}

/* Each question of the full form once, with its boxes, in both languages. */
static void
test_questions (gconstpointer language)
{
  const GPtrArray *questions = meso_protocol_get_questions (handout_fixture_protocol ());
  g_autoptr(MesoHandoutContext) context = handout_fixture_context (language, "");
  g_autoptr(MesoHandoutSheet) sheet = assemble (context);
  guint expected = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoHandoutRow *row = find_row (sheet, question->id);

      if ((question->forms & MESO_FORM_FULL) == 0)
        continue;
      expected++;
      g_assert_nonnull (row);
      g_assert_cmpstr (row->text, ==, meso_local_text_get (question->text, language));
      g_assert_cmpuint (row->depth > 0, ==, question->parent != NULL);
      if (question->type == MESO_QUESTION_ANSWER)
        g_assert_cmpuint (row->boxes->len, ==, 3);
      else if (question->type == MESO_QUESTION_CHOICE)
        g_assert_cmpuint (row->boxes->len, >=, question->choices->len);
      else
        g_assert_null (row->boxes);
    }
  g_assert_cmpuint (count_form_rows (sheet), ==, expected);
  g_assert_cmpuint (sheet->facts->len, ==, 0);
}

static void
test_questions_of_a_man (void)
{
  g_autoptr(MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr(MesoHandoutSheet) sheet = NULL;

  g_set_str (&context->patient_name, "Reza Karimi");
  context->sex = MESO_SEX_MALE;
  sheet = assemble (context);
  g_assert_null (find_row (sheet, "pregnant"));
  g_assert_null (find_row (sheet, "period-started-on"));
  g_assert_nonnull (find_row (sheet, "tumour-history"));
  assert_says (sheet, "# Cycle and pregnancy", FALSE);
  assert_says (sheet, "# About the patient", FALSE);
}

static void
test_persian (void)
{
  MesoQuestionnaireResponse *response = answer ();
  g_autoptr(MesoHandoutContext) context = NULL;
  g_autoptr(MesoHandoutSheet) sheet = NULL;

  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_YES));
  context = make_context ("fa", response);
  sheet = assemble (context);
  g_assert_true (sheet->rtl);
  assert_says (sheet, "# درمان نکنید\n", TRUE);
  assert_says (sheet, "PREG", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-screening/suitable", test_suitable);
  g_test_add_func ("/handout-screening/outdated", test_outdated);
  g_test_add_func ("/handout-screening/findings", test_findings);
  g_test_add_func ("/handout-screening/decisions", test_decisions);
  g_test_add_func ("/handout-screening/missing", test_missing);
  g_test_add_data_func ("/handout-screening/questions/en", "en", test_questions);
  g_test_add_data_func ("/handout-screening/questions/fa", "fa", test_questions);
  g_test_add_func ("/handout-screening/questions-of-a-man", test_questions_of_a_man);
  g_test_add_func ("/handout-screening/persian", test_persian);
  status = g_test_run ();
  handout_fixture_clear ();
  return status;
}
