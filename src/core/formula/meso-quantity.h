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
 * MesoStrength:
 * @mantissa: with @scale: mantissa × 10^-scale ng (or mIU) per mL; 0 means none
 *
 * An exact strength. Decimal, so that 0.05 % and 0.3 µg/mL are held as written. Passed by value.
 */
typedef struct
{
  gint64 mantissa;
  guint8 scale;
  MesoDimension dimension;
} MesoStrength;

/* Both take any digit form and `.` `,` `٫` as the decimal mark, and refuse zero, signs, exponents, unknown units,
 * overflow, and what the fixed unit can't hold exactly. */
gboolean meso_quantity_parse (const char *text, MesoQuantity *quantity_out, GError **error);
gboolean meso_strength_parse (const char *text, MesoStrength *strength_out, GError **error);

G_END_DECLS
