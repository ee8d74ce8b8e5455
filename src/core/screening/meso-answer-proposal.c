/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-proposal.h"

#include "meso-text-fold.h"

/* An item of the record with its words as a search index has them. */
typedef struct
{
  const MesoHealthItem *item;
  GStrv words;
} Entry;

static void
entry_free (Entry *self)
{
  g_strfreev (self->words);
  g_free (self);
}

/* What somebody is allergic to, and what then happened: both are asked for. Remarks on a condition say too often what is not. */
static Entry *
entry_new (const MesoHealthItem *item)
{
  Entry *self = g_new0 (Entry, 1);
  g_autofree char *what = meso_text_fold_index (item->what);
  g_autofree char *ingredient = meso_text_fold_index (item->ingredient);
  g_autofree char *reaction = meso_text_fold_index (item->kind == MESO_HEALTH_ALLERGY ? item->detail : "");
  g_autofree char *all = g_strjoin (" ", what, ingredient, reaction, NULL);

  self->item = item;
  self->words = g_strsplit (all, " ", -1);

  return self;
}

/* What was replaced or should never have been written says nothing. */
static GPtrArray *
index_health (const GPtrArray *health)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  for (guint i = 0; health != NULL && i < health->len; i++)
    {
      const MesoHealthItem *item = health->pdata[i];

      if (item->status == MESO_HEALTH_ACTIVE || item->status == MESO_HEALTH_ENDED)
        g_ptr_array_add (entries, entry_new (item));
    }

  return entries;
}

static gboolean
begins_one (const char         *word,
            const char *const  *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], word))
      return TRUE;

  return FALSE;
}

static gboolean
begin_all (const char *const *searched,
           const char *const *words)
{
  for (guint i = 0; searched[i] != NULL; i++)
    if (!begins_one (searched[i], words))
      return FALSE;

  return TRUE;
}

/* Of a medicine whose origin nobody noted either may be so: it is asked of, and somebody will say. */
static gboolean
concerns (const MesoKnown      *known,
          const MesoHealthItem *item)
{
  if (item->kind != known->kind || (item->status == MESO_HEALTH_ENDED && !known->ended))
    return FALSE;

  return known->origin == MESO_MEDICINE_ORIGIN_UNKNOWN || item->origin == MESO_MEDICINE_ORIGIN_UNKNOWN
         || item->origin == known->origin;
}

static void
find_word (const char      *word,
           const MesoKnown *known,
           const GPtrArray *entries,
           GPtrArray       *found)
{
  g_autoptr (GPtrArray) alternatives = meso_text_fold_query (word);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (!concerns (known, entry->item) || g_ptr_array_find (found, entry->item, NULL))
        continue;

      for (guint j = 0; j < alternatives->len; j++)
        if (begin_all (alternatives->pdata[j], (const char *const *) entry->words))
          {
            g_ptr_array_add (found, (gpointer) entry->item);
            break;
          }
    }
}

/* (transfer container) (element-type MesoHealthItem): what of the record proposes a yes to @question */
static GPtrArray *
find_known (const MesoQuestion *question,
            const GPtrArray    *entries)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; entries->len > 0 && i < question->known->len; i++)
    {
      const MesoKnown *known = question->known->pdata[i];
      g_autoptr (GPtrArray) texts = meso_local_text_list (known->words);

      for (guint j = 0; j < texts->len; j++)
        {
          g_autoptr (GPtrArray) words = meso_known_split (texts->pdata[j]);

          for (guint k = 0; k < words->len; k++)
            find_word (words->pdata[k], known, entries, found);
        }
    }

  return found;
}

/* Whether the form can come to ask it of somebody of that sex: it does where each of the parents is answered yes. */
static gboolean
may_be_asked (const MesoProtocol *protocol,
              const MesoQuestion *question,
              MesoSex             sex,
              MesoForm            form)
{
  while (question != NULL)
    {
      if ((question->forms & form) == 0 || meso_question_is_hidden_for (question, sex))
        return FALSE;

      question = question->parent != NULL ? meso_protocol_lookup_question (protocol, question->parent) : NULL;
    }

  return TRUE;
}

static gboolean
is_item (gconstpointer a,
         gconstpointer b)
{
  const MesoHealthItem *item = a;
  const MesoHealthItem *other = b;

  return item == other || (item->id != NULL && g_strcmp0 (item->id, other->id) == 0);
}

