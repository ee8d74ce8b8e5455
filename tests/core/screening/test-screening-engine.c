/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "screening-support.h"

/* What else one asks of the engine about the article's own rules. */
#define ALL_NO_BUT_MENS "pregnant=no breastfeeding=no endocrine-disorder=no tumour-active=no tumour-history=no"
#define ALL_NO_BUT_ENDO "pregnant=no breastfeeding=no menstruating=no tumour-active=no tumour-history=no"

static void
assert_verdict_of (const MesoProtocol              *protocol,
                   const MesoQuestionnaireResponse *response,
                   const char                      *expected)
{
  g_autoptr (MesoVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  verdict = meso_screening_engine_evaluate (protocol, response, screening_support_day ("2026-11-22"), &error);
  g_assert_no_error (error);
  description = screening_support_describe (verdict);
  g_assert_cmpstr (description, ==, expected);
}

static void
assert_verdict (MesoSex     sex,
                MesoForm    form,
                const char *answers,
                const char *expected)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol ("");
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (sex, answers);

  response->form = form;
  assert_verdict_of (protocol, response, expected);
}

static void
assert_woman (const char *answers,
              const char *expected)
{
  assert_verdict (MESO_SEX_FEMALE, MESO_FORM_FULL, answers, expected);
}

static void
test_suitable (void)
{
  assert_woman (ALL_NO, "suitable");
  assert_verdict (MESO_SEX_OTHER, MESO_FORM_FULL, ALL_NO, "suitable");
  assert_verdict (MESO_SEX_UNKNOWN, MESO_FORM_FULL, ALL_NO, "suitable");
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL, "endocrine-disorder=no tumour-active=no tumour-history=no", "suitable");
}

/* A later answer for the same question replaces the earlier one, so each line is ALL_NO with one change. */
static void
test_each_rule_fires (void)
{
  assert_woman (ALL_NO " pregnant=yes", "block; PREG:block");
  assert_woman (ALL_NO " breastfeeding=yes", "block; LACT:block");
  assert_woman (ALL_NO " tumour-active=yes", "block; TUM-A:block");
  assert_woman (ALL_NO " tumour-history=yes", "clearance; TUM-H:clearance");
  assert_woman (ALL_NO " endocrine-disorder=yes endocrine-uncontrolled=yes", "clearance; ENDO:clearance");
  assert_woman (ALL_NO " endocrine-disorder=yes endocrine-uncontrolled=no", "caution; ENDO:caution");
  assert_woman (ALL_NO " menstruating=yes period-started-on=2026-11-20", "defer until 2026-11-27; MENS:defer:2026-11-27");
}

static void
test_each_unknown_is_incomplete (void)
{
  static const char *const ids[] = { "pregnant", "breastfeeding", "tumour-active", "tumour-history" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *answers = g_strdup_printf ("%s %s=unknown", ALL_NO, ids[i]);
      g_autofree char *expected = g_strdup_printf ("incomplete; missing %s:unknown", ids[i]);

      assert_woman (answers, expected);
    }

  /* An unknown parent asks its children as well. */
  assert_woman (ALL_NO " menstruating=unknown", "incomplete; missing menstruating:unknown period-started-on:not-asked");
  assert_woman (ALL_NO " endocrine-disorder=unknown endocrine-uncontrolled=unknown",
                "incomplete; missing endocrine-disorder:unknown endocrine-uncontrolled:unknown");
  assert_woman (ALL_NO " endocrine-disorder=yes endocrine-uncontrolled=unknown",
                "incomplete; ENDO:caution; missing endocrine-uncontrolled:unknown");
}

static void
test_each_missing_is_incomplete (void)
{
  static const char *const ids[] = { "pregnant", "breastfeeding", "menstruating", "endocrine-disorder", "tumour-active", "tumour-history" };
  g_autoptr (MesoProtocol) protocol = screening_support_protocol ("");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO);
      g_autofree char *expected = g_strdup_printf ("incomplete; missing %s:not-asked", ids[i]);

      meso_questionnaire_response_set (response, ids[i], NULL);
      assert_verdict_of (protocol, response, expected);
    }

  assert_woman ("", "incomplete; missing pregnant:not-asked breastfeeding:not-asked menstruating:not-asked "
                    "endocrine-disorder:not-asked tumour-active:not-asked tumour-history:not-asked");
}

