/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-proposal.h"
#include "screening-support.h"

#define ASK(id, attributes, known) \
  "<question id='" id "' type='answer' " attributes TEST_PROVENANCE "><text>T</text><find-out>F</find-out>" known "</question>"
#define KNOWN(attributes, english, persian) \
  "<known " attributes "><text>" english "</text><text xml:lang='fa'>" persian "</text></known>"

static const char body[] =
  ASK ("heart", "forms='full'", "")
  ASK ("heart-failure", "forms='full' parent='heart'", KNOWN ("in='condition'", "heart failure", "نارسایی قلب"))
  ASK ("thinner", "forms='full short'", KNOWN ("in='medicine' origin='prescribed'", "warfarin; apixaban", "وارفارین؛ آپیکسابان"))
  ASK ("aspirin", "forms='full'", KNOWN ("in='medicine' origin='self-chosen'", "aspirin; vitamin E", "آسپرین؛ ویتامین ای"))
  ASK ("latex", "forms='full'", KNOWN ("in='allergy'", "latex", "لاتکس") KNOWN ("in='condition'", "spina bifida", "اسپینا بیفیدا"))
  ASK ("anaphylaxis", "forms='full'", KNOWN ("in='allergy'", "anaphyla", "آنافیلاکسی"))
  ASK ("ever", "forms='full'", KNOWN ("in='condition' ended='true'", "hepatitis", "هپاتیت"))
  ASK ("women", "forms='full' unless-sex='male'", "")
  ASK ("polycystic", "forms='full' parent='women'", KNOWN ("in='condition'", "polycystic; PCOS", "پلی‌کیستیک"))
  "<question id='weight' type='number' forms='full' required='false' min='20' max='300' unit='kg' known='weight'" TEST_PROVENANCE ">"
  "<text>T</text></question>";

static MesoHealthItem *
make_item (MesoHealthKind     kind,
           const char        *what,
           MesoMedicineOrigin origin,
           MesoHealthStatus   status)
{
  MesoHealthItem *item = meso_health_item_new (kind, what);

  item->origin = origin;
  item->status = status;

  return item;
}

/* "thinner<Warfarin heart<X …": each proposal with what it comes from, or with the number */
static char *
describe (const GPtrArray *proposals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const MesoAnswerProposal *proposal = proposals->pdata[i];

      g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", proposal->question);
      if (proposal->answer->kind == MESO_ANSWER_NUMBER)
        g_string_append_printf (text, "=%" G_GINT64_FORMAT, proposal->answer->milli);
      else
        g_assert_cmpint (proposal->answer->kind, ==, MESO_ANSWER_YES);
      for (guint j = 0; j < proposal->items->len; j++)
        g_string_append_printf (text, "<%s", ((const MesoHealthItem *) proposal->items->pdata[j])->what);
    }

  return g_string_free_and_steal (text);
}

static void
assert_proposed (const GPtrArray *health,
                 gint64           weight_g,
                 MesoSex          sex,
                 MesoForm         form,
                 const char      *expected)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (body);
  g_autoptr (GPtrArray) proposals = meso_answer_proposal_list (protocol, health, weight_g, sex, form);
  g_autofree char *text = describe (proposals);

  g_assert_cmpstr (text, ==, expected);
}

/* @item (transfer full) */
static void
assert_item (MesoHealthItem *item,
             const char     *expected)
{
  g_autoptr (GPtrArray) health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);

  g_ptr_array_add (health, item);
  assert_proposed (health, 0, MESO_SEX_FEMALE, MESO_FORM_FULL, expected);
}

static void
assert_condition (const char *what,
                  const char *expected)
{
  assert_item (make_item (MESO_HEALTH_CONDITION, what, MESO_MEDICINE_ORIGIN_UNKNOWN, MESO_HEALTH_ACTIVE), expected);
}

static void
assert_medicine (const char         *what,
                 MesoMedicineOrigin  origin,
                 const char         *expected)
{
  assert_item (make_item (MESO_HEALTH_MEDICINE, what, origin, MESO_HEALTH_ACTIVE), expected);
}

