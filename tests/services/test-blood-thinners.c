/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* A blood thinner that somebody prescribed is never told to be stopped, by nothing that is shown or printed; only what the patient
 * chose alone is. Read from outside, sentence by sentence, over all of the content and over what random patients get. */

#include <string.h>

#include "clinic-fixture.h"
#include "meso-handout-preview.h"
#include "meso-handout-reading.h"
#include "meso-handout.h"
#include "meso-screening-service.h"
#include "random-answers.h"
#include "stop-reader.h"

#define N_PATIENTS 60
#define N_SHEETS 300

static const char *const languages[] = { "en", "fa" };

static const struct
{
  const char *text;
  const char *language;
  StopSubject subject;
  gboolean fault;
} samples[] = {
  { "Stop your warfarin five days before.", "en", STOP_SUBJECT_NONE, TRUE },
  { "Leave it out for a week.", "en", STOP_SUBJECT_PRESCRIBED, TRUE },
  { "Leave it out for a week.", "en", STOP_SUBJECT_OWN, TRUE },
  { "It was taken by own choice. Leave it out for a week.", "en", STOP_SUBJECT_OWN, FALSE },
  { "Take no aspirin.", "en", STOP_SUBJECT_NONE, TRUE },
  { "Take no aspirin on your own.", "en", STOP_SUBJECT_NONE, FALSE },
  { "The blood thinner is stopped for three days.", "en", STOP_SUBJECT_NONE, TRUE },
  { "Do not take your blood thinner on that day.", "en", STOP_SUBJECT_NONE, TRUE },
  { "Skip a dose of what the doctor prescribed.", "en", STOP_SUBJECT_NONE, TRUE },
  { "Keep taking it. Never stop it by yourself.", "en", STOP_SUBJECT_PRESCRIBED, FALSE },
  { "Never stop it, but leave it out for a day.", "en", STOP_SUBJECT_PRESCRIBED, TRUE },
  { "Leave this ingredient out of the formula.", "en", STOP_SUBJECT_PRESCRIBED, FALSE },
  { "Wash your hair and leave the gel out.", "en", STOP_SUBJECT_NONE, FALSE },
  { "وارفارین را پنج روز پیش از جلسه قطع کنید.", "fa", STOP_SUBJECT_NONE, TRUE },
  { "آسپرین مصرف نکنید.", "fa", STOP_SUBJECT_NONE, TRUE },
  { "آسپرین را خودسرانه مصرف نکنید.", "fa", STOP_SUBJECT_NONE, FALSE },
  { "مصرف آن را کنار بگذارید.", "fa", STOP_SUBJECT_PRESCRIBED, TRUE },
  { "دارو برای این درمان قطع می‌شود.", "fa", STOP_SUBJECT_NONE, TRUE },
  { "دارو برای این درمان قطع نمی‌شود.", "fa", STOP_SUBJECT_NONE, FALSE },
  { "آن را ادامه دهید. هرگز خودسرانه قطع نکنید.", "fa", STOP_SUBJECT_PRESCRIBED, FALSE },
};

static void
test_reader (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *found = stop_reader_find (samples[i].text, samples[i].language, samples[i].subject);

      if ((found != NULL) != samples[i].fault)
        g_error ("%s: %s", samples[i].fault ? "not found" : "found", samples[i].text);
    }
}

/* What its conditions ask about says what "it" is in the words of a case. */
static StopSubject
get_subject (const MesoRuleCase *rule_case)
{
  static const char *const prescribed[] = { "blood-thinner", "anticoagulant", "inr-high", "antiplatelet", NULL };
  static const char *const own[] = { "thinner-self-chosen", "thinner-taken-on", NULL };
  StopSubject subject = STOP_SUBJECT_NONE;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);

      if (g_strv_contains (prescribed, condition->question))
        return STOP_SUBJECT_PRESCRIBED;
      if (g_strv_contains (own, condition->question))
        subject = STOP_SUBJECT_OWN;
    }
  return subject;
}

static void
read_text (GPtrArray   *faults,
           const char  *where,
           const char  *text,
           const char  *language,
           StopSubject  subject)
{
  g_autofree char *fault = stop_reader_find (text, language, subject);

  if (fault != NULL)
    g_ptr_array_add (faults, g_strdup_printf ("%s (%s): %s", where, language, fault));
}

/* The lines of an entry are read as one text: the first may say whose choice it was. */
static void
read_entry (GPtrArray           *faults,
            const char          *where,
            const MesoLocalText *first,
            const MesoLocalText *second,
            StopSubject          subject)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = g_strconcat (meso_local_text_get (first, languages[i]), "\n",
                                           meso_local_text_get (second, languages[i]), NULL);

      read_text (faults, where, text, languages[i], subject);
    }
}

