/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"
#include "meso-protocol-reader-clinic.h"

#define CLINIC "clinic"

/* What ships, by what a looser choice is known to have been made over it: "off; 3 mg; none; warn" */
static char *
describe (const MesoIngredient *ingredient)
{
  g_autofree char *cap = ingredient->cap.value > 0 ? meso_quantity_format (ingredient->cap, MESO_MASS_UNIT_BY_SIZE) : NULL;
  g_autofree char *per_kg = ingredient->cap_per_kg.value > 0 ? meso_quantity_format (ingredient->cap_per_kg, MESO_MASS_UNIT_BY_SIZE)
                                                             : NULL;

  return g_strdup_printf ("%s; %s; %s; %s", meso_availability_to_string (ingredient->availability), cap ? cap : "none",
                          per_kg ? per_kg : "none", ingredient->cap_blocks ? "block" : "warn");
}

static gboolean
check_availability (MesoProtocolReader    *reader,
                    const MesoLayerAdjust *adjust,
                    const MesoIngredient  *ingredient)
{
  if (!adjust->change.has_availability || meso_protocol_may_set_availability (ingredient, adjust->change.availability))
    return TRUE;

  if (ingredient->availability == MESO_AVAILABILITY_BANNED)
    meso_protocol_reader_fault_at (reader, adjust, "%s is banned, and stays so", ingredient->id);
  else
    meso_protocol_reader_fault_at (reader, adjust, "%s needs its own syringe: it can be switched off, and nothing else",
                                   ingredient->id);
  return FALSE;
}

static gboolean
check_cap (MesoProtocolReader    *reader,
           const MesoLayerAdjust *adjust,
           const MesoIngredient  *ingredient,
           MesoQuantity           shipped,
           MesoQuantity           cap)
{
  g_autofree char *text = NULL;

  if (cap.value == 0 || meso_protocol_may_set_cap (ingredient, shipped, cap))
    return TRUE;

  text = meso_quantity_format (shipped, MESO_MASS_UNIT_BY_SIZE);
  if (ingredient->diluent)
    meso_protocol_reader_fault_at (reader, adjust, "a diluent is neutral: it has no cap and is no anaesthetic");
  else
    meso_protocol_reader_fault_at (reader, adjust, "going over the cap of %s blocks: it can be set below %s, not above",
                                   ingredient->id, text);
  return FALSE;
}

