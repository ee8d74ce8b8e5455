/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Every case of every rule that ships: answers that make it speak, answers close to them that don't, and what it says. */

#include "screening-support.h"

static const MesoCalendarDate today = { 2026, 11, 22 };

/**
 * Row:
 * @n_case: which case of the rule, from 1
 * @finding: what it says: "outcome", "defer:first-allowed-day" or "exclude:ingredient"
 * @fires: answers that make it speak; what else is asked is answered no
 * @silent: answers close to them that don't
 * @sex: a woman unless it says otherwise
 * @born: (nullable): with @born_silent, where the age decides
 */
typedef struct
{
  const char *rule;
  guint n_case;
  const char *finding;
  const char *fires;
  const char *silent;
  MesoSex sex;
  const char *born;
  const char *born_silent;
} Row;

static const Row rows[] = {
  { "PREG", 1, "block", "pregnant=yes", "" },
  { "LACT", 1, "block", "breastfeeding=yes", "" },
  { "MENS", 1, "defer:2026-11-28", "menstruating=yes period-started-on=2026-11-21", "" },
  { "MENS", 2, "clearance",
    "menstruating=yes period-started-on=2026-11-12", "menstruating=yes period-started-on=2026-11-13" },
  { "ENDO", 1, "clearance", "endocrine-disorder=yes endocrine-uncontrolled=yes", "endocrine-disorder=yes" },
  { "ENDO", 2, "caution", "endocrine-disorder=yes", "" },
  { "TUM-A", 1, "block", "tumour-active=yes", "" },
  { "TUM-H", 1, "clearance", "tumour-history=yes", "" },
  { "MINOR", 1, "block", "", "", .born = "2008-11-23", .born_silent = "2008-11-22" },
  { "PREG-TEST", 1, "caution",
    "may-become-pregnant=yes last-period-on=2026-10-18", "may-become-pregnant=yes last-period-on=2026-10-19" },
  { "AA", 1, "clearance", "localised-bald-spots=yes bald-spots-sudden=yes", "localised-bald-spots=yes" },
  { "AA", 2, "clearance", "localised-bald-spots=yes bald-spots-undiagnosed=yes", "localised-bald-spots=yes" },
  { "AA", 3, "exclude:minoxidil", "localised-bald-spots=yes bald-spots-sudden=yes", "localised-bald-spots=yes" },
  { "AA", 4, "exclude:finasteride", "localised-bald-spots=yes bald-spots-sudden=yes", "localised-bald-spots=yes" },
  { "AA", 5, "clearance", "defences=yes autoimmune=yes areata-ever=yes", "defences=yes autoimmune=yes" },
  { "AA", 6, "exclude:minoxidil", "defences=yes autoimmune=yes areata-ever=yes", "defences=yes autoimmune=yes" },
  { "AA", 7, "exclude:finasteride", "defences=yes autoimmune=yes areata-ever=yes", "defences=yes autoimmune=yes" },
  { "SCAR", 1, "clearance", "localised-bald-spots=yes bald-spots-scarring=yes", "localised-bald-spots=yes" },
  { "SCAR", 2, "clearance", "scarring-suspected=yes", "" },
  { "INF-S", 1, "defer", "localised-bald-spots=yes bald-spots-fungal=yes", "localised-bald-spots=yes" },
  { "INF-S", 2, "defer:2026-12-05", "skin-today=yes skin-infection=yes skin-healed-on=2026-11-21", "skin-today=yes" },
  { "HERP", 1, "defer", "skin-today=yes herpes=yes", "skin-today=yes" },
  { "INFLAM", 1, "defer", "skin-today=yes skin-inflamed=yes", "skin-today=yes" },
  { "INFLAM", 2, "clearance",
    "skin-today=yes skin-inflamed=yes skin-recurrent=yes", "skin-today=yes skin-inflamed=yes" },
  { "INFLAM", 3, "exclude:minoxidil", "skin-today=yes skin-inflamed=yes", "skin-today=yes" },
  { "DM", 1, "clearance", "endocrine-disorder=yes diabetes-uncontrolled=yes", "endocrine-disorder=yes" },
  { "CHEMO", 1, "block",
    "tumour-history=yes head-treatment=yes head-treatment-ongoing=yes", "tumour-history=yes head-treatment=yes" },
  { "CHEMO", 2, "defer:2027-05-23",
    "tumour-history=yes head-treatment=yes head-treatment-ended-on=2026-11-21", "tumour-history=yes" },
  { "CARD", 1, "clearance", "heart-vessels=yes heart-disease=yes", "heart-vessels=yes" },
  { "CARD", 2, "exclude:minoxidil", "heart-vessels=yes heart-disease=yes", "heart-vessels=yes" },
  { "STROKE", 1, "clearance", "heart-vessels=yes stroke=yes", "heart-vessels=yes" },
  { "BP", 1, "defer", "systolic=#180000", "systolic=#179999" },
  { "BP", 2, "defer", "diastolic=#110000", "diastolic=#109999" },
  { "BP", 3, "defer", "systolic=#89999", "systolic=#90000" },
  { "KID-LIV", 1, "clearance", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 2, "clearance", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 3, "exclude:zinc", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 4, "exclude:copper", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 5, "exclude:selenium", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 6, "exclude:magnesium", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 7, "exclude:potassium", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 8, "exclude:vitamin-c", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 9, "exclude:dutasteride", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 10, "exclude:lidocaine", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 11, "exclude:copper", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 12, "exclude:vitamin-a", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "KID-LIV", 13, "exclude:glutathione", "organs-nerves=yes liver-severe=yes", "organs-nerves=yes" },
  { "SEIZ", 1, "clearance", "organs-nerves=yes epilepsy=yes", "organs-nerves=yes" },
  { "SEIZ", 2, "exclude:lidocaine", "organs-nerves=yes epilepsy=yes", "organs-nerves=yes" },
  { "SEIZ", 3, "exclude:procaine", "organs-nerves=yes epilepsy=yes", "organs-nerves=yes" },
  { "AUTO", 1, "clearance", "defences=yes autoimmune=yes", "defences=yes" },
  { "AUTO", 2, "exclude:hyaluronic-acid", "defences=yes autoimmune=yes", "defences=yes" },
  { "IMM", 1, "clearance", "defences=yes weak-defences=yes", "defences=yes" },
  { "BBV", 1, "clearance",
    "defences=yes blood-borne-virus=yes virus-unmonitored=yes", "defences=yes blood-borne-virus=yes" },
  { "BBV", 2, "caution", "defences=yes blood-borne-virus=yes", "defences=yes" },
  { "ANTIC", 1, "clearance",
    "blood-thinner=yes anticoagulant=yes inr-high=yes", "blood-thinner=yes anticoagulant=yes" },
  { "ANTIC", 2, "caution", "blood-thinner=yes anticoagulant=yes", "blood-thinner=yes" },
  { "APLT", 1, "caution", "blood-thinner=yes antiplatelet=yes", "blood-thinner=yes" },
  { "OTC", 1, "defer:2026-11-28",
    "blood-thinner=yes thinner-self-chosen=yes thinner-taken-on=2026-11-21", "blood-thinner=yes" },
  { "ISO", 1, "caution", "medicine-interacting=yes isotretinoin=yes", "medicine-interacting=yes" },
  { "ALLG", 1, "clearance", "allergy=yes anaphylaxis=yes", "allergy=yes" },
  { "ALLG", 2, "caution",
    "allergy=yes allergy-ingredient=yes allergy-other=yes", "allergy=yes allergy-ingredient=yes" },
  { "VASO", 1, "caution", "needle-trouble=yes needle-fainting=yes", "needle-trouble=yes" },
  { "VASO", 2, "caution", "fasting=yes", "" },
  { "BLEED", 1, "block",
    "needle-trouble=yes bleeding-disorder=yes bleeding-severe=yes", "needle-trouble=yes bleeding-disorder=yes" },
  { "BLEED", 2, "clearance", "needle-trouble=yes bleeding-disorder=yes", "needle-trouble=yes" },
  { "BLEED", 3, "exclude:prp", "needle-trouble=yes bleeding-disorder=yes", "needle-trouble=yes" },
  { "BLEED", 4, "exclude:pantothenic-acid", "needle-trouble=yes bleeding-disorder=yes", "needle-trouble=yes" },
  { "KEL", 1, "clearance", "needle-trouble=yes keloid=yes keloid-head=yes", "needle-trouble=yes keloid=yes" },
  { "KEL", 2, "caution", "needle-trouble=yes keloid=yes", "needle-trouble=yes" },
  { "TX", 1, "defer:2027-02-19", "last-weeks=yes transplant-recent=yes transplant-on=2026-11-21", "last-weeks=yes" },
  { "TX", 2, "defer:2026-12-05",
    "last-weeks=yes skin-procedure-recent=yes skin-procedure-on=2026-11-21", "last-weeks=yes" },
  { "ABX", 1, "defer:2026-12-05", "last-weeks=yes illness-recent=yes illness-over-on=2026-11-21", "last-weeks=yes" },
  { "VAC", 1, "defer:2026-11-28", "last-weeks=yes vaccine-recent=yes vaccinated-on=2026-11-21", "last-weeks=yes" },
  { "ALC", 1, "defer:2026-11-24", "last-weeks=yes alcohol-recent=yes alcohol-last-on=2026-11-21", "last-weeks=yes" },
  { "PSY", 1, "clearance", "mind=yes hopes-or-consent=yes", "mind=yes" },
  { "STAGE", 1, "caution", "norwood=:norwood-6", "norwood=:norwood-5a", .sex = MESO_SEX_MALE },
  { "STAGE", 2, "caution", "norwood=:norwood-7", "norwood=:norwood-5a", .sex = MESO_SEX_MALE },
  { "STAGE", 3, "caution", "ludwig=:ludwig-3", "ludwig=:ludwig-2" },
  { "STAGE", 4, "caution", "sinclair=:sinclair-5", "sinclair=:sinclair-4" },
  { "NEW", 1, "caution", "not-on-file=yes", "" },
  { "PATCH", 1, "defer", "trouble-after=yes new-bald-patch=yes", "trouble-after=yes" },
  { "NODULE", 1, "defer", "trouble-after=yes nodule=yes", "trouble-after=yes" },
  { "NODULE", 2, "defer", "trouble-after=yes abscess=yes", "trouble-after=yes" },
  { "REACT", 1, "defer", "trouble-after=yes severe-reaction=yes", "trouble-after=yes" },
  { "OEDEMA", 1, "caution", "trouble-after=yes forehead-swelling=yes", "trouble-after=yes" },
  { "OEDEMA", 2, "exclude:lidocaine", "trouble-after=yes forehead-swelling=yes", "trouble-after=yes" },
  { "DUTASTERIDE", 1, "exclude:dutasteride", "may-become-pregnant=yes", "" },
  { "DUTASTERIDE", 2, "exclude:dutasteride", "", "", .born = "2008-11-23", .born_silent = "2008-11-22" },
  { "DUTASTERIDE", 3, "exclude:dutasteride",
    "medicine-interacting=yes enzyme-inhibitor=yes", "medicine-interacting=yes" },
  { "DUTASTERIDE", 4, "exclude:dutasteride", "mind=yes depression=yes", "mind=yes" },
  { "FINASTERIDE", 1, "exclude:finasteride", "may-become-pregnant=yes", "" },
  { "FINASTERIDE", 2, "exclude:finasteride", "", "", .born = "2008-11-23", .born_silent = "2008-11-22" },
  { "FINASTERIDE", 3, "exclude:finasteride", "mind=yes depression=yes", "mind=yes" },
  { "MINOXIDIL", 1, "exclude:minoxidil", "heart-vessels=yes low-pressure=yes", "heart-vessels=yes" },
  { "LIDOCAINE", 1, "exclude:lidocaine",
    "allergy=yes allergy-ingredient=yes allergy-lidocaine=yes", "allergy=yes allergy-ingredient=yes" },
  { "LIDOCAINE", 2, "exclude:lidocaine",
    "heart-vessels=yes heart-disease=yes heart-rhythm=yes", "heart-vessels=yes heart-disease=yes" },
  { "LIDOCAINE", 3, "exclude:lidocaine", "organs-nerves=yes anaesthetic-disorder=yes", "organs-nerves=yes" },
  { "PROCAINE", 1, "exclude:procaine",
    "allergy=yes allergy-ingredient=yes allergy-procaine=yes", "allergy=yes allergy-ingredient=yes" },
  { "PROCAINE", 2, "exclude:procaine", "organs-nerves=yes anaesthetic-disorder=yes", "organs-nerves=yes" },
  { "THIAMINE", 1, "exclude:thiamine",
    "allergy=yes allergy-ingredient=yes allergy-thiamine=yes", "allergy=yes allergy-ingredient=yes" },
  { "THIAMINE", 2, "exclude:b-complex",
    "allergy=yes allergy-ingredient=yes allergy-thiamine=yes", "allergy=yes allergy-ingredient=yes" },
  { "VITAMIN-B12", 1, "exclude:vitamin-b12",
    "allergy=yes allergy-ingredient=yes allergy-cobalt=yes", "allergy=yes allergy-ingredient=yes" },
  { "VITAMIN-B12", 2, "exclude:b-complex",
    "allergy=yes allergy-ingredient=yes allergy-cobalt=yes", "allergy=yes allergy-ingredient=yes" },
  { "VITAMIN-B12", 3, "exclude:vitamin-b12", "organs-nerves=yes optic-atrophy=yes", "organs-nerves=yes" },
  { "VITAMIN-B12", 4, "exclude:b-complex", "organs-nerves=yes optic-atrophy=yes", "organs-nerves=yes" },
  { "PYRIDOXINE", 1, "exclude:pyridoxine", "medicine-interacting=yes levodopa=yes", "medicine-interacting=yes" },
  { "PYRIDOXINE", 2, "exclude:b-complex", "medicine-interacting=yes levodopa=yes", "medicine-interacting=yes" },
  { "VITAMIN-A", 1, "exclude:vitamin-a", "medicine-interacting=yes isotretinoin=yes", "medicine-interacting=yes" },
  { "VITAMIN-C", 1, "exclude:vitamin-c", "organs-nerves=yes favism=yes", "organs-nerves=yes" },
  { "IRON", 1, "exclude:iron", "organs-nerves=yes favism=yes", "organs-nerves=yes" },
  { "COPPER", 1, "exclude:copper", "organs-nerves=yes wilson=yes", "organs-nerves=yes" },
  { "COPPER", 2, "exclude:copper",
    "allergy=yes allergy-ingredient=yes allergy-metal=yes", "allergy=yes allergy-ingredient=yes" },
  { "ZINC", 1, "exclude:zinc",
    "allergy=yes allergy-ingredient=yes allergy-metal=yes", "allergy=yes allergy-ingredient=yes" },
  { "POTASSIUM", 1, "exclude:potassium",
    "heart-vessels=yes heart-disease=yes heart-rhythm=yes", "heart-vessels=yes heart-disease=yes" },
  { "POTASSIUM", 2, "exclude:potassium", "heart-vessels=yes low-pressure=yes", "heart-vessels=yes" },
  { "HYALURONIC-ACID", 1, "exclude:hyaluronic-acid",
    "allergy=yes allergy-ingredient=yes allergy-hyaluronic=yes", "allergy=yes allergy-ingredient=yes" },
  { "GLUTATHIONE", 1, "exclude:glutathione",
    "allergy=yes allergy-ingredient=yes allergy-sulfite=yes", "allergy=yes allergy-ingredient=yes" },
  { "GLUTATHIONE", 2, "exclude:glutathione", "organs-nerves=yes kidney-severe=yes", "organs-nerves=yes" },
  { "BOTULINUM-TOXIN", 1, "exclude:botulinum-toxin", "organs-nerves=yes muscle-nerve=yes", "organs-nerves=yes" },
  { "BOTULINUM-TOXIN", 2, "exclude:botulinum-toxin", "last-weeks=yes toxin-recent=yes", "last-weeks=yes" },
  { "PRP", 1, "exclude:prp", "defences=yes weak-defences=yes steroid-recent=yes", "defences=yes weak-defences=yes" },
  { "PRP", 2, "exclude:prp", "blood-thinner=yes antiplatelet=yes", "blood-thinner=yes" },
  { "PRP", 3, "exclude:prp", "blood-thinner=yes thinner-self-chosen=yes", "blood-thinner=yes" },
  { "GROWTH-FACTORS", 1, "exclude:growth-factors", "tumour-history=yes tumour-malignant=yes", "tumour-history=yes" },
};

