/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-layer.h"

#include "meso-protocol-private.h"

/**
 * meso_protocol_lookup_ingredient_change:
 * @self: a protocol
 * @ingredient: an ingredient's id
 *
 * Returns: (transfer none) (nullable): what the clinic has set otherwise in it; %NULL where it is as it ships
 */
const MesoIngredientChange *
meso_protocol_lookup_ingredient_change (const MesoProtocol *self,
                                        const char         *ingredient)
{
  g_return_val_if_fail (self != NULL && ingredient != NULL, NULL);

  for (guint i = 0; self->layer && i < self->layer->adjusts->len; i++)
    {
      const MesoLayerAdjust *candidate = g_ptr_array_index (self->layer->adjusts, i);

      if (g_str_equal (candidate->change.ingredient, ingredient))
        return &candidate->change;
    }

  return NULL;
}

/**
 * meso_protocol_may_set_availability:
 * @ingredient: an ingredient as it ships
 * @availability: what a clinic would like it to be
 *
 * What is banned stays so, and what needs its own syringe can only be switched off. What is off by default is the clinic's to
 * switch on.
 *
 * Returns: whether it may be set
 */
gboolean
meso_protocol_may_set_availability (const MesoIngredient *ingredient,
                                    MesoAvailability      availability)
{
  g_return_val_if_fail (ingredient != NULL, FALSE);

  switch (ingredient->availability)
    {
    case MESO_AVAILABILITY_BANNED:
      return availability == MESO_AVAILABILITY_BANNED;
    case MESO_AVAILABILITY_OWN_SYRINGE:
      return availability != MESO_AVAILABILITY_ON;
    case MESO_AVAILABILITY_ON:
    case MESO_AVAILABILITY_OFF:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * meso_protocol_may_set_cap:
 * @ingredient: an ingredient as it ships
 * @shipped: its cap, or its cap per kilogram
 * @cap: what a clinic would like it to be
 *
 * A stricter cap always, also where none is known. A higher one only where going over it warns; a cap that blocks is never raised.
 *
 * Returns: whether it may be set
 */
gboolean
meso_protocol_may_set_cap (const MesoIngredient *ingredient,
                           MesoQuantity          shipped,
                           MesoQuantity          cap)
{
  g_return_val_if_fail (ingredient != NULL, FALSE);

  if (ingredient->diluent || cap.dimension != ingredient->dimension || cap.value <= 0)
    return FALSE;

  return shipped.value == 0 || cap.value <= shipped.value || !ingredient->cap_blocks;
}

/**
 * meso_protocol_may_set_pair:
 * @pair: (nullable): what ships of two ingredients; %NULL where nothing is known
 * @severity: what a clinic would like to say of them
 *
 * Returns: whether it may be said: where something is known, only something stricter
 */
gboolean
meso_protocol_may_set_pair (const MesoIngredientPair *pair,
                            MesoPairSeverity          severity)
{
  return pair == NULL || severity > pair->severity;
}
