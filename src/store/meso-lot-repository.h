/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* lot has been checked by the caller; what only the store knows in it (id, state, balance_ul, openings …) is not read. Books what was
 * received. (transfer full): the new id */
char      *meso_lot_repository_insert    (MesoStoreContext *context, const char *staff, const MesoLot *lot, GError **error);
/* As of now, with the corrected fields; MESO_STORE_ERROR_NO_RECORD when there is none */
MesoLot   *meso_lot_repository_get       (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoLot): the first to expire first; with_used_up: those too that hold nothing any more */
GPtrArray *meso_lot_repository_list      (MesoStoreContext *context, gboolean with_used_up, GError **error);
/* Whether there is any lot, used up or not: the clinic keeps its stock here */
gboolean   meso_lot_repository_has_any   (MesoStoreContext *context, gboolean *has_any_out, GError **error);
/* (element-type MesoLot): lots that bear or ever bore this number (before or after a correction), however it is spaced or cased; of
 * their id, that one. Empty when there is none. */
GPtrArray *meso_lot_repository_find      (MesoStoreContext *context, const char *id_or_number, GError **error);
/* Corrects what was typed: name, maker, licence, number, supplier, storage, expiry and received_on where they differ from what holds now;
 * one amendment each, with the reason. What a container holds is never corrected: such a lot is quarantined and received anew. Nothing
 * changes when nothing differs. lot: as meso_lot_repository_get () gave it, edited */
gboolean   meso_lot_repository_amend     (MesoStoreContext *context, const char *staff, const MesoLot *lot, const char *reason, GError **error);
gboolean   meso_lot_repository_set_state (MesoStoreContext *context, const char *staff, const char *id, MesoLotState state, const char *reason,
                                          GError **error);

G_END_DECLS