static const MesoScreeningRule *
get_rule (const MesoProtocol *protocol,
          const char         *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    if (g_str_equal (((const MesoScreeningRule *) rules->pdata[i])->id, id))
      return rules->pdata[i];

  g_error ("there is no rule %s", id);
}

static MesoVerdict *
evaluate (const MesoProtocol *protocol,
          const Row          *row,
          const char         *answers,
          const char         *born)
{
  g_autoptr (MesoQuestionnaireResponse) response = NULL;
  g_autoptr (GError) error = NULL;
  MesoVerdict *verdict;

  response = screening_support_response (row->sex != MESO_SEX_UNKNOWN ? row->sex : MESO_SEX_FEMALE, answers);
  if (born != NULL)
    response->birth_date = screening_support_day (born);
  screening_support_fill_up (protocol, response, today);
  verdict = meso_screening_engine_evaluate (protocol, response, today, &error);
  g_assert_no_error (error);

  return verdict;
}

/* A finding takes its reason from the case that gave it. */
static const MesoFinding *
find (const MesoVerdict  *verdict,
      const MesoRuleCase *rule_case)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      if (finding->reason == rule_case->reason)
        return finding;
    }

  return NULL;
}

static char *
describe (const MesoFinding *finding)
{
  const char *outcome = meso_outcome_to_string (finding->outcome);

  if (finding->ingredient != NULL)
    return g_strdup_printf ("%s:%s", outcome, finding->ingredient);
  if (meso_calendar_date_is_set (finding->until))
    return g_strdup_printf ("%s:%04d-%02d-%02d", outcome, finding->until.year, finding->until.month, finding->until.day);

  return g_strdup (outcome);
}

