/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-use.h"
#include "meso-query-list.h"
#include "meso-stock-note.h"

G_BEGIN_DECLS

/**
 * MesoStockItem:
 * @lot: (nullable): %NULL for a thing of which there is too little, which is shown among what wants attention alone
 * @use: whether it can be drawn from as of when the list was asked
 * @expiring: its expiry is near enough to be announced
 * @overdue: although it can be drawn from, a container of it should have been discarded by now
 * @attention: it, or a container of it, or what there is too little of, wants looking after: one for each that is counted
 * @low: there are fewer containers of this thing than the clinic wants, and @note (nullable) says how few where @lot is %NULL
 * @first: of its thing, the one to use first
 * @what: the product's id, or the ingredient's for what comes bare: what a minimum is set of
 * @thing: what lots of the same thing have in common, the strength too; they stand together
 * @folded: all that it is searched by
 *
 * One lot as the list shows it: the value of its rows.
 */
typedef struct
{
  MesoLot *lot;
  MesoStockNote *note;
  MesoLotUse use;
  gboolean expiring;
  gboolean overdue;
  gboolean attention;
  gboolean low;
  gboolean first;
  char *what;
  char *thing;
  char *folded;
} MesoStockItem;

typedef enum {
  MESO_STOCK_SHOW_IN_STOCK,
  MESO_STOCK_SHOW_USABLE,
  MESO_STOCK_SHOW_ATTENTION,
  MESO_STOCK_SHOW_ALL,
  MESO_STOCK_SHOWS,
} MesoStockShow;

/* (transfer full): rows of #MesoStockItem, kept up to date; with_used_up: those too of which nothing is left */
MesoQueryList *meso_stock_list_new     (MesoContext *context, gboolean with_used_up);
gboolean       meso_stock_item_matches (const MesoStockItem *self, MesoStockShow show, const char *text);
/* How many of the rows of #MesoStockItem that choice shows */
guint          meso_stock_list_count   (GListModel *rows, MesoStockShow show);
/* By thing, and then as they are to be used: those that can be first */
int            meso_stock_item_compare (const MesoStockItem *a, const MesoStockItem *b);

G_END_DECLS