static void
test_birth_date (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol ("");
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO " pregnant=unknown");

  response->birth_date = MESO_CALENDAR_DATE_NONE;
  assert_verdict_of (protocol, response, "incomplete; missing birth-date:not-asked pregnant:unknown");

  response->form = MESO_FORM_SHORT;
  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_NO));
  assert_verdict_of (protocol, response,
                     "incomplete; missing birth-date:not-asked; cleared breastfeeding endocrine-disorder tumour-active tumour-history");
}

/* Only the rule can say so, and an ingredient that is left out is no reason to stop. */
static void
test_suspends (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (
    "<ingredient id='zinc' group='other' availability='on' dimension='mass'" TEST_PROVENANCE "><name>N</name>"
    "<benefit>B</benefit></ingredient>"
    "<question id='lump' type='answer' forms='full short'" TEST_PROVENANCE "><text>T</text><find-out>F</find-out></question>"
    "<rule id='LUMP' suspends='true' findings='all'" TEST_PROVENANCE ">"
    "<case outcome='clearance'><when question='lump' is='yes'/><reason>R</reason><advice>A</advice></case>"
    "<case outcome='exclude' ingredient='zinc'><when question='lump' is='yes'/><reason>R</reason><advice>A</advice>"
    "</case></rule>");
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO " tumour-history=yes lump=yes");
  g_autoptr (MesoVerdict) verdict = meso_screening_engine_evaluate (protocol, response, (MesoCalendarDate) { 2026, 11, 22 }, NULL);

  g_assert_cmpuint (verdict->findings->len, ==, 3);
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      g_assert_cmpint (finding->suspends, ==, g_str_equal (finding->rule, "LUMP") && finding->outcome == MESO_OUTCOME_CLEARANCE);
    }
}

/* A woman's yes to what only men are asked contradicts the record; no and a choice are only not obeyed. */
static void
test_hidden_for_women (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (
    "<question id='men' type='answer' forms='full' unless-sex='female'" TEST_PROVENANCE "><text>T</text><find-out>F</find-out>"
    "</question>"
    "<question id='scale' type='choice' forms='full' required='false' unless-sex='female'" TEST_PROVENANCE "><text>T</text>"
    "<choice id='one'><text>1</text></choice><choice id='two'><text>2</text></choice></question>"
    "<rule id='MEN'" TEST_PROVENANCE "><case outcome='block'><when question='men' is='yes'/><reason>R</reason>"
    "<advice>A</advice></case></rule>");
  static const struct { MesoSex sex; const char *answers, *verdict; } cases[] = {
    { MESO_SEX_MALE, "men=yes scale=:one", "block; MEN:block" },
    { MESO_SEX_MALE, "scale=:one", "incomplete; missing men:not-asked" },
    { MESO_SEX_FEMALE, "", "suitable" },
    { MESO_SEX_FEMALE, "men=no scale=:one", "suitable; cleared men scale" },
    { MESO_SEX_FEMALE, "men=yes", "incomplete; missing sex:contradiction; cleared men" },
    { MESO_SEX_FEMALE, "scale=unknown", "incomplete; missing sex:contradiction; cleared scale" },
    { MESO_SEX_OTHER, "", "incomplete; missing men:not-asked" },
    { MESO_SEX_UNKNOWN, "men=yes", "block; MEN:block" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rest = cases[i].sex == MESO_SEX_MALE ? "endocrine-disorder=no tumour-active=no tumour-history=no" : ALL_NO;
      g_autofree char *answers = g_strdup_printf ("%s %s", rest, cases[i].answers);
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (cases[i].sex, answers);

      assert_verdict_of (protocol, response, cases[i].verdict);
    }
}

static void
test_block_wins_over_incomplete (void)
{
  assert_woman ("pregnant=yes breastfeeding=unknown menstruating=yes",
                "block; PREG:block MENS:defer; missing breastfeeding:unknown period-started-on:not-asked "
                "endocrine-disorder:not-asked tumour-active:not-asked tumour-history:not-asked");
}

static void
test_incomplete_wins_over_defer_and_shows_it (void)
{
  assert_woman ("pregnant=no breastfeeding=unknown menstruating=yes period-started-on=2026-11-20 endocrine-disorder=no "
                "tumour-active=no tumour-history=no",
                "incomplete; MENS:defer:2026-11-27; missing breastfeeding:unknown");
}

static void
test_strictest_first_then_in_order (void)
{
  assert_woman ("pregnant=yes breastfeeding=yes menstruating=yes period-started-on=2026-11-12 endocrine-disorder=yes "
                "endocrine-uncontrolled=no tumour-active=yes tumour-history=yes",
                "block; PREG:block LACT:block TUM-A:block MENS:defer:2026-11-23 MENS:clearance TUM-H:clearance ENDO:caution");
}

static void
test_menstruation (void)
{
  /* Bleeding since today, for 7, 9 and 10 days: never an earlier day than tomorrow. */
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=2026-11-22",
                "defer until 2026-11-29; MENS:defer:2026-11-29");
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=2026-11-16",
                "defer until 2026-11-23; MENS:defer:2026-11-23");
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=2026-11-15",
                "defer until 2026-11-23; MENS:defer:2026-11-23");
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=2026-11-13",
                "defer until 2026-11-23; MENS:defer:2026-11-23");
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=2026-11-12",
                "defer until 2026-11-23; MENS:defer:2026-11-23 MENS:clearance");

  /* Without the day there is no date, and the day is missing. */
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes",
                "incomplete; MENS:defer; missing period-started-on:not-asked");
  assert_woman (ALL_NO_BUT_MENS " menstruating=yes period-started-on=unknown",
                "incomplete; MENS:defer; missing period-started-on:unknown");
}

