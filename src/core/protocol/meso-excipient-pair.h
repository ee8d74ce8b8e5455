/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-ingredient.h"

G_BEGIN_DECLS

/* What a product counts as holding when its pH is known to be above 7, whatever makes it so */
#define MESO_EXCIPIENT_ALKALINE "alkaline"

/**
 * MesoExcipientPair:
 * @excipients: (element-type utf8): what must not meet @ingredient: the first is what it is called, the others are further
 *   ids and words that mean the same
 * @severity: %MESO_PAIR_CAUTION or %MESO_PAIR_INCOMPATIBLE
 *
 * What is known of an ingredient and of something that a vial holds besides its components.
 */
typedef struct
{
  char *id;
  char *ingredient;
  GPtrArray *excipients;
  MesoPairSeverity severity;
  MesoLocalText *reason;
  MesoProvenance provenance;
} MesoExcipientPair;

void meso_excipient_pair_free (MesoExcipientPair *self);

/* (transfer none) (nullable): which of excipients (utf8) is meant; NULL where none is */
const char *meso_excipient_pair_find (const MesoExcipientPair *self, const GPtrArray *excipients);
/* (transfer none) (nullable): the same of all that is known of a product, its pH too */
const char *meso_excipient_pair_find_in_product (const MesoExcipientPair *self, const MesoProduct *product);

G_END_DECLS
