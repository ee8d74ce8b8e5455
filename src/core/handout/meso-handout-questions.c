/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

/* Where a question that stands by itself is asked on paper. */
typedef enum {
  SECTION_WHY,
  SECTION_WOMEN,
  SECTION_HEALTH,
} Section;

static Section
find_section (const MesoQuestion *question)
{
  if (question->indication)
    return SECTION_WHY;
  return question->hidden_for == MESO_SEX_MALE ? SECTION_WOMEN : SECTION_HEALTH;
}

/**
 * meso_handout_add_form:
 * @heading: id of a phrase
 *
 * Returns: (transfer none): a part to be filled in, at the end of the sheet
 */
MesoHandoutBlock *
meso_handout_add_form (MesoHandoutSheet       *sheet,
                       const MesoHandoutWords *words,
                       const char             *heading)
{
  return meso_handout_sheet_add_block (sheet, MESO_HANDOUT_BLOCK_FORM, meso_handout_words_phrase (words, heading));
}

static MesoHandoutRow *
add_row (MesoHandoutBlock *form,
         const char       *id,
         const char       *text)
{
  return meso_handout_block_take_row (form, id, g_strdup (""), g_strdup (text));
}

/**
 * meso_handout_add_line:
 * @label: what is written there
 *
 * Adds a line to write on.
 */
void
meso_handout_add_line (MesoHandoutBlock *form,
                       const char       *label)
{
  add_row (form, "", label);
}

static void
add_box (MesoHandoutRow *row,
         const char     *label)
{
  if (row->boxes == NULL)
    row->boxes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (row->boxes, g_strdup (label));
}

static void
add_question (const MesoHandoutWords *words,
              MesoHandoutBlock       *form,
              const MesoQuestion     *question,
              guint                   depth)
{
  MesoHandoutRow *row = add_row (form, question->id, meso_handout_words_text (words, question->text));

  row->depth = depth;
  if (question->unit != NULL)
    g_set_str (&row->lead, question->unit);
  for (guint i = 0; question->type == MESO_QUESTION_CHOICE && i < question->choices->len; i++)
    add_box (row, meso_handout_words_text (words, ((const MesoChoice *) g_ptr_array_index (question->choices, i))->text));
  if (question->type == MESO_QUESTION_ANSWER)
    {
      add_box (row, meso_handout_words_phrase (words, "answer-yes"));
      add_box (row, meso_handout_words_phrase (words, "answer-no"));
    }
  if (question->type == MESO_QUESTION_ANSWER || (question->type == MESO_QUESTION_CHOICE && question->required))
    add_box (row, meso_handout_words_phrase (words, "answer-unknown"));
}

/* What a question opens stands right below it, set in, wherever else it is asked on the screen. */
static void
add_questions_of (const MesoHandoutWords *words,
                  MesoHandoutBlock       *form,
                  const char             *parent,
                  Section                 section,
                  guint                   depth)
{
  const GPtrArray *questions = meso_protocol_get_questions (words->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if ((question->forms & MESO_FORM_FULL) == 0 || g_strcmp0 (question->parent, parent) != 0 ||
          (parent == NULL && find_section (question) != section) ||
          meso_question_is_hidden_for (question, words->context->sex))
        continue;
      add_question (words, form, question, depth);
      add_questions_of (words, form, question->id, section, depth + 1);
    }
}

/* Of a patient on file all of this is known. The weight is one of the questions. */
static void
add_person (MesoHandoutSheet       *sheet,
            const MesoHandoutWords *words)
{
  static const char *const sexes[] = { "record-sex-female", "record-sex-male", "record-sex-other" };
  MesoHandoutBlock *form = meso_handout_add_form (sheet, words, "sheet-person");
  MesoHandoutRow *row;

  meso_handout_add_line (form, meso_handout_words_phrase (words, "record-name"));
  meso_handout_add_line (form, meso_handout_words_phrase (words, "record-birth-date"));
  row = add_row (form, "", meso_handout_words_phrase (words, "record-sex"));
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    add_box (row, meso_handout_words_phrase (words, sexes[i]));
}

/**
 * meso_handout_add_questions:
 *
 * The questions of the full form, to be answered with a pen: those that the recorded sex hides are left out.
 */
void
meso_handout_add_questions (MesoHandoutSheet       *sheet,
                            const MesoHandoutWords *words)
{
  static const char *const headings[] = {
    [SECTION_WHY] = "sheet-indications", [SECTION_WOMEN] = "sheet-women", [SECTION_HEALTH] = "sheet-health",
  };
  MesoHandoutBlock *form;

  if (words->context->patient_name[0] == '\0')
    add_person (sheet, words);
  for (Section section = SECTION_WHY; section <= SECTION_HEALTH; section++)
    {
      form = meso_handout_add_form (sheet, words, headings[section]);
      if (section == SECTION_WOMEN && words->context->sex == MESO_SEX_UNKNOWN)
        g_set_str (&form->note, meso_handout_words_phrase (words, "sheet-women-note"));
      add_questions_of (words, form, NULL, section, 0);
      if (form->rows->len == 0)
        g_ptr_array_remove (sheet->blocks, form);
    }
  form = meso_handout_add_form (sheet, words, "sheet-sign");
  meso_handout_add_line (form, meso_handout_words_phrase (words, "paper-patient"));
  meso_handout_add_line (form, meso_handout_words_phrase (words, "sheet-asked-by"));
  meso_handout_add_line (form, meso_handout_words_phrase (words, "sheet-date"));
}
