/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Written from the rules as people read them, and unlike the engine on purpose: sets that grow until nothing
 * changes instead of walks up the parents, day numbers of GDate instead of our dates, facts as texts, one
 * bucket of sentences for each outcome instead of a sort. */

#include "verdict-oracle.h"

#include "screening-support.h"

typedef struct
{
  GHashTable *visible;   /* ids of the questions on the form */
  GHashTable *facts;     /* id → "yes", "no", "unknown", "=choice", or a number; of visible questions only */
  guint32 today;
} World;

static guint32
day_number (MesoCalendarDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, (GDateMonth) date.month, date.year);
  g_assert_true (g_date_valid (&gdate));

  return g_date_get_julian (&gdate);
}

static char *
day_text (guint32 number)
{
  GDate gdate;
  char text[32];

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, number);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &gdate);

  return g_strdup (text);
}

static const char *
said (const MesoQuestionnaireResponse *response,
      const char                      *id)
{
  static const char *const words[] = { "no", "yes", "unknown", "date", "number", "choice" };
  const MesoAnswer *answer = g_hash_table_lookup (response->answers, id);

  return answer != NULL ? words[answer->kind] : "nothing";
}

static gboolean
admits (const char *word)
{
  return g_str_equal (word, "yes") || g_str_equal (word, "unknown");
}

/* A woman isn't asked what is for men, nor a man what is for women. */
static gboolean
is_for_others (const MesoQuestion              *question,
               const MesoQuestionnaireResponse *response)
{
  const char *sex = meso_sex_to_string (response->sex);
  const char *not_for = meso_sex_to_string (question->hidden_for);

  return (g_str_equal (sex, "male") && g_str_equal (not_for, "male"))
         || (g_str_equal (sex, "female") && g_str_equal (not_for, "female"));
}

/* The form grows: first the questions without parents, then what they open, until nothing opens any more. */
static GHashTable *
grow_form (const MesoProtocol              *protocol,
           const MesoQuestionnaireResponse *response)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  GHashTable *visible = g_hash_table_new (g_str_hash, g_str_equal);
  guint before;

  do
    {
      before = g_hash_table_size (visible);
      for (guint i = 0; i < questions->len; i++)
        {
          const MesoQuestion *q = questions->pdata[i];
          gboolean on_form = (q->forms & response->form) == response->form;
          gboolean for_sex = !is_for_others (q, response);
          gboolean opened = q->parent == NULL
                            || (g_hash_table_contains (visible, q->parent) && admits (said (response, q->parent)));

          if (on_form && for_sex && opened)
            g_hash_table_add (visible, q->id);
        }
    }
  while (g_hash_table_size (visible) != before);

  return visible;
}

static GHashTable *
gather_facts (const MesoQuestionnaireResponse *response,
              GHashTable                      *visible,
              guint32                          today)
{
  GHashTable *facts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, response->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const MesoAnswer *answer = value;
      char *fact;

      if (!g_hash_table_contains (visible, id))
        continue;

      if (answer->kind == MESO_ANSWER_DATE)
        fact = g_strdup_printf ("%u", today - day_number (answer->date));
      else if (answer->kind == MESO_ANSWER_NUMBER)
        fact = g_strdup_printf ("%" G_GINT64_FORMAT, answer->milli);
      else if (answer->kind == MESO_ANSWER_CHOICE)
        fact = g_strconcat ("=", answer->choice, NULL);
      else
        fact = g_strdup (said (response, id));

      g_hash_table_insert (facts, id, fact);
    }

  /* Age: 20261122 − 19900501 = 36 06 21, that is 36 years and something. */
  if (response->birth_date.year != 0)
    {
      GDate gdate;
      int on, born = response->birth_date.year * 10000 + response->birth_date.month * 100 + response->birth_date.day;

      g_date_clear (&gdate, 1);
      g_date_set_julian (&gdate, today);
      on = g_date_get_year (&gdate) * 10000 + (int) g_date_get_month (&gdate) * 100 + g_date_get_day (&gdate);
      g_hash_table_insert (facts, (gpointer) "age", g_strdup_printf ("%d", (on - born) / 10000));
    }

  return facts;
}

