/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

/* Each is compared with each: more than anyone can oversee, few enough to compare. */
#define MAX_CHOICES 100
#define MAX_KNOWN 20
#define MAX_UNIT 12
#define MIN_KNOWN_WORD 2

static GPtrArray *
read_choices (MesoProtocolReader   *reader,
              const MesoXmlElement *element)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_choice_free);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "choice", MAX_CHOICES);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < children->len; i++)
    {
      static const char *const reserved[] = { "yes", "no", "unknown", NULL };
      const MesoXmlElement *child = g_ptr_array_index (children, i);
      MesoChoice *choice = g_new0 (MesoChoice, 1);

      meso_protocol_reader_shape (reader, child, "id", "text");
      choice->id = meso_protocol_reader_id (reader, child, "id");
      choice->text = meso_protocol_reader_text (reader, child, "text", TRUE);
      g_ptr_array_add (choices, choice);
      meso_protocol_reader_remember (reader, choice, child);
      meso_protocol_reader_register (reader, seen, choice->id, choice);

      if (g_strv_contains (reserved, choice->id))
        meso_protocol_reader_fault (reader, child, "“%s” can't be the id of a choice: it is an answer to every question",
                                    choice->id);
    }

  return choices;
}

static MesoForm
read_forms (MesoProtocolReader   *reader,
            const MesoXmlElement *element)
{
  g_autoptr (GPtrArray) words = meso_protocol_reader_ids (reader, element, "forms");
  MesoForm forms = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (g_str_equal (word, "full"))
        forms |= MESO_FORM_FULL;
      else if (g_str_equal (word, "short"))
        forms |= MESO_FORM_SHORT;
      else
        meso_protocol_reader_fault (reader, element, "“%s” isn't a form: it is one of full, short", word);
    }

  if (words->len == 0)
    meso_protocol_reader_fault (reader, element, "<question> needs the attribute “forms”: full, short, or both");

  return forms;
}

/* Bounds catch a slip of the pen, such as a blood pressure of 1800, before a rule sees it. */
static void
read_bounds (MesoProtocolReader   *reader,
             const MesoXmlElement *element,
             MesoQuestion         *question)
{
  if (question->type == MESO_QUESTION_NUMBER)
    {
      question->min_milli = meso_protocol_reader_milli (reader, element, "min");
      question->max_milli = meso_protocol_reader_milli (reader, element, "max");
      if (question->min_milli >= question->max_milli && meso_protocol_reader_has (element, "max"))
        meso_protocol_reader_fault (reader, element, "“min” isn't below “max”");
    }
  else if (meso_protocol_reader_has (element, "min") || meso_protocol_reader_has (element, "max"))
    meso_protocol_reader_fault (reader, element, "only a question of type number has “min” and “max”");
}

/* The unit stands beside what is typed: one short word. */
static char *
read_unit (MesoProtocolReader   *reader,
           const MesoXmlElement *element,
           MesoQuestionType      type)
{
  char *unit = meso_protocol_reader_optional (reader, element, "unit");

  if (unit && type != MESO_QUESTION_NUMBER)
    meso_protocol_reader_fault (reader, element, "only a question of type number has a “unit”");
  else if (unit && (g_utf8_strlen (unit, -1) > MAX_UNIT || strpbrk (unit, " \t\r\n")))
    meso_protocol_reader_fault (reader, element, "“%s” can't be a “unit”: write one word of at most %d characters", unit,
                                MAX_UNIT);

  return unit;
}

static char *
read_below (MesoProtocolReader   *reader,
            const MesoXmlElement *element,
            MesoQuestionType      type)
{
  char *below = meso_protocol_reader_optional (reader, element, "below");

  if (!below || type == MESO_QUESTION_NUMBER)
    return below;

  meso_protocol_reader_fault (reader, element, "only a question of type number is “below” another");
  g_free (below);
  return NULL;
}

static gboolean
read_known_weight (MesoProtocolReader   *reader,
                   const MesoXmlElement *element,
                   const MesoQuestion   *question)
{
  static const MesoProtocolWord facts[] = { { "weight", TRUE }, { NULL } };
  gboolean weight = meso_protocol_reader_word_or (reader, element, "known", facts, FALSE);

  if (weight && question->type != MESO_QUESTION_NUMBER)
    meso_protocol_reader_fault (reader, element, "only a question of type number has the weight for its answer");
  else if (weight && g_strcmp0 (question->unit, "kg") != 0)
    meso_protocol_reader_fault (reader, element, "the weight on record is in kilograms: its “unit” is kg");

  return weight;
}

static guint
count_letters (const char *word)
{
  guint n_letters = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;

  return n_letters;
}

/* A word that is shorter, or none at all, would be found in everybody's record. The content has more than a thousand of them,
 * and every start of the program reads it: they aren't folded here as a search folds them. */
static void
check_known_words (MesoProtocolReader   *reader,
                   const MesoXmlElement *element,
                   const char           *text)
{
  g_autoptr (GPtrArray) words = meso_known_split (text);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (count_letters (word) < MIN_KNOWN_WORD)
        meso_protocol_reader_fault (reader, element, "“%s” is too short to look for in a record: words of <known> have at "
                                    "least %d letters, and a semicolon between them", word, MIN_KNOWN_WORD);
      if (!g_hash_table_add (seen, g_utf8_casefold (word, -1)) && *word != '\0')
        meso_protocol_reader_fault (reader, element, "“%s” stands twice in one <known>", word);
    }
}

