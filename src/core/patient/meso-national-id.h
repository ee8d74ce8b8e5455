/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): trimmed, ASCII digits; a number's inner spaces and hyphens taken out; anything else as typed */
char    *meso_national_id_normalise (const char *text);
/* FALSE with MESO_CORE_ERROR_INVALID when the text isn't a valid Iranian national ID (کد ملی). The message is a warning to
 * show, never a reason to refuse a record: foreigners have other numbers, the newborn none. */
gboolean meso_national_id_check     (const char *text, GError **error);

G_END_DECLS
