/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "stock-model.h"
#include "stock-world.h"

G_BEGIN_DECLS

#define STOCK_HISTORY_N_PERSONS 2

/* A history that somebody could have, done in the store and in the model at once: whatever the one takes, the other takes. */
typedef struct
{
  StockWorld *world;
  StockModel *model;
  GRand *rand;
  char *formulas[STOCK_HISTORY_N_PERSONS];
  char *patients[STOCK_HISTORY_N_PERSONS];
  char *twin;           /* another record of the first person's */
  guint done, refused;
} StockHistory;

StockHistory *stock_history_new  (guint32 seed);
void          stock_history_free (StockHistory *self);
/* Anything of all that can be done, whether it may be or not. */
void          stock_history_step (StockHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StockHistory, stock_history_free)

G_END_DECLS
