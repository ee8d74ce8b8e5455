/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "5 mL", "5", «۵»: without a unit it is millilitres, as on the syringe; an empty text is 0. FALSE for what is no volume, or could be
 * read as two. */
gboolean meso_volume_text_read (const char *text, gint64 *volume_ul_out);

G_END_DECLS
