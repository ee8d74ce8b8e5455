/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-syringe.h"

#include "meso-decimal.h"

/* Sizes in mL with the marks that are common on them (MESO_SYRINGE_SOURCE). */
static const MesoSyringe syringes[] = {
  { 1000, 10 },
  { 2000, 100 },
  { 2500, 100 },
  { 3000, 100 },
  { 5000, 200 },
  { 10000, 200 },
  { 20000, 1000 },
  { 50000, 1000 },
};

/**
 * meso_syringe_list:
 * @n_out: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_out): the usual syringes, smallest first
 */
const MesoSyringe *
meso_syringe_list (guint *n_out)
{
  *n_out = G_N_ELEMENTS (syringes);
  return syringes;
}

/**
 * meso_syringe_find:
 * @size_ul: in µL
 *
 * Returns: (transfer none) (nullable): the syringe of just this size
 */
const MesoSyringe *
meso_syringe_find (gint64 size_ul)
{
  for (guint i = 0; i < G_N_ELEMENTS (syringes); i++)
    if (syringes[i].size_ul == size_ul)
      return &syringes[i];
  return NULL;
}

/**
 * meso_syringe_find_for:
 * @volume_ul: in µL
 *
 * Returns: (transfer none): the smallest syringe that holds the volume, which has the finest marks; the largest there is for
 *   what none of them holds
 */
const MesoSyringe *
meso_syringe_find_for (gint64 volume_ul)
{
  for (guint i = 0; i < G_N_ELEMENTS (syringes); i++)
    if (volume_ul <= syringes[i].size_ul)
      return &syringes[i];
  return &syringes[G_N_ELEMENTS (syringes) - 1];
}

/**
 * meso_syringe_round:
 * @volume_ul: in µL, not negative
 *
 * Returns: the volume rounded half-even to a mark; 0 for less than half of the first
 */
gint64
meso_syringe_round (const MesoSyringe *self,
                    gint64             volume_ul)
{
  MesoWide marks = meso_wide_divide_half_even ((MesoWide) volume_ul, (MesoWide) self->mark_ul, NULL);

  /* What lies between the last mark that fits into the type and its end stays below it. */
  return (gint64) MIN (marks, (MesoWide) (G_MAXINT64 / self->mark_ul)) * self->mark_ul;
}

/**
 * meso_syringe_split_evenly:
 * @total_ul: what is in the finished mixture, in µL
 * @count: over so many syringes
 * @step_ul: each with a whole number of these: 1, or the marks of the syringe
 * @split_out: (out): nothing is made or lost in it
 *
 * Returns: %FALSE when a syringe would stay empty
 */
gboolean
meso_syringe_split_evenly (gint64            total_ul,
                           gint64            count,
                           gint64            step_ul,
                           MesoSyringeSplit *split_out)
{
  gint64 each = count > 0 && step_ul > 0 && total_ul > 0 ? total_ul / count / step_ul * step_ul : 0;

  *split_out = (MesoSyringeSplit) { count, each, total_ul - count * each };
  return each > 0;
}

/**
 * meso_syringe_split_by_size:
 * @total_ul: what is in the finished mixture, in µL
 * @each_ul: what each syringe is to hold
 * @split_out: (out): as many full syringes as there are, and the rest
 *
 * Returns: %FALSE when not even one is filled
 */
gboolean
meso_syringe_split_by_size (gint64            total_ul,
                            gint64            each_ul,
                            MesoSyringeSplit *split_out)
{
  gint64 count = each_ul > 0 && total_ul > 0 ? total_ul / each_ul : 0;

  *split_out = (MesoSyringeSplit) { count, each_ul, total_ul - count * each_ul };
  return count > 0;
}
