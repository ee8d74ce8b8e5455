/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The largest request a person could mean; a plan, a formula and a screening are a few kB. */
#define MESO_JSON_MAX_BYTES (4 * 1024 * 1024)

JsonNode *meso_json_parse (const char *name, const char *data, gsize length, GError **error);

G_END_DECLS
