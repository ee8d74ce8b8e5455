/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "random-screening.h"
#include "screening-support.h"

#define MAX_QUESTIONS 14
/* Of an answer; who is asked was born by then. */
#define MOST_DAYS_AGO 400

typedef struct
{
  MesoQuestionType type;
  gboolean full;
  gboolean on_short;
  int parent;          /* or −1 */
} Sketch;

static gboolean
chance (GRand  *rand,
        double  probability)
{
  return g_rand_double (rand) < probability;
}

static int
pick_parent (GRand        *rand,
             const Sketch *sketches,
             int           n)
{
  int parent;

  if (n == 0 || !chance (rand, 0.5))
    return -1;

  parent = g_rand_int_range (rand, 0, n);

  return sketches[parent].type == MESO_QUESTION_ANSWER ? parent : -1;
}

static const char *const known_words[] = { "heparin", "lupus", "latex", "وارفارین" };
static const char *const known_lists[] = { "allergy", "medicine", "condition" };

static void
write_known (GRand   *rand,
             GString *xml)
{
  int list = g_rand_int_range (rand, 0, G_N_ELEMENTS (known_lists));

  g_string_append_printf (xml, "<known in='%s'", known_lists[list]);
  if (list == MESO_HEALTH_MEDICINE && chance (rand, 0.5))
    g_string_append_printf (xml, " origin='%s'", chance (rand, 0.5) ? "prescribed" : "self-chosen");
  if (chance (rand, 0.3))
    g_string_append (xml, " ended='true'");
  g_string_append_printf (xml, "><text>%s</text></known>", known_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (known_words))]);
}

/* (element-type MesoHealthItem): what might be on record of somebody; of every kind and state */
GPtrArray *
random_screening_health (GRand *rand)
{
  GPtrArray *health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      MesoHealthItem *item = meso_health_item_new ((MesoHealthKind) g_rand_int_range (rand, 0, MESO_HEALTH_N_KINDS),
                                                   known_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (known_words))]);

      item->origin = (MesoMedicineOrigin) g_rand_int_range (rand, MESO_MEDICINE_ORIGIN_UNKNOWN, MESO_MEDICINE_SELF_CHOSEN + 1);
      item->status = (MesoHealthStatus) g_rand_int_range (rand, MESO_HEALTH_ACTIVE, MESO_HEALTH_ENTERED_IN_ERROR + 1);
      g_ptr_array_add (health, item);
    }

  return health;
}

static void
write_question (GRand   *rand,
                GString *xml,
                Sketch  *sketches,
                int      n)
{
  static const MesoQuestionType types[] = { MESO_QUESTION_ANSWER, MESO_QUESTION_ANSWER, MESO_QUESTION_ANSWER, MESO_QUESTION_ANSWER,
                                            MESO_QUESTION_DATE, MESO_QUESTION_DATE, MESO_QUESTION_NUMBER, MESO_QUESTION_CHOICE };
  static const char *const type_names[] = { "answer", "date", "number", "choice" };
  Sketch *sketch = &sketches[n];
  int parent = pick_parent (rand, sketches, n);

  sketch->parent = parent;
  sketch->type = types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))];
  sketch->full = chance (rand, 0.8);
  sketch->on_short = !sketch->full || chance (rand, 0.4);
  if (parent >= 0)
    {
      /* A form that asks the child asks the parent, or nobody would ever see the child there. */
      sketch->full &= sketches[parent].full;
      sketch->on_short &= sketches[parent].on_short;
      if (!sketch->full && !sketch->on_short)
        {
          sketch->full = sketches[parent].full;
          sketch->on_short = sketches[parent].on_short;
        }
    }

  g_string_append_printf (xml, "<question id='q%d' type='%s' forms='%s%s' required='%s'" TEST_PROVENANCE, n, type_names[sketch->type],
                          sketch->full ? "full" : "", sketch->on_short ? sketch->full ? " short" : "short" : "",
                          chance (rand, 0.7) ? "true" : "false");
  if (parent >= 0)
    g_string_append_printf (xml, " parent='q%d'", parent);
  if (chance (rand, 0.2))
    g_string_append_printf (xml, " unless-sex='%s'", chance (rand, 0.7) ? "male" : "female");
  if (sketch->type == MESO_QUESTION_ANSWER && chance (rand, 0.1))
    g_string_append (xml, " indication='true'");
  if (sketch->type == MESO_QUESTION_NUMBER)
    g_string_append (xml, chance (rand, 0.3) ? " min='0' max='100' unit='kg' known='weight'" : " min='0' max='100'");

  g_string_append (xml, "><text>T</text><help>H</help>");
  if (sketch->type == MESO_QUESTION_ANSWER)
    g_string_append (xml, "<find-out>F</find-out>");
  if (sketch->type == MESO_QUESTION_ANSWER && chance (rand, 0.4))
    write_known (rand, xml);
  if (sketch->type == MESO_QUESTION_CHOICE)
    g_string_append (xml, "<choice id='a'><text>A</text></choice><choice id='b'><text>B</text></choice>");
  g_string_append (xml, "</question>");
}

