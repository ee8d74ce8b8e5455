/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private. (transfer full) (element-type utf8): as meso_store_check (); of any open file */
GPtrArray *meso_store_check_connection (MesoSqliteConnection *connection, GError **error);

G_END_DECLS
