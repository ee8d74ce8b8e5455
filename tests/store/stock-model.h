/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"

G_BEGIN_DECLS

/* What the stock must be, by brute force and without SQL: an oracle for random histories. Nothing here ever expires. */

#define STOCK_MODEL_NEW G_MAXUINT   /* an opening that isn't there yet; an amendment of nothing */

typedef struct
{
  char *id;             /* NULL until the store has said it */
  gint64 left_ul;
  gboolean thrown_away; /* by hand */
  gboolean used_up;     /* single-dose, by a preparation */
} StockModelOpening;

typedef struct
{
  char *id;
  guint substance;
  gboolean single;
  gint64 container_ul;
  gint64 sealed_ul;
  MesoLotState state;
  GPtrArray *openings;  /* StockModelOpening */
  GPtrArray *numbers;   /* utf8: the first and what it was corrected to */
} StockModelLot;

typedef struct
{
  guint item;
  guint lot;
  guint opening;        /* index in its lot, or STOCK_MODEL_NEW */
  gint64 volume_ul;
} StockModelDraw;

typedef struct
{
  char *id;
  guint person;
  guint amends;         /* index, or STOCK_MODEL_NEW */
  guint batch;          /* index of the first of the chain */
  gboolean amended;
  gboolean in_error;
  gboolean discarded;   /* of the batch: at its index */
  char *session;        /* of the batch: at its index; NULL when none counts */
  GArray *draws;        /* StockModelDraw, each of one container once it is made */
} StockModelPreparation;

typedef struct
{
  GPtrArray *lots;
  GPtrArray *preparations;
} StockModel;

StockModel *stock_model_new  (void);
void        stock_model_free (StockModel *self);
void        stock_model_add_lot (StockModel *self, char *id, guint substance, const char *number, const MesoLot *lot);
gint64      stock_model_balance (const StockModelLot *lot);

/* Each says whether it may be, and does it then. */
gboolean    stock_model_open       (StockModel *self, guint lot);
gboolean    stock_model_throw_away (StockModel *self, guint lot, guint opening);
/* opening: index, or STOCK_MODEL_NEW for what is unopened. volume_ul: what comes, below 0 what goes */
gboolean    stock_model_move       (StockModel *self, guint lot, guint opening, gint64 volume_ul);
/* The whole lot was counted. */
gboolean    stock_model_count      (StockModel *self, guint lot, gint64 counted_ul);
/* draws (transfer full). (nullable): NULL when it may not be, else the new one, without its id */
StockModelPreparation *stock_model_prepare (StockModel *self, guint person, guint amends, GArray *draws);
gboolean    stock_model_mark       (StockModel *self, guint preparation);
gboolean    stock_model_discard    (StockModel *self, guint preparation);
gboolean    stock_model_may_give   (const StockModel *self, guint preparation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StockModel, stock_model_free)

G_END_DECLS