static void
test_contradiction (void)
{
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL, "pregnant=yes endocrine-disorder=no tumour-active=no tumour-history=no",
                  "incomplete; missing sex:contradiction; cleared pregnant");
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL, "pregnant=unknown endocrine-disorder=no tumour-active=no tumour-history=no",
                  "incomplete; missing sex:contradiction; cleared pregnant");
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL, "pregnant=no endocrine-disorder=no tumour-active=no tumour-history=no",
                  "suitable; cleared pregnant");

  /* Told once; the answers below it go with it. */
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL,
                  "pregnant=yes menstruating=yes period-started-on=2026-11-12 endocrine-disorder=no tumour-active=no",
                  "incomplete; missing sex:contradiction tumour-history:not-asked; cleared pregnant menstruating period-started-on");

  /* The day alone claims nothing. */
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL,
                  "menstruating=no period-started-on=2026-11-12 endocrine-disorder=no tumour-active=no tumour-history=no",
                  "suitable; cleared menstruating period-started-on");

  /* A block wins over it, and it is shown all the same. */
  assert_verdict (MESO_SEX_MALE, MESO_FORM_FULL, "pregnant=yes endocrine-disorder=no tumour-active=yes tumour-history=no",
                  "block; TUM-A:block; missing sex:contradiction; cleared pregnant");

  /* The short form has no breastfeeding, but who breastfeeds isn't male. */
  assert_verdict (MESO_SEX_MALE, MESO_FORM_SHORT, "breastfeeding=yes",
                  "incomplete; missing sex:contradiction; cleared breastfeeding");
}

static void
test_not_asked_is_not_obeyed (void)
{
  assert_woman (ALL_NO " period-started-on=2026-11-12", "suitable; cleared period-started-on");
  assert_woman (ALL_NO " endocrine-uncontrolled=yes", "suitable; cleared endocrine-uncontrolled");
  assert_woman (ALL_NO_BUT_ENDO " endocrine-uncontrolled=yes",
                "incomplete; missing endocrine-disorder:not-asked; cleared endocrine-uncontrolled");
  assert_verdict (MESO_SEX_FEMALE, MESO_FORM_SHORT, "pregnant=no menstruating=no tumour-active=yes",
                  "suitable; cleared tumour-active");
}

static void
test_short_form (void)
{
  assert_verdict (MESO_SEX_FEMALE, MESO_FORM_SHORT, "pregnant=no menstruating=no", "suitable");
  assert_verdict (MESO_SEX_FEMALE, MESO_FORM_SHORT, "pregnant=no", "incomplete; missing menstruating:not-asked");
  assert_verdict (MESO_SEX_FEMALE, MESO_FORM_SHORT, "pregnant=yes menstruating=no", "block; PREG:block");
  assert_verdict (MESO_SEX_MALE, MESO_FORM_SHORT, "", "suitable");
}

