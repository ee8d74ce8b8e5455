/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the table of sizes and marks is from: the scales that are common, no standard's. */
#define MESO_SYRINGE_SOURCE "GK"

/**
 * MesoSyringe:
 * @size_ul: what it holds up to its last mark
 * @mark_ul: from one mark to the next
 *
 * One of the usual syringes.
 */
typedef struct
{
  gint64 size_ul;
  gint64 mark_ul;
} MesoSyringe;

/* (transfer none): all of them, smallest first */
const MesoSyringe *meso_syringe_list     (guint *n_out);
/* (transfer none) (nullable): the one of just this size */
const MesoSyringe *meso_syringe_find     (gint64 size_ul);
/* (transfer none): the smallest that holds it; the largest for what none holds */
const MesoSyringe *meso_syringe_find_for (gint64 volume_ul);
gint64             meso_syringe_round    (const MesoSyringe *self, gint64 volume_ul);

/**
 * MesoSyringeSplit:
 * @count: so many syringes
 * @each_ul: each with this volume
 * @rest_ul: what is left over; @count × @each_ul + @rest_ul is what was split
 */
typedef struct
{
  gint64 count;
  gint64 each_ul;
  gint64 rest_ul;
} MesoSyringeSplit;

gboolean meso_syringe_split_evenly  (gint64 total_ul, gint64 count, gint64 step_ul, MesoSyringeSplit *split_out);
gboolean meso_syringe_split_by_size (gint64 total_ul, gint64 each_ul, MesoSyringeSplit *split_out);

G_END_DECLS
