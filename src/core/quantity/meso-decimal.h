/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this folder: exact arithmetic for doses. Nothing here rounds unless its name says so, and nothing
 * overflows silently: the functions that return a gboolean give FALSE instead. */

typedef unsigned __int128 MesoWide;

/**
 * MesoDecimal:
 * @digits: with @scale: digits × 10^-scale; no needless zeros, so that equal values have equal fields
 *
 * An exact number ≥ 0 as a person writes it. Passed by value.
 */
typedef struct
{
  MesoWide digits;
  guint scale;
} MesoDecimal;

gboolean meso_decimal_parse     (const char   *text,
                                 const char  **end_out,
                                 MesoDecimal  *decimal_out,
                                 GError      **error);
gboolean meso_decimal_is_ambiguous (const char *text);
gboolean meso_decimal_multiply  (MesoDecimal  *self,
                                 MesoWide      factor);
char    *meso_decimal_to_string (MesoDecimal   self);

gboolean meso_wide_add          (MesoWide  a,
                                 MesoWide  b,
                                 MesoWide *sum_out);
gboolean meso_wide_multiply     (MesoWide  a,
                                 MesoWide  b,
                                 MesoWide *product_out);
MesoWide meso_wide_power_of_ten (guint     exponent);
MesoWide meso_wide_gcd          (MesoWide  a,
                                 MesoWide  b);
MesoWide meso_wide_divide_half_even (MesoWide  numerator,
                                     MesoWide  denominator,
                                     gboolean *exact_out);

G_END_DECLS
