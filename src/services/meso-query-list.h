/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-row.h"

G_BEGIN_DECLS

/**
 * MesoQueryList:
 *
 * A #GListModel of #MesoRow that asks its query again whenever what it shows may have changed; rows that stayed the same stay
 * in place. Properties: `loading`, `error` (a #GError, nullable), both notified.
 */
#define MESO_TYPE_QUERY_LIST (meso_query_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoQueryList, meso_query_list, MESO, QUERY_LIST, GObject)

/* query returns (transfer full) (element-type MesoRow) GPtrArray. watch (nullable): what it depends on, apart by spaces
 * ("patient plan session"); NULL for everything. request (transfer full) (nullable). */
MesoQueryList *meso_query_list_new         (MesoClinic *clinic, MesoClinicCall query, gpointer request,
                                            GDestroyNotify request_free, const char *watch);
void           meso_query_list_reload      (MesoQueryList *self);
gboolean       meso_query_list_get_loading (MesoQueryList *self);
const GError  *meso_query_list_get_error   (MesoQueryList *self);

G_END_DECLS