/* A wait and a caution are the physician's to decide; a block, a clearance and an exclusion are not. */
static void
test_what_a_physician_may_decide (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol ("");
  g_autoptr (MesoQuestionnaireResponse) response =
    screening_support_response (MESO_SEX_FEMALE, ALL_NO " menstruating=yes period-started-on=2026-11-20 endocrine-disorder=yes"
                                                        " endocrine-uncontrolled=yes");
  g_autoptr (MesoVerdict) verdict = meso_screening_engine_evaluate (protocol, response, screening_support_day ("2026-11-22"), NULL);
  gboolean waits = FALSE;
  gboolean clears = FALSE;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      waits |= finding->outcome == MESO_OUTCOME_DEFER && finding->overridable;
      clears |= finding->outcome == MESO_OUTCOME_CLEARANCE && finding->overridable;
    }
  g_assert_true (waits);
  g_assert_false (clears);
}

static void
test_finding_carries_everything (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol ("");
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO " pregnant=yes tumour-history=yes");
  g_autoptr (MesoVerdict) verdict = meso_screening_engine_evaluate (protocol, response, screening_support_day ("2026-11-22"), NULL);
  const MesoFinding *pregnant = verdict->findings->pdata[0];
  const MesoFinding *tumour = verdict->findings->pdata[1];

  /* The finding outlives the protocol that it came from. */
  g_assert_cmpstr (verdict->protocol_hash, ==, meso_protocol_get_hash (protocol));
  g_clear_pointer (&protocol, meso_protocol_unref);

  g_assert_cmpstr (meso_local_text_get (pregnant->reason, "en"), ==, "Pregnant");
  g_assert_cmpstr (meso_local_text_get (pregnant->reason, "fa"), ==, "بارداری");
  g_assert_cmpstr (meso_local_text_get (pregnant->advice, "en"), ==, "Wait");
  g_assert_cmpstr (pregnant->source, ==, "article");
  g_assert_false (pregnant->overridable);
  g_assert_false (tumour->overridable);
  g_assert_cmpint (verdict->date.day, ==, 22);
  g_assert_cmpstr (verdict->protocol_version, ==, "1.2.3");
  g_assert_false (verdict->protocol_reviewed);
}

/* Rules of other shapes than the article's: an excluded ingredient, choices, numbers, age, a bare defer. */
static const char other_rules[] =
  "<ingredient id='thiamine' group='vitamins' availability='on' dimension='mass'" TEST_PROVENANCE "><name>T</name><benefit>B</benefit></ingredient>"
  "<ingredient id='biotin' group='vitamins' availability='on' dimension='mass'" TEST_PROVENANCE "><name>B</name><benefit>B</benefit></ingredient>"
  "<question id='thinning' type='answer' forms='full' indication='true'" TEST_PROVENANCE "><text>T</text><help>H</help></question>"
  "<question id='reaction' type='answer' forms='full short'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
  "<question id='herpes' type='answer' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
  "<question id='vaccine' type='answer' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
  "<question id='vaccinated-on' type='date' forms='full' parent='vaccine'" TEST_PROVENANCE "><text>T</text><help>H</help></question>"
  "<question id='systolic' type='number' min='0' max='300' required='false' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help></question>"
  "<question id='loss' type='choice' required='false' forms='full'" TEST_PROVENANCE "><text>T</text><help>H</help>"
  " <choice id='patchy'><text>P</text></choice><choice id='even'><text>E</text></choice></question>"
  "<rule id='REACT' findings='all'" TEST_PROVENANCE ">"
  " <case outcome='exclude' ingredient='thiamine'><when question='reaction' is='yes'/><reason>R</reason><advice>A</advice></case>"
  " <case outcome='exclude' ingredient='biotin'><when question='reaction' is='yes'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='THIA'" TEST_PROVENANCE ">"
  " <case outcome='exclude' ingredient='thiamine'><when question='reaction' is='yes'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='HERP' overridable='true'" TEST_PROVENANCE ">"
  " <case outcome='defer'><when question='herpes' is='yes'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='VAC' overridable='true'" TEST_PROVENANCE ">"
  " <case outcome='defer' event='vaccinated-on' days='7'><when question='vaccinated-on' days-ago-below='7'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='BP' overridable='true'" TEST_PROVENANCE ">"
  " <case outcome='clearance'><when question='systolic' at-least='180'/><reason>R</reason><advice>A</advice></case>"
  " <case outcome='caution'><when question='systolic' below='90'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='PATCH' overridable='true'" TEST_PROVENANCE ">"
  " <case outcome='clearance'><when question='loss' is='patchy'/><reason>R</reason><advice>A</advice></case></rule>"
  "<rule id='MINOR'" TEST_PROVENANCE ">"
  " <case outcome='block'><when fact='age' below='18'/><reason>R</reason><advice>A</advice></case></rule>";

