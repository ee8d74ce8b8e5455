/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-use.h"

/* In the order of MesoLotUse. */
static const char *const uses[] = { "usable", "recalled", "quarantined", "empty", "expired", "opened-too-long" };

/**
 * meso_lot_use_to_string:
 *
 * Returns: (transfer none): its stable name
 */
const char *
meso_lot_use_to_string (MesoLotUse use)
{
  return uses[use];
}

/**
 * meso_lot_can_draw_from:
 * @opening: an opened container of @lot
 * @now_utc: a moment as it is stored
 *
 * Returns: whether it holds something that may still be drawn then: it isn't yet to be discarded, and a container that serves a
 *   single preparation has served none
 */
gboolean
meso_lot_can_draw_from (const MesoLot     *lot,
                        const MesoOpening *opening,
                        const char        *now_utc)
{
  return opening->left_ul > 0 && g_strcmp0 (now_utc, opening->discard_by) < 0 && (lot->multi_dose || !opening->used);
}

/**
 * meso_lot_has_overdue_opening:
 * @now_utc: a moment as it is stored
 *
 * Returns: whether an opened container of it that still holds something should have been discarded by then
 */
gboolean
meso_lot_has_overdue_opening (const MesoLot *lot,
                              const char    *now_utc)
{
  for (guint i = 0; i < lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);

      if (opening->left_ul > 0 && g_strcmp0 (opening->discard_by, now_utc) <= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_something_to_draw (const MesoLot *lot,
                       const char    *now_utc)
{
  if (meso_lot_get_sealed_ul (lot) > 0)
    return TRUE;
  for (guint i = 0; i < lot->openings->len; i++)
    if (meso_lot_can_draw_from (lot, g_ptr_array_index (lot->openings, i), now_utc))
      return TRUE;
  return FALSE;
}

/**
 * meso_lot_get_use:
 * @today: the clinic's day
 * @now_utc: the same moment, as moments are stored
 *
 * A lot may be used on the day that it expires, and not after. What was decided about it comes before what is left of it, so that a
 * recalled lot is never called anything less.
 *
 * Returns: whether @lot can be drawn from, and why not
 */
MesoLotUse
meso_lot_get_use (const MesoLot    *lot,
                  MesoCalendarDate  today,
                  const char       *now_utc)
{
  if (lot->state == MESO_LOT_RECALLED)
    return MESO_LOT_IS_RECALLED;
  if (lot->state == MESO_LOT_QUARANTINED)
    return MESO_LOT_IS_QUARANTINED;
  if (lot->balance_ul <= 0)
    return MESO_LOT_EMPTY;
  if (meso_calendar_date_compare (lot->expiry, today) < 0)
    return MESO_LOT_EXPIRED;
  return has_something_to_draw (lot, now_utc) ? MESO_LOT_USABLE : MESO_LOT_OPENED_TOO_LONG;
}

/* What is written of a strength: of the salt that is named, and of the element in it. */
static gboolean
read_strength (const MesoIngredient *ingredient,
               const char           *salt,
               const char           *text,
               MesoStrength         *of_salt_out,
               MesoStrength         *elemental_out)
{
  const MesoSalt *weighed = meso_ingredient_find_salt (ingredient, salt);

  if ((salt != NULL && weighed == NULL)
      || !meso_strength_parse_molar (text, weighed != NULL ? weighed->molar_mass_ug_per_mmol : ingredient->molar_mass_ug_per_mmol,
                                     of_salt_out, NULL))
    return FALSE;
  *elemental_out = *of_salt_out;
  return weighed == NULL || meso_salt_to_elemental (weighed, ingredient->molar_mass_ug_per_mmol, *of_salt_out, elemental_out);
}

static gboolean
are_equal (MesoStrength a,
           MesoStrength b)
{
  return a.dimension == b.dimension && meso_strength_compare (a, b) == 0;
}

/* Two salts are two substances. Where only one of them names its salt, the element counts. */
static gboolean
is_as_strong (const MesoIngredient       *ingredient,
              const MesoProductComponent *component,
              const char                 *salt,
              const char                 *strength)
{
  MesoStrength held, asked, held_elemental, asked_elemental;

  if (!read_strength (ingredient, component->salt, component->strength, &held, &held_elemental)
      || !read_strength (ingredient, salt, strength, &asked, &asked_elemental))
    return FALSE;
  if (g_strcmp0 (component->salt, salt) == 0)
    return are_equal (held, asked);
  return (component->salt == NULL || salt == NULL) && are_equal (held_elemental, asked_elemental);
}

static gboolean
holds (const MesoLot              *lot,
       const MesoProtocol         *protocol,
       const MesoProductComponent *component)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, component->ingredient);

  for (guint i = 0; ingredient != NULL && i < lot->components->len; i++)
    {
      const MesoProductComponent *held = g_ptr_array_index (lot->components, i);

      if (g_strcmp0 (held->ingredient, component->ingredient) == 0
          && is_as_strong (ingredient, held, component->salt, component->strength))
        return TRUE;
    }
  return FALSE;
}

/* The formulary may call something else by the product's name by now than the lot was received as. */
static gboolean
is_of_product (const MesoLot      *lot,
               const MesoProtocol *protocol,
               const char         *id)
{
  const MesoProduct *product = meso_protocol_lookup_product (protocol, id);

  if (g_strcmp0 (lot->product, id) != 0 || (product != NULL && lot->components->len != product->components->len))
    return FALSE;
  for (guint i = 0; product != NULL && i < product->components->len; i++)
    if (!holds (lot, protocol, g_ptr_array_index (product->components, i)))
      return FALSE;
  return TRUE;
}

/**
 * meso_lot_fits:
 * @protocol: the content, which knows how much a mmol weighs
 * @item: (nullable): an item of a formula; %NULL for what it is diluted with
 * @diluent: (nullable): with @item %NULL: the diluent's ingredient
 *
 * A lot fits a product's item when it was received as that product and holds what the formulary says of it now; an ingredient's item
 * when it holds that ingredient alone, exactly as strong, however either is written ("0.5 mg/mL", "۰٫۰۵ %"), and as the same salt where
 * both name one; the diluent when it holds that alone. What can't be read fits nothing.
 *
 * Returns: whether @lot may be drawn for it
 */
gboolean
meso_lot_fits (const MesoLot         *lot,
               const MesoProtocol    *protocol,
               const MesoFormulaItem *item,
               const char            *diluent)
{
  const char *ingredient = item != NULL ? item->ingredient : diluent;
  const MesoIngredient *entry = ingredient != NULL ? meso_protocol_lookup_ingredient (protocol, ingredient) : NULL;
  const MesoProductComponent *only;

  if (item != NULL && item->product != NULL)
    return is_of_product (lot, protocol, item->product);
  if (entry == NULL || lot->components->len != 1)
    return FALSE;
  only = g_ptr_array_index (lot->components, 0);
  if (g_strcmp0 (only->ingredient, ingredient) != 0)
    return FALSE;
  return item == NULL || is_as_strong (entry, only, item->salt, item->strength);
}
