/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8 utf8): id → name of everybody who ever worked here */
GHashTable *meso_staff_names_load (MesoStoreContext *context, GError **error);
/* (transfer full): the name; the id itself of somebody unknown */
char       *meso_staff_names_dup  (GHashTable *names, const char *staff);

G_END_DECLS
