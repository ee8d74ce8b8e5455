/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-questionnaire-response.h"

static void
test_new_knows_nothing (void)
{
  g_autoptr (MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();

  g_assert_cmpint (response->sex, ==, MESO_SEX_UNKNOWN);
  g_assert_cmpint (response->form, ==, MESO_FORM_FULL);
  g_assert_cmpint (response->weight_g, ==, 0);
  g_assert_cmpint (response->birth_date.year, ==, 0);
  g_assert_cmpuint (g_hash_table_size (response->answers), ==, 0);
  g_assert_null (meso_questionnaire_response_lookup (response, "pregnant"));
}

static void
test_set_replaces_and_takes_back (void)
{
  g_autoptr (MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();

  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_YES));
  g_assert_cmpint (meso_questionnaire_response_lookup (response, "pregnant")->kind, ==, MESO_ANSWER_YES);

  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_NO));
  g_assert_cmpint (meso_questionnaire_response_lookup (response, "pregnant")->kind, ==, MESO_ANSWER_NO);
  g_assert_cmpuint (g_hash_table_size (response->answers), ==, 1);

  meso_questionnaire_response_set (response, "pregnant", NULL);
  g_assert_null (meso_questionnaire_response_lookup (response, "pregnant"));
  meso_questionnaire_response_set (response, "never-answered", NULL);
  g_assert_cmpuint (g_hash_table_size (response->answers), ==, 0);
}

static void
test_keeps_its_own_id (void)
{
  g_autoptr (MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();
  char id[] = "pregnant";

  meso_questionnaire_response_set (response, id, meso_answer_new (MESO_ANSWER_YES));
  id[0] = 'x';
  g_assert_nonnull (meso_questionnaire_response_lookup (response, "pregnant"));
}

static void
test_copy_shares_nothing (void)
{
  g_autoptr (MesoQuestionnaireResponse) copy = NULL;
  MesoQuestionnaireResponse *original = meso_questionnaire_response_new ();

  original->sex = MESO_SEX_FEMALE;
  original->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  original->weight_g = 61000;
  original->form = MESO_FORM_SHORT;
  meso_questionnaire_response_set (original, "scale", meso_answer_new_choice ("mild"));
  meso_questionnaire_response_set (original, "pregnant", meso_answer_new (MESO_ANSWER_NO));

  copy = meso_questionnaire_response_copy (original);
  meso_questionnaire_response_set (original, "pregnant", NULL);
  meso_questionnaire_response_free (original);

  g_assert_cmpint (copy->sex, ==, MESO_SEX_FEMALE);
  g_assert_cmpint (copy->birth_date.year, ==, 1990);
  g_assert_cmpint (copy->weight_g, ==, 61000);
  g_assert_cmpint (copy->form, ==, MESO_FORM_SHORT);
  g_assert_cmpuint (g_hash_table_size (copy->answers), ==, 2);
  g_assert_cmpstr (meso_questionnaire_response_lookup (copy, "scale")->choice, ==, "mild");
  g_assert_cmpint (meso_questionnaire_response_lookup (copy, "pregnant")->kind, ==, MESO_ANSWER_NO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire-response/new-knows-nothing", test_new_knows_nothing);
  g_test_add_func ("/questionnaire-response/set-replaces-and-takes-back", test_set_replaces_and_takes_back);
  g_test_add_func ("/questionnaire-response/keeps-its-own-id", test_keeps_its_own_id);
  g_test_add_func ("/questionnaire-response/copy-shares-nothing", test_copy_shares_nothing);

  return g_test_run ();
}
