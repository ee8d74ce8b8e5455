/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-difference.h"
#include "meso-protocol-private.h"

/* What is compared at the moment: one entry of both protocols. */
typedef struct
{
  MesoProtocolEntry entry;
  const char *id;
  const char *other;
  MesoOrigin origin;
  const MesoLocalText *old_name;
  const MesoLocalText *new_name;
  GPtrArray *differences;
} Comparison;

static MesoLocalText *
take_text (const MesoLocalText *text)
{
  return text ? meso_local_text_ref ((MesoLocalText *) text) : NULL;
}

static MesoProtocolDifference *
add (const Comparison           *self,
     MesoProtocolDifferenceKind  kind,
     MesoProtocolEffect          effect,
     const char                 *field)
{
  MesoProtocolDifference *difference = g_new0 (MesoProtocolDifference, 1);

  difference->kind = kind;
  difference->entry = self->entry;
  difference->effect = effect;
  difference->id = g_strdup (self->id);
  difference->other = g_strdup (self->other);
  difference->field = g_strdup (field);
  difference->origin = self->origin;
  difference->old_days = -1;
  difference->new_days = -1;
  difference->old_text = take_text (self->old_name);
  difference->new_text = take_text (self->new_name);
  g_ptr_array_add (self->differences, difference);
  return difference;
}

/* Takes the values. */
static void
compare_value (const Comparison   *self,
               const char         *field,
               MesoProtocolEffect  effect,
               char               *before,
               char               *after)
{
  MesoProtocolDifference *difference;

  if (g_strcmp0 (before, after) == 0)
    {
      g_free (before);
      g_free (after);
      return;
    }

  difference = add (self, MESO_PROTOCOL_DIFFERENCE_MEANING, effect, field);
  difference->old_value = before;
  difference->new_value = after;
}

/* Of words the words themselves are told. */
static void
compare_text (const Comparison    *self,
              const char          *field,
              const MesoLocalText *before,
              const MesoLocalText *after)
{
  MesoProtocolDifference *difference;

  if (meso_local_text_equal (before, after))
    return;

  difference = add (self, MESO_PROTOCOL_DIFFERENCE_WORDS, MESO_PROTOCOL_EFFECT_NONE, field);
  g_clear_pointer (&difference->old_text, meso_local_text_unref);
  g_clear_pointer (&difference->new_text, meso_local_text_unref);
  difference->old_text = take_text (before);
  difference->new_text = take_text (after);
}

static char *
dup_quantity (MesoQuantity quantity)
{
  return quantity.value > 0 ? meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE) : NULL;
}

static char *
dup_strength (MesoStrength strength)
{
  return strength.mantissa > 0 ? meso_strength_format (strength) : NULL;
}

static char *
join (const GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (words, i));
  if (joined->len == 0)
    return g_string_free (joined, TRUE);

  return g_string_free_and_steal (joined);
}

static char *
join_salts (const MesoIngredient *ingredient)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ingredient->salts->len; i++)
    {
      const MesoSalt *salt = g_ptr_array_index (ingredient->salts, i);

      g_ptr_array_add (words, g_strdup_printf ("%s %d/%" G_GINT64_FORMAT, salt->id, salt->elements, salt->molar_mass_ug_per_mmol));
    }

  return join (words);
}

