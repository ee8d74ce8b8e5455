/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* How long an opened container may be used. "28 days", "6 h", «۲۸ روز»; a bare number is days. An empty text is 0, what is usual. FALSE for
 * anything else, and for more than ten years. */
gboolean meso_opened_life_read (const char *text, int *hours_out);
/* (transfer full): "28 days", "6 hours", as it is read; "" for 0 */
char    *meso_opened_life_write (MesoContext *context, int hours);

G_END_DECLS