static gboolean
is_true (const World         *world,
         const MesoCondition *condition)
{
  const char *fact = g_hash_table_lookup (world->facts, condition->question);
  gint64 number;

  if (fact == NULL)
    return FALSE;

  if (condition->kind == MESO_CONDITION_IS)
    {
      if (condition->answer->kind == MESO_ANSWER_CHOICE)
        return fact[0] == '=' && g_str_equal (fact + 1, condition->answer->choice);

      g_assert_cmpint (condition->answer->kind, ==, MESO_ANSWER_YES);
      return g_str_equal (fact, "yes");
    }

  if (!g_ascii_string_to_signed (fact, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return FALSE;

  return (condition->kind == MESO_CONDITION_AT_LEAST) == (number >= condition->bound);
}

static gboolean
all_true (const World        *world,
          const MesoRuleCase *rule_case)
{
  guint n_true = 0;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    n_true += is_true (world, rule_case->conditions->pdata[i]);

  return n_true == rule_case->conditions->len;
}

/* The sentences of the outcomes, strictest first; an index into the buckets. */
enum { BLOCK, DEFER, CLEARANCE, CAUTION, EXCLUDE, N_BUCKETS };

static int
bucket_of (MesoOutcome outcome)
{
  static const char *const names[N_BUCKETS] = { "block", "defer", "clearance", "caution", "exclude" };

  for (int i = 0; i < N_BUCKETS; i++)
    if (g_str_equal (names[i], meso_outcome_to_string (outcome)))
      return i;

  g_assert_not_reached ();
}

typedef struct
{
  GString *findings[N_BUCKETS];
  GTree *excluded;
  guint32 latest;        /* day number of the latest defer */
  gboolean open_ended;   /* a defer without a date */
} Sheet;

static void
write_finding (const World             *world,
               Sheet                   *sheet,
               const MesoScreeningRule *rule,
               const MesoRuleCase      *rule_case)
{
  int bucket = bucket_of (rule_case->outcome);
  const char *days_ago = rule_case->event != NULL ? g_hash_table_lookup (world->facts, rule_case->event) : NULL;

  g_string_append_printf (sheet->findings[bucket], " %s:%s", rule->id, meso_outcome_to_string (rule_case->outcome));

  if (bucket == EXCLUDE)
    {
      g_string_append_printf (sheet->findings[bucket], ":%s", rule_case->ingredient);
      g_tree_insert (sheet->excluded, rule_case->ingredient, rule_case->ingredient);
    }
  else if (bucket == DEFER && days_ago != NULL && g_ascii_isdigit (*days_ago))
    {
      int left = rule_case->days - (int) g_ascii_strtoll (days_ago, NULL, 10);
      guint32 until = world->today + (guint32) (left > 1 ? left : 1);
      g_autofree char *text = day_text (until);

      g_string_append_printf (sheet->findings[bucket], ":%s", text);
      sheet->latest = MAX (sheet->latest, until);
    }
  else if (bucket == DEFER)
    {
      sheet->open_ended = TRUE;
    }
}

static void
apply_rules (const World        *world,
             const MesoProtocol *protocol,
             Sheet              *sheet)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = rules->pdata[i];
      gboolean done = FALSE;

      for (guint j = 0; j < rule->cases->len && !done; j++)
        if (all_true (world, rule->cases->pdata[j]))
          {
            write_finding (world, sheet, rule, rule->cases->pdata[j]);
            done = rule->first_case_only;
          }
    }
}

