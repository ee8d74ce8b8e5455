/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot.h"

#define OVERFILL_PART 5

/* In the order of MesoLotState. */
static const char *const states[] = { "available", "quarantined", "recalled" };

/**
 * meso_lot_state_to_string:
 *
 * Returns: (transfer none): the state's stable name
 */
const char *
meso_lot_state_to_string (MesoLotState state)
{
  return states[state];
}

/**
 * meso_lot_state_from_string:
 * @text: (nullable): a name
 * @state_out: (out): not touched when there is no such state
 *
 * Returns: whether @text names a state
 */
gboolean
meso_lot_state_from_string (const char   *text,
                            MesoLotState *state_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (text, states[i]) == 0)
      {
        *state_out = (MesoLotState) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * meso_lot_new:
 *
 * Returns: (transfer full): a lot of which nothing is known yet
 */
MesoLot *
meso_lot_new (void)
{
  MesoLot *self = g_new0 (MesoLot, 1);

  self->name = g_strdup ("");
  self->maker = g_strdup ("");
  self->licence = g_strdup ("");
  self->number = g_strdup ("");
  self->supplier = g_strdup ("");
  self->storage = g_strdup ("");
  self->state_reason = g_strdup ("");
  self->components = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_product_component_free);
  self->excipients = g_ptr_array_new_with_free_func (g_free);
  self->openings = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_opening_free);
  return self;
}

/**
 * meso_lot_add_component:
 * @ingredient: what is in it
 * @strength: as the maker writes it; "" for a diluent
 *
 * Returns: (transfer none): what was added, where its salt can be named
 */
MesoProductComponent *
meso_lot_add_component (MesoLot    *self,
                        const char *ingredient,
                        const char *strength)
{
  MesoProductComponent *component = g_new0 (MesoProductComponent, 1);

  component->ingredient = g_strdup (ingredient);
  component->strength = g_strdup (strength);
  g_ptr_array_add (self->components, component);
  return component;
}

static gpointer
copy_text (gconstpointer text,
           gpointer      unused)
{
  return g_strdup (text);
}

static gpointer
copy_opening (gconstpointer opening,
              gpointer      unused)
{
  return meso_opening_copy (opening);
}

/**
 * meso_lot_copy:
 * @self: a lot
 *
 * Returns: (transfer full): an independent copy
 */
MesoLot *
meso_lot_copy (const MesoLot *self)
{
  MesoLot *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->product = g_strdup (self->product);
  copy->name = g_strdup (self->name);
  copy->maker = g_strdup (self->maker);
  copy->licence = g_strdup (self->licence);
  copy->number = g_strdup (self->number);
  copy->supplier = g_strdup (self->supplier);
  copy->storage = g_strdup (self->storage);
  copy->recorded_at = g_strdup (self->recorded_at);
  copy->recorded_by = g_strdup (self->recorded_by);
  copy->state_reason = g_strdup (self->state_reason);
  copy->components = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_product_component_free);
  for (guint i = 0; i < self->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (self->components, i);

      meso_lot_add_component (copy, component->ingredient, component->strength)->salt = g_strdup (component->salt);
    }
  copy->excipients = g_ptr_array_copy (self->excipients, copy_text, NULL);
  copy->openings = g_ptr_array_copy (self->openings, copy_opening, NULL);
  return copy;
}

/**
 * meso_lot_free:
 * @self: (transfer full) (nullable): a lot
 */
void
meso_lot_free (MesoLot *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->product);
  g_free (self->name);
  g_free (self->maker);
  g_free (self->licence);
  g_free (self->number);
  g_free (self->supplier);
  g_free (self->storage);
  g_free (self->recorded_at);
  g_free (self->recorded_by);
  g_free (self->state_reason);
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->excipients);
  g_ptr_array_unref (self->openings);
  g_free (self);
}

/**
 * meso_lot_find:
 * @lots: (element-type MesoLot): lots of the store
 * @id: one's id
 *
 * Returns: (transfer none) (nullable): that lot; %NULL where it isn't one of @lots
 */
MesoLot *
meso_lot_find (const GPtrArray *lots,
               const char      *id)
{
  for (guint i = 0; i < lots->len; i++)
    {
      MesoLot *lot = g_ptr_array_index (lots, i);

      if (g_strcmp0 (lot->id, id) == 0)
        return lot;
    }
  return NULL;
}

/**
 * meso_lot_find_opening:
 * @id: (nullable): an opened container
 *
 * Returns: (transfer none) (nullable): that container; %NULL where it isn't one of @self, or holds nothing any more
 */
const MesoOpening *
meso_lot_find_opening (const MesoLot *self,
                       const char    *id)
{
  for (guint i = 0; id != NULL && i < self->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (self->openings, i);

      if (g_strcmp0 (opening->id, id) == 0)
        return opening;
    }
  return NULL;
}

/**
 * meso_lot_get_sealed_ul:
 *
 * Returns: what is left in unopened containers, in µL
 */
gint64
meso_lot_get_sealed_ul (const MesoLot *self)
{
  gint64 sealed_ul = self->balance_ul;

  for (guint i = 0; i < self->openings->len; i++)
    sealed_ul -= ((const MesoOpening *) g_ptr_array_index (self->openings, i))->left_ul;
  return sealed_ul;
}

/**
 * meso_lot_get_most_sealed:
 *
 * Returns: how many unopened containers can be there at most
 */
gint64
meso_lot_get_most_sealed (const MesoLot *self)
{
  return MAX (self->containers - self->opened, 0);
}

/**
 * meso_lot_get_most_ul:
 * @opening: (nullable): an opened container of it; %NULL for all that is left
 *
 * A container is filled a little over what its label says: a fifth is ours, and generous.
 *
 * Returns: what a count can find at most, in µL
 */
gint64
meso_lot_get_most_ul (const MesoLot     *self,
                      const MesoOpening *opening)
{
  gint64 full_ul = self->container_ul + self->container_ul / OVERFILL_PART;

  if (opening != NULL)
    return full_ul;
  return meso_lot_get_most_sealed (self) * full_ul + self->balance_ul - meso_lot_get_sealed_ul (self);
}

/**
 * meso_lot_get_opened_life_h:
 *
 * What the product says; else 28 days for a container that serves several preparations, and 4 hours (ours: as long as a mixture
 * may wait) for one that serves a single one.
 *
 * Returns: hours from opening until a container is discarded, its expiry apart
 */
int
meso_lot_get_opened_life_h (const MesoLot *self)
{
  if (self->opened_life_h > 0)
    return self->opened_life_h;
  return self->multi_dose ? MESO_OPENING_MULTI_DOSE_H : MESO_OPENING_SINGLE_DOSE_H;
}
