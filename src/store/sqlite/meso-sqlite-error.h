/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The one place where SQLite's codes become MESO_STORE_ERROR. connection (nullable) knows the details; doing finishes the
 * sentence "… while …" and may be NULL. */
void meso_sqlite_error_set (GError **error, sqlite3 *connection, int code, const char *doing);

G_END_DECLS