static void
read_case (GPtrArray               *faults,
           const MesoScreeningRule *rule,
           const MesoRuleCase      *rule_case)
{
  StopSubject subject = get_subject (rule_case);

  read_entry (faults, rule->id, rule_case->reason, rule_case->advice, subject);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (subject == STOP_SUBJECT_PRESCRIBED && rule_case->outcome != MESO_OUTCOME_EXCLUDE &&
          !stop_reader_says_go_on (meso_local_text_get (rule_case->advice, languages[i]), languages[i]))
        g_ptr_array_add (faults, g_strdup_printf ("%s (%s) doesn't say that the medicine goes on", rule->id, languages[i]));
    }
  /* Nobody waits for the end of a medicine that isn't ended. */
  if (subject == STOP_SUBJECT_PRESCRIBED && rule_case->outcome == MESO_OUTCOME_DEFER)
    g_ptr_array_add (faults, g_strdup_printf ("%s lets somebody wait for a prescribed medicine", rule->id));
}

/* (transfer full) (element-type utf8): all that the content says wrongly */
static GPtrArray *
read_content (const MesoProtocol *protocol)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  const GPtrArray *handouts = meso_protocol_get_handouts (protocol);
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      for (guint j = 0; j < rule->cases->len; j++)
        read_case (faults, rule, g_ptr_array_index (rule->cases, j));
    }
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      read_entry (faults, question->id, question->text, question->help, STOP_SUBJECT_NONE);
      read_entry (faults, question->id, question->find_out, NULL, STOP_SUBJECT_NONE);
    }
  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, i);

      for (guint j = 0; j < handout->items->len; j++)
        {
          const MesoHandoutItem *item = g_ptr_array_index (handout->items, j);

          read_entry (faults, item->id, item->text, item->detail, STOP_SUBJECT_NONE);
        }
    }
  return faults;
}

static void
assert_none (const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_content (void)
{
  static const char *const asked[] = { "blood-thinner", "anticoagulant", "inr-high", "antiplatelet", "thinner-self-chosen" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  g_autoptr(GPtrArray) faults = NULL;

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    g_assert_nonnull (meso_protocol_lookup_question (meso_content_get_protocol (content), asked[i]));
  faults = read_content (meso_content_get_protocol (content));
  assert_none (faults);
}

/* What such a mistake would look like is found, wherever it stands. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *file;
    const char *right;
    const char *wrong;
  } mistakes[] = {
    { "screening.xml", "The patient goes on taking it; only who prescribed it may change that.", "Leave it out for a week." },
    { "screening.xml", "Blood thinners are continued.", "Blood thinners are stopped." },
    { "screening.xml", "Nobody stops a prescribed medicine for this treatment.", "Stop each prescribed medicine." },
    { "screening.xml", "چیزی که خون را رقیق می‌کند به انتخاب خود بیمار مصرف شده است", "وارفارین مصرف شده است؛ آن را قطع کنید" },
    { "handouts.xml", "vitamin E or ginkgo on your own.", "vitamin E or ginkgo." },
    { "handouts.xml", "Go on with it as prescribed, without leaving out a dose.", "Leave out your blood thinner on that day." },
    { "handouts.xml", "هرگز خودسرانه قطع نکنید", "داروی پزشک را قطع کنید" },
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *name = g_strdup_printf ("mistake-%" G_GSIZE_FORMAT, i);
      g_autofree char *folder = clinic_fixture_copy_content (fixture, name, mistakes[i].file, mistakes[i].right, mistakes[i].wrong);
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoContent) content = meso_content_load_folder (folder, &error);
      g_autoptr(GPtrArray) faults = NULL;

      g_assert_no_error (error);
      faults = read_content (meso_content_get_protocol (content));
      if (faults->len == 0)
        g_error ("not found: %s", mistakes[i].wrong);
    }
}

static const MesoRuleCase *
find_case (const MesoProtocol *protocol,
           const MesoFinding  *finding)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      for (guint j = 0; g_str_equal (rule->id, finding->rule) && j < rule->cases->len; j++)
        {
          const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, j);

          if (g_str_equal (meso_local_text_get (rule_case->reason, "en"), meso_local_text_get (finding->reason, "en")))
            return rule_case;
        }
    }
  g_assert_not_reached ();
}

static gboolean
answered (const MesoQuestionnaireResponse *response,
          const char                      *question,
          MesoAnswerKind                   kind)
{
  const MesoAnswer *answer = meso_questionnaire_response_lookup (response, question);

  return answer != NULL && answer->kind == kind;
}

/* Each of the blood thinners in turn is taken or not; all else is mostly no. */
static MesoQuestionnaireResponse *
draw_taker (GRand              *rand,
            const MesoProtocol *protocol)
{
  static const char *const thinners[] = { "anticoagulant", "inr-high", "antiplatelet", "thinner-self-chosen" };
  MesoForm form = g_rand_boolean (rand) ? MESO_FORM_FULL : MESO_FORM_SHORT;
  MesoQuestionnaireResponse *response = random_answers_draw (rand, protocol, form, g_rand_double (rand) * 0.05);

  meso_questionnaire_response_set (response, "blood-thinner", meso_answer_new (MESO_ANSWER_YES));
  for (gsize i = 0; i < G_N_ELEMENTS (thinners); i++)
    meso_questionnaire_response_set (response, thinners[i],
                                     meso_answer_new (g_rand_boolean (rand) ? MESO_ANSWER_YES : MESO_ANSWER_NO));
  return response;
}

static void
check_verdict (GPtrArray                       *faults,
               const MesoProtocol              *protocol,
               const MesoQuestionnaireResponse *response,
               const MesoVerdict               *verdict)
{
  gboolean own = answered (response, "thinner-self-chosen", MESO_ANSWER_YES);
  gboolean prescribed = answered (response, "anticoagulant", MESO_ANSWER_YES) || answered (response, "antiplatelet", MESO_ANSWER_YES);
  gboolean waits = FALSE;
  gboolean goes_on = FALSE;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);
      StopSubject subject = get_subject (find_case (protocol, finding));

      read_entry (faults, finding->rule, finding->reason, finding->advice, subject);
      waits = waits || (subject == STOP_SUBJECT_OWN && finding->outcome == MESO_OUTCOME_DEFER);
      goes_on = goes_on || (subject == STOP_SUBJECT_PRESCRIBED && stop_reader_says_go_on (meso_local_text_get (finding->advice, "fa"),
                                                                                          "fa"));
    }
  g_assert_true (waits == own);
  g_assert_true (goes_on == prescribed);
}

