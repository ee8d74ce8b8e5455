/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-use.h"
#include "meso-stock-note.h"

G_BEGIN_DECLS

/* A lot in words, for all pages alike. All strings (transfer full). */

/**
 * MesoStockLook:
 *
 * A state as icon, word and colour.
 */
typedef struct
{
  const char *icon;
  const char *word;
  const char *kind;
} MesoStockLook;

/* expiring: usable, but not for long */
MesoStockLook meso_stock_words_look     (MesoLotUse use, gboolean expiring);
/* (transfer floating): the same as a tag */
GtkWidget    *meso_stock_words_tag      (MesoLotUse use, gboolean expiring);
/* (transfer floating): a container of it should have been discarded by now, although the rest is usable */
GtkWidget    *meso_stock_words_overdue_tag (void);
/* What it is: the trade name, in the window's language where the formulary has that; an ingredient with its strength. Not isolated. */
char         *meso_stock_words_name     (MesoContext *context, const MesoLot *lot);
/* "Lot B2407", the number isolated */
char         *meso_stock_words_number   (const MesoLot *lot);
/* "Biotin 5 mg/mL, Zinc 1 mg/mL" */
char         *meso_stock_words_contents (MesoContext *context, const MesoLot *lot);
/* "expires 31 March 2027", "expires in 8 days", "expired yesterday" */
char         *meso_stock_words_expiry   (MesoContext *context, const MesoLot *lot);
/* "12.5 mL", isolated, number and unit kept together */
char         *meso_stock_words_volume   (MesoContext *context, gint64 volume_ul);
/* "12.5 mL in 3 unopened and 1 opened" */
char         *meso_stock_words_left     (MesoContext *context, const MesoLot *lot);
/* Unopened and opened containers that still hold something */
gint64        meso_stock_words_count    (const MesoLot *lot);
/* "3 containers" */
char         *meso_stock_words_containers (MesoContext *context, gint64 containers);
/* "2027-03-31 10:30" as a moment of the clinic's clock, isolated */
char         *meso_stock_words_moment   (MesoContext *context, const char *at_utc);
/* The same inside of a sentence: "today, 10:30" */
char         *meso_stock_words_within   (MesoContext *context, const char *at_utc);
/* Of a note that there is too little of something: "low: 2 left, at least 5 wanted" */
char         *meso_stock_words_low      (MesoContext *context, const MesoStockNote *note);
/* Now, as the store writes it */
char         *meso_stock_words_now      (void);

G_END_DECLS
