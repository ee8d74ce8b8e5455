/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends one cell: guarded when it could be taken for a formula, quoted when it has to be. */
void        meso_csv_append_cell (GString *row, const char *text, char separator);
/* (transfer full) (nullable): the text with its guard; NULL when it needs none */
char       *meso_csv_guard       (const char *text);
/* (transfer none): the text behind its guard, if it has one */
const char *meso_csv_unguard     (const char *text);

G_END_DECLS
