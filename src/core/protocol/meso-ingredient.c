/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ingredient.h"

/**
 * meso_ingredient_group_to_string:
 * @group: a group of the formulary
 *
 * Returns: (transfer none): "minerals", "vitamins" or "other"
 */
const char *
meso_ingredient_group_to_string (MesoIngredientGroup group)
{
  switch (group)
    {
    case MESO_INGREDIENT_MINERALS:
      return "minerals";
    case MESO_INGREDIENT_VITAMINS:
      return "vitamins";
    case MESO_INGREDIENT_OTHER:
      return "other";
    default:
      g_return_val_if_reached ("other");
    }
}

/**
 * meso_availability_to_string:
 * @availability: whether an ingredient may be used
 *
 * Returns: (transfer none): "on", "off", "banned" or "own-syringe"
 */
const char *
meso_availability_to_string (MesoAvailability availability)
{
  switch (availability)
    {
    case MESO_AVAILABILITY_ON:
      return "on";
    case MESO_AVAILABILITY_OFF:
      return "off";
    case MESO_AVAILABILITY_BANNED:
      return "banned";
    case MESO_AVAILABILITY_OWN_SYRINGE:
      return "own-syringe";
    default:
      g_return_val_if_reached ("banned");
    }
}

/**
 * meso_pair_severity_to_string:
 * @severity: what is known of two ingredients in one syringe
 *
 * Returns: (transfer none): "compatible", "caution" or "incompatible"
 */
const char *
meso_pair_severity_to_string (MesoPairSeverity severity)
{
  switch (severity)
    {
    case MESO_PAIR_COMPATIBLE:
      return "compatible";
    case MESO_PAIR_CAUTION:
      return "caution";
    case MESO_PAIR_INCOMPATIBLE:
      return "incompatible";
    default:
      g_return_val_if_reached ("incompatible");
    }
}

/**
 * meso_ingredient_free:
 * @self: (transfer full): an entry of the formulary
 */
void
meso_ingredient_free (MesoIngredient *self)
{
  g_free (self->id);
  g_free (self->cap_source);
  g_clear_pointer (&self->excipients, g_ptr_array_unref);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_clear_pointer (&self->benefit, meso_local_text_unref);
  g_clear_pointer (&self->caution, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/**
 * meso_ingredient_pair_free:
 * @self: (transfer full): a pair
 */
void
meso_ingredient_pair_free (MesoIngredientPair *self)
{
  g_free (self->a);
  g_free (self->b);
  g_clear_pointer (&self->reason, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/**
 * meso_product_component_free:
 * @self: (transfer full): a component
 */
void
meso_product_component_free (MesoProductComponent *self)
{
  g_free (self->ingredient);
  g_free (self->strength);
  g_free (self);
}

/**
 * meso_product_free:
 * @self: (transfer full): a ready-made vial
 */
void
meso_product_free (MesoProduct *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_clear_pointer (&self->excipients, g_ptr_array_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
