/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <gdk/gdk.h>
#include <string.h>

#include "meso-answer-key.h"
#include "meso-content.h"
#include "meso-interview.h"
#include "meso-milli.h"
#include "meso-screening-draft.h"

static const MesoCalendarDate today = { 2026, 11, 22 };

static MesoContent *content;

static MesoInterview *
make_interview (MesoForm form)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  MesoInterview *interview = meso_interview_new (meso_content_get_protocol (content), form, today);

  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = (MesoCalendarDate) { 1997, 3, 4 };
  meso_interview_set_patient (interview, patient);
  return interview;
}

static void
answer (MesoInterview  *interview,
        const char     *question,
        MesoAnswerKind  kind)
{
  meso_interview_answer (interview, question, meso_answer_new (kind));
}

static void
answer_all_no (MesoInterview *interview)
{
  for (const MesoQuestion *question = meso_interview_next (interview, NULL); question != NULL;
       question = meso_interview_next (interview, question->id))
    if (question->type == MESO_QUESTION_ANSWER)
      answer (interview, question->id, MESO_ANSWER_NO);
}

static void
test_order (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autoptr(GPtrArray) asked = meso_interview_list (interview);
  gboolean indications_over = FALSE;
  guint pages = 0;
  guint count = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (asked, i);

      g_assert_false (indications_over && question->indication);
      indications_over = !question->indication;
      /* What is read from one measurement stands on one page. */
      if (g_str_equal (meso_interview_get_leader (interview, question->id)->id, question->id))
        pages++;
      g_assert_cmpuint (meso_interview_get_place (interview, question->id, &count), ==, pages);
    }
  g_assert_cmpuint (count, ==, pages);
  g_assert_cmpuint (count, <, asked->len);
  g_assert_null (meso_interview_previous (interview, ((const MesoQuestion *) g_ptr_array_index (asked, 0))->id));
}

static void
test_follow_up (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);

  answer (interview, "menstruating", MESO_ANSWER_YES);
  g_assert_cmpstr (meso_interview_next (interview, "menstruating")->id, ==, "period-started-on");
  g_assert_cmpstr (meso_interview_previous (interview, "period-started-on")->id, ==, "menstruating");
  answer (interview, "menstruating", MESO_ANSWER_NO);
  g_assert_cmpstr (meso_interview_next (interview, "menstruating")->id, !=, "period-started-on");
  g_assert_cmpuint (meso_interview_get_place (interview, "period-started-on", NULL), ==, 0);
  /* One that isn't asked lies where it would. */
  g_assert_cmpstr (meso_interview_previous (interview, "period-started-on")->id, ==, "menstruating");
}

/* What is no longer asked stays, is not obeyed, and is recorded as kept out. */
static void
test_cleared (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autoptr(MesoVerdict) verdict = NULL;

  answer_all_no (interview);
  answer (interview, "menstruating", MESO_ANSWER_YES);
  meso_interview_answer (interview, "period-started-on", meso_answer_new_date (today));
  g_assert_cmpuint (meso_interview_answer (interview, "menstruating", meso_answer_new (MESO_ANSWER_NO)), ==, 1);
  g_assert_cmpuint (meso_interview_answer (interview, "menstruating", meso_answer_new (MESO_ANSWER_NO)), ==, 0);
  verdict = meso_interview_evaluate (interview, NULL);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_SUITABLE);
  g_assert_cmpuint (verdict->cleared->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (verdict->cleared, 0), ==, "period-started-on");
}

static void
test_sex_contradicts (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoVerdict) corrected = NULL;

  answer_all_no (interview);
  answer (interview, "pregnant", MESO_ANSWER_UNKNOWN);
  patient->sex = MESO_SEX_MALE;
  patient->birth_date = (MesoCalendarDate) { 1990, 1, 1 };
  meso_interview_set_patient (interview, patient);
  verdict = meso_interview_evaluate (interview, NULL);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_INCOMPLETE);
  g_assert_cmpint (((MesoMissing *) g_ptr_array_index (verdict->missing, 0))->why, ==, MESO_MISSING_CONTRADICTION);
  answer (interview, "pregnant", MESO_ANSWER_NO);
  corrected = meso_interview_evaluate (interview, NULL);
  g_assert_cmpint (corrected->outcome, ==, MESO_OUTCOME_SUITABLE);
}

