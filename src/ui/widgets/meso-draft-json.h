/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Texts of a form in its draft: an empty one isn't written, and what isn't there leaves the form as it is. */

/* text (nullable) */
void meso_draft_json_put  (JsonBuilder *builder, const char *name, const char *text);
void meso_draft_json_take (JsonObject *object, const char *name, char **text);

G_END_DECLS