static void
assert_row (const MesoProtocol *protocol,
            const Row          *row)
{
  const MesoScreeningRule *rule = get_rule (protocol, row->rule);
  const MesoRuleCase *rule_case;
  g_autoptr (MesoVerdict) verdict = NULL;
  g_autoptr (MesoVerdict) silent = NULL;
  g_autofree char *description = NULL;
  const MesoFinding *finding;

  g_test_message ("%s, case %u", row->rule, row->n_case);
  g_assert_cmpuint (row->n_case, <=, rule->cases->len);
  rule_case = rule->cases->pdata[row->n_case - 1];

  verdict = evaluate (protocol, row, row->fires, row->born);
  finding = find (verdict, rule_case);
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->rule, ==, row->rule);
  description = describe (finding);
  g_assert_cmpstr (description, ==, row->finding);
  g_assert_cmpuint (verdict->missing->len, ==, 0);
  if (finding->outcome != MESO_OUTCOME_EXCLUDE)
    g_assert_cmpint (verdict->outcome, >=, finding->outcome);

  silent = evaluate (protocol, row, row->silent, row->born_silent);
  g_assert_null (find (silent, rule_case));
}

static void
test_rows (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_row (protocol, &rows[i]);
}

static gboolean
has_row (const MesoScreeningRule *rule,
         guint                    n_case)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].rule, rule->id) && rows[i].n_case == n_case)
      return TRUE;

  return FALSE;
}

