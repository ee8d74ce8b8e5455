/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_DIMENSION_MASS,       /* ng */
  MESO_DIMENSION_VOLUME,     /* µL */
  MESO_DIMENSION_ACTIVITY,   /* mIU; U and IU are the same unit */
} MesoDimension;

/**
 * MesoQuantity:
 * @value: in ng, µL or mIU, always ≥ 0
 *
 * An exact amount in its dimension's fixed unit. Passed by value.
 */
typedef struct
{
  gint64 value;
  MesoDimension dimension;
} MesoQuantity;

/**
 * MesoMassUnit:
 * @MESO_MASS_UNIT_BY_SIZE: the one that a clinic would write for an amount of this size
 *
 * The unit that a mass is written in. Two amounts that are to be compared by eye must use the same one.
 */
typedef enum {
  MESO_MASS_UNIT_BY_SIZE,
  MESO_MASS_UNIT_NG,
  MESO_MASS_UNIT_UG,
  MESO_MASS_UNIT_MG,
  MESO_MASS_UNIT_G,
} MesoMassUnit;

/* Takes any digit form and `.` `,` `٫` as the decimal mark, and refuses zero, signs, exponents, unknown units,
 * overflow, and what the fixed unit can't hold exactly. */
gboolean meso_quantity_parse (const char *text, MesoQuantity *quantity_out, GError **error);

/* text (nullable): "1,500 mg", which people read in two ways and the parsers as a fraction */
gboolean meso_quantity_is_ambiguous (const char *text);
/* (transfer full): as a clinic writes them, exact: "0.5 mg", "2.5 mL"; number and unit kept together by U+00A0 */
char        *meso_quantity_format    (MesoQuantity quantity, MesoMassUnit unit);
MesoMassUnit meso_quantity_mass_unit (MesoQuantity quantity);

G_END_DECLS
