/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* A number with up to three decimals, as it is typed into a field: any digits, a point, a comma or the Persian mark. FALSE for what is
 * no such number. */
gboolean meso_milli_parse     (const char *text, gint64 *milli_out);
/* (transfer full): thousandths in the clinic's digits: "36.6" */
char    *meso_milli_dup_words (MesoContext *context, gint64 milli);

G_END_DECLS