/* A case that nobody has written a row for is a rule that nobody has tried. */
static void
test_nothing_is_left_out (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = rules->pdata[i];

      for (guint n_case = 1; n_case <= rule->cases->len; n_case++)
        if (!has_row (rule, n_case))
          g_error ("%s, case %u, has no row here", rule->id, n_case);
    }
}

/* The codes under which the research lists the conditions of a patient, but for two that stop nobody: gallstones and tobacco. */
static void
test_codes (void)
{
  static const char *const codes[] = {
    "PREG", "LACT", "MENS", "ENDO", "TUM-A", "TUM-H", "CHEMO", "ALLG", "ANTIC", "APLT", "OTC", "BLEED", "INF-S", "HERP", "INFLAM",
    "SCAR", "AA", "AUTO", "KEL", "IMM", "DM", "CARD", "BP", "KID-LIV", "SEIZ", "STROKE", "MINOR", "ISO", "VAC", "ABX", "BBV", "VASO",
    "PSY", "TX", "STAGE", "ALC",
  };
  g_autoptr (MesoProtocol) protocol = screening_support_built ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    get_rule (protocol, codes[i]);
}

/* No rule tells anybody to stop what a physician prescribed: those who take a blood thinner go on taking it. */
static void
test_blood_thinners_are_continued (void)
{
  static const char *const rules[] = { "ANTIC", "APLT" };
  g_autoptr (MesoProtocol) protocol = screening_support_built ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const MesoScreeningRule *rule = get_rule (protocol, rules[i]);

      for (guint j = 0; j < rule->cases->len; j++)
        {
          const MesoRuleCase *rule_case = rule->cases->pdata[j];
          const char *advice = meso_local_text_get (rule_case->advice, "en");

          g_assert_cmpint (rule_case->outcome, !=, MESO_OUTCOME_DEFER);
          g_assert_true (g_strstr_len (advice, -1, "continued") != NULL || g_strstr_len (advice, -1, "goes on taking it") != NULL);
        }
    }
}

