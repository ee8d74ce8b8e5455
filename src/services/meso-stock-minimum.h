/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoStockMinimum:
 * @what: the thing, as meso_lot_dup_what() names a lot's
 * @name: as its newest lot is called; "" before there is one
 * @containers: the fewest that there shall be
 * @usable: how many usable ones there are, unopened
 *
 * How little of a thing is too little.
 */
typedef struct
{
  char *what;
  char *name;
  gint64 containers;
  gint64 usable;
} MesoStockMinimum;

void meso_stock_minimum_free (MesoStockMinimum *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStockMinimum, meso_stock_minimum_free)

G_END_DECLS
