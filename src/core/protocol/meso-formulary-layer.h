/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoIngredientChange:
 * @has_availability: whether @availability is set; the same for the others
 * @cap, @cap_per_kg: value 0 where they aren't set
 * @has_severity: whether @cap_blocks is set
 * @benefit, @caution: (nullable): the clinic's words, which stand instead of those that ship
 * @why: what the clinic says about it
 *
 * What the clinic has set otherwise in an ingredient that ships.
 */
typedef struct
{
  char *ingredient;
  gboolean has_availability;
  gboolean has_severity;
  MesoAvailability availability;
  MesoQuantity cap;
  MesoQuantity cap_per_kg;
  gboolean cap_blocks;
  MesoLocalText *benefit;
  MesoLocalText *caution;
  char *why;
} MesoIngredientChange;

/* (transfer none) (nullable): NULL where an ingredient is as it ships, or the clinic's own */
const MesoIngredientChange *meso_protocol_lookup_ingredient_change (const MesoProtocol *self, const char *ingredient);

/* What a clinic may do: ingredient and pair as they ship. */
gboolean meso_protocol_may_set_availability (const MesoIngredient *ingredient, MesoAvailability availability);
/* cap: in the ingredient's dimension; shipped: its cap or cap_per_kg */
gboolean meso_protocol_may_set_cap          (const MesoIngredient *ingredient, MesoQuantity shipped, MesoQuantity cap);
/* pair (nullable): NULL where nothing is known */
gboolean meso_protocol_may_set_pair         (const MesoIngredientPair *pair, MesoPairSeverity severity);

G_END_DECLS