/* Somebody healthy, and how many pages that takes: one a question, but both numbers of the blood pressure on one. */
static void
test_few_questions (void)
{
  static const struct { MesoSex sex; MesoForm form; guint most; } forms[] = {
    { MESO_SEX_FEMALE, MESO_FORM_FULL, 30 }, { MESO_SEX_MALE, MESO_FORM_FULL, 25 },
    { MESO_SEX_FEMALE, MESO_FORM_SHORT, 9 }, { MESO_SEX_MALE, MESO_FORM_SHORT, 7 },
  };
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (forms[i].sex, "");
      const char *unit = NULL;
      guint asked = 0;

      response->form = forms[i].form;
      screening_support_fill_up (protocol, response, today);
      for (guint j = 0; j < questions->len; j++)
        {
          const MesoQuestion *question = questions->pdata[j];

          if (!meso_screening_engine_asks (protocol, response, question))
            continue;
          asked += question->unit != NULL && g_strcmp0 (question->unit, unit) == 0 ? 0 : 1;
          unit = question->unit;
        }
      g_test_message ("%s, %s form: %u pages", meso_sex_to_string (forms[i].sex),
                      forms[i].form == MESO_FORM_FULL ? "full" : "short", asked);
      g_assert_cmpuint (asked, <=, forms[i].most);
    }
}