static void
write_condition (GRand        *rand,
                 GString      *xml,
                 const Sketch *sketches,
                 int           n_questions)
{
  int q = g_rand_int_range (rand, 0, n_questions);
  const char *relation = chance (rand, 0.5) ? "at-least" : "below";

  if (chance (rand, 0.05))
    {
      g_string_append_printf (xml, "<when fact='age' %s='%d'/>", relation, g_rand_int_range (rand, 1, 80));
      return;
    }

  switch (sketches[q].type)
    {
    case MESO_QUESTION_ANSWER:
      g_string_append_printf (xml, "<when question='q%d' is='yes'/>", q);
      break;

    case MESO_QUESTION_CHOICE:
      g_string_append_printf (xml, "<when question='q%d' is='%s'/>", q, chance (rand, 0.5) ? "a" : "b");
      break;

    case MESO_QUESTION_NUMBER:
      g_string_append_printf (xml, "<when question='q%d' %s='%d'/>", q, relation, g_rand_int_range (rand, 1, 100));
      break;

    case MESO_QUESTION_DATE:
    default:
      g_string_append_printf (xml, "<when question='q%d' days-ago-%s='%d'/>", q, relation, g_rand_int_range (rand, 1, 30));
      break;
    }
}

/* A date where one is found soon: most waits are counted from one. */
static int
pick_event (GRand        *rand,
            const Sketch *sketches,
            int           n_questions)
{
  int event = g_rand_int_range (rand, 0, n_questions);

  for (int i = 0; i < 5 && sketches[event].type != MESO_QUESTION_DATE; i++)
    event = g_rand_int_range (rand, 0, n_questions);

  return event;
}

static const char *
pick_outcome (GRand *rand)
{
  static const char *const outcomes[] = { "block", "defer", "defer", "clearance", "caution", "exclude" };

  return outcomes[g_rand_int_range (rand, 0, G_N_ELEMENTS (outcomes))];
}

/* The cases of a rule are often of one kind, and wait for the same: it is then that one may hide another. */
static void
write_case (GRand        *rand,
            GString      *xml,
            const Sketch *sketches,
            int           n_questions,
            const char   *usual_outcome,
            int           usual_event)
{
  const char *outcome = chance (rand, 0.5) ? usual_outcome : pick_outcome (rand);
  int n_conditions = g_rand_int_range (rand, 1, 4);
  int event = chance (rand, 0.7) ? usual_event : pick_event (rand, sketches, n_questions);
  gboolean counts = g_str_equal (outcome, "defer") && sketches[event].type == MESO_QUESTION_DATE;

  g_string_append_printf (xml, "<case outcome='%s'", outcome);
  if (g_str_equal (outcome, "exclude"))
    g_string_append_printf (xml, " ingredient='i%d'", g_rand_int_range (rand, 0, 3));
  if (counts)
    g_string_append_printf (xml, " event='q%d' days='%d'", event, g_rand_int_range (rand, 1, 40));
  g_string_append (xml, ">");

  for (int i = 0; i < n_conditions; i++)
    write_condition (rand, xml, sketches, n_questions);

  g_string_append (xml, "<reason>R</reason><advice>A</advice></case>");
}

static char *
draw_rule (GRand        *rand,
           int           n,
           const Sketch *sketches,
           int           n_questions)
{
  GString *xml = g_string_new (NULL);
  const char *outcome = pick_outcome (rand);
  int event = pick_event (rand, sketches, n_questions);

  g_string_append_printf (xml, "<rule id='R%d' overridable='%s' suspends='%s' findings='%s'" TEST_PROVENANCE ">", n,
                          chance (rand, 0.5) ? "true" : "false", chance (rand, 0.2) ? "true" : "false",
                          chance (rand, 0.5) ? "all" : "first");
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    write_case (rand, xml, sketches, n_questions, outcome, event);
  g_string_append (xml, "</rule>");

  return g_string_free (xml, FALSE);
}

static void
write_ingredients_and_questions (GRand   *rand,
                                 GString *xml,
                                 Sketch  *sketches,
                                 int      n_questions)
{
  for (int i = 0; i < 3; i++)
    g_string_append_printf (xml, "<ingredient id='i%d' group='other' availability='on' dimension='mass'" TEST_PROVENANCE ">"
                                 "<name>N</name><benefit>B</benefit></ingredient>", i);
  for (int i = 0; i < n_questions; i++)
    write_question (rand, xml, sketches, i);
}

/* Entries are drawn as they come, and those that the validator refuses are drawn again: the properties are then
 * shown for whatever it accepts, and not for what this file takes for sound. */
