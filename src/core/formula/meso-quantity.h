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

/* Both take any digit form and `.` `,` `٫` as the decimal mark, and refuse zero, signs, exponents, unknown units,
 * overflow, and what the fixed unit can't hold exactly. */
gboolean meso_quantity_parse (const char *text, MesoQuantity *quantity_out, GError **error);
gboolean meso_strength_parse (const char *text, MesoStrength *strength_out, GError **error);
/* the same, and mmol/mL too where the ingredient has a molar mass (µg per mmol; 0 when it has none) */
gboolean meso_strength_parse_molar (const char    *text,
                                    gint64         molar_mass_ug_per_mmol,
                                    MesoStrength  *strength_out,
                                    GError       **error);
/* both of one dimension: < 0, 0 or > 0, exactly */
int      meso_strength_compare     (MesoStrength a, MesoStrength b);

/* text (nullable): "1,500 mg", which people read in two ways and the parsers as a fraction */
gboolean meso_quantity_is_ambiguous (const char *text);
/* (transfer full): as a clinic writes them, exact: "0.5 mg", "2.5 mL"; number and unit kept together by U+00A0 */
char        *meso_quantity_format    (MesoQuantity quantity, MesoMassUnit unit);
MesoMassUnit meso_quantity_mass_unit (MesoQuantity quantity);
/* (transfer full): always per mL: "0.5 mg/mL" for 0.05 %, "50 IU/mL" */
char        *meso_strength_format    (MesoStrength strength);

G_END_DECLS
