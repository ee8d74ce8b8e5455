/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question.h"

#include "meso-text.h"

/**
 * meso_question_type_to_string:
 * @type: what an answer to it is
 *
 * Returns: (transfer none): "answer", "date", "number" or "choice"
 */
const char *
meso_question_type_to_string (MesoQuestionType type)
{
  switch (type)
    {
    case MESO_QUESTION_ANSWER:
      return "answer";
    case MESO_QUESTION_DATE:
      return "date";
    case MESO_QUESTION_NUMBER:
      return "number";
    case MESO_QUESTION_CHOICE:
      return "choice";
    default:
      g_return_val_if_reached ("answer");
    }
}

/**
 * meso_question_is_hidden_for:
 * @self: a question
 * @sex: the recorded sex
 *
 * Only “male” and “female” hide anything: somebody whose sex is another one, or not known, is asked everything.
 *
 * Returns: whether @self isn't asked of a patient of that sex
 */
gboolean
meso_question_is_hidden_for (const MesoQuestion *self,
                             MesoSex             sex)
{
  return self->hidden_for != MESO_SEX_UNKNOWN && self->hidden_for == sex;
}

/**
 * meso_question_dup_asked_when:
 * @self: a question
 *
 * Says when a form that has the question asks it: “sex != male and menstruating != no”. A parent is
 * itself asked only when its own words hold.
 *
 * Returns: (transfer full): the words, or "" when it is always asked
 */
char *
meso_question_dup_asked_when (const MesoQuestion *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (NULL);
  if (self->hidden_for != MESO_SEX_UNKNOWN)
    g_string_append_printf (words, "sex != %s", meso_sex_to_string (self->hidden_for));
  if (self->parent)
    g_string_append_printf (words, "%s%s != no", words->len > 0 ? " and " : "", self->parent);

  return g_string_free_and_steal (words);
}

/**
 * meso_choice_free:
 * @self: (transfer full): a choice
 */
void
meso_choice_free (MesoChoice *self)
{
  g_free (self->id);
  g_clear_pointer (&self->text, meso_local_text_unref);
  g_free (self);
}

/**
 * meso_known_split:
 * @words: words separated by `;`, or by the Arabic script's `؛`
 *
 * Returns: (transfer full) (element-type utf8): the words, trimmed, in order; one that is empty stays in its place
 */
GPtrArray *
meso_known_split (const char *words)
{
  GPtrArray *split = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) plain = g_string_new (words);
  g_auto (GStrv) parts = NULL;

  g_string_replace (plain, "؛", ";", 0);
  parts = g_strsplit (plain->str, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (split, meso_text_trim (parts[i]));

  return split;
}

/**
 * meso_known_free:
 * @self: (transfer full): what proposes a yes
 */
void
meso_known_free (MesoKnown *self)
{
  g_clear_pointer (&self->words, meso_local_text_unref);
  g_free (self);
}

/**
 * meso_question_free:
 * @self: (transfer full): a question
 */
void
meso_question_free (MesoQuestion *self)
{
  g_free (self->id);
  g_free (self->parent);
  g_free (self->unit);
  g_free (self->below);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->text, meso_local_text_unref);
  g_clear_pointer (&self->help, meso_local_text_unref);
  g_clear_pointer (&self->find_out, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