/* What was typed before the questions and what one of them asks is one thing. */
static void
test_weight (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);

  g_assert_null (meso_interview_get_proposal (interview, "weight"));
  meso_interview_set_weight (interview, 62500);
  g_assert_cmpint (meso_interview_get_proposal (interview, "weight")->answer->milli, ==, 62500);
  g_assert_null (meso_questionnaire_response_lookup (meso_interview_get_response (interview), "weight"));
  meso_interview_answer (interview, "weight", meso_answer_new_number (72000));
  g_assert_cmpint (meso_interview_get_response (interview)->weight_g, ==, 72000);
  /* Typed anew, it is asked for again. */
  meso_interview_set_weight (interview, 73000);
  g_assert_null (meso_questionnaire_response_lookup (meso_interview_get_response (interview), "weight"));
  g_assert_cmpint (meso_interview_get_proposal (interview, "weight")->answer->milli, ==, 73000);
  meso_interview_set_weight (interview, 0);
  g_assert_null (meso_interview_get_proposal (interview, "weight"));
}

static void
test_draft_round_trip (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autoptr(MesoInterview) again = make_interview (MESO_FORM_FULL);
  g_auto(MesoInterviewDraft) draft = { 0 };
  g_autofree char *json = NULL;
  g_autofree char *second = NULL;

  answer_all_no (interview);
  answer (interview, "menstruating", MESO_ANSWER_YES);
  meso_interview_answer (interview, "period-started-on", meso_answer_new_date (today));
  answer (interview, "tumour-history", MESO_ANSWER_UNKNOWN);
  meso_interview_set_weight (interview, 62500);
  json = meso_interview_to_json (interview, "tumour-history");
  g_assert_true (meso_interview_from_json (again, json, &draft));
  g_assert_cmpstr (draft.at, ==, "tumour-history");
  g_assert_cmpuint (draft.stale, ==, 0);
  g_assert_cmpuint (draft.reworded, ==, 0);
  g_assert_cmpint (meso_interview_get_response (again)->weight_g, ==, 62500);
  second = meso_interview_to_json (again, "tumour-history");
  g_assert_cmpstr (json, ==, second);
}

/* Who reads the draft without the form has to see that it says: do not treat. */
static void
test_draft_that_forbids (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autofree char *before = meso_interview_to_json (interview, NULL);
  g_autofree char *after = NULL;

  g_assert_false (meso_screening_draft_forbids (before, today));
  answer (interview, "pregnant", MESO_ANSWER_YES);
  after = meso_interview_to_json (interview, "pregnant");
  g_assert_true (meso_screening_draft_forbids (after, today));
  g_assert_false (meso_screening_draft_forbids (after, meso_calendar_date_add_days (today, -1)));
}

/* “Is she menstruating today?” was about another today. */
static void
test_draft_of_another_day (void)
{
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_autoptr(MesoInterview) later = meso_interview_new (meso_content_get_protocol (content), MESO_FORM_FULL,
                                                       meso_calendar_date_add_days (today, 1));
  g_auto(MesoInterviewDraft) draft = { 0 };
  g_autofree char *json = NULL;

  answer_all_no (interview);
  json = meso_interview_to_json (interview, NULL);
  g_assert_true (meso_interview_from_json (later, json, &draft));
  g_assert_cmpuint (draft.stale, >=, 2);
  g_assert_null (meso_questionnaire_response_lookup (meso_interview_get_response (later), "menstruating"));
  g_assert_nonnull (meso_questionnaire_response_lookup (meso_interview_get_response (later), "tumour-active"));
}

/* An answer is never taken for one to other words. */
static void
test_draft_of_other_words (void)
{
  static const char *const json =
    "{\"form\":\"full\",\"date\":\"2026-11-22\",\"at\":\"tumour-active\",\"answers\":{"
    "\"pregnant\":{\"is\":\"no\",\"asked\":\"Is the patient free of any pregnancy?\"},"
    "\"gone\":{\"is\":\"no\",\"asked\":\"Something of old?\"},"
    "\"menstruating\":{\"is\":\"no\",\"asked\":\"Is the patient menstruating today?\"},"
    "\"period-started-on\":{\"date\":\"2027-01-01\",\"asked\":\"On which day did this period begin?\"}}}";
  g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
  g_auto(MesoInterviewDraft) draft = { 0 };

  g_assert_true (meso_interview_from_json (interview, json, &draft));
  g_assert_cmpuint (draft.kept, ==, 1);
  g_assert_cmpuint (draft.reworded, ==, 3);
  g_assert_null (meso_questionnaire_response_lookup (meso_interview_get_response (interview), "pregnant"));
  g_assert_null (meso_questionnaire_response_lookup (meso_interview_get_response (interview), "period-started-on"));
}