static char *
dup_number (gint64 number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static MesoProtocolEffect
weigh (gint64 before,
       gint64 after)
{
  if (before == after)
    return MESO_PROTOCOL_EFFECT_NONE;

  return after > before ? MESO_PROTOCOL_EFFECT_STRICTER : MESO_PROTOCOL_EFFECT_LOOSER;
}

/* A limit that isn't there is the loosest. */
static MesoProtocolEffect
weigh_limit (gint64 before,
             gint64 after)
{
  return weigh (before > 0 ? -before : G_MININT64, after > 0 ? -after : G_MININT64);
}

static MesoProtocolEffect
weigh_strength (MesoStrength before,
                MesoStrength after)
{
  if (before.mantissa == 0 || after.mantissa == 0)
    return weigh (before.mantissa > 0, after.mantissa > 0);

  return before.dimension == after.dimension ? weigh (0, meso_strength_compare (before, after)) : MESO_PROTOCOL_EFFECT_UNKNOWN;
}

static gint64
rank (MesoAvailability availability)
{
  static const gint64 ranks[] = {
    [MESO_AVAILABILITY_ON] = 0, [MESO_AVAILABILITY_OWN_SYRINGE] = 1, [MESO_AVAILABILITY_OFF] = 2, [MESO_AVAILABILITY_BANNED] = 3,
  };

  g_return_val_if_fail (availability < G_N_ELEMENTS (ranks), 0);

  return ranks[availability];
}

static void
compare_limits (const Comparison     *self,
                const MesoIngredient *before,
                const MesoIngredient *after)
{
  compare_value (self, "cap", weigh_limit (before->cap.value, after->cap.value), dup_quantity (before->cap), dup_quantity (after->cap));
  compare_value (self, "cap-per-kg", weigh_limit (before->cap_per_kg.value, after->cap_per_kg.value),
                 dup_quantity (before->cap_per_kg), dup_quantity (after->cap_per_kg));
  compare_value (self, "cap-severity", weigh (before->cap_blocks, after->cap_blocks),
                 g_strdup (before->cap_blocks ? "block" : "warn"), g_strdup (after->cap_blocks ? "block" : "warn"));
  compare_value (self, "cap-source", MESO_PROTOCOL_EFFECT_NONE, g_strdup (before->cap_source), g_strdup (after->cap_source));
  compare_value (self, "max-final", weigh_strength (before->max_final, after->max_final), dup_strength (before->max_final),
                 dup_strength (after->max_final));
  compare_value (self, "stock-below", weigh_strength (before->stock_below, after->stock_below), dup_strength (before->stock_below),
                 dup_strength (after->stock_below));
  compare_value (self, "molar-mass", MESO_PROTOCOL_EFFECT_UNKNOWN, dup_number (before->molar_mass_ug_per_mmol),
                 dup_number (after->molar_mass_ug_per_mmol));
  compare_value (self, "anaesthetic", weigh (before->anaesthetic, after->anaesthetic),
                 before->anaesthetic ? g_strdup ("true") : NULL, after->anaesthetic ? g_strdup ("true") : NULL);
  compare_value (self, "diluent", weigh (after->diluent, before->diluent), before->diluent ? g_strdup ("true") : NULL,
                 after->diluent ? g_strdup ("true") : NULL);
}

static void
compare_ingredient (const Comparison     *self,
                    const MesoIngredient *before,
                    const MesoIngredient *after)
{
  compare_value (self, "availability", weigh (rank (before->availability), rank (after->availability)),
                 g_strdup (meso_availability_to_string (before->availability)),
                 g_strdup (meso_availability_to_string (after->availability)));
  compare_value (self, "group", MESO_PROTOCOL_EFFECT_NONE, g_strdup (meso_ingredient_group_to_string (before->group)),
                 g_strdup (meso_ingredient_group_to_string (after->group)));
  compare_value (self, "dimension", MESO_PROTOCOL_EFFECT_UNKNOWN,
                 g_strdup (before->dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass"),
                 g_strdup (after->dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass"));
  compare_limits (self, before, after);
  compare_value (self, "excipients", MESO_PROTOCOL_EFFECT_UNKNOWN, join (before->excipients), join (after->excipients));
  compare_value (self, "salt", MESO_PROTOCOL_EFFECT_UNKNOWN, join_salts (before), join_salts (after));
  compare_value (self, "strengths", MESO_PROTOCOL_EFFECT_NONE, join (before->strengths), join (after->strengths));
  compare_text (self, "name", before->name, after->name);
  compare_text (self, "benefit", before->benefit, after->benefit);
  compare_text (self, "caution", before->caution, after->caution);
  compare_text (self, "sold", before->sold, after->sold);
  compare_text (self, "storage", before->storage, after->storage);
}

static char *
join_components (const MesoProduct *product)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);

      g_string_append_printf (joined, "%s%s %s%s%s", i > 0 ? "; " : "", component->ingredient, component->strength,
                              component->salt ? " " : "", component->salt ? component->salt : "");
    }

  return g_string_free_and_steal (joined);
}

static char *
dup_form (const MesoProduct *product)
{
  return product->form != MESO_PRODUCT_FORM_UNKNOWN ? g_strdup (meso_product_form_to_string (product->form)) : NULL;
}

static void
compare_product (const Comparison  *self,
                 const MesoProduct *before,
                 const MesoProduct *after)
{
  compare_value (self, "component", MESO_PROTOCOL_EFFECT_UNKNOWN, join_components (before), join_components (after));
  compare_value (self, "excipients", MESO_PROTOCOL_EFFECT_UNKNOWN, join (before->excipients), join (after->excipients));
  compare_value (self, "maker", MESO_PROTOCOL_EFFECT_NONE, g_strdup (before->maker), g_strdup (after->maker));
  compare_value (self, "licence", MESO_PROTOCOL_EFFECT_NONE, g_strdup (before->licence), g_strdup (after->licence));
  compare_value (self, "authority", MESO_PROTOCOL_EFFECT_NONE, g_strdup (before->authority), g_strdup (after->authority));
  compare_value (self, "form", MESO_PROTOCOL_EFFECT_NONE, dup_form (before), dup_form (after));
  compare_value (self, "ph", MESO_PROTOCOL_EFFECT_NONE, meso_product_dup_ph (before), meso_product_dup_ph (after));
  compare_value (self, "container", MESO_PROTOCOL_EFFECT_NONE,
                 dup_quantity ((MesoQuantity) { before->container_ul, MESO_DIMENSION_VOLUME }),
                 dup_quantity ((MesoQuantity) { after->container_ul, MESO_DIMENSION_VOLUME }));
  compare_value (self, "doses", weigh (after->multi_dose, before->multi_dose), g_strdup (before->multi_dose ? "multi" : "single"),
                 g_strdup (after->multi_dose ? "multi" : "single"));
  compare_value (self, "opened-life-h", MESO_PROTOCOL_EFFECT_UNKNOWN, dup_number (before->opened_life_h),
                 dup_number (after->opened_life_h));
  compare_text (self, "name", before->name, after->name);
  compare_text (self, "storage", before->storage, after->storage);
}

static void
compare_ingredients (const MesoProtocol *before,
                     const MesoProtocol *after,
                     GPtrArray          *differences)
{
  for (guint i = 0; i < before->ingredients->len; i++)
    {
      const MesoIngredient *ours = g_ptr_array_index (before->ingredients, i);
      const MesoIngredient *theirs = meso_protocol_lookup_ingredient (after, ours->id);
      Comparison self = { MESO_PROTOCOL_ENTRY_INGREDIENT, ours->id, NULL, ours->provenance.origin, ours->name,
                          theirs ? theirs->name : NULL, differences };

      if (theirs)
        compare_ingredient (&self, ours, theirs);
      else
        add (&self, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_STRICTER, NULL);
    }

  for (guint i = 0; i < after->ingredients->len; i++)
    {
      const MesoIngredient *theirs = g_ptr_array_index (after->ingredients, i);
      Comparison self = { MESO_PROTOCOL_ENTRY_INGREDIENT, theirs->id, NULL, theirs->provenance.origin, NULL, theirs->name, differences };

      if (!meso_protocol_lookup_ingredient (before, theirs->id))
        add (&self, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_UNKNOWN, NULL);
    }
}

static void
compare_products (const MesoProtocol *before,
                  const MesoProtocol *after,
                  GPtrArray          *differences)
{
  for (guint i = 0; i < before->products->len; i++)
    {
      const MesoProduct *ours = g_ptr_array_index (before->products, i);
      const MesoProduct *theirs = meso_protocol_lookup_product (after, ours->id);
      Comparison self = { MESO_PROTOCOL_ENTRY_PRODUCT, ours->id, NULL, ours->provenance.origin, ours->name,
                          theirs ? theirs->name : NULL, differences };

      if (theirs)
        compare_product (&self, ours, theirs);
      else
        add (&self, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_STRICTER, NULL);
    }

  for (guint i = 0; i < after->products->len; i++)
    {
      const MesoProduct *theirs = g_ptr_array_index (after->products, i);
      Comparison self = { MESO_PROTOCOL_ENTRY_PRODUCT, theirs->id, NULL, theirs->provenance.origin, NULL, theirs->name, differences };

      if (!meso_protocol_lookup_product (before, theirs->id))
        add (&self, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_UNKNOWN, NULL);
    }
}

/* Where nothing is known a pair is told of, which is more than nothing about one that is compatible. */
static gint64
rank_pair (const MesoIngredientPair *pair)
{
  static const gint64 ranks[] = { [MESO_PAIR_COMPATIBLE] = 0, [MESO_PAIR_CAUTION] = 2, [MESO_PAIR_INCOMPATIBLE] = 3 };

  if (!pair)
    return 1;
  g_return_val_if_fail (pair->severity < G_N_ELEMENTS (ranks), 0);

  return ranks[pair->severity];
}

static void
compare_pair (const MesoIngredientPair *before,
              const MesoIngredientPair *after,
              GPtrArray                *differences)
{
  const MesoIngredientPair *pair = after ? after : before;
  Comparison self = { MESO_PROTOCOL_ENTRY_PAIR, pair->a, pair->b, pair->provenance.origin, before ? before->reason : NULL,
                      after ? after->reason : NULL, differences };
  MesoProtocolEffect effect = weigh (rank_pair (before), rank_pair (after));
  MesoProtocolDifference *difference;

  if (before && after && before->severity == after->severity)
    compare_text (&self, "reason", before->reason, after->reason);
  else
    {
      difference = add (&self, !before ? MESO_PROTOCOL_DIFFERENCE_ADDED : !after ? MESO_PROTOCOL_DIFFERENCE_REMOVED
                                                                                 : MESO_PROTOCOL_DIFFERENCE_MEANING, effect, "severity");
      difference->old_value = before ? g_strdup (meso_pair_severity_to_string (before->severity)) : NULL;
      difference->new_value = after ? g_strdup (meso_pair_severity_to_string (after->severity)) : NULL;
    }
}

static void
compare_pairs (const MesoProtocol *before,
               const MesoProtocol *after,
               GPtrArray          *differences)
{
  for (guint i = 0; i < before->pairs->len; i++)
    {
      const MesoIngredientPair *pair = g_ptr_array_index (before->pairs, i);

      compare_pair (pair, meso_protocol_lookup_pair (after, pair->a, pair->b), differences);
    }

  for (guint i = 0; i < after->pairs->len; i++)
    {
      const MesoIngredientPair *pair = g_ptr_array_index (after->pairs, i);

      if (!meso_protocol_lookup_pair (before, pair->a, pair->b))
        compare_pair (NULL, pair, differences);
    }
}

static const MesoExcipientPair *
find_excipient_pair (const MesoProtocol      *protocol,
                     const MesoExcipientPair *pair)
{
  const MesoExcipientPair *found = g_hash_table_lookup (protocol->excipient_pairs_by_id, pair->id);
  g_autofree char *words = join (pair->excipients);
  g_autofree char *others = found ? join (found->excipients) : NULL;

  return found && g_str_equal (found->ingredient, pair->ingredient) && g_str_equal (others, words) ? found : NULL;
}

/* Told of as a pair like any other; what it says stays @pair's own. */
static void
compare_excipient_pair (const MesoExcipientPair *before,
                        const MesoExcipientPair *after,
                        GPtrArray               *differences)
{
  const MesoExcipientPair *sides[] = { before, after };
  MesoIngredientPair pairs[G_N_ELEMENTS (sides)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i])
      pairs[i] = (MesoIngredientPair) { sides[i]->ingredient, g_ptr_array_index (sides[i]->excipients, 0), sides[i]->severity,
                                        sides[i]->reason, sides[i]->provenance };
  compare_pair (before ? &pairs[0] : NULL, after ? &pairs[1] : NULL, differences);
}

