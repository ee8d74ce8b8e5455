/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoStorePart:
 *
 * Private: a file in the making, under a name that nobody else uses, until it is published or thrown away.
 */
typedef struct _MesoStorePart MesoStorePart;

MesoStorePart *meso_store_part_new      (const char *beside, GError **error);
void           meso_store_part_free     (MesoStorePart *self);
const char    *meso_store_part_get_path (MesoStorePart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStorePart, meso_store_part_free)

G_END_DECLS
