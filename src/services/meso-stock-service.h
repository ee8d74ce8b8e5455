/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-lot-note.h"
#include "meso-lot.h"
#include "meso-stock-minimum.h"
#include "meso-stock-note.h"

G_BEGIN_DECLS

/* How many days ahead an expiry is announced, unless the clinic set "stock-expiry-days". */
#define MESO_STOCK_EXPIRY_DAYS 60

/* (element-type MesoLot): first to expire first; with_used_up: those too of which nothing is left */
GPtrArray *meso_stock_service_list           (MesoClinic *clinic, gboolean with_used_up, GError **error);
/* lot: an id */
MesoLot   *meso_stock_service_get            (MesoClinic *clinic, const char *lot, GError **error);
/* (transfer full) (nullable): a draft of what the formulary knows of a product, for the form: its name in that language, components,
 * excipients, storage. NULL for an unknown one */
MesoLot   *meso_stock_service_draft_product  (MesoClinic *clinic, const char *product, const char *language);
/* What is wrong with what was typed, without storing anything: as receive says it. Any thread, no disk. */
gboolean   meso_stock_service_check          (MesoClinic *clinic, const MesoLot *draft, MesoCalendarDate today, GError **error);
/* (transfer full): the new lot's id. draft: what was received; its id and what is "as of now" aren't read. Bad input names its field
 * first: "number: …", "components[1].strength: …" */
char      *meso_stock_service_receive        (MesoClinic *clinic, const MesoLot *draft, MesoCalendarDate today, GError **error);
/* A stock-take: books the difference to what was counted in all, opened and unopened. reason is due where there is one. */
gboolean   meso_stock_service_count          (MesoClinic *clinic, const char *lot, gint64 counted_ul, const char *reason, GError **error);
/* opening (nullable): NULL for unopened containers, whole ones */
gboolean   meso_stock_service_waste          (MesoClinic *clinic, const char *lot, const char *opening, gint64 volume_ul,
                                              const char *reason, GError **error);
/* Opens a container by hand; a preparation does it by itself. (transfer full): the opening's id */
char      *meso_stock_service_open           (MesoClinic *clinic, const char *lot, GError **error);
/* Anybody may take a lot out of use, with a reason; only a physician lets it back. */
gboolean   meso_stock_service_set_state      (MesoClinic *clinic, const char *lot, MesoLotState state, const char *reason, GError **error);
/* (element-type MesoLotNote): oldest first */
GPtrArray *meso_stock_service_list_history   (MesoClinic *clinic, const char *lot, GError **error);
/* (element-type MesoStockNote): the most urgent first */
GPtrArray *meso_stock_service_list_attention (MesoClinic *clinic, MesoCalendarDate today, GError **error);
/* (element-type MesoStockMinimum): by name */
GPtrArray *meso_stock_service_list_minimums  (MesoClinic *clinic, GError **error);
/* what: as meso_lot_dup_what() names a lot's; containers 0 takes the minimum back */
gboolean   meso_stock_service_set_minimum    (MesoClinic *clinic, const char *what, gint64 containers, GError **error);
/* Whether any lot is on file: the clinic keeps its stock here. */
gboolean   meso_stock_service_is_kept        (MesoClinic *clinic, gboolean *kept_out, GError **error);

G_END_DECLS
