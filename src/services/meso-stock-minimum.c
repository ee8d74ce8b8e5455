/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-minimum.h"

/**
 * meso_stock_minimum_free:
 * @self: (transfer full) (nullable): how little of a thing is too little
 */
void
meso_stock_minimum_free (MesoStockMinimum *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->name);
  g_free (self);
}