static void
compare_excipient_pairs (const MesoProtocol *before,
                         const MesoProtocol *after,
                         GPtrArray          *differences)
{
  for (guint i = 0; i < before->excipient_pairs->len; i++)
    {
      const MesoExcipientPair *pair = g_ptr_array_index (before->excipient_pairs, i);

      compare_excipient_pair (pair, find_excipient_pair (after, pair), differences);
    }

  for (guint i = 0; i < after->excipient_pairs->len; i++)
    {
      const MesoExcipientPair *pair = g_ptr_array_index (after->excipient_pairs, i);

      if (!find_excipient_pair (before, pair))
        compare_excipient_pair (NULL, pair, differences);
    }
}

/**
 * meso_protocol_compare_formulary:
 * @before: a protocol
 * @after: the one that is to take its place
 * @differences: (element-type MesoProtocolDifference): where to add what may be mixed otherwise
 *
 * Compares ingredients, pairs, those with an excipient too, and products, each by its ids.
 */
void
meso_protocol_compare_formulary (const MesoProtocol *before,
                                 const MesoProtocol *after,
                                 GPtrArray          *differences)
{
  compare_ingredients (before, after, differences);
  compare_pairs (before, after, differences);
  compare_excipient_pairs (before, after, differences);
  compare_products (before, after, differences);
}