static MesoAnswerProposal *
ensure_proposal (GHashTable         *proposals,
                 const MesoQuestion *question,
                 MesoAnswer         *answer)
{
  g_autoptr (MesoAnswer) proposed = answer;
  MesoAnswerProposal *self = g_hash_table_lookup (proposals, question->id);

  if (self != NULL)
    return self;

  self = g_new0 (MesoAnswerProposal, 1);
  self->question = g_strdup (question->id);
  self->answer = g_steal_pointer (&proposed);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  g_hash_table_insert (proposals, question->id, self);

  return self;
}

/* A child is only asked after a yes to its parent, and what makes it a yes makes that one, too. */
static void
propose_yes (GHashTable         *proposals,
             const MesoProtocol *protocol,
             const MesoQuestion *question,
             const GPtrArray    *found)
{
  while (question != NULL)
    {
      MesoAnswerProposal *proposal = ensure_proposal (proposals, question, meso_answer_new (MESO_ANSWER_YES));

      for (guint i = 0; i < found->len; i++)
        if (!g_ptr_array_find_with_equal_func (proposal->items, found->pdata[i], is_item, NULL))
          g_ptr_array_add (proposal->items, meso_health_item_copy (found->pdata[i]));

      question = question->parent != NULL ? meso_protocol_lookup_question (protocol, question->parent) : NULL;
    }
}

/* A weight that the question doesn't take is a mistake on record, and no answer. */
static void
propose_weight (GHashTable         *proposals,
                const MesoQuestion *question,
                gint64              weight_g)
{
  /* A gram is a thousandth of a kilogram. */
  if (weight_g > 0 && weight_g >= question->min_milli && weight_g <= question->max_milli)
    ensure_proposal (proposals, question, meso_answer_new_number (weight_g));
}

/**
 * meso_answer_proposal_list:
 * @protocol: the clinical content
 * @health: (nullable) (element-type MesoHealthItem): allergies, medicines and conditions on record
 * @weight_g: weight on record, in grams; 0 when not known
 * @sex: the recorded sex
 * @form: the form that is to be answered
 *
 * What the record suggests as answers, for somebody to confirm. Words are looked for as the search for patients does: folded, in
 * every language of the content, each the beginning of a word on record. Only what holds counts; what ended counts where the
 * question is about the past (#MesoKnown). Silence of a record is no answer: *no* is never proposed.
 *
 * Returns: (transfer full) (element-type MesoAnswerProposal): in the form's order, at most one a question; none for a question that
 *   the form or the sex hides
 */
GPtrArray *
meso_answer_proposal_list (const MesoProtocol *protocol,
                           const GPtrArray    *health,
                           gint64              weight_g,
                           MesoSex             sex,
                           MesoForm            form)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_proposal_free);
  g_autoptr (GHashTable) proposals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) entries = index_health (health);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      g_autoptr (GPtrArray) found = NULL;

      if (!may_be_asked (protocol, question, sex, form))
        continue;

      found = find_known (question, entries);
      if (found->len > 0)
        propose_yes (proposals, protocol, question, found);
      if (question->known_weight)
        propose_weight (proposals, question, weight_g);
    }

  for (guint i = 0; i < questions->len; i++)
    {
      MesoAnswerProposal *proposal = g_hash_table_lookup (proposals, ((const MesoQuestion *) questions->pdata[i])->id);

      if (proposal != NULL)
        g_ptr_array_add (ordered, proposal);
    }

  return ordered;
}

/**
 * meso_answer_proposal_find:
 * @proposals: (element-type MesoAnswerProposal): some of them
 * @question: a question's id
 *
 * Returns: (transfer none) (nullable): the one for @question
 */
const MesoAnswerProposal *
meso_answer_proposal_find (const GPtrArray *proposals,
                           const char      *question)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const MesoAnswerProposal *proposal = proposals->pdata[i];

      if (g_str_equal (proposal->question, question))
        return proposal;
    }

  return NULL;
}

/**
 * meso_answer_proposal_free:
 * @self: (transfer full): a proposal
 */
void
meso_answer_proposal_free (MesoAnswerProposal *self)
{
  g_free (self->question);
  meso_answer_free (self->answer);
  g_ptr_array_unref (self->items);
  g_free (self);
}
