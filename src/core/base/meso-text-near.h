/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shorter words are other words when a letter differs. */
#define MESO_TEXT_NEAR_MIN 4

/* Whether two different words of at least MESO_TEXT_NEAR_MIN letters become one by adding, leaving out or changing one letter, or
 * by swapping two neighbours. Both folded. */
gboolean meso_text_is_near (const char *a, const char *b);

G_END_DECLS
