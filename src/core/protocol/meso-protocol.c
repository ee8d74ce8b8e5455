/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-private.h"

/**
 * meso_protocol_alloc:
 *
 * Returns: (transfer full): an empty protocol for the reader to fill; its version and hash aren't known yet
 */
MesoProtocol *
meso_protocol_alloc (void)
{
  MesoProtocol *self = g_new0 (MesoProtocol, 1);

  g_atomic_ref_count_init (&self->refs);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_question_free);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_rule_free);
  self->ingredients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_ingredient_free);
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_ingredient_pair_free);
  self->excipient_pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_excipient_pair_free);
  self->products = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_product_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_plan_template_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_evidence_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_list_entry_free);
  self->handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_text_free);
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->ingredients_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs_by_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->excipient_pairs_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->products_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->plans_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->evidence_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->list_entries_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->handouts_by_kind = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) meso_local_text_unref);
  return self;
}

static void
protocol_free (MesoProtocol *self)
{
  /* The tables borrow from the arrays, so they go first. */
  g_hash_table_unref (self->questions_by_id);
  g_hash_table_unref (self->rules_by_id);
  g_hash_table_unref (self->ingredients_by_id);
  g_hash_table_unref (self->pairs_by_ids);
  g_hash_table_unref (self->excipient_pairs_by_id);
  g_hash_table_unref (self->products_by_id);
  g_hash_table_unref (self->plans_by_id);
  g_hash_table_unref (self->evidence_by_id);
  g_hash_table_unref (self->list_entries_by_id);
  g_hash_table_unref (self->handouts_by_kind);
  g_hash_table_unref (self->phrases);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->ingredients);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->excipient_pairs);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->handouts);
  g_clear_pointer (&self->layer, meso_protocol_layer_free);
  g_free (self->version);
  g_free (self->hash);
  g_free (self);
}

/**
 * meso_protocol_ref:
 * @self: a protocol
 *
 * Returns: (transfer full): @self
 */
MesoProtocol *
meso_protocol_ref (MesoProtocol *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * meso_protocol_unref:
 * @self: (transfer full): a protocol
 */
void
meso_protocol_unref (MesoProtocol *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    protocol_free (self);
}

/**
 * meso_protocol_get_version:
 * @self: a protocol
 *
 * Returns: (transfer none): the version that all its files carry
 */
const char *
meso_protocol_get_version (const MesoProtocol *self)
{
  return self->version;
}

/**
 * meso_protocol_get_hash:
 * @self: a protocol
 *
 * Returns: (transfer none): SHA-256 of what it was read from, as 64 hexadecimal digits
 */
const char *
meso_protocol_get_hash (const MesoProtocol *self)
{
  return self->hash;
}

/**
 * meso_protocol_get_reviewed:
 * @self: a protocol
 *
 * Returns: whether a physician of the clinic has signed every rule of the screening
 */
gboolean
meso_protocol_get_reviewed (const MesoProtocol *self)
{
  return self->reviewed;
}

/**
 * meso_protocol_get_questions:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoQuestion): the questions in the order of the form
 */
const GPtrArray *
meso_protocol_get_questions (const MesoProtocol *self)
{
  return self->questions;
}

/**
 * meso_protocol_get_rules:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoScreeningRule): the rules of the screening
 */
const GPtrArray *
meso_protocol_get_rules (const MesoProtocol *self)
{
  return self->rules;
}

/**
 * meso_protocol_get_ingredients:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoIngredient): the formulary
 */
const GPtrArray *
meso_protocol_get_ingredients (const MesoProtocol *self)
{
  return self->ingredients;
}

/**
 * meso_protocol_get_pairs:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoIngredientPair): what is known of two ingredients together
 */
const GPtrArray *
meso_protocol_get_pairs (const MesoProtocol *self)
{
  return self->pairs;
}

/**
 * meso_protocol_get_excipient_pairs:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoExcipientPair): what is known of an ingredient and what a vial holds besides
 */
const GPtrArray *
meso_protocol_get_excipient_pairs (const MesoProtocol *self)
{
  return self->excipient_pairs;
}

/**
 * meso_protocol_get_products:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoProduct): ready-made vials
 */
const GPtrArray *
meso_protocol_get_products (const MesoProtocol *self)
{
  return self->products;
}

/**
 * meso_protocol_get_plans:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoPlanTemplate): templates of a course
 */
const GPtrArray *
meso_protocol_get_plans (const MesoProtocol *self)
{
  return self->plans;
}

/**
 * meso_protocol_get_evidence:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoEvidence): the studies
 */
const GPtrArray *
meso_protocol_get_evidence (const MesoProtocol *self)
{
  return self->evidence;
}

/**
 * meso_protocol_get_lists:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoListEntry): the lines of all lists, in order
 */
const GPtrArray *
meso_protocol_get_lists (const MesoProtocol *self)
{
  return self->lists;
}

/**
 * meso_protocol_get_handouts:
 * @self: a protocol
 *
 * Returns: (transfer none) (element-type MesoHandoutText): the wording of the sheets
 */
const GPtrArray *
meso_protocol_get_handouts (const MesoProtocol *self)
{
  return self->handouts;
}
