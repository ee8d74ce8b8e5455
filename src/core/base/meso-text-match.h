/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* hay, needle (element-type utf8): as meso_text_fold_words () gives them */
gboolean meso_text_contains_words (const GPtrArray *hay, const GPtrArray *needle);

G_END_DECLS