static void
test_draft_of_rubbish (void)
{
  static const char *const drafts[] = {
    "", "null", "[]", "{", "{\"form\":\"short\"}", "{\"form\":\"full\",\"answers\":{}}",
    "{\"form\":\"full\",\"date\":\"2026-02-31\",\"answers\":{}}", "{\"form\":\"short\",\"date\":\"2026-11-22\",\"answers\":{}}",
    "{\"form\":\"full\",\"date\":\"2026-11-22\",\"answers\":[1]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr(MesoInterview) interview = make_interview (MESO_FORM_FULL);
      g_auto(MesoInterviewDraft) draft = { 0 };

      g_assert_false (meso_interview_from_json (interview, drafts[i], &draft));
      g_assert_cmpuint (g_hash_table_size (meso_interview_get_response (interview)->answers), ==, 0);
    }
}

static void
check_key (guint         keyval,
           guint         keycode,
           MesoAnswerKey expected,
           guint         expected_number)
{
  guint number;

  g_assert_cmpint (meso_answer_key_read (keyval, keycode, &number), ==, expected);
  g_assert_cmpuint (number, ==, expected_number);
}

static void
test_keys (void)
{
  check_key (GDK_KEY_y, 29, MESO_ANSWER_KEY_YES, 0);
  check_key (GDK_KEY_N, 57, MESO_ANSWER_KEY_NO, 0);
  check_key (GDK_KEY_u, 30, MESO_ANSWER_KEY_UNKNOWN, 0);
  /* A Persian layout: the places of Y, N, U, and the first letters of the answers */
  check_key (GDK_KEY_Arabic_ghain, 29, MESO_ANSWER_KEY_YES, 0);
  check_key (GDK_KEY_Arabic_dal, 57, MESO_ANSWER_KEY_NO, 0);
  check_key (GDK_KEY_Arabic_ain, 30, MESO_ANSWER_KEY_UNKNOWN, 0);
  check_key (GDK_KEY_Arabic_beh, 41, MESO_ANSWER_KEY_YES, 0);
  check_key (GDK_KEY_Arabic_khah, 32, MESO_ANSWER_KEY_NO, 0);
  check_key (GDK_KEY_Arabic_noon, 45, MESO_ANSWER_KEY_UNKNOWN, 0);
  /* Dvorak has f where Y is. */
  check_key (GDK_KEY_f, 29, MESO_ANSWER_KEY_NONE, 0);
  check_key (GDK_KEY_2, 11, MESO_ANSWER_KEY_NUMBER, 2);
  check_key (GDK_KEY_KP_3, 89, MESO_ANSWER_KEY_NUMBER, 3);
  check_key (GDK_KEY_Farsi_1, 10, MESO_ANSWER_KEY_NUMBER, 1);
  check_key (GDK_KEY_0, 19, MESO_ANSWER_KEY_NONE, 0);
  check_key (GDK_KEY_Escape, 9, MESO_ANSWER_KEY_NONE, 0);
}

static void
test_milli (void)
{
  static const struct { const char *text; gint64 milli; } good[] = {
    { "62", 62000 }, { " 62.5 ", 62500 }, { "62,125", 62125 }, { "۶۲٫۵", 62500 }, { "0.05", 50 },
  };
  static const char *const bad[] = { "", " ", "62.1234", "-3", "6e2", "62 kg", "1234567890", ".5", "6..2" };
  gint64 milli;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (meso_milli_parse (good[i].text, &milli));
      g_assert_cmpint (milli, ==, good[i].milli);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (meso_milli_parse (bad[i], &milli));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  content = meso_content_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/screening-interview/order", test_order);
  g_test_add_func ("/screening-interview/follow-up", test_follow_up);
  g_test_add_func ("/screening-interview/cleared", test_cleared);
  g_test_add_func ("/screening-interview/sex-contradicts", test_sex_contradicts);
  g_test_add_func ("/screening-interview/weight", test_weight);
  g_test_add_func ("/screening-interview/draft-round-trip", test_draft_round_trip);
  g_test_add_func ("/screening-interview/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/screening-interview/draft-of-another-day", test_draft_of_another_day);
  g_test_add_func ("/screening-interview/draft-of-other-words", test_draft_of_other_words);
  g_test_add_func ("/screening-interview/draft-of-rubbish", test_draft_of_rubbish);
  g_test_add_func ("/screening-interview/keys", test_keys);
  g_test_add_func ("/screening-interview/milli", test_milli);
  status = g_test_run ();
  meso_content_unref (content);
  return status;
}