static void
assert_other (const char *answers,
              const char *expected)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (other_rules);
  g_autofree char *all = g_strconcat (ALL_NO " thinning=no reaction=no herpes=no vaccine=no ", answers, NULL);
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, all);

  assert_verdict_of (protocol, response, expected);
}

static void
test_exclude (void)
{
  assert_other ("reaction=no", "suitable");
  assert_other ("reaction=yes",
                "suitable; REACT:exclude:thiamine REACT:exclude:biotin THIA:exclude:thiamine; excluded biotin thiamine");
  assert_other ("reaction=yes herpes=yes",
                "defer; HERP:defer REACT:exclude:thiamine REACT:exclude:biotin THIA:exclude:thiamine; excluded biotin thiamine");
}

static void
test_until_is_latest (void)
{
  assert_other ("vaccine=yes vaccinated-on=2026-11-18", "defer until 2026-11-25; VAC:defer:2026-11-25");
  assert_other ("vaccine=yes vaccinated-on=2026-11-15", "suitable");

  /* One defer without a date: nobody knows the day yet. */
  assert_other ("vaccine=yes vaccinated-on=2026-11-18 herpes=yes", "defer; HERP:defer VAC:defer:2026-11-25");
}

static void
test_numbers_and_choices (void)
{
  assert_other ("systolic=#180000", "clearance; BP:clearance");
  assert_other ("systolic=#179999", "suitable");
  assert_other ("systolic=#90000", "suitable");
  assert_other ("systolic=#89999", "caution; BP:caution");
  assert_other ("loss=:patchy", "clearance; PATCH:clearance");
  assert_other ("loss=:even", "suitable");

  /* Not required, so that no answer is fine; but who is asked and doesn't know has to find out. */
  assert_other ("systolic=unknown loss=unknown", "incomplete; missing systolic:unknown loss:unknown");
}

static void
test_indications (void)
{
  assert_other ("thinning=yes", "suitable; indications thinning");
  assert_other ("thinning=unknown", "suitable");
}

/* A rule that judges by it makes it a risk: what isn't known is never taken for a no. */
static void
test_judged_indication (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (
    "<question id='thinning' type='answer' forms='full' indication='true'" TEST_PROVENANCE "><text>T</text></question>"
    "<rule id='THIN'" TEST_PROVENANCE "><case outcome='caution'><when question='thinning' is='yes'/><reason>R</reason>"
    "<advice>A</advice></case></rule>");
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO " thinning=unknown");

  assert_verdict_of (protocol, response, "incomplete; missing thinning:unknown");
}

static void
test_age (void)
{
  static const struct { const char *birth_date; MesoForm form; const char *expected; } rows[] = {
    { "2008-11-22", MESO_FORM_FULL, "suitable" },
    { "2008-11-23", MESO_FORM_FULL, "block; MINOR:block" },
    { "2026-11-22", MESO_FORM_FULL, "block; MINOR:block" },
    { "1850-01-01", MESO_FORM_FULL, "suitable" },
    { "0-0-0", MESO_FORM_FULL, "incomplete; missing birth-date:not-asked" },
    { "2008-11-23", MESO_FORM_SHORT, "block; MINOR:block; cleared breastfeeding endocrine-disorder tumour-active tumour-history thinning herpes vaccine" },
    { "0-0-0", MESO_FORM_SHORT, "incomplete; missing birth-date:not-asked; cleared breastfeeding endocrine-disorder tumour-active tumour-history thinning herpes vaccine" },
  };
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (other_rules);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, ALL_NO " thinning=no reaction=no herpes=no vaccine=no");

      response->birth_date = screening_support_day (rows[i].birth_date);
      response->form = rows[i].form;
      assert_verdict_of (protocol, response, rows[i].expected);
    }
}

