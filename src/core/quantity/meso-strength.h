/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-quantity.h"

G_BEGIN_DECLS

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

/* As meso_quantity_parse () reads an amount; 1000 mg/mL at most */
gboolean meso_strength_parse (const char *text, MesoStrength *strength_out, GError **error);
/* the same, and mmol/mL too where the ingredient has a molar mass (µg per mmol; 0 when it has none) */
gboolean meso_strength_parse_molar (const char    *text,
                                    gint64         molar_mass_ug_per_mmol,
                                    MesoStrength  *strength_out,
                                    GError       **error);
/* both of one dimension: < 0, 0 or > 0, exactly */
int      meso_strength_compare     (MesoStrength a, MesoStrength b);
/* What a volume holds, in ng or mIU, rounded half-even; FALSE when that is too much to be held */
gboolean meso_strength_get_amount  (MesoStrength self, gint64 volume_ul, gint64 *amount_out);
/* (transfer full): always per mL: "0.5 mg/mL" for 0.05 %, "50 IU/mL" */
char    *meso_strength_format      (MesoStrength strength);

G_END_DECLS
