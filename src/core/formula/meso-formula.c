/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula.h"

/**
 * meso_formula_item_new:
 *
 * Returns: (transfer full): an item with every field unset
 */
MesoFormulaItem *
meso_formula_item_new (void)
{
  return g_new0 (MesoFormulaItem, 1);
}

/**
 * meso_formula_item_free:
 * @self: (transfer full) (nullable): an item
 */
void
meso_formula_item_free (MesoFormulaItem *self)
{
  if (self == NULL)
    return;
  g_free (self->ingredient);
  g_free (self->product);
  g_free (self->strength);
  g_free (self->volume);
  g_free (self->amount);
  g_free (self->salt);
  g_free (self);
}

/**
 * meso_formula_item_copy:
 *
 * Returns: (transfer full): a deep copy
 */
MesoFormulaItem *
meso_formula_item_copy (const MesoFormulaItem *self)
{
  MesoFormulaItem *copy = meso_formula_item_new ();

  copy->ingredient = g_strdup (self->ingredient);
  copy->product = g_strdup (self->product);
  copy->strength = g_strdup (self->strength);
  copy->volume = g_strdup (self->volume);
  copy->amount = g_strdup (self->amount);
  copy->salt = g_strdup (self->salt);
  return copy;
}

/**
 * meso_formula_new:
 *
 * Returns: (transfer full): a formula without items; add them with g_ptr_array_add(), which takes them over
 */
MesoFormula *
meso_formula_new (void)
{
  MesoFormula *self = g_new0 (MesoFormula, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_formula_item_free);
  return self;
}

/**
 * meso_formula_copy:
 *
 * Returns: (transfer full): a deep copy
 */
MesoFormula *
meso_formula_copy (const MesoFormula *self)
{
  MesoFormula *copy = meso_formula_new ();

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, meso_formula_item_copy (g_ptr_array_index (self->items, i)));
  copy->diluent = g_strdup (self->diluent);
  copy->to_volume = g_strdup (self->to_volume);
  copy->points = self->points;
  copy->volume_per_point = g_strdup (self->volume_per_point);
  copy->dead_space = g_strdup (self->dead_space);
  return copy;
}

/**
 * meso_formula_free:
 * @self: (transfer full) (nullable): a formula
 */
void
meso_formula_free (MesoFormula *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->diluent);
  g_free (self->to_volume);
  g_free (self->volume_per_point);
  g_free (self->dead_space);
  g_free (self);
}