static void
list_gaps (const World                     *world,
           const MesoProtocol              *protocol,
           const MesoQuestionnaireResponse *response,
           GString                         *missing,
           GString                         *cleared,
           GString                         *indications)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *q = questions->pdata[i];
      const char *word = said (response, q->id);

      if (is_for_others (q, response) && admits (word) && missing->len == 0)
        g_string_append (missing, " sex:contradiction");
    }

  if (response->birth_date.year == 0)
    g_string_append (missing, " birth-date:not-asked");

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *q = questions->pdata[i];
      const char *word = said (response, q->id);
      gboolean silent = g_str_equal (word, "nothing");
      gboolean visible = g_hash_table_contains (world->visible, q->id);

      if (visible && silent && q->required)
        g_string_append_printf (missing, " %s:not-asked", q->id);
      if (visible && g_str_equal (word, "unknown") && !screening_support_is_remark (protocol, q))
        g_string_append_printf (missing, " %s:unknown", q->id);
      if (!visible && !silent)
        g_string_append_printf (cleared, " %s", q->id);
      if (visible && q->indication && g_str_equal (word, "yes"))
        g_string_append_printf (indications, " %s", q->id);
    }
}

static gboolean
append_id (gpointer id,
           gpointer value,
           gpointer text)
{
  g_string_append_printf (text, " %s", (const char *) id);

  return FALSE;
}

static void
append_part (GString    *whole,
             const char *title,
             GString    *part)
{
  if (part->len > 0)
    g_string_append_printf (whole, "; %s%s", title, part->str + (*title == '\0' ? 1 : 0));
  g_string_free (part, TRUE);
}

static GString *
conclude (const Sheet   *sheet,
          const GString *missing)
{
  GString *whole = g_string_new (NULL);

  if (sheet->findings[BLOCK]->len > 0)
    g_string_append (whole, "block");
  else if (missing->len > 0)
    g_string_append (whole, "incomplete");
  else if (sheet->findings[DEFER]->len > 0)
    {
      g_autofree char *until = sheet->open_ended ? NULL : day_text (sheet->latest);

      g_string_append (whole, "defer");
      if (until != NULL)
        g_string_append_printf (whole, " until %s", until);
    }
  else if (sheet->findings[CLEARANCE]->len > 0)
    g_string_append (whole, "clearance");
  else if (sheet->findings[CAUTION]->len > 0)
    g_string_append (whole, "caution");
  else
    g_string_append (whole, "suitable");

  return whole;
}

char *
verdict_oracle (const MesoProtocol              *protocol,
                const MesoQuestionnaireResponse *response,
                MesoCalendarDate                 today)
{
  g_autoptr (GHashTable) visible = grow_form (protocol, response);
  g_autoptr (GHashTable) facts = gather_facts (response, visible, day_number (today));
  const World world = { visible, facts, day_number (today) };
  Sheet sheet = { .excluded = g_tree_new ((GCompareFunc) g_strcmp0) };
  GString *missing = g_string_new (NULL);
  GString *cleared = g_string_new (NULL);
  GString *indications = g_string_new (NULL);
  GString *findings = g_string_new (NULL);
  GString *excluded = g_string_new (NULL);
  GString *whole;

  for (int i = 0; i < N_BUCKETS; i++)
    sheet.findings[i] = g_string_new (NULL);

  apply_rules (&world, protocol, &sheet);
  list_gaps (&world, protocol, response, missing, cleared, indications);
  whole = conclude (&sheet, missing);

  for (int i = 0; i < N_BUCKETS; i++)
    {
      g_string_append (findings, sheet.findings[i]->str);
      g_string_free (sheet.findings[i], TRUE);
    }
  g_tree_foreach (sheet.excluded, append_id, excluded);
  g_tree_unref (sheet.excluded);

  append_part (whole, "", findings);
  append_part (whole, "excluded", excluded);
  append_part (whole, "missing", missing);
  append_part (whole, "cleared", cleared);
  append_part (whole, "indications", indications);

  return g_string_free (whole, FALSE);
}
