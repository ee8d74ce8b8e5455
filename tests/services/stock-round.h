/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "clinic-fixture.h"
#include "meso-lot.h"

G_BEGIN_DECLS

/* Acts in a round */
#define STOCK_ROUND_ACTS 9

/**
 * StockRound:
 * @fixture: the clinic; path and content are enough
 * @patient, @physician, @nurse, @formula: ids of who is treated, by whom, checked by whom, with what: 1 mL of biotin
 * @done: acts so far
 *
 * What a clinic does with a lot, over and over: it is received, opened, some is spilled, prepared and given; prepared again, amended,
 * marked as entered in error; and what is left in the opened container is thrown away. Nothing is remembered but @done.
 */
typedef struct
{
  ClinicFixture *fixture;
  char *patient;
  char *physician;
  char *nurse;
  char *formula;
  guint done;
  gint64 elapsed_us;    /* since the last act, on the store's clock */
} StockRound;

/* Opens the clinic where it isn't, and sets its clock. */
void     stock_round_open        (StockRound *self);
gboolean stock_round_do_next     (StockRound *self, GError **error);
/* (transfer full): the lot of a round that has begun */
MesoLot *stock_round_get_lot     (StockRound *self, guint round);
/* What must be left of the lot of a round when the acts that are done are done */
gint64   stock_round_get_balance (const StockRound *self, guint round);

G_END_DECLS
