/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-decimal.h"
#include "meso-quantity.h"

G_BEGIN_DECLS

/* Finest fraction of a ng or mIU that a strength or an amount may be written with: 10^-9. It keeps every product
 * of the formula check inside of 128 bits. */
#define MESO_QUANTITY_MAX_SCALE 9

/**
 * MesoExactAmount:
 * @value: in ng or mIU; may be finer than the unit, at most %MESO_QUANTITY_MAX_SCALE digits
 *
 * An amount as it was asked for, before anything is rounded.
 */
typedef struct
{
  MesoDecimal value;
  MesoDimension dimension;
} MesoExactAmount;

gboolean meso_exact_amount_parse (const char       *text,
                                  gint64            molar_mass_ug_per_mmol,
                                  MesoExactAmount  *amount_out,
                                  GError          **error);
gboolean meso_volume_parse       (const char       *text,
                                  gboolean          zero_allowed,
                                  gint64           *volume_ul_out,
                                  GError          **error);

G_END_DECLS
