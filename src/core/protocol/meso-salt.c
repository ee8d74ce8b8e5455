/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-salt.h"

#include "meso-quantity-private.h"

/**
 * meso_salt_free:
 * @self: (transfer full): a salt
 */
void
meso_salt_free (MesoSalt *self)
{
  g_free (self->id);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_free (self);
}

/**
 * meso_salt_to_elemental:
 * @element_ug_per_mmol: molar mass of the ingredient, more than 0
 * @of_salt: how much of the salt a mL holds, in ng per mL, at most 1000 mg/mL
 * @elemental_out: (out): how much of the element that is, rounded half-even to 10^-9 ng per mL
 *
 * Strength × atoms × molar mass of the element ÷ molar mass of the salt. This is the one place where a salt's strength
 * is rounded: whatever follows is worked out from the result, exactly.
 *
 * Returns: %FALSE when there is less of the element than can be held
 */
gboolean
meso_salt_to_elemental (const MesoSalt *self,
                        gint64          element_ug_per_mmol,
                        MesoStrength    of_salt,
                        MesoStrength   *elemental_out)
{
  MesoDecimal elemental = { 0, MESO_QUANTITY_MAX_SCALE };
  MesoWide numerator;

  g_assert (of_salt.scale <= MESO_QUANTITY_MAX_SCALE && element_ug_per_mmol > 0);
  /* 10^18 for the strength, 10^9 × 100 for the element: far from 2^128 */
  numerator = (MesoWide) of_salt.mantissa * meso_wide_power_of_ten (MESO_QUANTITY_MAX_SCALE - of_salt.scale);
  elemental.digits = meso_wide_divide_half_even (numerator * (MesoWide) element_ug_per_mmol * (MesoWide) self->elements,
                                                 (MesoWide) self->molar_mass_ug_per_mmol, NULL);
  /* no needless zeros, as everywhere */
  for (; elemental.scale > 0 && elemental.digits % 10 == 0 && elemental.digits > 0; elemental.scale--)
    elemental.digits /= 10;
  *elemental_out = (MesoStrength) { (gint64) elemental.digits, (guint8) elemental.scale, of_salt.dimension };
  return elemental.digits > 0;
}
