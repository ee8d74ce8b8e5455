/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-migrator.h"

G_BEGIN_DECLS

/* "MESO": what every database of this program carries in its header. */
#define MESO_STORE_APPLICATION_ID 0x4D45534FU

/* Private. (transfer none): all migrations there ever were; entry n brings a file to version n + 1. Ends with NULL. */
const MesoSqliteMigration *meso_store_schema_get_migrations (void);
int                        meso_store_schema_get_version    (void);

G_END_DECLS
