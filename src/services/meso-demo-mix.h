/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoDemoMix:
 * @whole: everything that may happen to a patient, with sheets; the cast are the first of them
 * @courses: the same without sheets
 * @screened: of the card index that the clinic brought along; a screening and what was decided, and the return where that says
 *   so, no course
 * @records: of the card index; a full record and nothing else
 *
 * Private: how many of the demo's patients have how much of a history. The more patients, the lighter the average.
 */
typedef struct
{
  guint whole;
  guint courses;
  guint screened;
  guint records;
} MesoDemoMix;

MesoDemoMix meso_demo_mix_new       (guint patients);
/* How much work it is, in records */
guint64     meso_demo_mix_get_work  (const MesoDemoMix *self);
/* The same of those who come in the course of time */
guint64     meso_demo_mix_get_lives (const MesoDemoMix *self);

G_END_DECLS