/* The short form of a session's day asks for what the last days may have brought. */
static void
test_day_of_session (void)
{
  static const struct { const char *answers; const char *rule; } days[] = {
    { "last-weeks=yes illness-recent=yes", "ABX" },
    { "last-weeks=yes vaccine-recent=yes", "VAC" },
    { "last-weeks=yes alcohol-recent=yes", "ALC" },
    { "last-weeks=yes skin-procedure-recent=yes", "TX" },
  };
  g_autoptr (MesoProtocol) protocol = screening_support_built ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_MALE, days[i].answers);
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoVerdict) verdict = NULL;

      response->form = MESO_FORM_SHORT;
      screening_support_fill_up (protocol, response, today);
      verdict = meso_screening_engine_evaluate (protocol, response, today, &error);
      g_assert_no_error (error);
      g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_DEFER);
      g_assert_cmpuint (verdict->findings->len, ==, 1);
      g_assert_cmpstr (((const MesoFinding *) verdict->findings->pdata[0])->rule, ==, days[i].rule);
    }
}

/* A full screening of the day stands for its short form only when it asked all of it. */
static void
test_full_form_holds_the_short_one (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    g_assert_cmpint (((const MesoQuestion *) questions->pdata[i])->forms & MESO_FORM_FULL, !=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screening-rules/rows", test_rows);
  g_test_add_func ("/screening-rules/nothing-is-left-out", test_nothing_is_left_out);
  g_test_add_func ("/screening-rules/codes", test_codes);
  g_test_add_func ("/screening-rules/blood-thinners-are-continued", test_blood_thinners_are_continued);
  g_test_add_func ("/screening-rules/few-questions", test_few_questions);
  g_test_add_func ("/screening-rules/day-of-session", test_day_of_session);
  g_test_add_func ("/screening-rules/full-form-holds-the-short-one", test_full_form_holds_the_short_one);

  return g_test_run ();
}