static void
test_words (void)
{
  /* However it is written: folded, as the beginning of a word, among others, in either script, joined or not. */
  assert_medicine ("WARFARIN 5 mg", MESO_MEDICINE_PRESCRIBED, "thinner<WARFARIN 5 mg");
  assert_medicine ("Tab. warfarin-sodium", MESO_MEDICINE_PRESCRIBED, "thinner<Tab. warfarin-sodium");
  assert_medicine ("قرص وارفارين", MESO_MEDICINE_PRESCRIBED, "thinner<قرص وارفارين");
  assert_medicine ("Vitamin-E 400 IU", MESO_MEDICINE_SELF_CHOSEN, "aspirin<Vitamin-E 400 IU");
  assert_condition ("پلی کیستیک", "women<پلی کیستیک polycystic<پلی کیستیک");
  assert_condition ("پلیکیستیک", "women<پلیکیستیک polycystic<پلیکیستیک");

  /* Not what only holds a part of it. */
  assert_medicine ("vitamin C", MESO_MEDICINE_SELF_CHOSEN, "");
  assert_medicine ("dewarfarin", MESO_MEDICINE_PRESCRIBED, "");
  assert_condition ("heartburn", "");
  assert_condition ("failure", "");
}

static void
test_lists (void)
{
  MesoHealthItem *penicillin = make_item (MESO_HEALTH_ALLERGY, "penicillin", 0, MESO_HEALTH_ACTIVE);

  /* Each word is looked for in its own list only, but a question may look into several. */
  assert_condition ("warfarin", "");
  assert_medicine ("latex", MESO_MEDICINE_ORIGIN_UNKNOWN, "");
  assert_item (make_item (MESO_HEALTH_ALLERGY, "Latex gloves", 0, MESO_HEALTH_ACTIVE), "latex<Latex gloves");
  assert_condition ("Spina bifida", "latex<Spina bifida");

  /* What an allergy did counts. */
  g_set_str (&penicillin->detail, "Anaphylaxis in 2010");
  assert_item (penicillin, "anaphylaxis<penicillin");
}

static void
test_origin (void)
{
  assert_medicine ("warfarin", MESO_MEDICINE_SELF_CHOSEN, "");
  assert_medicine ("aspirin", MESO_MEDICINE_PRESCRIBED, "");
  assert_medicine ("warfarin", MESO_MEDICINE_ORIGIN_UNKNOWN, "thinner<warfarin");
  assert_medicine ("aspirin", MESO_MEDICINE_ORIGIN_UNKNOWN, "aspirin<aspirin");
}

static void
test_status (void)
{
  static const struct { const char *what; MesoHealthStatus status; const char *expected; } cases[] = {
    { "heart failure", MESO_HEALTH_ENDED, "" },
    { "heart failure", MESO_HEALTH_REPLACED, "" },
    { "heart failure", MESO_HEALTH_ENTERED_IN_ERROR, "" },
    /* Once is enough for what is asked of the whole life. */
    { "hepatitis B", MESO_HEALTH_ACTIVE, "ever<hepatitis B" },
    { "hepatitis B", MESO_HEALTH_ENDED, "ever<hepatitis B" },
    { "hepatitis B", MESO_HEALTH_REPLACED, "" },
    { "hepatitis B", MESO_HEALTH_ENTERED_IN_ERROR, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_item (make_item (MESO_HEALTH_CONDITION, cases[i].what, 0, cases[i].status), cases[i].expected);
}

/* A proposed yes to a child proposes yes to its parents, each item once. */
static void
test_parents (void)
{
  g_autoptr (GPtrArray) health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);

  g_ptr_array_add (health, make_item (MESO_HEALTH_CONDITION, "Heart failure, نارسایی قلب", 0, MESO_HEALTH_ACTIVE));
  g_ptr_array_add (health, make_item (MESO_HEALTH_MEDICINE, "apixaban", MESO_MEDICINE_PRESCRIBED, MESO_HEALTH_ACTIVE));
  g_ptr_array_add (health, make_item (MESO_HEALTH_MEDICINE, "warfarin", MESO_MEDICINE_PRESCRIBED, MESO_HEALTH_ACTIVE));
  assert_proposed (health, 61000, MESO_SEX_FEMALE, MESO_FORM_FULL,
                   "heart<Heart failure, نارسایی قلب heart-failure<Heart failure, نارسایی قلب thinner<warfarin<apixaban "
                   "weight=61000");

  /* The short form asks less. */
  assert_proposed (health, 61000, MESO_SEX_FEMALE, MESO_FORM_SHORT, "thinner<warfarin<apixaban");
}

/* What the recorded sex hides isn't proposed: it would contradict the record. */
static void
test_sex (void)
{
  g_autoptr (GPtrArray) health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);

  g_ptr_array_add (health, make_item (MESO_HEALTH_CONDITION, "PCOS", 0, MESO_HEALTH_ACTIVE));
  assert_proposed (health, 0, MESO_SEX_MALE, MESO_FORM_FULL, "");
  assert_proposed (health, 0, MESO_SEX_FEMALE, MESO_FORM_FULL, "women<PCOS polycystic<PCOS");
  assert_proposed (health, 0, MESO_SEX_OTHER, MESO_FORM_FULL, "women<PCOS polycystic<PCOS");
}

