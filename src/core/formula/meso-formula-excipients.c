/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-excipient-pair.h"
#include "meso-text.h"

static const MesoIngredient *
find_ingredient (const MesoFormulaWork *work,
                 const char            *id)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);

      if (g_str_equal (total->ingredient->id, id))
        return total->ingredient;
    }
  return NULL;
}

/* ids: (transfer full); what: (transfer none): what holds the excipient, as it is shown */
static void
take_pair (MesoFormulaWork         *work,
           const MesoExcipientPair *pair,
           gboolean                 blocks,
           const char              *phrase,
           const MesoIngredient    *ingredient,
           const char              *what,
           const char              *excipient,
           GPtrArray               *ids)
{
  g_autofree char *name = meso_formula_work_show_name (work, ingredient);
  g_autofree char *held = meso_formula_work_show_excipient (work, excipient);
  g_autofree char *reason = meso_formula_work_show (work, meso_local_text_get (pair->reason, work->language));

  meso_formula_work_take_finding (work, blocks ? MESO_SEVERITY_BLOCK : MESO_SEVERITY_WARN,
                                  blocks ? "incompatible" : "caution-pair", ids, pair->provenance.source,
                                  meso_text_format (meso_formula_work_phrase (work, phrase), "ingredient", name,
                                                    "what", what, "excipient", held, "reason", reason, NULL));
}

/* What a box says of itself is certain, also when the ingredient comes out of the same box. */
static void
check_products (MesoFormulaWork         *work,
                const MesoExcipientPair *pair,
                const MesoIngredient    *ingredient)
{
  gboolean blocks = pair->severity == MESO_PAIR_INCOMPATIBLE;

  for (guint i = 0; i < work->products->len; i++)
    {
      const MesoProduct *product = g_ptr_array_index (work->products, i);
      const char *excipient = meso_excipient_pair_find_in_product (pair, product);
      GPtrArray *ids;
      g_autofree char *name = NULL;

      if (excipient == NULL)
        continue;
      ids = meso_formula_ids (ingredient->id, NULL);
      meso_formula_add_product_ids (ids, product);
      name = meso_formula_work_show (work, meso_local_text_get (product->name, work->language));
      take_pair (work, pair, blocks, blocks ? "finding-incompatible-excipient" : "finding-caution-excipient",
                 ingredient, name, excipient, ids);
    }
}

/* Whether the two are warned of already: the matrix knows them, and says more than “read the label”. */
static gboolean
is_known (const MesoFormulaWork *work,
          const MesoIngredient  *ingredient,
          const MesoIngredient  *carrier)
{
  const MesoIngredientPair *known = meso_protocol_lookup_pair (work->protocol, ingredient->id, carrier->id);

  return known != NULL && known->severity != MESO_PAIR_COMPATIBLE;
}

/* What products of an ingredient commonly hold is a reason to read the label, not to forbid. */
static void
check_ingredients (MesoFormulaWork         *work,
                   const MesoExcipientPair *pair,
                   const MesoIngredient    *ingredient)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoIngredient *carrier = ((const MesoFormulaTotal *) g_ptr_array_index (work->totals, i))->ingredient;
      const char *excipient = meso_excipient_pair_find (pair, carrier->excipients);
      g_autofree char *name = NULL;

      if (excipient == NULL || is_known (work, ingredient, carrier))
        continue;
      name = meso_formula_work_show_name (work, carrier);
      take_pair (work, pair, FALSE, "finding-label-excipient", ingredient, name, excipient,
                 meso_formula_ids (ingredient->id, carrier != ingredient ? carrier->id : NULL, NULL));
    }
}

static gboolean
is_supposed (const MesoFormulaVial *vial,
             const char            *excipient)
{
  return vial->supposed != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) vial->supposed, excipient, g_str_equal, NULL);
}

/* (transfer container): what its label says for certain */
static GPtrArray *
list_certain (const MesoFormulaVial *vial)
{
  GPtrArray *certain = g_ptr_array_new ();

  for (guint i = 0; i < vial->excipients->len; i++)
    if (!is_supposed (vial, g_ptr_array_index (vial->excipients, i)))
      g_ptr_array_add (certain, g_ptr_array_index (vial->excipients, i));
  return certain;
}

/**
 * meso_formula_work_check_vial_excipients:
 *
 * `incompatible` and `caution-pair` of what the label of one vial names with each ingredient of the syringe.
 */
void
meso_formula_work_check_vial_excipients (MesoFormulaWork       *work,
                                         const MesoFormulaVial *vial)
{
  const GPtrArray *pairs = meso_protocol_get_excipient_pairs (work->protocol);
  g_autoptr (GPtrArray) certain = list_certain (vial);
  g_autofree char *name = meso_formula_work_show (work, vial->name);

  for (guint i = 0; i < pairs->len; i++)
    {
      const MesoExcipientPair *pair = g_ptr_array_index (pairs, i);
      const MesoIngredient *ingredient = find_ingredient (work, pair->ingredient);
      const char *excipient = ingredient != NULL ? meso_excipient_pair_find (pair, certain) : NULL;
      gboolean blocks = pair->severity == MESO_PAIR_INCOMPATIBLE;

      if (excipient != NULL)
        take_pair (work, pair, blocks, blocks ? "finding-incompatible-excipient" : "finding-caution-excipient", ingredient, name,
                   excipient, meso_formula_ids (ingredient->id, NULL));
    }
}

/**
 * meso_formula_work_check_excipients:
 *
 * Each ingredient of the syringe with what the vials hold besides: `incompatible` and `caution-pair` as the content has it for
 * a product, whose excipients and pH are known; `caution-pair` for an ingredient, whose excipients are those that its products
 * commonly hold.
 */
void
meso_formula_work_check_excipients (MesoFormulaWork *work)
{
  const GPtrArray *pairs = meso_protocol_get_excipient_pairs (work->protocol);

  for (guint i = 0; i < pairs->len; i++)
    {
      const MesoExcipientPair *pair = g_ptr_array_index (pairs, i);
      const MesoIngredient *ingredient = find_ingredient (work, pair->ingredient);

      if (ingredient == NULL)
        continue;
      check_products (work, pair, ingredient);
      check_ingredients (work, pair, ingredient);
    }
}
