/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-world.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoDemoCard:
 * @id: the record
 * @says: what follows from it at a screening, other than no
 *
 * What must be known of somebody in the card index who comes one day.
 */
typedef struct
{
  char *id;
  MesoSex sex;
  MesoCalendarDate birth_date;
  gint64 weight_g;              /* 0 when not known */
  char *says;
} MesoDemoCard;

void     meso_demo_card_clear     (MesoDemoCard *self);

/**
 * MesoDemoRecords:
 * @records: how many there are to be
 * @coming: how many of them come one day
 * @operation: (nullable): told how far it is, and stops it
 * @total: what @operation counts to, in records
 * @cards: (element-type MesoDemoCard): those who come
 *
 * Private: the card index that the demo clinic brought along.
 */
typedef struct
{
  guint records;
  guint coming;
  MesoOperation *operation;
  guint64 total;
  GArray *cards;
} MesoDemoRecords;

/* Inside of a unit of work */
gboolean meso_demo_records_bring  (MesoDemoRecords *self, MesoDemoWorld *world, MesoStoreContext *context, GError **error);

G_END_DECLS
