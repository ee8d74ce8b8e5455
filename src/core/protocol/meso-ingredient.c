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
 * meso_product_form_to_string:
 * @form: what a product is
 *
 * Returns: (transfer none): "solution", "powder", "emulsion" or "gel"; "" where it isn't known
 */
const char *
meso_product_form_to_string (MesoProductForm form)
{
  static const char *const names[] = {
    [MESO_PRODUCT_FORM_UNKNOWN] = "",
    [MESO_PRODUCT_FORM_SOLUTION] = "solution",
    [MESO_PRODUCT_FORM_POWDER] = "powder",
    [MESO_PRODUCT_FORM_EMULSION] = "emulsion",
    [MESO_PRODUCT_FORM_GEL] = "gel",
  };

  g_return_val_if_fail (form < G_N_ELEMENTS (names), "");

  return names[form];
}

/**
 * meso_ingredient_find_salt:
 * @salt: (nullable): a salt's id
 *
 * Returns: (transfer none) (nullable): that salt of the ingredient; %NULL when it has none of that id
 */
const MesoSalt *
meso_ingredient_find_salt (const MesoIngredient *self,
                           const char           *salt)
{
  for (guint i = 0; salt != NULL && i < self->salts->len; i++)
    {
      const MesoSalt *one = g_ptr_array_index (self->salts, i);

      if (g_str_equal (one->id, salt))
        return one;
    }
  return NULL;
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
  g_clear_pointer (&self->salts, g_ptr_array_unref);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_clear_pointer (&self->benefit, meso_local_text_unref);
  g_clear_pointer (&self->caution, meso_local_text_unref);
  g_clear_pointer (&self->strengths, g_ptr_array_unref);
  g_clear_pointer (&self->sold, meso_local_text_unref);
  g_clear_pointer (&self->storage, meso_local_text_unref);
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
  g_free (self->salt);
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
  g_free (self->maker);
  g_free (self->licence);
  g_free (self->authority);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_clear_pointer (&self->storage, meso_local_text_unref);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_clear_pointer (&self->excipients, g_ptr_array_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/**
 * meso_product_dup_ph:
 * @self: a product
 *
 * Returns: (transfer full) (nullable): its pH as it is written, without needless noughts ("6.5"); %NULL where it isn't known
 */
char *
meso_product_dup_ph (const MesoProduct *self)
{
  int whole = self->ph_centi / 100;
  int rest = self->ph_centi % 100;

  if (self->ph_centi == MESO_PRODUCT_PH_UNKNOWN)
    return NULL;
  if (rest == 0)
    return g_strdup_printf ("%d", whole);

  return rest % 10 == 0 ? g_strdup_printf ("%d.%d", whole, rest / 10) : g_strdup_printf ("%d.%02d", whole, rest);
}