/* A chain of three: whatever hides the first hides all, whatever was answered below. */
static void
test_asks (void)
{
  static const char chain[] =
    "<question id='a' type='answer' forms='full' unless-sex='male'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
    "<question id='b' type='answer' forms='full' parent='a'" TEST_PROVENANCE "><text>T</text><help>H</help><find-out>F</find-out></question>"
    "<question id='c' type='date' forms='full' parent='b'" TEST_PROVENANCE "><text>T</text><help>H</help></question>";
  static const struct { MesoSex sex; MesoForm form; const char *answers; const char *asked; } rows[] = {
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "", "a" },
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "a=no b=yes", "a" },
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "a=yes", "ab" },
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "a=unknown b=no", "ab" },
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "a=unknown b=unknown", "abc" },
    { MESO_SEX_OTHER, MESO_FORM_FULL, "a=yes b=yes", "abc" },
    { MESO_SEX_UNKNOWN, MESO_FORM_FULL, "a=yes b=yes", "abc" },
    { MESO_SEX_FEMALE, MESO_FORM_FULL, "b=yes", "a" },
    { MESO_SEX_MALE, MESO_FORM_FULL, "a=yes b=yes", "" },
    { MESO_SEX_FEMALE, MESO_FORM_SHORT, "a=yes b=yes", "" },
  };
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (chain);
  static const char *const ids[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (rows[i].sex, rows[i].answers);
      g_autoptr (GString) asked = g_string_new (NULL);

      response->form = rows[i].form;
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        if (meso_screening_engine_asks (protocol, response, meso_protocol_lookup_question (protocol, ids[j])))
          g_string_append (asked, ids[j]);

      g_assert_cmpstr (asked->str, ==, rows[i].asked);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screening-engine/suspends", test_suspends);
  g_test_add_func ("/screening-engine/hidden-for-women", test_hidden_for_women);
  g_test_add_func ("/screening-engine/suitable", test_suitable);
  g_test_add_func ("/screening-engine/each-rule-fires", test_each_rule_fires);
  g_test_add_func ("/screening-engine/each-unknown-is-incomplete", test_each_unknown_is_incomplete);
  g_test_add_func ("/screening-engine/each-missing-is-incomplete", test_each_missing_is_incomplete);
  g_test_add_func ("/screening-engine/birth-date", test_birth_date);
  g_test_add_func ("/screening-engine/block-wins-over-incomplete", test_block_wins_over_incomplete);
  g_test_add_func ("/screening-engine/incomplete-wins-over-defer", test_incomplete_wins_over_defer_and_shows_it);
  g_test_add_func ("/screening-engine/strictest-first", test_strictest_first_then_in_order);
  g_test_add_func ("/screening-engine/menstruation", test_menstruation);
  g_test_add_func ("/screening-engine/contradiction", test_contradiction);
  g_test_add_func ("/screening-engine/not-asked-is-not-obeyed", test_not_asked_is_not_obeyed);
  g_test_add_func ("/screening-engine/short-form", test_short_form);
  g_test_add_func ("/screening-engine/finding-carries-everything", test_finding_carries_everything);
  g_test_add_func ("/screening-engine/what-a-physician-may-decide", test_what_a_physician_may_decide);
  g_test_add_func ("/screening-engine/exclude", test_exclude);
  g_test_add_func ("/screening-engine/until-is-latest", test_until_is_latest);
  g_test_add_func ("/screening-engine/numbers-and-choices", test_numbers_and_choices);
  g_test_add_func ("/screening-engine/indications", test_indications);
  g_test_add_func ("/screening-engine/judged-indication", test_judged_indication);
  g_test_add_func ("/screening-engine/age", test_age);
  g_test_add_func ("/screening-engine/asks", test_asks);

  return g_test_run ();
}