static MesoKnown *
read_known (MesoProtocolReader   *reader,
            const MesoXmlElement *element)
{
  static const MesoProtocolWord kinds[] = {
    { "medicine", MESO_HEALTH_MEDICINE }, { "condition", MESO_HEALTH_CONDITION }, { "allergy", MESO_HEALTH_ALLERGY }, { NULL }
  };
  static const MesoProtocolWord origins[] = {
    { "prescribed", MESO_MEDICINE_PRESCRIBED }, { "self-chosen", MESO_MEDICINE_SELF_CHOSEN }, { NULL }
  };
  MesoKnown *known = g_new0 (MesoKnown, 1);
  g_autoptr (GPtrArray) texts = NULL;

  meso_protocol_reader_shape (reader, element, "in origin ended", "text");
  known->kind = meso_protocol_reader_word (reader, element, "in", kinds);
  known->origin = meso_protocol_reader_word_or (reader, element, "origin", origins, MESO_MEDICINE_ORIGIN_UNKNOWN);
  known->ended = meso_protocol_reader_boolean (reader, element, "ended", FALSE);
  known->words = meso_protocol_reader_text (reader, element, "text", TRUE);

  if (known->kind != MESO_HEALTH_MEDICINE && meso_protocol_reader_has (element, "origin"))
    meso_protocol_reader_fault (reader, element, "only a medicine has an “origin”: who chose it");

  texts = meso_local_text_list (known->words);
  for (guint i = 0; i < texts->len; i++)
    check_known_words (reader, element, g_ptr_array_index (texts, i));

  return known;
}

static GPtrArray *
read_known_list (MesoProtocolReader   *reader,
                 const MesoXmlElement *element)
{
  GPtrArray *known = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_known_free);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "known", MAX_KNOWN);

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (known, read_known (reader, g_ptr_array_index (children, i)));

  return known;
}

static void
check_question (MesoProtocolReader   *reader,
                const MesoXmlElement *element,
                const MesoQuestion   *question)
{
  static const char *const reserved[] = { "age", "sex", "birth-date", NULL };

  if (g_strv_contains (reserved, question->id))
    meso_protocol_reader_fault (reader, element, "“%s” can't be the id of a question: it is known of the patient",
                                question->id);
  if (question->type == MESO_QUESTION_CHOICE && question->choices->len < 2)
    meso_protocol_reader_fault (reader, element, "a question of type choice needs two choices or more");
  if (question->type != MESO_QUESTION_CHOICE && question->choices->len > 0)
    meso_protocol_reader_fault (reader, element, "only a question of type choice has choices");
  if (question->indication && question->type != MESO_QUESTION_ANSWER)
    meso_protocol_reader_fault (reader, element, "an indication is a question of type answer");
  if (question->known->len > 0 && question->type != MESO_QUESTION_ANSWER)
    meso_protocol_reader_fault (reader, element, "<known> proposes a yes, so that only a question of type answer has it");
}

/**
 * meso_protocol_read_question:
 * @reader: a reader
 * @element: a `<question>`
 *
 * Reads one question of the screening.
 */
void
meso_protocol_read_question (MesoProtocolReader   *reader,
                             const MesoXmlElement *element)
{
  static const MesoProtocolWord types[] = {
    { "answer", MESO_QUESTION_ANSWER }, { "date", MESO_QUESTION_DATE },
    { "number", MESO_QUESTION_NUMBER }, { "choice", MESO_QUESTION_CHOICE }, { NULL }
  };
  static const MesoProtocolWord sexes[] = { { "male", MESO_SEX_MALE }, { "female", MESO_SEX_FEMALE }, { NULL } };
  MesoQuestion *question = g_new0 (MesoQuestion, 1);

  meso_protocol_reader_shape (reader, element,
                              "id type forms required indication unless-sex parent min max unit below known"
                              MESO_PROTOCOL_PROVENANCE, "text help find-out choice known");
  g_ptr_array_add (reader->protocol->questions, question);
  meso_protocol_reader_remember (reader, question, element);

  question->id = meso_protocol_reader_id (reader, element, "id");
  question->type = meso_protocol_reader_word (reader, element, "type", types);
  question->forms = read_forms (reader, element);
  question->required = meso_protocol_reader_boolean (reader, element, "required", TRUE);
  question->indication = meso_protocol_reader_boolean (reader, element, "indication", FALSE);
  question->hidden_for = meso_protocol_reader_word_or (reader, element, "unless-sex", sexes, MESO_SEX_UNKNOWN);
  question->parent = meso_protocol_reader_optional (reader, element, "parent");
  question->choices = read_choices (reader, element);
  read_bounds (reader, element, question);
  question->unit = read_unit (reader, element, question->type);
  question->below = read_below (reader, element, question->type);
  question->known_weight = read_known_weight (reader, element, question);
  question->known = read_known_list (reader, element);
  question->text = meso_protocol_reader_text (reader, element, "text", TRUE);
  question->help = meso_protocol_reader_text (reader, element, "help", FALSE);
  question->find_out = meso_protocol_reader_text (reader, element, "find-out",
                                                  question->type == MESO_QUESTION_ANSWER && !question->indication);
  meso_protocol_reader_provenance (reader, element, &question->provenance);

  check_question (reader, element, question);
  meso_protocol_reader_register (reader, reader->protocol->questions_by_id, question->id, question);
}
