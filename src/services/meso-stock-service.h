/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-lot-event.h"
#include "meso-lot.h"
#include "meso-preparation.h"
#include "meso-stock-minimum.h"
#include "meso-stock-note.h"

G_BEGIN_DECLS

/* How many days ahead an expiry is announced, unless the clinic set "stock-expiry-days". */
#define MESO_STOCK_EXPIRY_DAYS 60

/* (element-type MesoLot): first to expire first; with_used_up: those too of which nothing is left */
GPtrArray *meso_stock_service_list           (MesoClinic *clinic, gboolean with_used_up, GError **error);
/* lot: an id */
MesoLot   *meso_stock_service_get            (MesoClinic *clinic, const char *lot, GError **error);
/* Adds to lots (element-type MesoLot) those that the preparation draws from and that it hasn't yet; what fails adds none */
gboolean   meso_stock_service_gather         (MesoClinic *clinic, const MesoPreparation *preparation, GPtrArray *lots, GError **error);
/* (element-type MesoLot): of that id, or that bear or ever bore that number in any case, spacing and digits; never empty: none is an error */
GPtrArray *meso_stock_service_find           (MesoClinic *clinic, const char *lot, GError **error);
/* (transfer full) (nullable): what the formulary knows of a product, or else an ingredient, for the form: its name in that language,
 * components, excipients, storage; of an ingredient the strength is left "". NULL for an unknown one. Pure. */
MesoLot   *meso_stock_service_draft          (MesoClinic *clinic, const char *what, const char *language);
/* What is wrong with what was typed, without storing it, as receive says it. Pure. */
gboolean   meso_stock_service_check          (MesoClinic *clinic, const MesoLot *draft, gboolean expired_too, MesoCalendarDate today,
                                              GError **error);
/* (transfer full): the new lot's id. draft: what was received; its id and what is "as of now" aren't read; received_on unset: today; what
 * isn't said is as the formulary has it. expired_too: it has expired, and is received only to be thrown away. Bad input names its field
 * first: "number: …", "expiry: …", "components[1].strength: …" */
char      *meso_stock_service_receive        (MesoClinic *clinic, const MesoLot *draft, gboolean expired_too, MesoCalendarDate today,
                                              GError **error);
/* Corrects what was typed: name, maker, licence, number, supplier, storage, expiry and received_on of lot, which is as get gave it and
 * then edited. reason is due. */
gboolean   meso_stock_service_amend          (MesoClinic *clinic, const MesoLot *lot, const char *reason, MesoCalendarDate today, GError **error);
/* A stock-take: books the difference to what was counted: of the lot in all, or of one opened container. reason is due where there is a
 * difference. opening (nullable) */
gboolean   meso_stock_service_count          (MesoClinic *clinic, const char *lot, const char *opening, gint64 counted_ul,
                                              const char *reason, GError **error);
/* opening (nullable): NULL for unopened containers */
gboolean   meso_stock_service_waste          (MesoClinic *clinic, const char *lot, const char *opening, gint64 volume_ul,
                                              const char *reason, GError **error);
/* Opens a container by hand; a preparation does it by itself. (transfer full): the opening's id */
char      *meso_stock_service_open           (MesoClinic *clinic, const char *lot, GError **error);
/* An opened container is gone: what is left in it is wasted. reason is due. */
gboolean   meso_stock_service_throw_away     (MesoClinic *clinic, const char *opening, const char *reason, GError **error);
/* Anybody may take a lot out of use, with a reason; only a physician lets it back. */
gboolean   meso_stock_service_set_state      (MesoClinic *clinic, const char *lot, MesoLotState state, const char *reason, GError **error);
/* (element-type MesoLotEvent): oldest first */
GPtrArray *meso_stock_service_list_history   (MesoClinic *clinic, const char *lot, GError **error);
/* (element-type MesoStockNote): the most urgent first */
GPtrArray *meso_stock_service_list_attention (MesoClinic *clinic, MesoCalendarDate today, const char *language, GError **error);
/* The same of one lot alone, by its id; what is low is no lot's */
GPtrArray *meso_stock_service_list_attention_of (MesoClinic *clinic, const char *lot, MesoCalendarDate today, GError **error);
/* (element-type MesoStockMinimum): of everything that has one or ever was received, by name */
GPtrArray *meso_stock_service_list_minimums  (MesoClinic *clinic, MesoCalendarDate today, const char *language, GError **error);
/* what: a product's id, or an ingredient's for what comes bare; containers 0 takes the minimum back */
gboolean   meso_stock_service_set_minimum    (MesoClinic *clinic, const char *what, gint64 containers, GError **error);

G_END_DECLS
