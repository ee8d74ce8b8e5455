/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: whether a file's tables, indexes and triggers are those that its version's migrations make. */
gboolean meso_store_shape_check (MesoSqliteConnection *connection, GPtrArray *problems, gboolean *readable_out, GError **error);

G_END_DECLS
