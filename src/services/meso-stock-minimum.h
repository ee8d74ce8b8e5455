/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoStockMinimum:
 * @what: a product's id, or an ingredient's for what comes bare
 * @name: as the formulary calls it, in the language asked for; the id of what it doesn't know
 * @containers: the fewest that there shall be; 0 where the clinic set none
 * @usable: how many usable, unopened ones there are now
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
