/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-private.h"

/* One entry by its id; meso-protocol.c has all of a kind. */

/**
 * meso_protocol_lookup_question:
 * @self: a protocol
 * @id: a question's id
 *
 * Returns: (transfer none) (nullable): the question
 */
const MesoQuestion *
meso_protocol_lookup_question (const MesoProtocol *self,
                               const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->questions_by_id, id);
}

/**
 * meso_protocol_lookup_ingredient:
 * @self: a protocol
 * @id: an ingredient's id
 *
 * Returns: (transfer none) (nullable): the ingredient
 */
const MesoIngredient *
meso_protocol_lookup_ingredient (const MesoProtocol *self,
                                 const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->ingredients_by_id, id);
}

/**
 * meso_protocol_dup_pair_key:
 * @a: an ingredient's id
 * @b: another's; the order doesn't matter
 *
 * A slash can't be part of an id, so that no two pairs share a key.
 *
 * Returns: (transfer full): the name of the pair in its table
 */
char *
meso_protocol_dup_pair_key (const char *a,
                            const char *b)
{
  return g_strcmp0 (a, b) <= 0 ? g_strjoin ("/", a, b, NULL) : g_strjoin ("/", b, a, NULL);
}

/**
 * meso_protocol_lookup_pair:
 * @self: a protocol
 * @a: an ingredient's id
 * @b: another's; the order doesn't matter
 *
 * Returns: (transfer none) (nullable): what is known of the two in one syringe; %NULL is *no data*
 */
const MesoIngredientPair *
meso_protocol_lookup_pair (const MesoProtocol *self,
                           const char         *a,
                           const char         *b)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && a != NULL && b != NULL, NULL);

  key = meso_protocol_dup_pair_key (a, b);
  return g_hash_table_lookup (self->pairs_by_ids, key);
}

/**
 * meso_protocol_lookup_product:
 * @self: a protocol
 * @id: a product's id
 *
 * Returns: (transfer none) (nullable): the product
 */
const MesoProduct *
meso_protocol_lookup_product (const MesoProtocol *self,
                              const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->products_by_id, id);
}

/**
 * meso_protocol_lookup_plan:
 * @self: a protocol
 * @id: a template's id
 *
 * Returns: (transfer none) (nullable): the template
 */
const MesoPlanTemplate *
meso_protocol_lookup_plan (const MesoProtocol *self,
                           const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->plans_by_id, id);
}

/**
 * meso_protocol_lookup_handout:
 * @self: a protocol
 * @kind: a sheet's kind
 *
 * Returns: (transfer none) (nullable): its wording
 */
const MesoHandoutText *
meso_protocol_lookup_handout (const MesoProtocol *self,
                              const char         *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  return g_hash_table_lookup (self->handouts_by_kind, kind);
}

/**
 * meso_protocol_lookup_evidence:
 * @self: a protocol
 * @source: a source key, as other entries name it; its id is the same in lower case
 *
 * Returns: (transfer none) (nullable): what the evidence library has of it; %NULL for what isn't there, as general knowledge
 */
const MesoEvidence *
meso_protocol_lookup_evidence (const MesoProtocol *self,
                               const char         *source)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && source != NULL, NULL);

  id = g_ascii_strdown (source, -1);
  return g_hash_table_lookup (self->evidence_by_id, id);
}

/**
 * meso_protocol_lookup_list_entry:
 * @self: a protocol
 * @id: a line's id
 *
 * Returns: (transfer none) (nullable): the line of a list
 */
const MesoListEntry *
meso_protocol_lookup_list_entry (const MesoProtocol *self,
                                 const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->list_entries_by_id, id);
}

/**
 * meso_protocol_lookup_phrase:
 * @self: a protocol
 * @id: a phrase's id
 *
 * Returns: (transfer none) (nullable): the phrase in every language that it has
 */
const MesoLocalText *
meso_protocol_lookup_phrase (const MesoProtocol *self,
                             const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->phrases, id);
}

/**
 * meso_protocol_get_phrase:
 * @self: a protocol
 * @id: a phrase's id
 * @language: language code
 *
 * A missing phrase is a programming error: it is reported, and the id itself is returned, so that no sheet has
 * a silent hole.
 *
 * Returns: (transfer none): the phrase; it lives as long as @self, and @id as long as the caller's
 */
const char *
meso_protocol_get_phrase (const MesoProtocol *self,
                          const char         *id,
                          const char         *language)
{
  const MesoLocalText *text;

  g_return_val_if_fail (self != NULL && id != NULL, "");

  text = g_hash_table_lookup (self->phrases, id);
  if (!text)
    {
      g_critical ("The content has no phrase “%s”", id);
      return id;
    }

  return meso_local_text_get (text, language);
}
