/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person who is treated here may weigh. Anything else that is typed is a slip of the finger, and doses hang on it. */
#define MESO_BODY_WEIGHT_MIN_G 20000
#define MESO_BODY_WEIGHT_MAX_G 400000

gboolean meso_body_weight_is_plausible (gint64 weight_g);
gboolean meso_body_weight_parse        (const char *text, gint64 *weight_g_out, GError **error);

G_END_DECLS