static void
test_weight (void)
{
  assert_proposed (NULL, 0, MESO_SEX_MALE, MESO_FORM_FULL, "");
  assert_proposed (NULL, 20000, MESO_SEX_MALE, MESO_FORM_FULL, "weight=20000");
  assert_proposed (NULL, 19999, MESO_SEX_MALE, MESO_FORM_FULL, "");
  assert_proposed (NULL, 300000, MESO_SEX_MALE, MESO_FORM_FULL, "weight=300000");
  assert_proposed (NULL, 300001, MESO_SEX_MALE, MESO_FORM_FULL, "");
}

static void
test_find (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_protocol (body);
  g_autoptr (GPtrArray) proposals = meso_answer_proposal_list (protocol, NULL, 61000, MESO_SEX_MALE, MESO_FORM_FULL);

  g_assert_nonnull (meso_answer_proposal_find (proposals, "weight"));
  g_assert_null (meso_answer_proposal_find (proposals, "heart"));
}

/* Every word that the content names is found in a record that holds it, with every parent; never anything but a yes. */
static void
test_content (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];

      for (guint j = 0; j < question->known->len; j++)
        {
          const MesoKnown *known = question->known->pdata[j];
          g_autoptr (GPtrArray) texts = meso_local_text_list (known->words);

          for (guint k = 0; k < texts->len; k++)
            {
              g_autoptr (GPtrArray) words = meso_known_split (texts->pdata[k]);

              for (guint n = 0; n < words->len; n++)
                {
                  g_autoptr (MesoHealthItem) item = make_item (known->kind, words->pdata[n], known->origin, MESO_HEALTH_ACTIVE);
                  g_autoptr (GPtrArray) health = g_ptr_array_new ();
                  g_autoptr (GPtrArray) proposals = NULL;

                  g_ptr_array_add (health, item);
                  proposals = meso_answer_proposal_list (protocol, health, 0,
                                                         question->hidden_for == MESO_SEX_FEMALE ? MESO_SEX_MALE : MESO_SEX_FEMALE,
                                                         (question->forms & MESO_FORM_FULL) != 0 ? MESO_FORM_FULL : MESO_FORM_SHORT);
                  g_test_message ("%s: %s", question->id, (const char *) words->pdata[n]);
                  g_assert_nonnull (meso_answer_proposal_find (proposals, question->id));
                  for (guint p = 0; p < proposals->len; p++)
                    g_assert_cmpint (((const MesoAnswerProposal *) proposals->pdata[p])->answer->kind, ==, MESO_ANSWER_YES);
                }
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-proposal/words", test_words);
  g_test_add_func ("/answer-proposal/lists", test_lists);
  g_test_add_func ("/answer-proposal/origin", test_origin);
  g_test_add_func ("/answer-proposal/status", test_status);
  g_test_add_func ("/answer-proposal/parents", test_parents);
  g_test_add_func ("/answer-proposal/sex", test_sex);
  g_test_add_func ("/answer-proposal/weight", test_weight);
  g_test_add_func ("/answer-proposal/find", test_find);
  g_test_add_func ("/answer-proposal/content", test_content);

  return g_test_run ();
}
