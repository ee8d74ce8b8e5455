/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Ends the object that @builder holds and prints it to standard output; takes no ownership. */
gboolean meso_json_print (JsonBuilder *builder, GError **error);

G_END_DECLS
