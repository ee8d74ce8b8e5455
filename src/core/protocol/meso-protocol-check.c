/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

/**
 * meso_protocol_check_reference:
 * @reader: a reader
 * @entry: the entry, or part of one, that refers
 * @kind: what it refers to, in words
 * @by_id: the entries of that kind
 * @id: (nullable): the id that it gives; nothing is checked without one
 *
 * Some files alone can't be blamed for what stands in another: where there is no entry of a kind at all, what
 * refers to it passes, unless the files are said to be complete.
 */
void
meso_protocol_check_reference (MesoProtocolReader *reader,
                               gconstpointer       entry,
                               const char         *kind,
                               GHashTable         *by_id,
                               const char         *id)
{
  if (!id || *id == '\0' || g_hash_table_contains (by_id, id))
    return;

  if (reader->complete || g_hash_table_size (by_id) > 0)
    meso_protocol_reader_fault_at (reader, entry, "there is no %s “%s”", kind, id);
}

static void
check_ingredient (MesoProtocolReader *reader,
                  gconstpointer       entry,
                  const char         *id)
{
  meso_protocol_check_reference (reader, entry, "ingredient", reader->protocol->ingredients_by_id, id);
}

static void
check_component (MesoProtocolReader         *reader,
                 const MesoProductComponent *component)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (reader->protocol, component->ingredient);
  MesoStrength strength;

  check_ingredient (reader, component, component->ingredient);
  if (ingredient && component->salt && !meso_ingredient_find_salt (ingredient, component->salt))
    meso_protocol_reader_fault_at (reader, component, "“%s” isn't a salt of “%s”", component->salt, component->ingredient);
  if (ingredient && meso_strength_parse (component->strength, &strength, NULL) &&
      strength.dimension != ingredient->dimension)
    meso_protocol_reader_fault_at (reader, component, "“%s” isn't how “%s” is measured: the ingredient's dimension "
                                   "is another", component->strength, component->ingredient);
}

/* The first excipient is what a sentence calls it, so it needs a name. */
static void
check_excipient_pair (MesoProtocolReader      *reader,
                      const MesoExcipientPair *pair)
{
  g_autofree char *entry = NULL;

  check_ingredient (reader, pair, pair->ingredient);
  if (pair->excipients->len == 0 || meso_protocol_lookup_ingredient (reader->protocol, g_ptr_array_index (pair->excipients, 0)))
    return;

  entry = g_strconcat ("excipient-", g_ptr_array_index (pair->excipients, 0), NULL);
  meso_protocol_check_reference (reader, pair, "entry", reader->protocol->list_entries_by_id, entry);
}

static void
check_formulary (MesoProtocolReader *reader)
{
  const MesoProtocol *protocol = reader->protocol;

  for (guint i = 0; i < protocol->pairs->len; i++)
    {
      const MesoIngredientPair *pair = g_ptr_array_index (protocol->pairs, i);

      check_ingredient (reader, pair, pair->a);
      check_ingredient (reader, pair, pair->b);
    }

  for (guint i = 0; i < protocol->excipient_pairs->len; i++)
    check_excipient_pair (reader, g_ptr_array_index (protocol->excipient_pairs, i));

  for (guint i = 0; i < protocol->products->len; i++)
    {
      const MesoProduct *product = g_ptr_array_index (protocol->products, i);

      for (guint j = 0; j < product->components->len; j++)
        check_component (reader, g_ptr_array_index (product->components, j));
    }
}

static void
check_library (MesoProtocolReader *reader)
{
  const MesoProtocol *protocol = reader->protocol;

  for (guint i = 0; i < protocol->evidence->len; i++)
    {
      const MesoEvidence *evidence = g_ptr_array_index (protocol->evidence, i);

      for (guint j = 0; j < evidence->ingredients->len; j++)
        check_ingredient (reader, evidence, g_ptr_array_index (evidence->ingredients, j));
    }

  for (guint i = 0; i < protocol->handouts->len; i++)
    {
      const MesoHandoutText *handout = g_ptr_array_index (protocol->handouts, i);

      for (guint j = 0; j < handout->items->len; j++)
        {
          const MesoHandoutItem *item = g_ptr_array_index (handout->items, j);

          check_ingredient (reader, item, item->when_ingredient);
        }
    }
}

/**
 * meso_protocol_check:
 * @reader: a reader that has read every document
 * @root: the root of the first document, for what is missing altogether
 *
 * Checks the entries against one another.
 */
void
meso_protocol_check (MesoProtocolReader   *reader,
                     const MesoXmlElement *root)
{
  meso_protocol_check_questions (reader);
  meso_protocol_check_rules (reader);
  meso_protocol_check_article (reader, root);
  check_formulary (reader);
  check_library (reader);
}