/* All that its result says on paper, whatever else is on record. */
static void
check_sheet (GPtrArray         *faults,
             ClinicFixture     *fixture,
             const MesoPatient *patient,
             const char        *language)
{
  const MesoHandoutRequest request = {
    .kind = "screening", .language = language, .patient = patient->id, .when = MESO_CIVIL_TIME_NONE,
    .today = clinic_fixture_day (TODAY), .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoHandoutPreview) preview = meso_handout_preview_new (fixture->clinic, &request, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = meso_handout_preview_dup_text (preview);
  g_assert_cmpuint (strlen (text), >, 500);
  read_text (faults, "screening sheet", text, language, STOP_SUBJECT_NONE);
}

static void
test_screenings (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoProtocol *protocol = meso_clinic_get_protocol (fixture->clinic);
  g_autoptr(GRand) rand = random_answers_new_rand ();
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_PATIENTS; i++)
    {
      MesoSex sex = g_rand_boolean (rand) ? MESO_SEX_FEMALE : MESO_SEX_MALE;
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", sex, "1960-05-01", "");
      g_autoptr(MesoQuestionnaireResponse) response = draw_taker (rand, protocol);
      g_autofree char *id = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoVerdict) verdict = meso_screening_service_record (fixture->clinic, patient->id, response,
                                                                      clinic_fixture_day (TODAY), &id, &error);

      g_assert_no_error (error);
      check_verdict (faults, protocol, response, verdict);
      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        check_sheet (faults, fixture, patient, languages[j]);
    }
  assert_none (faults);
}

static MesoHandoutContext *
draw_context (GRand              *rand,
              const MesoProtocol *protocol,
              const char         *language)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  MesoHandoutContext *context = meso_handout_context_new ();

  g_set_str (&context->language, language);
  context->sex = (MesoSex) g_rand_int_range (rand, MESO_SEX_UNKNOWN, MESO_SEX_OTHER + 1);
  if (g_rand_boolean (rand))
    context->when = (MesoCivilTime) { clinic_fixture_day (TODAY), 14 * 60 };
  for (guint i = 0; i < ingredients->len; i++)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        meso_handout_context_add_ingredient (context, ((const MesoIngredient *) g_ptr_array_index (ingredients, i))->id);
    }
  if (g_rand_boolean (rand))
    meso_handout_context_add_flag (context, "blood-thinner");
  if (g_rand_boolean (rand))
    meso_handout_context_add_flag (context, "minoxidil-at-home");
  return context;
}

static void
test_sheets (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  const MesoProtocol *protocol = meso_content_get_protocol (content);
  const GPtrArray *handouts = meso_protocol_get_handouts (protocol);
  g_autoptr(GRand) rand = random_answers_new_rand ();
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_SHEETS; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (handouts, (guint) g_rand_int_range (rand, 0, (int) handouts->len));
      const char *language = languages[i % (int) G_N_ELEMENTS (languages)];
      g_autoptr(MesoHandoutContext) context = draw_context (rand, protocol, language);
      g_autoptr(MesoHandoutSheet) sheet = meso_handout_assemble (protocol, handout->kind, context, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = meso_handout_reading_of (sheet);
      read_text (faults, handout->kind, text, language, STOP_SUBJECT_NONE);
    }
  assert_none (faults);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/blood-thinners/reader", test_reader);
  g_test_add_func ("/services/blood-thinners/content", test_content);
  g_test_add_func ("/services/blood-thinners/mistakes", test_mistakes);
  g_test_add_func ("/services/blood-thinners/screenings", test_screenings);
  g_test_add_func ("/services/blood-thinners/sheets", test_sheets);

  return g_test_run ();
}
