/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for the diluent where an item is meant. */
#define MESO_PREPARATION_DILUENT G_MAXUINT

/**
 * MesoPreparationDraw:
 * @item: index of an item of the formula, or %MESO_PREPARATION_DILUENT
 * @lot: id of the lot it was drawn from
 * @opening: (nullable): id of the opened container; %NULL for unopened ones, which are opened for it as the preparation is stored
 * @volume_ul: how much, above 0
 *
 * What was drawn for one item from one lot. Draws of one preparation from unopened containers of the same lot share these: as few are
 * opened as hold the sum, and a draw that needs several becomes several as it is stored.
 */
typedef struct
{
  guint item;
  char *lot;
  char *opening;
  gint64 volume_ul;
} MesoPreparationDraw;

MesoPreparationDraw *meso_preparation_draw_new  (guint item, const char *lot, const char *opening, gint64 volume_ul);
void                 meso_preparation_draw_free (MesoPreparationDraw *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPreparationDraw, meso_preparation_draw_free)

G_END_DECLS
