/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: whether the ledger of the stock says what was drawn. problems: (element-type utf8): what doesn't is added */
gboolean meso_stock_check (MesoSqliteConnection *connection, GPtrArray *problems, GError **error);

G_END_DECLS
