/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-health-item.h"

G_BEGIN_DECLS

/**
 * MesoDemoAilment:
 * @share: how common it is among those on the list
 * @what: in English and Persian
 * @ingredient: (nullable): of the formulary, or an excipient
 * @detail: reaction, dose or remark, in English and Persian
 * @of: women, men, or unknown for both
 * @says: (nullable): what its owner answers at a screening, other than no: "question=answer", apart by spaces
 *
 * Private: an allergy, a medicine or a condition, as the demo's people have them.
 */
typedef struct
{
  int share;
  const char *what[2];
  const char *ingredient;
  const char *detail[2];
  MesoAllergySeverity severity;
  MesoMedicineOrigin origin;
  int of;
  const char *says;
} MesoDemoAilment;

const MesoDemoAilment *meso_demo_ailments_get (MesoHealthKind kind, guint *n_out);

G_END_DECLS