static gboolean
check_severity (MesoProtocolReader    *reader,
                const MesoLayerAdjust *adjust,
                const MesoIngredient  *ingredient)
{
  const MesoIngredientChange *change = &adjust->change;

  if (!change->has_severity)
    return TRUE;

  if (ingredient->cap_blocks && !change->cap_blocks)
    meso_protocol_reader_fault_at (reader, adjust, "going over the cap of %s blocks, and can't be made a warning", ingredient->id);
  else if (ingredient->cap.value + ingredient->cap_per_kg.value + change->cap.value + change->cap_per_kg.value == 0)
    meso_protocol_reader_fault_at (reader, adjust, "“cap-severity” without “cap” or “cap-per-kg”");
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_raised (MesoQuantity shipped,
           MesoQuantity cap)
{
  return shipped.value > 0 && cap.value > shipped.value;
}

/* Something looser was chosen knowing what shipped then. When that has changed, nobody has chosen anything. */
static gboolean
check_choice (MesoProtocolReader    *reader,
              const MesoLayerAdjust *adjust,
              const MesoIngredient  *ingredient)
{
  const MesoIngredientChange *change = &adjust->change;
  gboolean usable = change->has_availability && change->availability != MESO_AVAILABILITY_OFF &&
                    change->availability != MESO_AVAILABILITY_BANNED;
  gboolean looser = (usable && ingredient->availability == MESO_AVAILABILITY_OFF) ||
                    is_raised (ingredient->cap, change->cap) || is_raised (ingredient->cap_per_kg, change->cap_per_kg);

  if (!looser || !adjust->over || g_str_equal (adjust->over, adjust->shipped))
    return TRUE;

  meso_protocol_reader_fault_at (reader, adjust, "what ships for %s is “%s” now and was “%s”: choose again", ingredient->id,
                                 adjust->shipped, adjust->over);
  return FALSE;
}

static void
set_text (MesoLocalText       **text,
          const MesoLocalText  *own)
{
  if (!own)
    return;

  g_clear_pointer (text, meso_local_text_unref);
  *text = meso_local_text_ref ((MesoLocalText *) own);
}

static void
set_ingredient (MesoIngredient             *ingredient,
                const MesoIngredientChange *change)
{
  if (change->has_availability)
    ingredient->availability = change->availability;
  if (change->cap.value > 0)
    ingredient->cap = change->cap;
  if (change->cap_per_kg.value > 0)
    ingredient->cap_per_kg = change->cap_per_kg;
  if (change->cap.value > 0 || change->cap_per_kg.value > 0)
    {
      g_free (ingredient->cap_source);
      ingredient->cap_source = g_strdup (CLINIC);
    }
  if (change->has_severity)
    ingredient->cap_blocks = change->cap_blocks;
  set_text (&ingredient->benefit, change->benefit);
  set_text (&ingredient->caution, change->caution);
}

static void
apply_adjust (MesoProtocolReader *reader,
              MesoLayerAdjust    *adjust,
              GHashTable         *seen)
{
  const MesoIngredientChange *change = &adjust->change;
  MesoIngredient *ingredient = g_hash_table_lookup (reader->protocol->ingredients_by_id, change->ingredient);
  const MesoLayerAdjust *first = g_hash_table_lookup (seen, change->ingredient);

  meso_protocol_check_reference (reader, adjust, "ingredient", reader->protocol->ingredients_by_id, change->ingredient);
  if (first)
    meso_protocol_reader_fault_repeated (reader, adjust, change->ingredient, first);
  if (!ingredient || first)
    return;

  g_hash_table_insert (seen, change->ingredient, adjust);
  if (ingredient->provenance.origin == MESO_ORIGIN_CLINIC)
    {
      meso_protocol_reader_fault_at (reader, adjust, "%s is the clinic's own ingredient: change it itself", ingredient->id);
      return;
    }

  adjust->shipped = describe (ingredient);
  if (check_availability (reader, adjust, ingredient) &&
      check_cap (reader, adjust, ingredient, ingredient->cap, change->cap) &&
      check_cap (reader, adjust, ingredient, ingredient->cap_per_kg, change->cap_per_kg) &&
      check_severity (reader, adjust, ingredient) && check_choice (reader, adjust, ingredient))
    set_ingredient (ingredient, change);
}

/* Puts @own where @shipped stands, and the other way round: the layer keeps what ships. */
static void
swap_pairs (MesoIngredientPair *shipped,
            MesoIngredientPair *own)
{
  MesoIngredientPair kept = *shipped;

  *shipped = *own;
  *own = kept;
}

/* %TRUE when the pair is the protocol's now, and no longer the layer's */
static gboolean
apply_pair (MesoProtocolReader *reader,
            MesoIngredientPair *own,
            GHashTable         *seen)
{
  MesoProtocol *protocol = reader->protocol;
  g_autofree char *key = meso_protocol_dup_pair_key (own->a, own->b);
  MesoIngredientPair *shipped = g_hash_table_lookup (protocol->pairs_by_ids, key);
  const MesoIngredientPair *first = g_hash_table_lookup (seen, key);

  meso_protocol_check_reference (reader, own, "ingredient", protocol->ingredients_by_id, own->a);
  meso_protocol_check_reference (reader, own, "ingredient", protocol->ingredients_by_id, own->b);
  if (first)
    {
      meso_protocol_reader_fault_repeated (reader, own, key, first);
      return FALSE;
    }
  g_hash_table_insert (seen, g_strdup (key), own);

  if (!meso_protocol_may_set_pair (shipped, own->severity))
    meso_protocol_reader_fault_at (reader, own, "what ships for %s is “%s”: it can be made stricter, not looser", key,
                                   meso_pair_severity_to_string (shipped->severity));
  else if (shipped)
    swap_pairs (shipped, own);
  else
    {
      g_ptr_array_add (protocol->pairs, own);
      g_hash_table_insert (protocol->pairs_by_ids, g_steal_pointer (&key), own);
      return TRUE;
    }
  return FALSE;
}

/**
 * meso_protocol_apply_formulary:
 * @reader: a reader that has read and checked every document, the clinic's among them
 *
 * Lays what the clinic has changed in ingredients and pairs over what ships. Nothing that is banned becomes usable, no cap that blocks is
 * raised, and no pair becomes looser.
 */
void
meso_protocol_apply_formulary (MesoProtocolReader *reader)
{
  MesoProtocolLayer *layer = reader->protocol->layer;
  g_autoptr (GHashTable) adjusted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) paired = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < layer->adjusts->len; i++)
    apply_adjust (reader, g_ptr_array_index (layer->adjusts, i), adjusted);

  for (guint i = 0; i < layer->pairs->len;)
    if (apply_pair (reader, g_ptr_array_index (layer->pairs, i), paired))
      g_ptr_array_steal_index (layer->pairs, i);
    else
      i++;
}
