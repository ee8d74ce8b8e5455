/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-health-item.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private: allergies, medicines and conditions as the table health_item keeps them. No audit of their own: who changes them writes the
 * patient's record with them, and into its audit what they were and are (meso-record-repository.c). */

/* (transfer full) (element-type MesoHealthItem): of all records that are this person's, with those that hold no more; each list in
 * the order it was written in */
GPtrArray *meso_health_item_rows_list    (MesoStoreContext *context, const char *patient, GError **error);
/* Writes a checked item without an id into a patient's list: one that holds, or held once. */
gboolean   meso_health_item_rows_insert  (MesoStoreContext *context, const char *staff, const char *patient,
                                                const MesoHealthItem *item, GError **error);
/* Ends one, or marks it as entered in error: status and reason say which. */
gboolean   meso_health_item_rows_end     (MesoStoreContext *context, const char *staff, const char *id,
                                                MesoHealthStatus status, const char *reason, GError **error);
/* Ends one and writes another instead of it, in its place. */
gboolean   meso_health_item_rows_replace (MesoStoreContext *context, const char *staff, const MesoHealthItem *on_file,
                                                const MesoHealthItem *item, GError **error);

G_END_DECLS
