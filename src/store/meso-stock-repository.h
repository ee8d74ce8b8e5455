/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot-note.h"
#include "meso-lot.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* A stock-take: books the difference to what was counted. opening NULL: counted is all that is left of the lot; what is missing is taken
 * from unopened containers first, what is too much is added to them. Else of that container alone. */
gboolean   meso_stock_repository_count      (MesoStoreContext *context, const char *staff, const char *lot, const char *opening, gint64 counted_ul,
                                             const char *reason, GError **error);
/* opening NULL: from unopened containers. Above 0, and no more than there is. */
gboolean   meso_stock_repository_waste      (MesoStoreContext *context, const char *staff, const char *lot, const char *opening, gint64 volume_ul,
                                             const char *reason, GError **error);
/* Opens a container at a moment (NULL: now; UTC, not later than now). (transfer full): the opening's id */
char      *meso_stock_repository_open       (MesoStoreContext *context, const char *staff, const char *lot, const char *at, GError **error);
/* Wastes what is left in an opened container and ends it. */
gboolean   meso_stock_repository_throw_away (MesoStoreContext *context, const char *staff, const char *opening, const char *reason, GError **error);
/* (element-type MesoLotNote): oldest first */
GPtrArray *meso_stock_repository_list_notes (MesoStoreContext *context, const char *lot, GError **error);

/* How many containers there should be at least: what (a product's id, or an ingredient's for bare ones) → containers */
GHashTable *meso_stock_repository_get_minimums (MesoStoreContext *context, GError **error);   /* (element-type utf8 gint64*) */
/* containers 0: none is kept any more. An equal value changes nothing. */
gboolean    meso_stock_repository_set_minimum  (MesoStoreContext *context, const char *staff, const char *what, gint64 containers, GError **error);

G_END_DECLS
