/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* draft has been checked by the caller with meso_lot_fits (), which alone knows mmol and what a salt holds; the store proves the rest.
 * amends (nullable): in draft, corrects that one, and draft's reason is due. Opens what must be opened, at mixed_at.
 * (transfer full): the new id */
char            *meso_preparation_repository_insert  (MesoStoreContext *context, const char *staff, const MesoPreparation *draft, GError **error);
MesoPreparation *meso_preparation_repository_get     (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoPreparation): newest first, over all records that are this person's; with those that count no more */
GPtrArray       *meso_preparation_repository_list    (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type MesoPreparation): all patients' that wait to be given, by the moment they must be used before; also those whose time is
 * over and that nobody threw away yet */
GPtrArray       *meso_preparation_repository_list_waiting (MesoStoreContext *context, GError **error);
/* Not used: thrown away. */
gboolean         meso_preparation_repository_discard (MesoStoreContext *context, const char *staff, const char *id, const char *reason, GError **error);
gboolean         meso_preparation_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                                    const char *reason, GError **error);

G_END_DECLS
