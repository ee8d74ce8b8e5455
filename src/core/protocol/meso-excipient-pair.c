/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-excipient-pair.h"

#include "meso-text-fold.h"
#include "meso-text-match.h"

#define NEUTRAL_PH_CENTI 700

/**
 * meso_excipient_pair_free:
 * @self: (transfer full): a pair
 */
void
meso_excipient_pair_free (MesoExcipientPair *self)
{
  g_free (self->id);
  g_free (self->ingredient);
  g_clear_pointer (&self->excipients, g_ptr_array_unref);
  g_clear_pointer (&self->reason, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/* A clinic writes down what a label says: "sodium-metabisulfite" is a metabisulfite. */
static gboolean
means (const MesoExcipientPair *self,
       const char              *excipient)
{
  g_autoptr (GPtrArray) words = meso_text_fold_words (excipient);

  for (guint i = 0; i < self->excipients->len; i++)
    {
      g_autoptr (GPtrArray) meant = meso_text_fold_words (g_ptr_array_index (self->excipients, i));

      if (meso_text_contains_words (words, meant))
        return TRUE;
    }

  return FALSE;
}

/**
 * meso_excipient_pair_find:
 * @self: a pair
 * @excipients: (element-type utf8): ids of what is in a vial besides
 *
 * Returns: (transfer none) (nullable): the one that must not meet the ingredient
 */
const char *
meso_excipient_pair_find (const MesoExcipientPair *self,
                          const GPtrArray         *excipients)
{
  g_return_val_if_fail (self != NULL && excipients != NULL, NULL);

  for (guint i = 0; i < excipients->len; i++)
    if (means (self, g_ptr_array_index (excipients, i)))
      return g_ptr_array_index (excipients, i);

  return NULL;
}

/**
 * meso_excipient_pair_find_in_product:
 * @self: a pair
 * @product: a ready-made vial
 *
 * Returns: (transfer none) (nullable): what of it must not meet the ingredient: one of its excipients, or
 *   %MESO_EXCIPIENT_ALKALINE for its pH
 */
const char *
meso_excipient_pair_find_in_product (const MesoExcipientPair *self,
                                     const MesoProduct       *product)
{
  const char *found = meso_excipient_pair_find (self, product->excipients);

  if (found == NULL && product->ph_centi > NEUTRAL_PH_CENTI && means (self, MESO_EXCIPIENT_ALKALINE))
    return MESO_EXCIPIENT_ALKALINE;

  return found;
}
