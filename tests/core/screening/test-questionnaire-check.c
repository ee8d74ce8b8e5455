/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "screening-support.h"
#include "meso-core-error.h"

/* One question of each type, in the short form only: nothing here is asked by the full form. */
static const char questions[] =
  "<question id='fever' type='answer' forms='short'" TEST_PROVENANCE ">"
  " <text>T</text><help>H</help><find-out>F</find-out></question>"
  "<question id='fever-since' type='date' forms='short'" TEST_PROVENANCE "><text>T</text><help>H</help></question>"
  "<question id='temperature' type='number' min='34.5' max='42' forms='short'" TEST_PROVENANCE ">"
  " <text>T</text><help>H</help></question>"
  "<question id='pulse-rest' type='number' min='20' max='250' forms='short' below='pulse'" TEST_PROVENANCE ">"
  " <text>T</text><help>H</help></question>"
  "<question id='pulse' type='number' min='20' max='250' forms='short'" TEST_PROVENANCE "><text>T</text><help>H</help></question>"
  "<question id='pain' type='choice' forms='short'" TEST_PROVENANCE ">"
  " <text>T</text><help>H</help><choice id='mild'><text>M</text></choice><choice id='bad'><text>B</text></choice></question>";

static void
assert_refused_with (MesoCalendarDate  today,
                     MesoForm          form,
                     MesoCalendarDate  birth_date,
                     const char       *answers,
                     const char       *message)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (questions);
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, answers);
  g_autoptr (GError) error = NULL;

  response->form = form;
  response->birth_date = birth_date;
  g_assert_null (meso_screening_engine_evaluate (protocol, response, today, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

/* In both forms: whether the question is asked makes no difference. */
static void
assert_refused (const char *answers,
                const char *message)
{
  MesoCalendarDate today = screening_support_day ("2026-11-22.");
  MesoCalendarDate birth_date = screening_support_day ("1990-05-01");

  assert_refused_with (today, MESO_FORM_FULL, birth_date, answers, message);
  assert_refused_with (today, MESO_FORM_SHORT, birth_date, answers, message);
}

static void
assert_accepted (const char *answers)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (questions);
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, answers);
  g_autoptr (MesoVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  verdict = meso_screening_engine_evaluate (protocol, response, screening_support_day ("2026-11-22"), &error);
  g_assert_no_error (error);
  g_assert_nonnull (verdict);
}

static void
test_unknown_question (void)
{
  assert_refused ("fevre=no", "answers.fevre: the protocol has no question “fevre”.");
  assert_refused ("age=#18000", "answers.age: the protocol has no question “age”.");
  assert_refused ("=no", "answers.: the protocol has no question “”.");
}

static void
test_wrong_type (void)
{
  assert_refused ("fever=2026-11-20", "answers.fever: the answer must be yes, no or unknown.");
  assert_refused ("fever=#1", "answers.fever: the answer must be yes, no or unknown.");
  assert_refused ("fever=:mild", "answers.fever: the answer must be yes, no or unknown.");
  assert_refused ("fever-since=yes", "answers.fever-since: the answer must be a date or unknown.");
  assert_refused ("fever-since=no", "answers.fever-since: the answer must be a date or unknown.");
  assert_refused ("temperature=:bad", "answers.temperature: the answer must be a number or unknown.");
  assert_refused ("temperature=2026-11-20", "answers.temperature: the answer must be a number or unknown.");
  assert_refused ("pain=yes", "answers.pain: the answer must be one of its choices or unknown.");
  assert_refused ("pain=#1", "answers.pain: the answer must be one of its choices or unknown.");
}

static void
test_unknown_fits_every_type (void)
{
  assert_accepted ("fever=unknown fever-since=unknown temperature=unknown pain=unknown");
}

static void
test_choice (void)
{
  assert_accepted ("pain=:mild");
  assert_accepted ("pain=:bad");
  assert_refused ("pain=:worse", "answers.pain: “worse” is not one of its choices, which are: mild, bad.");
  assert_refused ("pain=:", "answers.pain: “” is not one of its choices, which are: mild, bad.");
  assert_refused ("pain=:MILD", "answers.pain: “MILD” is not one of its choices, which are: mild, bad.");
}

static void
test_number (void)
{
  assert_accepted ("temperature=#34500");
  assert_accepted ("temperature=#42000");
  assert_refused ("temperature=#34499", "answers.temperature: 34.499 is out of range; the answer must be between 34.5 and 42.");
  assert_refused ("temperature=#42001", "answers.temperature: 42.001 is out of range; the answer must be between 34.5 and 42.");
  assert_refused ("temperature=#-36600", "answers.temperature: -36.6 is out of range; the answer must be between 34.5 and 42.");
}

/* Swapped they would hide what is wrong with either. */
static void
test_below (void)
{
  assert_accepted ("pulse-rest=#60000 pulse=#120000");
  assert_accepted ("pulse-rest=#60000");
  assert_accepted ("pulse=#60000");
  assert_accepted ("pulse-rest=#60000 pulse=unknown");
  assert_refused ("pulse-rest=#120000 pulse=#60500",
                  "answers.pulse-rest: 120 must be below 60.5, the answer to pulse; are they swapped?");
  assert_refused ("pulse-rest=#60000 pulse=#60000",
                  "answers.pulse-rest: 60 must be below 60, the answer to pulse; are they swapped?");
}

static void
test_event_before_birth (void)
{
  assert_refused ("fever-since=1990-04-30",
                  "answers.fever-since: 1990-04-30 is before the patient was born, 1990-05-01; check the year.");
  assert_refused ("fever-since=1026-11-20", "answers.fever-since: 1026-11-20 is before 1850; check the year and the calendar.");
}

static void
test_event (void)
{
  assert_accepted ("fever-since=2026-11-22.");
  assert_accepted ("fever-since=1990-05-01");
  assert_refused ("fever-since=2026-11-23", "answers.fever-since: 2026-11-23 is after the day of the screening, 2026-11-22.");
  assert_refused ("fever-since=1405-09-01", "answers.fever-since: 1405-09-01 is before 1850; check the year and the calendar.");
  assert_refused ("fever-since=0-0-0", "answers.fever-since: the answer must be a date or unknown.");
}

static void
test_birth_date (void)
{
  MesoCalendarDate today = screening_support_day ("2026-11-22.");

  for (int form = MESO_FORM_FULL; form <= MESO_FORM_SHORT; form++)
    {
      assert_refused_with (today, (MesoForm) form, screening_support_day ("2026-11-23"), "",
                           "patient.birth_date: 2026-11-23 is after the day of the screening, 2026-11-22.");
      assert_refused_with (today, (MesoForm) form, screening_support_day ("1849-12-31"), "",
                           "patient.birth_date: 1849-12-31 is before 1850; check the year and the calendar.");
      assert_refused_with (today, (MesoForm) form, screening_support_day ("1369-02-11"), "",
                           "patient.birth_date: 1369-02-11 is before 1850; check the year and the calendar.");
    }
}

static void
test_day_and_form (void)
{
  MesoCalendarDate today = screening_support_day ("2026-11-22.");
  MesoCalendarDate birth_date = screening_support_day ("1990-05-01");

  assert_refused_with (MESO_CALENDAR_DATE_NONE, MESO_FORM_FULL, birth_date, "",
                       "The screening has no date; give the day on which the questions were answered.");
  assert_refused_with (screening_support_day ("1405-09-01"), MESO_FORM_FULL, MESO_CALENDAR_DATE_NONE, "",
                       "date: 1405-09-01 is before 1850; check the year and the calendar.");
  assert_refused_with (today, 0, birth_date, "", "The form must be either the full or the short one.");
  assert_refused_with (today, MESO_FORM_FULL | MESO_FORM_SHORT, birth_date, "",
                       "The form must be either the full or the short one.");
}

/* Of several mistakes the same one is told each time, whatever order they were typed in. */
static void
test_order_is_fixed (void)
{
  MesoCalendarDate today = screening_support_day ("2026-11-22.");

  assert_refused ("temperature=yes fever=#1 zzz=no", "answers.fever: the answer must be yes, no or unknown.");
  assert_refused ("zzz=no fever=#1 temperature=yes", "answers.fever: the answer must be yes, no or unknown.");
  assert_refused ("zzz=no temperature=yes aaa=no", "answers.aaa: the protocol has no question “aaa”.");
  assert_refused_with (today, MESO_FORM_FULL, screening_support_day ("2027-01-01"), "aaa=no",
                       "patient.birth_date: 2027-01-01 is after the day of the screening, 2026-11-22.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire-check/unknown-question", test_unknown_question);
  g_test_add_func ("/questionnaire-check/wrong-type", test_wrong_type);
  g_test_add_func ("/questionnaire-check/unknown-fits-every-type", test_unknown_fits_every_type);
  g_test_add_func ("/questionnaire-check/choice", test_choice);
  g_test_add_func ("/questionnaire-check/number", test_number);
  g_test_add_func ("/questionnaire-check/below", test_below);
  g_test_add_func ("/questionnaire-check/event", test_event);
  g_test_add_func ("/questionnaire-check/event-before-birth", test_event_before_birth);
  g_test_add_func ("/questionnaire-check/birth-date", test_birth_date);
  g_test_add_func ("/questionnaire-check/day-and-form", test_day_and_form);
  g_test_add_func ("/questionnaire-check/order-is-fixed", test_order_is_fixed);

  return g_test_run ();
}