char *
random_screening_protocol (GRand *rand)
{
  GString *xml = g_string_new (NULL);
  Sketch sketches[MAX_QUESTIONS];
  int n_questions = g_rand_int_range (rand, 3, MAX_QUESTIONS + 1);
  int n_rules = g_rand_int_range (rand, 1, 9);

  do
    {
      g_string_truncate (xml, 0);
      write_ingredients_and_questions (rand, xml, sketches, n_questions);
    }
  while (!screening_support_is_sound (xml->str));

  while (n_rules > 0)
    {
      g_autofree char *rule = draw_rule (rand, n_rules, sketches, n_questions);
      g_autofree char *body = g_strconcat (xml->str, rule, NULL);

      if (!screening_support_is_sound (body))
        continue;

      g_string_append (xml, rule);
      n_rules--;
    }

  return g_string_free (xml, FALSE);
}

/* Around a leap day as well as anywhere in a century. */
MesoCalendarDate
random_screening_day (GRand *rand)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 28, G_DATE_FEBRUARY, chance (rand, 0.2) ? 2028 : g_rand_int_range (rand, 2000, 2100));
  g_date_add_days (&date, chance (rand, 0.3) ? g_rand_int_range (rand, 0, 3) : g_rand_int_range (rand, 0, 365));

  return (MesoCalendarDate) { (gint16) g_date_get_year (&date), (guint8) g_date_get_month (&date), g_date_get_day (&date) };
}

static MesoCalendarDate
earlier_day (MesoCalendarDate day,
             int              days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day.day, (GDateMonth) day.month, day.year);
  g_date_subtract_days (&date, (guint) days);

  return (MesoCalendarDate) { (gint16) g_date_get_year (&date), (guint8) g_date_get_month (&date), g_date_get_day (&date) };
}

static MesoAnswer *
random_answer (GRand              *rand,
               const MesoQuestion *question,
               MesoCalendarDate    today,
               double              no)
{
  if (question->type == MESO_QUESTION_ANSWER && chance (rand, no))
    return meso_answer_new (MESO_ANSWER_NO);

  if (chance (rand, (1 - no) / 3))
    return meso_answer_new (MESO_ANSWER_UNKNOWN);

  switch (question->type)
    {
    case MESO_QUESTION_DATE:
      return meso_answer_new_date (earlier_day (today, g_rand_int_range (rand, 0, chance (rand, 0.8) ? 40 : MOST_DAYS_AGO)));

    case MESO_QUESTION_NUMBER:
      return meso_answer_new_number (question->min_milli
                                     + (gint64) (g_rand_double (rand) * (double) (question->max_milli - question->min_milli)));

    case MESO_QUESTION_CHOICE:
      {
        const MesoChoice *choice = question->choices->pdata[g_rand_int_range (rand, 0, (int) question->choices->len)];

        return meso_answer_new_choice (choice->id);
      }

    case MESO_QUESTION_ANSWER:
    default:
      return meso_answer_new (MESO_ANSWER_YES);
    }
}

/* Two numbers in each other's place are refused, whatever else is said. */
static void
leave_out_swapped (MesoQuestionnaireResponse *response,
                   const GPtrArray           *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      const MesoAnswer *lower = meso_questionnaire_response_lookup (response, question->id);
      const MesoAnswer *upper = question->below != NULL ? meso_questionnaire_response_lookup (response, question->below) : NULL;

      if (lower != NULL && upper != NULL && lower->kind == MESO_ANSWER_NUMBER && upper->kind == MESO_ANSWER_NUMBER &&
          lower->milli >= upper->milli)
        meso_questionnaire_response_set (response, question->id, NULL);
    }
}

MesoQuestionnaireResponse *
random_screening_response (GRand              *rand,
                           const MesoProtocol *protocol,
                           MesoCalendarDate    today)
{
  static const double no_shares[] = { 0.3, 0.7, 0.95, 0.99 };
  static const double answered_shares[] = { 0.3, 0.8, 1, 1 };
  double no = no_shares[g_rand_int_range (rand, 0, G_N_ELEMENTS (no_shares))];
  double answered = answered_shares[g_rand_int_range (rand, 0, G_N_ELEMENTS (answered_shares))];
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();

  response->sex = (MesoSex) g_rand_int_range (rand, MESO_SEX_UNKNOWN, MESO_SEX_OTHER + 1);
  response->form = chance (rand, 0.7) ? MESO_FORM_FULL : MESO_FORM_SHORT;
  response->weight_g = chance (rand, 0.5) ? g_rand_int_range (rand, 40000, 120000) : 0;
  if (chance (rand, 0.9))
    response->birth_date = earlier_day (today, g_rand_int_range (rand, MOST_DAYS_AGO, chance (rand, 0.8) ? 30000 : 8000));

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];

      if (chance (rand, answered))
        meso_questionnaire_response_set (response, question->id, random_answer (rand, question, today, no));
    }
  leave_out_swapped (response, questions);

  return response;
}
